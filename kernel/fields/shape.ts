/* Parsing a set of fields from JSON: every refused field is named with its reason, all at once, and nothing that was not declared gets through.
 * An interview answer without a value arrives as `{"unanswered": "declined"}` and is kept beside the values, never confused with "no". */
import { type FieldIssue, invalid, Problem } from '../problem.ts';
import type { Fields, Unanswered, ValuesOf } from './kind.ts';
import { unansweredStates } from './kind.ts';

export interface Parsed<F extends Fields> {
  readonly values: ValuesOf<F>;
  readonly unanswered: Readonly<Record<string, Unanswered>>;
}

/** @returns the state, when the raw JSON says that a question stands unanswered. */
function unansweredState(raw: unknown): Unanswered | null {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return null;
  const state = (raw as { unanswered?: unknown }).unanswered;
  return unansweredStates.includes(state as Unanswered) ? (state as Unanswered) : null;
}

/** @throws Problem `input.malformed` or `input.invalid`, with every refused field. */
export function parseFields<F extends Fields>(fields: F, raw: unknown): Parsed<F> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) throw new Problem('input.malformed');
  const given = raw as Record<string, unknown>;
  const issues: FieldIssue[] = [];
  const values: Record<string, unknown> = {};
  const unanswered: Record<string, Unanswered> = {};
  for (const name of Object.keys(given))
    if (!Object.hasOwn(fields, name)) issues.push({ field: name.slice(0, 80), reason: 'not_known' });
  for (const [name, field] of Object.entries(fields)) {
    const state = field.asked ? unansweredState(given[name]) : null;
    if (state) {
      values[name] = null;
      unanswered[name] = state;
      continue;
    }
    const parsed = field.kind.parse(given[name], field.options);
    if ('issues' in parsed) {
      for (const issue of parsed.issues)
        issues.push({ ...issue, field: issue.field ? `${name}.${issue.field}` : name });
      continue;
    }
    if (parsed.value === null && field.required) issues.push({ field: name, reason: 'required' });
    values[name] = parsed.value;
  }
  if (issues.length > 0) throw invalid(...issues);
  return { values: values as ValuesOf<F>, unanswered };
}
