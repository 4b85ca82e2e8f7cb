/* Justice: what other modules and the server may use of this one. */
export { accusedActs } from './accused-acts.ts';
export { caseActs } from './case-acts.ts';
export { type CaseClock, type CaseRows, caseClocks, movedClocks } from './case-clocks.ts';
export { rowsOfCases } from './case-rows.ts';
export { deadline, digest, seatOfRole } from './deadline.ts';
export type { DeadlineBoard, Tally } from './deadline-board.ts';
export { caseDeadlines, type Deadline, reportDeadlines } from './deadlines.ts';
export { custodyEnds, detentionOrder, reclassify, servedUntil } from './detention.ts';
export { dutyActs } from './duty-acts.ts';
export { digestDay, type Falling, isQuiet, ladderOn, rungMoments } from './ladder.ts';
export { type Grantor, grantorOf, type Limit, limitOf, lineFrom, partOf } from './limits.ts';
export { justicePolicy } from './policy.ts';
export { caseParts, crimeReport, criminalCase, justiceRecords } from './record.ts';
export { reportActs } from './report-acts.ts';
export { heaviest, joined, severityOf } from './severity.ts';
export { type DutyClock, type DutyRows, dutyClocks } from './side-duties.ts';
export { answerVector, BadVector, vectorKinds } from './vectors.ts';
export { justiceWork } from './work.ts';
