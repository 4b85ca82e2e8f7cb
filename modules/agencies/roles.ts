/* The kinds of agencies, and the roles people work in. A post joins an officer, a role and an office for a time; the role decides which sentences of the policy apply, and each role
 * is also a role of the database (`ct_<role>`) with column grants of its own. */

export const agencyKinds = [
  'police',
  'border_guard',
  'social_affairs',
  'health',
  'home_affairs',
  'social_work_centre',
  'shelter',
  'womens_union',
  'procuracy',
  'court',
  'committee',
  'secretariat',
  'inspectorate',
  'information_technology',
  'justice',
  'hospital',
] as const;
export type AgencyKind = (typeof agencyKinds)[number];

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

/**
 * In which agencies a role is worked in: a judge's clerk sits at a court, not at a border station. Who gives a post chooses among these; posts of the past
 * stand as they were.
 */
export const placesOfRole: Readonly<Record<RoleName, readonly AgencyKind[]>> = {
  border_officer: ['border_guard'],
  police_officer: ['police'],
  identifier: ['police', 'border_guard', 'social_affairs'],
  investigator: ['police', 'border_guard'],
  procurator: ['procuracy'],
  judge_clerk: ['court'],
  social_worker: ['social_affairs', 'health', 'home_affairs', 'social_work_centre', 'shelter', 'hospital'],
  shelter_worker: ['shelter', 'social_work_centre'],
  womens_union_officer: ['womens_union'],
  commune_officer: ['committee'],
  secretary: ['secretariat'],
  auditor: ['inspectorate'],
  administrator: ['information_technology'],
};

/** Those who must not work on files beside their own office: they give the rights, look into the ledger, or report on everybody. */
export const separateRoles: readonly RoleName[] = ['administrator', 'auditor', 'secretary'];

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
