/**
 * The calendar: days, moments and half-known dates, as branded text that sorts by itself and travels as JSON. Vietnam has one
 * fixed offset, +07:00 without daylight saving, so there is no timezone library here; `Date` is used inside for arithmetic and
 * never comes out. Years run from 1000 to 9999. Now and today are always passed in.
 */

declare const partial: unique symbol;
declare const whole: unique symbol;
declare const moment: unique symbol;

/** `1998`, `1998-07` or `1998-07-03`: as much of a date as is known. */
export type PartialDay = string & { readonly [partial]: true };
/** `2025-07-01`: a calendar day in Vietnam. Every `Day` is a `PartialDay`. */
export type Day = PartialDay & { readonly [whole]: true };
/** `2025-06-30T17:00:00.000Z`: a moment, UTC, always with milliseconds. */
export type Instant = string & { readonly [moment]: true };
/** `to` is the first day (or moment) that no longer belongs. */
export type DayRange = { from: Day; to: Day };
export type Lang = 'vi' | 'en';
/** Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const MILLIS_PER_HOUR = 3_600_000;
const MILLIS_PER_DAY = 24 * MILLIS_PER_HOUR;
const VIETNAM_OFFSET = 7 * MILLIS_PER_HOUR;
const FIRST_MILLIS = Date.UTC(1000, 0, 1);
const PAST_MILLIS = Date.UTC(10_000, 0, 1);
const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Reads `2025-07-01`; null for anything else, for days that do not exist (30 February) and for text that is not text. */
export function parseDay(text: unknown): Day | null {
  const match = typeof text === 'string' ? /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text) : null;
  if (!match) return null;
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  return match[0] as Day;
}

/** Reads `1998`, `1998-07` or `1998-07-03`; null for anything else. */
export function parsePartialDay(text: unknown): PartialDay | null {
  if (typeof text !== 'string') return null;
  if (/^[1-9]\d{3}$/.test(text)) return text as PartialDay;
  if (/^[1-9]\d{3}-(0[1-9]|1[0-2])$/.test(text)) return text as PartialDay;
  return parseDay(text);
}

/**
 * Reads ISO text with an offset (`…Z` or `…+07:00`) and gives it back in UTC with milliseconds; finer digits are cut off.
 * Null without an offset: the meaning of such text would depend on the machine that reads it.
 */
export function parseInstant(text: unknown): Instant | null {
  const match =
    typeof text === 'string'
      ? /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/.exec(
          text,
        )
      : null;
  const day = match && parseDay(match[1]);
  if (!match || !day) return null;
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4] ?? 0)];
  const [offsetHour, offsetMinute] = [Number(match[7] ?? 0), Number(match[8] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59 || offsetHour > 14 || offsetMinute > 59) return null;
  const millis = Number((match[5] ?? '').padEnd(3, '0').slice(0, 3));
  const offset = (match[6] === '-' ? -1 : 1) * (offsetHour * 60 + offsetMinute) * 60_000;
  const time = hour * MILLIS_PER_HOUR + minute * 60_000 + second * 1000 + millis - offset;
  const total = midnightUtc(day) + time;
  return isRepresentable(total) ? (new Date(total).toISOString() as Instant) : null;
}

/** As `parseDay`, for text known to be good (constants, database columns); throws `RangeError` otherwise. */
export function getDay(text: string): Day {
  return parseDay(text) ?? fail('not a day');
}

/** As `parseInstant`, for text known to be good; throws `RangeError` otherwise. */
export function getInstant(text: string): Instant {
  return parseInstant(text) ?? fail('not an instant');
}

/** The moment that many milliseconds after 1970 UTC: the one way in from clocks and database drivers (`date.getTime()`). */
export function instantOf(millis: number): Instant {
  if (!isRepresentable(millis)) return fail('instant outside the years 1000 to 9999');
  return new Date(millis).toISOString() as Instant;
}

/** Milliseconds since 1970 UTC. */
export function millisOf(instant: Instant): number {
  return Date.parse(instant);
}

/** The calendar day in Vietnam at that moment. */
export function dayOf(instant: Instant): Day {
  return dayAt(millisOf(instant) + VIETNAM_OFFSET);
}

/** The calendar day a day or a moment lies on. */
export function dayIn(at: Day | Instant): Day {
  return parseDay(at) ?? dayOf(at as Instant);
}

/** ISO text of the moment with the offset of Vietnam, as somebody there writes it. */
export function localText(instant: Instant): string {
  const local = new Date(millisOf(instant) + VIETNAM_OFFSET).toISOString();
  return `${local.slice(0, 23).replace(/\.000$/, '')}+07:00`;
}

/** The first moment that is past a limit: a day lasts to its end. */
export function pastFrom(due: Day | Instant): Instant {
  const day = parseDay(due);
  return day ? startOfDay(addDays(day, 1)) : (due as Instant);
}

/** 00:00 in Vietnam on that day. */
export function startOfDay(day: Day): Instant {
  return instantOf(midnightUtc(day) - VIETNAM_OFFSET);
}

