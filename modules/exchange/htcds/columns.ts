/* Which column of a file is which HTCDS field. Files come from IOM's Excel templates (names in hidden row 1, labels in row 2, and the two disagree about
 * the address), from databases (names in the header) and from surveys (`prs_First_Name`, group paths, one column per choice). */

import type { Sheet } from '../table/table.ts';
import { columnLetters, foldCode, tidy } from '../text.ts';
import { findCountry } from './countries.ts';
import {
  findCode,
  getHtcdsField,
  type HtcdsName,
  htcdsFields,
  htcdsNames,
  nameAliases,
  olderConsentNames,
} from './profile.ts';

export type Recognised = 'template' | 'names' | 'xlsform';
export type ColumnUse = 'field' | 'choice' | 'extension' | 'ignored' | 'disputed' | 'repeated';
/**
 * `field` feeds `field`; `choice` is one option (`code`) of a multi-select; `extension` is kept as `key`; `ignored` is the template's
 * numbering in column A, or a choice that its joined column says too; `disputed` is named one field and labelled another; `repeated` is a field's second column, kept as `key`.
 */
export type HtcdsColumn = {
  column: number;
  letters: string;
  header: string;
  use: ColumnUse;
  by: 'name' | 'alias' | 'label' | 'none';
  field: HtcdsName | null;
  labelled: HtcdsName | null;
  code: string | null;
  key: string;
};
export type Layout = { recognised: Recognised; sheet: Sheet; dataRow: number; columns: HtcdsColumn[] };

type Named = Pick<HtcdsColumn, 'use' | 'by' | 'field' | 'code' | 'key'> & { survey: boolean };

const exactNames = new Map(htcdsNames.map(name => [name.toLowerCase(), name]));
const foldedNames = new Map(htcdsNames.map(name => [foldCode(name), name]));
const aliases = new Map(Object.entries(nameAliases).map(([alias, name]) => [foldCode(alias), name]));
const olderConsent = new Map(Object.entries(olderConsentNames).map(([name, key]) => [foldCode(name), key]));
const labels = uniqueLabels();
const fewestNames = 2;
const fewestLabels = 8;

/** The sheet and rows that hold the data; null when no sheet has at least two HTCDS names, or eight labels, in one of its first five rows. */
export function findLayout(sheets: readonly Sheet[]): Layout | null {
  let best: { sheet: Sheet; row: number; score: number } | null = null;
  for (const sheet of sheets) {
    for (const [row, cells] of sheet.rows.slice(0, 5).entries()) {
      const score = countFields(cells.map(cell => readName(cell).field));
      if (score >= fewestNames && score > (best?.score ?? 0)) best = { sheet, row, score };
    }
  }
  if (best) return layoutByNames(best.sheet, best.row);
  for (const sheet of sheets) {
    for (const [row, cells] of sheet.rows.slice(0, 5).entries()) {
      const score = countFields(cells.map(readLabel));
      if (score >= fewestLabels && score > (best?.score ?? 0)) best = { sheet, row, score };
    }
  }
  return best ? layoutByLabels(best.sheet, best.row) : null;
}

/** Whether a workbook is the survey form itself instead of answers to it. */
export function isSurveyDefinition(sheets: readonly Sheet[]): boolean {
  const survey = sheets.find(({ name }) => foldCode(name) === 'survey');
  const head = survey?.rows[0]?.map(foldCode) ?? [];
  return (
    head.includes('type') && head.includes('name') && sheets.some(({ name }) => foldCode(name) === 'choices')
  );
}

/**
 * Which of the two readings of disputed columns the cells themselves speak for: countries must be countries and postal codes have digits. Null unless
 * one reading is supported without contradiction and the other is contradicted.
 */
export function judgeByContent(layout: Layout): 'names' | 'labels' | null {
  const disputed = layout.columns.filter(({ use }) => use === 'disputed');
  const names = weigh(layout, disputed, column => column.field);
  const byLabels = weigh(layout, disputed, column => column.labelled);
  if (names.support > 0 && names.against === 0 && byLabels.against > 0) return 'names';
  return byLabels.support > 0 && byLabels.against === 0 && names.against > 0 ? 'labels' : null;
}

function weigh(
  layout: Layout,
  columns: readonly HtcdsColumn[],
  meaning: (column: HtcdsColumn) => HtcdsName | null,
): { support: number; against: number } {
  const verdict = { support: 0, against: 0 };
  for (const column of columns) {
    const field = meaning(column);
    for (const row of layout.sheet.rows.slice(layout.dataRow)) {
      const cell = tidy(row[column.column] ?? '');
      if (cell === '') continue;
      if (field === 'prs_MailingCountry') verdict[findCountry(cell) ? 'support' : 'against']++;
      if (field === 'prs_MailingPostalCode')
        verdict[/\d/.test(cell) && cell.length <= 12 ? 'support' : 'against']++;
    }
  }
  return verdict;
}

function layoutByNames(sheet: Sheet, headerRow: number): Layout {
  const header = sheet.rows[headerRow]!;
  const below = sheet.rows[headerRow + 1] ?? [];
  const labelled = isLabelRow(below) ? below.map(readLabel) : [];
  const names = header.map(readName);
  const dataRow = headerRow + (labelled.length > 0 ? 2 : 1);
  const columns = Array.from({ length: width(sheet, dataRow) }, (_, column) => {
    const named = names[column] ?? readName('');
    const label = labelled[column] ?? null;
    const text = tidy(header[column] ?? '') || tidy((labelled.length > 0 && below[column]) || '');
    return makeColumn(sheet, dataRow, column, text, named, label);
  });
  const survey = names.some(name => name.survey);
  const recognised = labelled.length > 0 ? 'template' : survey ? 'xlsform' : 'names';
  return { recognised, sheet, dataRow, columns: settleKeys(columns) };
}

