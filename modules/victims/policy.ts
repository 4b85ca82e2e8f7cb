/* Screening and presuming belong to whoever met the person; identification to the competent body alone; a judgment is noted by who has it in hand. An investigator sees that a statement may be
 * available and whom to ask, and no more of the file unless it is shared with her on a ground of criminal procedure. */
import {
  addressedToOurOffice,
  either,
  heldByOurOffice,
  type Predicate,
  roles,
  type Sentence,
} from '../../kernel/policy/policy.ts';
import { fileRoles, receivingRoles } from '../agencies/index.ts';
import { ourFileOrShared, partOfOurFile } from '../people/index.ts';
import { identify, noteJudgment, offerStatement, presume, recordScreening } from './acts.ts';
import { assertion, owedAnswer, screening, settlement, statementNotice, verification } from './record.ts';
import { agreeSettlement, decideSettlement, objectSettlement, proposeSettlement } from './settlement-acts.ts';
import {
  answerVerification,
  escalateVerification,
  refuseVerification,
  requestVerification,
  withdrawVerification,
} from './verification-acts.ts';

const keepers = roles(...fileRoles);
const receivers = roles(...receivingRoles);
const verifiers = roles('police_officer', 'identifier', 'social_worker');
/** Those who presume or identify: the parties of a settlement, and those above them. */
const finders = roles(...receivingRoles, 'identifier');
const askedOfUs = addressedToOurOffice('toOffice', 'to_office');
const oursToDecide = addressedToOurOffice('superior', 'superior');

/** Two findings differ and our office is asked, or is to decide, which of them is gone by: it must see both. */
const settledByUs: Predicate = {
  name: 'settledByOurOffice',
  sql: (alias, { reach }) =>
    `exists (select from settlement s where s.person = ${alias}.person and (s.ours = ${alias}.id or s.theirs = ${alias}.id)
      and (s.to_office = any (${reach}) or s.superior = any (${reach})))`,
  test: null,
};

export const victimPolicy: readonly Sentence[] = [
  keepers.maySee(screening).when(partOfOurFile),
  keepers.maySee(assertion).when(either(partOfOurFile, settledByUs)),
  keepers.maySee(verification).when(either(partOfOurFile, askedOfUs)),
  keepers.maySee(owedAnswer).when(either(heldByOurOffice, askedOfUs)),
  keepers.maySee(settlement).when(either(partOfOurFile, askedOfUs, oursToDecide)),
  keepers.maySee(statementNotice).when(partOfOurFile),
  roles('investigator', 'procurator').maySee(statementNotice).when(askedOfUs),
  ...receivers.mayAct(recordScreening, presume).when(ourFileOrShared),
  ...receivers.mayAct(requestVerification).when(heldByOurOffice),
  ...receivers.mayAct(withdrawVerification).when(heldByOurOffice),
  ...receivers.mayAct(escalateVerification).when(heldByOurOffice),
  ...verifiers.mayAct(answerVerification, refuseVerification).when(askedOfUs),
  ...roles('identifier', 'police_officer').mayAct(identify).when(either(ourFileOrShared, askedOfUs)),
  ...roles('identifier', 'police_officer', 'social_worker', 'investigator')
    .mayAct(noteJudgment)
    .when(ourFileOrShared),
  ...finders.mayAct(proposeSettlement).when(ourFileOrShared),
  ...finders.mayAct(agreeSettlement, objectSettlement).when(askedOfUs),
  ...finders.mayAct(decideSettlement).when(oursToDecide),
  ...keepers.mayAct(offerStatement).when(ourFileOrShared),
];
