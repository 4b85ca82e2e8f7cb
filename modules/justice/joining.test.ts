/* Joining and splitting, by the acts themselves on rows in memory: what is refused, from when the limit counts, and that a case that is split and joined again is what it was. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Act, Actor, Change, Outcome, Row } from '../../kernel/act/act.ts';
import { addDays, type Day, getDay, type Instant, startOfDay } from '../../kernel/day.ts';
import { Problem } from '../../kernel/problem.ts';
import { rules } from '../../rules/index.ts';
import { SEVERITIES, type Severity } from '../../rules/schema-justice.ts';
import { type CaseClock, caseClocks } from './case-clocks.ts';
import { joinCase, splitCase } from './joining-acts.ts';
import { dutyClocks } from './side-duties.ts';

const opened = getDay('2024-03-01');
const now = startOfDay(getDay('2024-12-01')) as Instant;
const unit = 'unit';
const actor = {
  officer: 'khai',
  office: unit,
  reach: [unit],
  role: 'investigator',
  head: true,
} as unknown as Actor;

/** The rows of a small world: cases by id, and their parts. */
interface World {
  readonly tables: Map<string, Map<string, Row>>;
}
let made = 0;
const newId = () => `id-${String(++made).padStart(6, '0')}`;
const table = (world: World, name: string) => {
  const found = world.tables.get(name) ?? new Map<string, Row>();
  world.tables.set(name, found);
  return found;
};
const put = (world: World, name: string, values: Record<string, unknown>, id = newId()): string => {
  table(world, name).set(id, { office: unit, version: 1, ...values, id } as Row);
  return id;
};
const rowsIn = (world: World, name: string, criminalCase: string) =>
  [...table(world, name).values()].filter(row => row.criminalCase === criminalCase);
const factsOf = (world: World, id: string) => ({
  steps: rowsIn(world, 'caseStep', id),
  accused: rowsIn(world, 'accused', id),
  charges: rowsIn(world, 'charge', id),
  measures: rowsIn(world, 'measure', id),
  extensions: rowsIn(world, 'limitExtension', id),
  duties: rowsIn(world, 'dutyDone', id),
});
const fileOf = (world: World, id: string) => table(world, 'criminalCase').get(id)!;
const clocksOf = (world: World, id: string): CaseClock[] =>
  caseClocks(rules, { ...factsOf(world, id), severity: fileOf(world, id).severity as Severity });
const ends = (world: World, id: string) =>
  clocksOf(world, id).map(one => [one.family, one.accused, one.start, one.doneOn, one.limit.term.due]);

function apply(world: World, changes: readonly Change[]): void {
  for (const change of changes)
    if ('insert' in change) put(world, change.insert, change.values, change.id);
    else {
      const rows = table(world, change.update);
      rows.set(change.id, { ...rows.get(change.id)!, ...change.set } as Row);
    }
}

function doing(
  world: World,
  act: Act<never, never>,
  subject: string,
  input: object,
  facts: object,
): Outcome | Problem {
  const row = fileOf(world, subject);
  const outcome = act.decide(
    { now, actor, subject, row, input, unanswered: {}, purpose: null, newId } as never,
    facts as never,
  );
  if (!(outcome instanceof Problem)) apply(world, outcome.changes);
  return outcome;
}
const join = (world: World, subject: string, otherCase: string, onDay: Day, more: object = {}) =>
  doing(
    world,
    joinCase as never,
    subject,
    { otherCase, onDay, decisionNumber: '40/QĐ', joiningGround: 'several_accused', note: null, ...more },
    {
      rules,
      into: fileOf(world, otherCase) ?? null,
      parts: ['caseStep', 'accused', 'charge', 'measure', 'limitExtension', 'dutyDone'].flatMap(record =>
        rowsIn(world, record, subject).map(({ id }) => ({ record, id })),
      ),
      rows: factsOf(world, subject),
      others: factsOf(world, otherCase),
    },
  );
