/* A man caught at a ford taking two others across without papers: a slight offence, plain and admitted. The three bodies use the summary procedure and are through with it in a month; the grave
 * case beside it may not be. The appeal comes late, and is not admitted. The people are invented. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { remakeDeadlines } from '../../server/worker/deadlines.ts';
import { makeWorld, type Person, refusal, type World } from '../support/world.ts';

const procuracy = getOffice('vks/tinh@2025').id;
const court = getOffice('toa-an/tinh@2025').id;

let world: World;
let today: Day;
let dinh: Person;
let khai: Person;
let chau: Person;
let ha: Person;
let grave: string;
let slight: string;

beforeAll(async () => {
  world = await makeWorld();
  today = world.today();
  [dinh, khai, chau, ha] = (await Promise.all(['dinh', 'khai', 'chau', 'ha'].map(key => world.as(key)))) as [
    Person,
    Person,
    Person,
    Person,
  ];
  const open = async (offence: string, title: string, daysAgo: number) =>
    (
      await khai.act('criminalCase.open', {
        title,
        caseLevel: 'province',
        openedOn: ago(daysAgo),
        openedDecision: '8/QĐ',
        procuracy,
        offence,
        clause: 1,
      })
    ).id;
  grave = await open('blhs2015.150', 'Nhóm lừa người qua biên giới', 100);
  slight = await open('blhs2015.347', 'Đưa hai người lội qua suối', 100);
});
afterAll(() => world?.stop());

const ago = (days: number): Day => addDays(today, -days);
const decide = (who: Person, name: string, onDay: Day, subject = slight, more: object = {}) =>
  who.act(`criminalCase.${name}`, { onDay, decisionNumber: '12/QĐ', ...more }, { subject });
const step = (who: Person, stepKind: string, daysAgo: number, more: object = {}) =>
  decide(who, 'step', ago(daysAgo), slight, { stepKind, ...more });
const reasonsOf = async (promise: Promise<unknown>): Promise<string[]> =>
  (await refusal(promise)).fields.map(({ field, reason }) => `${field} ${reason}`);
/** The limits of the case that run, with the day each ends. */
async function running(who: Person): Promise<Record<string, string>> {
  await remakeDeadlines(world.system.door, world.now());
  const rows = await who.list('deadline', { filter: { criminalCase: { is: slight } }, limit: 100 });
  return Object.fromEntries(rows.map(row => [row.limitFamily, row.dueOn]));
}

describe('the decision to use it', () => {
  it('is not for a grave offence, nor for whoever has not the case, nor without a number', async () => {
    expect(await reasonsOf(decide(khai, 'applySummary', ago(99), grave))).toEqual([
      'onDay summary_too_grave',
    ]);
    expect((await refusal(decide(chau, 'applySummary', ago(99)))).code).toBe('case.not_your_turn');
    expect((await refusal(decide(ha, 'applySummary', ago(99)))).code).toBe('record.not_found');
    expect((await refusal(decide(dinh, 'applySummary', ago(99)))).code).toBe('act.not_yours');
    expect(await reasonsOf(decide(khai, 'applySummary', ago(99), slight, { decisionNumber: null }))).toEqual([
      'decisionNumber required',
    ]);
    expect(await reasonsOf(decide(khai, 'applySummary', ago(101)))).toEqual(['onDay before_earlier_step']);
    expect((await refusal(decide(khai, 'cancelSummary', ago(99)))).code).toBe('act.wrong_state');
  });

  it('takes the place of the limit of the investigation: twenty days from the decision to prosecute', async () => {
    expect(await running(khai)).toHaveProperty(['investigation.limit']);
    await decide(khai, 'applySummary', ago(99));
    expect((await refusal(decide(khai, 'applySummary', ago(99)))).code).toBe('act.wrong_state');
    const limits = await running(khai);
    expect(limits).not.toHaveProperty(['investigation.limit']);
    expect(limits['summary.investigate']! >= ago(80)).toBe(true);
    expect((await chau.notices())[0]).toMatchObject({ kind: 'case_step', subject: { id: slight } });
  });

  it('may be cancelled by the procuracy that supervises; the general limit goes on', async () => {
    await decide(chau, 'cancelSummary', ago(97));
    const limits = await running(khai);
    expect(limits).toHaveProperty(['investigation.limit']);
    expect(limits).not.toHaveProperty(['summary.investigate']);
    await decide(khai, 'applySummary', ago(96));
    // Decided on when its time is over, it is taken and warned of.
    await decide(chau, 'cancelSummary', ago(95));
    const late = await decide(khai, 'applySummary', ago(70));
    expect(late.warnings).toMatchObject([{ field: 'onDay', reason: 'summary_over' }]);
  });
});

