/* Which years an animal stands for. */
import { expect, test } from 'vitest';
import type { Day } from '../../../kernel/day.ts';
import { animalOf, yearsOf } from './animal-years.tsx';

test('the animals of known years', () => {
  expect([2008, 2004, 1999, 2011, 2026].map(animalOf)).toEqual(['rat', 'monkey', 'cat', 'cat', 'horse']);
});

test('an animal stands for a year in every twelve, none of them to come', () => {
  expect(yearsOf('monkey', '2026-11-28' as Day).slice(0, 3)).toEqual(['2016', '2004', '1992']);
  expect(yearsOf('horse', '2026-11-28' as Day)[0]).toBe('2026');
  expect(yearsOf('goat', '2026-11-28' as Day)[0]).toBe('2015');
});
