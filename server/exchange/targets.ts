/* Columns of any spreadsheet onto our own fields: the words each field is known under in registers here, and how a cell becomes a value of its kind. A cell
 * that cannot be read refuses its row by the field's name; nothing is guessed but the order of day and month, which the officer confirms. */
import countries from '../../data/reference/countries.json' with { type: 'json' };
import groups from '../../data/reference/ethnic-groups.json' with { type: 'json' };
import languages from '../../data/reference/languages.json' with { type: 'json' };
import {
  type Day,
  type Instant,
  parseDay,
  parseInstant,
  parsePartialDay,
  startOfDay,
} from '../../kernel/day.ts';
import type { Field } from '../../kernel/fields/kind.ts';
import type { FieldIssue } from '../../kernel/problem.ts';
import en from '../../locales/en/list.json' with { type: 'json' };
import vi from '../../locales/vi/list.json' with { type: 'json' };
import { importFields, type MappingTarget } from '../../modules/exchange/index.ts';
import { foldText } from '../../modules/people/names/index.ts';
import type { WrittenUnit } from './units.ts';

export type DayOrder = 'day-first' | 'month-first';

/** Further words for a field besides its label in both languages; as registers of commune offices and border stations head their columns. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  fullName: ['họ tên', 'họ tên nạn nhân', 'họ và tên nạn nhân', 'tên', 'name', 'full name'],
  otherNames: ['tên gọi khác', 'bí danh', 'tên thường gọi', 'aliases', 'also known as'],
  born: [
    'năm sinh',
    'ngày tháng năm sinh',
    'sinh năm',
    'ngày sinh',
    'dob',
    'birth date',
    'date of birth',
    'year of birth',
  ],
  sex: ['giới', 'nam nữ', 'gender'],
  ethnicity: ['dân tộc', 'ethnic group'],
  nationality: ['quốc tịch', 'citizenship'],
  spoken: ['ngôn ngữ', 'tiếng nói', 'tiếng dân tộc', 'languages'],
  originNote: [
    'quê quán',
    'quê',
    'nơi sinh',
    'nguyên quán',
    'hộ khẩu thường trú',
    'nơi đăng ký thường trú',
    'hometown',
    'place of origin',
  ],
  phone: ['điện thoại', 'số đt', 'sđt', 'điện thoại liên hệ', 'mobile', 'phone', 'telephone'],
  address: ['nơi ở hiện nay', 'địa chỉ', 'chỗ ở hiện nay', 'nơi ở', 'address'],
  bankAccount: ['số tài khoản', 'tài khoản'],
  route: ['hình thức trở về', 'cách trở về', 'nguồn tiếp nhận', 'route'],
  arrivedAt: [
    'ngày tiếp nhận',
    'ngày trở về',
    'ngày về',
    'thời điểm tiếp nhận',
    'arrival date',
    'date received',
  ],
  placeNote: ['nơi tiếp nhận', 'địa điểm tiếp nhận'],
  fromCountry: ['từ nước', 'nước đến', 'quốc gia', 'country of exploitation'],
  fromArea: ['nơi bị bán đến', 'địa bàn ở nước ngoài'],
  leftHome: ['ngày bị bán', 'thời gian bị bán', 'ngày rời nhà', 'thời gian rời địa phương'],
  handedOverBy: ['đơn vị bàn giao', 'cơ quan bàn giao', 'cơ quan chuyển đến'],
  childrenWithHer: ['số con đi cùng', 'trẻ đi cùng'],
  paperNumber: [
    'số cccd',
    'cccd',
    'cmnd',
    'số cmnd',
    'cccd cmnd',
    'số định danh',
    'số căn cước',
    'số hộ chiếu',
    'id number',
    'passport number',
  ],
  paperKind: ['loại giấy tờ', 'document type'],
  issuedOn: ['ngày cấp', 'issue date'],
  issuer: ['nơi cấp', 'issued by'],
};

/** Not offered: an account is told by her, and the rest is not a register's. */
const notOffered = new Set(['herAccount', 'interpreterLanguages', 'met']);
/** Fed by official codes: places are never matched by name, so a column headed by the field's own name is not suggested for them. */
const byCode: Readonly<Record<string, readonly string[]>> = {
  origin: [
    'mã quê quán',
    'mã đơn vị hành chính',
    'mã đvhc',
    'mã xã',
    'mã xã phường',
    'mã địa bàn',
    'unit code',
    'commune code',
    'code of home unit',
  ],
  place: ['mã nơi tiếp nhận', 'mã xã tiếp nhận', 'code of receiving unit'],
};
const recordOf = (name: string): string =>
  ['person', 'arrival', 'needs', 'identityPaper'].find(record => `field.${record}.${name}` in vi) ?? 'any';

