/* A case with four accused in different measures: one held in custody with two extensions and then detained, one on bail, one who may not leave his place, and a boy of sixteen. The case
 * stands still for one of them, another is charged with a heavier clause; each has limits of his own and they share those of the case. All of them are invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { dayIn } from '../../kernel/day.ts';
import { type CaseClock, caseClocks } from '../../modules/justice/index.ts';
import { planOf } from '../../modules/justice/plan.ts';
import { rules } from '../../rules/index.ts';
import { type Json, makeWorld, type Person, reasonsOf, refusal, type World } from '../support/world.ts';

const procuracy = getOffice('vks/tinh@2025').id;
const court = getOffice('toa-an/tinh@2025').id;

let world: World;
let khai: Person;
let chau: Person;
let ha: Person;
let file: string;
const who: Record<'first' | 'second' | 'third' | 'boy', string> = {
  first: '',
  second: '',
  third: '',
  boy: '',
};
const orders: Record<string, string> = {};

beforeAll(async () => {
  world = await makeWorld();
  [khai, chau, ha] = (await Promise.all(['khai', 'chau', 'ha'].map(key => world.as(key)))) as [
    Person,
    Person,
    Person,
  ];
});
afterAll(() => world?.stop());

const ofCase = (reader: Person, record: string): Promise<Json[]> =>
  reader.list(record, { filter: { criminalCase: { is: file } }, limit: 100 });
async function rowsFor(reader: Person): Promise<Json> {
  const names = ['caseStep', 'accused', 'charge', 'measure', 'limitExtension'];
  const [{ severity }, steps, accused, charges, measures, extensions] = await Promise.all([
    reader.get('criminalCase', file),
    ...names.map(name => ofCase(reader, name)),
  ]);
  return { severity, steps, accused, charges, measures, extensions };
}
/** The limit of somebody, or of the case, that runs. */
async function running(family: string, accused: string | null = null): Promise<CaseClock | undefined> {
  const clocks = caseClocks(rules, await rowsFor(khai));
  return clocks.findLast(one => one.family === family && one.accused === accused && one.doneOn === null);
}
const lastDay = async (family: string, accused: string | null = null) =>
  (await running(family, accused))?.limit.term.due ?? null;
const step = (reader: Person, stepKind: string, onDay: string, more: object = {}) =>
  reader.act('criminalCase.step', { stepKind, onDay, decisionNumber: '12/QĐ', ...more }, { subject: file });
const order = async (
  name: string,
  accused: string,
  measureKind: string,
  fromAt: string,
  more: object = {},
  by: Person = khai,
) => {
  orders[name] = (
    await by.act('measure.order', { accused, measureKind, fromAt, orderNumber: `${name}/L`, ...more })
  ).id;
};
const end = (name: string, endedOn: string, endedWhy: string) =>
  khai.act('measure.end', { endedOn, endedWhy }, { subject: orders[name]! });
const charge = (accused: string, clause: number, fromDay: string, more: object = {}) =>
  khai.act(
    'accused.charge',
    { offence: 'blhs2015.150', clause, fromDay, decisionNumber: '09/QĐ-PC02', ...more },
    { subject: accused },
  );
const extend = (limitFamily: string, more: object, by: Person = khai) =>
  by.act('limitExtension.record', { criminalCase: file, limitFamily, decisionNumber: '31/QĐ', ...more });

