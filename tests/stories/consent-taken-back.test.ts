/* A woman whose consent is withdrawn after she was referred: first what a consent does not let go out, then a referral on it, then she takes a part back, then one
 * receiver, then all; and what each office can and cannot see in the end. A girl whose guardian answered for her comes between. The people are invented. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { addDays, type Day, startOfDay } from '../../kernel/day.ts';
import { explanations } from '../../modules/intake/index.ts';
import { shareBundles } from '../../modules/referrals/index.ts';
import { sweep, sweepDay } from '../../server/worker/sweep.ts';
import { asDatabaseRole, type Json, makeWorld, type Person, refusal, type World } from '../support/world.ts';

const shelter = getOffice('nhan-ai/nha@2025').id;
const health = getOffice('y-te/so@2025').id;
const told = Object.fromEntries(explanations.map(question => [question, 'yes']));
const fields = (...bundles: string[]) => bundles.flatMap(bundle => [...shareBundles[bundle]!]);

let world: World;
let today: Day;
let phua: Person;
let my: Person;
let van: Person;
const her: Record<string, string> = {};

beforeAll(async () => {
  world = await makeWorld();
  today = world.today();
  [phua, my, van] = (await Promise.all(['phua', 'my', 'van'].map(key => world.as(key)))) as [
    Person,
    Person,
    Person,
  ];
  her.file = (
    await phua.act('person.register', {
      fullName: 'Chảo Thị Ví Dụ',
      born: '1999',
      phone: '0300 555 7777',
      route: 'self_return',
      arrivedAt: world.now(),
      herAccount: 'Chị kể',
      entry: 'screen',
    })
  ).id;
});
afterAll(() => world?.stop());

/** The server sweeps by itself as well, and one of the two finds the other at it: swept until it is so. */
const sweptUntil = (check: () => Promise<void>) =>
  vi.waitFor(
    async () => {
      await sweep(world.system.door, world.now());
      await check();
    },
    { timeout: 8000, interval: 100 },
  );

const consent = (more: object = {}) =>
  phua.act('consent.record', {
    person: her.file,
    consentPurpose: 'referral',
    given: 'yes',
    givenBy: 'herself',
    language: 'ium',
    interpreter: 'yes',
    interpreterWho: 'Chị Tẩn, phiên dịch tiếng Dao',
    explained: told,
    ...more,
  });
const send = (consentId: string, more: object = {}) =>
  phua.act('referral.send', {
    person: her.file,
    toOffice: shelter,
    referralPurpose: 'shelter',
    sharedFields: fields('who', 'needs', 'contact'),
    ground: 'consent',
    consent: consentId,
    until: addDays(today, 30),
    ...more,
  });

describe('what a consent does not let go out', () => {
  it('a class that does not exist, a day that is past, an office and a kind at once are not taken down', async () => {
    for (const [more, field] of [
      [{ until: today }, 'until'],
      [{ dataClasses: ['everything'] }, 'dataClasses'],
      [{ until: addDays(today, -1) }, 'until'],
      [{ recipient: shelter, recipientKind: 'health' }, 'recipientKind'],
    ] as const)
      expect((await refusal(consent(more))).fields.map(issue => issue.field)).toEqual([field]);
  });

  it('a class it does not name: the fields are named, and nothing went out', async () => {
    const plain = await consent();
    expect(plain.warnings).toEqual([]);
    const refused = await refusal(send(plain.id));
    expect([refused.status, refused.code]).toEqual([409, 'share.fields_not_covered']);
    expect(refused.details.fields).toEqual(fields('contact'));
    expect(await my.list('person')).toEqual([]);
  });

  it('another kind of agency, and an investigation', async () => {
    const onlyHealth = await consent({ recipientKind: 'health', dataClasses: ['who', 'needs', 'contact'] });
    expect((await refusal(send(onlyHealth.id))).code).toBe('consent.missing');
    const any = await consent({ dataClasses: ['who', 'needs', 'contact'] });
    expect((await refusal(send(any.id, { referralPurpose: 'investigation' }))).code).toBe('consent.missing');
  });

  it('what was not explained is said at once', async () => {
    const done = await consent({ consentPurpose: 'media', explained: { interview: 'yes' } });
    expect(done.warnings).toMatchObject([{ field: 'explained', reason: 'explained_partly' }]);
  });
});

