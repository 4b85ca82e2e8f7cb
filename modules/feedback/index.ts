/* Feedback: what other modules and the server may use of this one. */
export { closeComplaint, feedbackActs, openFeedback, takeComplaint } from './acts.ts';
export { hashOfCode, plainCode } from './code.ts';
export { leastShown, quarterOf, withoutSmall } from './counts.ts';
export { feedbackPolicy } from './policy.ts';
export {
  complaint,
  complaintKinds,
  feedback,
  feedbackAnswers,
  feedbackInvitation,
  feedbackLanguages,
  feedbackQuestions,
  feedbackRecords,
} from './record.ts';
export { feedbackWork } from './work.ts';
