/* A spreadsheet into HTCDS rows, whichever of the standard's own contradictory files it was made from. What is certain is read, what was assumed is said,
 * and what two readings could both be is asked: the address columns of the Excel templates are named one way and labelled another, so they stay
 * unread until the cells themselves or the caller decide. Rows are never dropped: a row with errors is returned with them. */
import { type Refused, refuse } from '../refusal.ts';
import type { Table } from '../table/table.ts';
import { tidy } from '../text.ts';
import {
  findLayout,
  type HtcdsColumn,
  isSurveyDefinition,
  judgeByContent,
  type Layout,
  type Recognised,
} from './columns.ts';
import { consentColumns, getHtcdsField, type HtcdsName, olderConsentNames } from './profile.ts';
import type { HtcdsRow } from './row.ts';
import {
  type CellReading,
  type DayOrder,
  noteCodes,
  type ReadingHabits,
  readCell,
  type Severity,
  slashedDay,
} from './values.ts';

/** What may be said about a file, its columns and its cells. */
export const issueCodes = [
  ...noteCodes,
  'column_unknown',
  'column_repeated',
  'column_by_label',
  'names_row_missing',
  'address_columns_by_content',
  'address_columns_open',
  'field_deprecated',
  'version_older',
] as const;
export type IssueCode = (typeof issueCodes)[number];

/**
 * `row` is the spreadsheet line, null for the whole file; `column` a system name or header. Issues of severity `info` are given once per column and
 * code, with the first line and `params.count`. `exchange.issue.<code>` in locales/. Params never hold a cell's content.
 */
export type HtcdsIssue = {
  row: number | null;
  column: string | null;
  code: IssueCode;
  params: Record<string, string | number>;
  severity: Severity;
};

export type DisputedColumn = { column: number; letters: string; named: HtcdsName; labelled: HtcdsName };
/** A question is open while `answeredBy` is null. `suggested` is what to offer first. */
export type HtcdsQuestion =
  | {
      id: 'disputed_columns';
      columns: DisputedColumn[];
      options: ['labels', 'names'];
      suggested: 'labels' | 'names';
      answeredBy: 'content' | 'caller' | null;
    }
  | {
      id: 'day_order';
      columns: HtcdsName[];
      options: ['day-first', 'month-first'];
      suggested: 'day-first';
      answeredBy: 'caller' | null;
    };

/** A person's answers. Disputed columns may also be assigned one by one, by column index; null leaves a column aside. */
export type HtcdsAnswers = {
  disputedColumns?: 'labels' | 'names' | Record<number, HtcdsName | null>;
  dayOrder?: 'day-first' | 'month-first';
};

export type HtcdsReading = {
  refused?: undefined;
  recognised: Recognised;
  sheet: string;
  columns: HtcdsColumn[];
  rows: HtcdsRow[];
  issues: HtcdsIssue[];
  questions: HtcdsQuestion[];
};

/** Reads the sheet of a table that looks most like HTCDS. Refuses a table without HTCDS names (use `suggestMapping`) and the survey form itself. */
export function readHtcds(table: Table, answers: HtcdsAnswers = {}): HtcdsReading | Refused {
  if (isSurveyDefinition(table.sheets)) return refuse('htcds_survey_definition');
  const layout = findLayout(table.sheets);
  if (!layout) return refuse('not_htcds');
  const issues = newIssueList();
  const questions: HtcdsQuestion[] = [];
  reportColumns(layout, issues);
  settleDisputes(layout, answers, issues, questions);
  const habits: ReadingHabits = {
    dayOrder: settleDayOrder(layout, answers, questions),
    multiple: layout.recognised === 'xlsform' ? 'space' : 'semicolon',
  };
  const rows: HtcdsRow[] = [];
  for (const [index, cells] of layout.sheet.rows.entries()) {
    if (index < layout.dataRow) continue;
    const row = readRow(layout, cells, index + 1, habits, issues);
    if (row) rows.push(row);
  }
  return {
    recognised: layout.recognised,
    sheet: layout.sheet.name,
    columns: layout.columns,
    rows,
    issues: issues.all(),
    questions,
  };
}