describe('a girl whose guardian answered', () => {
  const girl: Record<string, string> = {};
  const answer = (more: object) =>
    phua.act('consent.record', {
      person: girl.file,
      consentPurpose: 'referral',
      given: 'yes',
      givenBy: 'guardian',
      guardianAnswer: 'yes',
      guardianWho: 'Chú ruột',
      explained: told,
      ...more,
    });
  const sendHer = (consentId: string, more: object = {}) =>
    send(consentId, { person: girl.file, sharedFields: fields('who'), ...more });

  it('is not sent on without a word why, when she has not answered herself', async () => {
    girl.file = (
      await phua.act('person.register', {
        fullName: 'Lý Thị Thử',
        born: '2012',
        route: 'rescued',
        arrivedAt: world.now(),
        entry: 'screen',
      })
    ).id;
    const notAsked = await answer({});
    expect(notAsked.warnings).toMatchObject([{ field: 'childAssent', reason: 'assent_missing' }]);
    const refused = await refusal(sendHer(notAsked.id));
    expect(refused.fields).toMatchObject([{ field: 'doubtNote', reason: 'doubt_unanswered' }]);
  });

  it('and not at all when she said no, or when the guardian may be involved and nobody says why', async () => {
    const no = await answer({ childAssent: 'no' });
    expect((await refusal(sendHer(no.id))).code).toBe('consent.dissent');
    expect((await refusal(sendHer(no.id, { doubtNote: 'Cần gấp' }))).code).toBe('consent.dissent');
    const involved = await answer({ childAssent: 'yes', guardianInvolved: 'unknown' });
    expect(involved.warnings).toMatchObject([{ reason: 'guardian_involved' }]);
    expect((await refusal(sendHer(involved.id))).code).toBe('input.invalid');
    await sendHer(involved.id, { doubtNote: 'Đã hỏi trung tâm; chú không ở cùng nơi em bị đưa đi' });
    expect((await my.path(girl.file!)).person.fullName).toBe('Lý Thị Thử');
  });
});

describe('she is referred on her consent', () => {
  it('the share ends when the consent does, whatever day was chosen', async () => {
    const until = addDays(today, 9);
    her.consent = (await consent({ dataClasses: ['who', 'needs', 'contact'], until })).id;
    const sent = await send(her.consent);
    her.referral = sent.id;
    expect(sent.warnings).toMatchObject([{ reason: 'consent_ends_first' }]);
    const { share, referral } = (await phua.path(her.file!)).parts;
    expect(share[0].until).toBe(startOfDay(until));
    expect(referral[0].until).toBe(addDays(until, -1));
    await my.act('referral.accept', {}, { subject: sent.id });
    expect(await my.open('person', her.file!, 'phone')).toBe('0300 555 7777');
  });

  it('its end is brought to mind before, with the same day', async () => {
    const item = (await phua.work()).find(one => one.kind === 'consent_ending')!;
    expect(item).toMatchObject({ record: 'person', id: her.file, due: addDays(today, 9) });
    expect(item.caption).toMatch(/^NN-/);
    expect(item.state).not.toBe('overdue');
    const said = async () => (await phua.notices()).filter(one => one.kind === 'consent_ending');
    await sweptUntil(async () => expect(await said()).not.toEqual([]));
    // However often it is swept, it is said once.
    await sweep(world.system.door, world.now());
    expect(await said()).toMatchObject([{ subject: { record: 'consent', id: her.consent } }]);
  });
});

