/* Until when somebody may be detained: the limit of the stage her order was given in, never beyond the stage itself, and never beyond the order (articles 173, 174.4, 241, 278 and 347 of the
 * Criminal Procedure Code; a detention ends with the day its order names, article 134). What is shown is the nearest of these days, with the reason. Detention after the judgment is a limit of the
 * judgment and not of these. */
import { addDays, type Day, dayIn, type Instant } from '../../kernel/day.ts';
import { daysInMonth, type Granted } from '../../kernel/rule/length.ts';
import type { Reason } from '../../kernel/rule/reason.ts';
import type { TermFacts } from '../../kernel/rule/term.ts';
import type { CaseClock } from './case-clocks.ts';
import { servedUntil } from './detention.ts';
import { askUntilOf, type Law, type Limit, limitOf } from './limits.ts';
import type { StepKind } from './lists.ts';
import { orderEnd } from './measure-clocks.ts';
import { whoReturned } from './returns.ts';
import { generalFamily } from './summary-procedure.ts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

export interface HeldStage {
  /** The line detention is held to. */
  readonly family: string;
  /** The limit of the case it goes with, and is lengthened by; null where it has extensions of its own. */
  readonly of: string | null;
  /** The day the stage began; null for the first investigation, before which nobody is held for this case. */
  readonly since: Day | null;
}

const investigation = { family: 'detention.investigation', of: null };
const prosecution = { family: 'detention.prosecution', of: 'prosecution.decide' };
const trial = { family: 'detention.trial', of: 'trial.prepare' };
const hearing = { family: 'detention.hearing', of: null };

/** The stage a step begins for whoever is detained from then on; null where another limit holds her. */
const begun: Readonly<Partial<Record<StepKind, Omit<HeldStage, 'since'> | null>>> = {
  initiated: investigation,
  investigation_resumed: { family: 'detention.resumed', of: 'investigation.resumed' },
  concluded: prosecution,
  returned_by_court: prosecution,
  court_accepted: trial,
  trial_resumed: trial,
  trial_ordered: hearing,
  trial_postponed: hearing,
  judged: null,
  appeal_accepted: { family: 'detention.appeal', of: 'appeal.open_total' },
  appeal_quashed: investigation,
  appeal_remanded: null,
};

function stageBegunBy(step: Row, before: readonly Row[]): Omit<HeldStage, 'since'> | null | undefined {
  if (step.stepKind !== 'returned_by_procuracy') return begun[step.stepKind as StepKind];
  const by = whoReturned(before.map(one => one.stepKind));
  return { family: `detention.supplementary_${by}`, of: `investigation.supplementary_${by}` };
}

/** The stage an order of detention was given in. `steps` in their order. An order of the day of the conclusion is still one of the investigation. */
export function stageHeldIn(steps: readonly Row[], from: Day): HeldStage | null {
  const first = steps.find(step => step.stepKind === 'initiated');
  let stage: HeldStage | null = { ...investigation, since: null };
  for (const [index, step] of steps.entries()) {
    const onDay = step.onDay as Day;
    if (onDay > from || (step.stepKind === 'concluded' && onDay === from) || step === first) continue;
    const next = stageBegunBy(step, steps.slice(0, index));
    if (next === undefined || step.stepKind === 'initiated') continue;
    stage = next && { ...next, since: onDay };
  }
  return stage;
}

/**
 * When the same person was held before this detention began, in custody or detained: in the same stage the whole counts towards its limit. A custody nobody noted as ended ended where detention
 * began; what was served in an earlier stage belonged to the limit of that.
 */
export function heldBefore(measures: readonly Row[], detention: Row, since: Day | null): [Day, Day][] {
  const from = dayIn(detention.fromAt as Instant);
  return (
    measures
      .filter(one => one.accused === detention.accused && one.id !== detention.id)
      .filter(
        one =>
          (one.measureKind === 'custody' && since === null) ||
          (one.measureKind === 'detention' && typeof one.endedOn === 'string'),
      )
      .map((one): [Day, Day] => [dayIn(one.fromAt as Instant), (one.endedOn as Day | null) ?? from])
      .filter(([start, end]) => start < from && end <= from && (since === null || end > since))
      // A day on which both stand is the first day of this detention.
      .map(([start, end]) => [since && start < since ? since : start, end === from ? addDays(from, -1) : end])
  );
}