function layoutByLabels(sheet: Sheet, headerRow: number): Layout {
  const header = sheet.rows[headerRow]!;
  const dataRow = headerRow + 1;
  const columns = Array.from({ length: width(sheet, dataRow) }, (_, column) => {
    const text = tidy(header[column] ?? '');
    return makeColumn(sheet, dataRow, column, text, readName(''), readLabel(text));
  });
  return { recognised: 'template', sheet, dataRow, columns: settleKeys(columns) };
}

function makeColumn(
  sheet: Sheet,
  dataRow: number,
  column: number,
  header: string,
  named: Named,
  label: HtcdsName | null,
): HtcdsColumn {
  const base = { column, letters: columnLetters(column), header, labelled: label };
  if (
    named.field &&
    named.use === 'field' &&
    label &&
    label !== named.field &&
    !isKnownMislabel(named.field, label)
  )
    return { ...base, ...named, use: 'disputed' };
  if (named.field || named.use === 'extension') return { ...base, ...named };
  // A blank name over a known label (AJ in the templates): the label is all there is.
  if (label) return { ...base, use: 'field', by: 'label', field: label, code: null, key: label };
  const use = header === '' && column === 0 && isNumbering(sheet, dataRow) ? 'ignored' : 'extension';
  const key = header === '' ? `x_column_${base.letters}` : /^x_/i.test(header) ? header : `x_${header}`;
  return { ...base, use, by: 'none', field: null, code: null, key };
}

/** A field's later columns are kept aside, choices give way to the column that joins them, and keys do not collide. */
function settleKeys(columns: HtcdsColumn[]): HtcdsColumn[] {
  const fields = new Set<HtcdsName>();
  for (const column of columns) {
    if (column.use !== 'field' || !column.field) continue;
    if (fields.has(column.field))
      Object.assign(column, { use: 'repeated', key: `x_${column.field}_${column.letters}` });
    fields.add(column.field);
  }
  const keys = new Set<string>();
  for (const column of columns) {
    if (column.use === 'choice' && fields.has(column.field!)) column.use = 'ignored';
    if (column.use !== 'extension') continue;
    if (keys.has(column.key)) column.key = `${column.key}_${column.letters}`;
    keys.add(column.key);
  }
  return columns;
}

function readName(cell: string): Named {
  const header = tidy(cell);
  const unknown: Named = { use: 'field', by: 'none', field: null, code: null, key: '', survey: false };
  if (header === '' || /^x_/i.test(header)) return unknown;
  const segments = header.split(/[/:-]/).map(segment => segment.trim());
  const last = segments.at(-1)!;
  const folded = foldCode(last);
  const exact = exactNames.get(last.toLowerCase());
  if (exact) return named(exact, 'name', segments.length > 1);
  const other = aliases.get(folded);
  if (other) return named(other, 'alias', false);
  const consent = olderConsent.get(folded);
  if (consent) return { ...unknown, use: 'extension', by: 'alias', key: consent };
  const survey = /_/.test(last) ? foldedNames.get(folded) : undefined;
  if (survey) return named(survey, 'alias', true);
  const parent = segments.length > 1 ? readName(segments.at(-2)!) : unknown;
  const code =
    parent.field && getHtcdsField(parent.field).options.length > 0 ? findCode(parent.field, last) : null;
  return code ? { ...parent, use: 'choice', code, survey: true } : unknown;
}

function named(field: HtcdsName, by: 'name' | 'alias', survey: boolean): Named {
  return { use: 'field', by, field, code: null, key: field, survey };
}

function readLabel(cell: string): HtcdsName | null {
  return labels.get(foldCode(cell)) ?? null;
}

/** Labels that belong to one field only; `Longitude`, `Type`, `Phone` and `Description` could be several. */
function uniqueLabels(): Map<string, HtcdsName> {
  const found = new Map<string, HtcdsName>();
  const repeated = new Set<string>();
  for (const { name, label } of htcdsFields) {
    const folded = foldCode(label);
    if (found.has(folded)) repeated.add(folded);
    found.set(folded, name);
  }
  for (const folded of repeated) found.delete(folded);
  return found;
}

function isLabelRow(cells: readonly string[]): boolean {
  const filled = cells.filter(cell => tidy(cell) !== '');
  const known = filled.filter(cell => readLabel(cell) !== null).length;
  return known >= 2 && known * 2 >= filled.length;
}

/** The survey form labels `prs_Title` “Second Name”; its name is right. */
function isKnownMislabel(name: HtcdsName, label: HtcdsName): boolean {
  return name === 'prs_Title' && label === 'prs_SecondName';
}

function isNumbering(sheet: Sheet, dataRow: number): boolean {
  return sheet.rows.slice(dataRow).every(row => /^\d*$/.test(tidy(row[0] ?? '')));
}

function width(sheet: Sheet, dataRow: number): number {
  return sheet.rows.slice(Math.max(0, dataRow - 2)).reduce((most, row) => Math.max(most, row.length), 0);
}

function countFields(fields: readonly (HtcdsName | null)[]): number {
  return new Set(fields.filter(field => field !== null)).size;
}