describe('she takes a part back', () => {
  it('nobody else may take that down', async () => {
    const chuyen = await world.as('chuyen');
    for (const person of [my, chuyen])
      expect(
        (
          await refusal(
            person.act('consent.withdraw', { dataClasses: ['contact'] }, { subject: her.consent! }),
          )
        ).status,
      ).toBe(403);
    expect(
      (await refusal(phua.act('consent.withdraw', { dataClasses: ['nothing'] }, { subject: her.consent! })))
        .code,
    ).toBe('input.invalid');
  });

  it('the shelter keeps what she left and loses her telephone, and is told without her name', async () => {
    await phua.act('consent.withdraw', { dataClasses: ['contact'] }, { subject: her.consent! });
    const { person } = await my.path(her.file!);
    expect(person.fullName).toBe('Chảo Thị Ví Dụ');
    expect(person).not.toHaveProperty('phone');
    expect((await refusal(my.open('person', her.file!, 'phone'))).code).toBe('field.not_yours');
    expect(await my.get('referral', her.referral!)).toMatchObject({ state: 'accepted' });
    expect(await my.search('Chảo Thị Ví Dụ')).toHaveLength(1);
    const told = (await my.notices())[0];
    expect(told).toMatchObject({ kind: 'share_narrowed', subject: { record: 'referral', id: her.referral } });
    expect(JSON.stringify(await my.notices())).not.toContain('Chảo');
  });

  it('a new referral on the same consent no longer covers it', async () => {
    const refused = await refusal(send(her.consent!, { toOffice: health }));
    expect(refused.details.fields).toEqual(fields('contact'));
    await send(her.consent!, { toOffice: health, sharedFields: fields('who') });
    expect((await van.path(her.file!)).person.fullName).toBe('Chảo Thị Ví Dụ');
  });
});

describe('she does not want the health office to see anything any more', () => {
  it('that share ends, the other stays, and nothing new goes there', async () => {
    await phua.act(
      'consent.withdraw',
      { recipients: [health], saidBy: 'herself', withdrawnWhy: 'Có người quen ở đó' },
      { subject: her.consent! },
    );
    expect((await refusal(van.path(her.file!))).code).toBe('person.not_shared');
    expect((await my.path(her.file!)).person.fullName).toBe('Chảo Thị Ví Dụ');
    expect((await refusal(send(her.consent!, { toOffice: health, sharedFields: fields('who') }))).code).toBe(
      'consent.missing',
    );
  });
});

describe('she takes all of it back', () => {
  it('in the same breath the shelter sees nothing, and the trace stays on her path', async () => {
    await my.act('note.write', { person: her.file, noteKind: 'talk', onDay: today, text: 'Đã nói chuyện' });
    await phua.act('consent.withdraw', {}, { subject: her.consent! });
    expect((await refusal(my.path(her.file!))).code).toBe('person.not_shared');
    expect(await my.search('Chảo Thị Ví Dụ')).toEqual([]);
    const { parts } = await phua.path(her.file!);
    expect(
      parts.withdrawal.map((one: Json) => [one.whole, one.dataClasses, one.recipients, one.sharesEnded]),
    ).toEqual([
      ['no', ['contact'], null, 1],
      ['no', null, [health], 1],
      ['yes', null, null, 1],
    ]);
    expect(parts.consent.find((one: Json) => one.id === her.consent).withdrawnAt).not.toBeNull();
    // What was done stays done: the shelter keeps the note it wrote, and no more.
    expect(await my.list('note')).toHaveLength(1);
    expect((await refusal(phua.act('consent.withdraw', {}, { subject: her.consent! }))).code).toBe(
      'act.wrong_state',
    );
  });

  it('a share that whoever withdraws cannot see ends with it as well, and its receiver is told by the sweep', async () => {
    const other = await consent({ dataClasses: ['who'] });
    const sent = await send(other.id, { toOffice: health, sharedFields: fields('who') });
    await world.owner('update consent set withdrawn_at = now() where id = $1', [other.id]);
    expect((await refusal(van.path(her.file!))).code).toBe('person.not_shared');
    await sweptUntil(async () => {
      expect(await van.get('referral', sent.id)).toMatchObject({ state: 'revoked' });
    });
    expect((await van.notices())[0]).toMatchObject({ kind: 'share_revoked' });
  });

  it('and one that runs out ends by the sweep, which says why', async () => {
    const short = await consent({ dataClasses: ['who'], until: addDays(today, 1) });
    const sent = await send(short.id, { toOffice: health, sharedFields: fields('who') });
    expect((await van.path(her.file!)).person.fullName).toBe('Chảo Thị Ví Dụ');
    world.shift(24 * 60);
    await sweptUntil(async () =>
      expect(await world.owner('select revoked_why from share where referral = $1', [sent.id])).toMatchObject(
        [{ revoked_why: 'consent_ran_out' }],
      ),
    );
    world.shift(0);
    expect((await refusal(van.path(her.file!))).code).toBe('person.not_shared');
    expect(await phua.get('referral', sent.id)).toMatchObject({ state: 'revoked' });
    expect((await phua.notices()).map(one => one.kind)).toContain('consent_ran_out');
  });

  it('a withdrawal is only added: the database changes and deletes none', async () => {
    await asDatabaseRole(world, 'ct_border_officer', phua.cookie, async query => {
      await expect(query("update withdrawal set why = 'khác'")).rejects.toMatchObject({ code: '42501' });
    });
  });
});

