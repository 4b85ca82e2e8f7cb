/* What goes with each step of a case beside its main line: which duty, of which seat, from when, and which later step shows that it was done or is wanted no more. A table, and what the kind of
 * handler or the summary procedure changes in it. */
import type { StepKind } from './lists.ts';
import type { ActingSeat } from './seats.ts';
import { isSummary, summaryFamily } from './summary-procedure.ts';

type Row = Readonly<Record<string, unknown>>;

export interface Opened {
  readonly family: string;
  readonly seat: ActingSeat;
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
  seat: ActingSeat,
  family: string,
  ends: readonly StepKind[],
  more: Pick<Opened, 'from' | 'right' | 'advice'> = {},
): Opened => ({ family, seat, ends, ...more });

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
/** A late appeal was decided on. */
const settled: readonly StepKind[] = ['late_appeal_admitted', 'late_appeal_refused'];
/** Whoever may appeal has seven days from when she received the decision, which nobody notes here. */
const unseen = { right: true, advice: 'decision_receipt_not_noted' } as const;
/** From when the law counts for an appeal that is admitted late is not among what was read. */
const unread = { advice: 'late_appeal_unread' } as const;
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
  trial_suspended: [
    duty('court', 'trial.serve_suspend', ['trial_resumed']),
    duty('court', 'appeal.decision', ['trial_resumed'], unseen),
    duty('procuracy', 'protest.decision', ['trial_resumed'], { right: true }),
  ],
  trial_resumed: [duty('court', 'trial.serve_suspend', ['trial_ordered', 'trial_suspended'])],
  trial_ordered: [
    duty('court', 'trial.send_vks', leavesTrial),
    duty('court', 'trial.serve', leavesTrial, { from: 'hearingOn' }),
  ],
  trial_postponed: [duty('court', 'trial.postpone', leavesTrial)],
  judged: [duty('court', 'judgment.deliver', ['enforcement'])],
  appealed: [
    duty('court', 'appeal.notify', ['appeal_accepted', ...decided], { from: 'appealOver' }),
    duty('court', 'appeal.file', ['appeal_sent', 'appeal_accepted', ...decided], { from: 'appealOver' }),
  ],
  protested: [
    duty('procuracy', 'protest.send', ['appeal_accepted', ...decided]),
    duty('court', 'appeal.file', ['appeal_sent', 'appeal_accepted', ...decided], { from: 'appealOver' }),
  ],
  appeal_accepted: [
    duty('appealCourt', 'appeal.assign', ['appeal_ordered', ...decided]),
    duty('appealProcuracy', 'appeal.vks_study', ['appeal_ordered', ...decided], { from: 'received' }),
    duty('appealCourt', 'appeal.prepare', ['appeal_ordered', ...decided]),
    duty('appealCourt', 'appeal.open_total', decided),
  ],
  appeal_ordered: [
    duty('appealCourt', 'appeal.open', decided),
    duty('appealCourt', 'appeal.serve', decided, { from: 'hearingOn' }),
  ],
  appeal_judged: [duty('appealCourt', 'appeal.deliver', ['enforcement'])],
  appeal_quashed: [duty('appealCourt', 'appeal.deliver', ['concluded'])],
  appeal_remanded: [duty('appealCourt', 'appeal.deliver', ['trial_ordered'])],
  late_appealed: [duty('court', 'appeal.late_send', settled)],
  late_appeal_admitted: [
    duty('court', 'appeal.notify', ['appeal_accepted', ...decided], unread),
    duty('court', 'appeal.file', ['appeal_sent', 'appeal_accepted', ...decided], unread),
  ],
};
/** What follows once a late appeal was sent up: counted from that note, as the court above has it from then. */
export const lateDecided = duty('appealCourt', 'appeal.late_decide', settled);

/** The border guard makes the first investigation: what is slight it finishes within a month, what is more it hands on within days (article 164.1). */
const ofBorderGuard = {
  slight: duty('handler', 'bdbp.simple_file', ['concluded']),
  more: duty('handler', 'bdbp.transfer', ['concluded']),
};

/** What a step opens. @param before the steps taken before it, in their order. @param file of what class the case is, and the kind of agency that handles it. */
export function openedBy(
  { stepKind }: Row,
  before: readonly Row[],
  { handlerKind, severity }: Row,
): readonly Opened[] {
  const opened = ofStep[stepKind as StepKind] ?? [];
  if (stepKind === 'initiated' && handlerKind === 'border_guard')
    return [...opened, severity === 'INT' ? ofBorderGuard.slight : ofBorderGuard.more];
  // A hearing within a week cannot be announced ten days before it.
  if (stepKind === 'trial_ordered' && isSummary(before))
    return opened.map(one =>
      one.family === 'trial.serve' ? duty(one.seat, summaryFamily(one.family), one.ends) : one,
    );
  return opened;
}

/** The families of these that somebody may note as done. */
export const stepFamilies: readonly string[] = [
  ...[...Object.values(ofStep), [lateDecided]].flatMap(opened =>
    opened.flatMap(({ family, right }) => (right ? [] : [family])),
  ),
  summaryFamily('trial.serve'),
];
export const borderFamilies: readonly string[] = Object.values(ofBorderGuard).map(({ family }) => family);