describe('the first days', () => {
  it('four are named; three are charged at once, and the class is the heaviest of theirs', async () => {
    file = (
      await khai.act('criminalCase.open', {
        title: 'Nhóm bốn người ở lối mở',
        caseLevel: 'province',
        openedOn: '2024-03-04',
        openedDecision: '08/QĐ-PC02',
        procuracy,
        offence: 'blhs2015.150',
        clause: 1,
      })
    ).id;
    const people = {
      first: ['Vàng Mí Ví Dụ', '1988', 'organiser'],
      second: ['Lý Thị Ví Dụ', '1995', 'helper'],
      third: ['Giàng A Ví Dụ', '1991', 'helper'],
      boy: ['Tẩn Láo Ví Dụ', '2008-01-20', 'instigator'],
    } as const;
    for (const [name, [fullName, born, accusedRole]] of Object.entries(people))
      who[name as keyof typeof who] = (
        await khai.act('accused.name', { criminalCase: file, fullName, born, accusedRole })
      ).id;
    await order('giữ', who.first, 'custody', '2024-03-05T01:00:00Z');
    for (const one of [who.second, who.third, who.boy]) await charge(one, 1, '2024-03-08');
    expect(await khai.get('criminalCase', file)).toMatchObject({ severity: 'RNT' });
  });

  it('custody is lengthened twice by three days, to the hour, and not a third time', async () => {
    const custody = { accused: who.first, lengthUnit: 'day', lengthValue: 3, grantedBy: 'custody_issuer' };
    expect(await lastDay('custody.tam_giu', who.first)).toBe('2024-03-08T01:00:00.000Z');
    expect(
      await reasonsOf(extend('custody.tam_giu', { ...custody, accused: null, decidedOn: '2024-03-08' })),
    ).toEqual(['accused whose_limit']);
    expect(
      await reasonsOf(
        extend('custody.tam_giu', { ...custody, grantedBy: 'court_chief', decidedOn: '2024-03-08' }),
      ),
    ).toEqual(['grantedBy may_not_grant']);
    await extend('custody.tam_giu', { ...custody, decidedOn: '2024-03-08' });
    await extend('custody.tam_giu', { ...custody, decidedOn: '2024-03-11' });
    expect(await lastDay('custody.tam_giu', who.first)).toBe('2024-03-14T01:00:00.000Z');
    expect(await reasonsOf(extend('custody.tam_giu', { ...custody, decidedOn: '2024-03-14' }))).toEqual([
      'limitFamily no_extension_left',
    ]);
  });
});

describe('each under a measure of his own', () => {
  it('the first is detained, less the nine days he was in custody', async () => {
    await charge(who.first, 2, '2024-03-12', { point: 'dd' });
    await end('giữ', '2024-03-14', 'Chuyển tạm giam');
    await order('giam', who.first, 'detention', '2024-03-14T01:00:00Z');
    // 120 days less nine, the first day counted.
    expect(await lastDay('detention.investigation', who.first)).toBe('2024-07-02');
  });

  it('the boy is detained for two thirds of what a grown man would be', async () => {
    await order('giam nhỏ', who.boy, 'detention', '2024-03-14T02:00:00Z');
    const clock = await running('detention.investigation', who.boy);
    expect(clock?.limit.term).toMatchObject({ due: '2024-06-01', advisory: false });
    expect(clock?.limit.term.steps).toContainEqual(
      expect.objectContaining({ code: 'part_of_length', article: 'Điều 419.1 BLTTHS 2015' }),
    );
  });

  it('bail and the ban on leaving are renewed before the investigation ends, or before their order does', async () => {
    await order('bảo lĩnh', who.second, 'bail', '2024-03-15T02:00:00Z');
    await order('cấm', who.third, 'residence_ban', '2024-03-15T02:00:00Z', { orderedMonths: 3 });
    expect(await lastDay('investigation.limit')).toBe('2024-07-04');
    expect(await lastDay('measure.renew', who.second)).toBe('2024-06-29');
    // Ninety days from 15 March, five days before.
    expect(await lastDay('measure.renew', who.third)).toBe('2024-06-07');
  });

  it('what an extension would change is seen before it is asked for; nothing of it is kept', async () => {
    const rows = await rowsFor(khai);
    const before = planOf(rules, rows);
    expect(before.held.map(one => [one.accused, one.shortBy])).toEqual([
      [who.boy, 33],
      [who.first, 2],
    ]);
    const after = planOf(rules, rows, [
      {
        kind: 'extension',
        family: 'investigation.limit',
        accused: null,
        onDay: dayIn('2024-06-20' as never),
      },
    ]);
    expect(after.legs[0]!.decided.term.due).toBe('2024-11-04');
    expect(after.lastDay).toBe(before.lastDay);
    expect(await lastDay('investigation.limit')).toBe('2024-07-04');
  });
});

