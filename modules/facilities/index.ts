/* Facilities: what other modules and the server may use of this one. */
import { registerActs } from './acts.ts';
import { reviewActs } from './reviews.ts';
import { stayActs } from './stays.ts';

export { entryFields } from './acts.ts';
export { concernsOf, housesOf } from './concerns.ts';
export {
  countDay,
  countDays,
  countFindings,
  type DayCount,
  type Findings,
  freeOf,
  type Standing,
  standingOf,
  standings,
} from './counts.ts';
export { kilometresBetween, pointOf } from './distance.ts';
export { facilityPolicy } from './policy.ts';
export {
  capacityChange,
  facility,
  facilityAddress,
  facilityKinds,
  facilityRecords,
  facilityReview,
  improvement,
  overFullReasons,
  standardAnswers,
  standardsCheck,
  stay,
} from './record.ts';
export { checklistFamily, reviewing } from './reviews.ts';
export { type Asking, isBeside, unfitFor } from './serves.ts';
export { serviceCodes } from './services.ts';
export { facilityWork } from './work.ts';
export const facilityActs = [...registerActs, ...stayActs, ...reviewActs] as const;
