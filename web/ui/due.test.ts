/* Deadlines at the edges of days and weeks, in Vietnamese time: what is due today is not late until midnight there. */
import { expect, test } from 'vitest';
import { getDay, getInstant } from '../../kernel/day.ts';
import { heapOf, timeLeft } from './due.ts';

// Tuesday, 24 November 2026, 22:30 in Vietnam.
const now = getInstant('2026-11-24T22:30:00+07:00');
const heap = (due: string | null, state = 'binding') => heapOf({ due, state }, now);

test('a day is not late before its end in Vietnam', () => {
  expect(heap('2026-11-23')).toBe('overdue');
  expect(heap('2026-11-24')).toBe('today');
  expect(heapOf({ due: '2026-11-24', state: 'binding' }, getInstant('2026-11-25T00:00:01+07:00'))).toBe(
    'overdue',
  );
});

test('a moment is late at once', () => {
  expect(heap('2026-11-24T15:29:00.000Z')).toBe('overdue');
  expect(heap('2026-11-24T15:31:00.000Z')).toBe('today');
});

test('what is due before the morning belongs to tonight', () => {
  expect(heap('2026-11-24T20:00:00.000Z')).toBe('today'); // 03:00
  expect(heap('2026-11-25T05:00:00.000Z')).toBe('week'); // noon
  expect(heap('2026-11-25')).toBe('week');
});

test('the week ends on Sunday', () => {
  expect(heap('2026-11-29')).toBe('week');
  expect(heap('2026-11-30')).toBe('later');
});

test('advice is never overdue, and what has no date is never due', () => {
  expect(heap('2020-01-01', 'advisory')).toBe('advisory');
  expect(heap(null, 'advisory')).toBe('advisory');
  expect(heap(null)).toBe('undated');
});

test('advice whose day is still to come stands at its day', () => {
  expect(heap('2026-11-26', 'advisory')).toBe('week');
  expect(heap('2026-11-24', 'advisory')).toBe('today');
});

test.each([
  ['2026-11-24T15:50:00.000Z', { late: false, unit: 'minutes', amount: 20 }],
  ['2026-11-25T15:30:00.000Z', { late: false, unit: 'hours', amount: 24 }],
  ['2026-11-24T12:30:00.000Z', { late: true, unit: 'hours', amount: 3 }],
  ['2026-11-24', { late: false, unit: 'today', amount: 0 }],
  ['2026-11-25', { late: false, unit: 'tomorrow', amount: 1 }],
  ['2026-12-04', { late: false, unit: 'days', amount: 10 }],
  ['2026-11-21', { late: true, unit: 'days', amount: 3 }],
])('%s leaves %o', (due, left) => {
  expect(timeLeft(due.length === 10 ? getDay(due) : getInstant(due), now)).toEqual(left);
});
