/* One cell into one value, by the type of its field. Every reading either gives a canonical value (written back, it reads the same) or none at all, with
 * notes on what was assumed. Notes carry no content: the cell may hold a name or a telephone number, and notes end up on screens and in logs. */
import { type Day, parseDay, parsePartialDay } from '../../../kernel/day.ts';
import { foldCode, tidy } from '../text.ts';
import { findCitizenship, findCountry } from './countries.ts';
import { extensionCodes, findCode, getHtcdsField, type HtcdsName, isStandardCode } from './profile.ts';

export type HtcdsValue = string | string[] | boolean | null;
export type Severity = 'error' | 'warning' | 'info';
export type Note = { code: NoteCode; params: Record<string, string | number>; severity: Severity };
/** What may be said about a cell: `exchange.issue.<code>` in locales/. */
export const noteCodes = [
  'value_unknown',
  'value_of_older_version',
  'value_is_extension',
  'several_values',
  'several_values_first_taken',
  'day_unreadable',
  'day_incomplete',
  'day_order_unknown',
  'time_of_day_dropped',
  'number_unreadable',
  'number_out_of_range',
  'checkbox_unreadable',
  'country_unknown',
  'country_as_name',
  'country_alpha3',
  'language_unknown',
  'language_converted',
  'phone_national',
  'phone_unsure',
] as const;
export type NoteCode = (typeof noteCodes)[number];

/** `day-first` is Vietnamese; `unknown` when the file's own days do not tell. */
export type DayOrder = 'day-first' | 'month-first' | 'unknown';
export type ReadingHabits = { dayOrder: DayOrder; multiple: 'semicolon' | 'space' };
/** `value` null with `unread` true: the cell holds something, but nothing that could be read. `extension` belongs into the column `x_<field>`. */
export type CellReading = { value: HtcdsValue; extension: string | null; unread: boolean; notes: Note[] };

/** Reads one cell of a field. An empty cell gives null without a note. */
export function readCell(name: HtcdsName, cell: string, habits: ReadingHabits): CellReading {
  const text = tidy(cell);
  if (text === '') return { value: null, extension: null, unread: false, notes: [] };
  switch (getHtcdsField(name).type) {
    case 'text':
    case 'longText':
      return read(text);
    case 'code':
      return readCode(name, text, habits);
    case 'codes':
      return readCodes(name, text, habits);
    case 'day':
      return readDay(text, habits.dayOrder);
    case 'checkbox':
      return readCheckbox(text);
    case 'whole':
      return readWhole(text);
    case 'degrees':
      return readDegrees(name, text);
    case 'country':
      return readCountry(text);
    case 'countries':
      return readCountries(text);
    case 'language':
      return readLanguage(text);
    case 'phone':
      return readPhone(text);
  }
}

function read(value: HtcdsValue, ...notes: Note[]): CellReading {
  return { value, extension: null, unread: false, notes };
}

function unread(code: NoteCode, severity: Severity = 'error', params: Note['params'] = {}): CellReading {
  return { value: null, extension: null, unread: true, notes: [{ code, severity, params }] };
}

function note(code: NoteCode, severity: Severity, params: Note['params'] = {}): Note {
  return { code, severity, params };
}

// Codes

/** A picklist takes one value whole. Only industries may be several: the survey form lets people choose more than the standard has room for. */
function readCode(name: HtcdsName, text: string, habits: ReadingHabits): CellReading {
  const { codes, unknown, notes } = resolveCodes(name, text, habits);
  if (codes.length === 0 || unknown > 0) return unread('value_unknown');
  if (codes.length === 1) return read(codes[0]!, ...notes);
  if (name !== 'vic_ForcedLabourIndustry') return unread('several_values', 'error', { count: codes.length });
  notes.push(note('several_values_first_taken', 'warning', { count: codes.length }));
  return { value: codes[0]!, extension: codes.slice(1).join(';'), unread: false, notes };
}

function readCodes(name: HtcdsName, text: string, habits: ReadingHabits): CellReading {
  const { codes, unknown, notes } = resolveCodes(name, text, habits);
  if (unknown > 0)
    notes.push(note('value_unknown', codes.length > 0 ? 'warning' : 'error', { count: unknown }));
  const ours = codes.filter(code => extensionCodes[name]?.includes(code));
  if (ours.length === 0)
    return { value: codes.length > 0 ? codes : null, extension: null, unread: unknown > 0, notes };
  notes.push(note('value_is_extension', 'info', { codes: ours.join(';') }));
  return { ...splitExtensions(name, codes), unread: unknown > 0, notes };
}

