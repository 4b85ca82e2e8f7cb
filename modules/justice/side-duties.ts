/* Duties that go with a step, a charge or a measure: sending it, delivering it, having it ratified, naming a judge. Each has a limit of its own and ends when somebody notes that it
 * was done, or when a later step shows that it was. Beside them the limits of the second instance. Computed like all others, and never kept. */
import { type Day, dayIn, type Instant, isUnder18, type PartialDay } from '../../kernel/day.ts';
import { lateDecided, ofAppeals } from './appeal-duties.ts';
import { type CaseClock, type CaseRows, inTurn } from './case-clocks.ts';
import { heldDuties } from './held-duties.ts';
import { advised, type Law, limitOf, type Point, pointOf } from './limits.ts';
import type { StepKind } from './lists.ts';
import { orderEnd } from './measure-clocks.ts';
import { asReceived, receiptAfter } from './receipts.ts';
import type { ActingSeat } from './seats.ts';
import { levelOfAppeal } from './stages.ts';
import { isSummary, summaryFamily } from './summary-procedure.ts';

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
  readonly seat: ActingSeat;
  /** Nobody notes it as done. */
  readonly right?: true;
}

export interface Opened {
  readonly family: string;
  readonly seat: DutyClock['seat'];
  /** Steps after which it was done or is wanted no more. */
  readonly ends: readonly StepKind[];
  /** Counted not from the step's day: from the end of the time to appeal, from the receipt of the file, or back from the day of the hearing. */
  readonly from?: 'appealOver' | 'received' | 'hearingOn';
  /** Nobody does it and notes it: a right of the parties, or how long somebody may be held. */
  readonly right?: true;
  /** Why it advises only, whatever its line says. */
  readonly advice?: string;
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
  concluded: [
    duty('handler', 'investigation.conclusion_send', [
      'procuracy_received',
      'indicted',
      'returned_by_procuracy',
    ]),
  ],
  indicted: [
    duty('procuracy', 'prosecution.to_court', ['court_accepted']),
    duty('procuracy', 'prosecution.deliver', ['trial_ordered', 'returned_by_court']),
  ],
  court_accepted: [duty('court', 'trial.assign', ['trial_ordered', 'returned_by_court', 'trial_suspended'])],
  returned_by_court: [
    duty('court', 'trial.send_vks', ['procuracy_received', 'indicted', 'returned_by_procuracy']),
  ],
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
    duty('court', 'appeal.file', ['appeal_sent', 'appeal_accepted', ...decided], 'appealOver'),
  ],
  protested: [
    duty('procuracy', 'protest.send', ['appeal_accepted', ...decided]),
    duty('court', 'appeal.file', ['appeal_sent', 'appeal_accepted', ...decided], 'appealOver'),
  ],
  appeal_accepted: [
    duty('appealCourt', 'appeal.assign', ['appeal_ordered', ...decided]),
    duty('appealProcuracy', 'appeal.vks_study', ['appeal_ordered', ...decided], 'received'),
    duty('appealCourt', 'appeal.prepare', ['appeal_ordered', ...decided]),
    duty('appealCourt', 'appeal.open_total', decided),
  ],
  appeal_ordered: [
    duty('appealCourt', 'appeal.open', decided),
    duty('appealCourt', 'appeal.serve', decided, 'hearingOn'),
  ],
  appeal_judged: [duty('appealCourt', 'appeal.deliver', ['enforcement'])],
  appeal_quashed: [duty('appealCourt', 'appeal.deliver', ['concluded'])],
  appeal_remanded: [duty('appealCourt', 'appeal.deliver', ['trial_ordered'])],
};

