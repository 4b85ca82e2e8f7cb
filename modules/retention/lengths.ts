/* How long files are kept: nobody has read a text that says so, and until an administrator enters one with its citation nothing falls due. An entered length is never
 * changed: it ends, and another begins. Only that of files opens reviews; the others are kept for whoever must follow them, and the screen says so. */
import { act, type FactSource, type FoundTerm } from '../../kernel/act/act.ts';
import { type Day, formatDay } from '../../kernel/day.ts';
import { day } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { meetsRange, type Parameter, parameterOn } from '../../kernel/rule/parameter.ts';
import { computeTerm } from '../../kernel/rule/term.ts';
import type { Rules } from '../../rules/schema.ts';
import { retentionLength } from './record.ts';

export interface EnteredLength {
  readonly id: string;
  readonly years: number;
  readonly citation: string;
  readonly valid_from: Day;
  readonly valid_to: Day | null;
}

/** What was entered for one kept thing, as SQL of a reader who may see it ($1: the thing). */
export const enteredLengthsSql =
  'select id, years, citation, valid_from::text, valid_to::text from retention_length where kept_thing = $1 order by valid_from';

/** The lines of the rules with what was entered in the place of those without a length: an administrator who enters one with its text answers for having read it. */
export function withEntered(
  parameters: readonly Parameter[],
  family: string,
  entered: readonly EnteredLength[],
): Parameter[] {
  const [first] = parameters.filter(line => line.family === family);
  const named = parameters.filter(line => line.family === family && line.value !== null);
  if (!first) return [];
  return [
    ...named,
    ...entered
      .filter(line => !named.some(one => meetsRange(one, line.valid_from, line.valid_to)))
      .map(
        (line): Parameter => ({
          ...first,
          id: `${family}.${line.id}`,
          article: line.citation,
          unit: 'month',
          value: line.years * 12,
          valid_from: line.valid_from,
          valid_to: line.valid_to,
          confidence: 'high',
        }),
      ),
  ];
}

/** Until when a file that was closed on a day is kept before it is looked at again; null where no length is known for that day. */
export function keptUntil(rules: Rules, entered: readonly EnteredLength[], closedOn: Day): FoundTerm | null {
  const line = parameterOn(
    withEntered(rules.parameters, 'retention.file', entered),
    'retention.file',
    closedOn,
  );
  if (!line) return null;
  const { due, advisory } = computeTerm(line, closedOn, rules.calendar);
  return { rule: line.id, article: line.article, due: due as Day | null, advisory };
}

async function linesOf(source: FactSource, thing: unknown): Promise<EnteredLength[]> {
  // Two administrators who enter one at the same time come one after the other.
  await source.query('select pg_advisory_xact_lock(hashtext($1))', [`retention_length ${thing}`]);
  return source.query<EnteredLength>(enteredLengthsSql, [thing]);
}

export const addRetentionLength = act({
  name: 'retentionLength.add',
  record: 'retentionLength',
  creates: true,
  input: retentionLength.fields,
  writes: { retentionLength: { insert: true } },
  facts: (source, { input }) => linesOf(source, input.keptThing),
  decide({ subject, input, actor }, lines) {
    const [from, to] = [input.validFrom as Day, input.validTo as Day | null];
    if (to !== null && to <= from) return invalid({ field: 'validTo', reason: 'before_start' });
    const met = lines.find(line => line.valid_from !== line.valid_to && meetsRange(line, from, to));
    if (met)
      return invalid({
        field: 'validFrom',
        reason: 'line_overlaps',
        params: { from: formatDay(met.valid_from, actor.lang) },
      });
    return { changes: [{ insert: 'retentionLength', id: subject, values: input }] };
  },
});

/** Ends a length from a day on. Ended on its first day it never held: that is how a mistake is taken back. */
export const endRetentionLength = act({
  name: 'retentionLength.end',
  record: 'retentionLength',
  input: { validTo: day({ required: true }) },
  writes: { retentionLength: { update: ['validTo'] } },
  decide({ row, subject, input }) {
    if (!row) return new Problem('record.not_found');
    if (row.validTo) return invalid({ field: 'validTo', reason: 'line_ended' });
    if (input.validTo! < (row.validFrom as Day)) return invalid({ field: 'validTo', reason: 'before_start' });
    return {
      changes: [
        { update: 'retentionLength', id: subject, set: { validTo: input.validTo }, version: row.version },
      ],
    };
  },
});

export const lengthActs = [addRetentionLength, endRetentionLength] as const;
