/* Duties beside the main line: what runs without anybody's note, what a note or a later step ends, and that nobody is called late before the law does. */
import { describe, expect, test } from 'vitest';
import { addDays, type Day, dayIn, getDay } from '../../kernel/day.ts';
import { rules } from '../../rules/index.ts';
import { type DutyRows, dutyClocks, dutyFamilies } from './side-duties.ts';

const opened = getDay('2024-03-04');
const step = (stepKind: string, onDay: Day, more: object = {}) => ({
  id: stepKind,
  stepKind,
  onDay,
  madeAt: onDay,
  ...more,
});
const empty: DutyRows = { steps: [], accused: [], charges: [], measures: [], extensions: [], duties: [] };
const clocks = (rows: Partial<DutyRows>, caseLevel = 'province') =>
  dutyClocks(rules, { caseLevel }, { ...empty, ...rows });
const find = (family: string, rows: Partial<DutyRows>, caseLevel?: string) =>
  clocks(rows, caseLevel).find(one => one.family === family);

test('every family is a line of the rules', () => {
  for (const family of dutyFamilies)
    expect([family, rules.parameters.some(line => line.family === family)]).toEqual([family, true]);
});

describe('a step', () => {
  const initiated = step('initiated', opened);
  test('whose hour nobody noted is not late on the day after, and a note ends it', () => {
    const running = find('case.send_vks', { steps: [initiated] })!;
    expect(running.doneOn).toBeNull();
    expect(running.limit.term.due).toBe('2024-03-05T17:00:00.000Z');
    const duties = [
      { id: 'd', limitFamily: 'case.send_vks', ofRow: 'initiated', doneOn: addDays(opened, 1) },
    ];
    expect(find('case.send_vks', { steps: [initiated], duties })!.doneOn).toBe(addDays(opened, 1));
  });
  test('that follows shows that it was done; a note of another step ends nothing', () => {
    const steps = [initiated, step('concluded', addDays(opened, 60))];
    expect(find('case.send_vks', { steps })!.doneOn).toBe(addDays(opened, 60));
    const duties = [
      { id: 'd', limitFamily: 'investigation.conclusion_send', ofRow: 'other', doneOn: opened },
    ];
    expect(find('investigation.conclusion_send', { steps, duties })!.doneOn).toBeNull();
  });
  test('with a day of hearing is served ten days before it; without one nothing is counted', () => {
    const ordered = addDays(opened, 100);
    expect(find('trial.serve', { steps: [initiated, step('trial_ordered', ordered)] })).toBeUndefined();
    const hearing = { hearingOn: addDays(ordered, 15) };
    expect(
      find('trial.serve', { steps: [initiated, step('trial_ordered', ordered, hearing)] })!.limit.term.due,
    ).toBe(addDays(ordered, 5));
  });
});

test('the border guard hands on within seven days what is more than slight, and nobody else is asked to', () => {
  const rows = { ...empty, steps: [step('initiated', opened)] };
  const families = (file: object) => dutyClocks(rules, file as never, rows).map(one => one.family);
  expect(families({ handlerKind: 'border_guard', severity: 'RNT' })).toContain('bdbp.transfer');
  expect(families({ handlerKind: 'border_guard', severity: 'INT' })).not.toContain('bdbp.transfer');
  expect(families({ handlerKind: 'police', severity: 'RNT' })).not.toContain('bdbp.transfer');
});

describe('the second instance', () => {
  const judged = (on: string) => [step('judged', getDay(on)), step('appealed', addDays(getDay(on), 5))];
  test('is told of from the end of the time to appeal, not from the appeal', () => {
    const steps = judged('2024-03-04');
    // Fifteen days after judgment; seven more, and the last of them a working day.
    expect(find('appeal.notify', { steps })!.start).toBe('2024-03-19');
    expect(find('appeal.notify', { steps })!.limit.term.due).toBe('2024-03-26');
  });
  test.each([
    ['2024-03-04', 'province', 75],
    ['2024-03-04', 'district', 45],
    ['2026-03-02', 'province', 75],
    ['2026-03-02', 'region', 45],
  ])(
    'of a judgment of %s at the level %s is prepared within %i days; nobody here is late with it',
    (on, level, days) => {
      const accepted = addDays(getDay(on), 40);
      const clock = find(
        'appeal.prepare',
        { steps: [...judged(on), step('appeal_accepted', accepted)] },
        level,
      )!;
      expect(clock.limit.term.advisory).toBe(true);
      expect(dayIn(clock.limit.term.due!) >= addDays(accepted, days)).toBe(true);
      expect(dayIn(clock.limit.term.due!) <= addDays(accepted, days + 3)).toBe(true);
    },
  );
});

