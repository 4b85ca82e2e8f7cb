/* Who may know what she said. Her worker and her worker's office see that a tablet was handed over, and numbers about the whole office once a quarter is over
 * (server/feedback.ts): no answer, no word, not even whether she answered. Answers, words and complaints lie with the inspection body or the secretary and are
 * seen there alone; the file's number is in a complaint only if she allowed it, and opens nothing. */
import { always, heldByOurOffice, roles, type Sentence } from '../../kernel/policy/policy.ts';
import { fileRoles, sharedWithRoles } from '../agencies/index.ts';
import { ourFileOrShared, partOfOurFile } from '../people/index.ts';
import { closeComplaint, giveSentence, openFeedback, takeComplaint, withdrawSentence } from './acts.ts';
import { complaint, feedback, feedbackInvitation, spokenSentence } from './record.ts';
import { speakingRoles } from './speaking.ts';

const keepers = roles(...fileRoles);
const helpers = roles(...sharedWithRoles.filter(role => role !== 'investigator'));
const receivers = roles('secretary', 'auditor');
const speakers = roles(...speakingRoles);
const listeners = roles(...new Set([...sharedWithRoles, ...speakingRoles, 'secretary', 'auditor']));

export const feedbackPolicy: readonly Sentence[] = [
  keepers.maySee(feedbackInvitation, ['openedBy', 'feedbackLanguage', 'until']).when(partOfOurFile),
  ...helpers.mayAct(openFeedback).when(ourFileOrShared),
  receivers.maySee(feedback).when(heldByOurOffice),
  receivers.mayOpen(feedback, 'words').when(heldByOurOffice),
  receivers.maySee(complaint).when(heldByOurOffice),
  receivers.mayOpen(complaint, 'words').when(heldByOurOffice),
  ...receivers.mayAct(takeComplaint, closeComplaint).when(heldByOurOffice),
  listeners.maySee(spokenSentence).when(always),
  ...speakers.mayAct(giveSentence).when(heldByOurOffice),
  ...speakers.mayAct(withdrawSentence).when(heldByOurOffice),
  ...roles('administrator').mayAct(withdrawSentence).when(always),
];
