/* Any spreadsheet into any act's input: which column feeds which target. The suggestion is only that; a person confirms it before a row is read, because
 * `Ngày` may be a birth, a rescue or a page of the register. Headers match with or without accents; with accents wins. */
import { foldCase, foldWords, tidy } from './text.ts';

/** A place a column may feed: an input field's key and every header it is known under, in both languages; the key is one, unless it names something else. */
export type MappingTarget = { key: string; labels: string[]; byLabelOnly?: true };
/** `exact` with accents, `folded` without, `similar` most words; `none` leaves the column aside. `chosen` is a person's answer. */
export type Certainty = 'exact' | 'folded' | 'similar' | 'none' | 'chosen';
export type MappedColumn = { column: number; header: string; target: string | null; certainty: Certainty };
/** `headerRow` is an index into the sheet's rows; data starts after it. `missing` are targets that no column feeds. */
export type ColumnMapping = { headerRow: number; columns: MappedColumn[]; missing: string[] };
/** `values` by target key, `rest` by header (or column letter): cells of columns that were left aside. Empty cells are absent. */
export type MappedRow = { line: number; values: Record<string, string>; rest: Record<string, string> };

type Candidate = { column: number; key: string; score: number };

const similarEnough = 0.6;

/** Suggests one column per target and one target per column, surest first, leftmost first among equals. */
export function suggestMapping(
  headers: readonly string[],
  targets: readonly MappingTarget[],
  headerRow = 0,
): ColumnMapping {
  const candidates = headers
    .flatMap((header, column) =>
      targets.map(
        ({ key, labels, byLabelOnly }): Candidate => ({
          column,
          key,
          score: likeness(header, byLabelOnly ? labels : [key, ...labels]),
        }),
      ),
    )
    .filter(candidate => candidate.score >= similarEnough)
    .sort((a, b) => b.score - a.score || a.column - b.column);
  const columns: MappedColumn[] = headers.map((header, column) => ({
    column,
    header,
    target: null,
    certainty: 'none',
  }));
  const fed = new Set<string>();
  for (const { column, key, score } of candidates) {
    const mapped = columns[column]!;
    if (mapped.target !== null || fed.has(key)) continue;
    mapped.target = key;
    mapped.certainty = score === 3 ? 'exact' : score === 2 ? 'folded' : 'similar';
    fed.add(key);
  }
  return { headerRow, columns, missing: targets.map(({ key }) => key).filter(key => !fed.has(key)) };
}

/** The row among the first twenty whose cells best match the targets: registers begin with titles and slogans. */
export function findHeaderRow(
  rows: readonly (readonly string[])[],
  targets: readonly MappingTarget[],
): number {
  const scores = rows.slice(0, 20).map(row => {
    const { columns } = suggestMapping(row, targets);
    return columns.filter(({ certainty }) => certainty === 'exact' || certainty === 'folded').length;
  });
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}

/** Reads the rows below the header. Rows without any value are left out; `line` stays the line of the spreadsheet. */
export function applyMapping(rows: readonly (readonly string[])[], mapping: ColumnMapping): MappedRow[] {
  const mapped: MappedRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (index <= mapping.headerRow) continue;
    const values: Record<string, string> = {};
    const rest: Record<string, string> = {};
    for (const { column, header, target } of mapping.columns) {
      const cell = tidy(row[column] ?? '');
      if (cell === '') continue;
      if (target === null) rest[tidy(header) || `#${column + 1}`] = cell;
      else values[target] = cell;
    }
    if (Object.keys(values).length + Object.keys(rest).length > 0)
      mapped.push({ line: index + 1, values, rest });
  }
  return mapped;
}

/** 3 the same, 2 the same without accents, below 1 the share of words in common. */
function likeness(header: string, labels: readonly string[]): number {
  const [cased, folded] = [foldCase(header), foldWords(header)];
  if (folded === '') return 0;
  let best = 0;
  for (const label of labels) {
    if (foldCase(label) === cased) return 3;
    best = Math.max(best, foldWords(label) === folded ? 2 : wordsInCommon(folded, foldWords(label)));
  }
  return best;
}

/** Dice's coefficient over words, kept below 1; one word in common (`Ngày`) is nothing. */
function wordsInCommon(a: string, b: string): number {
  const [left, right] = [new Set(a.split(' ')), new Set(b.split(' '))];
  const common = [...left].filter(word => right.has(word)).length;
  return common < 2 ? 0 : Math.min(0.99, (2 * common) / (left.size + right.size));
}
