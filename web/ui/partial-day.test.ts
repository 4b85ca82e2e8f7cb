/* What the three boxes of a half-known date give: gaps and impossible days give nothing. */
import { expect, test } from 'vitest';
import type { Day } from '../../kernel/day.ts';
import { boxesOf, faultOf, readBoxes, typedDay } from './partial-day.tsx';

test.each([
  ['', '', '', null],
  ['3', '', '1998', null],
  ['3', '7', '', null],
  ['31', '2', '1998', null],
  ['', '13', '1998', null],
  ['', '', '98', null],
  ['', '', '1998', '1998'],
  ['', '7', '1998', '1998-07'],
  ['3', '7', '1998', '1998-07-03'],
  ['29', '02', '2000', '2000-02-29'],
])('%s / %s / %s gives %s', (day, month, year, expected) => {
  expect(readBoxes({ day, month, year })).toBe(expected);
});

test.each([
  ['31', '2', '2004', '2004-2-31'],
  ['31', '', '', '--31'],
  ['', '', '04', '04'],
  ['3', '', '1998', '1998--3'],
  ['3', '7', '1998', '1998-07-03'],
  ['', '', '', null],
])('%s / %s / %s is kept as it was typed', (day, month, year, expected) => {
  const typed = typedDay({ day, month, year });
  expect(typed).toBe(expected);
  if (expected?.length !== 10) expect(boxesOf(typed)).toEqual({ day, month, year });
});

test('what cannot be is said, and not while it is being typed', () => {
  const today = '2026-11-28' as Day;
  const year = (text: string) => ({ day: '', month: '', year: text });
  expect(faultOf(year('04'), today, false)).toBe(null);
  expect(faultOf(year('04'), today, true)).toBe('short_year');
  expect(faultOf(year('3000'), today, false)).toBe('future');
  expect(faultOf(year('2026'), today, true)).toBe(null);
  expect(faultOf({ day: '29', month: '11', year: '2026' }, today, true)).toBe('future');
  expect(faultOf({ day: '31', month: '2', year: '2004' }, today, false)).toBe('impossible');
  expect(faultOf({ day: '31', month: '2', year: '' }, today, true)).toBe('impossible');
  expect(faultOf(year(''), today, true)).toBe(null);
});
