/* What the acts of a case read before they decide, under the rights of whoever acts, and how a change of a seat reaches every part. */
import type { Change, FactSource, Row } from '../../kernel/act/act.ts';
import { snake } from '../../kernel/record/record.ts';
import { agencyKindOf } from '../agencies/index.ts';
import { keyCaseRecords } from './key-record.ts';
import { caseParts } from './record.ts';
import { seatNames } from './seats.ts';
import type { DutyRows } from './side-duties.ts';

export const seatsOf = (row: Row) => Object.fromEntries(seatNames.map(name => [name, row[name] ?? null]));

export const findCase = (source: FactSource, id: unknown) => source.find('criminalCase', id as string);

/** The kind of agency an office is of. */
export async function kindOfOffice({ query }: FactSource, office: unknown): Promise<string | null> {
  const [found] = await query<{ kind: string }>(`select ${agencyKindOf('$1')} as kind`, [office]);
  return found?.kind ?? null;
}

/** A case with the kind of agency that handles it. */
export async function findCaseOf(source: FactSource, id: unknown): Promise<Row | null> {
  const file = await findCase(source, id);
  return file && { ...file, handlerKind: await kindOfOffice(source, file.handler) };
}

const instantText = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "fromAt"`;

/** What is read of each part: all that the limits of a case follow from. */
const selects = {
  steps:
    'id, step_kind as "stepKind", on_day::text as "onDay", hearing_on::text as "hearingOn", made_at::text as "madeAt", decision_number as "decisionNumber", note, other_case as "otherCase" from case_step',
  accused: 'id, born, state from accused',
  charges: 'id, accused, offence, clause, severity, replaces, from_day::text as "fromDay" from charge',
  measures: `id, accused, measure_kind as "measureKind", ${instantText('from_at')}, ended_on::text as "endedOn", ordered_months as "orderedMonths", ordered_days as "orderedDays" from measure`,
  extensions:
    'id, accused, limit_family as "limitFamily", turn, length_unit as "lengthUnit", length_value as "lengthValue", decided_on::text as "decidedOn", decision_number as "decisionNumber", granted_by as "grantedBy", other_case as "otherCase" from limit_extension',
  duties:
    'id, limit_family as "limitFamily", of_row as "ofRow", done_on::text as "doneOn", decision_number as "decisionNumber", taken_back as "takenBack" from duty_done',
} as const;
type PartName = keyof typeof selects;
const partNames = Object.keys(selects) as PartName[];

type Ask = FactSource['query'];
type PartRow = Record<string, unknown> & { readonly id: string; readonly criminalCase: string };
export type LimitRows = DutyRows;

const partOf = (ask: Ask, part: PartName, ids: readonly unknown[]) =>
  ask<PartRow>(
    `select criminal_case as "criminalCase", ${selects[part]} where criminal_case = any ($1::uuid[])`,
    [ids],
  );

export const stepsOf = ({ query }: FactSource, id: unknown) => partOf(query, 'steps', [id]);
export const chargesOf = ({ query }: FactSource, id: unknown) => partOf(query, 'charges', [id]);

/** The rows of many cases at once, each by the case's id. */
export async function rowsOfCases(ask: Ask, ids: readonly string[]): Promise<(id: string) => LimitRows> {
  const found = await Promise.all(
    partNames.map(
      async part => [part, Map.groupBy(await partOf(ask, part, ids), row => row.criminalCase)] as const,
    ),
  );
  return id =>
    Object.fromEntries(found.map(([part, rows]) => [part, rows.get(id) ?? []])) as Record<
      PartName,
      PartRow[]
    >;
}

export const rowsOf = async ({ query }: FactSource, id: unknown): Promise<LimitRows> =>
  (await rowsOfCases(query, [id as string]))(id as string);

/** Whatever carries the seats of its case: what the case consists of, and what the three bodies agreed about it. */
const seated = [...caseParts, ...keyCaseRecords];

export const partIds = (source: FactSource, id: unknown): Promise<{ record: string; id: string }[]> =>
  source.query(
    seated
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
  Object.fromEntries(seated.map(({ name }) => [name, { update: names }]));
