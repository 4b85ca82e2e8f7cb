/* The verifier at the terminal: what it must refuse to call verified. Another agency runs it on a file and on the slip of paper it keeps, without any database. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ChainItem, Head } from '../../kernel/ledger/chain.ts';
import { signCheckpoint, signerOf } from '../../kernel/ledger/checkpoint.ts';
import { writeExport } from '../../kernel/ledger/export.ts';
import { sampleLog } from '../../kernel/ledger/sample.ts';
import { ledgerCommand } from './ledger.ts';
import { readOptions } from './say.ts';

const origin = 'chungtay.example/ledger';
const now = '2026-11-24T05:00:00.000Z';
const signer = signerOf(Buffer.alloc(32, 5), origin);
const stranger = signerOf(Buffer.alloc(32, 8), origin);
const key = signer.verifierKey;
const log = sampleLog('command line', 9);
const headAt = (items: readonly ChainItem[], seq: number): Head => ({
  seq,
  hash: Buffer.from(items[seq - 1]!.link.hash),
});
const noteOf = (head: Head, of = origin) => signCheckpoint({ origin: of, ...head, at: now }, signer).text;

let folder: string;
const at = (name: string) => join(folder, name);

async function keep(
  name: string,
  items: readonly ChainItem[],
  checkpoint: ((head: Head) => string) | null,
  after?: Head,
) {
  const options = { origin, now, ...(checkpoint ? { checkpoint } : {}), ...(after ? { after } : {}) };
  writeFileSync(at(name), (await Array.fromAsync(writeExport(items, options))).join(''));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chungtay-ledger-'));
  await keep('whole', log, noteOf);
  await keep('short', log.slice(0, 5), noteOf);
  await keep(
    'other',
    sampleLog('another installation', 9),
    head => signCheckpoint({ origin, ...head, at: now }, stranger).text,
  );
  await keep('bare', log, null);
  await keep('part', log.slice(5), noteOf, headAt(log, 5));
  writeFileSync(at('five.note'), noteOf(headAt(log, 5)));
  writeFileSync(at('nine.note'), noteOf(headAt(log, 9)));
  writeFileSync(at('mailed.note'), `\uFEFF${noteOf(headAt(log, 9)).replaceAll('\n', '\r\n')}\r\n`);
  writeFileSync(at('fork.note'), noteOf(headAt(sampleLog('rewritten', 9), 7)));
  writeFileSync(at('elsewhere.note'), noteOf(headAt(log, 9), 'chungtay.elsewhere/ledger'));
  writeFileSync(at('not.note'), 'hello\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let said: string[];
beforeEach(() => {
  said = [];
  process.exitCode = undefined;
  vi.spyOn(console, 'log').mockImplementation(line => void said.push(String(line)));
  return () => {
    vi.restoreAllMocks();
    process.exitCode = undefined;
  };
});

/** What the command printed or was refused with, and whether it ended well. */
async function verify(...args: string[]): Promise<[boolean, string]> {
  try {
    await ledgerCommand.run(['verify', ...args]);
  } catch (error) {
    return [false, (error as Error).message];
  }
  return [process.exitCode === undefined, said.join('\n')];
}

describe('is not verified', () => {
  it.each([
    [
      'a file that ends before the checkpoint held',
      ['short', '--held', 'nine.note'],
      /before a signed checkpoint/,
    ],
    ['a file that was rewritten since', ['whole', '--held', 'fork.note'], /not the one that was signed/],
    ['a held checkpoint of another ledger', ['whole', '--held', 'elsewhere.note'], /another ledger/],
    ['a note that is none', ['whole', '--held', 'not.note'], /not a signed checkpoint/],
    ['a file of another installation', ['other'], /not the one that was signed/],
    ['a file whose signature was taken out', ['bare'], /without a signed checkpoint/],
    ['something that is no export', ['not.note'], /not a ledger export/],
  ])('%s', async (_what, [file, option, note, ...more], why) => {
    const [ok, text] = await verify(at(file!), ...(option ? [option, at(note!)] : []), ...more, '--key', key);
    expect([ok, text]).toEqual([false, expect.stringMatching(why)]);
  });

  it('a part of the chain that begins behind the checkpoint held', async () => {
    writeFileSync(at('three.note'), noteOf(headAt(log, 3)));
    expect(await verify(at('part'), '--held', at('three.note'), '--key', key)).toEqual([
      false,
      expect.stringMatching(/begins after a signed checkpoint/),
    ]);
  });

  it('anything by a note that is missing, named without a value, or given without a key', async () => {
    await expect(
      ledgerCommand.run(['verify', at('whole'), '--held', at('gone.note'), '--key', key]),
    ).rejects.toThrow(/ENOENT/);
    for (const args of [
      ['--held'],
      ['--held='],
      ['--held', '--key', key],
      ['--held', at('nine.note'), '--key'],
    ])
      expect(await verify(at('whole'), ...args)).toEqual([false, expect.stringMatching(/needs a value/)]);
    expect(await verify(at('whole'), '--held', at('nine.note'))).toEqual([
      false,
      expect.stringMatching(/--key is needed/),
    ]);
    expect(await verify(at('whole'), '--key', 'abc')).toEqual([
      false,
      expect.stringMatching(/not a verifier key/),
    ]);
    // Against the database it would be passed over in silence.
    expect(await verify('--key', key)).toEqual([false, expect.stringMatching(/there is neither/)]);
  });

  it('as anybody’s when no key was given', async () => {
    const [, text] = await verify(at('other'));
    expect(text).toMatch(/Whose it is was NOT checked/);
    expect(text).not.toMatch(/verifies|verified/);
  });
});

describe('is verified', () => {
  it.each([['five.note'], ['nine.note'], ['mailed.note']])('a whole file through %s', async note => {
    expect(await verify(at('whole'), '--held', at(note), '--key', key)).toEqual([
      true,
      expect.stringMatching(/verifies: 9 entries.*verified.*Passes the checkpoint/),
    ]);
  });

  it('a part, when the checkpoint held is where it begins', async () => {
    expect(await verify(at('part'), '--held', at('five.note'), '--key', key)).toEqual([
      true,
      expect.stringMatching(/4 entries.*from entry 6/),
    ]);
  });
});

it('keeps a value with an equals sign whole', () => {
  expect(readOptions(['--key=a+b+c==', 'x'], ['key'])).toEqual({ words: ['x'], flags: { key: 'a+b+c==' } });
});
