/* The codes support is spoken of in. Domains follow the services of reintegration in the region (NEXUS, HTCDS services) with her children and her place in the
 * community beside them; grounds for closing follow inter-agency case-management practice (facts/standards.md §6, §7). Their words are in the locales. */

export const needDomains = [
  'safety',
  'health',
  'mind',
  'housing',
  'family',
  'children',
  'livelihood',
  'education',
  'legal',
  'documents',
  'community',
] as const;
export type NeedDomain = (typeof needDomains)[number];

export const needLevels = ['none', 'some', 'urgent', 'not_known'] as const;
export type NeedLevel = (typeof needLevels)[number];

/** Judged by a named worker with reasons; nothing computes it. */
export const riskLevels = ['high', 'medium', 'low'] as const;
export type RiskLevel = (typeof riskLevels)[number];

export const agreements = ['herself', 'guardian', 'herself_and_guardian', 'not_yet'] as const;
export const planEnds = ['reached', 'new_plan', 'she_stopped', 'file_closed', 'other'] as const;
export const goalStates = ['open', 'reached', 'partly', 'set_aside'] as const;
export const actionOutcomes = ['done', 'not_done', 'dropped'] as const;

export const contactWays = [
  'phone_call',
  'message',
  'home_visit',
  'meet_elsewhere',
  'through_person',
] as const;
/** Ways that need a number. */
export const byNumber: ReadonlySet<string> = new Set(['phone_call', 'message']);
export const dayParts = ['morning', 'midday', 'afternoon', 'evening'] as const;

export const herParts = [
  'present',
  'spoke_by_phone',
  'supporter_spoke',
  'words_read',
  'asked_not_to',
  'not_asked',
] as const;

export const closingGrounds = [
  'reintegrated',
  'declined',
  'moved',
  'transferred',
  'of_age',
  'died',
  'not_victim',
  'lost_contact',
  'double',
  'other',
] as const;

/** After these nobody is to be asked after: she died, or it was never about her. */
export const endsContact: ReadonlySet<string> = new Set(['died', 'not_victim', 'double']);

/** What is sent to another office in order to support her ends with the file; a request to verify or an investigation does not. */
export const supportPurposes: readonly string[] = ['services', 'shelter', 'reintegration'];