const inDays = (granted: readonly Granted[]): number =>
  granted.reduce(
    (sum, { length: { unit, value } }) => sum + (unit === 'month' ? daysInMonth * value : value),
    0,
  );

/** The last day an order names, with what it was lengthened by; null where it names none. */
function orderedUntil(measure: Row, granted: readonly Granted[]): Day | null {
  const end = orderEnd(measure);
  return end && addDays(end, inDays(granted));
}

/** The limit of a stage, without extensions of its own, and not beyond the day the stage ends. */
function withinStage(limit: Limit, stage: CaseClock | undefined): Limit {
  const own = { ...limit, next: null, askUntil: null, last: limit.term.due };
  const end = stage && !stage.limit.term.advisory && stage.limit.term.due && dayIn(stage.limit.term.due);
  if (!end || (own.term.due && dayIn(own.term.due) <= end)) return own;
  const because: Reason = {
    code: 'measure_with_stage',
    params: { day: end },
    article: stage.limit.line.article,
  };
  return { ...own, last: end, term: { ...own.term, due: end, steps: [because, ...own.term.steps] } };
}

/** The shorter of order and law. A day the order names holds whether the law was read or not. */
function asOrdered(limit: Limit, ordered: Day | null): Limit {
  if (!ordered) return limit;
  const { term } = limit;
  const isBeyond = term.due !== null && ordered > dayIn(term.due);
  const because: Reason = {
    code: isBeyond ? 'order_beyond_law' : 'measure_as_ordered',
    params: { day: ordered },
  };
  const steps = [because, ...term.steps];
  if (isBeyond) return { ...limit, term: { ...term, steps } };
  return {
    ...limit,
    askUntil: limit.next ? askUntilOf(limit.line, ordered) : null,
    term: { ...term, due: ordered, advisory: false, provisional: false, steps },
  };
}

/** What is at hand to count a detention by. */
export interface HeldFacts {
  readonly steps: readonly Row[];
  readonly measures: readonly Row[];
  /** The limits of the case itself, ended and running. */
  readonly stages: readonly CaseClock[];
  /** By what the limit differs: the class of what she is charged with, or the level of the court. */
  readonly kindOf: (family: string) => string | null;
  readonly partOf: (family: string) => TermFacts['part'];
  readonly grantedFor: (family: string, from: Day, accused: string | null, until: Day | null) => Granted[];
}

/** The limit of one order of detention; none after a judgment, where another limit holds. */
export function detentionClocks(law: Law, measure: Row, facts: HeldFacts): CaseClock[] {
  const accused = measure.accused as string;
  const from = dayIn(measure.fromAt as Instant);
  const doneOn = (measure.endedOn as Day | null) ?? null;
  const stage = stageHeldIn(facts.steps, from);
  if (!stage) return [];
  const { family, of, since } = stage;
  const before = heldBefore(facts.measures, measure, since);
  const first = before.map(([start]) => start).sort()[0] ?? from;
  const granted = of
    ? facts.grantedFor(of, since ?? from, null, doneOn)
    : facts.grantedFor(family, first, accused, doneOn);
  const counted = limitOf(law, family, from, {
    kind: facts.kindOf(family),
    part: facts.partOf(family),
    deducted: before.reduce((sum, [start, end]) => sum + servedUntil(start, end), 0),
    granted,
  });
  if (!counted) return [];
  const beside = facts.stages.findLast(one => generalFamily(one.family) === of && dayIn(one.start) <= from);
  const lawful = family === 'detention.investigation' ? counted : withinStage(counted, beside);
  const limit = asOrdered(lawful, orderedUntil(measure, of ? [] : granted));
  return [{ family, accused, start: from, doneOn, limit }];
}
