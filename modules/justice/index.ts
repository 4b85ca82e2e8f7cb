/* Justice: what other modules and the server may use of this one. */
export { accusedActs } from './accused-acts.ts';
export { caseActs } from './case-acts.ts';
export { type CaseClock, type CaseRows, caseClocks, movedClocks } from './case-clocks.ts';
export { custodyEnds, detentionOrder, reclassify, servedUntil } from './detention.ts';
export { type Count, type Flow, flowOf, type Group, leastTold } from './flow.ts';
export {
  type FlowCase,
  type FlowReport,
  type Item,
  isAmong,
  itemsOf,
  lastsIn,
  type Where,
  whereNames,
} from './flow-items.ts';
export { type Grantor, grantorOf, type Limit, limitOf, lineFrom, partOf } from './limits.ts';
export { justicePolicy } from './policy.ts';
export { justiceRecords } from './record.ts';
export { reportActs } from './report-acts.ts';
export { heaviest, joined, severityOf } from './severity.ts';
export { answerVector, BadVector, vectorKinds } from './vectors.ts';
export { justiceWork } from './work.ts';
