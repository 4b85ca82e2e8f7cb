/** Days, moments and half-known dates: what is refused first, then Vietnamese midnight, month ends and ages. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addHours,
  addMonths,
  ageOn,
  compareDays,
  compareInstants,
  type Day,
  dayOf,
  daysBetween,
  formatDay,
  formatInstant,
  getDay,
  getInstant,
  instantOf,
  isUnder18,
  millisOf,
  type PartialDay,
  parseDay,
  parseInstant,
  parsePartialDay,
  partialRange,
  startOfDay,
  weekday,
} from './day.ts';

const days = fc.integer({ min: -36_500, max: 36_500 }).map(offset => addDays(getDay('2000-01-01'), offset));
const instants = fc
  .integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2100, 0, 1) })
  .map(millis => instantOf(millis));
const partials = fc.oneof(
  days,
  days.map(day => day.slice(0, 7) as PartialDay),
  days.map(day => day.slice(0, 4) as PartialDay),
);

describe('text that is refused', () => {
  it.each([
    '',
    '2025-7-1',
    '2025-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '01/07/2025',
    '0999-01-01',
  ])('%s is not a day', text => expect(parseDay(text)).toBeNull());
  it.each(['2025-07-01 ', '2025-07-01\n', '2025-07-01T00:00:00Z', null, undefined, 20250701, ['2025-07-01']])(
    '%j is not a day',
    text => expect(parseDay(text)).toBeNull(),
  );
  it.each(['98', '1998-7', '1998-13', '1998-02-30', '', 1998])('%j is not a half-known date', text =>
    expect(parsePartialDay(text)).toBeNull(),
  );
  it.each([
    '2025-07-01',
    '2025-07-01T08:00:00',
    '2025-07-01T24:00:00Z',
    '2025-07-01T08:60Z',
    '2025-02-30T08:00Z',
    '2025-07-01T08:00:00+15:00',
    '2025-07-01T08:00:00.Z',
    '1000-01-01T03:00:00+07:00',
  ])('%s is not an instant', text => expect(parseInstant(text)).toBeNull());
  it('the getters throw instead', () => {
    expect(() => getDay('2025-02-29')).toThrow(RangeError);
    expect(() => getInstant('2025-07-01T08:00:00')).toThrow(RangeError);
    expect(() => instantOf(Number.NaN)).toThrow(RangeError);
  });
  it('arithmetic does not run out of the four-digit years silently', () => {
    expect(() => addDays(getDay('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addMonths(getDay('1000-01-15'), -1)).toThrow(RangeError);
  });
});

describe('instants', () => {
  it('are UTC with milliseconds, whatever offset came in', () => {
    expect(parseInstant('2021-07-02T22:15:00+07:00')).toBe('2021-07-02T15:15:00.000Z');
    expect(parseInstant('2021-07-02T22:15-03:30')).toBe('2021-07-03T01:45:00.000Z');
    expect(parseInstant('2021-07-02T22:15:09.123456Z')).toBe('2021-07-02T22:15:09.123Z');
    expect(parseInstant('2021-07-02T22:15:09.5Z')).toBe('2021-07-02T22:15:09.500Z');
  });
  it('turn over at 17:00 UTC, which is midnight in Vietnam', () => {
    expect(dayOf(getInstant('2025-06-30T16:59:59.999Z'))).toBe('2025-06-30');
    expect(dayOf(getInstant('2025-06-30T17:00:00.000Z'))).toBe('2025-07-01');
    expect(startOfDay(getDay('2025-07-01'))).toBe('2025-06-30T17:00:00.000Z');
  });
  it('keep their order and come back from numbers and text unchanged', () => {
    fc.assert(
      fc.property(instants, instants, (a, b) => {
        expect(parseInstant(a)).toBe(a);
        expect(instantOf(millisOf(a))).toBe(a);
        expect(Math.sign(compareInstants(a, b))).toBe(Math.sign(millisOf(a) - millisOf(b)));
      }),
    );
  });
  it('lie within the day they belong to', () => {
    fc.assert(
      fc.property(instants, instant => {
        const day = dayOf(instant);
        expect(startOfDay(day) <= instant && instant < startOfDay(addDays(day, 1))).toBe(true);
      }),
    );
  });
  it('move by exact hours', () => {
    expect(addHours(getInstant('2021-07-02T22:15:00+07:00'), 72)).toBe('2021-07-05T15:15:00.000Z');
  });
});

describe('days', () => {
  it('a month ends on its last day where the same number is missing', () => {
    expect(addMonths(getDay('2021-12-31'), 2)).toBe('2022-02-28');
    expect(addMonths(getDay('2023-12-31'), 2)).toBe('2024-02-29');
    expect(addMonths(getDay('2025-03-31'), -1)).toBe('2025-02-28');
    expect(addMonths(getDay('2025-01-15'), -13)).toBe('2023-12-15');
  });
  it('know their weekday', () => {
    expect(weekday(getDay('2025-07-01'))).toBe(2);
    expect(weekday(getDay('2026-06-07'))).toBe(7);
    expect(weekday(getDay('1969-12-29'))).toBe(1);
  });
  it('count forwards and backwards alike', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        const later = addDays(day, count);
        expect(parseDay(later)).toBe(later);
        expect(daysBetween(day, later)).toBe(count);
        expect(addDays(later, -count)).toBe(day);
        expect(Math.sign(compareDays(later, day))).toBe(Math.sign(count));
        expect(Math.abs((weekday(later) - weekday(day) - count) % 7)).toBe(0);
      }),
    );
  });
  it('months never go past the month they aim at, and never lower the number without need', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -600, max: 600 }), (day, count) => {
        const moved = addMonths(day, count);
        const monthsOf = (each: Day) => Number(each.slice(0, 4)) * 12 + Number(each.slice(5, 7));
        expect(monthsOf(moved) - monthsOf(day)).toBe(count);
        const sameNumber = moved.slice(8) === day.slice(8);
        const lastOfMonth = addDays(moved, 1).slice(8) === '01';
        expect(sameNumber || (lastOfMonth && moved.slice(8) < day.slice(8))).toBe(true);
      }),
    );
  });
});

describe('half-known dates', () => {
  it('stand for a half-open range of days', () => {
    expect(partialRange('1998' as PartialDay)).toEqual({ from: '1998-01-01', to: '1999-01-01' });
    expect(partialRange('1998-12' as PartialDay)).toEqual({ from: '1998-12-01', to: '1999-01-01' });
    expect(partialRange(getDay('1998-12-31'))).toEqual({ from: '1998-12-31', to: '1999-01-01' });
  });
  it('read back as themselves, and a day inside gives an age inside', () => {
    fc.assert(
      fc.property(partials, days, fc.nat(366), (born, day, offset) => {
        expect(parsePartialDay(born)).toBe(born);
        const { from, to } = partialRange(born);
        const exact = addDays(from, Math.min(offset, daysBetween(from, to) - 1));
        const range = ageOn(born, day);
        const { least, most } = ageOn(exact, day);
        expect(least).toBe(most);
        expect(range.least <= least && least <= range.most).toBe(true);
        expect(range.most - range.least).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('age', () => {
  it('changes on the birthday', () => {
    expect(ageOn(getDay('2008-07-01'), getDay('2026-06-30'))).toEqual({ least: 17, most: 17 });
    expect(ageOn(getDay('2008-07-01'), getDay('2026-07-01'))).toEqual({ least: 18, most: 18 });
  });
  it('is a range when only the year or month is known', () => {
    expect(ageOn('2008' as PartialDay, getDay('2026-07-01'))).toEqual({ least: 17, most: 18 });
    expect(ageOn('2008-06' as PartialDay, getDay('2026-07-01'))).toEqual({ least: 18, most: 18 });
  });
  it('of a leap-day child changes on 1 March in common years', () => {
    expect(isUnder18(getDay('2008-02-29'), getDay('2026-02-28'))).toBe('yes');
    expect(isUnder18(getDay('2008-02-29'), getDay('2026-03-01'))).toBe('no');
  });
  it('is nought for a birth that lies ahead', () => {
    expect(ageOn(getDay('2026-12-01'), getDay('2026-07-01'))).toEqual({ least: 0, most: 0 });
  });
  it('under 18 is yes, no or unknown', () => {
    expect(isUnder18('2009' as PartialDay, getDay('2026-12-31'))).toBe('yes');
    expect(isUnder18('2008' as PartialDay, getDay('2026-12-30'))).toBe('unknown');
    expect(isUnder18('2008' as PartialDay, getDay('2026-12-31'))).toBe('no');
  });
});

describe('dates as people read them', () => {
  it('in Vietnamese', () => {
    expect(formatDay(getDay('2026-11-24'), 'vi')).toBe('24/11/2026');
    expect(formatDay(getDay('2026-06-04'), 'vi')).toBe('04/06/2026');
    expect(formatDay('1998-07' as PartialDay, 'vi')).toBe('07/1998');
    expect(formatDay('1998' as PartialDay, 'vi')).toBe('1998');
    expect(formatInstant(getInstant('2026-11-23T17:05:00Z'), 'vi')).toBe('00:05 24/11/2026');
  });
  it('in English', () => {
    expect(formatDay(getDay('2026-11-04'), 'en')).toBe('4 Nov 2026');
    expect(formatDay('1998-07' as PartialDay, 'en')).toBe('Jul 1998');
    expect(formatDay('1998' as PartialDay, 'en')).toBe('1998');
    expect(formatInstant(getInstant('2026-11-23T17:05:00Z'), 'en')).toBe('24 Nov 2026, 00:05');
  });
});
