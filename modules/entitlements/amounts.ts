/* Amounts and budget sources: what an administrator enters, with the text it was read in. An amount that was in force is never changed: the line ends and another
 * begins on that day; two lines never hold for one regime and unit on one day. */
import { act, type FactSource } from '../../kernel/act/act.ts';
import { type Day, formatDay } from '../../kernel/day.ts';
import { day, longText, text, whole } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { meetsRange } from '../../kernel/rule/parameter.ts';
import type { Rules } from '../../rules/schema.ts';
import { lawsInRules } from './codes.ts';
import { amountLine, budgetSource, mostDong } from './record.ts';

interface Line {
  readonly id: string;
  readonly valid_from: Day;
  readonly valid_to: Day | null;
}

/** The lines of one regime and unit. Two administrators who enter one at the same time come one after the other. */
async function linesOf(
  source: FactSource,
  law: unknown,
  regime: unknown,
  amountUnit: unknown,
): Promise<Line[]> {
  const key = [law, regime, amountUnit];
  await source.query('select pg_advisory_xact_lock(hashtext($1))', [`amount_line ${key.join(' ')}`]);
  return source.query<Line>(
    'select id, valid_from::text, valid_to::text from amount_line where law = $1 and regime = $2 and amount_unit = $3',
    key,
  );
}

export const addAmountLine = act({
  name: 'amountLine.add',
  record: 'amountLine',
  creates: true,
  input: amountLine.fields,
  writes: { amountLine: { insert: true } },
  facts: async (source, { input }) => ({
    lines: await linesOf(source, input.law, input.regime, input.amountUnit),
    support: (source.rules as Rules).support.find(each => each.law === lawsInRules[input.law as string]),
  }),
  decide({ subject, input, actor }, { lines, support }) {
    const [from, to] = [input.validFrom as Day, input.validTo as Day | null];
    if (!support?.regimes.some(one => one.code === input.regime))
      return invalid({ field: 'regime', reason: 'not_in_this_law', params: { law: String(input.law) } });
    if (to !== null && to <= from) return invalid({ field: 'validTo', reason: 'before_start' });
    const met = lines.find(line => meetsRange(line, from, to));
    if (met)
      return invalid({
        field: 'validFrom',
        reason: 'line_overlaps',
        params: { from: formatDay(met.valid_from, actor.lang) },
      });
    return { changes: [{ insert: 'amountLine', id: subject, values: input }] };
  },
});

export const changeAmountLine = act({
  name: 'amountLine.change',
  record: 'amountLine',
  input: {
    amount: whole({ max: mostDong }),
    citation: text({ required: true, max: 300 }),
    note: longText({ max: 1000 }),
    from: day({ required: true }),
  },
  writes: { amountLine: { insert: true, update: ['validTo'] } },
  facts: (source, { row }) => linesOf(source, row?.law, row?.regime, row?.amountUnit),
  decide({ row, subject, input, newId, actor }, lines) {
    if (!row) return new Problem('record.not_found');
    const { from, ...values } = input;
    if (row.validTo) return invalid({ field: 'from', reason: 'line_ended' });
    if (from! <= (row.validFrom as Day)) return invalid({ field: 'from', reason: 'before_start' });
    const met = lines.find(line => line.id !== subject && meetsRange(line, from!, null));
    if (met)
      return invalid({
        field: 'from',
        reason: 'line_overlaps',
        params: { from: formatDay(met.valid_from, actor.lang) },
      });
    const id = newId();
    const { law, regime, amountUnit } = row;
    return {
      changes: [
        { update: 'amountLine', id: subject, set: { validTo: from }, version: row.version },
        {
          insert: 'amountLine',
          id,
          values: { ...values, law, regime, amountUnit, validFrom: from, validTo: null },
        },
      ],
      answer: { line: id },
    };
  },
});

/** Ends a line or a source from a day on; one that has ended stays as it ended. */
const endOf = (of: 'amountLine' | 'budgetSource') =>
  act({
    name: `${of}.end`,
    record: of,
    input: { validTo: day({ required: true }) },
    writes: { [of]: { update: ['validTo'] } },
    decide({ row, subject, input }) {
      if (!row) return new Problem('record.not_found');
      if (row.validTo) return invalid({ field: 'validTo', reason: 'line_ended' });
      if (input.validTo! <= (row.validFrom as Day))
        return invalid({ field: 'validTo', reason: 'before_start' });
      return {
        changes: [{ update: of, id: subject, set: { validTo: input.validTo }, version: row.version }],
      };
    },
  });

export const endAmountLine = endOf('amountLine');
export const endBudgetSource = endOf('budgetSource');

const { validTo: _open, ...sourceInput } = budgetSource.fields;

export const addBudgetSource = act({
  name: 'budgetSource.add',
  record: 'budgetSource',
  creates: true,
  input: sourceInput,
  writes: { budgetSource: { insert: true } },
  decide: ({ subject, input }) => ({
    changes: [{ insert: 'budgetSource', id: subject, values: { ...input, validTo: null } }],
  }),
});

export const amountActs = [
  addAmountLine,
  changeAmountLine,
  endAmountLine,
  addBudgetSource,
  endBudgetSource,
] as const;
