/* What a file is and what its rows would become: an HTCDS file by its own reader, any other table by a mapping of columns. Pure and synchronous, so that it
 * runs in a worker (see read-worker.ts); nothing here knows who asks. */
import type { FieldIssue } from '../../kernel/problem.ts';
import {
  applyMapping,
  type ColumnMapping,
  findHeaderRow,
  type HtcdsAnswers,
  type HtcdsIssue,
  type HtcdsReading,
  type HtcdsRow,
  isImportable,
  type MappedRow,
  paperKindOf,
  type Refused,
  readHtcds,
  refuse,
  rowFingerprint,
  saysAnything,
  suggestMapping,
  type Table,
  type TableWarning,
  writeRow,
} from '../../modules/exchange/index.ts';
import { type DayOrder, orderOfDays, readTarget, tableTargets, targetNames } from './targets.ts';

/** How a file is to be read: what was recognised or chosen, and what was answered. Absent parts are suggested anew. */
export interface ImportPlan {
  readonly profile: 'htcds' | 'table';
  readonly sheet?: string;
  readonly headerRow?: number;
  /** Column index → target; null leaves the column aside. */
  readonly columns?: Readonly<Record<string, string | null>>;
  readonly answers?: HtcdsAnswers;
  /** For rows that do not say how she came: one way and day for the whole file. */
  readonly arrival?: { readonly route: string; readonly day: string } | null;
}

export interface UnderstoodColumn {
  readonly column: number;
  readonly letters: string;
  readonly header: string;
  readonly target: string | null;
  readonly certainty: string;
  readonly examples: readonly string[];
}

export interface Question {
  readonly id: 'disputed_columns' | 'day_order' | 'arrival';
  readonly options: readonly string[];
  readonly suggested: string | null;
  readonly answer: string | null;
  readonly columns: readonly {
    readonly column: number;
    readonly letters: string;
    readonly named: string;
    readonly labelled: string;
    readonly examples: readonly string[];
  }[];
  readonly fields: readonly string[];
}

export interface Understanding {
  readonly profile: 'htcds' | 'table';
  readonly recognised: string | null;
  /** Whether the file could also be read as HTCDS. */
  readonly couldBeHtcds: boolean;
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly headerRow: number;
  readonly rows: number;
  readonly columns: readonly UnderstoodColumn[];
  readonly targets: readonly string[];
  readonly questions: readonly Question[];
  readonly issues: readonly HtcdsIssue[];
  readonly warnings: readonly TableWarning[];
}

/** One row ready for the act `person.import`, or why it cannot be. `fingerprint` holds the row's content: it is hashed under a key and never kept. */
export interface PlannedRow {
  readonly line: number;
  readonly fingerprint: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly issues: readonly FieldIssue[];
  readonly notes: readonly { readonly field: string; readonly code: string }[];
}

const most = 60;
const clip = (text: string): string => (text.length > most ? `${text.slice(0, most)}…` : text);

function examplesOf(rows: readonly (readonly string[])[], column: number): string[] {
  const found: string[] = [];
  for (const row of rows) {
    const cell = (row[column] ?? '').trim();
    if (cell !== '' && !found.includes(clip(cell))) found.push(clip(cell));
    if (found.length === 3) break;
  }
  return found;
}

export interface Read {
  readonly understanding: Understanding;
  readonly rows: readonly PlannedRow[];
}

/** Whether the columns are those of HTCDS: told by the first lines, whatever the length of the file. */
function refusedAsHtcds(table: Table): string | null {
  const head = { ...table, sheets: table.sheets.map(sheet => ({ ...sheet, rows: sheet.rows.slice(0, 12) })) };
  return readHtcds(head).refused?.code ?? null;
}

/** The plan a fresh file is read by: HTCDS if it is that, else a table. */
export function firstPlan(table: Table): ImportPlan {
  return { profile: refusedAsHtcds(table) === 'not_htcds' ? 'table' : 'htcds' };
}

export function readBy(table: Table, plan: ImportPlan): Read | Refused {
  return plan.profile === 'htcds' ? readAsHtcds(table, plan) : readAsTable(table, plan);
}

function arrivalQuestion(plan: ImportPlan, open: boolean): Question[] {
  if (!open) return [];
  return [
    {
      id: 'arrival',
      options: [],
      suggested: null,
      answer: plan.arrival === undefined ? null : plan.arrival ? plan.arrival.route : 'none',
      columns: [],
      fields: [],
    },
  ];
}

