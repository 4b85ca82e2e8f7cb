/* The verifier at the terminal: what it says of a package that is whole, of one that was changed, and of what is no package at all. No database is near. */
import { hash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { signCheckpoint, signerOf } from '../../kernel/ledger/checkpoint.ts';
import { FORMAT, type Manifest, paths, VERSION } from '../evidence/manifest.ts';
import { evidenceOrigin } from '../evidence/verify.ts';
import { evidenceCommand } from './evidence.ts';

const origin = 'chungtay.example/ledger';
const at = '2026-11-24T05:00:00.000Z';
const signer = signerOf(Buffer.alloc(32, 5), 'chungtay.example');
const bytes = strToU8('tin nhắn');
const path = 'files/VC-2026-000001-1.bin';
const sha = (content: Uint8Array) => hash('sha256', content, 'hex');

/** A package of one exhibit with one file, signed by us. */
function packed(change: (files: Record<string, Uint8Array>) => void = () => undefined): Uint8Array {
  const readme = strToU8('đọc trước');
  const held = { entry: null, values: { exhibit: 'e', turn: 1, happenedAt: at, giver: null, holder: 'o' } };
  const manifest: Manifest = {
    format: FORMAT,
    version: VERSION,
    origin,
    made_at: at,
    case: { id: 'c', number: 'VA-2026-000001' },
    readme_sha256: sha(readme),
    exhibits: [{ id: 'e', entry: null, number: 'VC-2026-000001', values: {} }],
    files: [{ id: 'f', entry: null, path, values: { size: bytes.length, hash: sha(bytes) } }],
    custody: [{ id: 's', ...held }],
    openings: [],
    names: {},
    entries: [],
    checkpoint: signCheckpoint({ origin, seq: 9, hash: Buffer.alloc(32, 1), at }, signer).text,
  };
  const text = strToU8(JSON.stringify(manifest));
  const signed = { origin: evidenceOrigin(origin), seq: 9, hash: hash('sha256', text, 'buffer'), at };
  const files = {
    [paths.readme]: readme,
    [paths.manifest]: text,
    [paths.note]: strToU8(signCheckpoint(signed, signer).text),
    [path]: bytes,
  };
  change(files);
  return zipSync(files);
}

let folder: string;
const keep = (name: string, content: Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chungtay-evidence-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let said: string[];
beforeEach(() => {
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});
const verify = (...args: string[]) => evidenceCommand.run(['verify', ...args]);

it('is used with one file, and with a key that is one', async () => {
  await expect(evidenceCommand.run([])).rejects.toThrow('evidence verify');
  await expect(verify()).rejects.toThrow('evidence verify');
  await expect(verify(keep('whole.zip', packed()), '--key', 'nothing')).rejects.toThrow('--key');
  await expect(verify(keep('text.zip', strToU8('no zip')))).rejects.toThrow('not a ZIP file');
});

it('says that a package is whole, and that its signature was not checked without a key', async () => {
  const file = keep('whole.zip', packed());
  await verify(file);
  expect(said.join('\n')).toMatch(/VA-2026-000001 is whole: 1 file/);
  expect(said.join('\n')).toContain('NOT checked');
  said = [];
  await verify(file, '--key', signer.verifierKey);
  expect(said.at(-1)).toBe('Signed by chungtay.example.');
  expect(process.exitCode).toBeUndefined();
});

it('names the first thing that is wrong, and ends with 1', async () => {
  const replaced = (name: string, content: Uint8Array) => (files: Record<string, Uint8Array>) => {
    files[name] = content;
  };
  const wrong: readonly [string, (files: Record<string, Uint8Array>) => void][] = [
    [`the file ${path} was changed`, replaced(path, strToU8('tin nhắM'))],
    [`the file ${path} is not in the package`, files => void delete files[path]],
    ['the file more.txt is not in the manifest', replaced('more.txt', bytes)],
    [
      'the manifest manifest.json is not the one that was signed',
      files => {
        const text = Buffer.from(files[paths.manifest]!).toString('utf8');
        files[paths.manifest] = strToU8(text.replace('"holder":"o"', '"holder":"x"'));
      },
    ],
    ['the manifest manifest.json cannot be read', replaced(paths.manifest, strToU8('{}'))],
  ];
  for (const [sentence, change] of wrong) {
    said = [];
    process.exitCode = undefined;
    await verify(keep('wrong.zip', packed(change)));
    expect(said.join('\n')).toContain(sentence);
    expect(process.exitCode).toBe(1);
  }
  const stranger = signerOf(Buffer.alloc(32, 8), 'chungtay.example').verifierKey;
  await verify(keep('whole.zip', packed()), '--key', stranger);
  expect(said.at(-1)).toContain('was not made with this key');
});
