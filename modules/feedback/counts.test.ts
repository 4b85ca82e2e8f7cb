/* Small numbers stay hidden, also from somebody who subtracts; and the code a person types. */
import { expect, it } from 'vitest';
import type { Day } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { codeFrom, hashOfCode, plainCode } from './code.ts';
import { quarterOf, withoutSmall } from './counts.ts';

it.each([
  [
    { good: 3, middle: 1, bad: 0 },
    { good: null, middle: null, bad: null },
  ],
  // Subtracted from the total, one person would be left: nothing is shown.
  [
    { good: 9, middle: 1, bad: 0 },
    { good: null, middle: null, bad: null },
  ],
  // That all said the same is known of each of them.
  [
    { good: 9, middle: 0, bad: 0 },
    { good: null, middle: null, bad: null },
  ],
  [
    { good: 9, middle: 6, bad: 2 },
    { good: 9, middle: null, bad: null },
  ],
  [
    { good: 20, middle: 3, bad: 3 },
    { good: 20, middle: null, bad: null },
  ],
  [
    { good: 9, middle: 6, bad: 5 },
    { good: 9, middle: 6, bad: 5 },
  ],
])('%o → %o', (counts, shown) => {
  expect(withoutSmall(counts)).toEqual(shown);
});

it('a day is known by its quarter', () => {
  const days = ['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'] as Day[];
  expect(days.map(quarterOf)).toEqual(['2026-01-01', '2026-01-01', '2026-04-01', '2026-10-01']);
});

it('a code has eight letters nobody mishears, and forgives how it is typed', async () => {
  const codes = Array.from({ length: 200 }, () => codeFrom(newId()));
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
  expect(new Set(codes).size).toBe(200);
  expect(plainCode(' 0o1l-abcd ')).toBe('0011ABCD');
  expect(await hashOfCode('0011ABCD')).toMatch(/^[0-9a-f]{64}$/);
});
