/* The check of texts finds what would reach a reader: a missing sentence, a lost value, a key nobody wrote. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: sources under test stand here in quotes
import { expect, test } from 'vitest';
import { checkLocales, type Locales } from './locales.ts';

const locales = (vi: Record<string, string>, en: Record<string, string>): Locales => ({
  vi: { 'a.json': vi },
  en: { 'a.json': en },
});
const screen = (text: string) => [{ path: 'web/screen.tsx', text }];

test('a key that one language lacks', () => {
  expect(checkLocales(locales({ 'a.b': 'Có' }, {}), []).faults).toEqual(['a.b: missing in en']);
});

test('a value that one language lost, also inside a plural', () => {
  const { faults } = checkLocales(
    locales({ 'a.b': '{n, plural, other {# của {who}}}' }, { 'a.b': '{n, plural, one {#} other {#}}' }),
    [],
  );
  expect(faults).toEqual(['a.b: arguments differ (vi: n, who; en: n)']);
});

test('a key that code names and nobody wrote', () => {
  const { faults } = checkLocales(
    locales({}, {}),
    screen(`t('a.b'); const route = { titleKey: 'a.c' }; t(x ? 'a.d' : 'a.e')`),
  );
  expect(faults.map(fault => fault.split(':')[0])).toEqual(['a.b', 'a.d', 'a.e', 'a.c']);
});

test('a template that fits no key, unless the code asks first', () => {
  expect(checkLocales(locales({}, {}), screen('t(`a.${kind}.title`)')).faults).toHaveLength(1);
  expect(checkLocales(locales({}, {}), screen('t.has(`a.${kind}`) ? t(`a.${kind}`) : kind')).faults).toEqual(
    [],
  );
});

test('a declared key without a text', () => {
  expect(checkLocales(locales({}, {}), [], ['field.person.born']).faults).toHaveLength(1);
});

test('what is not a message, not composed, or written twice', () => {
  const twice: Locales = {
    vi: { 'a.json': { 'a.b': 'x' }, 'b.json': { 'a.b': 'x' } },
    en: { 'a.json': { 'a.b': 'x' } },
  };
  expect(checkLocales(twice, []).faults).toEqual(['a.b: stands in a.json and b.json (vi)']);
  expect(checkLocales(locales({ 'a.b': '{n' }, { 'a.b': '{n}' }), []).faults[0]).toMatch(
    /not an ICU message/,
  );
  expect(checkLocales(locales({ 'a.b': 'e\u0302' }, { 'a.b': 'e' }), []).faults[0]).toMatch(/NFC/);
});

test('used and unused are told apart', () => {
  const texts = { 'a.used': 'x', 'a.kind.one': 'x', 'a.left': 'x' };
  expect(checkLocales(locales(texts, texts), screen("t('a.used'); t(`a.kind.${k}`)")).unused).toEqual([
    'a.left',
  ]);
});
