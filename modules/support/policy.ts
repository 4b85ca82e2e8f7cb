/* Who may see how somebody is and what was agreed with her: the office that holds her file, whoever wrote a line, and the offices something was shared with, field by
 * field. An action or a follow-up is seen by the office that is to do it, and no more of the file by that. Minutes of a conference, who sat in it, and what was
 * decided about a file are shared with nobody. Notes stay with the office that wrote them. Investigators see nothing here but an action they were given. */
import {
  addressedToOurOffice,
  either,
  headOfOurOffice,
  heldByOurOffice,
  roles,
  type Sentence,
} from '../../kernel/policy/policy.ts';
import { fileRoles, sharedWithRoles } from '../agencies/index.ts';
import { ourFileOrShared, partOfOurFile } from '../people/index.ts';
import { writeNote } from './acts.ts';
import { recordAssessment } from './assessment-acts.ts';
import { approveDecision, askToClose, refuseClosing, reopenFile, withdrawClosing } from './closing-acts.ts';
import { addAttendee, holdConference } from './conference-acts.ts';
import { cancelFollowUp, keepSafeContact, planFollowUp, recordFollowUp } from './followup-acts.ts';
import { addAction, addGoal, agreePlan, endPlan, openPlan, reportAction, settleGoal } from './plan-acts.ts';
import {
  assessment,
  caseConference,
  conferenceAttendee,
  fileDecision,
  followUp,
  note,
  planAction,
  planGoal,
  safeContact,
  supportPlan,
} from './record.ts';

const supporters = roles('social_worker', 'shelter_worker', 'womens_union_officer');
const keepers = roles(...fileRoles);
/** Those who go with her on the way home: who keeps a file, and the Women's Union in the village. */
const companions = roles(...fileRoles, 'womens_union_officer');
/** Whose office may be given something to do; a procurator's too, where a conference decided it. */
const doers = roles(...sharedWithRoles);
const procurators = roles('procurator');
const given = addressedToOurOffice('toOffice', 'to_office');
const forUs = either(partOfOurFile, given);

export const supportPolicy: readonly Sentence[] = [
  supporters.maySee(note).when(heldByOurOffice),
  ...supporters.mayAct(writeNote).when(ourFileOrShared),

  ...[assessment, supportPlan, planGoal, safeContact, caseConference, conferenceAttendee].map(record =>
    companions.maySee(record).when(partOfOurFile),
  ),
  companions.mayOpen(safeContact, 'callNumber', 'neverCall').when(partOfOurFile),
  ...companions.mayAct(recordAssessment, keepSafeContact, openPlan, addGoal).when(ourFileOrShared),
  ...companions.mayAct(agreePlan, endPlan, settleGoal).when(partOfOurFile),

  ...keepers.mayAct(holdConference, addAttendee).when(heldByOurOffice),

  doers.maySee(planAction).when(forUs),
  ...companions.mayAct(addAction).when(ourFileOrShared),
  ...doers.mayAct(reportAction).when(forUs),
  procurators.maySee(planAction).when(given),
  ...procurators.mayAct(reportAction).when(given),

  companions.maySee(followUp).when(forUs),
  ...companions.mayAct(planFollowUp).when(ourFileOrShared),
  ...companions.mayAct(recordFollowUp, cancelFollowUp).when(forUs),

  keepers.maySee(fileDecision).when(partOfOurFile),
  ...keepers.mayAct(askToClose, reopenFile, withdrawClosing).when(heldByOurOffice),
  ...keepers.mayAct(approveDecision, refuseClosing).when(headOfOurOffice),
];