/** A row may be imported when nothing in it was unreadable and no question about its columns is open. */
export function isImportable(reading: HtcdsReading, row: HtcdsRow): boolean {
  const asked = reading.questions.some(question => question.answeredBy === null);
  return !asked && Object.keys(row.unread).length === 0;
}

function readRow(
  layout: Layout,
  cells: readonly string[],
  line: number,
  habits: ReadingHabits,
  issues: IssueList,
): HtcdsRow | null {
  const row: HtcdsRow = { line, values: {}, extensions: {}, unread: {} };
  let filled = false;
  for (const column of layout.columns) {
    const cell = tidy(cells[column.column] ?? '');
    if (column.use === 'ignored') continue;
    filled ||= cell !== '';
    if (column.use === 'field')
      takeReading(row, column.field!, cell, readCell(column.field!, cell, habits), issues);
    else if (cell === '') continue;
    else if (column.use === 'disputed') row.unread[`column ${column.letters}`] = cell;
    else if (column.use === 'choice') takeChoice(row, column, cell, habits, issues);
    else row.extensions[column.key] = isConsent(column.key) ? consentAnswer(cell, habits) : cell;
  }
  return filled ? row : null;
}

function takeReading(
  row: HtcdsRow,
  field: HtcdsName,
  cell: string,
  reading: CellReading,
  issues: IssueList,
): void {
  row.values[field] = reading.value;
  if (reading.extension) addExtension(row, `x_${field}`, reading.extension);
  if (reading.unread) row.unread[field] = cell;
  for (const { code, params, severity } of reading.notes) issues.add(row.line, field, code, severity, params);
}

function takeChoice(
  row: HtcdsRow,
  column: HtcdsColumn,
  cell: string,
  habits: ReadingHabits,
  issues: IssueList,
): void {
  if (readCell('con_Consent', cell, habits).value !== true) return;
  const field = column.field!;
  const before = row.values[field] ?? [];
  const codes = [...(Array.isArray(before) ? before : [before]), column.code].join(';');
  takeReading(row, field, codes, readCell(field, codes, habits), issues);
}

/** `x_` columns may come from the file as well as from a cell; both count once. */
function addExtension(row: HtcdsRow, key: string, text: string): void {
  const parts = [row.extensions[key], text]
    .filter(part => part !== undefined)
    .flatMap(part => part.split(';'));
  row.extensions[key] = [...new Set(parts)].join(';');
}

const consentKeys: readonly string[] = [
  ...Object.values(consentColumns),
  ...Object.values(olderConsentNames),
];

function isConsent(key: string): boolean {
  return consentKeys.includes(key);
}

/** Version 1.0 ticks its consent questions; ours holds `yes`, `no`, `declined`, `unknown`, `not_asked`. */
function consentAnswer(cell: string, habits: ReadingHabits): string {
  const { value } = readCell('con_Consent', cell, habits);
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : cell;
}

function reportColumns({ columns, recognised }: Layout, issues: IssueList): void {
  if (recognised === 'template' && columns.every(({ by }) => by !== 'name'))
    issues.add(null, null, 'names_row_missing', 'warning');
  for (const { use, by, header, field, letters, key } of columns) {
    const isOurs = key.startsWith('x_') && header.startsWith('x_');
    if (use === 'extension' && by === 'none' && header !== '' && !isOurs)
      issues.add(null, header, 'column_unknown', 'warning', { letters });
    if (use === 'extension' && by === 'alias')
      issues.add(null, header, 'version_older', 'warning', { letters });
    if (use === 'repeated') issues.add(null, field, 'column_repeated', 'warning', { letters });
    if (use === 'field' && by === 'label') issues.add(null, field, 'column_by_label', 'info', { letters });
    if (use === 'field' && getHtcdsField(field!).deprecated)
      issues.add(null, field, 'field_deprecated', 'info');
    if (use === 'field' && /nationality/i.test(header))
      issues.add(null, field, 'version_older', 'info', { letters });
  }
}