const split = (world: World, subject: string, who: readonly string[], onDay: Day, more: object = {}) =>
  doing(
    world,
    splitCase as never,
    subject,
    {
      accused: who,
      title: 'Phần tách ra',
      onDay,
      decisionNumber: '41/QĐ',
      joiningGround: 'cannot_finish_together',
      note: null,
      ...more,
    },
    factsOf(world, subject),
  );
const issuesOf = (outcome: Outcome | Problem): string[] =>
  outcome instanceof Problem
    ? outcome.fields.length > 0
      ? outcome.fields.map(({ field, reason }) => `${field} ${reason}`)
      : [outcome.code]
    : [];

/** A case under investigation, with as many accused as classes are named. */
function begin(world: World, day: Day, classes: readonly Severity[], seats: object = {}): string {
  const all = { handler: unit, procuracy: 'vks', court: null, nextHandler: null, ...seats };
  const severity = SEVERITIES.findLast(each => classes.includes(each)) ?? 'NT';
  const id = put(world, 'criminalCase', { ...all, state: 'investigation', severity, openedOn: day });
  const inCase = { ...all, criminalCase: id };
  put(world, 'caseStep', { ...inCase, stepKind: 'initiated', onDay: day, decisionNumber: '1/QĐ' });
  for (const one of classes) {
    const accused = put(world, 'accused', { ...inCase, born: '1990', state: 'accused' });
    put(world, 'charge', { ...inCase, accused, severity: one, replaces: null, fromDay: day });
    put(world, 'measure', {
      ...inCase,
      accused,
      measureKind: 'detention',
      fromAt: startOfDay(day),
      endedOn: null,
    });
  }
  return id;
}
const extend = (world: World, criminalCase: string, decidedOn: Day, lengthValue = 2, more: object = {}) =>
  put(world, 'limitExtension', {
    handler: unit,
    criminalCase,
    accused: null,
    limitFamily: 'investigation.limit',
    turn: 1 + rowsIn(world, 'limitExtension', criminalCase).length,
    lengthUnit: 'month',
    lengthValue,
    grantedBy: 'procuracy_province',
    decidedOn,
    decisionNumber: '9/QĐ',
    ...more,
  });
const fresh = (): World => ({ tables: new Map() });
const running = (world: World, id: string) =>
  clocksOf(world, id).find(one => one.family === 'investigation.limit' && one.doneOn === null)!;

describe('joining is refused', () => {
  it('into itself, into a case of another unit or stage, before a step that was taken, in the future', () => {
    const world = fresh();
    const one = begin(world, opened, ['NT']);
    const other = begin(world, addDays(opened, 20), ['NT']);
    const strange = begin(world, opened, ['NT'], { handler: 'another unit' });
    const on = addDays(opened, 40);
    expect(issuesOf(join(world, one, one, on))).toEqual(['otherCase no_such_case']);
    expect(issuesOf(join(world, one, strange, on))).toEqual(['otherCase other_unit']);
    expect(issuesOf(join(world, strange, one, on))).toEqual(['case.not_your_turn']);
    expect(issuesOf(join(world, one, other, addDays(opened, 5)))).toEqual(['onDay before_earlier_step']);
    expect(issuesOf(join(world, one, other, getDay('2025-01-01')))).toEqual(['onDay in_future']);
    table(world, 'criminalCase').set(other, { ...fileOf(world, other), state: 'prosecution' } as Row);
    expect(issuesOf(join(world, one, other, on))).toEqual(['otherCase other_stage']);
    expect(issuesOf(join(world, other, one, on))).toEqual(['case.not_your_turn']);
  });
});

