/* Duties that go with a step, a charge or a measure: sending it, delivering it, having it ratified, naming a judge. Each has a limit of its own and ends when somebody notes that it
 * was done, or when a later step shows that it was. Beside them the limits of the second instance. Computed like all others, and never kept. */
import {
  addDays,
  type Day,
  dayIn,
  type Instant,
  isUnder18,
  type PartialDay,
  startOfDay,
} from '../../kernel/day.ts';
import { type CaseClock, type CaseRows, inTurn } from './case-clocks.ts';
import { type Law, type Limit, limitOf, lineFrom, type Point } from './limits.ts';
import type { StepKind } from './lists.ts';
import { orderEnd } from './measure-clocks.ts';
import type { BodySeat } from './seats.ts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

export interface DutyRows extends Omit<CaseRows, 'severity'> {
  /** What was noted as done: of which duty, of which row. */
  readonly duties: readonly Row[];
}

export interface DutyClock extends CaseClock {
  /** The step, charge or measure it goes with. */
  readonly of: string;
  /** The day or moment of that, which the limit counts from. */
  readonly since: Point;
  readonly seat: BodySeat;
}

interface Opened {
  readonly family: string;
  readonly seat: DutyClock['seat'];
  /** Steps after which it was done or is wanted no more. */
  readonly ends: readonly StepKind[];
  /** Counted not from the step's day: from the end of the time to appeal, or back from the day of the hearing. */
  readonly from?: 'appealOver' | 'hearingOn';
}

const duty = (
  seat: Opened['seat'],
  family: string,
  ends: readonly StepKind[],
  from?: Opened['from'],
): Opened => ({ family, seat, ends, ...(from ? { from } : {}) });

const leavesTrial: readonly StepKind[] = [
  'judged',
  'trial_postponed',
  'returned_by_court',
  'trial_suspended',
];
/** The appeal was decided on, or given up. */
const decided: readonly StepKind[] = [
  'appeal_judged',
  'appeal_quashed',
  'appeal_remanded',
  'appeal_withdrawn',
];
/** What goes with each step. */
const ofStep: Readonly<Partial<Record<StepKind, readonly Opened[]>>> = {
  initiated: [duty('handler', 'case.send_vks', ['concluded'])],
  investigation_suspended: [duty('handler', 'investigation.suspend_send', ['investigation_resumed'])],
  investigation_resumed: [
    duty('handler', 'investigation.resume_send', ['concluded', 'investigation_suspended']),
  ],
  concluded: [duty('handler', 'investigation.conclusion_send', ['indicted', 'returned_by_procuracy'])],
  indicted: [
    duty('procuracy', 'prosecution.to_court', ['court_accepted']),
    duty('procuracy', 'prosecution.deliver', ['trial_ordered', 'returned_by_court']),
  ],
  court_accepted: [duty('court', 'trial.assign', ['trial_ordered', 'returned_by_court', 'trial_suspended'])],
  returned_by_court: [duty('court', 'trial.send_vks', ['indicted', 'returned_by_procuracy'])],
  trial_suspended: [duty('court', 'trial.serve_suspend', ['trial_resumed'])],
  trial_resumed: [duty('court', 'trial.serve_suspend', ['trial_ordered', 'trial_suspended'])],
  trial_ordered: [
    duty('court', 'trial.send_vks', leavesTrial),
    duty('court', 'trial.serve', leavesTrial, 'hearingOn'),
  ],
  trial_postponed: [duty('court', 'trial.postpone', leavesTrial)],
  judged: [duty('court', 'judgment.deliver', ['enforcement'])],
  appealed: [
    duty('court', 'appeal.notify', ['appeal_accepted', ...decided], 'appealOver'),
    duty('court', 'appeal.file', ['appeal_accepted', ...decided], 'appealOver'),
  ],
  protested: [
    duty('procuracy', 'protest.send', ['appeal_accepted', ...decided]),
    duty('court', 'appeal.file', ['appeal_accepted', ...decided], 'appealOver'),
  ],
  appeal_accepted: [
    duty('court', 'appeal.assign', ['appeal_ordered', ...decided]),
    duty('procuracy', 'appeal.vks_study', ['appeal_ordered', ...decided]),
    duty('court', 'appeal.prepare', ['appeal_ordered', ...decided]),
    duty('court', 'appeal.open_total', decided),
  ],
  appeal_ordered: [
    duty('court', 'appeal.open', decided),
    duty('court', 'appeal.serve', decided, 'hearingOn'),
  ],
  appeal_judged: [duty('court', 'appeal.deliver', ['enforcement'])],
  appeal_quashed: [duty('court', 'appeal.deliver', ['concluded'])],
  appeal_remanded: [duty('court', 'appeal.deliver', ['trial_ordered'])],
};

