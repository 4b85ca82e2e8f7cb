/* The directory (what is offered, to whom, where one is met, how many places there are) is for everybody who refers, for the committee's secretary and for auditors; the
 * exact address, a record of its own, only for the office that runs the place. A stay is seen by that office and by who may see the file, nobody else: the others see numbers, which
 * the database counts without names. Findings of a visit say where a safe house is weak, so they stay with who found them, who runs the place, who has to mend it,
 * the secretary and auditors; the rest see only what they come to: meets the standard, open findings, below it. */
import {
  addressedToOurOffice,
  always,
  either,
  heldByOurOffice,
  roles,
  type Sentence,
} from '../../kernel/policy/policy.ts';
import { fileRoles, sharedWithRoles } from '../agencies/index.ts';
import { ourFileOrShared, partOfOurFile } from '../people/index.ts';
import { registerActs } from './acts.ts';
import {
  capacityChange,
  facility,
  facilityAddress,
  facilityReview,
  improvement,
  standardsCheck,
  stay,
} from './record.ts';
import {
  beginReview,
  finishReview,
  noteStandard,
  postponeImprovement,
  reportImprovement,
  requireImprovement,
  verifyImprovement,
} from './reviews.ts';
import { runningRoles, watchingRoles } from './roles.ts';
import { admitStay, leaveStay } from './stays.ts';

const readers = roles(...sharedWithRoles, ...watchingRoles);
const runners = roles(...runningRoles);
const reviewers = roles('social_worker');
const watchers = roles(...watchingRoles);
const runByUs = addressedToOurOffice('runBy', 'run_by');
const ownedByUs = addressedToOurOffice('owner', 'owner');

export const facilityPolicy: readonly Sentence[] = [
  readers.maySee(facility).when(always),
  readers.maySee(capacityChange).when(always),
  runners.maySee(facilityAddress).when(heldByOurOffice),
  runners.mayOpen(facilityAddress, 'address').when(heldByOurOffice),
  roles(...fileRoles)
    .maySee(stay)
    .when(partOfOurFile),
  roles('womens_union_officer').maySee(stay).when(heldByOurOffice),
  ...[facilityReview, standardsCheck].flatMap(record => [
    runners.maySee(record).when(either(heldByOurOffice, runByUs)),
    watchers.maySee(record).when(always),
  ]),
  runners.maySee(improvement).when(either(heldByOurOffice, runByUs, ownedByUs)),
  watchers.maySee(improvement).when(always),
  ...runners.mayAct(...registerActs).when(heldByOurOffice),
  ...runners.mayAct(admitStay).when(ourFileOrShared),
  ...runners.mayAct(leaveStay).when(heldByOurOffice),
  ...reviewers
    .mayAct(
      beginReview,
      noteStandard,
      finishReview,
      requireImprovement,
      verifyImprovement,
      postponeImprovement,
    )
    .when(heldByOurOffice),
  ...runners.mayAct(reportImprovement).when(ownedByUs),
];
