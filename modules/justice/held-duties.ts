/* What goes with holding somebody beside the limit of it: sending the order, having it ratified, seeing to it before it ends, serving what the court decided, and how long detention may
 * last after a judgment or in the summary procedure. Which of them a measure has follows from whose the case was when it was ordered. */
import { type Day, dayIn, type Instant, isUnder18, type PartialDay } from '../../kernel/day.ts';
import type { Point } from './limits.ts';
import type { StepKind } from './lists.ts';
import { orderEnd } from './measure-clocks.ts';
import type { DutyRows } from './side-duties.ts';
import type { Opened } from './step-duties.ts';
import { isSummary } from './summary-procedure.ts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

export interface HeldDuty extends Pick<Opened, 'family' | 'seat' | 'right' | 'advice'> {
  readonly from: Point;
  /** The day it is wanted no more; null while it is. */
  readonly over: Day | null;
  readonly kind?: string;
}

/** What is to be done before an order of detention ends, by the last step of the case: in its first investigation the limit of detention itself says by when more must be asked for. */
const whileHeld: Readonly<Partial<Record<StepKind, Pick<HeldDuty, 'family' | 'seat'>>>> = {
  indicted: { seat: 'procuracy', family: 'prosecution.warn_court_detention' },
  concluded: { seat: 'procuracy', family: 'detention.new_order_prosecution' },
  returned_by_procuracy: { seat: 'handler', family: 'detention.propose_extension' },
};

/** Steps by which a case goes from one body to the next. */
const isMainStep = ({ stepKind }: Row): boolean =>
  [
    ...Object.keys(whileHeld),
    'initiated',
    'investigation_resumed',
    'appeal_quashed',
    'trial_ordered',
    'judged',
  ].includes(stepKind as string);
/** With which steps whose turn begins. */
const turns: Readonly<Partial<Record<StepKind, 'handler' | 'procuracy' | 'court' | 'above'>>> = {
  initiated: 'handler',
  investigation_resumed: 'handler',
  returned_by_procuracy: 'handler',
  appeal_quashed: 'handler',
  concluded: 'procuracy',
  returned_by_court: 'procuracy',
  court_accepted: 'court',
  trial_ordered: 'court',
  judged: 'court',
  appeal_accepted: 'above',
  appeal_remanded: 'court',
};

/** Steps up to a day, in their order. An order of the day of a conclusion is one of the investigation still. */
const until = (steps: readonly Row[], on: Day): readonly Row[] =>
  steps.filter(step =>
    step.stepKind === 'concluded' ? (step.onDay as Day) < on : (step.onDay as Day) <= on,
  );
const whoseOn = (steps: readonly Row[], on: Day) =>
  until(steps, on)
    .map(step => turns[step.stepKind as StepKind])
    .findLast(seat => seat !== undefined) ?? 'handler';

/** The families of these that somebody may note as done. */
export const heldFamilies: readonly string[] = [
  'custody.send_vks',
  'custody.emergency_decide',
  'custody.vks_emergency',
  'custody.minor_notify',
  'detention.vks_ratify',
  'trial.measures',
  ...Object.values(whileHeld).map(({ family }) => family),
];

