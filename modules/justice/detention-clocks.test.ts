/* Until when somebody may be detained: never past the order, never past the law, never past the stage; and by which line in which stage. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, type Day, dayIn, getDay, type Instant, startOfDay } from '../../kernel/day.ts';
import { rules } from '../../rules/index.ts';
import { SEVERITIES } from '../../rules/schema-justice.ts';
import { type CaseClock, caseClocks } from './case-clocks.ts';
import { orderEnd } from './measure-clocks.ts';

const opened = getDay('2024-03-04');
const on = (after: number) => addDays(opened, after);
const step = (stepKind: string, after: number) => ({
  id: `${stepKind} ${after}`,
  stepKind,
  onDay: on(after),
  madeAt: on(after),
});
const order = (id: string, after: number, more: object = {}) => ({
  id,
  accused: 'a',
  measureKind: 'detention',
  fromAt: startOfDay(on(after)) as Instant,
  endedOn: null as Day | null,
  orderedMonths: null as number | null,
  orderedDays: null as number | null,
  ...more,
});
type Way = readonly (readonly [string, number])[];
const rows = (way: Way, measures: object[], more: object = {}) =>
  ({
    severity: 'RNT',
    steps: [step('initiated', 0), ...way.map(([kind, after]) => step(kind, after))],
    accused: [{ id: 'a', born: '1990' }],
    charges: [],
    measures,
    extensions: [],
    ...more,
  }) as never;
const held = (...asked: Parameters<typeof rows>): CaseClock =>
  caseClocks(rules, rows(...asked)).findLast(one => one.family.startsWith('detention.'))!;
const codes = ({ limit }: CaseClock) => limit.term.steps.map(one => one.code);

const toCourt: Way = [
  ['concluded', 60],
  ['procuracy_received', 61],
  ['indicted', 80],
  ['court_accepted', 85],
];

describe('after a judgment', () => {
  it('none of these limits runs: another one holds', () => {
    const way: Way = [
      ...toCourt,
      ['trial_ordered', 100],
      ['judged', 110],
      ['appealed', 112],
      ['appeal_sent', 120],
    ];
    expect(held(way, [order('m', 111)])).toBeUndefined();
    expect(
      held([...way, ['appeal_accepted', 125], ['appeal_remanded', 150]], [order('m', 151)]),
    ).toBeUndefined();
  });
});

test.each<[string, Way, number, string, number | null, boolean]>([
  ['the first investigation', [], 5, 'detention.investigation', 120, false],
  ['the day of the conclusion', [['concluded', 60]], 60, 'detention.investigation', 120, false],
  ['prosecution, which nobody compared', [['concluded', 60]], 62, 'detention.prosecution', 30, true],
  [
    'a resumed investigation',
    [
      ['investigation_suspended', 30],
      ['investigation_resumed', 50],
    ],
    50,
    'detention.resumed',
    90,
    false,
  ],
  [
    'a file the procuracy returned',
    [
      ['concluded', 60],
      ['returned_by_procuracy', 70],
    ],
    72,
    'detention.supplementary_vks',
    60,
    false,
  ],
  [
    'a file the court returned',
    [...toCourt, ['returned_by_court', 100], ['returned_by_procuracy', 105]],
    106,
    'detention.supplementary_court',
    30,
    false,
  ],
  ['the preparation of the trial', toCourt, 85, 'detention.trial', 60, false],
  ['the hearing', [...toCourt, ['trial_ordered', 100]], 101, 'detention.hearing', null, true],
  [
    'the second instance',
    [...toCourt, ['trial_ordered', 100], ['judged', 110], ['appealed', 112], ['appeal_accepted', 130]],
    131,
    'detention.appeal',
    90,
    false,
  ],
  [
    'an investigation anew',
    [...toCourt, ['trial_ordered', 100], ['judged', 110], ['appealed', 112], ['appeal_quashed', 140]],
    142,
    'detention.investigation',
    120,
    false,
  ],
])('in %s', (_, way, after, family, days, advisory) => {
  const clock = held(way, [order('m', after)], { caseLevel: 'province' });
  expect(clock).toMatchObject({ family, accused: 'a', start: on(after) });
  expect(clock.limit.term.due).toBe(days === null ? null : on(after + days - 1));
  expect(clock.limit.term.advisory).toBe(advisory);
});

describe('the shorter of order and law', () => {
  it('is the order where it names an earlier day, and the reason says so', () => {
    const clock = held([], [order('m', 5, { orderedMonths: 2, orderedDays: 27 })]);
    expect(clock.limit.term).toMatchObject({ due: on(5 + 86), advisory: false });
    expect(clock.limit.term.steps[0]).toEqual({ code: 'measure_as_ordered', params: { day: on(5 + 86) } });
    // More is asked for before the order ends, and the law's own end is still told.
    expect(clock.limit.askUntil).toBe(on(5 + 76));
    expect(clock.limit.last).toBe(on(5 + 209));
  });

  it('is the law where the order names a later day, and that is said too', () => {
    const clock = held([], [order('m', 5, { orderedMonths: 9 })]);
    expect(clock.limit.term.due).toBe(on(5 + 119));
    expect(codes(clock)[0]).toBe('order_beyond_law');
  });

  it('an extension lengthens the order it was granted for', () => {
    const granted = {
      id: 'x',
      accused: 'a',
      limitFamily: 'detention.investigation',
      turn: 1,
      lengthUnit: 'month',
      lengthValue: 1,
      decidedOn: on(50),
      decisionNumber: '1',
    };
    const asked = [order('m', 5, { orderedMonths: 2 })];
    expect(held([], asked, { extensions: [granted] }).limit.term.due).toBe(on(5 + 89));
  });

  it('is the order’s day at a hearing, where the law names none, and it binds', () => {
    const clock = held([...toCourt, ['trial_ordered', 100]], [order('m', 101, { orderedDays: 12 })]);
    expect(clock.limit.term).toMatchObject({ due: on(112), advisory: false });
  });
});

describe('a stage', () => {
  it('ends the detention ordered in it, whenever in it that was', () => {
    // Two months from the docketing on the 85th day, less none: the detention began on the 120th.
    const clock = held(toCourt, [order('m', 120)]);
    const stage = caseClocks(rules, rows(toCourt, [])).find(one => one.family === 'trial.prepare')!;
    expect(clock.limit.term.due).toBe(stage.limit.term.due);
    expect(clock.limit.term.steps[0]).toMatchObject({
      code: 'measure_with_stage',
      article: 'Điều 277.1 BLTTHS 2015',
    });
  });

  it('of which nobody noted the beginning shortens nothing', () => {
    expect(held([['concluded', 60]], [order('m', 80)]).limit.term.due).toBe(on(109));
  });

  it('has days of its own: what was served in it counts, and what was served before does not', () => {
    const before = order('m1', 5, { endedOn: on(60) });
    const first = order('m2', 85, { endedOn: on(94) });
    expect(held(toCourt, [before, order('m', 85)]).limit.term.due).toBe(on(144));
    expect(held(toCourt, [before, first, order('m', 95)]).limit.term.due).toBe(on(144));
  });

  it('is lengthened for the detention in it, which has no extension of its own', () => {
    const granted = {
      id: 'x',
      accused: null,
      limitFamily: 'trial.prepare',
      turn: 1,
      lengthUnit: 'day',
      lengthValue: 30,
      decidedOn: on(120),
      decisionNumber: '1',
    };
    const { limit } = held(toCourt, [order('m', 85)], { extensions: [granted] });
    expect(limit).toMatchObject({ next: null, askUntil: null, term: { due: on(85 + 89) } });
  });

  it('is two thirds of it for whoever is under 18, until the law of 2026 that nobody has read', () => {
    const boy = { accused: [{ id: 'a', born: '2008-01-20' }] };
    expect(held(toCourt, [order('m', 85)], boy).limit.term.due).toBe(on(85 + 39));
    const from = getDay('2026-03-02');
    const late = ['initiated', 'concluded', 'indicted', 'court_accepted'].map((stepKind, index) => ({
      id: stepKind,
      stepKind,
      onDay: addDays(from, 10 * index),
      madeAt: stepKind,
    }));
    const measures = [order('m', 0, { fromAt: startOfDay(addDays(from, 30)) })];
    expect(
      held([], measures, { steps: late, accused: [{ id: 'a', born: '2010-01-20' }] }).limit.term.advisory,
    ).toBe(true);
  });
});

it('never outlasts its order, and no order makes it longer than the law', () => {
  const kinds = ['concluded', 'procuracy_received', 'indicted', 'court_accepted', 'trial_ordered'];
  fc.assert(
    fc.property(
      fc.constantFrom(...SEVERITIES),
      fc.nat(kinds.length),
      fc.nat(200),
      fc.nat(12),
      fc.nat(29),
      (severity, count, after, orderedMonths, orderedDays) => {
        const way = kinds.slice(0, count).map((kind, index): [string, number] => [kind, 40 + 20 * index]);
        const due = (measure: object) =>
          held(way, [measure], { severity })?.limit.term.due as Day | null | undefined;
        const measure = order('m', after, { orderedMonths, orderedDays });
        const [shown, lawful, ordered] = [due(measure), due(order('m', after)), orderEnd(measure)];
        if (ordered && shown) expect(dayIn(shown) <= ordered).toBe(true);
        if (lawful && shown) expect(dayIn(shown) <= dayIn(lawful)).toBe(true);
        if (ordered) expect(shown ?? null).not.toBeNull();
      },
    ),
  );
});
