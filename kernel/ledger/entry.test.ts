/* The bytes under the hash: same for every spelling PostgreSQL may give back, refused for what a column could not hold. */
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalBody, canonicalEntry, canonicalText, commitmentOf, leafOf, ledgerTime } from './entry.ts';
import { sampleEntry } from './sample.ts';

describe('moments', () => {
  test.each([
    'infinity',
    '2026-02-30T00:00:00.000Z',
    '2026-02-30 00:00:00+00',
    '2026-11-24T25:00:00Z',
    '2026-11-24T01:02:03.1234567Z',
    '2026-11-24T01:02:03',
    '2026-11-24',
    '0099-01-01 00:00:00+00',
    '2026-11-24 01:02:03+00 BC',
    '',
  ])('refuses %s', text => {
    expect(() => ledgerTime(text)).toThrow(RangeError);
  });

  test.each([
    ['2026-11-24T01:02:03.456Z', '2026-11-24T01:02:03.456000Z'],
    ['2026-11-24 01:02:03.456+00', '2026-11-24T01:02:03.456000Z'],
    ['2026-11-24 08:02:03.456+07', '2026-11-24T01:02:03.456000Z'],
    ['2026-11-24 06:32:03.456+05:30', '2026-11-24T01:02:03.456000Z'],
    ['2026-11-23 22:02:03.456789-03', '2026-11-24T01:02:03.456789Z'],
    ['2026-11-24 01:02:03+00', '2026-11-24T01:02:03.000000Z'],
    ['2026-11-24T01:02:03.456789Z', '2026-11-24T01:02:03.456789Z'],
    ['1900-01-01 07:06:40+07:06:40', '1900-01-01T00:00:00.000000Z'],
  ])('%s is hashed as %s', (text, expected) => {
    expect(ledgerTime(text)).toBe(expected);
  });

  test('a Date is the same moment as its text', () => {
    expect(ledgerTime(new Date('2026-11-24T01:02:03.456Z'))).toBe(ledgerTime('2026-11-24 08:02:03.456+07'));
  });
});

describe('entries', () => {
  const { entry } = sampleEntry('a', 4);

  test.each([
    ['an id that is none', { id: 'x' }],
    ['half a character', { purpose: '\ud800' }],
    ['a short commitment', { commitment: Buffer.alloc(31) }],
    ['a broken number', { declaration: 1.5 }],
    ['a name that is missing', { name: null as unknown as string }],
  ])('refuses %s', (_, change) => {
    expect(() => canonicalEntry({ ...entry, ...change })).toThrow();
  });

  test('the hand-written text is RFC 8785', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.option(fc.string({ unit: 'binary' })),
        fc.nat(),
        (name, ground, declaration) => {
          const text = canonicalText({ ...entry, name, ground: ground?.toWellFormed() ?? null, declaration });
          expect(canonicalize(JSON.parse(text))).toBe(text);
        },
      ),
    );
  });

  test('an absent field is null, an id in capitals is the same id, no list is not an empty list', () => {
    const { ground: _, ...without } = entry;
    expect(leafOf(without as typeof entry)).toEqual(leafOf(entry));
    expect(leafOf({ ...entry, id: entry.id.toUpperCase() })).toEqual(leafOf(entry));
    expect(leafOf({ ...entry, person_ids: null })).not.toEqual(leafOf({ ...entry, person_ids: [] }));
  });

  test('the bytes stay as they are for ever', () => {
    // Changing this hash breaks every ledger in the field.
    expect(leafOf(entry).toString('hex')).toMatchInlineSnapshot(
      `"67f79e1d8f77c374ba1bf527a18ad2e95cb419100ad2a6fac6318dbdd45791b2"`,
    );
  });
});

describe('bodies', () => {
  const salt = Buffer.alloc(32, 7);

  test('refuses a number that jsonb would round, half a character, and what is not JSON', () => {
    expect(() => canonicalBody({ amount: 2 ** 53 })).toThrow(RangeError);
    expect(() => canonicalBody({ text: '\udc00' })).toThrow();
    expect(() => canonicalBody({ f: () => 1 })).toThrow(TypeError);
    expect(() => canonicalBody(undefined)).toThrow(TypeError);
    expect(() => commitmentOf(Buffer.alloc(16), {})).toThrow(RangeError);
  });

  test('order of keys and absent values do not matter, everything else does', () => {
    expect(commitmentOf(salt, { a: 1, b: 2, c: undefined })).toEqual(commitmentOf(salt, { b: 2, a: 1 }));
    expect(commitmentOf(salt, { a: 1 })).not.toEqual(commitmentOf(salt, { a: '1' }));
    expect(commitmentOf(salt, { a: 1 })).not.toEqual(commitmentOf(Buffer.alloc(32, 8), { a: 1 }));
  });
});
