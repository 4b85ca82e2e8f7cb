/* Invented names: shaped as each people's names are, and their misspellings such as a desk would really write. */
import { expect, test } from 'vitest';
import { chanceOf } from './chance.ts';
import { alterName, inventName } from './names.ts';

const many = Array.from({ length: 2000 }, (_, n) => n);

test('the same seed gives the same name, and another number another stream', () => {
  const names = (seed: number) => many.slice(0, 50).map(n => inventName(chanceOf(seed, n), '08', 'male'));
  expect(names(1)).toEqual(names(1));
  expect(names(1)).not.toEqual(names(2));
  expect(new Set(names(1)).size).toBeGreaterThan(30);
});

test('a Hmong man carries A or Seo, a woman Thị or nothing; a Dao woman is no Văn', () => {
  for (const n of many.slice(0, 300)) {
    expect(inventName(chanceOf(3, n), '08', 'male').split(' ')[1]).toMatch(/^(A|Seo)$/);
    expect(inventName(chanceOf(3, n), '08', 'female')).not.toMatch(/ (A|Seo|Văn) /);
    expect(inventName(chanceOf(3, n), '09', 'female')).not.toMatch(/ (Văn|Thị) /);
  }
});

test('few clan names carry most people, as in life', () => {
  const families = many.map(n => inventName(chanceOf(5, n), '08', 'female').split(' ')[0]!);
  const giang = families.filter(family => family === 'Giàng').length / families.length;
  expect(giang).toBeGreaterThan(0.14);
  expect(giang).toBeLessThan(0.24);
});

test('an altered name always differs, stays in NFC, and a wrong tone is a wrong tone only', () => {
  const folded = (text: string) => text.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '');
  for (const n of many) {
    const chance = chanceOf(7, n);
    const name = inventName(chance, ['08', '09', '02', '01', '07'][n % 5]!, n % 4 ? 'female' : 'male');
    const { name: altered, change } = alterName(chance, name);
    expect(altered).not.toBe(name);
    expect(altered.normalize('NFC')).toBe(altered);
    if (change === 'tone') expect(folded(altered), name).toBe(folded(name));
    if (change === 'no_marks') expect(altered).toMatch(/^[A-Za-z ]+$/);
  }
});
