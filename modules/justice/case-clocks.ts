/* The limits of a case, computed from what was done in it: each step opens limits and ends others, each measure has one of its own, and what was granted lengthens the one it
 * names. A step whose day is corrected moves whatever follows from it. Nothing here is kept. */
import { addDays, type Day, dayIn, type Instant, isUnder18, type PartialDay } from '../../kernel/day.ts';
import type { Granted } from '../../kernel/rule/length.ts';
import type { TermFacts } from '../../kernel/rule/term.ts';
import type { Severity } from '../../rules/schema-justice.ts';
import { servedUntil } from './detention.ts';
import { afterJoining, countsFrom, strandOf, wasJoined } from './joined-clocks.ts';
import { type Law, type Limit, limitOf, type Point, partOf } from './limits.ts';
import type { StepKind } from './lists.ts';
import { renewalOf } from './measure-clocks.ts';
import { heaviest } from './severity.ts';
import { shortened } from './summary-procedure.ts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/** The rows of one case, as they are read. */
export interface CaseRows {
  readonly severity: Severity;
  readonly steps: readonly Row[];
  readonly accused: readonly Row[];
  readonly charges: readonly Row[];
  readonly measures: readonly Row[];
  readonly extensions: readonly Row[];
}

export interface CaseClock {
  readonly family: string;
  /** Whose limit it is; null for the case itself. */
  readonly accused: string | null;
  readonly start: Point;
  /** The day it ended by what was done; null while it runs. */
  readonly doneOn: Day | null;
  readonly limit: Limit;
}

/** An investigation that is suspended is resumed with a limit of its own. */
const investigated: readonly StepKind[] = ['concluded', 'investigation_suspended', 'closed', 'joined_into'];

const afterAppeal: readonly StepKind[] = [
  'appeal_judged',
  'appeal_quashed',
  'appeal_remanded',
  'judgment_in_force',
];

/** Which limits a step opens, and which steps end each of them. */
const opened: Readonly<Partial<Record<StepKind, Readonly<Record<string, readonly StepKind[]>>>>> = {
  initiated: { 'investigation.limit': investigated },
  investigation_resumed: { 'investigation.resumed': investigated },
  concluded: { 'prosecution.decide': ['indicted', 'returned_by_procuracy', 'closed', 'joined_into'] },
  court_accepted: { 'trial.prepare': ['trial_ordered', 'returned_by_court', 'trial_suspended', 'closed'] },
  trial_ordered: {
    'trial.open': ['judged', 'trial_postponed', 'returned_by_court', 'trial_suspended', 'closed'],
  },
  judged: {
    'appeal.judgment': afterAppeal,
    'protest.judgment': ['protested', ...afterAppeal],
  },
  appeal_quashed: { 'investigation.re': investigated },
  appeal_remanded: { 'trial.prepare': ['trial_ordered', 'returned_by_court', 'trial_suspended', 'closed'] },
};

/** The charges that stand: those no later one takes the place of. */
export const standingCharges = <Charge extends Row>(charges: readonly Charge[]): Charge[] => {
  const replaced = new Set(charges.map(one => one.replaces));
  return charges.filter(one => !replaced.has(one.id));
};

/** The heaviest class of the charges that stand, of one of the accused or of all. */
export const classOf = (charges: readonly Row[], accused?: string): Severity | null =>
  heaviest(
    standingCharges(charges)
      .filter(one => accused === undefined || one.accused === accused)
      .map(one => one.severity as Severity),
  );

const dayOfStep = (step: Row): Day => step.onDay as Day;
/** Steps in the order they were taken. */
export const inTurn = (a: Row, b: Row): number =>
  dayOfStep(a).localeCompare(dayOfStep(b)) ||
  String(a.madeAt ?? '').localeCompare(String(b.madeAt ?? '')) ||
  // Steps that came along with a case that was split were written at once, in their order.
  (a.madeAt && b.madeAt ? a.id.localeCompare(b.id) : 0);

const grantedFor = (
  extensions: readonly Row[],
  family: string,
  from: Day,
  accused: string | null,
  until: Day | null,
): Granted[] =>
  extensions
    .filter(one => one.limitFamily === family && (one.accused ?? null) === accused)
    // What was granted after the limit had ended belongs to one that began later.
    .filter(one => (one.decidedOn as Day) >= from && (until === null || (one.decidedOn as Day) <= until))
    .toSorted((a, b) => Number(a.turn) - Number(b.turn))
    .map(one => ({
      number: String(one.decisionNumber),
      day: one.decidedOn as Day,
      length: { unit: one.lengthUnit as 'day' | 'month', value: Number(one.lengthValue) },
    }));

