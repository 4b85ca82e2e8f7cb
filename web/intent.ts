/*
 * One intention, one id: pressing twice, or again after a line that broke, must say the same to the server, which then does it once. A form holds its intention
 * while what it says stays the same; as long as nobody heard how an attempt ended it holds it even when the words change, for the first may have been kept.
 */
import { type Id, newId } from '../kernel/id.ts';
import type { Refusal } from './datasource.ts';

export interface Saying {
  readonly input: unknown;
  readonly subject?: { readonly record: string; readonly id: string } | null;
  readonly purpose?: string;
}
export interface Intention {
  readonly id: Id;
  readonly said: string;
  readonly about: string | null;
  /** How the last attempt ended: `done` with its moment in milliseconds; a refusal that was heard; `unheard` while it runs or when the line broke. */
  readonly end: 'unheard' | 'refused' | { readonly doneAt: number };
}

/** After this long the same words are a new wish: somebody else may have changed the row meanwhile. */
const PATIENCE = 10_000;

/** The intention behind what is said now, given the one before it in the same form. `at` in milliseconds. */
export function intentionFor(
  last: Intention | null,
  { input, subject, purpose }: Saying,
  at: number,
): Intention {
  const said = JSON.stringify([input, subject ?? null, purpose ?? null]);
  const about = subject?.id ?? null;
  const goesOn =
    last !== null &&
    last.about === about &&
    (last.end === 'unheard' ||
      (last.said === said && (last.end === 'refused' || at - last.end.doneAt < PATIENCE)));
  return { id: goesOn ? last.id : newId(), said, about, end: 'unheard' };
}

/** Whether the server certainly kept nothing: it answered, and its answer was no. */
export function endOf(error: unknown): Intention['end'] {
  const { status = 0, code } = error as Partial<Refusal>;
  // Refused because the first attempt was kept with other words: it stays kept, whatever is pressed.
  return status >= 400 && status < 500 && code !== 'act.repeated_differently' ? 'refused' : 'unheard';
}
