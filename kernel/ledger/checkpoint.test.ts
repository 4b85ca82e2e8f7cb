/* Checkpoints: forged, altered and misspelt ones are refused; the note format is the one of C2SP, held to its published example key. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cosignCheckpoint,
  readVerifierKey,
  signCheckpoint,
  signerOf,
  verifyCheckpoint,
} from './checkpoint.ts';

const signer = signerOf(Buffer.alloc(32, 5), 'chungtay.example/ledger');
const witness = signerOf(Buffer.alloc(32, 6), 'procuracy.example');
const checkpoint = {
  origin: 'chungtay.example/ledger',
  seq: 12345,
  hash: Buffer.alloc(32, 9),
  at: '2026-11-24T01:02:03.456Z',
};
const signed = signCheckpoint(checkpoint, signer);

describe('refusals', () => {
  test('any one character changed', () => {
    const characters = [...signed.text];
    fc.assert(
      fc.property(
        fc.nat(characters.length - 1),
        fc.constantFrom('0', '1', 'A', 'b', '\n', ' ', '—'),
        (at, put) => {
          fc.pre(characters[at] !== put);
          expect(verifyCheckpoint(characters.with(at, put).join(''), signer.verifierKey).ok).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a stranger’s signature, and another key under the same name', () => {
    expect(verifyCheckpoint(signed.text, witness.verifierKey)).toEqual({ ok: false, why: 'unknown_key' });
    const impostor = signerOf(Buffer.alloc(32, 7), signer.name);
    const forged = signCheckpoint({ ...checkpoint, seq: 1 }, impostor);
    expect(verifyCheckpoint(forged.text, signer.verifierKey)).toEqual({ ok: false, why: 'unknown_key' });
    const own = Buffer.concat([Buffer.from(impostor.keyId, 'hex'), forged.signature]).toString('base64');
    const pretended = Buffer.concat([Buffer.from(signer.keyId, 'hex'), forged.signature]).toString('base64');
    const keyIdKept = forged.text.replace(own, pretended);
    expect(verifyCheckpoint(keyIdKept, signer.verifierKey)).toEqual({ ok: false, why: 'signature' });
  });

  test('a line put in before the empty line, and text that is no note', () => {
    expect(verifyCheckpoint(signed.text.replace('\n\n', '\nextra\n\n'), signer.verifierKey).ok).toBe(false);
    expect(verifyCheckpoint('', signer.verifierKey)).toEqual({ ok: false, why: 'unreadable' });
    expect(() => signCheckpoint({ ...checkpoint, origin: 'a\nb' }, signer)).toThrow(RangeError);
    expect(() => signerOf(Buffer.alloc(32), 'two words')).toThrow(RangeError);
    expect(() => readVerifierKey(signer.verifierKey.replace('chungtay', 'chungta'))).toThrow(RangeError);
  });
});

test('a checkpoint is read back', () => {
  expect(verifyCheckpoint(signed.text, signer.verifierKey)).toEqual({
    ok: true,
    checkpoint,
    signedBy: [signer.name],
  });
  expect(signed.text.split('\n').slice(0, 5)).toEqual([
    'chungtay.example/ledger',
    '12345',
    'CQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk=',
    '2026-11-24T01:02:03.456Z',
    '',
  ]);
});

test('a witness signs beside the server', () => {
  const both = cosignCheckpoint(signed.text, witness);
  expect(verifyCheckpoint(both, [signer.verifierKey, witness.verifierKey])).toMatchObject({
    ok: true,
    signedBy: [signer.name, witness.name],
  });
  expect(verifyCheckpoint(both, witness.verifierKey)).toMatchObject({ ok: true, signedBy: [witness.name] });
});

test('reads the key of the note format’s own documentation', () => {
  // golang.org/x/mod/sumdb/note, package example.
  expect(readVerifierKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW').keyId).toBe(
    'c74f20a3',
  );
});
