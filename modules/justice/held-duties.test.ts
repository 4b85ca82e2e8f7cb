/* What goes with holding somebody, and with appeals that come late: begun by whose the case was, ended by a note or by what follows. What does not run comes first. */
import { describe, expect, test } from 'vitest';
import { addDays, type Day, getDay } from '../../kernel/day.ts';
import { rules } from '../../rules/index.ts';
import type { StepKind } from './lists.ts';
import { dutyClocks, dutyFamilies } from './side-duties.ts';

const opened = getDay('2024-03-04');
const day = (after: number): Day => addDays(opened, after);
const step = (stepKind: StepKind, after: number) => ({
  id: `${stepKind} ${after}`,
  stepKind,
  onDay: day(after),
  madeAt: day(after),
});
const measure = (measureKind: string, after: number, endedAfter: number | null = null) => ({
  id: `${measureKind} ${after}`,
  accused: 'a',
  measureKind,
  fromAt: `${day(after)}T02:00:00.000Z`,
  endedOn: endedAfter === null ? null : day(endedAfter),
  orderedMonths: null,
  orderedDays: null,
});
const note = (limitFamily: string, ofRow: string, after: number) => ({
  id: 'n',
  limitFamily,
  ofRow,
  doneOn: day(after),
});
interface Rows {
  readonly steps: readonly object[];
  readonly measures?: readonly object[];
  readonly duties?: readonly object[];
}
const find = (family: string, { steps, measures = [], duties = [] }: Rows, more: object = {}) =>
  dutyClocks(rules, { caseLevel: 'region', severity: 'RNT', ...more }, {
    steps,
    measures,
    duties,
    accused: [],
    charges: [],
    extensions: [],
  } as never).find(one => one.family === family);

const initiated = step('initiated', 0);
const inCourt = [initiated, step('concluded', 40), step('indicted', 60), step('court_accepted', 62)];
const judged = [...inCourt, step('trial_ordered', 80), step('judged', 90)];

describe('an emergency hold', () => {
  const hold = measure('emergency_hold', 0);
  const decided = [note('custody.emergency_decide', hold.id, 0)];
  test('asks nothing of the procuracy before it was decided, nor when she was let go', () => {
    expect(find('custody.vks_emergency', { steps: [initiated], measures: [hold] })).toBeUndefined();
    const letGo = [measure('emergency_hold', 0, 1)];
    expect(
      find('custody.vks_emergency', { steps: [initiated], measures: letGo, duties: decided })!.doneOn,
    ).toBe(day(1));
  });
  test('that goes over into custody is ratified within twelve hours of when it was sent', () => {
    const measures = [measure('emergency_hold', 0, 1), measure('custody', 1)];
    const clock = find('custody.vks_emergency', { steps: [initiated], measures, duties: decided })!;
    expect(clock).toMatchObject({ seat: 'procuracy', doneOn: null });
    // The hour it was sent is not noted: it counts from the end of that day.
    expect(clock.limit.term.due).toBe('2024-03-05T05:00:00.000Z');
  });
});

describe('an order of detention', () => {
  test('of the procuracy or of the court is ratified by nobody', () => {
    const rows = { steps: inCourt, measures: [measure('detention', 50), measure('detention', 65)] };
    expect(find('detention.vks_ratify', rows)).toBeUndefined();
  });
  test('of the investigation is; the day it was received is not known, so nobody is late by it', () => {
    const rows = { steps: inCourt, measures: [measure('detention', 40)] };
    expect(find('detention.vks_ratify', rows)).toMatchObject({
      seat: 'procuracy',
      doneOn: day(40),
      limit: { term: { due: '2024-04-16', advisory: true } },
    });
    expect(
      find('detention.vks_ratify', { steps: [initiated], measures: [measure('detention', 4)] }),
    ).toMatchObject({
      doneOn: null,
    });
  });
  test('of the court is served within a day, and its ending of another’s order too', () => {
    expect(find('trial.measures', { steps: inCourt, measures: [measure('detention', 40)] })).toBeUndefined();
    const own = find('trial.measures', { steps: inCourt, measures: [measure('residence_ban', 70)] })!;
    expect(own).toMatchObject({ seat: 'court', limit: { term: { due: '2024-05-14T02:00:00.000Z' } } });
    const ended = find('trial.measures', { steps: inCourt, measures: [measure('detention', 40, 70)] })!;
    expect([ended.since, ended.limit.term.due]).toEqual([day(70), '2024-05-14T17:00:00.000Z']);
  });
});