describe('she tells the shelter, not the post', () => {
  const her2: Record<string, string> = {};
  const shareOf = async (person: Person) =>
    (await person.path(her2.file!)).parts.share.find((one: Json) => one.revokedAt === null);

  it('nobody writes it down who sees no share of hers, or whose share rests on law', async () => {
    her2.file = (
      await phua.act('person.register', {
        fullName: 'Tẩn Thị Nghe',
        born: '1997',
        phone: '0300 555 8888',
        route: 'self_return',
        arrivedAt: world.now(),
        entry: 'screen',
      })
    ).id;
    const agreed = await consent({ person: her2.file, dataClasses: ['who', 'needs', 'contact'] });
    her2.consent = agreed.id;
    for (const toOffice of [shelter, health])
      await send(her2.consent, {
        person: her2.file,
        toOffice,
        sharedFields: fields('who', 'needs', 'contact'),
      });
    const share = await shareOf(my);
    for (const key of ['chuyen', 'van', 'phua']) {
      const other = await world.as(key);
      expect([403, 404]).toContain(
        (await refusal(other.act('share.takeBack', {}, { subject: share.id }))).status,
      );
    }
    const byLaw = await phua.act('referral.send', {
      person: her2.file,
      toOffice: shelter,
      referralPurpose: 'shelter',
      sharedFields: fields('who'),
      ground: 'vital_interest',
      groundArticle: 'Việc gấp',
      until: addDays(today, 5),
    });
    const lawful = (await my.path(her2.file!)).parts.share.find((one: Json) => one.referral === byLaw.id);
    expect((await refusal(my.act('share.takeBack', {}, { subject: lawful.id }))).code).toBe(
      'share.not_on_consent',
    );
    await phua.act('referral.revoke', { reason: 'Không còn gấp' }, { subject: byLaw.id });
  });

  it('a no taken down by the house as a new answer says that the share goes on until it is taken back', async () => {
    const answered = await my.act('consent.record', {
      person: her2.file,
      consentPurpose: 'media',
      given: 'no',
      givenBy: 'herself',
    });
    expect(answered.warnings).toMatchObject([{ field: 'given', reason: 'still_shared' }]);
  });

  it('a part: both receivers lose it at once, whoever wrote it down', async () => {
    const share = await shareOf(my);
    await my.act('share.takeBack', { dataClasses: ['contact'] }, { subject: share.id });
    for (const person of [my, van]) {
      const seen = (await person.path(her2.file!)).person;
      expect(seen.fullName).toBe('Tẩn Thị Nghe');
      expect(seen).not.toHaveProperty('phone');
    }
    expect((await van.notices()).map(one => one.kind)).toContain('share_narrowed');
    expect((await phua.notices()).find(one => one.kind === 'consent_taken_back')).toMatchObject({
      subject: { record: 'person', id: her2.file },
    });
  });

  it('only this house: the others go on, and the house is not sent to again', async () => {
    const share = await shareOf(my);
    await my.act(
      'share.takeBack',
      { onlyHere: 'yes', withdrawnWhy: 'Chị muốn về nhà' },
      { subject: share.id },
    );
    expect((await refusal(my.path(her2.file!))).code).toBe('person.not_shared');
    expect((await van.path(her2.file!)).person.fullName).toBe('Tẩn Thị Nghe');
    expect(
      (await refusal(send(her2.consent!, { person: her2.file, sharedFields: fields('who') }))).code,
    ).toBe('consent.missing');
  });

  it('all of it, told to the health office: nobody sees her any more, the trace stays with both', async () => {
    const share = await shareOf(van);
    await van.act('share.takeBack', {}, { subject: share.id });
    expect((await refusal(van.path(her2.file!))).code).toBe('person.not_shared');
    const { parts } = await phua.path(her2.file!);
    expect(parts.consent[0].withdrawnAt).not.toBeNull();
    expect(parts.referral.map((one: Json) => one.state)).not.toContain('accepted');
    expect(
      parts.withdrawal.map((one: Json) => [one.office, one.whole, one.dataClasses, one.sharesEnded]),
    ).toEqual([
      [shelter, 'no', ['contact'], 2],
      [shelter, 'no', null, 1],
      [health, 'yes', null, 1],
    ]);
    const own = await my.list('withdrawal', { filter: { person: { is: her2.file } } });
    expect(own).toHaveLength(2);
  });
});