describe('one after the other they go different ways', () => {
  it('the case stands still for the second alone, and nobody judges her meanwhile', async () => {
    const settle = (by: Person, state: string) =>
      by.act('accused.settle', { state }, { subject: who.second });
    expect((await refusal(settle(chau, 'suspended'))).code).toBe('act.not_yours');
    expect((await refusal(khai.act('accused.resume', {}, { subject: who.second }))).code).toBe(
      'act.wrong_state',
    );
    await end('bảo lĩnh', '2024-05-06', 'Bệnh nặng, có kết luận giám định');
    await settle(khai, 'suspended');
    expect((await refusal(settle(khai, 'convicted'))).code).toBe('act.wrong_state');
    expect((await refusal(settle(khai, 'suspended'))).code).toBe('act.wrong_state');
    expect((await refusal(charge(who.second, 2, '2024-05-07'))).code).toBe('act.wrong_state');
    // The limits of the case and of the others go on.
    expect(await khai.get('criminalCase', file)).toMatchObject({ state: 'investigation' });
    expect(await running('measure.renew', who.second)).toBeUndefined();
    expect(await lastDay('detention.investigation', who.first)).toBe('2024-07-02');
  });

  it('a heavier clause gives the first a longer extension, and the boy none of it', async () => {
    const detained = {
      lengthUnit: 'month',
      grantedBy: 'procuracy_province',
      decidedOn: '2024-06-18',
    };
    const longer = (accused: string, lengthValue: number) =>
      extend('detention.investigation', { ...detained, accused, lengthValue }, chau);
    expect(await reasonsOf(longer(who.first, 4))).toEqual(['lengthValue longer_than_law']);
    const former = (await ofCase(khai, 'charge')).find(one => one.accused === who.first);
    await charge(who.first, 3, '2024-05-20', {
      point: 'dd',
      replaces: former.id,
      why: 'Sáu nạn nhân trở lên',
    });
    expect(await khai.get('criminalCase', file)).toMatchObject({ severity: 'DBNT' });
    await longer(who.first, 4);
    expect(await lastDay('detention.investigation', who.first)).toBe('2024-10-30');
    expect(await reasonsOf(longer(who.boy, 4))).toEqual(['lengthValue longer_than_law']);
    await extend(
      'detention.investigation',
      { ...detained, accused: who.boy, lengthValue: 3, decidedOn: '2024-05-20' },
      chau,
    );
    // Two thirds of 210 days.
    expect(await lastDay('detention.investigation', who.boy)).toBe('2024-07-31');
  });

  it('the investigation is lengthened for all of them; the ban, renewed without an end of its own, goes with it', async () => {
    await extend(
      'investigation.limit',
      { lengthUnit: 'month', lengthValue: 4, grantedBy: 'procuracy_province', decidedOn: '2024-06-20' },
      chau,
    );
    await end('cấm', '2024-06-05', 'Ra lệnh mới');
    await order('cấm lại', who.third, 'residence_ban', '2024-06-05T02:00:00Z');
    expect(await lastDay('investigation.limit')).toBe('2024-11-04');
    expect(await lastDay('measure.renew', who.third)).toBe('2024-10-30');
    await end('giam nhỏ', '2024-07-25', 'Thay bằng bảo lĩnh');
    await order('bảo lĩnh nhỏ', who.boy, 'bail', '2024-07-25T03:00:00Z');
    expect(await running('detention.investigation', who.boy)).toBeUndefined();
  });

  it('with the file at the procuracy the measures follow its time', async () => {
    await step(khai, 'concluded', '2024-09-02');
    expect(await lastDay('prosecution.decide')).toBe('2024-10-02');
    expect(await lastDay('measure.renew', who.third)).toBe('2024-09-27');
    expect(await lastDay('measure.renew', who.boy)).toBe('2024-09-27');
    await step(chau, 'procuracy_received', '2024-09-03');
    expect(await lastDay('prosecution.decide')).toBe('2024-10-03');
  });

  it('whoever is held is held for each stage anew: by its order, and never longer than the law gives the stage', async () => {
    const held = async (family: string) => (await running(family, who.first))!.limit.term;
    await end('giam', '2024-09-10', 'Viện kiểm sát ra lệnh mới');
    await order('giam truy tố', who.first, 'detention', '2024-09-10T01:00:00Z', { orderedDays: 14 }, chau);
    expect(await running('detention.investigation', who.first)).toBeUndefined();
    // Fourteen days, the first counted; the thirty of article 240 would be more.
    expect(await held('detention.prosecution')).toMatchObject({ due: '2024-09-23', advisory: false });
    await step(chau, 'indicted', '2024-09-20', { court });
    await step(ha, 'court_accepted', '2024-09-24');
    await end('giam truy tố', '2024-09-24', 'Tòa án ra lệnh mới');
    await order('giam xét xử', who.first, 'detention', '2024-09-24T01:00:00Z', { orderedMonths: 4 }, ha);
    // Three months of thirty days, whatever the order says.
    const trial = await held('detention.trial');
    expect(trial).toMatchObject({ due: '2024-12-22', advisory: false, article: 'Điều 278.2 BLTTHS 2015' });
    expect(trial.steps[0]).toMatchObject({ code: 'order_beyond_law', params: { day: '2025-01-21' } });
  });

  it('with the court the measures follow the court’s time', async () => {
    // Three months end on 24 December.
    expect(await lastDay('measure.renew', who.third)).toBe('2024-12-19');
    await step(ha, 'trial_ordered', '2024-11-01');
    await step(ha, 'judged', '2024-11-12');
  });

  it('three are judged; for the second it is taken up again, and is hers alone', async () => {
    const settle = (accused: string, state: string) =>
      ha.act('accused.settle', { state }, { subject: accused });
    await settle(who.first, 'convicted');
    await settle(who.third, 'convicted');
    await settle(who.boy, 'acquitted');
    expect((await refusal(settle(who.second, 'convicted'))).code).toBe('act.wrong_state');
    expect((await refusal(chau.act('accused.resume', {}, { subject: who.second }))).code).toBe(
      'act.not_yours',
    );
    await khai.act('accused.resume', {}, { subject: who.second });
    expect((await ofCase(ha, 'accused')).map(one => [one.fullName, one.state]).sort()).toEqual([
      ['Giàng A Ví Dụ', 'convicted'],
      ['Lý Thị Ví Dụ', 'accused'],
      ['Tẩn Láo Ví Dụ', 'acquitted'],
      ['Vàng Mí Ví Dụ', 'convicted'],
    ]);
  });
});

