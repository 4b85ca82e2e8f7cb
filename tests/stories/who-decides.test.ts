/* A request that is refused and asked anew, a body that stays silent and its superior, and two bodies that find differently about one man: who may ask, who may
 * say what is gone by, and what each can and cannot see. The man is invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { shareBundles } from '../../modules/referrals/index.ts';
import { statusOf } from '../../modules/victims/index.ts';
import { sweep } from '../../server/worker/sweep.ts';
import { makeWorld, type Person, refusal, type World } from '../support/world.ts';

let world: World;
let today: Day;
const pc02 = getOffice('cong-an/pc02@2025').id;
const pa08 = getOffice('cong-an/pa08@2025').id;
const police = getOffice('cong-an/tinh@2025').id;
const gate = getOffice('bien-phong/ck-lao-cai@2025').id;
const court = getOffice('toa-an/tinh@2025').id;

let phua: Person;
let nhai: Person;
let huy: Person;
let kiem: Person;
let san: Person;
let thang: Person;
const his: Record<string, string> = {};

beforeAll(async () => {
  world = await makeWorld();
  today = world.today();
  [phua, nhai, huy, kiem, san, thang] = (await Promise.all(
    ['phua', 'nhai', 'huy', 'kiem', 'san', 'thang'].map(key => world.as(key)),
  )) as [Person, Person, Person, Person, Person, Person];
  const { id } = await phua.act('person.register', {
    fullName: 'Tẩn Láo Tả',
    born: '1999',
    sex: 'male',
    ethnicity: '09',
    route: 'self_return',
    arrivedAt: world.now(),
    entry: 'screen',
  });
  his.file = id;
});
afterAll(() => world?.stop());

const ask = (who: Person, input: Record<string, unknown>) =>
  who.act('verification.request', { person: his.file, toOffice: pc02, receivedOn: today, ...input });
const fieldsOf = async (promise: Promise<unknown>) => (await refusal(promise)).fields;

describe('a refusal is not a finding', () => {
  it('the body asked says why; what it saw of him it sees no more', async () => {
    his.asked = (await ask(phua, { toOffice: pa08 })).id;
    expect((await huy.path(his.file!)).person.fullName).toBe('Tẩn Láo Tả');
    const refuse = (input: object, who = huy) =>
      who.act('verification.refuse', input, { subject: his.asked! });
    expect(await fieldsOf(refuse({ refusedWhy: 'other' }))).toEqual([
      { field: 'reply', reason: 'required', message: expect.any(String) },
    ]);
    expect((await refusal(refuse({ refusedWhy: 'not_competent' }, thang))).status).toBeGreaterThanOrEqual(
      403,
    );
    await refuse({ refusedWhy: 'not_competent', betterOffice: pc02 });
    expect((await refusal(huy.path(his.file!))).code).toBe('person.not_shared');
    expect(await phua.get('verification', his.asked!)).toMatchObject({
      state: 'refused',
      refusedWhy: 'not_competent',
      betterOffice: pc02,
      finding: null,
    });
    expect((await phua.path(his.file!)).parts.assertion).toEqual([]);
    expect((await phua.work()).map(item => item.kind)).toContain('verification_refused');
  });

  it('a request is renewed with what is new, and not while the one before waits', async () => {
    his.waiting = (await ask(phua, {})).id;
    expect((await fieldsOf(ask(phua, { renews: his.waiting, newFacts: 'Có thêm ảnh' })))[0].reason).toBe(
      'still_waiting',
    );
    expect((await fieldsOf(ask(phua, { renews: his.asked })))[0]).toMatchObject({
      field: 'newFacts',
      reason: 'required',
    });
    await phua.act('verification.withdraw', { reason: 'Gửi lại kèm giấy tờ' }, { subject: his.waiting! });
    const renewed = await ask(phua, { renews: his.asked, newFacts: 'Tìm được giấy thông hành' });
    his.renewed = renewed.id;
    expect(await nhai.get('verification', his.renewed!)).toMatchObject({
      renews: his.asked,
      newFacts: 'Tìm được giấy thông hành',
    });
    expect((await phua.work()).map(item => item.kind)).not.toContain('verification_refused');
  });
});

describe('silence', () => {
  const owed = async (who: Person) => (await who.work()).filter(item => item.kind === 'answer_owed_below');

  it('is not brought before the superior before its day, nor by another office', async () => {
    const tell = (who: Person) => who.act('verification.escalate', {}, { subject: his.renewed! });
    expect((await refusal(tell(phua))).code).toBe('verification.too_early');
    expect((await refusal(tell(thang))).status).toBeGreaterThanOrEqual(403);
    expect((await refusal(tell(nhai))).status).toBeGreaterThanOrEqual(403);
  });

  it('is reminded of once, and then told to the superior, who learns that an answer is owed and not about whom', async () => {
    const set = (days: Record<string, Day>) =>
      world.owner(
        `update verification set ${Object.entries(days)
          .map(([column, day]) => `${column} = '${day}'`)
          .join(', ')} where id = $1`,
        [his.renewed],
      );
    // The server sweeps by itself too: whoever is first does it, and nobody does it twice.
    const told = (kind: string) =>
      world.owner('select from notice where notice_kind = $1 and subject = $2', [kind, his.renewed]);
    const swept = (kind: string) =>
      expect.poll(async () => {
        await sweep(world.system.door, world.now());
        return (await told(kind)).length;
      });
    await set({ remind_on: addDays(today, -1), escalate_on: today });
    await swept('verification_owed').toBe(2);
    expect(await told('verification_escalated')).toEqual([]);
    expect((await nhai.notices()).map(notice => notice.kind)).toContain('verification_owed');
    await set({ escalate_on: addDays(today, -1) });
    await swept('verification_escalated').toBe(1);
    await sweep(world.system.door, world.now());
    expect([(await told('verification_owed')).length, (await told('verification_escalated')).length]).toEqual(
      [2, 1],
    );
    const [item] = await owed(kiem);
    const row = await kiem.get('owedAnswer', item.id);
    expect(row).toMatchObject({ owedBy: pc02, state: 'open', receivedOn: today });
    expect(JSON.stringify(row)).not.toMatch(/Tẩn|thông hành/);
    expect((await refusal(kiem.get('verification', his.renewed!))).code).toBe('person.not_shared');
    expect((await refusal(kiem.path(his.file!))).code).toBe('person.not_shared');
    expect(await owed(san)).toEqual([]);
  });

  it('ends with the answer', async () => {
    await nhai.act(
      'verification.answer',
      { finding: 'victim', reply: 'Đã làm việc với gia đình' },
      { subject: his.renewed! },
    );
    await expect
      .poll(async () => {
        await sweep(world.system.door, world.now());
        return owed(kiem);
      })
      .toEqual([]);
  });
});

describe('two bodies find differently', () => {
  const propose = (who: Person, input: Record<string, unknown>) =>
    who.act('settlement.propose', { person: his.file, reason: 'Lời khai và giấy tờ khớp nhau', ...input });

  it('the gate presumes that he is none, the criminal police identifies him; both stand', async () => {
    his.gate = (
      await phua.act('assertion.presume', { person: his.file, finding: 'not_victim', assertedOn: today })
    ).id;
    const identified = await nhai.act('assertion.identify', {
      person: his.file,
      finding: 'victim',
      assertedOn: today,
      paperKind: 'police_certificate',
      paperNumber: '12/GXN-PC02',
    });
    his.police = identified.id;
    expect(identified.warnings).toMatchObject([{ field: 'evidence', reason: 'no_source_named' }]);
    const named = await nhai.act('assertion.identify', {
      person: his.file,
      finding: 'victim',
      assertedOn: today,
      paperKind: 'police_certificate',
      paperNumber: '13/GXN-PC02',
      evidence: { herself_or_kin: 'yes', foreign_body: 'no' },
    });
    expect(named.warnings).toEqual([]);
    expect((await phua.path(his.file!)).parts.assertion).toHaveLength(3);
  });

  it('nobody settles in another’s name, alone, or what does not differ', async () => {
    expect((await fieldsOf(propose(phua, { ours: his.police, theirs: his.gate })))[0]).toMatchObject({
      field: 'ours',
      reason: 'not_our_finding',
    });
    expect((await fieldsOf(propose(phua, { ours: his.gate, theirs: his.gate })))[0].reason).toBe(
      'own_office',
    );
    expect(
      (await fieldsOf(propose(phua, { ours: his.gate, theirs: his.police, stands: his.file })))[0].field,
    ).toBe('stands');
    expect(
      (await refusal(propose(thang, { ours: his.gate, theirs: his.police }))).status,
    ).toBeGreaterThanOrEqual(403);
  });

  it('what a court found is not set aside by agreement', async () => {
    const judged = await nhai.act('assertion.noteJudgment', {
      person: his.file,
      finding: 'victim',
      assertedOn: today,
      court,
      paperNumber: '7/2026/HS-ST',
    });
    expect(
      (await fieldsOf(propose(phua, { ours: his.gate, theirs: judged.id, stands: his.gate })))[0],
    ).toMatchObject({
      field: 'stands',
      reason: 'court_stands',
    });
  });

  it('the other side objects; a superior of one of them decides, and no one else', async () => {
    his.settlement = (await propose(phua, { ours: his.gate, theirs: his.police, stands: his.gate })).id;
    expect(
      (await fieldsOf(propose(phua, { ours: his.gate, theirs: his.police, stands: his.gate })))[0].reason,
    ).toBe('already_proposed');
    expect((await refusal(kiem.get('settlement', his.settlement!))).code).toBe('person.not_shared');
    const object = (superior: string) =>
      nhai.act(
        'settlement.object',
        { answer: 'Giấy xác nhận đã cấp', superior },
        { subject: his.settlement! },
      );
    expect((await fieldsOf(object(pa08)))[0]).toMatchObject({ field: 'superior', reason: 'not_a_superior' });
    expect(
      (await refusal(phua.act('settlement.agree', {}, { subject: his.settlement! }))).status,
    ).toBeGreaterThanOrEqual(403);
    await object(police);
    const decide = (who: Person, stands: string) =>
      who.act(
        'settlement.decide',
        { stands, decision: 'Giấy tờ đầy đủ, lời khai phù hợp' },
        { subject: his.settlement! },
      );
    expect((await refusal(decide(nhai, his.police!))).status).toBeGreaterThanOrEqual(403);
    expect((await kiem.work()).map(item => item.kind)).toContain('settlement_to_decide');
    expect(await kiem.get('assertion', his.police!)).toMatchObject({ finding: 'victim' });
    await decide(kiem, his.police!);
    expect(await phua.get('settlement', his.settlement!)).toMatchObject({
      state: 'decided',
      stands: his.police,
    });
  });

  it('a shelter his file is shared with learns which finding is gone by, and not what the offices wrote about it', async () => {
    const my = await world.as('my');
    await phua.act('referral.send', {
      person: his.file,
      toOffice: getOffice('nhan-ai/nha@2025').id,
      referralPurpose: 'shelter',
      sharedFields: [...shareBundles.who!, ...shareBundles.status!],
      ground: 'vital_interest',
      groundArticle: 'Điều 1',
      until: addDays(today, 5),
    });
    const { parts } = await my.path(his.file!);
    expect(parts.settlement).toMatchObject([{ stands: his.police, state: 'decided' }]);
    expect(JSON.stringify(parts.settlement)).not.toMatch(/Lời khai|Giấy tờ|Giấy xác nhận/);
    const seen = { assertions: parts.assertion, verifications: parts.verification, onDay: today };
    expect(statusOf({ ...seen, settlements: parts.settlement }).status).toBe('identified');
  });

  it('in the end both findings are still there, and each sees what is hers to see', async () => {
    expect((await phua.path(his.file!)).parts.assertion).toHaveLength(4);
    expect((await phua.path(his.file!)).parts.settlement).toMatchObject([
      { state: 'decided', toOffice: pc02, office: gate },
    ]);
    expect((await refusal(kiem.path(his.file!))).code).toBe('person.not_shared');
    expect((await refusal(thang.get('settlement', his.settlement!))).code).toBe('person.not_shared');
    expect((await refusal(san.get('settlement', his.settlement!))).code).toBe('person.not_shared');
  });
});
