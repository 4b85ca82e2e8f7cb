/* Support: what other modules and the server may use of this one. */
export { supportActs } from './acts.ts';
export {
  byNumber,
  closingGrounds,
  contactWays,
  dayParts,
  type NeedDomain,
  type NeedLevel,
  needDomains,
  needLevels,
  type RiskLevel,
  riskLevels,
  supportPurposes,
} from './lists.ts';
export { supportPolicy } from './policy.ts';
export {
  assessment,
  caseConference,
  conferenceAttendee,
  fileDecision,
  followUp,
  note,
  planAction,
  planGoal,
  safeContact,
  supportPlan,
  supportRecords,
} from './record.ts';
export { supportWork } from './work.ts';