describe('procuracy and court', () => {
  it('have five days, ten and seven', async () => {
    await step(khai, 'concluded', 66);
    expect(await running(chau)).toHaveProperty(['summary.prosecute']);
    await step(chau, 'indicted', 63, { court });
    await step(ha, 'court_accepted', 62);
    expect(await running(ha)).toHaveProperty(['summary.trial_prepare']);
    expect((await refusal(decide(chau, 'cancelSummary', ago(62)))).code).toBe('case.not_your_turn');
    await step(ha, 'trial_ordered', 56, { hearingOn: ago(51) });
    const limits = await running(ha);
    expect(limits).toHaveProperty(['summary.trial_open']);
    expect(limits).toHaveProperty(['summary.serve']);
    expect(limits).not.toHaveProperty(['trial.serve']);
    await step(ha, 'judged', 51);
  });
});

describe('an appeal', () => {
  const late = (who: Person, daysAgo: number) =>
    who.act('criminalCase.receiveLateAppeal', { onDay: ago(daysAgo) }, { subject: slight });
  const settle = (who: Person, lateAppeal: string, daysAgo: number) =>
    decide(who, 'decideLateAppeal', ago(daysAgo), slight, { lateAppeal });

  it('that comes in time is none that comes late', async () => {
    expect(await reasonsOf(late(ha, 48))).toEqual(['onDay appeal_in_time']);
    expect((await refusal(late(chau, 20))).code).toBe('act.not_yours');
    expect(await reasonsOf(settle(ha, 'refused', 20))).toEqual(['onDay no_late_appeal']);
  });

  it('that comes late is sent up, and the judgment stays in force until it is admitted', async () => {
    await step(ha, 'judgment_in_force', 30, { decisionNumber: null });
    await late(ha, 20);
    expect(await reasonsOf(late(ha, 19))).toEqual(['onDay late_appeal_waits']);
    expect(await running(ha)).toHaveProperty(['appeal.late_send']);
    const steps = await ha.list('caseStep', { filter: { criminalCase: { is: slight } }, limit: 100 });
    const ofRow = steps.find(one => one.stepKind === 'late_appealed')!.id;
    const sent = { criminalCase: slight, limitFamily: 'appeal.late_send', ofRow, doneOn: ago(18) };
    expect((await refusal(chau.act('dutyDone.record', sent))).code).toBe('case.not_your_turn');
    await ha.act('dutyDone.record', sent);
    const limits = await running(ha);
    expect(limits).not.toHaveProperty(['appeal.late_send']);
    expect(limits).toHaveProperty(['appeal.late_decide']);
    await settle(ha, 'refused', 10);
    expect(await ha.get('criminalCase', slight)).toMatchObject({ state: 'in_force' });
    expect(await running(ha)).not.toHaveProperty(['appeal.late_decide']);
  });

  it('may come late again, and is heard once it is admitted', async () => {
    await late(ha, 8);
    await settle(ha, 'admitted', 2);
    expect(await ha.get('criminalCase', slight)).toMatchObject({ state: 'appeal' });
    expect(await running(ha)).toHaveProperty(['appeal.file']);
    expect((await ha.list('caseStep', { filter: { criminalCase: { is: slight } }, limit: 100 })).length).toBe(
      16,
    );
  });
});
