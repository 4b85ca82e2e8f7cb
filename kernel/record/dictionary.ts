/* The data dictionary: every record and field with its kind, tier and rules, as a page a lawyer or an archivist can read. */
import type { RecordDeclaration } from './record.ts';

export function dictionary(records: readonly RecordDeclaration[]): string {
  const lines = [
    '# Data dictionary',
    '',
    'Made by `npm run generate` from the declarations in `modules/`; do not edit. Tier: *open* (everybody signed in), *restricted* (need to know), *sealed* (encrypted at rest; opening one is an act with a purpose). *Asked*: an interview answer, which may stand unanswered as unknown, declined or not asked.',
  ];
  for (const record of records) {
    const traits = [
      record.isFile ? "a person's file" : record.partOf ? "part of a person's file" : 'common',
      record.appendOnly ? 'only added to' : '',
      record.numbered ? `numbered ${record.numbered}-year-…` : '',
      `retention: ${record.retention.years === null ? '' : `${record.retention.years} years, `}${record.retention.basis}`,
    ].filter(Boolean);
    lines.push('', `## ${record.name}`, '', `${traits.join(' · ')}`, '');
    lines.push('| field | kind | tier | required | asked | values or limits |', '|---|---|---|---|---|---|');
    for (const [name, field] of Object.entries(record.fields)) {
      const { codes, max, min, to, format } = field.options;
      const limits = [
        codes && codes.length > 0
          ? codes.length > 20
            ? `${codes.length} codes (${field.options.labels})`
            : codes.join(', ')
          : '',
        to ? `→ ${to}` : '',
        format ? `exact search by ${format}` : '',
        min === undefined ? '' : `from ${min}`,
        max === undefined ? '' : `to ${max}`,
      ].filter(Boolean);
      lines.push(
        `| ${name} | ${field.kind.name} | ${field.tier} | ${field.required ? 'yes' : ''} | ${field.asked ? 'yes' : ''} | ${limits.join('; ')} |`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}
