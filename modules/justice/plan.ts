/* The plan of a case to the last possible day of its trial, as it stands and with something supposed: what is decided carries each stage to its end, and beside it how long each could
 * last at the most. Computed by the same lines as the limits themselves; nothing is kept, and nothing that is supposed is done. */
import { type Day, dayIn, daysBetween, startOfDay } from '../../kernel/day.ts';
import type { FieldIssue } from '../../kernel/problem.ts';
import { baseLength } from '../../kernel/rule/length.ts';
import type { Length } from '../../kernel/rule/parameter.ts';
import type { Severity } from '../../rules/schema-justice.ts';
import {
  type CaseClock,
  type CaseRows,
  caseClocks,
  classOf,
  inTurn,
  standingCharges,
} from './case-clocks.ts';
import { type Law, type Limit, limitOf, lineFrom } from './limits.ts';
import { type CaseState, type StepKind, staying, steps } from './lists.ts';
import { type LegName, legFamilies, legNames, legOfFamily } from './stages.ts';
import { isSummary, summaryFamily } from './summary-procedure.ts';

/** What could happen on a day. */
export type Supposition = { readonly onDay: Day } & (
  | {
      readonly kind: 'extension';
      readonly family: string;
      readonly accused: string | null;
      readonly length?: Length;
    }
  | { readonly kind: 'conclusion' }
  /** Another clause, by the class it gives. */
  | { readonly kind: 'charge'; readonly replaces: string; readonly severity: Severity }
  | { readonly kind: 'detention'; readonly accused: string }
);

export interface Leg {
  readonly name: LegName;
  /** It runs already; the others begin on the last day of the one before. */
  readonly running: boolean;
  /** By what was decided. */
  readonly from: Day;
  readonly decided: Limit;
  /** With every extension the law gives and the longest of its lengths, and all before it as late as can be. */
  readonly latestFrom: Day;
  readonly latest: Limit;
  /** From here on nobody is bound by the day: the line advises only, or a year is not announced yet. */
  readonly provisional: boolean;
}

export interface Held {
  readonly accused: string;
  readonly limit: Limit;
  /** By how many days detention ends before the stage does, as decided and at the most; nothing where it does not. */
  readonly shortBy: number | null;
  readonly shortByMost: number | null;
}

export interface Plan {
  readonly legs: readonly Leg[];
  readonly held: readonly Held[];
  /** The last day on which the trial could be opened; null where the plan does not reach it. */
  readonly lastDay: Day | null;
  /** Why no day follows from here: suspended, returned by the court, judged already, or a line without a length. */
  readonly stops: 'suspended' | 'returned' | 'judged' | 'ended' | 'no_basis' | null;
  /** What could not be supposed, by the place in the list. */
  readonly issues: readonly (FieldIssue & { readonly at: number })[];
}

const legOfState: Readonly<Partial<Record<CaseState, LegName>>> = {
  investigation: 'investigation',
  prosecution: 'prosecution',
  trial: 'transfer',
  trial_preparing: 'preparation',
  hearing: 'opening',
};
const stopOfState: Readonly<Partial<Record<CaseState, Plan['stops']>>> = {
  investigation_suspended: 'suspended',
  trial_suspended: 'suspended',
  ended: 'ended',
};

/** The last step that moved the case. */
const lastStep = ({ steps: taken }: CaseRows) =>
  taken.toSorted(inTurn).findLast(one => !staying.includes(one.stepKind as StepKind));
const stateOf = (rows: CaseRows): CaseState | null => {
  const last = lastStep(rows);
  return last ? steps[last.stepKind as StepKind].to : null;
};
const runningIn = (clocks: readonly CaseClock[], family: (name: string) => boolean, accused: string | null) =>
  clocks.findLast(one => family(one.family) && one.accused === accused && one.doneOn === null);

