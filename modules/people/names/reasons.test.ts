/** Clauses: every message is valid ICU in both languages, names only known params, and joins into one sentence. */
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { PAPER_WARNINGS, REASONS } from './reasons.ts';

const PARAMS = {
  left: 'A',
  right: 'B',
  years: 2,
  expected: 12,
  found: 11,
  code: '003',
  number: '1998',
  declared: '1999',
  old: '0168',
  new: '038',
};

describe.each(Object.entries({ ...REASONS, ...PAPER_WARNINGS }))('%s', (_, clause) => {
  it.each(['vi', 'en'] as const)('%s', lang => {
    const text = String(new IntlMessageFormat(clause[lang], lang).format(PARAMS));
    expect(text).not.toMatch(/[{}.]$/);
    expect(text.length).toBeGreaterThan(3);
  });
});

it('joins into a sentence', () => {
  const say = (code: keyof typeof REASONS) =>
    String(new IntlMessageFormat(REASONS[code].vi, 'vi').format(PARAMS));
  expect(
    ['born.year', 'origin.district', 'name.tone'].map(code => say(code as keyof typeof REASONS)).join(', '),
  ).toBe('cùng năm sinh, cùng huyện, tên chỉ khác dấu thanh (A – B)');
});
