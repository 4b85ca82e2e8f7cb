/* The roles people work in. A post joins an officer, a role and an office for a time; the role decides which sentences of the policy apply, and each role
 * is also a role of the database (`ct_<role>`) with column grants of its own. */

export const roleNames = [
  'border_officer',
  'police_officer',
  'identifier',
  'investigator',
  'procurator',
  'judge_clerk',
  'social_worker',
  'shelter_worker',
  'womens_union_officer',
  'commune_officer',
  'secretary',
  'auditor',
  'administrator',
] as const;
export type RoleName = (typeof roleNames)[number];

/** Those who may meet a person first and open her file. */
export const receivingRoles: readonly RoleName[] = [
  'border_officer',
  'police_officer',
  'commune_officer',
  'social_worker',
];

/** Those who work on files their office holds. */
export const fileRoles: readonly RoleName[] = [...receivingRoles, 'identifier', 'shelter_worker'];

/** Those to whom a part of a file can be sent. */
export const sharedWithRoles: readonly RoleName[] = [...fileRoles, 'womens_union_officer', 'investigator'];
