/* Who brings an interpreter to the tablet: where people stay or are helped, and the administrator. Whoever hears about complaints has no part in how the questions
 * sound. Apart from the policy, so that the navigation need not carry it. */
export const speakingRoles: readonly string[] = [
  'shelter_worker',
  'social_worker',
  'womens_union_officer',
  'commune_officer',
  'administrator',
];
