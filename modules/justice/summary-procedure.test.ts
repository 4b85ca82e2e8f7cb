/* The summary procedure: who may decide on it and when, which limits stand in the place of which, and how it ends. What it is not for comes first. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, dayIn, getDay } from '../../kernel/day.ts';
import { rules } from '../../rules/index.ts';
import { caseClocks } from './case-clocks.ts';
import type { StepKind } from './lists.ts';
import { planOf } from './plan.ts';
import { dutyClocks } from './side-duties.ts';
import { isSummary, summaryStepNow } from './summary-procedure.ts';

const opened = getDay('2024-03-04');
type Taken = readonly [StepKind, number, object?];
const stepsOf = (taken: readonly Taken[]) =>
  taken.map(([stepKind, after, more], index) => ({
    id: `${index}`,
    stepKind,
    onDay: addDays(opened, after),
    madeAt: `${index}`,
    ...more,
  }));
const rowsOf = (taken: readonly Taken[], measures: readonly object[] = []) =>
  ({
    severity: 'INT',
    steps: stepsOf(taken),
    accused: [],
    charges: [],
    measures,
    extensions: [],
    duties: [],
  }) as never;
/** Each limit of the case with the day it ends and the day it was over. */
const limits = (...taken: Taken[]) =>
  caseClocks(rules, rowsOf(taken)).map(
    ({ family, limit, doneOn }) => [family, limit.term.due, doneOn] as const,
  );
const day = (after: number): Day => addDays(opened, after);

describe('who may decide', () => {
  const used: readonly Taken[] = [
    ['initiated', 0],
    ['summary_applied', 1],
  ];
  test.each([
    ['a court, of a case that is investigated', 'investigation', ['court'], []],
    ['the unit, of a case that lies with the procuracy', 'prosecution', ['handler'], []],
    ['anybody, of a case that waits for the court', 'trial', ['handler', 'procuracy', 'court'], []],
    ['anybody, once it was judged', 'judged', ['handler', 'procuracy', 'court'], []],
    ['the procuracy, to begin it in an investigation', 'investigation', ['procuracy'], []],
    ['a unit it is to come to', 'investigation', ['nextHandler'], used],
  ] as const)('not %s', (_who, state, held, taken) => {
    expect(summaryStepNow(state, stepsOf(taken), held)).toBeNull();
  });
  test('whoever has the case, to begin and to cancel; the procuracy cancels what the unit decided', () => {
    expect(summaryStepNow('investigation', [], ['handler'])).toBe('summary_applied');
    expect(summaryStepNow('prosecution', [], ['procuracy'])).toBe('summary_applied');
    expect(summaryStepNow('trial_preparing', [], ['court'])).toBe('summary_applied');
    expect(summaryStepNow('hearing', [], ['court'])).toBeNull();
    expect(summaryStepNow('hearing', stepsOf(used), ['court'])).toBe('summary_cancelled');
    for (const seat of ['handler', 'procuracy'] as const)
      expect(summaryStepNow('investigation', stepsOf(used), [seat])).toBe('summary_cancelled');
  });
});