describe('after the judgment', () => {
  test('detention lasts forty-five days from it, the day itself counted, and binds', () => {
    expect(
      find('judgment.detention', { steps: inCourt, measures: [measure('detention', 65)] }),
    ).toBeUndefined();
    expect(
      find('judgment.detention', { steps: judged, measures: [measure('detention', 65, 85)] }),
    ).toBeUndefined();
    const held = find('judgment.detention', { steps: judged, measures: [measure('detention', 65)] })!;
    expect(held).toMatchObject({ accused: 'a', start: day(90), doneOn: null, right: true });
    expect(held.limit.term).toMatchObject({ due: day(134), advisory: false });
  });
  test('until it is carried out, or the court above has the case', () => {
    const carried = [...judged, step('judgment_in_force', 106), step('enforcement', 110)];
    expect(find('judgment.detention', { steps: carried, measures: [measure('detention', 65)] })!.doneOn).toBe(
      day(110),
    );
  });
});

test('the border guard finishes what is slight within a month and hands on what is more within a week', () => {
  const families = (severity: string) =>
    ['bdbp.simple_file', 'bdbp.transfer'].filter(family =>
      find(family, { steps: [initiated] }, { severity, handlerKind: 'border_guard' }),
    );
  expect(families('INT')).toEqual(['bdbp.simple_file']);
  expect(families('NT')).toEqual(['bdbp.transfer']);
  expect(
    find('bdbp.simple_file', { steps: [initiated] }, { severity: 'INT', handlerKind: 'border_guard' })!.limit
      .term.due,
  ).toBe('2024-04-04');
});

describe('an appeal', () => {
  const late = [...judged, step('late_appealed', 110)];
  test('that comes late is sent up within three days, and decided on within ten of that', () => {
    expect(find('appeal.late_send', { steps: judged })).toBeUndefined();
    expect(find('appeal.late_send', { steps: late })).toMatchObject({
      seat: 'court',
      limit: { term: { due: '2024-06-25', advisory: false } },
    });
    expect(find('appeal.late_decide', { steps: late })).toBeUndefined();
    const duties = [note('appeal.late_send', 'late_appealed 110', 112)];
    expect(find('appeal.late_decide', { steps: late, duties })).toMatchObject({
      start: day(112),
      limit: { term: { due: '2024-07-04', advisory: true } },
    });
  });
  test('that is admitted late goes up like another; from which day that counts was not read', () => {
    const steps = [...late, step('late_appeal_admitted', 120)];
    expect(find('appeal.late_send', { steps })!.doneOn).toBe(day(120));
    const file = find('appeal.file', { steps })!;
    expect(file).toMatchObject({ start: day(120), limit: { term: { advisory: true } } });
    expect(file.limit.term.steps.at(-1)!.code).toBe('late_appeal_unread');
  });
  test('against a decision is a right of seven days that nobody notes', () => {
    const steps = [...inCourt, step('trial_suspended', 70)];
    expect(find('appeal.decision', { steps })).toMatchObject({
      right: true,
      limit: { term: { advisory: true } },
    });
    expect(find('protest.decision', { steps })).toMatchObject({
      seat: 'procuracy',
      right: true,
      limit: { term: { due: '2024-05-20', advisory: false } },
    });
    for (const family of ['appeal.decision', 'protest.decision', 'judgment.detention', 'detention.summary'])
      expect(dutyFamilies).not.toContain(family);
  });
});
