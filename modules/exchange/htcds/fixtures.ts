/* What the tests of HTCDS read: IOM's real files, and tables made from them through real bytes, so that nothing is tested that no file could hold. */
import { readFileSync } from 'node:fs';
import { writeCsv } from '../table/csv.ts';
import { readTable } from '../table/read.ts';
import type { Table } from '../table/table.ts';
import { writeXlsx } from '../table/xlsx.ts';
import type { HtcdsAnswers, HtcdsReading } from './read.ts';
import { readHtcds } from './read.ts';

export const plainTemplate = 'HTCDS Excel Spreadsheet v2.0.xlsx';
export const validatedTemplate = 'HTCDS Excel Spreadsheet single select with validation v2.0.xlsx';
export const surveyForm = 'htcds_xlsform.xlsx';

export async function readFile(name: string): Promise<Table> {
  const bytes = readFileSync(new URL(`../../../data/htcds/templates/${name}`, import.meta.url));
  return getTable(await readTable(new Uint8Array(bytes), name));
}

/** The real template with cells filled in, `{ D3: 'Mai' }`, written and read again. */
export async function fillTemplate(cells: Record<string, string>, name = plainTemplate): Promise<Table> {
  const { sheets } = await readFile(name);
  for (const [address, text] of Object.entries(cells)) {
    const [, letters, line] = /^([A-Z]+)(\d+)$/.exec(address)!;
    const column = [...letters!].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    sheets[0]!.rows[Number(line) - 1]![column] = text;
  }
  return getTable(await readTable(await writeXlsx(sheets), name));
}

/** A CSV file of these rows, the header first. */
export async function csv(...rows: string[][]): Promise<Table> {
  return getTable(await readTable(writeCsv(rows), 'file.csv'));
}

export function read(table: Table, answers?: HtcdsAnswers): HtcdsReading {
  const reading = readHtcds(table, answers);
  if (reading.refused) throw new Error(reading.refused.code);
  return reading;
}

/** The codes of a reading's issues for a column (or for the whole file), in order. */
export function codesOf(reading: HtcdsReading, column: string | null): string[] {
  return reading.issues.filter(issue => issue.column === column).map(issue => issue.code);
}

function getTable(result: Awaited<ReturnType<typeof readTable>>): Table {
  if (result.refused) throw new Error(result.refused.code);
  return result;
}
