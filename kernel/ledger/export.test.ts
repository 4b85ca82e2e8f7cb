/* The file for outsiders: nothing in it may be changed, cut off or smuggled in without being seen, and it needs no database. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChainItem, Head } from './chain.ts';
import { signCheckpoint, signerOf } from './checkpoint.ts';
import { verifyExport, writeExport } from './export.ts';
import { sampleLog } from './sample.ts';

const origin = 'chungtay.example/ledger';
const now = '2026-11-24T05:00:00.000Z';
const signer = signerOf(Buffer.alloc(32, 5), origin);
const sign = (head: Head) => signCheckpoint({ origin, ...head, at: now }, signer).text;
const verifierKeys = [signer.verifierKey];

async function written(items: readonly ChainItem[], checkpoint: (head: Head) => string | null = sign) {
  return (await Array.fromAsync(writeExport(items, { origin, now, checkpoint }))).join('');
}

const log = sampleLog('export', 9);
const file = await written(log);
const lines = file.split('\n').slice(0, -1);
const join = (changed: readonly string[]) => `${changed.join('\n')}\n`;

describe('refusals', () => {
  test('any byte changed anywhere', async () => {
    const bytes = Buffer.from(file);
    // The header's date is nobody's evidence: it is the one thing not under a hash or a signature.
    const date = file.indexOf(now);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 127 }), async (at, mask) => {
        fc.pre(at < date || at >= date + now.length);
        const forged = Buffer.from(bytes);
        forged[at]! ^= mask;
        expect((await verifyExport([forged], { verifierKeys })).ok).toBe(false);
      }),
      { numRuns: 1500 },
    );
  });

  test('cut off at any byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(Buffer.from(file).length - 1), async length => {
        expect((await verifyExport([Buffer.from(file).subarray(0, length)], { verifierKeys })).ok).toBe(
          false,
        );
      }),
    );
  });

  test('lines left out, repeated or swapped, with the closing line kept', async () => {
    for (let at = 1; at < lines.length - 1; at++) {
      const without = await verifyExport([join(lines.toSpliced(at, 1))], { verifierKeys });
      expect(without.firstBroken?.seq).toBe(at);
      expect((await verifyExport([join(lines.toSpliced(at, 0, lines[at]!))])).firstBroken?.seq).toBe(at + 1);
      const next = lines[at + 1]!;
      expect((await verifyExport([join(lines.with(at, next).with(at + 1, lines[at]!))])).ok).toBe(false);
    }
  });

  test('a field that nobody hashes', async () => {
    const smuggled = lines[2]!.replace('"entry":{', '"entry":{"aaa":"approved",');
    expect(await verifyExport([join(lines.with(2, smuggled))])).toMatchObject({
      ok: false,
      line: 3,
      firstBroken: { why: 'unreadable' },
    });
    const doubled = lines[2]!.replace('"kind":', '"kind":"auth","kind":');
    expect((await verifyExport([join(lines.with(2, doubled))])).ok).toBe(false);
    expect((await verifyExport([`${file}{"more":1}\n`])).ok).toBe(false);
  });

  test('a shorter log under a shorter closing line, against a checkpoint kept elsewhere', async () => {
    const short = await written(log.slice(0, 5));
    expect((await verifyExport([short], { verifierKeys })).ok).toBe(true);
    const held = [{ seq: 9, hash: log[8]!.link.hash }];
    expect((await verifyExport([short], { held })).firstBroken).toEqual({
      seq: 6,
      entryId: null,
      why: 'short',
    });
  });

  test('a checkpoint of another ledger or another key', async () => {
    const foreign = await written(
      log,
      head => signCheckpoint({ origin: 'other', ...head, at: now }, signer).text,
    );
    expect(await verifyExport([foreign], { verifierKeys })).toMatchObject({
      ok: false,
      checkpoint: 'refused',
    });
    const stranger = signerOf(Buffer.alloc(32, 8), origin);
    expect(await verifyExport([file], { verifierKeys: [stranger.verifierKey] })).toMatchObject({
      ok: false,
      checkpoint: 'refused',
    });
  });

  test('a signature taken out, when a key was given to check it', async () => {
    const bare = await written(log, () => null);
    expect(await verifyExport([bare])).toMatchObject({ ok: true, checkpoint: 'absent' });
    expect(await verifyExport([bare], { verifierKeys })).toMatchObject({
      ok: false,
      checkpoint: 'absent',
      firstBroken: { why: 'unsigned' },
    });
  });

  test('a checkpoint kept elsewhere that the file begins behind, or one of two that differ', async () => {
    const after = { seq: 4, hash: Buffer.from(log[3]!.link.hash) };
    const part = (await Array.fromAsync(writeExport(log.slice(4), { origin, now, after }))).join('');
    const early = { seq: 2, hash: log[1]!.link.hash };
    expect((await verifyExport([part], { held: [early, after] })).firstBroken?.why).toBe('late');
    const [right, wrong] = [
      { seq: 6, hash: log[5]!.link.hash },
      { seq: 6, hash: log[6]!.link.hash },
    ];
    for (const held of [
      [right, wrong],
      [wrong, right],
    ])
      expect((await verifyExport([file], { held })).firstBroken?.why).toBe('checkpoint');
  });

  test('something else entirely', async () => {
    for (const text of [
      '',
      '\n',
      '{}\n',
      'PK',
      '{"format":"chungtay ledger","version":2}\n',
      'null\n',
      '[]\n',
    ])
      expect(await verifyExport([text])).toMatchObject({ ok: false, header: null });
    for (const line of ['null', '[]', '1', '{"seq":1}', '{"head":null}', '{"head":{}}'])
      expect((await verifyExport([join([lines[0]!, line])])).firstBroken?.why, line).toBe('unreadable');
  });
});

describe('a whole file', () => {
  test('verifies, in pieces of any size', async () => {
    const bytes = Buffer.from(file);
    for (const size of [1, 7, 1000]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
        bytes.subarray(index * size, (index + 1) * size),
      );
      const verdict = await verifyExport(pieces, { verifierKeys });
      expect(verdict).toMatchObject({
        ok: true,
        entries: 9,
        bodiesVerified: 6,
        checkpoint: 'verified',
        signedBy: [origin],
      });
    }
  });

  test('says when it proved nothing by signature', async () => {
    expect(await verifyExport([file])).toMatchObject({ ok: true, checkpoint: 'unchecked' });
    expect(await verifyExport([await written([], () => null)], { verifierKeys })).toMatchObject({
      ok: true,
      entries: 0,
      checkpoint: 'absent',
    });
  });

  test('a part, after a checkpoint, without bodies', async () => {
    const after = { seq: 4, hash: Buffer.from(log[3]!.link.hash) };
    const bare = log.slice(4).map(({ body: _, ...item }) => item);
    const part = (await Array.fromAsync(writeExport(bare, { origin, now, after }))).join('');
    expect(await verifyExport([part], { held: [after] })).toMatchObject({
      ok: true,
      entries: 5,
      bodiesVerified: 0,
      checkpoint: 'absent',
    });
    expect((await verifyExport([part], { held: [{ seq: 4, hash: Buffer.alloc(32) }] })).ok).toBe(false);
  });
});
