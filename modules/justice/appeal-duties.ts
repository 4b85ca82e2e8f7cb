/* What goes with decisions of the court that are appealed against like a judgment, and with an appeal that comes late (articles 333.2, 335 and 337.2 of the Criminal Procedure Code). */
import type { StepKind } from './lists.ts';
import type { Opened } from './side-duties.ts';

const settled: readonly StepKind[] = ['late_appeal_admitted', 'late_appeal_refused'];
const decided: readonly StepKind[] = [
  'appeal_accepted',
  'appeal_judged',
  'appeal_quashed',
  'appeal_remanded',
  'appeal_withdrawn',
];

export const ofAppeals: Readonly<Partial<Record<StepKind, readonly Opened[]>>> = {
  trial_suspended: [
    // Whoever may appeal has seven days from when she received it, which nobody notes here.
    {
      family: 'appeal.decision',
      seat: 'court',
      ends: ['trial_resumed'],
      right: true,
      advice: 'decision_receipt_not_noted',
    },
    { family: 'protest.decision', seat: 'procuracy', ends: ['trial_resumed'], right: true },
  ],
  late_appealed: [{ family: 'appeal.late_send', seat: 'court', ends: settled }],
  // From when the law counts for one that is admitted late is not among what was read.
  late_appeal_admitted: [
    { family: 'appeal.notify', seat: 'court', ends: decided, advice: 'late_appeal_unread' },
    {
      family: 'appeal.file',
      seat: 'court',
      ends: ['appeal_sent', ...decided],
      advice: 'late_appeal_unread',
    },
  ],
};
/** What follows once the appeal was sent up: counted from that note, as the court above has it from then. */
export const lateDecided: Opened = { family: 'appeal.late_decide', seat: 'appealCourt', ends: settled };
