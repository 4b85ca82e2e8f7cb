/* The permission matrix a lawyer can read: for each record, which role sees what and when, what it may open, and which acts it may do. */
import type { Act } from '../act/act.ts';
import type { RecordDeclaration } from '../record/record.ts';
import { fieldsOpenedBy, fieldsSeenBy, groundsToAct, type Sentence } from './policy.ts';

interface MatrixInput {
  readonly roles: readonly string[];
  readonly records: readonly RecordDeclaration[];
  readonly acts: readonly Act[];
  readonly sentences: readonly Sentence[];
}

const whenTo = (sentences: readonly Sentence[], role: string, record: RecordDeclaration): string =>
  [
    ...new Set(
      sentences.flatMap(sentence =>
        sentence.verb === 'see' && sentence.record.name === record.name && sentence.roles.includes(role)
          ? [sentence.when.name]
          : [],
      ),
    ),
  ].join(' or ');

export function permissions({ roles, records, acts, sentences }: MatrixInput): string {
  const lines = [
    '# Who may see and do what',
    '',
    'Made by `npm run generate` from the policy sentences in `modules/*/policy.ts`; do not edit. What is not listed is refused, by the server and by the database. A field that may not be seen can be neither filtered nor sorted by. Beside this, an office that a part of a file was shared with reads exactly the shared fields.',
  ];
  for (const record of records) {
    lines.push(
      '',
      `## ${record.name}`,
      '',
      '| role | sees | when | opens (with a purpose) |',
      '|---|---|---|---|',
    );
    const all = Object.values(record.fields).filter(field => field.tier !== 'sealed').length;
    for (const role of roles) {
      const seen = fieldsSeenBy(sentences, role, record);
      const opened = fieldsOpenedBy(sentences, role, record);
      if (seen.length === 0 && opened.length === 0) continue;
      lines.push(
        `| ${role} | ${seen.length === all ? 'everything not sealed' : seen.join(', ')} | ${whenTo(sentences, role, record)} | ${opened.join(', ')} |`,
      );
    }
    const own = acts.filter(act => act.record === record.name);
    if (own.length === 0) continue;
    lines.push('', '| act | state | roles | when |', '|---|---|---|---|');
    for (const act of own) {
      const by = roles.filter(role => groundsToAct(sentences, role, act.name).length > 0);
      const when = new Set(
        by.flatMap(role => groundsToAct(sentences, role, act.name).map(predicate => predicate.name)),
      );
      lines.push(
        `| ${act.name} | ${act.states?.join(', ') ?? 'any'} | ${by.join(', ')} | ${[...when].join(' or ')} |`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}