export const targetNames: readonly string[] = Object.keys(importFields).filter(name => !notOffered.has(name));

export const tableTargets: readonly MappingTarget[] = targetNames.map(key => {
  const codes = byCode[key];
  if (codes) return { key, labels: [...codes], byLabelOnly: true };
  const label = `field.${recordOf(key)}.${key}`;
  const own = [vi, en].flatMap(texts => (texts as Record<string, string>)[label] ?? []);
  return { key, labels: [...own, ...(alsoCalled[key] ?? [])] };
});

const words = new Map<string, ReadonlyMap<string, string>>();

/** Folded word → code, from our own lists in both languages. */
function vocabulary(labels: string, codes: readonly string[]): ReadonlyMap<string, string> {
  const known = words.get(labels);
  if (known) return known;
  const made = new Map<string, string>();
  const add = (word: string | undefined, code: string) =>
    word && !made.has(foldText(word)) && made.set(foldText(word), code);
  const official = { ethnicity: groups, country: countries, spoken: languages }[labels] as
    | readonly Record<string, unknown>[]
    | undefined;
  for (const one of official ?? []) {
    const code = (labels === 'country' ? one.alpha2 : one.code) as string;
    for (const word of [
      one.vi,
      one.en,
      code,
      one.alpha2,
      one.alpha3,
      ...((one.also as string[] | undefined) ?? []),
    ])
      add(word as string | undefined, code);
    // "Tiếng Việt" is written "Việt", "Người Mông" "Mông".
    add((one.vi as string).replace(/^(Tiếng|Người|Dân tộc)\s+/i, ''), code);
  }
  for (const code of codes)
    for (const texts of [vi, en]) add((texts as Record<string, string>)[`list.${labels}.${code}`], code);
  for (const code of codes) add(code, code);
  for (const [word, code] of Object.entries(extra[labels] ?? {})) add(word, code);
  words.set(labels, made);
  return made;
}

const extra: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sex: {
    nữ: 'female',
    nu: 'female',
    gái: 'female',
    f: 'female',
    woman: 'female',
    nam: 'male',
    trai: 'male',
    m: 'male',
    man: 'male',
    khác: 'other',
  },
  country: {
    'trung quốc': 'CN',
    tq: 'CN',
    china: 'CN',
    vn: 'VN',
    'việt nam': 'VN',
    lào: 'LA',
    campuchia: 'KH',
    myanmar: 'MM',
  },
  identityPaperKind: {
    'căn cước công dân': 'cccd',
    'căn cước': 'cccd',
    'chứng minh nhân dân': 'cmnd',
    'chứng minh thư': 'cmnd',
    'hộ chiếu': 'passport',
    passport: 'passport',
  },
};

const answerWords: Readonly<Record<string, string>> = {
  co: 'yes',
  yes: 'yes',
  x: 'yes',
  y: 'yes',
  can: 'yes',
  true: 'yes',
  1: 'yes',
  khong: 'no',
  no: 'no',
  n: 'no',
  false: 'no',
  0: 'no',
  'khong ro': 'unknown',
  unknown: 'unknown',
  'tu choi': 'declined',
  'chua hoi': 'not_asked',
};

const unansweredWords: Readonly<Record<string, string>> = {
  'khong ro': 'unknown',
  'chua ro': 'unknown',
  unknown: 'unknown',
  'tu choi': 'declined',
  'khong khai': 'declined',
  'chua hoi': 'not_asked',
};

const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T]+(\d{1,2}):(\d{2})(?::\d{2})?)?$/;

const two = (text: string): string => text.padStart(2, '0');

/** A day as registers write it, whole or half known; `at` is the time of day if one stands there. */
export function readLooseDay(cell: string, order: DayOrder): { day: string; at: string | null } | null {
  const iso = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})/.exec(cell);
  if (iso && parseDay(iso[1]!)) return { day: iso[1]!, at: iso[2]! };
  const monthYear = /^(\d{1,2})[/.-](\d{4})$/.exec(cell);
  const partial = parsePartialDay(monthYear ? `${monthYear[2]}-${two(monthYear[1]!)}` : cell);
  if (partial) return { day: partial, at: null };
  const parts = slashed.exec(cell);
  if (!parts) return null;
  const [, first, second, year, hour, minute] = parts as unknown as [
    string,
    string,
    string,
    string,
    string?,
    string?,
  ];
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  const whole = parseDay(`${year}-${two(month)}-${two(day)}`);
  return whole ? { day: whole, at: hour ? `${two(hour)}:${minute}` : null } : null;
}

