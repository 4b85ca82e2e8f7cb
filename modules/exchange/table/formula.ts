/* Protection against cells that a spreadsheet would run as a formula (`=HYPERLINK(…)` in a victim's comment opens on an officer's desk). The mark is an
 * apostrophe in front. It is exactly reversible: a text that already looks marked is marked once more, so reading may always take one mark away. */

const dangerous = /^'*[=+\-@\t\r]/;
/** A number runs nothing: `+84912345678` and `-103.85` stay what they are, for programs that read the file as well as for people. */
const number = /^[+-]\d+(\.\d+)?$/;
const marked = /^'+[=+\-@\t\r]/;

/** For CSV, where a cell has no type: everything a spreadsheet would run gets the mark. */
export function protectCell(text: string): string {
  return dangerous.test(text) && !number.test(text) ? `'${text}` : text;
}

/** For XLSX, whose text cells are never run: only texts that look marked get one mark more, so that `unprotectCell` fits both. */
export function protectTypedCell(text: string): string {
  return marked.test(text) ? `'${text}` : text;
}

/** Undoes `protectCell` and `protectTypedCell`; leaves everything else alone. */
export function unprotectCell(text: string): string {
  return marked.test(text) ? text.slice(1) : text;
}
