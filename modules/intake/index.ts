/* Intake: what other modules and the server may use of this one. */
export { intakeActs } from './acts.ts';
export { findAnswers, findTakenBack } from './answers.ts';
export {
  type Agreed,
  classesOf,
  coveredBy,
  type Doubt,
  dataClasses,
  doubtField,
  doubtsOf,
  everydayClasses,
  type Gap,
  graveDoubts,
  isChild,
  isDataClass,
  isRefusal,
  ownAssent,
  standingOf,
  type TakenBack,
  type Wanted,
} from './cover.ts';
export { findBegun, usedUp } from './drafts.ts';
export { intakePolicy } from './policy.ts';
export {
  arrival,
  child,
  consent,
  consentGivers,
  consentPurposes,
  draft,
  explanations,
  intakeRecords,
  needs,
  routes,
  withdrawal,
} from './record.ts';
export { registerPerson } from './register.ts';
export { intakeWork } from './work.ts';
