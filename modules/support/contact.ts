/* Reaching her only as she allowed: the newest rules of hers, and what breaks them. Asked before a contact is entered and shown before one is made; a breach is a
 * refusal with its reason, never a warning that can be clicked away. */
import type { FactSource } from '../../kernel/act/act.ts';
import { byNumber } from './lists.ts';

/** What she allowed, as an act reads it; a number itself never leaves the seal, only that there is one. */
export interface ContactRules {
  readonly contact_after: string | null;
  readonly ways: readonly string[] | null;
  readonly times: readonly string[] | null;
  readonly has_number: boolean;
}

export interface Contact {
  readonly way: string | null;
  readonly dayPart: string | null;
  readonly numberUsed: string | null;
}

const columns =
  'contact_after, ways, times, (call_number_sealed is not null or never_call_sealed is not null) as has_number';

/** Her newest rules, from the file we hold or from what was shared of it; null when there are none, or none that we may see. */
export async function findContactRules(source: FactSource, person: string): Promise<ContactRules | null> {
  for (const table of ['safe_contact', 'shared.safe_contact']) {
    const [rules] = await source.query<ContactRules>(
      `select ${columns} from ${table} where person = $1 order by made_at desc, id desc limit 1`,
      [person],
    );
    if (rules) return rules;
  }
  return null;
}

/**
 * Why a contact is not allowed, as the code the sentence is chosen by; null when nothing speaks against it. What she left open forbids nothing, but that a closed
 * file is left in peace unless she said otherwise.
 */
export function breachOf(rules: ContactRules | null, contact: Contact, isClosed: boolean): string | null {
  if (isClosed && rules?.contact_after !== 'yes') return 'closed';
  if (!rules) return null;
  const { way, dayPart, numberUsed } = contact;
  if (way && rules.ways?.length && !rules.ways.includes(way)) return 'way';
  if (dayPart && rules.times?.length && !rules.times.includes(dayPart)) return 'time';
  if (way && byNumber.has(way) && rules.has_number && numberUsed !== 'agreed') return 'number';
  return null;
}
