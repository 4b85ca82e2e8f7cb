/* Who reads the directory, and who works where help is given; apart from the policy, so that the navigation need not carry it. */
import { sharedWithRoles } from '../agencies/roles.ts';

export const directoryRoles: readonly string[] = [...sharedWithRoles, 'secretary', 'auditor'];
export const runningRoles: readonly string[] = [
  'shelter_worker',
  'social_worker',
  'womens_union_officer',
  'commune_officer',
];