export function addDays(day: Day, count: number): Day {
  return dayAt(midnightUtc(day) + count * MILLIS_PER_DAY);
}

/** The same-numbered day so many months later (or earlier); the last day of that month where there is none: 31/12 + 2 → 28/2. */
export function addMonths(day: Day, count: number): Day {
  const { year, month, dayOfMonth } = partsOf(day);
  const months = year * 12 + (month - 1) + count;
  const [newYear, newMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  return dayFrom(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth)));
}

export function addHours(instant: Instant, count: number): Instant {
  return instantOf(millisOf(instant) + count * MILLIS_PER_HOUR);
}

export function weekday(day: Day): Weekday {
  return (((new Date(midnightUtc(day)).getUTCDay() + 6) % 7) + 1) as Weekday;
}

/** Negative, zero or positive, for `sort`. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function compareInstants(a: Instant, b: Instant): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How many days after `from` lies `to`: 1 from a day to the next, negative backwards. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((midnightUtc(to) - midnightUtc(from)) / MILLIS_PER_DAY);
}

/** The days a half-known date may stand for, half-open: `1998-07` → 1998-07-01 up to, not including, 1998-08-01. */
export function partialRange(partialDay: PartialDay): DayRange {
  const [year, month, dayOfMonth] = partialDay.split('-').map(Number);
  if (dayOfMonth) return { from: partialDay as Day, to: addDays(partialDay as Day, 1) };
  const from = dayFrom(year!, month ?? 1, 1);
  return { from, to: addMonths(from, month ? 1 : 12) };
}

/**
 * Whole years lived on that day. A half-known birth date gives a range; a known one gives `least === most`. A birth after the
 * day counts as 0 years. Somebody born on 29 February has the birthday on 1 March of common years: they stay a child a day
 * longer, never a day shorter.
 */
export function ageOn(born: PartialDay, day: Day): { least: number; most: number } {
  const { from, to } = partialRange(born);
  return { least: wholeYears(addDays(to, -1), day), most: wholeYears(from, day) };
}

/** `unknown` when the half-known birth date allows both. The caller decides what to do with it; in doubt a person is a child. */
export function isUnder18(born: PartialDay, day: Day): 'yes' | 'no' | 'unknown' {
  const { least, most } = ageOn(born, day);
  if (most < 18) return 'yes';
  return least >= 18 ? 'no' : 'unknown';
}

/** `24/11/2026` in Vietnamese, `24 Nov 2026` in English. Half-known dates: `11/2026`, `Nov 2026`, `2026`. */
export function formatDay(day: PartialDay, lang: Lang): string {
  const [year, month, dayOfMonth] = day.split('-');
  const parts =
    lang === 'vi'
      ? [dayOfMonth, month, year]
      : [dayOfMonth && String(Number(dayOfMonth)), month && MONTHS_EN[Number(month) - 1], year];
  return parts.filter(part => part !== undefined).join(lang === 'vi' ? '/' : ' ');
}

/** Vietnamese time to the minute: `22:15 24/11/2026`, `24 Nov 2026, 22:15`. */
export function formatInstant(instant: Instant, lang: Lang): string {
  const clock = new Date(millisOf(instant) + VIETNAM_OFFSET).toISOString().slice(11, 16);
  const day = formatDay(dayOf(instant), lang);
  return lang === 'vi' ? `${clock} ${day}` : `${day}, ${clock}`;
}

/** A day as a day, a moment to the minute. */
export function formatAt(at: Day | Instant, lang: Lang): string {
  const day = parseDay(at);
  return day ? formatDay(day, lang) : formatInstant(at as Instant, lang);
}

function wholeYears(born: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return Math.max(0, day.slice(5) < born.slice(5) ? years - 1 : years);
}

function partsOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), dayOfMonth: Number(day.slice(8)) };
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function midnightUtc(day: Day): number {
  const { year, month, dayOfMonth } = partsOf(day);
  return Date.UTC(year, month - 1, dayOfMonth);
}

/** Days that were written before: most dates are of few years, and limits are counted by the hundred thousand. */
const written = new Map<number, Day>();
const mostWritten = 100_000;

function dayAt(millis: number): Day {
  const number = Math.floor(millis / MILLIS_PER_DAY);
  const known = written.get(number);
  if (known) return known;
  if (!isRepresentable(millis)) return fail('day outside the years 1000 to 9999');
  const day = new Date(millis).toISOString().slice(0, 10) as Day;
  if (written.size >= mostWritten) written.clear();
  written.set(number, day);
  return day;
}

function dayFrom(year: number, month: number, dayOfMonth: number): Day {
  return dayAt(Date.UTC(year, month - 1, dayOfMonth));
}

function isRepresentable(millis: number): boolean {
  return millis >= FIRST_MILLIS && millis < PAST_MILLIS;
}

function fail(reason: string): never {
  throw new RangeError(reason);
}
