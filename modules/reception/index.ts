/* Reception: what other modules and the server may use of this one. */
export { receptionActs } from './acts.ts';
export { childOn, type InterestRow, interestsOf, isOpen, reviewDay, type StepState } from './child.ts';
export { type ListLine, mostLines, readBirth, readGroupList } from './list-reading.ts';
export { receptionPolicy } from './policy.ts';
export {
  asideStates,
  bestInterests,
  conflictQuestions,
  foreignStep,
  foreignSteps,
  foundStates,
  groupArrival,
  groupLine,
  type InterestStep,
  interestSteps,
  interpreterEngagement,
  outcomesOf,
  receptionRecords,
  rescueOperation,
  safetyPlan,
} from './record.ts';
export { type Tally, tallyOf } from './tally.ts';
export { receptionWork } from './work.ts';
