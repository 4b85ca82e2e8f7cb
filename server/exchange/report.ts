/* The report of an import as a table: one line for each row of the file, in words. It names the file that was opened and, for what was refused, the field and
 * the reason; it never repeats what stood in the row. */
import type { Language } from '../../kernel/fields/kind.ts';
import type { FieldIssue } from '../../kernel/problem.ts';
import { say } from '../locales.ts';
import type { ReportLine } from './jobs.ts';

export function fieldName(field: string, lang: Language): string {
  const [first = field] = field.split('.');
  for (const record of ['person', 'arrival', 'needs', 'identityPaper', 'any']) {
    const label = say(lang, `field.${record}.${first}`);
    if (label) return label;
  }
  return first === 'row' ? (say(lang, 'exchange.field.row') ?? first) : first;
}

export const reasonOf = ({ reason, params }: FieldIssue, lang: Language): string =>
  say(lang, `reason.${reason}`, params ?? {}) ?? say(lang, 'reason.value') ?? reason;

export function reportTable(
  lines: readonly ReportLine[],
  lang: Language,
): { sheet: string; rows: string[][] } {
  const word = (key: string, values: Readonly<Record<string, unknown>> = {}) => say(lang, key, values) ?? key;
  const header = ['line', 'outcome', 'number', 'field', 'reason'].map(name =>
    word(`exchange.report.${name}`),
  );
  const rows = lines.map(line => {
    const fields = line.fields ?? [];
    const reason =
      fields.length > 0
        ? fields.map(issue => reasonOf(issue, lang)).join(' ')
        : line.code
          ? word(`problem.${line.code}`)
          : line.doubles
            ? word('reason.likely_double', { count: line.doubles })
            : '';
    return [
      String(line.line),
      word(`exchange.outcome.${line.outcome}`),
      line.number ?? '',
      fields.map(issue => fieldName(issue.field, lang)).join('; '),
      reason,
    ];
  });
  return { sheet: word('exchange.report.sheet'), rows: [header, ...rows] };
}
