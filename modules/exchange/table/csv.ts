/* Comma-separated text in and out. Offices in Vietnam send files in UTF-8, in the UTF-16 of Excel's "Unicode text" and in the old windows-1258, with
 * commas, semicolons or tabs; the encoding is guessed only when nothing else fits, and then said. What we write Excel opens with its accents intact. */
import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type Refused, refuse } from '../refusal.ts';
import { protectCell, unprotectCell } from './formula.ts';
import { limits, type Table, type TableWarning } from './table.ts';

const delimiters = [',', ';', '\t'];

/** Reads CSV bytes into one sheet named after nothing; refuses binary files, open quotes and tables past the limits. */
export function readCsv(bytes: Uint8Array): Table | Refused {
  const decoded = decode(bytes);
  if ('refused' in decoded) return decoded;
  const nul = decoded.text.indexOf('\0');
  if (nul >= 0) return refuse('nul_in_cell', { line: decoded.text.slice(0, nul).split(/\r\n?|\n/).length });
  const stated = /^sep=(.)\r?\n/i.exec(decoded.text);
  const text = stated ? decoded.text.slice(stated[0].length) : decoded.text;
  const delimiter = stated?.[1] ?? detectDelimiter(text);
  let rows: string[][];
  try {
    rows = parseRecords(text, delimiter, limits.rows + 1);
  } catch (error) {
    if (error instanceof CsvError) return refuseCsv(error);
    throw error;
  }
  while (rows.length > 0 && rows.at(-1)!.every(cell => cell === '')) rows.pop();
  if (rows.length > limits.rows) return refuse('too_many_rows', { max: limits.rows });
  const cells = rows.map(row => row.map(unprotectCell));
  return { kind: 'csv', sheets: [{ name: '', rows: cells }], warnings: decoded.warnings };
}

/** Rows as UTF-8 with a byte order mark, CRLF, every cell quoted where it must be, formulas disarmed (`protectCell`). */
export function writeCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const text = stringify(
    rows.map(row => row.map(protectCell)),
    { record_delimiter: '\r\n', quoted_match: /[\r\n\t;,"']|^\s|\s$/, quoted_empty: false },
  );
  return new TextEncoder().encode(`\ufeff${text}`);
}

function parseRecords(text: string, delimiter: string, count: number): string[][] {
  return parse(text, {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: limits.rowCharacters,
    to: count,
  });
}

/** The delimiter that splits the first line that has any, and most of the next fifty the same way; the comma in doubt. */
function detectDelimiter(text: string): string {
  let best = { delimiter: ',', header: 0, body: 0 };
  for (const delimiter of delimiters) {
    const score = regularity(text, delimiter);
    const better = score.header > best.header || (score.header === best.header && score.body > best.body);
    if (better) best = { delimiter, ...score };
  }
  return best.delimiter;
}

/** How regular the text is under a delimiter: by the width of its first line (multi-values make lines wide too), then by the commonest width. */
function regularity(text: string, delimiter: string): { header: number; body: number } {
  const widths: number[] = [];
  try {
    for (const record of parseRecords(text, delimiter, 50)) {
      if (record.some(cell => cell !== '')) widths.push(record.length);
    }
  } catch {
    return { header: 0, body: 0 };
  }
  const score = (width: number): number =>
    ((width - 1) * widths.filter(other => other === width).length) / widths.length;
  return { header: score(widths[0] ?? 1), body: Math.max(0, ...widths.map(score)) };
}

type Decoded = { text: string; warnings: TableWarning[] };

function decode(bytes: Uint8Array): Decoded | Refused {
  const marked = encodingByMark(bytes) ?? encodingByZeros(bytes);
  if (marked) {
    const text = tryDecode(bytes, marked);
    return text === null ? refuse('text_damaged', { encoding: marked }) : { text, warnings: [] };
  }
  const utf8 = tryDecode(bytes, 'utf-8');
  // A stray zero byte in what is otherwise text can be put right in its line; a file that is full of them, or no text at all, is something else.
  if (bytes.includes(0) && (utf8 === null || zeroShare(bytes) > 0.02)) return refuse('not_a_table');
  if (utf8 !== null) return { text: utf8, warnings: [] };
  // windows-1258 writes ễ as ê and a combining mark; composed, it is the text everybody else writes.
  const text = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  return { text, warnings: [{ code: 'encoding_guessed', params: { encoding: 'windows-1258' } }] };
}

function zeroShare(bytes: Uint8Array): number {
  let zeros = 0;
  for (const byte of bytes) if (byte === 0) zeros++;
  return zeros / bytes.length;
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function encodingByMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Latin letters in UTF-16 leave every other byte zero: half of an unmarked file's first bytes are enough to tell. */
function encodingByZeros(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i % 2]!++;
  const half = head.length / 2;
  if (zeros[1]! > half * 0.4 && zeros[0]! < half * 0.05) return 'utf-16le';
  if (zeros[0]! > half * 0.4 && zeros[1]! < half * 0.05) return 'utf-16be';
  return null;
}

function refuseCsv(error: CsvError): Refused {
  const line = typeof error.lines === 'number' ? error.lines : 0;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return refuse('csv_quote_open', { line });
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return refuse('row_too_long', { line, max: limits.rowCharacters });
  return refuse('not_a_table');
}
