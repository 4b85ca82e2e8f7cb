/* Posts and who may hold them: what an administrator and a lender must not be able to do by mistake or on purpose. The refusals that keep rights apart are tried
 * past the application too, as somebody who broke into it would. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { asDatabaseRole, makeWorld, type Person, refusal, type World } from '../support/world.ts';

let world: World;
let today: Day;
let admin: Person;
let phua: Person;
let quyet: Person;
let khai: Person;
let san: Person;
const gate = getOffice('bien-phong/ck-lao-cai@2025').id;
const court = getOffice('toa-an/tinh@2025').id;

beforeAll(async () => {
  world = await makeWorld();
  today = world.today();
  [admin, phua, quyet, khai, san] = (await Promise.all(
    ['hoai-nam', 'phua', 'quyet', 'khai', 'san'].map(key => world.as(key)),
  )) as [Person, Person, Person, Person, Person];
});
afterAll(() => world?.stop());

const issues = async (promise: Promise<unknown>) =>
  (await refusal(promise)).fields.map(({ field, reason }) => `${field} ${reason}`);
const give = (more: object = {}) =>
  admin.act('post.give', {
    officer: phua.officer,
    atOffice: gate,
    role: 'border_officer',
    extent: 'office',
    validFrom: today,
    ...more,
  });
const lend = (by: Person, to: string, more: object = {}) =>
  by.act('delegation.give', {
    toOfficer: to,
    validFrom: today,
    validTo: addDays(today, 7),
    reason: 'Đi phép',
    ...more,
  });
const register = (email: string) => admin.act('officer.register', { name: 'Người Mới', email, lang: 'vi' });
const daysOf = async (post: string) =>
  (
    await world.owner<{ from: string; to: string | null }>(
      'select valid_from::text as from, valid_to::text as to from post where id = $1',
      [post],
    )
  )[0]!;

describe('an e-mail address', () => {
  it('belongs to one officer in office, whatever the capitals', async () => {
    expect((await register(' Moi@LaoCai.example ')).ok).toBe(true);
    for (const email of ['moi@laocai.example', 'MOI@laocai.EXAMPLE'])
      expect(await issues(register(email))).toEqual(['email email_taken']);
    const both = await Promise.allSettled([register('hai@laocai.example'), register('HAI@laocai.example')]);
    expect(both.map(one => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = both.find(one => one.status === 'rejected') as PromiseRejectedResult;
    expect(lost.reason.body.fields).toMatchObject([{ field: 'email', reason: 'email_taken' }]);
  });

  it('is free again when its officer has left', async () => {
    const { id } = await register('ba@laocai.example');
    await admin.act('officer.end', { reason: 'Nghỉ' }, { subject: id });
    expect((await refusal(admin.act('officer.end', { reason: 'Nghỉ' }, { subject: id }))).code).toBe(
      'officer.ended',
    );
    expect((await register('ba@laocai.example')).ok).toBe(true);
  });

  it('is one', async () => {
    for (const email of [
      'x',
      'x@',
      '@laocai.example',
      'x@laocai',
      'hai người@laocai.example',
      'a@b@c.example',
      'x@laocai..vn',
    ])
      expect([email, await issues(register(email))]).toEqual([email, ['email email']]);
  });
});

describe('a post', () => {
  it('is given in a role its agency has, at an office that is there, to somebody who has not left', async () => {
    const { id: gone } = await register('bon@laocai.example');
    await admin.act('officer.end', { reason: 'Nghỉ' }, { subject: gone });
    for (const [more, found] of [
      [{ role: 'judge_clerk' }, 'role role_elsewhere'],
      [{ role: 'administrator' }, 'role role_elsewhere'],
      [{ role: 'border_officer', atOffice: court }, 'role role_elsewhere'],
      [{ officer: gone }, 'officer officer_ended'],
      [{ officer: newId() }, 'officer reference'],
      [{ atOffice: newId() }, 'atOffice reference'],
      [{ atOffice: getOffice('bien-phong/ck-lao-cai@old').id }, 'validFrom office_not_there'],
      [{ validTo: today }, 'validTo before_start'],
    ] as const)
      expect([more, await issues(give(more))]).toEqual([more, [found]]);
  });

  it('ends after it began, not in the past, and once', async () => {
    const { id } = await give({ validFrom: addDays(today, 10), validTo: addDays(today, 40) });
    const end = (validTo: Day) => admin.act('post.end', { validTo }, { subject: id });
    expect(await issues(end(addDays(today, 9)))).toEqual(['validTo before_start']);
    expect(await issues(end(addDays(today, 41)))).toEqual(['validTo after_end']);
    const held = (await give()).id;
    expect(await issues(admin.act('post.end', { validTo: addDays(today, -1) }, { subject: held }))).toEqual([
      'validTo before_start',
    ]);
    // One that has not begun is called off: it begins and ends on the same day, so nobody ever held it.
    await end(addDays(today, 10));
    expect(await daysOf(id)).toEqual({ from: addDays(today, 10), to: addDays(today, 10) });
    expect((await refusal(end(addDays(today, 10)))).code).toBe('post.ended');
    const old = await give({ validFrom: addDays(today, -5) });
    expect(await issues(admin.act('post.end', { validTo: addDays(today, -1) }, { subject: old.id }))).toEqual(
      ['validTo in_past'],
    );
    await admin.act('post.end', { validTo: today }, { subject: old.id });
    expect(
      (await refusal(admin.act('post.end', { validTo: addDays(today, 3) }, { subject: old.id }))).code,
    ).toBe('post.ended');
  });

  it('that was to begin later never does when its officer is ended', async () => {
    const { id: officer } = await register('nam@laocai.example');
    const { id } = await give({ officer, validFrom: addDays(today, 3) });
    await admin.act('officer.end', { reason: 'Nghỉ' }, { subject: officer });
    expect(await daysOf(id)).toEqual({ from: addDays(today, 3), to: addDays(today, 3) });
  });

  it('cannot be turned round even past the application', async () => {
    await expect(
      world.owner('update post set valid_to = valid_from - 1 where id = $1', [phua.postId]),
    ).rejects.toMatchObject({ code: '23514' });
  });
});

describe('a lent post', () => {
  it('goes to a colleague with a post of her own, never to one who gives rights, audits or reports', async () => {
    const hang = await world.as('hang');
    const vinh = await world.as('vinh');
    const thang = await world.as('thang');
    const { id: newcomer } = await register('sau@laocai.example');
    for (const to of [admin.officer, hang.officer, vinh.officer]) {
      expect([to, await issues(lend(phua, to))]).toEqual([to, ['toOfficer separate_role']]);
      expect([to, await issues(lend(khai, to))]).toEqual([to, ['toOfficer separate_role']]);
    }
    for (const to of [san.officer, thang.officer, newcomer, newId()])
      expect([to, await issues(lend(phua, to))]).toEqual([to, ['toOfficer not_a_colleague']]);
    // The head of the criminal police reaches the offices below: a commune policeman is of his agency, a border officer is not.
    expect(await issues(lend(khai, phua.officer))).toEqual(['toOfficer not_a_colleague']);
    expect((await lend(khai, san.officer)).ok).toBe(true);
    // Whom the screen offers is whom the act takes.
    const offered = async (by: Person) =>
      (await by.ask('/api/officers', { colleagues: true })).officers.map((one: { id: string }) => one.id);
    expect(await offered(phua)).toEqual([quyet.officer]);
    expect(await offered(khai)).toContain(san.officer);
    expect(await offered(khai)).not.toContain(phua.officer);
  });

  it('is called off before its first day, and ended once', async () => {
    const { id } = await lend(phua, quyet.officer, {
      validFrom: addDays(today, 5),
      validTo: addDays(today, 9),
    });
    await phua.act('delegation.end', {}, { subject: id });
    expect(await daysOf(id)).toEqual({ from: addDays(today, 5), to: addDays(today, 5) });
    expect((await refusal(phua.act('delegation.end', {}, { subject: id }))).code).toBe('post.ended');
    const { id: running } = await lend(phua, quyet.officer);
    await phua.act('delegation.end', {}, { subject: running });
    world.shift(3 * 24 * 60);
    expect(
      (await refusal((await world.as('phua')).act('delegation.end', {}, { subject: running }))).code,
    ).toBe('post.ended');
    world.shift(0);
    expect(await daysOf(running)).toEqual({ from: today, to: today });
  });

  it('goes no further past the application', async () => {
    const row = {
      officer: quyet.officer,
      extent: 'office',
      from: today as string,
      to: addDays(today, 7) as string,
    };
    const add = async (more: Partial<typeof row>): Promise<string> => {
      const { officer, extent, from, to } = { ...row, ...more };
      let outcome = 'done';
      await asDatabaseRole(world, 'ct_border_officer', phua.cookie, async query => {
        await query(
          `insert into post (id, province, office, made_at, made_by, changed_at, officer, role, extent, valid_from, valid_to, delegated_from)
           values ($1, 'lao_cai', $2, now(), $3, now(), $4, 'border_officer', $5, $6, $7, $8)`,
          [newId(), gate, phua.officer, officer, extent, from, to, phua.postId],
        ).catch(error => {
          outcome = error.code;
        });
      });
      return outcome;
    };
    expect(await add({})).toBe('done');
    for (const more of [
      { officer: admin.officer },
      { officer: san.officer },
      { officer: phua.officer },
      { extent: 'below' },
      { to: addDays(today, 61) },
      { to: today },
    ])
      expect([more, await add(more)]).toEqual([more, '42501']);
    const { id } = await lend(phua, quyet.officer);
    await asDatabaseRole(world, 'ct_border_officer', phua.cookie, async query => {
      await expect(
        query('update post set valid_to = $2 where id = $1', [id, addDays(today, 400)]),
      ).rejects.toMatchObject({
        code: '42501',
      });
    });
  });
});

describe('the last administrator', () => {
  const office = getOffice('kh-cn/so@2025').id;
  const second = async (email: string, more: object = {}) => {
    const { id: officer } = await register(email);
    const role = { officer, atOffice: office, role: 'administrator', ...more };
    return { officer, post: (await give(role)).id };
  };
  const setTo = (post: string) => world.owner('update post set valid_to = ct.today() where id = $1', [post]);

  it('does not end herself, and is not ended past the application', async () => {
    for (const attempt of [
      () => admin.act('post.end', { validTo: today }, { subject: admin.postId }),
      () => admin.act('officer.end', { reason: 'Nghỉ' }, { subject: admin.officer }),
    ])
      expect((await refusal(attempt())).code).toBe('act.not_yours');
    await expect(setTo(admin.postId)).rejects.toMatchObject({ code: '23514' });
    await expect(
      world.owner('update officer set ended = true where id = $1', [admin.officer]),
    ).rejects.toMatchObject({ code: '23514' });
    // One who is there for a week only does not replace one without an end.
    const brief = await second('chin@laocai.example', { validTo: addDays(today, 7) });
    await expect(setTo(admin.postId)).rejects.toMatchObject({ code: '23514' });
    await admin.act('post.end', { validTo: today }, { subject: brief.post });
  });

  it('is not ended by somebody whose own post ends', async () => {
    const helper = await second('muoi@laocai.example', { validTo: addDays(today, 7) });
    await world.owner("update officer set cast_key = 'administrator-for-a-week' where id = $1", [
      helper.officer,
    ]);
    const brief = await world.as('administrator-for-a-week');
    const end = (validTo: Day) => brief.act('post.end', { validTo }, { subject: admin.postId });
    expect((await refusal(end(today))).code).toBe('post.last_administrator');
    expect((await refusal(end(addDays(today, 30)))).code).toBe('post.last_administrator');
    expect(
      (await refusal(brief.act('officer.end', { reason: 'Nghỉ' }, { subject: admin.officer }))).code,
    ).toBe('post.last_administrator');
    expect(await daysOf(admin.postId)).toMatchObject({ to: null });
    await admin.act('officer.end', { reason: 'Xong việc' }, { subject: helper.officer });
  });

  it('goes when another one is there, of two at the same moment only one', async () => {
    const [one, two] = [await second('haimot@laocai.example'), await second('haihai@laocai.example')];
    await admin.act('post.end', { validTo: today }, { subject: one.post });
    const both = await Promise.allSettled([setTo(admin.postId), setTo(two.post)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await world.owner('alter table post disable trigger keep_administrator');
    await world.owner('update post set valid_to = null where id = $1', [admin.postId]);
    await world.owner('alter table post enable trigger keep_administrator');
  });
});

describe('what was lent', () => {
  const lender = async (email: string, more: object = {}) => {
    const { id: officer } = await register(email);
    const { id: post } = await give({ officer, ...more });
    await world.owner('update officer set cast_key = $2 where id = $1', [officer, email]);
    return { officer, post, self: await world.as(email) };
  };

  it('ends no later than the post it was lent from', async () => {
    const { self, post } = await lender('bamot@laocai.example', { validTo: addDays(today, 5) });
    expect(await issues(lend(self, quyet.officer))).toEqual(['validTo after_own_post']);
    const { id } = await lend(self, quyet.officer, { validTo: addDays(today, 5) });
    await expect(
      world.owner('update post set valid_to = valid_to + 1 where id = $1', [id]),
    ).rejects.toMatchObject({ code: '23514' });
    await admin.act('post.end', { validTo: addDays(today, 2) }, { subject: post });
    expect(await daysOf(id)).toEqual({ from: today, to: addDays(today, 2) });
  });

  it('ends when the lender is ended; what was to begin later never does', async () => {
    const { self, officer } = await lender('bahai@laocai.example');
    const { id: now } = await lend(self, quyet.officer);
    const { id: later } = await lend(self, quyet.officer, { validFrom: addDays(today, 3) });
    await admin.act('officer.end', { reason: 'Nghỉ' }, { subject: officer });
    expect(await daysOf(now)).toEqual({ from: today, to: today });
    expect(await daysOf(later)).toEqual({ from: addDays(today, 3), to: addDays(today, 3) });
  });

  it('ends in the database too, whoever ends the post', async () => {
    const { self, post } = await lender('baba@laocai.example');
    const { id } = await lend(self, quyet.officer);
    await world.owner('update post set valid_to = ct.today() where id = $1', [post]);
    expect(await daysOf(id)).toEqual({ from: today, to: today });
  });
});
