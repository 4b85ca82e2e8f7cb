/* The sender and the receiver of a referral see it; the sender closes it at will, the receiver answers it. A share is seen by both and changed by no hand:
 * only the acts of a referral, a verification or a consent touch it. Who holds the file or took a consent down also takes down that she takes it back; shares the
 * actor cannot see end with the consent all the same, by the database. Why a referral was taken back stays with the sender and the keeper of the file. */
import {
  addressedToOurOffice,
  either,
  heldByOurOffice,
  roles,
  type Sentence,
} from '../../kernel/policy/policy.ts';
import { fileRoles, sharedWithRoles } from '../agencies/index.ts';
import { partOfOurFile } from '../people/index.ts';
import { acceptReferral, completeReferral, returnReferral, revokeReferral, sendReferral } from './acts.ts';
import { referral, revocation, share } from './record.ts';
import { withdrawConsent } from './withdraw.ts';

const keepers = roles(...fileRoles);
const helpers = roles(...sharedWithRoles);
const sentToUs = addressedToOurOffice('toOffice', 'to_office');

export const referralPolicy: readonly Sentence[] = [
  helpers.maySee(referral).when(either(heldByOurOffice, sentToUs)),
  helpers.maySee(share).when(either(heldByOurOffice, sentToUs)),
  keepers.maySee(referral).when(partOfOurFile),
  helpers.maySee(revocation).when(either(heldByOurOffice, partOfOurFile)),
  ...keepers.mayAct(sendReferral, revokeReferral).when(heldByOurOffice),
  ...roles(...sharedWithRoles.filter(role => role !== 'investigator'))
    .mayAct(withdrawConsent)
    .when(partOfOurFile),
  ...helpers.mayAct(acceptReferral, returnReferral, completeReferral).when(sentToUs),
];
