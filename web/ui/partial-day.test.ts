/* What the three boxes of a half-known date give: gaps and impossible days give nothing. */
import { expect, test } from 'vitest';
import { readBoxes } from './partial-day.tsx';

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
