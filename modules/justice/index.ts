/* Justice: what other modules and the server may use of this one. */
export { accusedActs } from './accused-acts.ts';
export { caseActs } from './case-acts.ts';
export { type CaseClock, type CaseRows, caseClocks, movedClocks } from './case-clocks.ts';
export { custodyEnds, detentionOrder, reclassify, servedUntil } from './detention.ts';
export { keyCaseActs } from './key-acts.ts';
export { type BodySeat, bodySeats, isoWeek, tallyOf, weekOf } from './key-lists.ts';
export { composeKeyPaper, type KeyPaper, type KeySignature, withSignatures } from './key-paper.ts';
export type { ComposedPaper, RenderedPaper } from './key-paper-acts.ts';
export { keyCasePolicy } from './key-policy.ts';
export { keyCaseRecords } from './key-record.ts';
export { keyCaseWork, officeInTurn } from './key-work.ts';
export { type Grantor, grantorOf, type Limit, limitOf, lineFrom, partOf } from './limits.ts';
export { justicePolicy } from './policy.ts';
export { justiceRecords } from './record.ts';
export { reportActs } from './report-acts.ts';
export { heaviest, joined, severityOf } from './severity.ts';
export { answerVector, BadVector, vectorKinds } from './vectors.ts';
export { justiceWork } from './work.ts';
