/* Excel workbooks in and out. Hidden rows and sheets are read like all others (the HTCDS templates keep their names in hidden row 1), empty leading
 * columns stay, and every value becomes text: days as ISO days, numbers as Excel shows fifteen digits of them, errors as nothing. */
import readXlsxFile from 'read-excel-file/universal';
import writeXlsxFile from 'write-excel-file/node';
import { type Refused, refuse } from '../refusal.ts';
import { protectTypedCell, unprotectCell } from './formula.ts';
import { limits, type Sheet, type Table } from './table.ts';
import { inspectArchive } from './zip.ts';

/** Reads all sheets. The archive is inspected first, so nothing is unpacked that would not fit. */
export async function readXlsx(bytes: Uint8Array): Promise<Table | Refused> {
  const refused = inspectArchive(bytes);
  if (refused) return refused;
  // The universal entry reads the same ZIP directory that was inspected; the Node entry would trust the local headers instead.
  const copy = new Uint8Array(bytes).buffer;
  try {
    const sheets = await readXlsxFile(copy, { trim: false, parseNumber: plainNumber });
    return {
      kind: 'xlsx',
      sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: textRows(data) })),
      warnings: [],
    };
  } catch {
    // The library throws its own errors for some damage and TypeErrors for the rest; either way it is the file that is wrong.
    return refuse('xlsx_damaged');
  }
}

/** A workbook of text cells, first row frozen. Control characters and what is no character are dropped; lone surrogates become U+FFFD. */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const pages = sheets.map(({ name, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    data: rows.map(row => row.map(text => (text === '' ? null : textCell(text)))),
  }));
  return new Uint8Array(await writeXlsxFile(pages).toBuffer());
}

function textCell(text: string): { value: string; type: StringConstructor } {
  const writable = text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r\u007f-\u009f]|\p{Noncharacter_Code_Point}/gu, '');
  if (writable.length > limits.cellCharacters) throw new RangeError('text longer than an Excel cell');
  // Excel reads `_x0041_` as A; an escaped underscore keeps such text as it is. The writer looks texts up in a plain object, so that `constructor` or
  // `__proto__` would find what every object has; written with an escaped first letter they are ordinary text.
  // It also drops U+FFFD, the mark of damaged text, which must stay visible.
  const plain = protectTypedCell(writable)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('\ufffd', '_xFFFD_');
  const escaped = plain in {} ? `_x00${plain.charCodeAt(0).toString(16)}_${plain.slice(1)}` : plain;
  return { value: escaped, type: String };
}

function textRows(data: readonly (readonly unknown[])[]): string[][] {
  return data.map(row => row.map(cell => textOf(cell)));
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return textOfDate(cell);
  if (cell === true) return 'TRUE';
  if (cell === false) return 'FALSE';
  return typeof cell === 'string' ? unprotectCell(cell) : String(cell);
}

/** `2024-05-01`; with a time of day `2024-05-01T13:45:00`; a time alone (Excel dates it 1899) `13:45`. */
function textOfDate(date: Date): string {
  const rounded = new Date(Math.round(date.getTime() / 1000) * 1000);
  if (Number.isNaN(rounded.getTime())) return '';
  const iso = rounded.toISOString();
  if (iso < '1900-01-01') return iso.slice(11, 16);
  return iso.slice(11, 19) === '00:00:00' ? iso.slice(0, 10) : iso.slice(0, 19);
}

/** Excel keeps fifteen digits and stores the rest as noise (`0.30000000000000004`, `8.4912E10`); this is what it shows. */
function plainNumber(stored: string): string {
  const number = Number(stored);
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : stored;
}
