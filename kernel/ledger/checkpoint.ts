/* Checkpoints: "at this moment the chain stood at this number and this hash", signed with Ed25519. The text is a C2SP signed note, so it can be
 * printed, read aloud and checked with foreign tools (golang.org/x/mod/sumdb/note). Its worth lies in copies outside the server: another agency
 * that keeps the slips of paper can show later that the chain was rewritten, even by somebody who holds the signing key. */
import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';

export interface Checkpoint {
  /** Which ledger, on one line: `chungtay.laocai.gov.vn/ledger`. */
  readonly origin: string;
  readonly seq: number;
  readonly hash: Uint8Array;
  /** An `Instant`: when it was signed, by the signer's clock. */
  readonly at: string;
}

/** A signing key with the name under which it signs (no space, no `+`). */
export interface Signer {
  readonly name: string;
  /** 8 hex digits, derived from name and public key as the note format wants. */
  readonly keyId: string;
  readonly privateKey: KeyObject;
  /** What a witness needs to verify: `name+keyid+base64`. Public, may be printed. */
  readonly verifierKey: string;
}

export interface SignedCheckpoint extends Checkpoint {
  readonly text: string;
  readonly keyId: string;
  /** 64 bytes, Ed25519 over the text up to and with the line break before the empty line. */
  readonly signature: Buffer;
}

export type CheckpointVerdict =
  | { readonly ok: true; readonly checkpoint: Checkpoint; readonly signedBy: readonly string[] }
  | { readonly ok: false; readonly why: 'unreadable' | 'unknown_key' | 'signature' };

const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_ED25519 = Buffer.from('302a300506032b6570032100', 'hex');
const ED25519 = 0x01;
const NAME = /^[^\s+]+$/u;
const AT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** A signer from a 32-byte seed (the keyring's `ledger-sign` key). */
export function signerOf(seed: Uint8Array, name: string): Signer {
  if (seed.length !== 32) throw new RangeError('ledger: an Ed25519 seed has 32 bytes');
  if (!NAME.test(name)) throw new RangeError('ledger: a key name holds no space and no plus');
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_ED25519, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const typed = Buffer.concat([Buffer.of(ED25519), spki.subarray(SPKI_ED25519.length)]);
  const keyId = keyIdOf(name, typed).toString('hex');
  return { name, keyId, privateKey, verifierKey: `${name}+${keyId}+${typed.toString('base64')}` };
}

/** The lines that are signed. */
export function checkpointBody({ origin, seq, hash: at32, at }: Checkpoint): string {
  if (!origin || /[\r\n]/.test(origin) || !Number.isSafeInteger(seq) || seq < 0)
    throw new RangeError('ledger: no such checkpoint');
  if (at32.length !== 32 || !AT.test(at)) throw new RangeError('ledger: no such checkpoint');
  return `${origin}\n${seq}\n${Buffer.from(at32).toString('base64')}\n${at}\n`;
}

/** Signs; `text` is the whole note (the column `note` of `ledger.checkpoint`). */
export function signCheckpoint(checkpoint: Checkpoint, signer: Signer): SignedCheckpoint {
  const body = checkpointBody(checkpoint);
  const signature = sign(null, Buffer.from(body, 'utf8'), signer.privateKey);
  return {
    ...checkpoint,
    text: `${body}\n${signatureLine(signer.name, signer.keyId, signature)}`,
    keyId: signer.keyId,
    signature,
  };
}

/** Adds another agency's signature to a checkpoint it was shown. Throws when the text is not a checkpoint. */
export function cosignCheckpoint(text: string, signer: Signer): string {
  const note = parseNote(text);
  if (!note) throw new RangeError('ledger: not a checkpoint');
  const signature = sign(null, Buffer.from(note.body, 'utf8'), signer.privateKey);
  return text + signatureLine(signer.name, signer.keyId, signature);
}

/**
 * Checks a note against the verifier keys the reader trusts. Signatures of unknown keys are passed over, as the format wants; a
 * wrong signature under a known key refuses the whole note.
 */
export function verifyCheckpoint(text: string, verifierKeys: string | readonly string[]): CheckpointVerdict {
  const note = parseNote(text);
  if (!note) return { ok: false, why: 'unreadable' };
  const known = new Map<string, { name: string; key: KeyObject }>();
  for (const line of typeof verifierKeys === 'string' ? [verifierKeys] : verifierKeys) {
    const { name, keyId, key } = readVerifierKey(line);
    known.set(`${name}+${keyId}`, { name, key });
  }
  const signedBy: string[] = [];
  for (const { name, keyId, signature } of note.signatures) {
    const signer = known.get(`${name}+${keyId}`);
    if (!signer) continue;
    if (!verify(null, Buffer.from(note.body, 'utf8'), signer.key, signature))
      return { ok: false, why: 'signature' };
    if (!signedBy.includes(name)) signedBy.push(name);
  }
  return signedBy.length
    ? { ok: true, checkpoint: note.checkpoint, signedBy }
    : { ok: false, why: 'unknown_key' };
}

/** Reads `name+keyid+base64`. Throws when it is not one, or when the key id is not that of the key. */
export function readVerifierKey(line: string): { name: string; keyId: string; key: KeyObject } {
  const [name = '', keyId = '', ...rest] = line.trim().split('+');
  const typed = Buffer.from(rest.join('+'), 'base64');
  if (
    !NAME.test(name) ||
    typed.length !== 33 ||
    typed[0] !== ED25519 ||
    keyIdOf(name, typed).toString('hex') !== keyId
  )
    throw new RangeError('ledger: not a verifier key');
  const key = createPublicKey({
    key: Buffer.concat([SPKI_ED25519, typed.subarray(1)]),
    format: 'der',
    type: 'spki',
  });
  return { name, keyId, key };
}

function keyIdOf(name: string, typedKey: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([Buffer.from(`${name}\n`, 'utf8'), typedKey]), 'buffer').subarray(0, 4);
}

function signatureLine(name: string, keyId: string, signature: Uint8Array): string {
  return `— ${name} ${Buffer.concat([Buffer.from(keyId, 'hex'), signature]).toString('base64')}\n`;
}

/** What a note says, whoever signed it; null when it is none. */
export const readCheckpoint = (text: string): Checkpoint | null => parseNote(text)?.checkpoint ?? null;

function parseNote(text: string) {
  const border = text.indexOf('\n\n');
  if (border < 0 || !text.endsWith('\n')) return null;
  const body = text.slice(0, border + 1);
  const [origin = '', seqText = '', hashText = '', at = '', ...rest] = body.slice(0, -1).split('\n');
  const checkpoint = { origin, seq: Number(seqText), hash: Buffer.from(hashText, 'base64'), at };
  const signatures = text
    .slice(border + 2, -1)
    .split('\n')
    .map(line => /^— ([^\s+]+) ([A-Za-z0-9+/]{91}=)$/u.exec(line))
    .map(match => match && { name: match[1]!, base64: match[2]!, bytes: Buffer.from(match[2]!, 'base64') });
  if (rest.length || signatures.some(line => line === null)) return null;
  try {
    // Only the one spelling we would write ourselves: what is signed and what is read must be the same thing, base64's spare bits included.
    if (
      checkpointBody(checkpoint) !== body ||
      signatures.some(line => line!.bytes.toString('base64') !== line!.base64)
    )
      return null;
  } catch {
    return null;
  }
  return {
    body,
    checkpoint,
    signatures: signatures.map(line => ({
      name: line!.name,
      keyId: line!.bytes.subarray(0, 4).toString('hex'),
      signature: line!.bytes.subarray(4),
    })),
  };
}
