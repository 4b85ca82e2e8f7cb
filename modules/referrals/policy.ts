/* The sender and the receiver of a referral see it; the sender closes it at will, the receiver answers it. A share is seen by both and changed by no hand:
 * only the acts of a referral, a verification or a consent touch it. Who holds the file, took a consent down or sees the file through a share on it also takes down
 * that she takes it back; shares the actor cannot see end with it all the same, by the database. Why a referral was taken back stays with the sender and the keeper of the file. The auditor sees of both what
 * was sent to whom on which ground: names of fields, never what stands in them. */
import {
  addressedToOurOffice,
  always,
  either,
  heldByOurOffice,
  roles,
  type Sentence,
} from '../../kernel/policy/policy.ts';
import { fileRoles, sharedWithRoles } from '../agencies/index.ts';
import { partOfOurFile } from '../people/index.ts';
import { acceptReferral, completeReferral, returnReferral, revokeReferral, sendReferral } from './acts.ts';
import { referral, revocation, share } from './record.ts';
import { takeBackShare, withdrawConsent } from './withdraw.ts';

const keepers = roles(...fileRoles);
const helpers = roles(...sharedWithRoles);
const auditors = roles('auditor');
const sentToUs = addressedToOurOffice('toOffice', 'to_office');

export const referralPolicy: readonly Sentence[] = [
  helpers.maySee(referral).when(either(heldByOurOffice, sentToUs)),
  helpers.maySee(share).when(either(heldByOurOffice, sentToUs)),
  keepers.maySee(referral).when(partOfOurFile),
  helpers.maySee(revocation).when(either(heldByOurOffice, partOfOurFile)),
  // What was sent, to whom and on which ground, and nothing of what it holds: the ledger cannot be read without it.
  auditors
    .maySee(referral, ['toOffice', 'state', 'referralPurpose', 'ground', 'groundArticle', 'until', 'sentAt'])
    .when(always),
  auditors
    .maySee(share, [
      'toOffice',
      'referral',
      'verification',
      'sharedFields',
      'sharePurpose',
      'ground',
      'startsAt',
      'until',
      'revokedAt',
      'revokedWhy',
    ])
    .when(always),
  ...keepers.mayAct(sendReferral, revokeReferral).when(heldByOurOffice),
  ...roles(...sharedWithRoles.filter(role => role !== 'investigator'))
    .mayAct(withdrawConsent)
    .when(partOfOurFile),
  ...roles(...sharedWithRoles.filter(role => role !== 'investigator'))
    .mayAct(takeBackShare)
    .when(sentToUs),
  ...helpers.mayAct(acceptReferral, returnReferral, completeReferral).when(sentToUs),
];