/** The rows as they would be; or why it cannot be supposed. */
function supposing(law: Law, rows: CaseRows, one: Supposition, id: string): CaseRows | FieldIssue {
  const { onDay } = one;
  const running = (family: string, accused: string | null) =>
    runningIn(caseClocks(law, rows), name => name === family, accused);
  switch (one.kind) {
    case 'extension': {
      const clock = running(one.family, one.accused);
      if (!clock) return { field: 'limitFamily', reason: 'limit_not_running' };
      const { line, next, ends } = clock.limit;
      if (!next)
        return { field: 'limitFamily', reason: 'no_extension_left', params: { article: line.article } };
      if (onDay < dayIn(clock.start)) return { field: 'onDay', reason: 'before_start' };
      const { unit, value } = one.length ?? next;
      const granted = {
        id,
        accused: one.accused,
        limitFamily: one.family,
        turn: ends.length,
        lengthUnit: unit,
        lengthValue: value,
        decidedOn: onDay,
        decisionNumber: '…',
      };
      return { ...rows, extensions: [...rows.extensions, granted] };
    }
    case 'conclusion': {
      if (stateOf(rows) !== 'investigation') return { field: 'stepKind', reason: 'limit_not_running' };
      const day = lastStep(rows)!.onDay as Day;
      if (onDay < day) return { field: 'onDay', reason: 'before_earlier_step', params: { day } };
      const step = { id, stepKind: 'concluded', onDay, madeAt: '9' };
      return { ...rows, steps: [...rows.steps, step] };
    }
    case 'charge': {
      const former = standingCharges(rows.charges).find(each => each.id === one.replaces);
      if (!former) return { field: 'replaces', reason: 'not_this_case' };
      const { accused } = former;
      const charges = [
        ...rows.charges,
        { id, accused, severity: one.severity, replaces: one.replaces, fromDay: onDay },
      ];
      return { ...rows, charges, severity: classOf(charges) ?? rows.severity };
    }
    case 'detention': {
      const { accused } = one;
      if (
        rows.measures.some(
          each => each.accused === accused && each.measureKind === 'detention' && !each.endedOn,
        )
      )
        return { field: 'accused', reason: 'detained_already' };
      // Custody ends where detention begins, and counts towards it.
      const measures = rows.measures.map(each =>
        each.accused === accused && each.measureKind === 'custody' && !each.endedOn
          ? { ...each, endedOn: onDay }
          : each,
      );
      const order = { id, accused, measureKind: 'detention', fromAt: startOfDay(onDay), endedOn: null };
      return { ...rows, measures: [...measures, order] };
    }
  }
}

/** The kind that gives a line its longest length, where it differs by circumstance. */
function longestKind(law: Law, family: string, from: Day, severity: Severity): string {
  const line = lineFrom(law, family, from);
  if (!line?.lengths || line.differs_by !== 'circumstance') return severity;
  return Object.keys(line.lengths).reduce((longest, kind) =>
    (baseLength(line, kind)?.value ?? 0) > (baseLength(line, longest)?.value ?? 0) ? kind : longest,
  );
}

/** A leg whose beginning is known: by its own clock where one runs. */
function legFrom(
  law: Law,
  name: LegName,
  family: string,
  {
    from,
    latestFrom,
    severity,
    clock,
  }: { from: Day; latestFrom: Day; severity: Severity; clock?: CaseClock },
): Leg | null {
  const decided = clock?.limit ?? limitOf(law, family, from, { kind: severity });
  // A clock that runs keeps what was granted; only its circumstance could still be another.
  const isOpen = clock?.limit.line.differs_by === 'circumstance' || !clock;
  const kind = longestKind(law, family, latestFrom, severity);
  const latest = isOpen ? limitOf(law, family, latestFrom, { kind }) : clock.limit;
  if (!decided || !latest) return null;
  const provisional = [decided.term, latest.term].some(term => term.advisory || term.provisional);
  return { name, running: clock !== undefined, from, decided, latestFrom, latest, provisional };
}

