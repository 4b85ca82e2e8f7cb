/* Intake: what other modules and the server may use of this one. */
export { intakeActs } from './acts.ts';
export { intakePolicy } from './policy.ts';
export {
  arrival,
  child,
  consent,
  consentPurposes,
  draft,
  explanations,
  intakeRecords,
  needs,
  routes,
} from './record.ts';
export { registerPerson } from './register.ts';