/** @param steps all of the case, in their order. @param noted the day something of this measure was noted as done. */
export function heldDuties(
  steps: readonly Row[],
  rows: DutyRows,
  measure: Row,
  noted: (family: string) => Day | null,
): HeldDuty[] {
  const from = measure.fromAt as Instant;
  const ended = (measure.endedOn as Day | null | undefined) ?? null;
  const whose = whoseOn(steps, dayIn(from));
  const concluded = (steps.find(step => step.stepKind === 'concluded' && (step.onDay as Day) >= dayIn(from))
    ?.onDay ?? null) as Day | null;
  return [...atOnce(), ...ofKind(), ...ahead()];

  function atOnce(): HeldDuty[] {
    const own = { custody: 'custody.send_vks', emergency_hold: 'custody.emergency_decide' }[
      measure.measureKind as string
    ];
    const held = ['emergency_hold', 'custody', 'detention'].includes(measure.measureKind as string);
    const born = rows.accused.find(one => one.id === measure.accused)?.born as PartialDay | null | undefined;
    const isMinor = held && born && isUnder18(born, dayIn(from)) === 'yes';
    return [own, isMinor && 'custody.minor_notify']
      .filter(family => typeof family === 'string')
      .map(family => ({ family, seat: 'handler', from, over: ended }));
  }
  /** Whoever has the case sees to it before an order of detention ends. */
  function ahead(): HeldDuty[] {
    const end = measure.measureKind === 'detention' ? orderEnd(measure) : null;
    const own = steps.filter(step => !step.otherCase).findLast(isMainStep);
    const next = end && whileHeld[own?.stepKind as StepKind];
    return next ? [{ ...next, from: end, over: ended }] : [];
  }
  function ofKind(): HeldDuty[] {
    switch (measure.measureKind) {
      case 'emergency_hold': {
        // What was decided goes to the procuracy, unless she was let go.
        const decided = noted('custody.emergency_decide');
        const isHeldOn = rows.measures.some(
          one =>
            one.accused === measure.accused &&
            (one.measureKind === 'custody' || one.measureKind === 'detention') &&
            dayIn(one.fromAt as Instant) >= dayIn(from),
        );
        const over = isHeldOn ? concluded : (ended ?? concluded);
        return decided ? [{ family: 'custody.vks_emergency', seat: 'procuracy', from: decided, over }] : [];
      }
      case 'detention': {
        const ordered: HeldDuty[] =
          whose === 'handler'
            ? // The order is ratified before it is carried out (article 119.5); the day the procuracy had it is not noted, so this only advises.
              [
                {
                  family: 'detention.vks_ratify',
                  seat: 'procuracy',
                  from: dayIn(from),
                  over: ended ?? concluded,
                  advice: 'order_receipt_not_noted',
                },
              ]
            : [];
        return [...ordered, ...serving(), ...afterJudgment(), ...shortly()];
      }
      default:
        return serving();
    }
  }
  /** What the court decided about a measure: that it stands, or that it ends. */
  function serving(): HeldDuty[] {
    const endedByCourt = ended !== null && whoseOn(steps, ended) === 'court';
    if (whose !== 'court' && !endedByCourt) return [];
    const since = whose === 'court' ? from : ended!;
    return [{ family: 'trial.measures', seat: 'court', from: since, over: null }];
  }
  /** Held on after the judgment, to secure that it is carried out. */
  function afterJudgment(): HeldDuty[] {
    const judged = steps.findLast(step => step.stepKind === 'judged')?.onDay as Day | undefined;
    if (!judged || (ended !== null && ended < judged)) return [];
    const next = steps.find(
      step =>
        (step.onDay as Day) >= judged &&
        ['appeal_accepted', 'appeal_judged', 'appeal_quashed', 'appeal_remanded', 'enforcement'].includes(
          step.stepKind as string,
        ),
    )?.onDay as Day | undefined;
    if (next && dayIn(from) > next) return [];
    return [
      { family: 'judgment.detention', seat: 'court', from: judged, over: ended ?? next ?? null, right: true },
    ];
  }
  /** The summary procedure holds nobody longer than its stage lasts (article 459). */
  function shortly(): HeldDuty[] {
    const before = until(steps, dayIn(from));
    // A decision taken while somebody is held shortens that as well.
    const isShort = isSummary(before) || (ended === null && isSummary(steps));
    if (!isShort || whose === 'above') return [];
    const kind = { handler: 'investigation', procuracy: 'prosecution', court: 'trial' }[whose];
    return [{ family: 'detention.summary', seat: whose, from: dayIn(from), over: ended, kind, right: true }];
  }
}
