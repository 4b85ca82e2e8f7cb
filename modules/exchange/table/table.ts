/* A table as every reader here hands it on: sheets of rows of text. Text only, because what a cell means is for the mapping to say and because `0912…`
 * must not become a number. Row `i` of `rows` is the line the person sees as `i + 1` in their spreadsheet: empty rows are kept for that reason. */

export type Sheet = { name: string; rows: string[][] };
export type TableWarning = { code: 'encoding_guessed' | 'name_says_other'; params: Record<string, string> };
export type Table = {
  refused?: undefined;
  kind: 'csv' | 'xlsx';
  sheets: Sheet[];
  warnings: TableWarning[];
};

export const limits = {
  /** Bytes of the file as it arrives. */
  fileBytes: 20_000_000,
  /** Bytes of an XLSX once unpacked, as its directory declares them (and as they then turn out). */
  unpackedBytes: 150_000_000,
  zipEntries: 2_000,
  rows: 100_000,
  columns: 1_024,
  cells: 10_000_000,
  /** Excel's own limit, so that what is read can be written again. */
  cellCharacters: 32_767,
  rowCharacters: 1_000_000,
} as const;
