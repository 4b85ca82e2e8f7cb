/* Entitlements: what other modules and the server may use of this one. */
export { entitlementActs } from './acts.ts';
export { applicationFields, lying } from './applications.ts';
export { applicationClocks, applicationTerm } from './clocks.ts';
export { eligibleKinds, lawsInRules, regimeCodes } from './codes.ts';
export {
  type EntitlementFacts,
  type Entitlements,
  entitlementsOf,
  type LawRules,
  type Reading,
  type RegimeEntitlement,
} from './entitled.ts';
export { entitlementsOnFile, factsOfChild, factsOfFile, standing } from './facts.ts';
export { entitlementPolicy } from './policy.ts';
export {
  amountLine,
  amountUnits,
  budgetKinds,
  budgetSource,
  entitlementRecords,
  hardshipKinds,
  hardshipPaper,
  payment,
  signers,
  supportApplication,
  supportDecision,
} from './record.ts';
export { summingRoles, supportingRoles } from './roles.ts';
export { entitlementWork } from './work.ts';
