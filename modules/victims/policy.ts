/* Screening and presuming belong to whoever met the person; identification to the competent body alone; a judgment is noted by who has it in hand. An investigator sees that a statement may be
 * available and whom to ask, and no more of the file unless it is shared with her on a ground of criminal procedure. */
import {
  addressedToOurOffice,
  either,
  heldByOurOffice,
  roles,
  type Sentence,
} from '../../kernel/policy/policy.ts';
import { fileRoles, receivingRoles } from '../agencies/index.ts';
import { ourFileOrShared, partOfOurFile } from '../people/index.ts';
import {
  answerVerification,
  identify,
  noteJudgment,
  offerStatement,
  presume,
  recordScreening,
  requestVerification,
  withdrawVerification,
} from './acts.ts';
import { assertion, screening, statementNotice, verification } from './record.ts';

const keepers = roles(...fileRoles);
const receivers = roles(...receivingRoles);
const verifiers = roles('police_officer', 'identifier', 'social_worker');
const askedOfUs = addressedToOurOffice('toOffice', 'to_office');

export const victimPolicy: readonly Sentence[] = [
  keepers.maySee(screening).when(partOfOurFile),
  keepers.maySee(assertion).when(partOfOurFile),
  keepers.maySee(verification).when(either(partOfOurFile, askedOfUs)),
  keepers.maySee(statementNotice).when(partOfOurFile),
  roles('investigator', 'procurator').maySee(statementNotice).when(askedOfUs),
  ...receivers.mayAct(recordScreening, presume).when(ourFileOrShared),
  ...receivers.mayAct(requestVerification).when(heldByOurOffice),
  ...receivers.mayAct(withdrawVerification).when(heldByOurOffice),
  ...verifiers.mayAct(answerVerification).when(askedOfUs),
  ...roles('identifier', 'police_officer').mayAct(identify).when(either(ourFileOrShared, askedOfUs)),
  ...roles('identifier', 'police_officer', 'social_worker', 'investigator')
    .mayAct(noteJudgment)
    .when(ourFileOrShared),
  ...keepers.mayAct(offerStatement).when(ourFileOrShared),
];