/** Our own codes leave as one `Other` and stand in the extension; a true `Other` among them stands there too, so that nothing is lost. */
export function splitExtensions(
  name: HtcdsName,
  codes: readonly string[],
): { value: string[]; extension: string | null } {
  const ours = codes.filter(code => extensionCodes[name]?.includes(code));
  if (ours.length === 0) return { value: [...codes], extension: null };
  const standard = codes.filter(code => code !== 'Other' && !ours.includes(code));
  const others = codes.includes('Other') ? [...ours, 'Other'] : ours;
  return { value: [...standard, 'Other'], extension: others.join(';') };
}

/** Undoes `splitExtensions`. An extension without its `Other` is taken as well: a person may have edited the file. */
export function joinExtensions(
  name: HtcdsName,
  codes: readonly string[],
  extension: string | undefined,
): string[] {
  const others = (extension ?? '')
    .split(';')
    .map(text => findCode(name, text))
    .filter(code => code !== null);
  if (others.length === 0) return [...codes];
  return [...new Set([...codes.filter(code => code !== 'Other'), ...others])];
}

type Codes = { codes: string[]; unknown: number; notes: Note[] };

/**
 * The codes in a cell. Industry labels contain semicolons and commas themselves (“Water supply; sewerage, …”), so the longest run of pieces that makes
 * a known label wins. Splitting another way than the file's counts only when every piece is known: `Not Active` must not become `Active`.
 */
function resolveCodes(name: HtcdsName, text: string, habits: ReadingHabits): Codes {
  const pieces = text.split(habits.multiple === 'space' ? /[\s;]+/ : ';');
  if (pieces.every(piece => isStandardCode(name, piece)))
    return { codes: [...new Set(pieces)], unknown: 0, notes: [] };
  const whole = findCode(name, text);
  if (whole) return withOlder(name, text, { codes: [whole], unknown: 0, notes: [] });
  const ways = habits.multiple === 'space' ? [/\s+/, /[;\n]/, /,/] : [/[;\n]/, /,/, /\s+/];
  const readings = ways.map(way => resolvePieces(name, text.split(way).map(tidy).filter(Boolean)));
  return withOlder(name, text, readings.find(({ unknown }) => unknown === 0) ?? readings[0]!);
}

function resolvePieces(name: HtcdsName, pieces: readonly string[]): Codes {
  const codes: string[] = [];
  let unknown = 0;
  for (let start = 0; start < pieces.length; ) {
    let end = Math.min(pieces.length, start + 6);
    while (end > start && !findCode(name, pieces.slice(start, end).join(' '))) end--;
    if (end === start) {
      unknown++;
      start++;
      continue;
    }
    const code = findCode(name, pieces.slice(start, end).join(' '))!;
    if (!codes.includes(code)) codes.push(code);
    start = end;
  }
  return { codes, unknown, notes: [] };
}

const olderWords = ['female', 'male', 'educationalfacility', 'work', 'illicitactivities', 'illegaladoption'];

function withOlder(name: HtcdsName, text: string, codes: Codes): Codes {
  const pieces = text.split(/[;\s,]+/).map(foldCode);
  const standard = getHtcdsField(name).options.map(option => foldCode(option.name));
  if (pieces.some(piece => olderWords.includes(piece) && !standard.includes(piece)))
    codes.notes.push(note('value_of_older_version', 'info'));
  return codes;
}

// Days, numbers, ticks

function readDay(text: string, order: DayOrder): CellReading {
  const stamp = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/.exec(text);
  const iso = parseDay(stamp?.[1] ?? text);
  if (iso) return stamp ? read(iso, note('time_of_day_dropped', 'info')) : read(iso);
  const partial = readPartialDay(text);
  if (partial) {
    const incomplete = note('day_incomplete', 'warning');
    return { value: null, extension: partial, unread: false, notes: [incomplete] };
  }
  const parts = slashedDay(text);
  if (!parts) return unread('day_unreadable');
  const asDayFirst = dayFrom(parts.year, parts.second, parts.first);
  const asMonthFirst = dayFrom(parts.year, parts.first, parts.second);
  const day = order === 'month-first' ? asMonthFirst : asDayFirst;
  if (!day) return unread('day_unreadable');
  const unsure = order === 'unknown' && asMonthFirst !== null && asMonthFirst !== asDayFirst;
  return unsure ? read(day, note('day_order_unknown', 'info')) : read(day);
}

/** `1998`, `1998-07`, `07/1998`, `7-1998`. */
function readPartialDay(text: string): string | null {
  const monthYear = /^(\d{1,2})[/.-](\d{4})$/.exec(text);
  return parsePartialDay(monthYear ? `${monthYear[2]}-${monthYear[1]!.padStart(2, '0')}` : text);
}

/** The three numbers of `03/07/1998` in the order written. Two-digit years are not guessed. */
export function slashedDay(text: string): { first: number; second: number; year: number } | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T]\d{1,2}:\d{2}.*)?$/.exec(text);
  return match ? { first: Number(match[1]), second: Number(match[2]), year: Number(match[3]) } : null;
}

function dayFrom(year: number, month: number, dayOfMonth: number): Day | null {
  return parseDay(`${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`);
}

