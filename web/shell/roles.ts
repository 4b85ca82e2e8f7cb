/* What the shell itself decides by the role: only what it offers. What somebody may see is decided by the server. */
import { sharedWithRoles } from '../../modules/agencies/roles.ts';

/** Whether searching can find anything: the other roles see no person and no file. */
export const maySearch = (role: string): boolean => (sharedWithRoles as readonly string[]).includes(role);
export const searchingRoles: readonly string[] = sharedWithRoles;

/** Whether the first screen says what the role is for; the others have files to work on. */
export const hasHome = (role: string): boolean =>
  ['secretary', 'auditor', 'administrator', 'judge_clerk', 'procurator'].includes(role);
