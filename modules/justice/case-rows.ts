/* What the acts of a case read before they decide, under the rights of whoever acts, and how a change of a seat reaches every part. */
import type { Change, FactSource, Row } from '../../kernel/act/act.ts';
import type { Day } from '../../kernel/day.ts';
import { snake } from '../../kernel/record/record.ts';
import { isInForce } from '../../kernel/rule/parameter.ts';
import type { Rules } from '../../rules/schema.ts';
import type { Severity } from '../../rules/schema-justice.ts';
import type { CaseRows } from './case-clocks.ts';
import { caseParts, seatNames } from './record.ts';

export const seatsOf = (row: Row) => Object.fromEntries(seatNames.map(name => [name, row[name] ?? null]));

export const findCase = (source: FactSource, id: unknown) => source.find('criminalCase', id as string);

/** The class of a clause on a day; null when the law of that day has no such clause. */
export function classOfClause({ offences }: Rules, code: unknown, clause: unknown, on: Day): Severity | null {
  const offence = offences.find(one => one.id === code && isInForce(one, on));
  return offence?.clauses.find(one => one.clause === clause)?.severity ?? null;
}

const rowsBy = (source: FactSource, sql: string, id: unknown) =>
  source.query<Record<string, unknown> & { id: string }>(sql, [id]);

export const stepsOf = (source: FactSource, id: unknown) =>
  rowsBy(
    source,
    'select id, step_kind as "stepKind", on_day::text as "onDay", made_at::text as "madeAt" from case_step where criminal_case = $1',
    id,
  );

export const chargesOf = (source: FactSource, id: unknown) =>
  rowsBy(
    source,
    'select id, accused, severity, replaces, from_day::text as "fromDay" from charge where criminal_case = $1',
    id,
  );

/** All that the limits of a case follow from. */
export const rowsOf = async (source: FactSource, id: unknown): Promise<Omit<CaseRows, 'severity'>> => {
  const rows = (sql: string) => rowsBy(source, sql, id);
  const [steps, accused, charges, measures, extensions] = await Promise.all([
    stepsOf(source, id),
    rows('select id, born, state from accused where criminal_case = $1'),
    chargesOf(source, id),
    rows(
      'select id, accused, measure_kind as "measureKind", to_char(from_at at time zone \'UTC\', \'YYYY-MM-DD"T"HH24:MI:SS"Z"\') as "fromAt", ended_on::text as "endedOn", ordered_months as "orderedMonths", ordered_days as "orderedDays" from measure where criminal_case = $1',
    ),
    rows(
      'select id, accused, limit_family as "limitFamily", turn, length_unit as "lengthUnit", length_value as "lengthValue", decided_on::text as "decidedOn", decision_number as "decisionNumber" from limit_extension where criminal_case = $1',
    ),
  ]);
  return { steps, accused, charges, measures, extensions };
};

export const partIds = (source: FactSource, id: unknown): Promise<{ record: string; id: string }[]> =>
  source.query(
    caseParts
      .map(({ name }) => `select '${name}' as record, id from ${snake(name)} where criminal_case = $1`)
      .join(' union all '),
    [id],
  );

/** Whoever sits in a seat now sees all of the case, and whoever left it none. */
export const reseated = (
  parts: readonly { record: string; id: string }[],
  set: Record<string, unknown>,
): Change[] => parts.map(({ record, id }) => ({ update: record, id, set }));
export const seatWrites = (...names: readonly string[]) =>
  Object.fromEntries(caseParts.map(({ name }) => [name, { update: names }]));