const defaultArrival = (plan: ImportPlan): Record<string, string> =>
  plan.arrival ? { route: plan.arrival.route, arrivedAt: `${plan.arrival.day}T00:00:00+07:00` } : {};

function readAsHtcds(table: Table, plan: ImportPlan): Read | Refused {
  const reading = readHtcds(table, plan.answers ?? {});
  if (reading.refused) return reading;
  const sheet = table.sheets.find(one => one.name === reading.sheet) ?? table.sheets[0]!;
  const firstData = (reading.rows[0]?.line ?? 1) - 1;
  const noArrival = reading.rows.some(row => !row.values.cas_IncomingReferralDate);
  return {
    understanding: {
      profile: 'htcds',
      recognised: reading.recognised,
      couldBeHtcds: true,
      sheets: table.sheets.map(one => one.name),
      sheet: reading.sheet,
      headerRow: Math.max(0, firstData - 1),
      rows: reading.rows.length,
      columns: reading.columns
        .filter(column => column.use !== 'ignored')
        .map(column => ({
          column: column.column,
          letters: column.letters,
          header: clip(column.header),
          target: column.use === 'field' || column.use === 'choice' ? column.field : null,
          certainty: column.use === 'disputed' ? 'disputed' : column.by,
          examples: examplesOf(sheet.rows.slice(firstData), column.column),
        })),
      targets: [],
      questions: [
        ...reading.questions.map(question => asQuestion(question, sheet.rows.slice(firstData), plan)),
        ...arrivalQuestion(plan, noArrival),
      ],
      issues: reading.issues.slice(0, 500),
      warnings: table.warnings,
    },
    rows: reading.rows.map(row => plannedHtcds(reading, row, plan)),
  };
}

function asQuestion(
  question: HtcdsReading['questions'][number],
  rows: readonly (readonly string[])[],
  plan: ImportPlan,
): Question {
  const answered =
    question.answeredBy === null
      ? null
      : question.id === 'day_order'
        ? (plan.answers?.dayOrder ?? question.suggested)
        : plan.answers?.disputedColumns;
  return {
    id: question.id,
    options: question.options,
    suggested: question.suggested,
    answer: answered === null ? null : typeof answered === 'string' ? answered : question.suggested,
    columns:
      question.id === 'disputed_columns'
        ? question.columns.map(column => ({ ...column, examples: examplesOf(rows, column.column) }))
        : [],
    fields: question.id === 'day_order' ? question.columns : [],
  };
}

/** Cells only in columns that no field holds: that is nobody, whatever is chosen for how she came. */
const emptyRow: FieldIssue = { field: 'row', reason: 'import_row_empty' };

function plannedHtcds(reading: HtcdsReading, row: HtcdsRow, plan: ImportPlan): PlannedRow {
  const own = reading.issues.filter(issue => issue.row === row.line && issue.severity !== 'info');
  const unread = Object.keys(row.unread);
  const issues: FieldIssue[] = unread.map(field => ({
    field,
    reason: `import_${own.find(issue => issue.column === field && issue.severity === 'error')?.code ?? 'value_unknown'}`,
  }));
  if (issues.length === 0 && !isImportable(reading, row))
    issues.push({ field: 'row', reason: 'import_question_open' });
  if (unread.length === 0 && !saysAnything(row)) issues.push(emptyRow);
  const says = row.values.cas_IncomingReferralDate;
  return {
    line: row.line,
    fingerprint: rowFingerprint(row),
    input: { row: JSON.stringify(writeRow(row)), ...(says ? {} : defaultArrival(plan)) },
    issues,
    notes: own
      .filter(issue => issue.severity === 'warning')
      .map(issue => ({ field: issue.column ?? 'row', code: issue.code })),
  };
}

