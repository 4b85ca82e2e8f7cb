/* The figures of flow on cases that can be reckoned by hand, and what must hold of them on any: no case is lost on the way, and each number is as long as its list. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, getDay } from '../../kernel/day.ts';
import { SEVERITIES } from '../../rules/schema-justice.ts';
import { type Count, flowOf } from './flow.ts';
import { type FlowCase, type FlowReport, isAmong, itemsOf } from './flow-items.ts';
import { type CaseState, type StepKind, steps, stepsFrom } from './lists.ts';
import { seatNames } from './seats.ts';

const today = getDay('2026-11-29');
const base: FlowCase = {
  id: 'a',
  severity: 'RNT',
  handler: 'pc02',
  procuracy: 'vks',
  court: null,
  appealCourt: null,
  openedOn: getDay('2026-01-05'),
  state: 'investigation',
  steps: [['initiated', getDay('2026-01-05')]],
  extensions: 0,
  accused: [],
};
const took = (days: number, isOver = true): FlowCase => ({
  ...base,
  id: `${days}`,
  state: isOver ? 'prosecution' : 'investigation',
  steps: [['initiated', addDays(today, -days)], ...(isOver ? ([['concluded', today]] as const) : [])],
});
const stagesOf = (cases: readonly FlowCase[], reports: readonly FlowReport[] = []) =>
  Object.fromEntries(flowOf(itemsOf(cases, reports, today)).stages.map(({ stage, whole }) => [stage, whole]));

describe('how long a stage takes', () => {
  it('of fewer than five is not told, only how many there are', () => {
    const { investigation } = stagesOf([10, 20, 30, 40].map(days => took(days)));
    expect(investigation).toMatchObject({ median: null, ninetieth: null, curve: [], all: { n: 4 } });
  });

  it('what still runs counts for as long as it ran, and makes the rest no faster', () => {
    const over = [10, 20, 30, 40, 50].map(days => took(days));
    expect(stagesOf(over).investigation).toMatchObject({ median: 30, ninetieth: 50 });
    const { investigation } = stagesOf([...over, took(45, false), took(60, false), took(90, false)]);
    expect(investigation).toMatchObject({
      median: 40,
      ninetieth: null,
      all: { n: 8 },
      done: { n: 5 },
      running: { n: 3 },
    });
  });

  it('a case that went into another is not done and runs no more; what ended before a split is counted once', () => {
    const at = (days: number) => addDays(base.openedOn, days);
    const joined: FlowCase = {
      ...base,
      id: 'joined',
      state: 'joined',
      steps: [
        ['initiated', at(0)],
        ['joined_into', at(30)],
      ],
    };
    expect(stagesOf([joined]).investigation).toMatchObject({
      done: { n: 0 },
      running: { n: 0 },
      paused: { n: 1 },
    });
    const whole: FlowCase = {
      ...base,
      id: 'whole',
      state: 'prosecution',
      steps: [
        ['initiated', at(0)],
        ['concluded', at(60)],
        ['split', at(70)],
      ],
    };
    const part: FlowCase = {
      ...whole,
      id: 'part',
      steps: [...whole.steps.slice(0, 2), ['split_off', at(70)]],
    };
    const stages = stagesOf([whole, part]);
    expect(stages.investigation).toMatchObject({ all: { n: 1 }, done: { n: 1 } });
    expect(stages.prosecution).toMatchObject({ all: { n: 2 }, running: { n: 2 } });
  });

  it('a file that came back is investigated again apart from the first time, and prosecution has two stretches', () => {
    const days = [0, 60, 70, 100, 110, 120].map(each => addDays(base.openedOn, each));
    const kinds = [
      'initiated',
      'concluded',
      'returned_by_procuracy',
      'concluded',
      'indicted',
      'court_accepted',
    ];
    const way = kinds.map((kind, index) => [kind as StepKind, days[index]!] as const);
    const items = itemsOf([{ ...base, state: 'trial_preparing', court: 'ta', steps: way }], [], today);
    const stretches = items.filter(({ tags }) => tags.of === 'stage');
    expect(stretches.map(({ tags, from, until }) => [tags.stage, tags.unit, tags.how, from, until])).toEqual([
      ['investigation', 'pc02', 'done', days[0], days[1]],
      ['prosecution', 'vks', 'done', days[1], days[2]],
      ['again', 'pc02', 'done', days[2], days[3]],
      ['prosecution', 'vks', 'done', days[3], days[4]],
      ['trial', 'ta', 'running', days[5], null],
    ]);
    const flow = flowOf(items);
    expect(flow.returns.map(({ key, times }) => [key, times.map(({ n }) => n)])).toEqual([
      ['procuracy', [0, 1, 0, 0]],
      ['court', [1, 0, 0, 0]],
    ]);
  });

  it('what the court sent back is not the procuracy’s return, and what is suspended is not done', () => {
    const kinds = [
      'initiated',
      'concluded',
      'indicted',
      'court_accepted',
      'returned_by_court',
      'returned_by_procuracy',
    ];
    const way = [...kinds, 'investigation_suspended'].map(
      (kind, index) => [kind as StepKind, addDays(base.openedOn, 10 * index)] as const,
    );
    const items = itemsOf(
      [{ ...base, court: 'ta', state: 'investigation_suspended', steps: way }],
      [],
      today,
    );
    expect(flowOf(items).returns.map(({ times }) => times.map(({ n }) => n))).toEqual([
      [1, 0, 0, 0],
      [0, 1, 0, 0],
    ]);
    expect(items.findLast(({ tags }) => tags.of === 'stage')).toMatchObject({
      tags: { stage: 'again', how: 'paused' },
    });
    expect(items.find(({ tags }) => tags.of === 'age')?.tags.stage).toBe('suspended');
  });

  it('a report is resolved, suspended or still open', () => {
    const report = (id: string, state: string, resolvedOn: Day | null, outcome: string | null) => ({
      ...{ id, state, resolvedOn, outcome, unit: 'pc02', receivedOn: getDay('2026-03-02') },
    });
    const reports = [
      report('a', 'resolved', getDay('2026-03-20'), 'prosecute'),
      report('b', 'suspended', getDay('2026-05-02'), 'suspend'),
      report('c', 'taken_up', null, null),
    ];
    expect(stagesOf([], reports).report).toMatchObject({
      done: { n: 1 },
      paused: { n: 1 },
      running: { n: 1 },
    });
    const [year] = flowOf(itemsOf([], reports, today)).years;
    expect(year).toMatchObject({
      year: '2026',
      reports: { n: 3 },
      prosecuted: { n: 1 },
      openReports: { n: 1 },
    });
  });
});

it('the age of what runs: the day it becomes three months old it is three months old', () => {
  const opened = (openedOn: string) => ({ ...base, openedOn: getDay(openedOn) });
  const { ages } = flowOf(
    itemsOf([opened('2026-08-29'), opened('2026-08-30'), opened('2024-11-29')], [], today),
  );
  expect(ages.map(({ months, all }) => [months, all.n])).toEqual([
    [0, 1],
    [3, 1],
    [6, 0],
    [12, 0],
    [24, 1],
  ]);
});

/** Cases that went some way, as the steps allow it. */
const cases = fc.array(
  fc
    .record({
      picks: fc.array(fc.tuple(fc.nat(100), fc.nat(120)), { maxLength: 10 }),
      severity: fc.constantFrom(...SEVERITIES),
      opened: fc.nat(1500),
      extensions: fc.nat(5),
      charged: fc.boolean(),
    })
    .map(({ picks, severity, opened, extensions, charged }): FlowCase => {
      const openedOn = addDays(today, -opened);
      const way: [StepKind, Day][] = [['initiated', openedOn]];
      let [state, day]: [CaseState, Day] = ['investigation', openedOn];
      for (const [pick, gap] of picks) {
        const offered = stepsFrom(
          state,
          seatNames,
          way.map(([kind]) => kind),
        );
        day = addDays(day, gap);
        if (offered.length === 0 || day > today) break;
        const kind = offered[pick % offered.length]!;
        way.push([kind, day]);
        state = steps[kind].to;
      }
      const accused = charged ? [{ id: 'x', state: 'accused', chargedOn: openedOn }] : [];
      return { ...base, severity, openedOn, state, steps: way, extensions, accused, court: 'ta' };
    }),
  { maxLength: 25 },
);

