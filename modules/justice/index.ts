/* Justice: what other modules and the server may use of this one. */
export { accusedActs } from './accused-acts.ts';
export { besideActs } from './beside-acts.ts';
export { caseActs } from './case-acts.ts';
export { type CaseClock, type CaseRows, caseClocks, movedClocks } from './case-clocks.ts';
export { rowsOfCases } from './case-rows.ts';
export { correctionActs } from './correction-acts.ts';
export { custodyActs } from './custody-acts.ts';
export { deadline, digest } from './deadline.ts';
export type { DeadlineBoard, Tally } from './deadline-board.ts';
export { caseDeadlines, type Deadline, reportDeadlines } from './deadlines.ts';
export { custodyEnds, detentionOrder, reclassify, servedUntil } from './detention.ts';
export { dutyActs } from './duty-acts.ts';
export { exhibitActs, type LookedAtExhibit } from './exhibit-acts.ts';
export { custodyKinds, exhibitStates, mediaTypes, mostExhibitBytes } from './exhibit-lists.ts';
export { custodyStep, exhibit, exhibitFile } from './exhibit-record.ts';
export { type Count, type Flow, flowOf, type Group, leastTold } from './flow.ts';
export {
  type FlowCase,
  type FlowReport,
  type FlowRow,
  type Item,
  isAmong,
  itemsOf,
  lastsIn,
  type Where,
  whereNames,
} from './flow-items.ts';
export { joiningActs } from './joining-acts.ts';
export { keyCaseActs } from './key-acts.ts';
export { isoWeek, tallyOf, weekOf } from './key-lists.ts';
export { composeKeyPaper, type KeyPaper, type KeySignature, withSignatures } from './key-paper.ts';
export type { ComposedPaper, RenderedPaper } from './key-paper-acts.ts';
export { keyCasePolicy } from './key-policy.ts';
export { keyCaseRecords } from './key-record.ts';
export { keyCaseWork, officeInTurn } from './key-work.ts';
export { digestDay, type Falling, isQuiet, ladderOn, rungMoments } from './ladder.ts';
export { type Grantor, grantorOf, type Limit, limitOf, lineFrom, partOf } from './limits.ts';
export { participationActs } from './participation-acts.ts';
export { justicePolicy } from './policy.ts';
export {
  crimeReport,
  criminalCase,
  justiceRecords,
  limitParts,
  reportDecision,
  reportDutyDone,
} from './record.ts';
export { reportActs } from './report-acts.ts';
export { reportCorrectionActs } from './report-corrections.ts';
export { reportDecisionActs } from './report-decisions.ts';
export { reportDuties } from './report-duties.ts';
export { reportDutyActs } from './report-duty-acts.ts';
export { type BodySeat, bodySeats, seatOfRole } from './seats.ts';
export { heaviest, joined, severityOf } from './severity.ts';
export { type DutyClock, type DutyRows, dutyClocks } from './side-duties.ts';
export { statementActs } from './statement-acts.ts';
export { participation, statementRequest } from './statement-record.ts';
export { answerVector, BadVector, vectorKinds } from './vectors.ts';
export { justiceWork } from './work.ts';
