/* Which of the two laws a day falls under, and whether a body was competent on that day: what every step on the way to a finding asks first. */
import type { Day } from '../../kernel/day.ts';
import { laws } from './record.ts';

/** The 2024 law replaced the 2011 law on this day. */
export const lawChange = '2025-07-01' as Day;
export const lawOn = (onDay: Day): (typeof laws)[number] => (onDay < lawChange ? laws[0] : laws[1]);

export interface Competence {
  readonly competence: string[] | null;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
}

export const competenceSql = 'select competence, valid_from::text, valid_to::text from office where id = $1';

export const officeOn = (found: Competence | undefined, onDay: Day, needed: string): boolean =>
  !!found?.competence?.includes(needed) &&
  (found.valid_from === null || found.valid_from <= onDay) &&
  (found.valid_to === null || found.valid_to > onDay);
