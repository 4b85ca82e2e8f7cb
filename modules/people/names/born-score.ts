/**
 * Weighs two half-known birth dates in bits. What is surprising: in the hills a birth is often registered years later, as a year
 * only, as 1 January, or by the lunar calendar (three to seven weeks earlier, so a birth late in the lunar year falls in the next
 * solar year); hence a year more is nearer than a year less, and 1 January is no evidence of a day.
 */
import type { Reason, ReasonCode } from './reasons.ts';

export type BornPrecision = 'exact' | 'year' | 'estimated' | (string & {});

type Born = { year: number; month: number | null; day: number | null };

/** `1998`, `1998-07`, `1998-07-03` → numbers; null for anything else. 1 January counts as a year only. */
export function readBorn(born: string | null | undefined, precision?: BornPrecision): Born | null {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(born ?? '');
  if (found === null) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2] ?? 0), Number(found[3] ?? 0)];
  const yearOnly = precision === 'year' || precision === 'estimated' || (month === 1 && day === 1);
  if (yearOnly || month === 0) return { year, month: null, day: null };
  return { year, month, day: day === 0 ? null : day };
}

/** The one reason two birth dates give, or null when a date is missing. `estimated` halves what a difference counts. */
export function compareBorn(left: Born | null, right: Born | null, estimated: boolean): Reason | null {
  if (left === null || right === null) return null;
  const years = Math.abs(left.year - right.year);
  const say = (code: ReasonCode, bits: number): Reason => ({
    code,
    params: { years },
    bits: estimated && bits < 0 ? bits / 2 : bits,
  });
  if (left.month !== null && right.month !== null) return compareMonths(left, right, years, say);
  if (years === 0) return say('born.year', 4.5);
  if (years === 1 && isLunarYear(left, right)) return say('born.lunar', 3);
  if (years === 1) return say('born.near', left.month === null && right.month === null ? 0.5 : -1);
  if (isYearSlip(left.year, right.year)) return say('born.slip', -2);
  return years === 2 ? say('born.near', -2) : say('born.differs', years < 5 ? -5 : -8);
}

function compareMonths(
  left: Born,
  right: Born,
  years: number,
  say: (code: ReasonCode, bits: number) => Reason,
): Reason {
  if (left.day === null || right.day === null) {
    if (years === 0 && left.month === right.month) return say('born.month', 8);
    if (years === 0) return say('born.year', 1.5);
    return years === 1 ? say('born.near', -2) : say('born.differs', years < 5 ? -5 : -8);
  }
  const [sameMonth, sameDay] = [left.month === right.month, left.day === right.day];
  if (years === 0 && sameMonth && sameDay) return say('born.same', 14);
  if (years === 0 && left.month === right.day && left.day === right.month) return say('born.swap', 9);
  const apart = Math.abs(dayNumber(left) - dayNumber(right));
  const shifted =
    sameDay &&
    (Math.abs(left.month! - right.month!) === 1 ||
      (years === 1 && Math.abs(left.month! - right.month!) === 11));
  if (apart <= 62 && (shifted || (apart >= 18 && apart <= 55 && years === 1))) return say('born.lunar', 5);
  if (years === 0 && (sameMonth || sameDay)) return say('born.slip', 5);
  if (years === 0) return say('born.year', apart >= 18 && apart <= 55 ? 2 : 1);
  if (sameMonth && sameDay && (years === 1 || isYearSlip(left.year, right.year))) return say('born.slip', 6);
  if (years <= 2) return say('born.near', -3);
  return say('born.differs', years < 5 ? -5 : -8);
}

function dayNumber(born: Born): number {
  return Date.UTC(born.year, born.month! - 1, born.day!) / 86_400_000;
}

/** A lunar year against a solar date early in the next year: a date in January or February belongs to the lunar year before. */
function isLunarYear(left: Born, right: Born): boolean {
  const [early, late] = left.year < right.year ? [left, right] : [right, left];
  return early.month === null && late.month !== null && late.month <= 2;
}

/** 1989 and 1998 (digits swapped), 1988 and 1998 (one digit): a slip of the pen is likelier than for other differences. */
function isYearSlip(left: number, right: number): boolean {
  const [one, other] = [String(left), String(right)];
  const unlike = [...one].filter((digit, at) => digit !== other[at]).length;
  return unlike === 1
    ? Math.abs(left - right) >= 10
    : unlike === 2 && [...one].sort().join('') === [...other].sort().join('');
}
