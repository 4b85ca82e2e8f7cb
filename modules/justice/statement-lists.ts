/* The code lists of what stands between a case and a file. */

export const participantRoles = ['victim', 'witness'] as const;
export const participationStates = ['asked', 'accepted', 'declined', 'ended'] as const;
/** How far a case has come, as far as a victim may know. */
export const caseStages = [
  'report',
  'not_prosecuted',
  'investigation',
  'suspended',
  'procuracy',
  'court',
  'judged',
  'in_force',
  'ended',
] as const;

export const statementAsked = ['account_kept', 'hearing'] as const;
/** By which article a statement is asked for: gathering evidence, hearing a victim, hearing a witness, hearing somebody under 18. */
export const statementGrounds = [
  'bltths2015.88',
  'bltths2015.188',
  'bltths2015.186',
  'bltths2015.421',
] as const;
export const statementStates = ['asked', 'not_yet', 'given', 'refused'] as const;
export const givenGrounds = ['consent', 'criminal_procedure'] as const;