/** What the days of a file say about the order of day and month: one `25/…` or `…/25/…` settles it; null when they contradict each other or none does. */
export function orderOfDays(cells: Iterable<string>): { order: DayOrder | null; unsure: boolean } {
  let [dayFirst, monthFirst, unsure] = [false, false, false];
  for (const cell of cells) {
    const parts = slashed.exec(cell.trim());
    if (!parts) continue;
    const [first, second] = [Number(parts[1]), Number(parts[2])];
    if (first > 12) dayFirst = true;
    else if (second > 12) monthFirst = true;
    else if (first !== second) unsure = true;
  }
  return {
    order: dayFirst === monthFirst ? null : dayFirst ? 'day-first' : 'month-first',
    unsure: unsure || (dayFirst && monthFirst),
  };
}

type Read = { value: unknown } | { issue: Omit<FieldIssue, 'field'> };
const bad = (reason: string): Read => ({ issue: { reason } });

/** The raw value for a field's parser, or why the cell cannot be one. */
export function readTarget(name: string, cell: string, order: DayOrder): Read {
  const field: Field = (importFields as Readonly<Record<string, Field>>)[name]!;
  const folded = foldText(cell);
  if (field.asked && unansweredWords[folded]) return { value: { unanswered: unansweredWords[folded] } };
  const codeOf = (text: string): string | undefined =>
    vocabulary(field.options.labels ?? name, field.options.codes ?? []).get(foldText(text));
  switch (field.kind.name) {
    case 'choice': {
      const code = codeOf(cell);
      return code ? { value: code } : bad('import_value_unknown');
    }
    case 'choices': {
      const found = cell
        .split(/[;,/\n]/)
        .filter(part => part.trim() !== '')
        .map(codeOf);
      return found.every(code => code !== undefined) ? { value: found } : bad('import_value_unknown');
    }
    case 'answer':
      return answerWords[folded] ? { value: answerWords[folded] } : bad('import_value_unknown');
    case 'names':
      return {
        value: cell
          .split(/[;\n]/)
          .map(part => part.trim())
          .filter(Boolean)
          .map(text => ({ text, kind: /\p{Script=Han}/u.test(text) ? 'foreign' : 'alias' })),
      };
    case 'whole':
      return /^\d{1,6}$/.test(cell) ? { value: Number(cell) } : bad('whole');
    case 'flag':
      return answerWords[folded] === 'yes' || answerWords[folded] === 'no'
        ? { value: answerWords[folded] === 'yes' }
        : bad('flag');
    case 'partialDay':
    case 'day': {
      const day = readLooseDay(cell, order)?.day;
      return day && (field.kind.name === 'partialDay' || day.length === 10)
        ? { value: day }
        : bad(field.kind.name);
    }
    case 'instant':
      return readInstant(cell, order);
    case 'unit':
      return { value: readUnit(cell, order) };
    default:
      return { value: cell };
  }
}

/** `02683`, `2683`, or with the day whose units are meant: `02683 (1/5/2021)`. Everything else is a name. */
function readUnit(cell: string, order: DayOrder): WrittenUnit {
  const [, code, rest = ''] = /^(\d{2,5})(?:[\s@(,;/-]+(.+?)\)?)?$/.exec(cell) ?? [];
  const day = rest === '' ? null : (readLooseDay(rest, order)?.day ?? '');
  return code && (day === null || day.length === 10) ? { code, on: day as Day | null } : { named: cell };
}

/** Local time of the province. */
function readInstant(cell: string, order: DayOrder): Read {
  const exact = parseInstant(cell);
  if (exact) return { value: exact };
  const found = readLooseDay(cell, order);
  // People write a day here, and are told of a day; "moment" is our word.
  if (found?.day.length !== 10) return bad('day');
  const moment: Instant | null = found.at
    ? parseInstant(`${found.day}T${found.at}:00+07:00`)
    : startOfDay(found.day as Day);
  return moment ? { value: moment } : bad('day');
}