function settleDisputes(
  layout: Layout,
  answers: HtcdsAnswers,
  issues: IssueList,
  questions: HtcdsQuestion[],
): void {
  const disputed = layout.columns.filter(({ use }) => use === 'disputed');
  const used = disputed.some(({ column }) =>
    layout.sheet.rows.slice(layout.dataRow).some(row => tidy(row[column] ?? '') !== ''),
  );
  if (!used) {
    // Nobody filled them in: the question would be about nothing.
    for (const column of disputed) column.use = 'field';
    return;
  }
  const content = answers.disputedColumns === undefined ? judgeByContent(layout) : null;
  const answer = answers.disputedColumns ?? content;
  questions.push({
    id: 'disputed_columns',
    columns: disputed.map(({ column, letters, field, labelled }) => ({
      column,
      letters,
      named: field!,
      labelled: labelled!,
    })),
    options: ['labels', 'names'],
    // Row 1 is hidden: whoever typed into the template saw the labels.
    suggested: content ?? 'labels',
    answeredBy: content ? 'content' : answer ? 'caller' : null,
  });
  if (!answer) {
    issues.add(null, null, 'address_columns_open', 'error', { count: disputed.length });
    return;
  }
  if (content) issues.add(null, null, 'address_columns_by_content', 'warning', { reading: content });
  for (const column of disputed) {
    const field =
      typeof answer === 'object'
        ? (answer[column.column] ?? null)
        : answer === 'labels'
          ? column.labelled
          : column.field;
    column.field = field;
    column.use = field ? 'field' : 'extension';
    column.key = field ?? `x_column_${column.letters}`;
  }
}

/** Days like `03/07/1998`: one file writes them one way, so a single `25/…` or `…/25/…` settles all of them. */
function settleDayOrder(layout: Layout, answers: HtcdsAnswers, questions: HtcdsQuestion[]): DayOrder {
  const columns = layout.columns.filter(
    ({ use, field }) => use === 'field' && getHtcdsField(field!).type === 'day',
  );
  const unsure = new Set<HtcdsName>();
  let [dayFirst, monthFirst] = [false, false];
  for (const row of layout.sheet.rows.slice(layout.dataRow)) {
    for (const { column, field } of columns) {
      const parts = slashedDay(tidy(row[column] ?? ''));
      if (!parts) continue;
      if (parts.first > 12) dayFirst = true;
      else if (parts.second > 12) monthFirst = true;
      else if (parts.first !== parts.second) unsure.add(field!);
    }
  }
  if (dayFirst !== monthFirst && !answers.dayOrder) return dayFirst ? 'day-first' : 'month-first';
  if (unsure.size === 0 && !dayFirst) return answers.dayOrder ?? 'day-first';
  questions.push({
    id: 'day_order',
    columns: [...unsure],
    options: ['day-first', 'month-first'],
    suggested: 'day-first',
    answeredBy: answers.dayOrder ? 'caller' : null,
  });
  return answers.dayOrder ?? 'unknown';
}

type IssueList = { add: AddIssue; all: () => HtcdsIssue[] };
type AddIssue = (
  row: number | null,
  column: string | null,
  code: IssueCode,
  severity: Severity,
  params?: HtcdsIssue['params'],
) => void;

/** Errors and warnings one by one; assumptions of the kind `info` counted, or a long file would drown in them. */
function newIssueList(): IssueList {
  const issues: HtcdsIssue[] = [];
  const counted = new Map<string, HtcdsIssue>();
  return {
    add(row, column, code, severity, params = {}) {
      const key = `${column} ${code}`;
      const known = severity === 'info' ? counted.get(key) : undefined;
      if (known) {
        known.params.count = Number(known.params.count) + 1;
        return;
      }
      const issue = {
        row,
        column,
        code,
        severity,
        params: severity === 'info' ? { ...params, count: 1 } : params,
      };
      issues.push(issue);
      if (severity === 'info') counted.set(key, issue);
    },
    all: () => issues,
  };
}
