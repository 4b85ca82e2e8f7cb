/* Agencies, offices and the people who work there: what other modules and the server may use of this one. */
export { agencyActs } from './acts.ts';
export { isBodyOn, kindOfBody, type OfficeOfBody, officeOfBodySql, officeStoodOn } from './bodies.ts';
export { isEmail, normalEmail } from './email.ts';
export { agencyPolicy } from './policy.ts';
export {
  agency,
  agencyRecords,
  competences,
  office,
  officer,
  post,
  unit,
  unitLineage,
} from './record.ts';
export {
  agencyKinds,
  fileRoles,
  placesOfRole,
  type RoleName,
  receivingRoles,
  roleNames,
  sharedWithRoles,
} from './roles.ts';
export { agencyKindOf, officeStands, postHeld } from './standing.ts';