/** What is to be done before an order of detention ends, by the last step of the case: in its first investigation the limit of detention itself says by when more must be asked for. */
const whileHeld: Readonly<Partial<Record<StepKind, Pick<Opened, 'family' | 'seat'>>>> = {
  indicted: { seat: 'procuracy', family: 'prosecution.warn_court_detention' },
  concluded: { seat: 'procuracy', family: 'detention.new_order_prosecution' },
  returned_by_procuracy: { seat: 'handler', family: 'detention.propose_extension' },
};

/** By what the limits of the second instance differ: which court hears the appeal, as it was called on the day. */
const levelOf = (caseLevel: unknown, on: Day): string =>
  caseLevel === 'province' || caseLevel === 'ministry'
    ? on < '2025-07-01'
      ? 'high'
      : 'supreme'
    : 'province';

/** The court and the procuracy of the second instance have no seat in the case: their limits are told of here and make nobody here late. */
const isElsewhere = (family: string): boolean =>
  family.startsWith('appeal.') && !['appeal.notify', 'appeal.file'].includes(family);
const onlyTold = (limit: Limit): Limit => ({
  ...limit,
  term: {
    ...limit.term,
    advisory: true,
    steps: [...limit.term.steps, { code: 'second_instance', params: {} }],
  },
});

/** Where a limit in hours begins with a day and nobody noted the hour, it begins when the day is over: nobody is called late too early. */
function pointOf(law: Law, family: string, start: Point): Point {
  const line = lineFrom(law, family, start);
  return line?.unit === 'hour' && start.length === 10 ? startOfDay(addDays(start as Day, 1)) : start;
}

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
/** The border guard makes the first investigation; what is more than slight it hands on within days (article 164.1, point b). */
const ofBorderGuard = duty('handler', 'bdbp.transfer', ['concluded']);

/** What was noted as done and not taken back as noted by mistake. */
export const standingDuties = <Duty extends Row>(duties: readonly Duty[]): Duty[] =>
  duties.filter(one => one.takenBack !== true);