function legsOf(
  law: Law,
  rows: CaseRows,
  clocks: readonly CaseClock[],
): Pick<Plan, 'legs' | 'lastDay' | 'stops'> {
  const state = stateOf(rows);
  const first = state && legOfState[state];
  if (!state || !first)
    return { legs: [], lastDay: null, stops: state ? (stopOfState[state] ?? 'judged') : 'no_basis' };
  const found: Leg[] = [];
  const cameBack = rows.steps.some(one => one.stepKind === 'returned_by_court');
  const isShort = isSummary(rows.steps.toSorted(inTurn));
  const familyOf = (name: LegName) => {
    if (isShort) return summaryFamily(legFamilies[name]);
    return name === 'preparation' && cameBack ? 'trial.after_supplementary' : legFamilies[name];
  };
  const runs = runningIn(clocks, name => legOfFamily(name) === first, null);
  // The file lies with the procuracy again, or the court goes on with what was suspended or sent back from above, and no limit says for how long; on its way to the court it has one that
  // is nobody's clock yet.
  if (!runs && (first !== 'transfer' || lastStep(rows)!.stepKind === 'appeal_remanded'))
    return { legs: [], lastDay: null, stops: first === 'prosecution' ? 'returned' : 'no_basis' };
  let [from, latestFrom] = Array<Day>(2).fill(runs ? dayIn(runs.start) : (lastStep(rows)!.onDay as Day)) as [
    Day,
    Day,
  ];
  let provisional = false;
  for (const name of legNames.slice(legNames.indexOf(first))) {
    const clock = name === first ? runs : undefined;
    const family = clock?.family ?? familyOf(name);
    const leg = legFrom(law, name, family, { from, latestFrom, severity: rows.severity, clock });
    const [end, latestEnd] = [leg?.decided.term.due, leg && lastOf(leg.latest)];
    if (!leg || !end || !latestEnd)
      return { legs: leg ? [...found, leg] : found, lastDay: null, stops: 'no_basis' };
    provisional ||= leg.provisional;
    found.push({ ...leg, running: name === first, provisional });
    [from, latestFrom] = [dayIn(end), dayIn(latestEnd)];
  }
  return { legs: found, lastDay: latestFrom, stops: null };
}

export const lastOf = (limit: Limit) => limit.last ?? limit.term.due;

/** Whoever is detained, whose detention ends first before the others, and whether it ends before the stage does. */
function heldOf(clocks: readonly CaseClock[], stage: Leg | undefined): Held[] {
  const short = (end: string | null | undefined, until: string | null | undefined): number | null => {
    if (!end || !until) return null;
    const days = daysBetween(dayIn(end as Day), dayIn(until as Day));
    return days > 0 ? days : null;
  };
  return clocks
    .filter(one => one.family.startsWith('detention.') && one.accused !== null && one.doneOn === null)
    .map(({ accused, limit }) => ({
      accused: accused!,
      limit,
      shortBy: short(limit.term.due, stage?.decided.term.due),
      shortByMost: short(lastOf(limit), stage && lastOf(stage.latest)),
    }))
    .toSorted((a, b) => String(a.limit.term.due).localeCompare(String(b.limit.term.due)));
}

/** The rows of a case with what is supposed taken for done, in turn. What cannot be supposed is left out, and said. */
export function rowsIf(
  law: Law,
  rows: CaseRows,
  supposed: readonly Supposition[],
): Pick<Plan, 'issues'> & { readonly rows: CaseRows } {
  const issues: Plan['issues'][number][] = [];
  let after = rows;
  for (const [at, one] of supposed.entries()) {
    const next = supposing(law, after, one, `supposed-${at}`);
    if ('field' in next) issues.push({ ...next, at });
    else after = next;
  }
  return { rows: after, issues };
}

/** The plan of a case to the last possible day of its trial. */
export function planOf(law: Law, rows: CaseRows, supposed: readonly Supposition[] = []): Plan {
  const { rows: after, issues } = rowsIf(law, rows, supposed);
  const clocks = caseClocks(law, after);
  const found = legsOf(law, after, clocks);
  return { ...found, held: heldOf(clocks, found.legs[0]), issues };
}

/** The limits that run and could be lengthened once more. */
export const extendableNow = (law: Law, rows: CaseRows): CaseClock[] =>
  caseClocks(law, rows).filter(({ doneOn, limit }) => doneOn === null && limit.next !== null);