describe('while it is used', () => {
  test('twenty days, five, ten and seven stand in the place of the limits of the stages', () => {
    const all = limits(
      ['initiated', 0],
      ['summary_applied', 1],
      ['concluded', 14],
      ['indicted', 17],
      ['court_accepted', 18],
      ['trial_ordered', 24],
    );
    expect(all).toEqual([
      ['summary.investigate', '2024-03-25', day(14)],
      ['summary.prosecute', '2024-03-25', day(17)],
      ['summary.trial_prepare', '2024-04-01', day(24)],
      ['summary.trial_open', '2024-04-04', null],
    ]);
  });
  test('the procuracy may begin it: then the investigation had its own limit', () => {
    expect(limits(['initiated', 0], ['concluded', 30], ['summary_applied', 31])).toEqual([
      ['investigation.limit', '2024-05-04', day(30)],
      ['summary.prosecute', '2024-04-08', null],
    ]);
  });
  test('the decision to try is served within a day, and not ten days before a hearing that is in a week', () => {
    const taken: readonly Taken[] = [
      ['initiated', 0],
      ['court_accepted', 18],
      ['trial_ordered', 24, { hearingOn: day(30) }],
    ];
    const served = (of: readonly Taken[]) =>
      dutyClocks(rules, { caseLevel: 'region', severity: 'INT' }, rowsOf(of))
        .filter(one => one.family.endsWith('.serve'))
        .map(one => [one.family, one.limit.term.due]);
    expect(served(taken)).toEqual([['trial.serve', day(20)]]);
    expect(served([taken[0]!, ['summary_applied', 1], ...taken.slice(1)])).toEqual([
      // The hour of the decision is not noted: the day after is not late.
      ['summary.serve', '2024-03-29T17:00:00.000Z'],
    ]);
  });
  test('whoever is detained is told of beside the general limit, as advice: the article was not read', () => {
    const held = [
      {
        id: 'm',
        accused: 'a',
        measureKind: 'detention',
        fromAt: '2024-03-05T02:00:00.000Z',
        endedOn: null,
        orderedDays: null,
        orderedMonths: null,
      },
    ];
    const told = (taken: readonly Taken[]) =>
      dutyClocks(rules, { caseLevel: 'region', severity: 'INT' }, rowsOf(taken, held)).find(
        one => one.family === 'detention.summary',
      );
    expect(told([['initiated', 0]])).toBeUndefined();
    const clock = told([
      ['initiated', 0],
      ['summary_applied', 1],
    ])!;
    expect(clock).toMatchObject({ seat: 'handler', right: true });
    expect(clock.limit.term).toMatchObject({ due: '2024-03-24', advisory: true });
  });
  test('the plan of the case goes by it', () => {
    const plan = planOf(
      rules,
      rowsOf([
        ['initiated', 0],
        ['summary_applied', 1],
      ]),
    );
    expect(plan.legs.map(({ decided }) => decided.line.family)).toEqual([
      'summary.investigate',
      'summary.prosecute',
      'prosecution.to_court',
      'summary.trial_prepare',
      'summary.trial_open',
    ]);
  });
});

describe('it ends', () => {
  test('by being cancelled: the general limit goes on, and only advises', () => {
    const rows = rowsOf([
      ['initiated', 0],
      ['summary_applied', 1],
      ['summary_cancelled', 10],
    ]);
    const [short, general] = caseClocks(rules, rows);
    expect(short).toMatchObject({ family: 'summary.investigate', doneOn: day(10) });
    expect(general).toMatchObject({ family: 'investigation.limit', doneOn: null });
    expect(general!.limit.term).toMatchObject({ due: '2024-05-04', advisory: true });
    expect(general!.limit.term.steps.at(-1)!.code).toBe('summary_cancelled');
  });
  test('with a suspension, or a file that comes back: what follows has its general limit and binds', () => {
    const back = caseClocks(
      rules,
      rowsOf([
        ['initiated', 0],
        ['summary_applied', 1],
        ['concluded', 10],
        ['returned_by_procuracy', 12],
        ['handler_received', 13],
      ]),
    ).at(-1)!;
    expect(back).toMatchObject({ family: 'investigation.supplementary_vks', doneOn: null });
    expect(back.limit.term.advisory).toBe(false);
    expect(
      isSummary(
        stepsOf([
          ['summary_applied', 1],
          ['investigation_suspended', 5],
        ]),
      ),
    ).toBe(false);
  });
  test('and begins again by a new decision alone', () => {
    const kinds = fc.constantFrom<StepKind>(
      'summary_applied',
      'summary_cancelled',
      'investigation_suspended',
    );
    fc.assert(
      fc.property(fc.array(kinds, { maxLength: 6 }), picks => {
        const steps = stepsOf(picks.map((kind, index): Taken => [kind, index + 1]));
        const last = picks.at(-1);
        if (last !== undefined) expect(isSummary(steps)).toBe(last === 'summary_applied');
        const clocks = caseClocks(
          rules,
          rowsOf([['initiated', 0], ...picks.map((kind, index): Taken => [kind, index + 1])]),
        );
        // Of the first investigation one limit runs at most (none while it is suspended), and no limit ends before it begins.
        const running = clocks.filter(one => one.doneOn === null && one.family !== 'investigation.suspended');
        expect(running.length).toBeLessThanOrEqual(1);
        for (const { start, limit } of clocks)
          if (limit.term.due) expect(dayIn(limit.term.due) >= dayIn(start)).toBe(true);
      }),
    );
  });
});
