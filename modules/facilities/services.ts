/* What an office or a facility can do for somebody: one list for the directory and for referrals, so that what was asked for can be found. */
export const serviceCodes = [
  'safe_house',
  'medical',
  'psychological',
  'legal_aid',
  'interpreting',
  'travel',
  'schooling',
  'vocational',
  'family',
  'livelihood',
] as const;
