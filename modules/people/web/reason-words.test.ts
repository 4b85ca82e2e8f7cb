/* The sentence under a likely double, with and without the spellings the server may hold back. */
import { expect, test } from 'vitest';
import { REASONS } from '../names/reasons.ts';
import { paperWords, reasonWords } from './reason-words.ts';

test('every reason can be said without the spellings and years of a file that is not ours', () => {
  for (const lang of ['vi', 'en'] as const)
    for (const code of Object.keys(REASONS)) {
      const said = reasonWords([{ code, params: {} }], lang);
      expect(said, code).not.toBe('');
      expect(said, code).not.toMatch(/[{}“]/);
    }
});

test('with them, they are said', () => {
  const params = { left: 'Mỷ', right: 'Mỵ' };
  expect(reasonWords([{ code: 'name.tone', params }, { code: 'born.year' }], 'vi')).toBe(
    'tên chỉ khác dấu thanh (Mỷ – Mỵ), cùng năm sinh',
  );
});

test('a code nobody knows says nothing', () => {
  expect(reasonWords([{ code: 'moon.same' }], 'vi')).toBe('');
});

test('warnings of a paper carry their numbers', () => {
  expect(paperWords([{ code: 'paper.length', params: { expected: 12, found: 9 } }], 'vi')).toBe(
    'số phải có 12 chữ số, đang có 9',
  );
});
