/* Words for fields and states as these screens need them: a column may feed a field of several records, and a refusal names an HTCDS field by its own name. */

import type { FieldIssue } from '../../../kernel/problem.ts';
import { reasonText } from '../../../web/problems.ts';
import type { Translate } from '../../../web/text.ts';
import type { Tone } from '../../../web/ui/marks.tsx';
import type { Job, RowOutcome } from './asked.ts';

export function targetWord(t: Translate, name: string): string {
  const [first = name] = name.split('.');
  if (first === 'row') return t('exchange.field.row');
  if (t.has(`exchange.target.${first}`)) return t(`exchange.target.${first}`);
  const key = ['person', 'arrival', 'needs', 'identityPaper', 'any']
    .map(record => `field.${record}.${first}`)
    .find(candidate => t.has(candidate));
  return key ? t(key) : first;
}

export const stateTone: Readonly<Record<Job['state'], Tone>> = {
  draft: 'neutral',
  running: 'active',
  waiting: 'warn',
  done: 'good',
  stopped: 'warn',
  discarded: 'neutral',
};
export const outcomeTone: Readonly<Record<RowOutcome, Tone>> = {
  in: 'good',
  double: 'warn',
  already: 'neutral',
  refused: 'bad',
};

export const whyWords = (t: Translate, fields: readonly FieldIssue[]): string =>
  fields.map(issue => `${targetWord(t, issue.field)}: ${reasonText(t, issue)}`).join(' ');