describe('in the end, what each of them can and cannot see', () => {
  it.each([
    ['khai', 'judged', 4],
    ['chau', 'judged', 4],
    ['ha', 'judged', 4],
    // Another investigator, and another court.
    ['nam', 'nothing', 0],
    ['tuyen', 'nothing', 0],
    // Who cares for victims, who takes them in, the secretariat, the auditor, the administrator.
    ['my', 'nothing', 'refused'],
    ['phua', 'nothing', 'refused'],
    ['vinh', 'nothing', 'refused'],
    ['hang', 'nothing', 'refused'],
    ['hoai-nam', 'nothing', 'refused'],
  ])('%s', async (key, state, people) => {
    const reader = await world.as(key);
    const seen = await reader.get('criminalCase', file).catch(() => null);
    const accused = await ofCase(reader, 'accused').catch(() => null);
    expect([seen?.state ?? 'nothing', accused?.length ?? 'refused']).toEqual([state, people]);
  });

  it('the three count it in their figures, and nobody else has figures', async () => {
    for (const reader of [khai, chau, ha])
      expect((await reader.ask('/api/flow')).years).toMatchObject([
        { year: '2024', charged: { n: 4 }, steps: [{}, {}, {}, { step: 'judged', waiting: { n: 1 } }, {}] },
      ]);
    for (const key of ['my', 'vinh'])
      expect((await refusal((await world.as(key)).ask('/api/flow'))).code).toBe('list.not_yours');
  });

  it('the ledger has each of the acts, and the chain holds', async () => {
    const [found] = await world.owner<{ count: number }>(
      "select count(*)::int as count from ledger.entry where name in ('accused.settle', 'accused.resume', 'measure.order', 'limitExtension.record')",
    );
    expect(found!.count).toBe(4 + 1 + 9 + 5);
    expect(await (await world.as('hang')).ask('/api/ledger/verify')).toMatchObject({ ok: true, broken: 0 });
  });
});
