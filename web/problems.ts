/*
 * Turns a refusal into sentences: `problem.<code>` for the whole, `reason.<code>` for a field. A refusal without a text of its own still says
 * something useful by its status.
 */
import type { FieldIssue } from '../kernel/problem.ts';
import { valuesInWords } from '../kernel/rule/reason.ts';
import { Refusal } from './datasource.ts';
import type { Translate } from './text.ts';

export function problemText(t: Translate, error: unknown): string {
  if (!(error instanceof Refusal)) return t('ui.problem.defect');
  if (error.code === 'passkey.stopped') return t('ui.problem.passkey');
  if (error.status === 0) return t('ui.problem.connection');
  const key = `problem.${error.code}`;
  if (t.has(key)) return t(key, error.details);
  if (error.status === 401) return t('ui.problem.signed_out');
  if (error.status === 403) return t('ui.problem.refused');
  if (error.status === 404) return t('ui.problem.not_found');
  if (error.status === 429) return t('ui.problem.too_many');
  return error.status >= 500 ? t('ui.problem.server') : t('ui.problem.invalid');
}

export function reasonText(t: Translate, issue: FieldIssue): string {
  const key = issue.reason.startsWith('reason.') ? issue.reason : `reason.${issue.reason}`;
  return t.has(key) ? t(key, issue.params && valuesInWords(issue.params, t.lang)) : t('ui.problem.field');
}

/** The sentences per field path, for `error={issues.birth}` on inputs. */
export function issuesByField(t: Translate, error: unknown): Record<string, string> {
  if (!(error instanceof Refusal)) return {};
  return Object.fromEntries(error.fields.map(issue => [issue.field, reasonText(t, issue)]));
}