/** Every limit of a case, ended and running, in the order they began. */
export function caseClocks(law: Law, rows: CaseRows): CaseClock[] {
  const steps = rows.steps.toSorted(inTurn);
  const first = countsFrom(steps);
  const isJoined = wasJoined(steps);
  const clock = (
    family: string,
    start: Point,
    facts: TermFacts & { readonly accused?: string },
    doneOn: Day | null,
    grantedFrom: Day = dayIn(start),
  ): CaseClock[] => {
    const accused = facts.accused ?? null;
    const extensions = accused || !isJoined ? rows.extensions : strandOf(rows.extensions, steps, first);
    const granted = grantedFor(extensions, family, grantedFrom, accused, doneOn);
    const limit = limitOf(law, family, start, { ...facts, granted });
    if (!limit) return [];
    const counted = { family, accused, start, doneOn, limit };
    return [isJoined ? afterJoining(counted, steps, first) : counted];
  };
  const general = steps.flatMap((step, index) =>
    // Of cases that were joined one limit runs, from the first of them.
    Object.entries(
      step.stepKind === 'initiated' && step !== first ? {} : openedBy(step, steps.slice(0, index)),
    ).flatMap(([family, ends]) => {
      const end = steps.slice(index + 1).find(later => ends.includes(later.stepKind as StepKind));
      const kind = family.startsWith('protest') ? 'same_level' : rows.severity;
      return clock(family, dayOfStep(step), { kind }, end ? dayOfStep(end) : null);
    }),
  );
  const ofSteps = shortened(law, steps, general);
  const concluded = steps.find(one => one.stepKind === 'concluded');
  const ofMeasures = rows.measures.flatMap(one => {
    const accused = one.accused as string;
    const start = one.fromAt as Instant;
    const doneOn = (one.endedOn as Day | null) ?? null;
    const renewed = renewalOf(law, one, ofSteps);
    if (renewed.length > 0) return renewed;
    if (one.measureKind === 'custody') return clock('custody.tam_giu', start, { accused }, doneOn);
    // Detained later, for prosecution or trial, somebody is held under the limit of that stage and by what its order says.
    if (one.measureKind !== 'detention' || (concluded && dayIn(start) > dayOfStep(concluded))) return [];
    const whose = rows.accused.find(each => each.id === accused);
    const from = dayIn(start);
    const born = (whose?.born as PartialDay | null) ?? null;
    const before = heldBefore(rows.measures, one, steps);
    return clock(
      'detention.investigation',
      from,
      {
        accused,
        kind: classOf(rows.charges, accused) ?? rows.severity,
        deducted: before.reduce((sum, [from, to]) => sum + servedUntil(from, to), 0),
        part: born && isUnder18(born, from) === 'yes' ? partOf(law, 'detention.investigation', from) : null,
      },
      doneOn,
      before.map(([start]) => start).sort()[0] ?? from,
    );
  });
  return [...ofSteps, ...ofMeasures].toSorted((a, b) => dayIn(a.start).localeCompare(dayIn(b.start)));
}

/** Who sent a file back that the procuracy now returns: the court through it, or the procuracy itself. */
export const whoReturned = (before: readonly unknown[]): 'court' | 'vks' =>
  before.findLast(kind => kind === 'indicted' || kind === 'returned_by_court') === 'returned_by_court'
    ? 'court'
    : 'vks';

/** A file that comes back is investigated again for as long as the law gives whoever returned it. */
function openedBy(step: Row, before: readonly Row[]): Readonly<Record<string, readonly StepKind[]>> {
  // What the court had sent back and gets again is decided on in days and not in months (article 277.2).
  if (step.stepKind === 'court_accepted' && before.some(one => one.stepKind === 'returned_by_court'))
    return { 'trial.after_supplementary': opened.court_accepted!['trial.prepare']! };
  if (step.stepKind !== 'returned_by_procuracy') return opened[step.stepKind as StepKind] ?? {};
  return { [`investigation.supplementary_${whoReturned(before.map(one => one.stepKind))}`]: investigated };
}

/**
 * When the same person was held before this detention began, in custody or detained: the whole counts towards its limit. A custody nobody noted as ended ended where detention began; a
 * detention before the investigation was suspended and resumed belonged to the limit of that time.
 */
function heldBefore(measures: readonly Row[], detention: Row, steps: readonly Row[]): [Day, Day][] {
  const from = dayIn(detention.fromAt as Instant);
  const resumed = steps.findLast(
    step => step.stepKind === 'investigation_resumed' && dayOfStep(step) <= from,
  );
  return (
    measures
      .filter(one => one.accused === detention.accused && one.id !== detention.id)
      .filter(
        one =>
          one.measureKind === 'custody' ||
          (one.measureKind === 'detention' &&
            typeof one.endedOn === 'string' &&
            (!resumed || one.endedOn > dayOfStep(resumed))),
      )
      .map((one): [Day, Day] => [dayIn(one.fromAt as Instant), (one.endedOn as Day | null) ?? from])
      .filter(([start, end]) => start < from && end <= from)
      // A day on which both stand is the first day of this detention.
      .map(([start, end]) => [start, end === from ? addDays(from, -1) : end])
  );
}

/** What a change moved: limits whose last day is another now, or that are new or gone. */
export function movedClocks(
  before: readonly CaseClock[],
  after: readonly CaseClock[],
): { family: string; accused: string | null; from: Point | null; to: Point | null }[] {
  const keyed = (clocks: readonly CaseClock[]) => {
    const seen = new Map<string, CaseClock>();
    for (const one of clocks) {
      let turn = 0;
      while (seen.has(`${one.family} ${one.accused} ${turn}`)) turn += 1;
      seen.set(`${one.family} ${one.accused} ${turn}`, one);
    }
    return seen;
  };
  const [old, now] = [keyed(before), keyed(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap(key => {
    const from = old.get(key)?.limit.term.due ?? null;
    const to = now.get(key)?.limit.term.due ?? null;
    const { family, accused } = (now.get(key) ?? old.get(key))!;
    return from === to ? [] : [{ family, accused, from, to }];
  });
}