/** Every duty beside the main line, ended and running, in the order they began. `handlerKind` is the kind of agency that handles the case. */
export function dutyClocks(
  law: Law,
  { caseLevel, handlerKind, severity }: Readonly<Record<string, unknown>>,
  rows: DutyRows,
): DutyClock[] {
  // What goes with a step that came along from another case was due there.
  const steps = rows.steps.filter(step => !step.otherCase).toSorted(inTurn);
  const duties = standingDuties(rows.duties);
  const noted = (family: string, of: string): Day | null =>
    (duties.find(one => one.limitFamily === family && one.ofRow === of)?.doneOn as Day | undefined) ?? null;
  const clock = (
    { family, seat }: Pick<Opened, 'family' | 'seat'>,
    of: string,
    from: Point,
    accused: string | null,
    over: Day | null,
  ): DutyClock[] => {
    const start = pointOf(law, family, from);
    const kind = family.startsWith('appeal.') ? levelOf(caseLevel, dayIn(start)) : null;
    const limit = limitOf(law, family, start, { kind });
    if (!limit) return [];
    const counted = isElsewhere(family) ? onlyTold(limit) : limit;
    return [
      { family, accused, start, of, since: from, seat, limit: counted, doneOn: noted(family, of) ?? over },
    ];
  };
  const firstOf = (among: readonly Row[], kinds: readonly StepKind[]): Day | null =>
    (among.find(one => kinds.includes(one.stepKind as StepKind))?.onDay as Day | undefined) ?? null;
  const overFor = (step: Row, ends: readonly StepKind[]): Day | null =>
    firstOf(steps.slice(steps.indexOf(step) + 1), [...ends, 'closed']);
  const startFor = (step: Row, from: Opened['from']): Point | null => {
    if (!from) return step.onDay as Day;
    if (from === 'hearingOn') return (step.hearingOn as Day | null | undefined) ?? null;
    const judged = steps.findLast(
      one => one.stepKind === 'judged' && (one.onDay as Day) <= (step.onDay as Day),
    );
    const over = judged && limitOf(law, 'appeal.judgment', judged.onDay as Day)?.term.due;
    return over && dayIn(over) > (step.onDay as Day) ? dayIn(over) : (step.onDay as Day);
  };
  const ofSteps = steps.flatMap(step =>
    [
      ...(ofStep[step.stepKind as StepKind] ?? []),
      ...(step.stepKind === 'initiated' && handlerKind === 'border_guard' && severity !== 'INT'
        ? [ofBorderGuard]
        : []),
    ].flatMap(opened => {
      const start = startFor(step, opened.from);
      return start ? clock(opened, step.id, start, null, overFor(step, opened.ends)) : [];
    }),
  );
  const ofCharges = rows.charges.flatMap(charge => {
    const [accused, from] = [charge.accused as string, charge.fromDay as Day];
    const over = firstOf(
      steps.filter(step => (step.onDay as Day) >= from),
      ['concluded', 'closed'],
    );
    const sent = noted('accused.send_vks', charge.id);
    return [
      ...clock({ family: 'accused.send_vks', seat: 'handler' }, charge.id, from, accused, over),
      ...(sent
        ? clock({ family: 'accused.vks_ratify', seat: 'procuracy' }, charge.id, sent, accused, over)
        : []),
    ];
  });
  const ofMeasures = rows.measures.flatMap(measure => {
    const [accused, from] = [measure.accused as string, measure.fromAt as Instant];
    const over = (measure.endedOn as Day | null) ?? null;
    const born = rows.accused.find(one => one.id === accused)?.born as PartialDay | null | undefined;
    const held = ['emergency_hold', 'custody', 'detention'].includes(measure.measureKind as string);
    const minor = held && born && isUnder18(born, dayIn(from)) === 'yes';
    const own = {
      custody: 'custody.send_vks',
      emergency_hold: 'custody.emergency_decide',
    }[measure.measureKind as string];
    // Whoever has the case sees to it before an order of detention ends.
    const end = measure.measureKind === 'detention' ? orderEnd(measure) : null;
    const before = end && whileHeld[steps.findLast(step => isMainStep(step))?.stepKind as StepKind];
    return [
      ...[own, minor && 'custody.minor_notify']
        .filter(family => typeof family === 'string')
        .flatMap(family => clock({ family, seat: 'handler' }, measure.id, from, accused, over)),
      ...(before ? clock(before, measure.id, end, accused, over) : []),
    ];
  });
  return [...ofSteps, ...ofCharges, ...ofMeasures].toSorted((a, b) =>
    dayIn(a.start).localeCompare(dayIn(b.start)),
  );
}

/** The families somebody may note as done; a test holds them to the rules. */
export const dutyFamilies: readonly string[] = [
  ...new Set([
    ...Object.values(ofStep).flatMap(opened => opened.map(({ family }) => family)),
    'accused.send_vks',
    'accused.vks_ratify',
    'custody.send_vks',
    'custody.emergency_decide',
    'custody.minor_notify',
    ...Object.values(whileHeld).map(({ family }) => family),
    ofBorderGuard.family,
  ]),
];
