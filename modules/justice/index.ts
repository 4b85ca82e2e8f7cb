/* Justice: what other modules and the server may use of this one. */
export { custodyEnds, detentionOrder, reclassify, servedUntil } from './detention.ts';
export { type Grantor, grantorOf, type Limit, limitOf, lineFrom, partOf } from './limits.ts';
export { heaviest, joined, severityOf } from './severity.ts';
export { answerVector, BadVector, vectorKinds } from './vectors.ts';
