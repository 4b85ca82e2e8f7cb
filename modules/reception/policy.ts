/* A group and its list are seen by the office that received it and by nobody else: a list of names is not a file, and what is shared is shared from the file. A rescue operation and its
 * safety plans are seen by the office that leads and by the partners it named, and changed by the leading office alone, but for the file a partner received her under. What is noted on a path follows the file. */
import {
  either,
  heldByOurOffice,
  namesOurOffice,
  type Predicate,
  roles,
  type Sentence,
} from '../../kernel/policy/policy.ts';
import { fileRoles, receivingRoles } from '../agencies/index.ts';
import { ourFileOrShared, partOfOurFile } from '../people/index.ts';
import { groupActs } from './group-acts.ts';
import { personActs } from './person-acts.ts';
import {
  bestInterests,
  foreignStep,
  groupArrival,
  groupLine,
  interpreterEngagement,
  rescueOperation,
  safetyPlan,
} from './record.ts';
import { linkPlan, rescueActs } from './rescue-acts.ts';

const keepers = roles(...fileRoles);
const receivers = roles(...receivingRoles);
/** The law names the police, the border guard and the coast guard as those who rescue (article 25 of the law of 2011, article 28 of the law of 2024). */
const rescuers = roles('border_officer', 'police_officer', 'investigator');
/** Whoever may be named as a partner: the shelter that waits with a bed must know when. */
const partnersOfRescue = roles(
  'border_officer',
  'police_officer',
  'investigator',
  'identifier',
  'social_worker',
  'shelter_worker',
  'womens_union_officer',
);
const leadsOrIsPartner: Predicate = either(heldByOurOffice, namesOurOffice('partners', 'partners'));

export const receptionPolicy: readonly Sentence[] = [
  receivers.maySee(groupArrival).when(heldByOurOffice),
  receivers.maySee(groupLine).when(heldByOurOffice),
  ...receivers.mayAct(...groupActs).when(heldByOurOffice),
  ...[rescueOperation, safetyPlan].map(record => partnersOfRescue.maySee(record).when(leadsOrIsPartner)),
  partnersOfRescue.mayOpen(rescueOperation, 'placeNote').when(leadsOrIsPartner),
  partnersOfRescue.mayOpen(safetyPlan, 'mustNotLearn', 'safeWord', 'whereTo').when(leadsOrIsPartner),
  ...rescuers.mayAct(...rescueActs).when(heldByOurOffice),
  ...partnersOfRescue.mayAct(linkPlan).when(leadsOrIsPartner),
  ...[interpreterEngagement, bestInterests, foreignStep].map(part =>
    keepers.maySee(part).when(partOfOurFile),
  ),
  ...keepers.mayAct(...personActs).when(ourFileOrShared),
];
