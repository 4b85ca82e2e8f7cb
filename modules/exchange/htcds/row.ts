/* A row of an HTCDS file as data, the way back into a table, and the text by which a repeated row is known again. */
import { consentColumns, type HtcdsName, htcdsFields, htcdsNames } from './profile.ts';
import type { HtcdsValue } from './values.ts';

export type HtcdsValues = Partial<Record<HtcdsName, HtcdsValue>>;
/**
 * One row: one person in one case. `line` as the person sees it in the spreadsheet; `values` for the columns the file has, null where empty;
 * `extensions` by column name, all beginning with `x_` (ours and columns nobody knows); `unread` are cells that hold something no value could be made
 * of, by field or column, kept so that a person can put them right.
 */
export type HtcdsRow = {
  line: number;
  values: HtcdsValues;
  extensions: Record<string, string>;
  unread: Record<string, string>;
};

/** `all` 84 fields, the `core` ones that are not deprecated (38), or those `used` by at least one row. */
export type ColumnChoice = 'all' | 'core' | 'used';

/** Header and rows for `writeCsv` or `writeXlsx`: system names, then `x_` columns; several values with `;`; `TRUE` and `FALSE`. */
export function toTable(rows: readonly HtcdsRow[], choice: ColumnChoice = 'all'): string[][] {
  const fields = htcdsFields.filter(({ name, core, deprecated }) => {
    if (choice === 'core') return core && !deprecated;
    return choice === 'all' || rows.some(row => textOf(row.values[name]) !== '');
  });
  const names = fields.map(({ name }) => name);
  const extensions = [...new Set(rows.flatMap(row => Object.keys(row.extensions)))].sort();
  return [
    [...names, ...extensions],
    ...rows.map(row => [
      ...names.map(name => textOf(row.values[name])),
      ...extensions.map(name => row.extensions[name] ?? ''),
    ]),
  ];
}

/**
 * The same text for the same content, wherever the row stands in the file: for importing again without doubling. It holds everything the row holds,
 * so it is never stored or logged: the caller makes a keyed hash of it.
 */
export function rowFingerprint(row: HtcdsRow): string {
  const values = htcdsNames.flatMap(name => {
    const value = row.values[name] ?? null;
    return value === null ? [] : [[name, Array.isArray(value) ? [...value].sort() : value]];
  });
  const sorted = (record: Record<string, string>): string[][] =>
    Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([values, sorted(row.extensions), sorted(row.unread)]);
}

/** The row without a field: its value, and every extension that would say it again. */
export function withoutField(row: HtcdsRow, name: HtcdsName): HtcdsRow {
  const hidden = new Set([`x_${name}`]);
  if (name === 'prs_FirstName') hidden.add('x_prs_NameKind');
  if (name === 'con_Consent') for (const column of Object.values(consentColumns)) hidden.add(column);
  const kept = (record: Record<string, string>): Record<string, string> =>
    Object.fromEntries(Object.entries(record).filter(([key]) => !hidden.has(key) && key !== name));
  return {
    line: row.line,
    values: { ...row.values, [name]: null },
    extensions: kept(row.extensions),
    unread: kept(row.unread),
  };
}

function textOf(value: HtcdsValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return Array.isArray(value) ? value.join(';') : value;
}