describe('splitting is refused', () => {
  it('of somebody who is not in the case, of all, on a ground of another stage', () => {
    const world = fresh();
    const id = begin(world, opened, ['NT', 'RNT']);
    const who = rowsIn(world, 'accused', id).map(one => one.id);
    const on = addDays(opened, 30);
    expect(issuesOf(split(world, id, ['nobody'], on))).toEqual(['accused not_this_case']);
    expect(issuesOf(split(world, id, who, on))).toEqual(['accused leaves_nobody']);
    expect(issuesOf(split(world, id, [who[0]!], on, { joiningGround: 'fled' }))).toEqual([
      'joiningGround other_stage_ground',
    ]);
  });
});

describe('cases that were joined', () => {
  it('count from the first of them in the heaviest class, whichever went into which, and say so', () => {
    const [early, late] = [opened, addDays(opened, 30)];
    const dues = [true, false].map(intoFirst => {
      const world = fresh();
      const [one, other] = [begin(world, early, ['NT']), begin(world, late, ['DBNT'])];
      const [from, into] = intoFirst ? [other, one] : [one, other];
      expect(issuesOf(join(world, from, into, addDays(opened, 60)))).toEqual([]);
      const { limit, start } = running(world, into);
      expect(start).toBe(early);
      expect(limit.term.steps).toContainEqual({
        code: 'joined',
        params: { count: 2, day: early },
        article: 'Điều 14 TTLT 04/2018',
      });
      expect(fileOf(world, from).state).toBe('joined');
      expect(clocksOf(world, from).filter(clock => clock.doneOn === null)).toEqual([]);
      expect(rowsIn(world, 'accused', into)).toHaveLength(2);
      expect(rowsIn(world, 'accused', from)).toHaveLength(0);
      return limit.term.due;
    });
    // An extremely serious case: four months from the first of March.
    expect(dues).toEqual(['2024-07-01', '2024-07-01']);
  });

  it('take along what was granted in the first of them, and nothing of the later one', () => {
    const world = fresh();
    const [one, other] = [begin(world, opened, ['RNT']), begin(world, addDays(opened, 30), ['RNT'])];
    extend(world, one, addDays(opened, 100), 4);
    extend(world, other, addDays(opened, 110), 3);
    const before = running(world, one).limit.term.due;
    join(world, one, other, addDays(opened, 120));
    expect(running(world, other).limit.term.due).toBe(before);
    expect(running(world, other).limit.ends).toHaveLength(2);
    // What is granted from now on is the second of the joined case.
    extend(world, other, addDays(opened, 150), 4, { turn: 2 });
    expect(running(world, other).limit.ends).toHaveLength(3);
  });

  it('one of which was suspended before are put together in a way nobody has read: then it is only advice', () => {
    const world = fresh();
    const [one, other] = [begin(world, opened, ['NT']), begin(world, addDays(opened, 30), ['NT'])];
    for (const [stepKind, days] of [
      ['investigation_suspended', 10],
      ['investigation_resumed', 40],
    ] as const)
      put(world, 'caseStep', { criminalCase: one, stepKind, onDay: addDays(opened, days) });
    const outcome = join(world, one, other, addDays(opened, 60)) as Outcome;
    expect(outcome.warnings).toEqual([{ field: 'otherCase', reason: 'joined_unread' }]);
    const { limit, start } = running(world, other);
    expect(start).toBe(addDays(opened, 30));
    expect(limit.term.advisory).toBe(true);
    expect(limit.term.steps.map(step => step.code)).toContain('joined_unread');
  });
});

const classes = fc.array(fc.constantFrom<Severity>(...SEVERITIES), { minLength: 2, maxLength: 5 });