describe('she changes her mind', () => {
  it('a later no is the answer that counts: what rested on the yes ends, and the yes carries nothing more', async () => {
    const { id: file } = await phua.act('person.register', {
      fullName: 'Chảo Thị Đổi',
      born: '1995',
      route: 'self_return',
      arrivedAt: world.now(),
      entry: 'screen',
    });
    const yes = await consent({ person: file, dataClasses: ['who'] });
    await send(yes.id, { person: file, sharedFields: fields('who') });
    expect(
      (await refusal(consent({ person: file, given: 'no', dataClasses: ['who'] }))).fields,
    ).toMatchObject([{ field: 'dataClasses', reason: 'only_with_yes' }]);
    const notHealth = await consent({ person: file, given: 'no', recipientKind: 'health' });
    expect(notHealth.warnings).toEqual([]);
    expect((await my.path(file)).person.fullName).toBe('Chảo Thị Đổi');
    expect(
      (await refusal(send(yes.id, { person: file, toOffice: health, sharedFields: fields('who') }))).code,
    ).toBe('consent.missing');
    const no = await consent({ person: file, given: 'no' });
    expect(no.warnings).toMatchObject([{ field: 'given', reason: 'earlier_yes_ended' }]);
    expect((await refusal(my.path(file))).code).toBe('person.not_shared');
    expect((await my.notices()).map(one => one.kind)).toContain('share_revoked');
    expect((await refusal(send(yes.id, { person: file, sharedFields: fields('who') }))).code).toBe(
      'consent.missing',
    );
  });
});

