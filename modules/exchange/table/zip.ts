/* The gatekeeper in front of XLSX: looks at a ZIP's directory before anything is unpacked, then at the unpacked bytes before anything is parsed. The
 * XLSX library builds a dense grid, so one cell at XFD1048576, or one row numbered a billion, would fill the memory; such addresses are found here.
 * Our own code rather than a library, because every library's first move is to unpack. ZIP64 is refused: no file under our limits needs it. */
import { constants, inflateRawSync } from 'node:zlib';
import { type Refused, refuse } from '../refusal.ts';
import { limits } from './table.ts';

type Entry = { name: string; method: number; packed: number; unpacked: number; offset: number };

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const ZIP64_LOCATOR = 0x07064b50;
const excelRows = 1_048_576;

/** Null when the archive may be handed to the XLSX library; otherwise why not. */
export function inspectArchive(bytes: Uint8Array): Refused | null {
  const entries = readDirectory(bytes);
  if ('refused' in entries) return entries;
  const declared = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (declared > limits.unpackedBytes) return refuse('zip_bomb', { max: limits.unpackedBytes });
  if (entries.some(entry => entry.name === 'content.xml')) return refuse('opendocument');
  if (entries.some(entry => entry.name === 'EncryptedPackage')) return refuse('xlsx_encrypted');
  if (!entries.some(entry => entry.name === 'xl/workbook.xml')) return refuse('not_a_table');
  for (const entry of entries) {
    if (!entry.name.endsWith('.xml') && !entry.name.endsWith('.rels')) continue;
    const content = unpack(bytes, entry);
    if (!content) return refuse('zip_bomb', { max: limits.unpackedBytes });
    const refused = inspectSheet(content);
    if (refused) return refused;
  }
  return null;
}

function readDirectory(bytes: Uint8Array): Entry[] | Refused {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return refuse('xlsx_damaged');
  if (end >= 20 && view.getUint32(end - 20, true) === ZIP64_LOCATOR) return refuse('xlsx_damaged');
  const count = view.getUint16(end + 8, true);
  if (count > limits.zipEntries) return refuse('zip_bomb', { max: limits.zipEntries });
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY) return refuse('xlsx_damaged');
    if (view.getUint16(at + 8, true) & 1) return refuse('xlsx_encrypted');
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && view.byteLength - at <= 65_558; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return -1;
}

/** The entry's bytes; null when they are not what the directory declared, above all when they are more. */
function unpack(bytes: Uint8Array, entry: Entry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL) return null;
  const start =
    entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  if (entry.method === 0) return packed.length === entry.unpacked ? packed : null;
  if (entry.method !== 8) return null;
  if (entry.unpacked === 0) return new Uint8Array();
  try {
    const content = inflateRawSync(packed, {
      maxOutputLength: entry.unpacked,
      finishFlush: constants.Z_SYNC_FLUSH,
    });
    return content.length === entry.unpacked ? content : null;
  } catch {
    return null;
  }
}

const prefix = String.raw`<(?:[^\s<>/:"'=]+:)?`;
const tagStart = new RegExp(String.raw`${prefix}(?:c|row)(?=[\s/>])`, 'g');
/** A row or cell tag with at most 40 attributes of at most 200 characters, which keeps the search linear, and whether it has a child. */
const wholeTag = new RegExp(
  String.raw`${prefix}(c|row)(?=[\s/>])((?:[^<>"']|"[^"<]{0,200}"|'[^'<]{0,200}'){0,1000})>(?=(\s*<(?!\/))?)`,
  'g',
);

/**
 * Follows row and cell addresses without building anything. What could hide an address from this but not from the library is refused: comments,
 * CDATA, DTDs, overlong tags, an address given twice.
 */
function inspectSheet(content: Uint8Array): Refused | null {
  const xml = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
  if (!xml.includes('sheetData')) return null;
  let starts = 0;
  for (const _ of xml.matchAll(tagStart)) starts++;
  if (starts === 0) return null;
  if (xml.includes('<!') || xml.lastIndexOf('<?') > 5) return refuse('xlsx_damaged');
  let rows = 0;
  let columns = 0;
  for (const [, tag, attributes, child] of xml.matchAll(wholeTag)) {
    starts--;
    const addresses = [...attributes!.matchAll(/(?:^|[\s:"'])r\s*=\s*["']([^"']*)["']/g)];
    if (addresses.length === 0 && tag === 'row') continue;
    const parts = /^([A-Z]{0,3})(\d{1,7})$/.exec(addresses[0]?.[1] ?? '');
    if (!parts || addresses.length > 1 || Number(parts[2]) > excelRows) return refuse('xlsx_damaged');
    const valued = tag === 'c' && child !== undefined && !attributes!.endsWith('/');
    if (!valued) continue;
    rows = Math.max(rows, Number(parts[2]));
    columns = Math.max(columns, columnNumber(parts[1]!));
    if (rows > limits.rows) return refuse('too_many_rows', { max: limits.rows });
    if (columns > limits.columns) return refuse('too_many_columns', { max: limits.columns });
    if (rows * columns > limits.cells) return refuse('too_many_cells', { max: limits.cells });
  }
  return starts === 0 ? null : refuse('xlsx_damaged');
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
