/* Referrals: what other modules and the server may use of this one. */
export { fieldsNotCovered, referralActs } from './acts.ts';
export { referralCells } from './board.ts';
export { referralPolicy } from './policy.ts';
export { grounds, referral, referralRecords, share, shareCounts, sharePurposes } from './record.ts';
export { classesOfField, shareableFields, shareBundles, shelterBundles } from './shareable.ts';
export { comesOfAge, consentEndsSoon, referralWork } from './work.ts';
