/* Whatever an entry of the ledger can be called has words in both languages, and every break of the chain has a sentence. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { acts, records } from '../index.ts';
import { entryNames } from './index.ts';

const root = join(import.meta.dirname, '../..');
const texts = (lang: string): Record<string, string> =>
  Object.assign(
    {},
    ...readdirSync(join(root, 'locales', lang)).map(file =>
      JSON.parse(readFileSync(join(root, 'locales', lang, file), 'utf8')),
    ),
  );

describe.each(['vi', 'en'])('in %s', lang => {
  const said = texts(lang);

  test('every name of an entry has words of its own or is a reading of a record that has a name', () => {
    const wordless = entryNames(records, acts).filter(({ kind, name }) => {
      if (`act.${name}` in said) return false;
      const [record, how, field] = name.split('.');
      if (how === 'export') return !(`record.${record}` in said);
      if (kind === 'open') return !(`record.${record}` in said && `field.${record}.${field}` in said);
      return !(['read', 'list'].includes(how!) && `record.${record}` in said);
    });
    expect(wordless).toEqual([]);
  });

  test('every way in which a chain can be broken has a sentence', () => {
    const breaks = [
      'entry',
      'missing',
      'order',
      'link',
      'body',
      'checkpoint',
      'short',
      'late',
      'unsigned',
      'unreadable',
    ];
    expect(breaks.filter(why => !(`ledger.why.${why}` in said))).toEqual([]);
  });
});

test('a name stands once', () => {
  const names = entryNames(records, acts).map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