const yes = new Set(['true', 'yes', 'y', '1', 'co', 'x', 'dung', 'ok', 'dongy', 'checked']);
const no = new Set(['false', 'no', 'n', '0', 'khong', 'sai', 'khongdongy', 'unchecked']);

function readCheckbox(text: string): CellReading {
  if (text === '✓' || text === '✔' || text === '☑') return read(true);
  if (yes.has(foldCode(text))) return read(true);
  return no.has(foldCode(text)) ? read(false) : unread('checkbox_unreadable');
}

/** Children and ages: whole, from 0 to 150. */
function readWhole(text: string): CellReading {
  if (!/^\d{1,9}([.,]0+)?$/.test(text)) return unread('number_unreadable');
  const number = Math.trunc(Number(text.replace(',', '.')));
  return number > 150 ? unread('number_out_of_range', 'error', { most: 150 }) : read(String(number));
}

function readDegrees(name: HtcdsName, text: string): CellReading {
  const plain = text.replace(/°$/, '').replace(',', '.');
  if (!/^[+-]?\d{1,3}(\.\d+)?(e-?\d{1,3})?$/i.test(plain)) return unread('number_unreadable');
  const number = Number(plain) || 0;
  const most = name.endsWith('Latitude') ? 90 : 180;
  return Math.abs(number) > most ? unread('number_out_of_range', 'error', { most }) : read(String(number));
}

// Countries, languages, telephones

function readCountry(text: string): CellReading {
  const country = findCountry(text);
  // An address country may be text in HTCDS, so what is not recognised is kept as written.
  if (!country) return read(text, note('country_unknown', 'warning'));
  return read(country, ...countryNotes(text, country));
}

function readCountries(text: string): CellReading {
  const whole = findCitizenship(text);
  const pieces = whole
    ? [text]
    : text
        .split(/[;\n,|/]/)
        .map(tidy)
        .filter(Boolean);
  const bySpace = pieces.every(piece =>
    piece.split(/\s+/).every(word => /^[A-Za-z]{2,3}$/.test(word) && findCitizenship(word)),
  );
  const words = !whole && bySpace ? pieces.flatMap(piece => piece.split(/\s+/)) : pieces;
  const found = words.map(word => ({ word, country: findCitizenship(word) }));
  const countries = [...new Set(found.map(({ country }) => country).filter(country => country !== null))];
  const unknown = found.filter(({ country }) => country === null).length;
  if (countries.length === 0) return unread('country_unknown');
  const notes = found.flatMap(({ word, country }) => (country ? countryNotes(word, country) : []));
  if (unknown > 0) notes.push(note('country_unknown', 'warning', { count: unknown }));
  return { value: countries, extension: null, unread: unknown > 0, notes };
}

function countryNotes(text: string, country: string): Note[] {
  if (text === country) return [];
  return [note(/^[A-Z]{3}$/.test(text) ? 'country_alpha3' : 'country_as_name', 'info', { country })];
}

/** ISO 639-1 to 639-2 (terminological) for the languages heard here; anything else of two letters is kept and noted. */
const languages: Record<string, string> = {
  vi: 'vie',
  zh: 'zho',
  en: 'eng',
  fr: 'fra',
  km: 'khm',
  lo: 'lao',
  th: 'tha',
  my: 'mya',
  ms: 'msa',
  id: 'ind',
  tl: 'tgl',
  ko: 'kor',
  ja: 'jpn',
  ru: 'rus',
  hi: 'hin',
  de: 'deu',
  es: 'spa',
};

function readLanguage(text: string): CellReading {
  if (/^[a-z]{3}$/i.test(text)) return read(text.toLowerCase());
  const known = languages[text.toLowerCase()];
  if (known) return read(known, note('language_converted', 'info', { language: known }));
  return read(text, note('language_unknown', 'warning'));
}

/**
 * Telephones to E.164 where that is certain. HTCDS's own pattern rejects the national form everybody here writes (`0912 345 678`); ten digits from 03,
 * 05, 07, 08, 09 are mobiles and eleven from 02 landlines in Vietnam. The same on the way in and on the way out, so that a number leaves alike however it
 * came. All else is kept as written, because half a number still finds somebody.
 */
export function phoneAsE164(text: string): string | null {
  const digits = text.replace(/[\s().\-\u2010-\u2015]/g, '').replace(/^00/, '+');
  if (/^\+[1-9]\d{6,14}$/.test(digits)) return digits;
  const national = /^(?:0|84)([35789]\d{8}|2\d{9})$/.exec(digits);
  return national ? `+84${national[1]}` : null;
}

function readPhone(text: string): CellReading {
  const phone = phoneAsE164(text);
  if (!phone) return read(text, note('phone_unsure', 'warning'));
  return /^[\s(]*(\+|00)/.test(text) ? read(phone) : read(phone, note('phone_national', 'info'));
}
