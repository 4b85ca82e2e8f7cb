/* Feedback: what other modules and the server may use of this one. */
export {
  closeComplaint,
  feedbackActs,
  giveSentence,
  type HeardAt,
  openFeedback,
  takeComplaint,
  withdrawSentence,
} from './acts.ts';
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
  mostRecordingBytes,
  recordingTypes,
  spokenSentence,
} from './record.ts';
export { tabletPages, tabletSentences } from './sentences.ts';
export { feedbackWork } from './work.ts';
