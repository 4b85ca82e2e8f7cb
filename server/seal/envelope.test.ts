/* Sealed values and blind indexes: moved, altered and foreign ones are refused, nothing about the value shows. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { blindIndex, blindIndexes, blindIndexWith } from './blind.ts';
import { keyIdOf, open, openText, SealBroken, seal, sealWith } from './envelope.ts';
import { addKeys, currentKey, type Keyring, openKeyring, retireKeys } from './keyring.ts';

const now = '2026-11-24T01:02:03.456Z';
const homes = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'chungtay-seal-')));
afterAll(() => homes.forEach(home => void rmSync(home, { recursive: true })));
const [keyring, foreign] = [homes[0]!, homes[1]!].map(home => openKeyring({ home, now }).keyring) as [
  Keyring,
  Keyring,
];
const place = {
  table: 'people.person',
  column: 'document_number',
  recordId: '01939d5e-0000-7000-8000-000000000001',
};

describe('refusals', () => {
  test('a value moved to another table, column or record', () => {
    const sealed = seal(keyring, place, '012345678901');
    for (const moved of [
      { ...place, table: 'people.witness' },
      { ...place, column: 'phone' },
      { ...place, recordId: '01939d5e-0000-7000-8000-000000000002' },
    ])
      expect(() => open(keyring, moved, sealed)).toThrow(SealBroken);
  });

  test('any bit flipped, any byte cut off or put on', () => {
    const sealed = seal(keyring, place, 'Giàng Thị Mẩy');
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const forged = Buffer.from(sealed);
      forged[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => open(keyring, place, forged)).toThrow();
    }
    for (let length = 0; length < sealed.length; length++)
      expect(() => open(keyring, place, sealed.subarray(0, length))).toThrow();
    expect(() => open(keyring, place, Buffer.concat([sealed, Buffer.of(0)]))).toThrow(SealBroken);
  });

  test('the keyring of another system says which key is missing', () => {
    const sealed = seal(keyring, place, 'x');
    expect(() => open(foreign, place, sealed)).toThrow(keyIdOf(sealed));
    expect(() => open(foreign, place, sealed)).toThrow(
      expect.objectContaining({ code: 'keyring.key_missing' }),
    );
  });

  test('a place whose names could run into each other', () => {
    expect(() => seal(keyring, { ...place, table: 'people.person|x' }, 'x')).toThrow(RangeError);
    expect(() => seal(keyring, { ...place, recordId: '' }, 'x')).toThrow(RangeError);
    expect(() => blindIndex(keyring, { table: 'a|b', column: 'c' }, 'x')).toThrow(RangeError);
    expect(() => blindIndex(keyring, place, '')).toThrow(RangeError);
    expect(() => blindIndexWith(currentKey(keyring, 'seal'), place, 'x')).toThrow(RangeError);
  });
});

test('whatever is sealed opens again, byte for byte', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), bytes => {
      expect(open(keyring, place, seal(keyring, place, bytes))).toEqual(Buffer.from(bytes));
    }),
  );
  expect(openText(keyring, place, seal(keyring, place, 'Lò Thị Mỷ 苗族'))).toBe('Lò Thị Mỷ 苗族');
  expect(openText(keyring, place, seal(keyring, place, ''))).toBe('');
});

test('the length does not tell “yes” from “declined”', () => {
  const lengths = ['yes', 'no', 'unknown', 'declined', 'not asked', ''].map(
    answer => seal(keyring, place, answer).length,
  );
  expect(new Set(lengths).size).toBe(1);
});

test('no nonce comes twice, and the same value never looks the same', () => {
  const nonces = new Set<string>();
  for (let count = 0; count < 20_000; count++) nonces.add(seal(keyring, place, 'x').toString('hex', 9, 21));
  expect(nonces.size).toBe(20_000);
});

describe('blind indexes', () => {
  const value = '012345678901';
  test('same value, same index; other column, other table, other key: another', () => {
    const index = blindIndex(keyring, place, value);
    expect(index).toHaveLength(20);
    expect(blindIndex(keyring, place, value)).toEqual(index);
    expect(blindIndex(keyring, place, 'a\u0306')).toEqual(blindIndex(keyring, place, 'ă'));
    const others = [
      blindIndex(keyring, { ...place, column: 'phone' }, value),
      blindIndex(keyring, { ...place, table: 'people.witness' }, value),
      blindIndex(foreign, place, value),
      blindIndex(keyring, place, '012345678902'),
    ];
    for (const other of others) expect(other.subarray(4)).not.toEqual(index.subarray(4));
  });

  test('while keys are turned over, a search asks for both', () => {
    const before = blindIndex(foreign, place, value);
    const old = currentKey(foreign, 'index').id;
    addKeys(foreign, ['index'], now);
    expect(blindIndexes(foreign, place, value)).toEqual([blindIndex(foreign, place, value), before]);
    retireKeys(foreign, [old], now);
    expect(blindIndexes(foreign, place, value)).toHaveLength(1);
  });
});

test('an older key still opens what it sealed', () => {
  const sealed = sealWith(currentKey(keyring, 'seal'), place, 'trước');
  addKeys(keyring, ['seal'], now);
  expect(keyIdOf(seal(keyring, place, 'sau'))).not.toBe(keyIdOf(sealed));
  expect(openText(keyring, place, sealed)).toBe('trước');
});