test('the procuracy above has its days from when it received the file', () => {
  const accepted = getDay('2024-04-15');
  const steps = [
    step('judged', getDay('2024-03-04')),
    step('appealed', getDay('2024-03-09')),
    step('appeal_accepted', accepted),
  ];
  const above = { caseLevel: 'district', appealCourt: 'c', appealProcuracy: 'p' };
  const study = (more: readonly object[]) =>
    dutyClocks(rules, above, { ...empty, steps: [...steps, ...more] as never }).find(
      one => one.family === 'appeal.vks_study',
    )!;
  expect(study([])).toMatchObject({ start: accepted, limit: { term: { advisory: true } } });
  const received = step('appeal_procuracy_received', addDays(accepted, 3));
  expect(study([received])).toMatchObject({
    start: addDays(accepted, 3),
    seat: 'appealProcuracy',
    doneOn: null,
    limit: { term: { advisory: false, due: addDays(accepted, 18) } },
  });
  expect(study([received, step('appeal_ordered', addDays(accepted, 15))]).doneOn).toBe(addDays(accepted, 15));
});

describe('a charge and a measure', () => {
  const charges = [{ id: 'c', accused: 'a', fromDay: opened, severity: 'RNT', replaces: null }];
  test('the procuracy has three days from when it was sent, and none before', () => {
    expect(find('accused.vks_ratify', { charges })).toBeUndefined();
    const duties = [{ id: 'd', limitFamily: 'accused.send_vks', ofRow: 'c', doneOn: addDays(opened, 1) }];
    expect(find('accused.vks_ratify', { charges, duties })).toMatchObject({
      seat: 'procuracy',
      start: addDays(opened, 1),
      accused: 'a',
    });
  });
  test('custody is sent within twelve hours, and of somebody under 18 the family is told within twenty-four', () => {
    const measures = [
      { id: 'm', accused: 'a', measureKind: 'custody', fromAt: '2024-03-05T02:00:00.000Z', endedOn: null },
    ];
    const young = { measures, accused: [{ id: 'a', born: '2008-01-02' }] };
    expect(find('custody.send_vks', young)!.limit.term.due).toBe('2024-03-05T14:00:00.000Z');
    expect(find('custody.minor_notify', young)!.limit.term.due).toBe('2024-03-06T02:00:00.000Z');
    expect(find('custody.minor_notify', { measures, accused: [{ id: 'a', born: '1990' }] })).toBeUndefined();
  });
});

describe('an order of detention', () => {
  const measures = [
    {
      id: 'm',
      accused: 'a',
      measureKind: 'detention',
      fromAt: '2024-05-10T02:00:00.000Z',
      orderedMonths: 1,
      orderedDays: null,
      endedOn: null,
    },
  ];
  const concluded = step('concluded', getDay('2024-05-09'));
  const indicted = step('indicted', getDay('2024-05-20'));
  test('ends on its thirtieth day; the procuracy sees to it five days before while the case is with it', () => {
    const clock = find('detention.new_order_prosecution', { steps: [concluded], measures })!;
    expect(clock).toMatchObject({ seat: 'procuracy', start: '2024-06-08', doneOn: null });
    expect(clock.limit.term.due).toBe('2024-06-03');
    expect(find('detention.new_order_prosecution', { measures })).toBeUndefined();
  });
  test('in an investigation after the file came back, more is asked for ten days before', () => {
    const steps = [concluded, step('returned_by_procuracy', getDay('2024-05-09'))];
    expect(find('detention.propose_extension', { steps, measures })).toMatchObject({ seat: 'handler' });
    expect(find('detention.propose_extension', { steps, measures })!.limit.term.due).toBe('2024-05-29');
    expect(find('detention.new_order_prosecution', { steps, measures })).toBeUndefined();
  });
  test('after the indictment the court is told a week before, and a measure that ended asks for nothing', () => {
    const steps = [concluded, indicted];
    expect(find('prosecution.warn_court_detention', { steps, measures })!.limit.term.due).toBe('2024-06-01');
    expect(find('detention.new_order_prosecution', { steps, measures })).toBeUndefined();
    const over = measures.map(one => ({ ...one, endedOn: '2024-05-25' }));
    expect(find('prosecution.warn_court_detention', { steps, measures: over })!.doneOn).toBe('2024-05-25');
  });
});
