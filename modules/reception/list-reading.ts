/* A list of people as it comes: pasted from a spreadsheet or typed, one person a line, with or without a head, in Vietnamese, English or Chinese. Nothing is guessed
 * into a file here: the name and the birth stay as they were written, and what of the birth can be read for sure is offered beside it. */
import { type PartialDay, parsePartialDay } from '../../kernel/day.ts';

export interface ListLine {
  /** The number on the list, or its place in it. */
  readonly lineNumber: number;
  readonly nameWritten: string;
  readonly bornWritten: string | null;
  readonly sex: 'female' | 'male' | null;
  readonly remarks: string | null;
}

export interface ListIssue {
  /** The line of the text, counted from one. */
  readonly line: number;
  readonly reason: 'no_name' | 'name_too_long' | 'too_many_lines' | 'number_twice';
}

export const mostLines = 300;
const longest = { name: 120, born: 40, remarks: 500 };

type Column = 'number' | 'name' | 'born' | 'sex' | 'remarks' | 'aside';
const heads: Readonly<Record<Exclude<Column, 'aside'>, RegExp>> = {
  number: /^(stt|tt|số tt|no\.?|n[ºo°]|#|序号|编号)$/iu,
  name: /(họ.*tên|^tên|name|姓名|名字)/iu,
  born: /(sinh|birth|dob|出生|生日)/iu,
  sex: /(giới|nam\/nữ|sex|gender|性别)/iu,
  remarks: /(ghi chú|remark|note|备注|说明)/iu,
};
const columnOf = (head: string): Column =>
  (Object.keys(heads) as (keyof typeof heads)[]).find(column => heads[column].test(head.trim())) ?? 'aside';

const sexes: readonly [RegExp, 'female' | 'male'][] = [
  [/^(nữ|nu|f|female|女)$/iu, 'female'],
  [/^(nam|m|male|男)$/iu, 'male'],
];
const sexOf = (cell: string): ListLine['sex'] =>
  sexes.find(([pattern]) => pattern.test(cell.trim()))?.[1] ?? null;

/** What of a birth can be read without guessing: `1998年7月3日`, `3/7/1998`, `7/1998`, `1998`. A day before a month, as in Vietnam; null for everything else. */
export function readBirth(written: string | null): PartialDay | null {
  const plain = (written ?? '')
    .trim()
    .replace(/[年月.\-/]/g, '/')
    .replace(/[日号]/g, '')
    .replace(/\/+$/, '');
  const parts = plain.split('/').map(part => part.trim());
  if (!parts.every(part => /^\d{1,4}$/.test(part))) return null;
  const ordered = parts[0]!.length === 4 ? parts : parts.toReversed();
  const [year, ...rest] = ordered;
  if (year!.length !== 4 || rest.length > 2) return null;
  return parsePartialDay([year, ...rest.map(part => part.padStart(2, '0'))].join('-'));
}

/** Without a head: a first column of numbers is the number, then name, birth and sex where they look like it, and the rest is remarks. */
function guessed(cells: readonly string[]): Column[] {
  const used = new Set<Column>();
  return cells.map((cell, index) => {
    const looksLike: Column =
      index === 0 && /^\d{1,3}[.)]?$/.test(cell)
        ? 'number'
        : sexOf(cell)
          ? 'sex'
          : readBirth(cell)
            ? 'born'
            : used.has('name')
              ? 'remarks'
              : 'name';
    if (used.has(looksLike) && looksLike !== 'remarks') return 'remarks';
    used.add(looksLike);
    return looksLike;
  });
}

const splitLine = (line: string): string[] =>
  line.split(line.includes('\t') ? '\t' : line.includes(';') ? ';' : ',').map(cell => cell.trim());

/** Reads a pasted list. Empty lines are passed over; a line that cannot be read is named and the others stand. Pure, the same on both sides. */
export function readGroupList(raw: string): { lines: ListLine[]; issues: ListIssue[] } {
  const rows = raw.split(/\r?\n/).map((text, index) => ({ at: index + 1, cells: splitLine(text) }));
  const filled = rows.filter(({ cells }) => cells.some(cell => cell !== ''));
  const headed = filled[0]?.cells.map(columnOf);
  const hasHead = headed?.includes('name') && headed.filter(column => column !== 'aside').length > 1;
  const lines: ListLine[] = [];
  const issues: ListIssue[] = [];
  const numbers = new Set<number>();
  for (const { at, cells } of hasHead ? filled.slice(1) : filled) {
    const columns = (hasHead && headed) || guessed(cells);
    const cell = (column: Column): string =>
      cells.filter((text, index) => columns[index] === column && text !== '').join('; ');
    const nameWritten = cell('name');
    const number = Number.parseInt(cell('number'), 10);
    const lineNumber = number > 0 && number < 1000 ? number : lines.length + 1;
    const issue = (reason: ListIssue['reason']) => issues.push({ line: at, reason });
    if (nameWritten === '') issue('no_name');
    else if (nameWritten.length > longest.name) issue('name_too_long');
    else if (lines.length >= mostLines) issue('too_many_lines');
    else if (numbers.has(lineNumber)) issue('number_twice');
    else {
      numbers.add(lineNumber);
      lines.push({
        lineNumber,
        nameWritten,
        bornWritten: cell('born').slice(0, longest.born) || null,
        sex: sexOf(cell('sex')),
        remarks:
          [cell('remarks'), ...(cell('sex') && !sexOf(cell('sex')) ? [cell('sex')] : [])]
            .filter(Boolean)
            .join('; ')
            .slice(0, longest.remarks) || null,
      });
    }
  }
  return { lines, issues };
}
