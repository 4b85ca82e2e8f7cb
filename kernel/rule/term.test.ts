/** Counting terms without any file: what is refused, what is only advice, and what must hold for every day there is. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addHours, dayOf, daysBetween, getDay, getInstant, startOfDay } from '../day.ts';
import { addWorkingDays, type Calendar, findDayOff, rollToWorkingDay } from './calendar.ts';
import { isBinding, overlaps, type Parameter, parameterById, parameterOn } from './parameter.ts';
import { reasonValues } from './reason.ts';
import { clockState, computeTerm } from './term.ts';

const line: Parameter = {
  id: 'test.line',
  family: 'test',
  article: 'Điều 1',
  title: { vi: 'Thử', en: 'Test' },
  holder: { vi: 'Thử', en: 'Test' },
  trigger: 'received',
  unit: 'day',
  value: 3,
  counting: { start_day_included: false, roll_to_working_day: true, month_as_30_days: false },
  counting_article: 'Điều 2',
  line_chosen_by: 'trigger_day',
  valid_from: getDay('2020-01-01'),
  valid_to: null,
  confidence: 'high',
  source: 'test',
};
const calendar: Calendar = {
  years: {},
  lunar: { 2026: { tet: getDay('2026-02-17'), hung_kings: getDay('2026-04-26') } },
};
const days = fc.integer({ min: 0, max: 5000 }).map(offset => addDays(getDay('2018-01-01'), offset));
const start = getDay('2026-06-04');
const past = getInstant('2030-01-01T00:00:00Z');

describe('what a term may not do', () => {
  it('be extended where the line allows none', () => {
    const granted = [{ number: '1/QĐ', day: start, length: { unit: 'day', value: 3 } as const }];
    expect(() => computeTerm(line, start, calendar, { granted })).toThrow(RangeError);
  });
  it.each(['medium-high', 'medium', 'low', 'unknown', 'practice'] as const)(
    'be overdue with confidence %s',
    confidence => {
      const term = computeTerm({ ...line, confidence }, start, calendar);
      expect(term.due).toBe('2026-06-08');
      expect(clockState(term, past)).toBe('advisory');
    },
  );
  it('be overdue without a length', () => {
    const term = computeTerm({ ...line, unit: null, value: null }, start, calendar);
    expect(term).toMatchObject({ due: null, advisory: true, provisional: false });
    expect(term.steps.map(step => step.code)).toEqual(['no_length', 'cited']);
    expect(clockState(term, past)).toBe('advisory');
  });
});

describe('a check by a lawyer', () => {
  const checked = { verified_by: 'Phòng Pháp chế', verified_at: getDay('2026-10-01') };
  it('makes an unsure line binding', () => {
    const term = computeTerm({ ...line, confidence: 'medium', ...checked }, start, calendar);
    expect(term.advisory).toBe(false);
    expect(clockState(term, past)).toBe('overdue');
    expect(term.steps.map(step => step.code)).not.toContain('unverified');
  });
  it('never turns practice into law', () => {
    expect(isBinding({ confidence: 'practice', ...checked })).toBe(false);
  });
});

describe('the clock', () => {
  const term = computeTerm(line, start, calendar);
  it.each([
    ['2026-06-04T00:00:00Z', 'running'],
    ['2026-06-05T16:59:59Z', 'running'],
    ['2026-06-05T17:00:00Z', 'due_soon'],
    ['2026-06-07T17:00:00Z', 'due_today'],
    ['2026-06-08T16:59:59.999Z', 'due_today'],
    ['2026-06-08T17:00:00Z', 'overdue'],
  ])('at %s it is %s', (now, state) => expect(clockState(term, getInstant(now))).toBe(state));
  it('in hours runs out by the minute, and the last moment still counts', () => {
    const from = getInstant('2026-06-06T22:15:00+07:00');
    const hours = computeTerm({ ...line, unit: 'hour', value: 24 }, from, calendar);
    expect(hours.due).toBe(addHours(from, 24));
    expect(clockState(hours, addHours(from, 24))).toBe('due_today');
    expect(clockState(hours, addHours(from, 24.01))).toBe('overdue');
  });
  it('stops when the duty is done', () => expect(clockState(term, past, start)).toBe('met'));
});

describe('every term', () => {
  const lengths = fc.record({
    unit: fc.constantFrom('day', 'working_day', 'month' as const),
    value: fc.integer({ min: 1, max: 40 }),
    start_day_included: fc.boolean(),
    roll_to_working_day: fc.boolean(),
    month_as_30_days: fc.boolean(),
  });
  it('ends on or after its start, on a working day where it rolls, and says from when', () => {
    fc.assert(
      fc.property(days, lengths, (from, { unit, value, ...counting }) => {
        const term = computeTerm({ ...line, unit, value, counting }, from, calendar);
        const due = term.due as typeof from;
        expect(due >= from).toBe(true);
        if (unit === 'working_day' || counting.roll_to_working_day)
          expect(findDayOff(due, calendar)).toBeNull();
        expect(term.steps[0]!.params.start).toBe(from);
      }),
    );
  });
  it('is as long from a moment as from the day of that moment', () => {
    fc.assert(
      fc.property(
        days,
        lengths,
        fc.integer({ min: 0, max: 23 }),
        (from, { unit, value, ...counting }, hour) => {
          const parameter = { ...line, unit, value, counting };
          const moment = addHours(startOfDay(from), hour);
          expect(dayOf(moment)).toBe(from);
          expect(computeTerm(parameter, moment, calendar).due).toBe(
            computeTerm(parameter, from, calendar).due,
          );
        },
      ),
    );
  });
  it('never ends earlier when it starts later', () => {
    fc.assert(
      fc.property(days, fc.nat(30), lengths, (from, later, { unit, value, ...counting }) => {
        const dueFrom = (day: typeof from) =>
          computeTerm({ ...line, unit, value, counting }, day, calendar).due!;
        expect(dueFrom(from) <= dueFrom(addDays(from, later))).toBe(true);
      }),
    );
  });
  it('of working days passes over exactly the free days between', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 30 }), (from, count) => {
        const { day, passed } = addWorkingDays(from, count, calendar);
        expect(daysBetween(from, day)).toBe(count + passed.length);
      }),
    );
  });
});

describe('the calendar', () => {
  it('gives the computed Tết of a year nobody announced', () => {
    const { day, passed } = rollToWorkingDay(getDay('2026-02-14'), calendar);
    expect(day).toBe('2026-02-23');
    expect(passed.map(each => each.kind)).toEqual([
      'weekend',
      'weekend',
      ...Array(5).fill('holiday'),
      'weekend',
      'weekend',
    ]);
  });
  it('had one free day for 2 September before 2021 and has two since', () => {
    expect(findDayOff(getDay('2020-09-03'), calendar)).toBeNull();
    expect(findDayOff(getDay('2021-09-03'), calendar)).toMatchObject({ holiday: 'national' });
  });
  it('works on a Saturday that pays for a free weekday', () => {
    const year = { year: 2026, status: 'announced' as const, provisional_days: {}, sources: [] };
    const swapped: Calendar = {
      lunar: {},
      years: {
        2026: {
          ...year,
          days_off: { '2026-08-31': 'swapped' },
          working_saturdays: { '2026-08-22': getDay('2026-08-31') },
        },
      },
    };
    expect(findDayOff(getDay('2026-08-22'), swapped)).toBeNull();
    expect(findDayOff(getDay('2026-08-29'), swapped)).toMatchObject({ kind: 'weekend', weekday: 6 });
    expect(findDayOff(getDay('2026-08-31'), swapped)).toMatchObject({ holiday: 'swapped' });
  });
});

describe('the lines of a family', () => {
  const boundary = getDay('2025-07-01');
  const old = { ...line, id: 'old', valid_to: boundary };
  const renewed = { ...line, id: 'new', valid_from: boundary };
  it('answer for their own days only', () => {
    expect(parameterOn([old, renewed], 'test', getDay('2019-12-31'))).toBeNull();
    expect(parameterOn([old, renewed], 'test', getDay('2025-06-30'))?.id).toBe('old');
    expect(parameterOn([old, renewed], 'test', boundary)?.id).toBe('new');
    expect(parameterOn([old, renewed], 'another', boundary)).toBeNull();
  });
  it('are found by the id that rows name, each list by itself', () => {
    const lines = [old, renewed];
    expect(parameterById(lines, 'none')).toBeUndefined();
    expect(parameterById(lines, null)).toBeUndefined();
    expect(parameterById(lines, 'new')).toBe(renewed);
    expect(parameterById([old], 'new')).toBeUndefined();
  });
  it('overlap when one starts before the other ends', () => {
    expect(overlaps([old, renewed])).toEqual([]);
    expect(overlaps([renewed, { ...old, valid_to: null }])).toHaveLength(1);
    expect(overlaps([line, { ...line, id: 'twin' }])).toHaveLength(1);
    expect(overlaps([line, { ...line, id: 'twin', family: 'another' }])).toEqual([]);
  });
});

describe('a reason', () => {
  it('shows days and moments as the reader writes them, and leaves numbers alone', () => {
    const reason = {
      code: 'x',
      article: 'Điều 1',
      params: { start: '2026-06-04', at: '2026-06-04T15:15:00.000Z', value: 3 },
    };
    expect(reasonValues(reason, 'vi')).toEqual({
      article: 'Điều 1',
      start: '04/06/2026',
      at: '22:15 04/06/2026',
      value: 3,
    });
    expect(reasonValues(reason, 'en')).toMatchObject({ start: '4 Jun 2026' });
  });
});
