/* One door for every spreadsheet that comes in. What a file is is decided by its first bytes; its name only earns a warning when it says otherwise. */
import { type Refused, refuse } from '../refusal.ts';
import { readCsv } from './csv.ts';
import { limits, type Table } from './table.ts';
import { readXlsx } from './xlsx.ts';

/**
 * Reads a CSV or XLSX file into sheets of text rows (`Table`), or says why not (`Refused`). Never throws for what a file contains. Limits are in
 * `table.ts`. Blocks the event loop while it works: a large file belongs in a worker.
 */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<Table | Refused> {
  if (bytes.length === 0) return refuse('file_empty');
  if (bytes.length > limits.fileBytes) return refuse('file_too_large', { max: limits.fileBytes });
  const first = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (first === 'd0cf11e0') return refuse('old_excel_or_password');
  if (first === '25504446') return refuse('not_a_table');
  const table = first === '504b0304' ? await readXlsx(bytes) : readCsv(bytes);
  if (table.refused) return table;
  const tooBig = measure(table);
  if (tooBig) return tooBig;
  if (table.sheets.every(sheet => sheet.rows.length === 0)) return refuse('file_empty');
  const extension = /\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const claimsExcel = ['xlsx', 'xlsm', 'xls'].includes(extension);
  if (extension && claimsExcel !== (table.kind === 'xlsx')) {
    table.warnings.push({ code: 'name_says_other', params: { extension, kind: table.kind } });
  }
  return table;
}

function measure(table: Table): Refused | null {
  for (const { rows } of table.sheets) {
    for (const [index, row] of rows.entries()) {
      if (row.length > limits.columns) return refuse('too_many_columns', { max: limits.columns });
      const column = row.findIndex(cell => cell.length > limits.cellCharacters);
      if (column >= 0)
        return refuse('cell_too_long', { line: index + 1, column: column + 1, max: limits.cellCharacters });
    }
  }
  return null;
}