describe('a guardian', () => {
  it('who says no is not passed over in silence; one who may be involved does not take back alone', async () => {
    const girl = await phua.act('person.register', {
      fullName: 'Vàng Thị Nhỏ',
      born: '2012',
      route: 'rescued',
      arrivedAt: world.now(),
      entry: 'screen',
    });
    const answer = (more: object) => consent({ person: girl.id, dataClasses: ['who'], ...more });
    expect((await refusal(answer({ givenBy: 'guardian', guardianAnswer: 'no' }))).fields).toMatchObject([
      { field: 'guardianAnswer', reason: 'contradicts' },
    ]);
    const against = await answer({ guardianAnswer: 'no', guardianInvolved: 'unknown' });
    const sendHer = (more: object = {}) =>
      send(against.id, { person: girl.id, sharedFields: fields('who'), ...more });
    expect((await refusal(sendHer())).fields).toMatchObject([{ field: 'doubtNote' }]);
    await sendHer({ doubtNote: 'Em muốn đi; chú có thể liên quan' });
    const back = (more: object = {}) =>
      phua.act('consent.withdraw', { saidBy: 'guardian', ...more }, { subject: against.id });
    expect((await refusal(back())).fields).toMatchObject([
      { field: 'withdrawnWhy', reason: 'guardian_takes_back' },
    ]);
    expect((await my.path(girl.id)).person.fullName).toBe('Vàng Thị Nhỏ');
  });

  it('answers for nobody who is grown: it is brought to mind before, and carries nothing new after', async () => {
    const born = addDays(`${Number(today.slice(0, 4)) - 18}${today.slice(4)}` as Day, 5);
    const girl = await phua.act('person.register', {
      fullName: 'Giàng Thị Lớn',
      born,
      route: 'rescued',
      arrivedAt: world.now(),
      entry: 'screen',
    });
    const agreed = await consent({
      person: girl.id,
      dataClasses: ['who'],
      givenBy: 'guardian',
      guardianAnswer: 'yes',
      guardianWho: 'Mẹ',
    });
    const sendHer = () =>
      send(agreed.id, { person: girl.id, sharedFields: fields('who'), doubtNote: 'Mẹ ký; em chưa nói được' });
    await sendHer();
    const said = async () => (await phua.notices()).filter(one => one.kind === 'consent_of_age');
    expect(await said()).toEqual([]);
    // Each day once, and again when the server starts: she is brought to mind once.
    for (const _start of [1, 2]) await sweepDay(world.system.door, world.now());
    expect(await said()).toMatchObject([{ subject: { record: 'consent', id: agreed.id } }]);
    expect((await phua.work()).find(one => one.kind === 'consent_of_age')).toMatchObject({
      record: 'person',
      id: girl.id,
      due: addDays(today, 5),
    });
    await world.owner('update person set born = $2 where id = $1', [girl.id, addDays(born, -6)]);
    expect((await refusal(sendHer())).code).toBe('consent.missing');
    const own = await consent({ person: girl.id, dataClasses: ['who'] });
    await send(own.id, { person: girl.id, toOffice: health, sharedFields: fields('who') });
  });
});

describe('in the end, what each of them can and cannot see', () => {
  it.each<[string, string | undefined, string, number, number]>([
    // who,              file,     consents, withdrawals
    ['phua', undefined, 'whole', 7, 3],
    ['quyet', undefined, 'whole', 7, 3],
    ['thang', undefined, '–', 0, 0],
    ['my', undefined, '–', 0, 0],
    ['van', undefined, '–', 0, 0],
    ['nhai', undefined, '–', 0, 0],
    ['chuyen', undefined, '–', 0, 0],
    ['nam', undefined, '–', 0, 0],
    ['vinh', undefined, '–', 0, 0],
    ['hoai-nam', undefined, '–', 0, 0],
    ['hang', undefined, '–', 0, 0],
  ])('%s', async (key, role, file, consents, withdrawals) => {
    const person = await world.as(key, role);
    const path = await person.path(her.file!).catch(() => null);
    const count = async (record: string) =>
      (await person.list(record, { filter: { person: { is: her.file } } }).catch(() => [])).length;
    expect([path ? 'whole' : '–', await count('consent'), await count('withdrawal')]).toEqual([
      file,
      consents,
      withdrawals,
    ]);
  });

  it('the ledger has every step and no word of it; it verifies', async () => {
    const hang = await world.as('hang');
    const page = await hang.ask('/api/ledger', { person: her.file });
    const names = page.rows.map((row: Json) => row.name);
    for (const name of ['consent.withdraw', 'consent.run_out', 'referral.end_with_consent'])
      expect(names).toContain(name);
    expect(JSON.stringify(page.rows)).not.toContain('Chảo');
    expect(await hang.ask('/api/ledger/verify')).toMatchObject({ ok: true, broken: 0 });
  });
});