/** Every number there is, wherever it stands. */
const countsIn = (value: unknown): Count[] =>
  typeof value !== 'object' || value === null
    ? []
    : 'where' in value
      ? [value as Count]
      : Object.values(value).flatMap(countsIn);

describe('of any cases', () => {
  it('each number is as long as its list, and parts add up to their whole', () => {
    fc.assert(
      fc.property(cases, all => {
        const items = itemsOf(all, [], today);
        const flow = flowOf(items);
        const counts = countsIn(flow);
        expect(counts.length).toBeGreaterThan(0);
        for (const { n, where } of counts) expect(items.filter(item => isAmong(item, where))).toHaveLength(n);
        for (const { whole, bySeverity, byUnit } of flow.stages) {
          expect(whole.done.n + whole.running.n + whole.paused.n).toBe(whole.all.n);
          for (const parts of [bySeverity, byUnit])
            expect(parts.reduce((sum, part) => sum + part.all.n, 0)).toBe(whole.all.n);
        }
        for (const one of [...flow.extensions, ...flow.returns])
          expect(one.times.reduce((sum, part) => sum + part.n, 0)).toBe(one.all.n);
        for (const age of flow.ages)
          expect(age.stages.reduce((sum, part) => sum + part.n, 0)).toBe(age.all.n);
      }),
    );
  });

  it('no case of a year is lost: whoever reached a step went on, waits there or stopped there', () => {
    fc.assert(
      fc.property(cases, all => {
        const { years } = flowOf(itemsOf(all, [], today));
        expect(years.reduce((sum, year) => sum + year.steps[0]!.reached.n, 0)).toBe(all.length);
        for (const { steps: way } of years)
          for (const [index, { reached, waiting, stopped }] of way.slice(0, -1).entries())
            expect(reached.n).toBe(way[index + 1]!.reached.n + waiting.n + stopped.n);
      }),
    );
  });
});
