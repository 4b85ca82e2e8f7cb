/* Victims: what other modules and the server may use of this one. */
export { lawChange, lawOn, verificationFields, victimActs } from './acts.ts';
export { victimPolicy } from './policy.ts';
export {
  assertion,
  assertionKinds,
  laws,
  paperKinds,
  screening,
  statementNotice,
  verification,
  victimRecords,
} from './record.ts';
export { type LegalStatus, type StatusFacts, statusOf } from './status.ts';