function mappingOf(
  table: Table,
  plan: ImportPlan,
): { sheet: Table['sheets'][number]; mapping: ColumnMapping } {
  const sheet =
    table.sheets.find(one => one.name === plan.sheet) ??
    [...table.sheets].sort((a, b) => b.rows.length - a.rows.length)[0]!;
  const headerRow =
    plan.headerRow !== undefined && plan.headerRow < sheet.rows.length
      ? plan.headerRow
      : findHeaderRow(sheet.rows, tableTargets);
  const mapping = suggestMapping(sheet.rows[headerRow] ?? [], tableTargets, headerRow);
  const chosen = plan.columns;
  if (chosen)
    for (const column of mapping.columns) {
      const target = chosen[String(column.column)];
      if (target === undefined) continue;
      Object.assign(column, { target, certainty: target === column.target ? column.certainty : 'chosen' });
    }
  return { sheet, mapping };
}

const dayKinds = new Set(['born', 'arrivedAt', 'leftHome', 'issuedOn']);

function readAsTable(table: Table, plan: ImportPlan): Read | Refused {
  const { sheet, mapping } = mappingOf(table, plan);
  const mapped = applyMapping(sheet.rows, mapping);
  if (mapped.length === 0) return refuse('file_empty');
  const dayFields = mapping.columns.flatMap(({ target }) => (target && dayKinds.has(target) ? [target] : []));
  const found = orderOfDays(
    (function* () {
      for (const row of mapped) for (const name of dayFields) yield row.values[name] ?? '';
    })(),
  );
  const order: DayOrder | null = plan.answers?.dayOrder ?? found.order;
  const asksOrder = found.unsure && found.order === null;
  const below = sheet.rows.slice(mapping.headerRow + 1);
  const fed = new Set(mapping.columns.map(column => column.target));
  const questions: Question[] = [
    ...(asksOrder
      ? [
          {
            id: 'day_order' as const,
            options: ['day-first', 'month-first'],
            suggested: 'day-first',
            answer: plan.answers?.dayOrder ?? null,
            columns: [],
            fields: dayFields,
          },
        ]
      : []),
    ...arrivalQuestion(plan, !(fed.has('route') && fed.has('arrivedAt'))),
  ];
  return {
    understanding: {
      profile: 'table',
      recognised: null,
      couldBeHtcds: refusedAsHtcds(table) === null,
      sheets: table.sheets.map(one => one.name),
      sheet: sheet.name,
      headerRow: mapping.headerRow,
      rows: mapped.length,
      columns: mapping.columns.map(column => ({
        column: column.column,
        letters: letters(column.column),
        header: clip(column.header),
        target: column.target,
        certainty: column.certainty,
        examples: examplesOf(below, column.column),
      })),
      targets: targetNames,
      questions,
      issues: [],
      warnings: table.warnings,
    },
    rows: mapped.map(row =>
      plannedTable(row, plan, asksOrder && !order ? null : (order ?? 'day-first'), fed),
    ),
  };
}

function letters(index: number): string {
  let text = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}

function plannedTable(
  row: MappedRow,
  plan: ImportPlan,
  order: DayOrder | null,
  fed: ReadonlySet<string | null>,
): PlannedRow {
  const issues: FieldIssue[] = [];
  const input: Record<string, unknown> = {};
  if (order === null) issues.push({ field: 'row', reason: 'import_question_open' });
  if (Object.keys(row.values).length === 0) issues.push(emptyRow);
  for (const [name, cell] of Object.entries(row.values)) {
    const read = readTarget(name, cell, order ?? 'day-first');
    if ('issue' in read) issues.push({ field: name, ...read.issue });
    else input[name] = read.value;
  }
  if (input.paperNumber && !input.paperKind) input.paperKind = paperKindOf(String(input.paperNumber));
  if (!fed.has('route') || !fed.has('arrivedAt')) {
    const given = defaultArrival(plan);
    for (const [name, value] of Object.entries(given)) input[name] ??= value;
    // Half of an arrival in the file and no answer for the other half: nothing is made up, the file opens without one.
    if (plan.arrival === null && (!input.route || !input.arrivedAt)) {
      delete input.route;
      delete input.arrivedAt;
    }
  }
  if (Object.keys(row.rest).length > 0)
    input.row = JSON.stringify({
      values: {},
      extensions: Object.fromEntries(
        Object.entries(row.rest).map(([header, cell]) => [
          /^x_/i.test(header) ? header : `x_${header}`.slice(0, 300),
          cell,
        ]),
      ),
    });
  return {
    line: row.line,
    fingerprint: JSON.stringify(['table', sorted(row.values), sorted(row.rest)]),
    input,
    issues,
    notes: [],
  };
}

const sorted = (record: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
