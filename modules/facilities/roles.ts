/* Who works where help is given, and who besides those who refer reads the directory; apart from the policy, so that the navigation need not carry it. */
export const watchingRoles: readonly string[] = ['secretary', 'auditor'];
export const runningRoles: readonly string[] = [
  'shelter_worker',
  'social_worker',
  'womens_union_officer',
  'commune_officer',
];
