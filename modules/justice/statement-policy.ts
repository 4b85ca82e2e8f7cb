/* Between a case and a file: whoever investigates and supervises sees the link and the answer, whoever holds the file sees who asks and how far the case has come. The holder is not
 * told which case it is, the investigator nothing of the file but its number; nobody else sees that there is a link. */
import { either, type Predicate, roles, type Sentence } from '../../kernel/policy/policy.ts';
import { fileRoles } from '../agencies/index.ts';
import { fileHeldByOurOffice, inReach } from '../people/index.ts';
import {
  acceptParticipation,
  askParticipation,
  declineParticipation,
  endParticipation,
} from './participation-acts.ts';
import { comesToUs, handled, supervised } from './seats-predicates.ts';
import { askStatement, delayStatement, giveStatement, refuseStatement } from './statement-acts.ts';
import { participation, statementRequest } from './statement-record.ts';

const askers = roles('investigator', 'procurator');
const investigators = roles('investigator');
const keepers = roles(...fileRoles);
const ofCase = either(handled, supervised, comesToUs);
/** Whoever offered the statement answers too, a shelter for instance, for as long as the file is shared with her office. */
const askedWhileShared: Predicate = {
  name: 'askedWhileShared',
  sql: (alias, session) =>
    `(${alias}.to_office = any (${session.reach}) and ${inReach(`${alias}.person`, session)})`,
  test: null,
};
const holder = either(fileHeldByOurOffice, askedWhileShared);
/** Everything but which case it is and who supervises and tries it. */
const toHolder = (fields: object) =>
  Object.keys(fields).filter(
    name => !['criminalCase', 'crimeReport', 'procuracy', 'nextHandler', 'statement'].includes(name),
  );

export const statementPolicy: readonly Sentence[] = [
  askers.maySee(participation).when(ofCase),
  askers.maySee(statementRequest).when(ofCase),
  askers.mayOpen(statementRequest, 'statement').when(either(handled, supervised)),
  keepers.maySee(participation, toHolder(participation.fields)).when(holder),
  keepers.maySee(statementRequest, toHolder(statementRequest.fields)).when(holder),
  keepers.mayOpen(statementRequest, 'statement').when(holder),
  ...investigators.mayAct(askParticipation, endParticipation, askStatement).when(handled),
  ...keepers
    .mayAct(acceptParticipation, declineParticipation, giveStatement, refuseStatement, delayStatement)
    .when(holder),
];
