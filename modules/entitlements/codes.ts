/* The words the rules of support use, as code lists of records: a test holds them to `rules/support/`. The records name a law by its number, the rules by the
 * name of their file. */

export const regimeCodes = [
  'essentials',
  'essentials_and_travel',
  'medical',
  'interpreting',
  'legal_information',
  'legal_aid',
  'travel',
  'psychological',
  'schooling',
  'schooling_and_vocational',
  'vocational',
  'hardship_and_loan',
] as const;

export const eligibleKinds = [
  'victim_vn_or_stateless_resident',
  'accompanying_under_18',
  'in_process_in_vn',
  'in_process_abroad',
  'foreign_victim',
] as const;
export type EligibleKind = (typeof eligibleKinds)[number];

/** The number of a law as records have it → its name in the rules. */
export const lawsInRules: Readonly<Record<string, string>> = {
  '66/2011/QH12': 'luat-66-2011',
  '53/2024/QH15': 'luat-53-2024',
};
