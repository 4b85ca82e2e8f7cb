/* Justice: what other modules and the server may use of this one. */
export { accusedActs } from './accused-acts.ts';
export { caseActs } from './case-acts.ts';
export { type CaseClock, type CaseRows, caseClocks, movedClocks } from './case-clocks.ts';
export { custodyEnds, detentionOrder, reclassify, servedUntil } from './detention.ts';
export { exhibitActs, type LookedAtExhibit } from './exhibit-acts.ts';
export { custodyKinds, exhibitStates, mediaTypes, mostExhibitBytes } from './exhibit-lists.ts';
export { custodyStep, exhibit, exhibitFile } from './exhibit-record.ts';
export { joiningActs } from './joining-acts.ts';
export { type Grantor, grantorOf, type Limit, limitOf, lineFrom, partOf } from './limits.ts';
export { justicePolicy } from './policy.ts';
export { justiceRecords } from './record.ts';
export { reportActs } from './report-acts.ts';
export { reportDecisionActs } from './report-decisions.ts';
export { heaviest, joined, severityOf } from './severity.ts';
export { statementActs } from './statement-acts.ts';
export { participation, statementRequest } from './statement-record.ts';
export { answerVector, BadVector, vectorKinds } from './vectors.ts';
export { justiceWork } from './work.ts';
