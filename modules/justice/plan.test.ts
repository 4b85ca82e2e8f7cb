/* The plan of a case: what cannot be supposed is refused, with nothing supposed it says what the limits say, and nothing that is granted ever makes a day earlier. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, dayIn, getDay, type Instant } from '../../kernel/day.ts';
import { findDayOff } from '../../kernel/rule/calendar.ts';
import { rules } from '../../rules/index.ts';
import { SEVERITIES, type Severity } from '../../rules/schema-justice.ts';
import { type CaseRows, caseClocks } from './case-clocks.ts';
import { lastOf, type Plan, planOf, type Supposition } from './plan.ts';
import { legNames } from './stages.ts';

const opened = getDay('2024-03-04');
const step = (stepKind: string, onDay: Day) => ({ id: `${stepKind} ${onDay}`, stepKind, onDay });
const rows: CaseRows = {
  severity: 'RNT',
  steps: [step('initiated', opened)],
  accused: [{ id: 'a', born: '1990' }],
  charges: [{ id: '1', accused: 'a', severity: 'RNT', replaces: null }],
  measures: [],
  extensions: [],
};
const detained = (from: string) => ({
  id: 'm',
  accused: 'a',
  measureKind: 'detention',
  fromAt: `${from}T02:00:00Z` as Instant,
  endedOn: null,
});
const extension = (onDay: Day, more: object = {}): Supposition => ({
  kind: 'extension',
  family: 'investigation.limit',
  accused: null,
  onDay,
  ...more,
});
const days = ({ legs }: Plan) =>
  legs.map(({ name, decided, latest }) => [name, decided.term.due, lastOf(latest)]);

describe('what cannot be supposed', () => {
  const said = (one: Supposition, of: CaseRows = rows) => planOf(rules, of, [one]).issues;
  it('is refused with its reason, and the plan stays as it was', () => {
    const monday = getDay('2024-06-24');
    expect(said(extension(monday, { family: 'trial.prepare' }))).toMatchObject([
      { field: 'limitFamily', reason: 'limit_not_running', at: 0 },
    ]);
    expect(said(extension(getDay('2024-03-01')))).toMatchObject([{ field: 'onDay', reason: 'before_start' }]);
    expect(said({ kind: 'conclusion', onDay: getDay('2024-03-01') })).toMatchObject([
      { reason: 'before_earlier_step', params: { day: opened } },
    ]);
    expect(said({ kind: 'charge', replaces: '9', severity: 'DBNT', onDay: monday })).toMatchObject([
      { field: 'replaces' },
    ]);
    const held = { ...rows, measures: [detained('2024-03-05')] };
    expect(said({ kind: 'detention', accused: 'a', onDay: monday }, held)).toMatchObject([
      { field: 'accused', reason: 'detained_already' },
    ]);
    const thrice = [extension(monday), extension(monday), extension(monday)];
    const plan = planOf(rules, rows, thrice);
    expect(plan.issues).toMatchObject([{ reason: 'no_extension_left', at: 2 }]);
    expect(days(plan)).toEqual(days(planOf(rules, rows, thrice.slice(0, 2))));
  });
});

describe('a case of a very serious offence from 4 March 2024', () => {
  it('goes stage by stage to the last day of its trial, as decided and at the longest', () => {
    expect(days(planOf(rules, rows))).toEqual([
      // Four months; with both extensions twelve.
      ['investigation', '2024-07-04', '2025-03-04'],
      // Thirty days, and fifteen more; a Saturday goes on to Monday.
      ['prosecution', '2024-08-05', '2025-04-18'],
      // Three days, ten in a complex case.
      ['transfer', '2024-08-08', '2025-04-28'],
      // Two months, and thirty days more.
      ['preparation', '2024-10-08', '2025-07-28'],
      // Fifteen days, thirty where something stood in the way.
      ['opening', '2024-10-23', '2025-08-27'],
    ]);
    expect(planOf(rules, rows)).toMatchObject({ lastDay: '2025-08-27', stops: null });
  });

  it('granted the first extension, everything decided moves and nothing at the longest', () => {
    const [before, after] = [planOf(rules, rows), planOf(rules, rows, [extension(getDay('2024-06-24'))])];
    expect(after.legs[0]!.decided.term.due).toBe('2024-11-04');
    for (const [index, leg] of after.legs.entries()) {
      expect(dayIn(leg.decided.term.due!) > dayIn(before.legs[index]!.decided.term.due!)).toBe(true);
      expect(lastOf(leg.latest)).toBe(lastOf(before.legs[index]!.latest));
    }
  });

  it('concluded on a day, the procuracy’s time begins on it', () => {
    const plan = planOf(rules, rows, [{ kind: 'conclusion', onDay: getDay('2024-05-06') }]);
    expect(plan.legs[0]).toMatchObject({ name: 'prosecution', running: true, from: '2024-05-06' });
    expect(plan.legs[0]!.decided.term.due).toBe('2024-06-05');
  });

  it('with a heavier clause everything has the lengths of its class', () => {
    const plan = planOf(rules, rows, [
      { kind: 'charge', replaces: '1', severity: 'DBNT', onDay: getDay('2024-05-06') },
    ]);
    expect(lastOf(plan.legs[0]!.latest)).toBe('2025-07-04');
    const lighter = planOf(rules, rows, [
      { kind: 'charge', replaces: '1', severity: 'NT', onDay: getDay('2024-05-06') },
    ]);
    expect(lighter.legs[0]!.decided.term.due).toBe('2024-06-04');
  });

  it('says where detention ends before the stage does', () => {
    const held = { ...rows, measures: [detained('2024-03-04')] };
    // 120 days with the first one end before four months do; seven months before twelve.
    expect(planOf(rules, held).held).toMatchObject([{ accused: 'a', shortBy: 3 }]);
    expect(planOf(rules, held).held[0]!.shortByMost).toBeGreaterThan(150);
    const later = planOf(rules, rows, [{ kind: 'detention', accused: 'a', onDay: getDay('2024-06-03') }]);
    expect(later.held).toMatchObject([{ accused: 'a', shortBy: null }]);
    expect(later.held[0]!.limit.term.due).toBe('2024-09-30');
  });

  it('custody is taken off the detention that follows it', () => {
    const custody = { ...detained('2024-05-30'), measureKind: 'custody' };
    const plan = planOf(rules, { ...rows, measures: [custody] }, [
      { kind: 'detention', accused: 'a', onDay: getDay('2024-06-03') },
    ]);
    expect(plan.held[0]!.limit.term.due).toBe('2024-09-26');
  });
});

describe('where no day follows', () => {
  const stopsAfter = (...kinds: string[]) =>
    planOf(rules, {
      ...rows,
      steps: ['initiated', ...kinds].map((kind, index) => step(kind, addDays(opened, 10 * index))),
    }).stops;
  it('the plan says why and makes none up', () => {
    expect(stopsAfter('investigation_suspended')).toBe('suspended');
    expect(stopsAfter('concluded', 'indicted', 'court_accepted', 'returned_by_court')).toBe('returned');
    expect(stopsAfter('concluded', 'indicted', 'court_accepted', 'trial_ordered', 'judged')).toBe('judged');
    expect(stopsAfter('closed')).toBe('ended');
    // Nobody has read how long a resumed trial may be prepared, and what is to be tried anew waits for its docketing.
    const toTrial = ['concluded', 'indicted', 'court_accepted'];
    expect(stopsAfter(...toTrial, 'trial_suspended', 'trial_resumed')).toBe('no_basis');
    expect(stopsAfter(...toTrial, 'trial_ordered', 'judged', 'appealed', 'appeal_remanded')).toBe('no_basis');
    expect(planOf(rules, { ...rows, steps: [] })).toMatchObject({
      stops: 'no_basis',
      legs: [],
      lastDay: null,
    });
  });

  it('what comes back to the court is decided on in fifteen days', () => {
    const kinds = ['concluded', 'indicted', 'court_accepted', 'returned_by_court', 'returned_by_procuracy'];
    const back = ['initiated', ...kinds, 'concluded', 'indicted'].map((kind, index) =>
      step(kind, addDays(opened, 10 * index)),
    );
    const plan = planOf(rules, { ...rows, steps: back });
    expect(plan.legs.map(({ decided }) => decided.line.family)).toEqual([
      'prosecution.to_court',
      'trial.after_supplementary',
      'trial.open',
    ]);
    const accepted = { ...rows, steps: [...back, step('court_accepted', addDays(opened, 80))] };
    expect(planOf(rules, accepted).legs[0]!.decided.line.family).toBe('trial.after_supplementary');
  });

  it('over a year that is not announced it is provisional from there on', () => {
    const future = { ...rows, steps: [step('initiated', getDay('2026-08-03'))] };
    const plan = planOf(rules, future);
    const from = plan.legs.findIndex(leg => leg.provisional);
    expect(from).toBeGreaterThanOrEqual(0);
    expect(plan.legs.slice(from).every(leg => leg.provisional)).toBe(true);
  });
});

const starts = fc.integer({ min: 0, max: 2600 }).map(offset => addDays(getDay('2018-03-01'), offset));
const classes = fc.constantFrom(...SEVERITIES);
const ofClass = (severity: Severity, start: Day): CaseRows => ({
  ...rows,
  severity,
  steps: [step('initiated', start)],
  charges: [{ id: '1', accused: 'a', severity, replaces: null }],
});

describe('of any case', () => {
  it('with nothing supposed the first leg is the limit that runs, and each leg begins where the one before ends', () => {
    fc.assert(
      fc.property(starts, classes, (start, severity) => {
        const of = ofClass(severity, start);
        const { legs, lastDay } = planOf(rules, of);
        const [clock] = caseClocks(rules, of);
        expect(legs.map(leg => leg.name)).toEqual([...legNames]);
        expect([legs[0]!.decided.term.due, lastOf(legs[0]!.latest)]).toEqual([
          clock!.limit.term.due,
          clock!.limit.last,
        ]);
        for (const [index, leg] of legs.entries()) {
          expect(leg.decided.term.due! <= lastOf(leg.latest)!).toBe(true);
          expect(
            leg.from <= leg.decided.term.due! &&
              findDayOff(dayIn(leg.decided.term.due!), rules.calendar) === null,
          ).toBe(true);
          if (index > 0) expect(leg.from).toBe(legs[index - 1]!.decided.term.due);
        }
        expect(lastDay).toBe(lastOf(legs.at(-1)!.latest));
      }),
    );
  });

  it('granting makes no day earlier, and concluding earlier makes none later', () => {
    fc.assert(
      fc.property(
        starts,
        classes,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 60 }),
        (start, severity, times, after) => {
          const of = ofClass(severity, start);
          const granted = Array.from({ length: times }, () => extension(addDays(start, after)));
          let before = planOf(rules, of);
          for (let turn = 1; turn <= times; turn += 1) {
            const next = planOf(rules, of, granted.slice(0, turn));
            for (const [index, leg] of next.legs.entries()) {
              expect(leg.decided.term.due! >= before.legs[index]!.decided.term.due!).toBe(true);
              expect(lastOf(leg.latest)! >= lastOf(before.legs[index]!.latest)!).toBe(true);
            }
            before = next;
          }
          const concluded = planOf(rules, of, [{ kind: 'conclusion', onDay: addDays(start, after) }]);
          expect(concluded.lastDay! <= planOf(rules, of).lastDay!).toBe(true);
        },
      ),
    );
  });
});