describe('whatever is joined and split', () => {
  it('split and joined again, either way, is as if it had never been split', () => {
    fc.assert(
      fc.property(
        classes,
        fc.integer({ min: 1, max: 100 }),
        fc.nat(),
        fc.boolean(),
        fc.boolean(),
        (severities, gap, pick, isExtended, isBack) => {
          const world = fresh();
          const id = begin(world, opened, severities);
          if (isExtended) extend(world, id, addDays(opened, 1));
          const before = ends(world, id);
          const who = rowsIn(world, 'accused', id).map(one => one.id);
          const chosen = who.filter(
            (_, index) => index === pick % who.length || index === (pick >> 3) % who.length,
          );
          fc.pre(chosen.length < who.length);
          const on = addDays(opened, gap);
          const outcome = split(world, id, chosen, on) as Outcome;
          const off = outcome.answer!.split as string;
          const [from, into] = isBack ? [off, id] : [id, off];
          expect(issuesOf(join(world, from, into, addDays(on, 1)))).toEqual([]);
          const sorted = (list: unknown[]) => list.map(one => JSON.stringify(one)).sort();
          expect(sorted(ends(world, into))).toEqual(sorted(before));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('no time is won by splitting, and nobody’s own limit moves', () => {
    fc.assert(
      fc.property(classes, fc.integer({ min: 1, max: 100 }), (severities, gap) => {
        const world = fresh();
        const id = begin(world, opened, severities);
        const before = running(world, id).limit.term.due!;
        const own = (list: CaseClock[]) =>
          list.filter(one => one.accused).map(one => `${one.accused} ${one.limit.term.due}`);
        const theirs = own(clocksOf(world, id)).sort();
        const [first] = rowsIn(world, 'accused', id);
        const outcome = split(world, id, [first!.id], addDays(opened, gap)) as Outcome;
        const off = outcome.answer!.split as string;
        for (const each of [id, off]) {
          const { start, limit } = running(world, each);
          expect(start).toBe(opened);
          expect(limit.term.due! <= before).toBe(true);
        }
        expect(running(world, off).limit.term.steps.map(step => step.code)).toContain('split_off');
        expect([...own(clocksOf(world, id)), ...own(clocksOf(world, off))].sort()).toEqual(theirs);
      }),
    );
  });

  it('joining never gives a later end than the first case has in the heaviest class, nor more than the law in all', () => {
    fc.assert(
      fc.property(classes, classes, fc.nat({ max: 90 }), (ours, theirs, gap) => {
        const world = fresh();
        const [one, other] = [begin(world, opened, ours), begin(world, addDays(opened, gap), theirs)];
        const alone = fresh();
        const whole = begin(alone, opened, [...ours, ...theirs]);
        join(world, other, one, addDays(opened, 95));
        expect(running(world, one).limit.term.due).toBe(running(alone, whole).limit.term.due);
        expect(running(world, one).limit.last).toBe(running(alone, whole).limit.last);
      }),
    );
  });
});

it('what goes with a step or a charge was done once: after splitting it is due in neither of the two', () => {
  const world = fresh();
  const id = begin(world, opened, ['NT', 'RNT']);
  const open = (criminalCase: string) =>
    dutyClocks(rules, fileOf(world, criminalCase), factsOf(world, criminalCase))
      .filter(one => one.doneOn === null)
      .map(one => one.family)
      .sort();
  const done = (limitFamily: string, row: Row) =>
    put(world, 'dutyDone', {
      handler: unit,
      criminalCase: id,
      limitFamily,
      ofRow: row.id,
      doneOn: addDays(opened, 1),
    });
  done('case.send_vks', rowsIn(world, 'caseStep', id)[0]!);
  for (const charge of rowsIn(world, 'charge', id)) {
    done('accused.send_vks', charge);
    done('accused.vks_ratify', charge);
  }
  for (const order of rowsIn(world, 'measure', id)) done('detention.vks_ratify', order);
  expect(open(id)).toEqual([]);
  split(world, id, [rowsIn(world, 'accused', id)[0]!.id], addDays(opened, 30));
  const other = [...table(world, 'criminalCase').keys()].find(one => one !== id)!;
  expect([open(id), open(other)]).toEqual([[], []]);
  expect(rowsIn(world, 'dutyDone', other)).toHaveLength(4);
  // Joined again, the steps that come along bring nothing that was due where they were taken.
  join(world, other, id, addDays(opened, 50));
  expect(open(id)).toEqual([]);
});
