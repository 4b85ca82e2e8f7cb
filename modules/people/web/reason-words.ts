/* The reasons of a likeness as one sentence. The server leaves out spellings and years, because they belong to a file the reader may not be allowed to see:
 * then the clause is said without them. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Lang } from '../../../kernel/day.ts';
import { PAPER_WARNINGS, REASONS } from '../names/reasons.ts';

export interface ReasonGiven {
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>>;
}
type Clauses = Readonly<Record<string, Readonly<Record<Lang, string>>>>;

const withoutYears: Readonly<Record<Lang, string>> = {
  vi: 'năm sinh gần nhau',
  en: 'birth years close together',
};

/** The same about a paper where only the code was kept: what is odd, without figures out of a sealed number. */
const withoutFigures: Clauses = {
  'paper.length': {
    vi: 'số chữ số không đúng với loại giấy tờ này',
    en: 'the number of digits does not fit this kind of document',
  },
  'paper.province': {
    vi: 'mã tỉnh trong số không có thật',
    en: 'the province code in the number does not exist',
  },
  'paper.sex': {
    vi: 'số ghi giới tính khác với khai báo',
    en: 'the number gives another sex than the record',
  },
  'paper.year': {
    vi: 'số ghi năm sinh khác với năm đã khai',
    en: 'the number gives another birth year than the record',
  },
  'paper.future': { vi: 'số ghi năm sinh chưa tới', en: 'the number gives a birth year still to come' },
  'phone.converted': { vi: 'đã đổi đầu số 11 chữ số cũ', en: 'the old eleven-digit prefix was changed' },
};

/** "cùng tên khi bỏ dấu, cùng năm sinh, cùng xã". A code without a clause is left out. */
export function reasonWords(reasons: readonly ReasonGiven[], lang: Lang): string {
  return reasons
    .map(reason => clause(REASONS, reason, lang))
    .filter(Boolean)
    .join(', ');
}

/** What is odd about the number of a paper, each as a clause. */
export function paperWords(warnings: readonly ReasonGiven[], lang: Lang): string {
  return warnings
    .map(warning => clause(PAPER_WARNINGS, warning, lang))
    .filter(Boolean)
    .join('; ');
}

function clause(clauses: Clauses, { code, params = {} }: ReasonGiven, lang: Lang): string {
  const text = clauses[code]?.[lang];
  if (text === undefined) return '';
  if (code === 'born.near' && params.years === undefined) return withoutYears[lang];
  const bare = withoutFigures[code];
  if (bare && Object.keys(params).length === 0) return bare[lang];
  const said = params.left === undefined ? text.replace(/ \(\{left\} – \{right\}\)| “\{left\}”/g, '') : text;
  return String(
    new IntlMessageFormat(said, lang, undefined, { ignoreTag: true }).format(
      params as Record<string, string>,
    ),
  );
}