/** What is to be done before an order of detention ends, by the last step of the case: in its first investigation the limit of detention itself says by when more must be asked for. */
const whileHeld: Readonly<Partial<Record<StepKind, Pick<Opened, 'family' | 'seat'>>>> = {
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
/** The border guard makes the first investigation: what is slight it finishes within a month, what is more it hands on within days (article 164.1). */
const ofBorderGuard = {
  slight: duty('handler', 'bdbp.simple_file', ['concluded']),
  more: duty('handler', 'bdbp.transfer', ['concluded']),
};

/** What was noted as done and not taken back as noted by mistake. */
export const standingDuties = <Duty extends Row>(duties: readonly Duty[]): Duty[] =>
  duties.filter(one => one.takenBack !== true);

/** Every duty beside the main line, ended and running, in the order they began. `handlerKind` is the kind of agency that handles the case. */
export function dutyClocks(law: Law, file: Readonly<Record<string, unknown>>, rows: DutyRows): DutyClock[] {
  const { caseLevel, handlerKind, severity } = file;
  // What goes with a step that came along from another case was due there.
  const steps = rows.steps.filter(step => !step.otherCase).toSorted(inTurn);
  const duties = standingDuties(rows.duties);
  const noted = (family: string, of: string): Day | null =>
    (duties.find(one => one.limitFamily === family && one.ofRow === of)?.doneOn as Day | undefined) ?? null;
  const clock = (
    {
      family,
      seat,
      right,
      advice,
      ...more
    }: Pick<Opened, 'family' | 'seat' | 'right' | 'advice'> & {
      readonly kind?: string;
    },
    of: string,
    from: Point,
    accused: string | null,
    over: Day | null,
  ): DutyClock[] => {
    const start = pointOf(law, family, from);
    const level = family.startsWith('appeal.') ? levelOfAppeal(caseLevel, dayIn(start)) : null;
    const kind = more.kind ?? (family === 'protest.decision' ? 'same_level' : level);
    const limit = limitOf(law, family, start, { kind });
    if (!limit) return [];
    // A court or a procuracy above that has no seat in the case is told of, and nobody here is late for it.
    const isElsewhere = seat.startsWith('appeal') && !file[seat];
    const why = advice ?? (isElsewhere ? 'second_instance' : null);
    const counted = {
      family,
      accused,
      start,
      of,
      since: from,
      seat,
      limit: why ? advised(limit, why) : limit,
      doneOn: noted(family, of) ?? over,
    };
    return [right ? { ...counted, right } : counted];
  };
  const firstOf = (among: readonly Row[], kinds: readonly StepKind[]): Day | null =>
    (among.find(one => kinds.includes(one.stepKind as StepKind))?.onDay as Day | undefined) ?? null;
  const laterThan = (step: Row) => steps.slice(steps.indexOf(step) + 1);
  const overFor = (step: Row, ends: readonly StepKind[]): Day | null =>
    firstOf(laterThan(step), [...ends, 'closed']);
  const all = rows.steps.toSorted(inTurn);
  const before = (step: Row): readonly Row[] => all.slice(0, all.indexOf(step));
  /** The court above has ten days from when a late appeal came to it. */
  const sentUp = (step: Row): DutyClock[] => {
    const sent = noted('appeal.late_send', step.id);
    return sent ? clock(lateDecided, step.id, sent, null, overFor(step, lateDecided.ends)) : [];
  };
  const startFor = (step: Row, from: Opened['from']): Point | null => {
    if (!from) return step.onDay as Day;
    if (from === 'hearingOn') return (step.hearingOn as Day | null | undefined) ?? null;
    const judged = steps.findLast(
      one => one.stepKind === 'judged' && (one.onDay as Day) <= (step.onDay as Day),
    );
    const over = judged && limitOf(law, 'appeal.judgment', judged.onDay as Day)?.term.due;
    return over && dayIn(over) > (step.onDay as Day) ? dayIn(over) : (step.onDay as Day);
  };
  const openedBy = (step: Row): readonly Opened[] => {
    const kind = step.stepKind as StepKind;
    const opened = [...(ofStep[kind] ?? []), ...(ofAppeals[kind] ?? [])];
    if (kind === 'initiated' && handlerKind === 'border_guard')
      return [...opened, severity === 'INT' ? ofBorderGuard.slight : ofBorderGuard.more];
    // A hearing within a week cannot be announced ten days before it.
    if (kind === 'trial_ordered' && isSummary(before(step)))
      return opened.map(one =>
        one.family === 'trial.serve' ? { ...one, family: summaryFamily(one.family), from: undefined } : one,
      );
    return opened;
  };
  const ofSteps = steps.flatMap(step => [
    ...openedBy(step).flatMap(opened => {
      const receipt = opened.from === 'received' ? receiptAfter(step, laterThan(step)) : null;
      const start = receipt?.from ?? startFor(step, opened.from);
      const found = start ? clock(opened, step.id, start, null, overFor(step, opened.ends)) : [];
      return asReceived(found, receipt);
    }),
    ...(step.stepKind === 'late_appealed' ? sentUp(step) : []),
  ]);
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
    const ahead = end && whileHeld[steps.findLast(step => isMainStep(step))?.stepKind as StepKind];
    return [
      ...[own, minor && 'custody.minor_notify']
        .filter(family => typeof family === 'string')
        .flatMap(family => clock({ family, seat: 'handler' }, measure.id, from, accused, over)),
      ...(ahead ? clock(ahead, measure.id, end, accused, over) : []),
      ...heldDuties(all, rows, measure, family => noted(family, measure.id)).flatMap(held =>
        clock(held, measure.id, held.from, accused, held.over),
      ),
    ];
  });
  return [...ofSteps, ...ofCharges, ...ofMeasures].toSorted((a, b) =>
    dayIn(a.start).localeCompare(dayIn(b.start)),
  );
}

/** The families somebody may note as done; a test holds them to the rules. */
export const dutyFamilies: readonly string[] = [
  ...new Set([
    ...[...Object.values(ofStep), ...Object.values(ofAppeals), [lateDecided]].flatMap(opened =>
      opened.flatMap(({ family, right }) => (right ? [] : [family])),
    ),
    summaryFamily('trial.serve'),
    'accused.send_vks',
    'accused.vks_ratify',
    'custody.send_vks',
    'custody.emergency_decide',
    'custody.vks_emergency',
    'custody.minor_notify',
    'detention.vks_ratify',
    'trial.measures',
    ...Object.values(whileHeld).map(({ family }) => family),
    ...Object.values(ofBorderGuard).map(({ family }) => family),
  ]),
];
