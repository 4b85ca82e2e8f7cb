/* A case of 20 June 2025, written down late: the law of that day counts, not today's. Then a referral that came back and went out again, a post lent for a
 * week, a post that was ended, and a tablet left lying. The people in it are invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { addDays, type Day, startOfDay } from '../../kernel/day.ts';
import { type Json, makeWorld, type Person, refusal, type World } from '../support/world.ts';

let world: World;
let today: Day;
let phua: Person;
let my: Person;
const her: Record<string, string> = {};

const june20 = '2025-06-20' as Day;
const pc02Then = getOffice('cong-an/pc02@old').id;
const pc02Now = getOffice('cong-an/pc02@2025').id;
const health = getOffice('y-te/so@2025').id;
const shelter = getOffice('nhan-ai/nha@2025').id;

beforeAll(async () => {
  world = await makeWorld();
  today = world.today();
  [phua, my] = (await Promise.all(['phua', 'my'].map(key => world.as(key)))) as [Person, Person];
});
afterAll(() => world?.stop());

describe('she came on 20 June 2025', () => {
  it('what was done then stands under the law of then', async () => {
    her.file = (
      await phua.act('person.register', {
        fullName: 'Lù Thị Sen',
        born: '2007-05',
        route: 'rescued',
        arrivedAt: startOfDay(june20),
        entry: 'screen',
      })
    ).id;
    await phua.act('screening.record', {
      person: her.file,
      indicatorSet: 'legal_elements.v1',
      impression: 'some_signs',
      screenedAt: '2025-06-30T16:59:00.000Z',
    });
    await phua.act('screening.record', {
      person: her.file,
      indicatorSet: 'legal_elements.v1',
      impression: 'clear_signs',
      screenedAt: '2025-06-30T17:00:00.000Z',
    });
    await phua.act('assertion.presume', { person: her.file, finding: 'victim', assertedOn: '2025-06-22' });
    const { parts } = await phua.path(her.file);
    // Midnight in Vietnam, not in Greenwich, is where the one law ends and the other begins.
    expect(parts.screening.map((one: Json) => one.law)).toEqual(['66/2011/QH12', '53/2024/QH15']);
    expect(parts.assertion.map((one: Json) => [one.assertionKind, one.law])).toEqual([
      ['screened', '66/2011/QH12'],
      ['screened', '53/2024/QH15'],
      ['presumed', '66/2011/QH12'],
    ]);
  });

  it('a body that did not exist on that day cannot have been asked', async () => {
    const late = { person: her.file, toOffice: pc02Now, receivedOn: june20 };
    expect(await refusal(phua.act('verification.request', late))).toMatchObject({
      code: 'limit.not_competent',
      details: { needed: 'verify', day: june20 },
    });
    expect(
      (
        await refusal(
          phua.act('verification.request', { ...late, toOffice: pc02Then, receivedOn: addDays(today, 1) }),
        )
      ).code,
    ).toBe('input.invalid');
    expect(
      (await refusal(phua.act('verification.request', { ...late, toOffice: pc02Then, receivedOn: today })))
        .code,
    ).toBe('limit.not_competent');
  });

  it('the clock is that of 2011: twenty days, its article, advisory and so never overdue', async () => {
    const asked = await phua.act('verification.request', {
      person: her.file,
      toOffice: pc02Then,
      receivedOn: june20,
    });
    expect(asked.term).toEqual({
      rule: 'victim2011.verify_2025',
      article: 'Điều 24.4 Luật 66/2011',
      due: '2025-07-10',
      advisory: true,
    });
    const { parts, clocks } = await phua.path(her.file!);
    expect(parts.verification).toMatchObject([
      { law: '66/2011/QH12', rule: 'victim2011.verify_2025', dueOn: '2025-07-10', advisory: 'yes' },
    ]);
    expect(clocks.map((clock: Json) => [clock.family, clock.due, clock.advisory])).toEqual([
      ['victim.verify', '2025-07-10', true],
    ]);
    const item = (await phua.work()).find(one => one.kind === 'verification_waiting')!;
    expect([item.due, item.state]).toEqual(['2025-07-10', 'advisory']);
  });

  it('the last day of the old law and the first of the new are counted by different lines', async () => {
    const on = (receivedOn: string, toOffice: string) =>
      phua.act('verification.request', { person: her.file, toOffice, receivedOn });
    expect((await on('2025-06-30', pc02Then)).term).toMatchObject({
      rule: 'victim2011.verify_2025',
      due: '2025-07-21',
    });
    expect((await on('2025-07-01', pc02Now)).term).toMatchObject({
      rule: 'victim2024.initial_check',
      due: '2025-07-04',
    });
  });

  it('a body of today identifies under the law of today, and not for a day before it existed', async () => {
    const nhai = await world.as('nhai');
    const found = {
      person: her.file,
      finding: 'victim',
      paperKind: 'police_certificate',
      paperNumber: '9001/GXN',
    };
    expect((await refusal(nhai.act('assertion.identify', { ...found, assertedOn: '2025-06-25' }))).code).toBe(
      'limit.not_competent',
    );
    await nhai.act('assertion.identify', { ...found, assertedOn: '2025-07-01' });
    expect((await phua.path(her.file!)).parts.assertion.at(-1)).toMatchObject({
      assertionKind: 'identified',
      law: '53/2024/QH15',
      assertedOn: '2025-07-01',
    });
  });
});

describe('a referral that comes back', () => {
  const fields = ['person.fullName', 'person.born', 'needs.medical'];
  const send = (toOffice: string, more: object = {}) =>
    phua.act('referral.send', {
      person: her.file,
      toOffice,
      referralPurpose: 'shelter',
      sharedFields: fields,
      ground: 'consent',
      consent: her.consent,
      until: addDays(today, 20),
      ...more,
    });

  it('needs a day that is neither past nor a year away, and another office than one’s own', async () => {
    her.consent = (
      await phua.act('consent.record', {
        person: her.file,
        consentPurpose: 'referral',
        given: 'yes',
        givenBy: 'herself_and_guardian',
      })
    ).id;
    for (const [more, reason] of [
      [{ until: today }, 'in_past'],
      [{ until: addDays(today, 400) }, 'too_far'],
      [{ toOffice: phua.office }, 'own_office'],
      [{ ground: 'legal_duty', consent: null }, 'required'],
    ] as const)
      expect([reason, (await refusal(send(shelter, more))).fields.map(issue => issue.reason)]).toEqual([
        reason,
        [reason],
      ]);
  });

  it('a consent for one recipient does not cover another, and one that ran out covers none', async () => {
    const only = await phua.act('consent.record', {
      person: her.file,
      consentPurpose: 'services',
      given: 'yes',
      givenBy: 'herself',
      recipient: health,
    });
    expect((await refusal(send(shelter, { consent: only.id }))).code).toBe('consent.missing');
    const over = await phua.act('consent.record', {
      person: her.file,
      consentPurpose: 'services',
      given: 'yes',
      givenBy: 'herself',
      until: addDays(today, 1),
    });
    // The night passes.
    await world.owner('update consent set until = $2 where id = $1', [over.id, today]);
    expect((await refusal(send(shelter, { consent: over.id }))).code).toBe('consent.missing');
  });

  it('is noticed when nobody answers', async () => {
    world.shift(-6 * 24 * 60);
    her.silent = (await send(health)).id;
    world.shift(0);
    const item = (await phua.work()).find(one => one.kind === 'referral_silent')!;
    expect(item).toMatchObject({ id: her.silent, rule: 'practice.referral_silence' });
    expect(item.state).not.toBe('overdue');
    await phua.act('referral.revoke', { reason: 'Gửi nơi khác' }, { subject: her.silent! });
    expect((await phua.work()).map(one => one.kind)).not.toContain('referral_silent');
  });

  it('says why it comes back, and what it opened is closed', async () => {
    her.first = (await send(shelter)).id;
    expect((await my.path(her.file!)).person.fullName).toBe('Lù Thị Sen');
    expect(
      (await refusal(my.act('referral.return', { returnReason: 'other' }, { subject: her.first }))).fields,
    ).toMatchObject([{ field: 'answerNote', reason: 'required' }]);
    await my.act(
      'referral.return',
      { returnReason: 'no_place', answerNote: 'Hết giường đến thứ Hai' },
      { subject: her.first },
    );
    expect((await refusal(my.path(her.file!))).code).toBe('person.not_shared');
    expect((await phua.notices())[0]).toMatchObject({
      kind: 'referral_returned',
      subject: { id: her.first },
    });
    const item = (await phua.work()).find(one => one.kind === 'referral_returned')!;
    expect(item.id).toBe(her.first);
    expect(await phua.get('referral', her.first!)).toMatchObject({
      state: 'returned',
      returnReason: 'no_place',
    });
    expect((await refusal(my.act('referral.accept', {}, { subject: her.first! }))).code).toBe(
      'act.wrong_state',
    );
  });

  it('goes out again, is accepted and completed; then the file is closed to the shelter', async () => {
    her.second = (await send(shelter)).id;
    expect(
      (await refusal(my.act('referral.complete', { outcome: 'service_given' }, { subject: her.second })))
        .code,
    ).toBe('act.wrong_state');
    await my.act('referral.accept', {}, { subject: her.second });
    const { person, parts } = await my.path(her.file!);
    expect([person.fullName, person.born]).toEqual(['Lù Thị Sen', '2007-05']);
    expect(person.withheld).toContain('sex');
    expect(parts.arrival).toEqual([]);
    await my.act('referral.complete', { outcome: 'service_given' }, { subject: her.second });
    expect((await refusal(my.path(her.file!))).code).toBe('person.not_shared');
    expect(await phua.get('referral', her.second!)).toMatchObject({
      state: 'completed',
      outcome: 'service_given',
    });
    const { parts: all } = await phua.path(her.file!);
    expect(all.referral.map((one: Json) => one.state).sort()).toEqual(['completed', 'returned', 'revoked']);
    expect(all.share.filter((one: Json) => one.referral).every((one: Json) => one.revokedAt !== null)).toBe(
      true,
    );
  });

  it('a closed file is not sent anywhere until somebody reopens it', async () => {
    const asked = await phua.act(
      'person.close',
      { grounds: 'reintegrated', reason: 'Đã về với mẹ, đi học lại' },
      { subject: her.file! },
    );
    const quyet = await world.as('quyet');
    await quyet.act('fileDecision.approve', {}, { subject: asked.decision });
    expect((await refusal(send(shelter))).code).toBe('person.closed');
    expect(
      (await refusal(phua.act('person.correct', { fullName: 'x', reason: 'y' }, { subject: her.file! })))
        .code,
    ).toBe('act.wrong_state');
    await phua.act('person.reopen', { reason: 'Chị quay lại' }, { subject: her.file! });
    expect((await phua.get('person', her.file!)).state).toBe('open');
  });
});

describe('a post lent for a week', () => {
  let san: Person;
  const lend = (more: object = {}) =>
    phua.act('delegation.give', {
      toOfficer: san.officer,
      validFrom: today,
      validTo: addDays(today, 7),
      reason: 'Đi phép',
      ...more,
    });

  it('is lent to another, from today on, and for no longer than sixty days', async () => {
    san = await world.as('san');
    // Seconded to the gate as an investigator, who sees no file there; that makes her a colleague.
    await (await world.as('hoai-nam')).act('post.give', {
      officer: san.officer,
      atOffice: phua.office,
      role: 'investigator',
      extent: 'office',
      validFrom: today,
    });
    for (const [more, reason] of [
      [{ toOfficer: phua.officer }, 'yourself'],
      [{ validFrom: addDays(today, -1) }, 'in_past'],
      [{ validTo: today }, 'before_start'],
      [{ validTo: addDays(today, 61) }, 'too_far'],
    ] as const)
      expect((await refusal(lend(more))).fields.map(issue => issue.reason)).toEqual([reason]);
    expect((await refusal(san.get('person', her.file!))).code).toBe('person.not_shared');
  });

  it('gives what the post gives, under the borrower’s own name', async () => {
    her.lent = (await lend()).id;
    expect((await san.notices())[0]).toMatchObject({ kind: 'delegation_given' });
    const borrowed = await world.as('san', 'border_officer');
    expect(borrowed.posts.find(post => post.id === her.lent)).toMatchObject({
      role: 'border_officer',
      office: phua.office,
      delegated: true,
    });
    expect((await borrowed.get('person', her.file!)).fullName).toBe('Lù Thị Sen');
    expect((await refusal(san.get('person', her.file!))).code).toBe('person.not_shared');
    const [entry] = await world.owner(
      "select officer, post from ledger.entry where kind = 'read' and officer = $1 order by n desc limit 1",
      [borrowed.officer],
    );
    expect(entry).toEqual({ officer: san.officer, post: her.lent });
    expect(
      (
        await refusal(
          borrowed.act('delegation.give', {
            toOfficer: my.officer,
            validFrom: today,
            validTo: addDays(today, 2),
            reason: 'x',
          }),
        )
      ).code,
    ).toBe('act.not_yours');
  });

  it('is not offered after its last day', async () => {
    world.shift(8 * 24 * 60);
    const later = await world.as('san');
    world.shift(0);
    expect(later.posts.map(post => post.id)).not.toContain(her.lent);
  });

  it('ends when the lender takes it back: the next request is refused', async () => {
    const borrowed = await world.as('san', 'border_officer');
    expect(await borrowed.list('person')).toHaveLength(1);
    expect((await refusal(san.act('delegation.end', {}, { subject: her.lent! }))).code).toBe('act.not_yours');
    await phua.act('delegation.end', {}, { subject: her.lent! });
    expect((await refusal(borrowed.list('person'))).status).toBe(401);
    expect(
      (
        await refusal(
          borrowed.act('person.close', { grounds: 'reintegrated', reason: 'x' }, { subject: her.file! }),
        )
      ).status,
    ).toBe(401);
  });

  it('ends with the post it came from', async () => {
    const quyet = await world.as('quyet');
    await quyet.act('delegation.give', {
      toOfficer: san.officer,
      validFrom: today,
      validTo: addDays(today, 7),
      reason: 'Đi phép',
    });
    const borrowed = await world.as('san', 'border_officer');
    expect(await borrowed.list('person')).toHaveLength(1);
    const admin = await world.as('hoai-nam');
    await admin.act('post.end', { validTo: today }, { subject: quyet.postId });
    expect((await refusal(borrowed.list('person'))).status).toBe(401);
  });
});

describe('an administrator', () => {
  it('ends a post, and the next request is refused, reading and writing', async () => {
    const admin = await world.as('hoai-nam');
    const thang = await world.as('thang');
    const own = await thang.act('person.register', {
      fullName: 'Giàng Thị Chía',
      route: 'self_return',
      arrivedAt: world.now(),
      entry: 'screen',
    });
    expect((await refusal(phua.act('post.end', { validTo: today }, { subject: thang.postId }))).code).toBe(
      'act.not_yours',
    );
    await admin.act('post.end', { validTo: today }, { subject: thang.postId });
    const requests = [
      thang.get('person', own.id),
      thang.list('person'),
      thang.search('Giàng'),
      thang.work(),
      thang.act('person.close', { grounds: 'reintegrated', reason: 'x' }, { subject: own.id }),
    ];
    expect((await Promise.all(requests.map(refusal))).map(refused => refused.status)).toEqual([
      401, 401, 401, 401, 401,
    ]);
    expect(
      (
        await world.request({
          method: 'POST',
          url: '/api/auth/cast',
          headers: { host: 'localhost:3000', origin: 'http://localhost:3000', 'x-chungtay': '1' },
          payload: { key: 'thang' },
        })
      ).body.code,
    ).toBe('session.no_post');
  });

  it('ends an officer, and every session of hers is over', async () => {
    const admin = await world.as('hoai-nam');
    const [one, two] = [await world.as('si'), await world.as('si')];
    await admin.act('officer.end', { reason: 'Nghỉ hưu' }, { subject: one.officer });
    expect(
      (await Promise.all([one, two].map(session => refusal(session.work())))).map(refused => refused.status),
    ).toEqual([401, 401]);
  });

  it('gives no post to herself, and sees no person', async () => {
    const admin = await world.as('hoai-nam');
    expect(
      (
        await refusal(
          admin.act('post.give', {
            officer: admin.officer,
            atOffice: phua.office,
            role: 'border_officer',
            extent: 'office',
            validFrom: today,
          }),
        )
      ).code,
    ).toBe('act.not_yours');
    for (const record of ['person', 'arrival', 'note', 'share', 'referral'])
      expect((await refusal(admin.list(record))).code).toBe('list.not_yours');
    expect((await refusal(admin.path(her.file!))).code).toBe('person.not_shared');
    expect(await admin.search('Lù Thị Sen')).toEqual([]);
  });
});

describe('a tablet left lying', () => {
  it('asks to sign in again after half an hour at a border post, and a quarter elsewhere', async () => {
    const [post, desk] = [await world.as('phua'), await world.as('nhai')];
    world.shift(16);
    expect(Array.isArray(await post.work())).toBe(true);
    expect((await refusal(desk.work())).code).toBe('session.missing');
    world.shift(16 + 31);
    expect((await refusal(post.work())).code).toBe('session.missing');
    world.shift(0);
  });

  it('what the page asks by itself keeps nobody signed in', async () => {
    const desk = await world.as('nhai');
    for (const minutes of [5, 10, 14]) {
      world.shift(minutes);
      expect((await desk.post('/api/notifications', {}, { 'x-chungtay-background': '1' })).status).toBe(200);
    }
    world.shift(16);
    expect((await refusal(desk.work())).code).toBe('session.missing');
    world.shift(0);
  });
});
