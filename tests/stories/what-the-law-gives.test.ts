/* What the law gives, and what it took to get it: somebody found to be a victim before 1 July 2025 and somebody after it, somebody still being identified, a foreign
 * victim, and somebody entitled to nothing. An administrator enters amounts, only the competent body decides, nothing is paid without a decision, and the
 * secretary sees sums and nobody. The people in it are invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { BUDGET_SOURCES } from '../../db/seed/amounts.ts';
import { addDays, type Day, startOfDay } from '../../kernel/day.ts';
import { entitlementsOf, factsOfFile } from '../../modules/entitlements/index.ts';
import { rules } from '../../rules/index.ts';
import { type Json, makeWorld, type Person, refusal, type World } from '../support/world.ts';

let world: World;
let today: Day;
let phua: Person;
let dao: Person;
let van: Person;
let nhai: Person;
let admin: Person;
const id: Record<string, string> = {};

const health = getOffice('y-te/so@2025').id;
const healthOfMarch = getOffice('y-te/so@2025-03').id;
const commune = getOffice('ubnd/xa-02752@old').id;
const chair = getOffice('ubnd/huyen-083@old').id;
const courtThen = getOffice('toa-an/tinh@old').id;
const pc02 = getOffice('cong-an/pc02@2025').id;
const [central, , fund] = BUDGET_SOURCES.map(source => source.id) as [string, string, string];

beforeAll(async () => {
  world = await makeWorld();
  today = world.today();
  [phua, dao, van, nhai, admin] = (await Promise.all(
    ['phua', 'dao', 'van', 'nhai', 'hoai-nam'].map(key => world.as(key)),
  )) as [Person, Person, Person, Person, Person];
});
afterAll(() => world?.stop());

const fieldsOf = async (promise: Promise<unknown>): Promise<[string, string][]> =>
  (await refusal(promise)).fields.map(issue => [issue.field, issue.reason]);
const received = (who: Person, fullName: string, more: object = {}) =>
  who
    .act('person.register', {
      fullName,
      born: '1999',
      sex: 'female',
      nationality: 'VN',
      route: 'self_return',
      arrivedAt: world.now(),
      entry: 'screen',
      ...more,
    })
    .then(done => done.id);
const lines = async (law: string, regime: string): Promise<Json[]> =>
  (await van.list('amountLine', { filter: { law: { is: law }, regime: { is: regime } } })) as Json[];

describe('amounts are entered with their text', () => {
  const line = {
    law: '53/2024/QH15',
    regime: 'travel',
    amountUnit: 'per_trip',
    amount: 99_999,
    citation: 'số liệu giả lập',
    validFrom: '2025-07-01',
  };

  it('by an administrator and by nobody else', async () => {
    for (const who of [van, phua])
      expect((await refusal(who.act('amountLine.add', line))).code).toBe('act.not_yours');
  });

  it('never without a citation, never two for one day', async () => {
    expect(await fieldsOf(admin.act('amountLine.add', { ...line, citation: ' ' }))).toEqual([
      ['citation', 'required'],
    ]);
    expect(await fieldsOf(admin.act('amountLine.add', { ...line, validTo: '2025-07-01' }))).toEqual([
      ['validTo', 'before_start'],
    ]);
    expect(await fieldsOf(admin.act('amountLine.add', { ...line, law: '66/2011/QH12' }))).toEqual([
      ['regime', 'not_in_this_law'],
    ]);
    id.line = (await admin.act('amountLine.add', line)).id;
    for (const validFrom of ['2025-07-01', '2025-01-01', '2027-01-01'])
      expect(await fieldsOf(admin.act('amountLine.add', { ...line, validFrom }))).toEqual([
        ['validFrom', 'line_overlaps'],
      ]);
    await admin.act('amountLine.add', {
      ...line,
      validFrom: '2025-01-01',
      validTo: '2025-07-01',
      amount: null,
    });
    await admin.act('amountLine.add', { ...line, amountUnit: 'once' });
  });

  it('and changed by a new line from a day, the old one standing as it stood', async () => {
    const change = { amount: 111_111, citation: 'số liệu giả lập, lần 2' };
    expect(
      await fieldsOf(admin.act('amountLine.change', { ...change, from: '2025-07-01' }, { subject: id.line })),
    ).toEqual([['from', 'before_start']]);
    await admin.act('amountLine.change', { ...change, from: '2026-01-01' }, { subject: id.line });
    expect(
      await fieldsOf(admin.act('amountLine.change', { ...change, from: '2026-02-01' }, { subject: id.line })),
    ).toEqual([['from', 'line_ended']]);
    const found = (await lines('53/2024/QH15', 'travel')).filter(one => one.amountUnit === 'per_trip');
    expect(found.map(one => [one.validFrom, one.validTo, one.amount]).sort()).toEqual([
      ['2025-01-01', '2025-07-01', null],
      ['2025-07-01', '2026-01-01', 99_999],
      ['2026-01-01', null, 111_111],
    ]);
    await admin.act(
      'amountLine.end',
      { validTo: '2026-06-01' },
      { subject: found.find(one => one.validTo === null)!.id },
    );
  });
});

describe('found to be a victim on 15 May 2025', () => {
  const apply = (more: object = {}) =>
    dao.act('supportApplication.submit', {
      person: id.before,
      regimes: ['hardship_and_loan', 'schooling_and_vocational'],
      toOffice: commune,
      appliedOn: '2025-06-09',
      signedBy: 'person',
      ...more,
    });
  const decide = (more: object = {}) =>
    dao.act('supportDecision.make', {
      person: id.before,
      application: id.first,
      regime: 'hardship_and_loan',
      decisionOutcome: 'granted',
      decidedOn: '2025-06-18',
      decidedBy: chair,
      decisionNumber: '9001/QĐ-UBND',
      amount: 1_000_000,
      amountLine: id.grantLine,
      ...more,
    });
  const pay = (more: object = {}) =>
    dao.act('payment.record', {
      person: id.before,
      decision: id.grant,
      paymentForm: 'cash',
      amount: 600_000,
      budgetSource: central,
      paidOn: '2025-06-20',
      receiptNumber: 'PC-9001',
      signedBy: 'person',
      ...more,
    });

  it('the paper goes to the commune of that day: three working days, counted by the old decree', async () => {
    id.before = await received(dao, 'Ma Thị Thử', { arrivedAt: startOfDay('2025-04-20' as Day) });
    await dao.act('assertion.noteJudgment', {
      person: id.before,
      court: courtThen,
      finding: 'victim',
      assertedOn: '2025-05-15',
      paperNumber: '9001/2025/HS-ST',
    });
    const refused = await refusal(apply({ toOffice: health }));
    expect(refused.fields[0]).toMatchObject({ field: 'toOffice', reason: 'not_competent_body' });
    expect(JSON.stringify(refused.fields[0])).toContain('Điều 23 Nghị định 09/2013/NĐ-CP');
    expect(await fieldsOf(apply({ appliedOn: addDays(today, 1) }))).toEqual([['appliedOn', 'in_future']]);
    expect(await fieldsOf(apply({ regimes: ['interpreting'] }))).toEqual([['regimes', 'not_in_this_law']]);
    const done = await apply();
    id.first = done.id;
    expect(done.number).toMatch(/^HT-\d{4}-\d{6}$/);
    // A judgment was noted, but whether it takes the place of the certificate nobody has read.
    expect(done.warnings.map(one => one.reason)).toEqual(['paper_missing']);
    expect(await dao.get('supportApplication', id.first!)).toMatchObject({
      state: 'with_commune',
      law: '66/2011/QH12',
      identifiedOn: '2025-05-15',
      rule: 'victim2011.support_commune',
      dueOn: '2025-06-12',
      advisory: 'no',
      contested: 'no',
    });
    const { clocks } = await dao.path(id.before!);
    const mine = clocks.filter((clock: Json) => clock.record === 'supportApplication');
    expect(
      mine.map((clock: Json) => [clock.row, clock.parameter, clock.due, clock.advisory, clock.met]),
    ).toEqual([[id.first, 'victim2011.support_commune', '2025-06-12', false, false]]);
    expect(mine[0].steps.length).toBeGreaterThan(1);
  });

  it('then five where it is appraised, since March at the health department, then three at the chair: each step at the body of that day', async () => {
    const forward = (toOffice: string, stepOn: string) =>
      dao.act('supportApplication.forward', { toOffice, stepOn }, { subject: id.first! });
    expect((await refusal(decide())).code).toBe('act.wrong_state');
    expect(await fieldsOf(forward(chair, '2025-06-11'))).toEqual([['toOffice', 'not_competent_body']]);
    expect(await fieldsOf(forward(healthOfMarch, '2025-06-08'))).toEqual([['stepOn', 'before_last_step']]);
    await forward(healthOfMarch, '2025-06-11');
    expect(await dao.get('supportApplication', id.first!)).toMatchObject({
      state: 'with_district',
      rule: 'victim2011.support_district',
      dueOn: '2025-06-18',
      // Who appraises since the labour offices are gone has not been read in any text: nobody is called late.
      advisory: 'yes',
    });
    await forward(chair, '2025-06-16');
    expect(await dao.get('supportApplication', id.first!)).toMatchObject({
      state: 'to_decide',
      rule: 'victim2011.support_decide',
      dueOn: '2025-06-19',
      toOffice: chair,
    });
  });

  it('an office without competence decides nothing, and is told whose it is and by which article', async () => {
    id.grantLine = (await lines('66/2011/QH12', 'hardship_and_loan')).find(one => one.validTo === null)!.id;
    for (const decidedBy of [health, healthOfMarch, commune]) {
      const { fields } = await refusal(decide({ decidedBy }));
      expect(fields).toMatchObject([
        {
          field: 'decidedBy',
          reason: 'not_competent_body',
          params: { body: 'Chủ tịch UBND cấp huyện', article: 'Điều 23 Nghị định 09/2013/NĐ-CP' },
        },
      ]);
    }
    expect(await fieldsOf(decide({ decidedOn: '2025-06-15' }))).toEqual([
      ['decidedOn', 'before_application'],
    ]);
    expect(await fieldsOf(decide({ decisionNumber: null }))).toEqual([['decisionNumber', 'required']]);
    expect(await fieldsOf(decide({ regime: 'medical' }))).toEqual([['regime', 'not_applied_for']]);
    expect(await fieldsOf(decide({ amount: null }))).toEqual([['amount', 'amount_or_kind']]);
    expect(await fieldsOf(decide({ amount: 1_111_112 }))).toEqual([['amount', 'above_line']]);
    const [ofNewLaw] = await lines('53/2024/QH15', 'hardship_and_loan');
    expect(await fieldsOf(decide({ amountLine: ofNewLaw!.id }))).toEqual([['amountLine', 'line_not_of_day']]);
    expect(await fieldsOf(decide({ decisionOutcome: 'refused' }))).toEqual([['reason', 'required']]);
    expect(await fieldsOf(decide({ decisionOutcome: 'refused', reason: 'Đã hưởng' }))).toEqual([
      ['article', 'required'],
    ]);
  });

  it('one regime is granted, one refused with its article, and then the matter is decided', async () => {
    id.grant = (await decide()).id;
    expect(await fieldsOf(decide())).toEqual([['regime', 'already_decided']]);
    expect(await dao.get('supportApplication', id.first!)).toMatchObject({ state: 'to_decide' });
    id.refusal = (
      await decide({
        regime: 'schooling_and_vocational',
        decisionOutcome: 'refused',
        reason: 'Chưa có lớp học nghề nào mở',
        article: 'Điều 23 Nghị định 09/2013/NĐ-CP',
      })
    ).id;
    expect(await dao.get('supportApplication', id.first!)).toMatchObject({
      state: 'decided',
      decidedOn: '2025-06-18',
    });
    expect(await dao.get('supportDecision', id.refusal!)).toMatchObject({ amount: null, amountLine: null });
    expect((await dao.work()).filter(item => item.kind === 'grant_unpaid').map(item => item.id)).toEqual([
      id.first,
    ]);
  });

  it('nothing is paid without a grant, before it, above it, or from a source that is not there', async () => {
    expect(await fieldsOf(pay({ decision: id.first }))).toEqual([['decision', 'no_decision']]);
    expect(await fieldsOf(pay({ decision: id.refusal }))).toEqual([['decision', 'not_granted']]);
    expect(await fieldsOf(pay({ paidOn: '2025-06-17' }))).toEqual([['paidOn', 'before_decision']]);
    expect(await fieldsOf(pay({ paidOn: addDays(today, 1) }))).toEqual([['paidOn', 'in_future']]);
    expect(await fieldsOf(pay({ amount: 1_000_001 }))).toEqual([['amount', 'above_granted']]);
    expect(await fieldsOf(pay({ amount: null }))).toEqual([['amount', 'required']]);
    expect(await fieldsOf(pay({ paymentForm: 'in_kind' }))).toEqual([['inKind', 'required']]);
    expect(await fieldsOf(pay({ budgetSource: id.first }))).toEqual([['budgetSource', 'reference']]);
    await admin.act('budgetSource.end', { validTo: '2025-06-01' }, { subject: fund });
    expect(await fieldsOf(pay({ budgetSource: fund }))).toEqual([['budgetSource', 'not_valid_then']]);
  });

  it('a payment is never changed: it is taken back, and the last part can be paid once', async () => {
    const first = await pay();
    expect(first.number).toMatch(/^CT-\d{4}-\d{6}$/);
    expect(await fieldsOf(pay({ amount: 400_001 }))).toEqual([['amount', 'above_granted']]);
    const both = await Promise.allSettled([pay({ amount: 400_000 }), pay({ amount: 400_000 })]);
    expect(both.map(one => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await dao.get('supportDecision', id.grant!)).toMatchObject({ paid: 1_000_000, handedOver: 2 });
    const back = (more: object = {}) =>
      dao.act('payment.reverse', {
        person: id.before,
        reverses: first.id,
        paidOn: '2025-06-25',
        reason: 'Ghi nhầm số tiền',
        ...more,
      });
    expect(await fieldsOf(back({ reason: '' }))).toEqual([['reason', 'required']]);
    expect(await fieldsOf(back({ paidOn: '2025-06-19' }))).toEqual([['paidOn', 'before_payment']]);
    const reversal = await back();
    expect(await fieldsOf(back())).toEqual([['reverses', 'reversed_already']]);
    expect(await fieldsOf(back({ reverses: reversal.id }))).toEqual([['reverses', 'is_reversal']]);
    expect(await dao.get('supportDecision', id.grant!)).toMatchObject({ paid: 400_000, handedOver: 1 });
    const kept = await dao.get('payment', first.id);
    expect([kept.amount, kept.version, kept.abilities]).toEqual([600_000, 1, []]);
  });
});

describe('identified on a day of the new law, her file at the border', () => {
  const apply = (more: object = {}) =>
    phua.act('supportApplication.submit', {
      person: id.after,
      regimes: ['hardship_and_loan'],
      toOffice: health,
      appliedOn: today,
      signedBy: 'person',
      ...more,
    });

  it('is identified, and applies: nine working days, binding, and only what is needed goes along', async () => {
    id.after = await received(phua, 'Tẩn Thị Thử', { phone: '0300 900 001' });
    await phua.act('verification.request', { person: id.after, toOffice: pc02, receivedOn: today });
    await nhai.act('assertion.identify', {
      person: id.after,
      finding: 'victim',
      assertedOn: today,
      paperKind: 'police_certificate',
      paperNumber: '9002/GXN',
    });
    expect((await refusal(van.path(id.after!))).code).toBe('person.not_shared');
    const done = await apply();
    id.second = done.id;
    expect(done.warnings).toEqual([]);
    const seen = await van.path(id.after!);
    expect(seen.person.fullName).toBe('Tẩn Thị Thử');
    expect(seen.person.withheld).toContain('phone');
    expect(seen.parts.needs ?? []).toEqual([]);
    const item = (await van.work()).find(one => one.kind === 'application_to_decide')!;
    expect(item).toMatchObject({ id: id.second, rule: 'victim2024.support_decide', state: 'running' });
    expect(item.article).toContain('162/2025');
    expect(item.reasons.length).toBeGreaterThan(0);
  });

  it('the health department decides, and nobody decides for it', async () => {
    const decide = (who: Person, more: object = {}) =>
      who.act('supportDecision.make', {
        person: id.after,
        application: id.second,
        regime: 'hardship_and_loan',
        decisionOutcome: 'granted',
        decidedOn: today,
        decidedBy: health,
        amount: 2_000_000,
        ...more,
      });
    const pao = await world.as('pao');
    expect((await refusal(decide(pao))).code).toBe('person.not_shared');
    expect((await refusal(decide(phua))).code).toBe('act.not_yours');
    expect(await fieldsOf(decide(van, { decidedBy: pao.office }))).toEqual([
      ['decidedBy', 'not_competent_body'],
    ]);
    const done = await decide(van);
    id.grantAfter = done.id;
    expect(done.warnings.map(one => one.reason)).toEqual(['amount_without_line']);
    expect((await phua.notices())[0]).toMatchObject({
      kind: 'application_decided',
      subject: { id: id.second },
    });
    const unpaid = (await van.work()).filter(one => one.kind === 'grant_unpaid').map(one => one.id);
    expect(unpaid.sort()).toEqual([id.first, id.second].sort());
    await van.act('payment.record', {
      person: id.after,
      decision: id.grantAfter,
      paymentForm: 'in_kind',
      inKind: 'Hai bộ quần áo',
      amount: 500_000,
      budgetSource: central,
      paidOn: today,
      receiptNumber: 'PN-9002',
      signedBy: 'person',
    });
  });

  it('the border post sees that it was decided, not what was given', async () => {
    const { parts } = await phua.path(id.after!);
    expect(parts.supportApplication).toMatchObject([{ state: 'decided' }]);
    expect([parts.supportDecision, parts.payment]).toEqual([[], []]);
    for (const record of ['supportDecision', 'payment']) expect(await phua.list(record)).toEqual([]);
  });
});

describe('still being identified', () => {
  it('has rights of that time only, and no clock calls anybody late', async () => {
    id.process = await received(dao, 'Lò Thị Thử');
    await dao.act('assertion.presume', { person: id.process, finding: 'victim', assertedOn: today });
    const apply = (regimes: string[]) =>
      dao.act('supportApplication.submit', {
        person: id.process,
        regimes,
        toOffice: health,
        appliedOn: today,
        signedBy: 'person',
      });
    const refused = await refusal(apply(['essentials', 'hardship_and_loan']));
    expect(refused.fields).toMatchObject([{ field: 'regimes', reason: 'not_entitled' }]);
    expect(refused.fields[0].params.article).toContain('Luật 53/2024');
    const done = await apply(['essentials']);
    expect(await dao.get('supportApplication', done.id)).toMatchObject({
      eligibleAs: 'in_process_in_vn',
      identifiedOn: null,
      advisory: 'yes',
      state: 'to_decide',
    });
    await dao.act('supportApplication.withdraw', { withdrawnWhy: 'Cơ sở đã cấp ngay' }, { subject: done.id });
    expect(
      (await refusal(dao.act('supportApplication.withdraw', { withdrawnWhy: 'x' }, { subject: done.id })))
        .code,
    ).toBe('act.wrong_state');
  });
});

describe('a foreign victim, and somebody entitled to nothing', () => {
  const identified = async (fullName: string, finding: string, more: object = {}) => {
    const person = await received(phua, fullName, more);
    await phua.act('verification.request', { person, toOffice: pc02, receivedOn: today });
    await nhai.act('assertion.identify', {
      person,
      finding,
      assertedOn: today,
      ...(finding === 'victim' ? { paperKind: 'police_certificate', paperNumber: '9003/GXN' } : {}),
    });
    return person;
  };
  const apply = (person: string, regimes: string[]) =>
    phua.act('supportApplication.submit', {
      person,
      regimes,
      toOffice: health,
      appliedOn: today,
      signedBy: 'person',
    });

  it('the foreign victim has six regimes; schooling and travel are not among them', async () => {
    const person = await identified('Khamla Thử', 'victim', { nationality: 'LA' });
    for (const regime of ['travel', 'schooling', 'vocational', 'hardship_and_loan'])
      expect(await fieldsOf(apply(person, [regime]))).toEqual([['regimes', 'not_entitled']]);
    const done = await apply(person, ['medical', 'interpreting']);
    expect(await phua.get('supportApplication', done.id)).toMatchObject({
      eligibleAs: 'foreign_victim',
      // The nine days are of schooling, vocational training and the grant: for medical care they are advice.
      advisory: 'yes',
    });
  });

  it('who was found not to be a victim is refused every regime, with the reason', async () => {
    const person = await identified('Vừ A Thử', 'not_victim');
    for (const regime of ['essentials', 'medical', 'hardship_and_loan'])
      expect(await fieldsOf(apply(person, [regime]))).toEqual([['regimes', 'not_entitled']]);
  });
});

describe('somebody without a nationality, and the paper on financial difficulty', () => {
  const paper = (more: object = {}, who = phua) =>
    who.act('hardshipPaper.record', {
      person: id.stateless,
      hardshipKind: 'poor_household',
      issuer: 'UBND xã thử',
      paperNumber: '9005/GCN',
      issuedOn: addDays(today, -30),
      validUntil: addDays(today, 30),
      ...more,
    });
  const reading = async (who: Person, onDay: Day = today) => {
    const { person, parts } = await who.path(id.stateless!);
    const facts = factsOfFile({
      person,
      assertions: parts.assertion,
      verifications: parts.verification,
      settlements: parts.settlement,
      applications: parts.supportApplication,
      hardship: parts.hardshipPaper,
      payments: parts.payment,
    });
    return entitlementsOf(rules, facts, onDay).readings[0]!;
  };
  const missing = async (who: Person, onDay?: Day) =>
    (await reading(who, onDay)).regimes.find(one => one.code === 'legal_aid')!.missing;

  it('she has what everybody has, and the rest once it is noted that she lives here', async () => {
    const said = { nationality: 'XXA', born: '1988', sex: 'female', fullName: 'Sùng Thị Thử' };
    id.stateless = await received(phua, said.fullName, said);
    await phua.act('verification.request', { person: id.stateless, toOffice: pc02, receivedOn: today });
    await nhai.act('assertion.identify', {
      person: id.stateless,
      finding: 'victim',
      assertedOn: today,
      paperKind: 'police_certificate',
      paperNumber: '9004/GXN',
    });
    const open = async () => (await reading(phua)).regimes.filter(one => one.state === 'unclear').length;
    expect(await open()).toBe(4);
    await phua.act(
      'person.correct',
      { ...said, livesHere: 'yes', reason: 'Có sổ hộ khẩu' },
      { subject: id.stateless },
    );
    expect((await reading(phua)).regimes.every(one => one.state === 'entitled')).toBe(true);
    expect(
      await fieldsOf(
        phua.act('person.correct', { ...said, nationality: 'XX', reason: 'thử' }, { subject: id.stateless }),
      ),
    ).toEqual([['nationality', 'choice']]);
  });

  it('the paper is refused without who issued it, from a day to come, ending before it began', async () => {
    expect((await refusal(paper({}, van))).code).toBe('person.not_shared');
    expect((await refusal(paper({}, admin))).code).toBe('act.not_yours');
    expect(await fieldsOf(paper({ issuer: ' ' }))).toEqual([['issuer', 'required']]);
    expect(await fieldsOf(paper({ issuedOn: addDays(today, 1), validUntil: null }))).toEqual([
      ['issuedOn', 'in_future'],
    ]);
    expect(await fieldsOf(paper({ validUntil: addDays(today, -31) }))).toEqual([
      ['validUntil', 'before_start'],
    ]);
    expect(await fieldsOf(paper({ hardshipKind: 'other' }))).toEqual([['note', 'required']]);
    expect(await missing(phua)).toEqual(['financial_difficulty']);
  });

  it('once noted nothing is missing until its last day; one noted by mistake is struck out and stays', async () => {
    const old = await paper({ validUntil: addDays(today, -1) });
    expect(old.warnings.map(one => one.reason)).toEqual(['paper_ended']);
    expect(await missing(phua)).toEqual(['financial_difficulty']);
    const noted = await paper();
    expect(await missing(phua)).toEqual([]);
    expect(await missing(phua, addDays(today, 30))).toEqual([]);
    expect(await missing(phua, addDays(today, 31))).toEqual(['financial_difficulty']);
    const strike = (struckWhy: string) =>
      phua.act('hardshipPaper.strike', { struckWhy }, { subject: noted.id });
    expect(await fieldsOf(strike(''))).toEqual([['struckWhy', 'required']]);
    await strike('Giấy của hộ khác');
    expect((await refusal(strike('Lần nữa'))).code).toBe('act.wrong_state');
    expect(await missing(phua)).toEqual(['financial_difficulty']);
    const { parts } = await phua.path(id.stateless!);
    expect(parts.hardshipPaper.map((one: Json) => one.struckWhy)).toEqual([null, 'Giấy của hộ khác']);
  });

  it('goes with an application to the office that decides, which then misses nothing either', async () => {
    await paper();
    expect((await refusal(van.path(id.stateless!))).code).toBe('person.not_shared');
    const done = await phua.act('supportApplication.submit', {
      person: id.stateless,
      regimes: ['legal_aid'],
      toOffice: health,
      appliedOn: today,
      signedBy: 'person',
    });
    expect(done.warnings).toEqual([]);
    expect(await missing(van)).toEqual([]);
    expect((await reading(van)).eligibleAs).toBe('victim_vn_or_stateless_resident');
  });
});

describe('the accounts', () => {
  const period = { from: '2025-06-01', to: '2100-01-01' };
  const sumOf = (lines: Json[], source: string) =>
    lines.filter(line => line.budgetSource === source).reduce((sum, line) => sum + line.sum, 0);

  it('give the secretary and the auditor sums, and no row of anybody', async () => {
    for (const key of ['vinh', 'hang']) {
      const who = await world.as(key);
      const account = await who.ask('/api/support-accounts', period);
      expect(account.rows).toBe(false);
      expect(sumOf(account.lines, central)).toBe(400_000 + 500_000);
      expect(Object.keys(account.lines[0]).sort()).toEqual([
        'budgetSource',
        'payments',
        'regime',
        'reversals',
        'sum',
      ]);
      for (const record of ['payment', 'supportDecision', 'supportApplication'])
        expect((await refusal(who.list(record))).code).toBe('list.not_yours');
    }
  });

  it('are those of one’s own office for who supports, and every sum is the sum of its list', async () => {
    const account = await van.ask('/api/support-accounts', period);
    expect(account.rows).toBe(true);
    const rows = await van.list('payment', {
      filter: { budgetSource: { is: central }, paidOn: { from: period.from, to: period.to } },
      sort: { by: 'paidOn' },
    });
    const listed = rows.reduce((sum, row) => sum + (row.reverses ? -row.amount : row.amount), 0);
    expect(listed).toBe(sumOf(account.lines, central));
  });

  it('are refused to others, and for a period that is none', async () => {
    for (const who of [phua, admin])
      expect((await refusal(who.ask('/api/support-accounts', period))).code).toBe('act.not_yours');
    expect(
      (await refusal(van.ask('/api/support-accounts', { from: '2026-02-30', to: today }))).fields,
    ).toMatchObject([{ field: 'from', reason: 'day' }]);
    expect(
      (await refusal(van.ask('/api/support-accounts', { from: today, to: today }))).fields,
    ).toMatchObject([{ field: 'to', reason: 'before_start' }]);
  });
});
