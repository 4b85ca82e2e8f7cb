/* Victims: what other modules and the server may use of this one. */

export { victimActs } from './acts.ts';
export { toVerifyAnew } from './anew.ts';
export { victimCells } from './board.ts';
export { answeredOn, silenceOf, verificationClocks, verificationTerms } from './clocks.ts';
export { lawChange, lawOn } from './law.ts';
export { victimPolicy } from './policy.ts';
export {
  assertion,
  assertionKinds,
  laws,
  owedAnswer,
  paperKinds,
  screening,
  settlement,
  statementNotice,
  verification,
  victimRecords,
} from './record.ts';
export { type LegalStatus, type StatusFacts, standingFindings, statusOf } from './status.ts';
export { verificationFields } from './verification-acts.ts';
export { victimWork } from './work.ts';
