/* The keyring: what it refuses (lost, foreign, damaged, locked), and that it is made once, closed to others, and survives being turned over. */
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  addKeys,
  currentKey,
  getKey,
  keyringFile,
  listKeys,
  openKeyring,
  reloadKeyring,
  requireKeys,
  restoreKeyring,
  retireKeys,
  rewrapKeyring,
} from './keyring.ts';

const now = '2026-11-24T01:02:03.456Z';
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'chungtay-keys-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const start = (options: Partial<Parameters<typeof openKeyring>[0]> = {}) =>
  openKeyring({ home, now, logN: 10, ...options });
const code = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return 'none';
};

describe('refusals', () => {
  test('the file is lost while the database knows its keys: no new one is made', () => {
    expect(code(() => start({ knownKeyIds: ['00112233aabbccdd'] }))).toBe('keyring.lost');
    expect(existsSync(keyringFile(home))).toBe(false);
  });

  test('the keyring of another home', () => {
    start();
    expect(code(() => start({ knownKeyIds: ['00112233aabbccdd'] }))).toBe('keyring.key_missing');
  });

  test('any damage: cut off, another key under an old id, no keyring', () => {
    const { keyring } = start();
    const text = readFileSync(keyring.file, 'utf8');
    const id = keyring.keys[0]!.id;
    const spoilt = [
      text.slice(0, 100),
      '',
      '{}',
      'null',
      text.replace(id, id.replace(/.$/, id.endsWith('0') ? '1' : '0')),
    ];
    spoilt.push(
      text.replace('"seal"', '"index"'),
      text.replace(/"key": "./, match => `${match.slice(0, -1)}${match.endsWith('A') ? 'B' : 'A'}`),
    );
    for (const bad of spoilt) {
      writeFileSync(keyring.file, bad);
      expect(code(() => start())).toBe('keyring.damaged');
    }
  });

  test('locked: without the passphrase, with a wrong one, and altered', () => {
    const { keyring } = start({ passphrase: 'năm cây tre trăm đốt' });
    expect(code(() => start())).toBe('keyring.passphrase_missing');
    expect(code(() => start({ passphrase: 'năm cây tre' }))).toBe('keyring.passphrase_wrong');
    const text = readFileSync(keyring.file, 'utf8');
    expect(text).not.toContain(keyring.keys[0]!.key.toString('base64'));
    writeFileSync(keyring.file, text.replace('"logN": 10', '"logN": 11'));
    expect(code(() => start({ passphrase: 'năm cây tre trăm đốt' }))).toBe('keyring.passphrase_wrong');
  });

  test('a backup’s keyring never replaces one that is there', () => {
    const { keyring } = start();
    const before = readFileSync(keyring.file);
    expect(restoreKeyring(home, Buffer.from('{"format":"chungtay keyring"}'))).toBe(false);
    expect(readFileSync(keyring.file)).toEqual(before);
    expect(() => restoreKeyring(home, Buffer.from('{}'))).toThrow();
  });

  test('the last key of a purpose cannot be retired', () => {
    const { keyring } = start();
    expect(() => retireKeys(keyring, [currentKey(keyring, 'seal').id], now)).toThrow();
    expect(keyring.keys.every(key => key.retired_at === null)).toBe(true);
  });
});

test('is made once, with mode 0600 and nothing left beside it', () => {
  const first = start();
  expect(first).toMatchObject({ madeNow: true, wrapped: false, wasOpenToOthers: false });
  expect(statSync(keyringFile(home)).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(home, 'keys'))).toEqual(['keyring.json']);
  const second = start();
  expect(second.madeNow).toBe(false);
  expect(second.keyring.keys).toEqual(first.keyring.keys);
  expect(JSON.stringify(listKeys(first.keyring))).not.toContain(
    first.keyring.keys[0]!.key.toString('base64'),
  );
});

test('a file that others could read is closed to them, and said so', () => {
  const { keyring } = start();
  chmodSync(keyring.file, 0o644);
  expect(start().wasOpenToOthers).toBe(true);
  expect(statSync(keyring.file).mode & 0o777).toBe(0o600);
});

test('keys turned over by another process are seen by this one', () => {
  const here = start().keyring;
  const there = start().keyring;
  const old = currentKey(here, 'seal').id;
  const [fresh] = addKeys(there, ['seal'], now);
  expect(getKey(here, fresh!.id, 'seal').key).toEqual(fresh!.key);
  expect(currentKey(here, 'seal').id).toBe(fresh!.id);
  retireKeys(there, [old], now);
  reloadKeyring(here);
  expect(getKey(here, old, 'seal').retired_at).toBe(now);
  requireKeys(here, [old, fresh!.id]);
});

test('a passphrase can be put on, changed and taken off; the keys stay', () => {
  const { keyring } = start();
  const locked = rewrapKeyring(keyring, 'một');
  expect(start({ passphrase: 'một' })).toMatchObject({ wrapped: true, keyring: { keys: keyring.keys } });
  const changed = rewrapKeyring(locked, 'hai');
  expect(code(() => start({ passphrase: 'một' }))).toBe('keyring.passphrase_wrong');
  rewrapKeyring(changed, null);
  expect(start()).toMatchObject({ wrapped: false, keyring: { keys: keyring.keys } });
});
