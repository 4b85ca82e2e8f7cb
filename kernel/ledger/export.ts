/* The ledger as a file that an outsider can verify without our database: one JSON line per entry between a header and a closing line.
 * `entry` is the canonical text itself, so a leaf can be recomputed with sha256sum; every line must be spelt exactly as we spell it, so that
 * nothing can ride along in a field nobody hashes. Hashes are hex here, base64 only in the checkpoint. */

import {
  type Break,
  type Broken,
  type ChainItem,
  GENESIS,
  type Head,
  type Verdict,
  type VerifyOptions,
  verifyChain,
} from './chain.ts';
import { verifyCheckpoint } from './checkpoint.ts';
import { canonicalBody, canonicalText, type LedgerEntry } from './entry.ts';

const FORMAT = 'chungtay ledger';
const VERSION = 1;
const LONGEST_LINE = 16 * 1024 * 1024;
const PIECE = 64 * 1024;

export interface ExportHeader {
  readonly format: typeof FORMAT;
  readonly version: number;
  readonly origin: string;
  /** An `Instant`. */
  readonly made_at: string;
  /** The link before the first entry in the file: 0 and the starting hash for a whole export. */
  readonly after_seq: number;
  readonly after_hash: string;
}

export interface ExportOptions {
  readonly origin: string;
  /** An `Instant`, passed in. */
  readonly now: string;
  readonly after?: Head;
  /** Signs (or finds) the checkpoint at the head; its text closes the file. */
  readonly checkpoint?: (head: Head) => string | null | Promise<string | null>;
}

export interface ExportVerdict extends Verdict {
  readonly header: ExportHeader | null;
  /** What the closing checkpoint proved. `unchecked` (no verifier key given) leaves `ok` as it is; so does `absent`, unless keys were given to check it. */
  readonly checkpoint: 'verified' | 'absent' | 'unchecked' | 'refused';
  readonly signedBy: readonly string[];
  /** For a line that could not be read: its number in the file, from 1. */
  readonly line?: number;
}

/**
 * Writes the export, in pieces of some 64 kB, from items in the order of `seq`. Bodies travel when the items bring them; leave
 * `body` undefined to export commitments only. It does not verify: what is wrong in the ledger must be visible in the file.
 * Throws when an entry's row is gone or its fields cannot be written; then verify the ledger in place.
 */
export async function* writeExport(
  items: AsyncIterable<ChainItem> | Iterable<ChainItem>,
  options: ExportOptions,
): AsyncGenerator<string> {
  const after = options.after ?? GENESIS;
  const header: ExportHeader = {
    format: FORMAT,
    version: VERSION,
    origin: options.origin,
    made_at: options.now,
    after_seq: after.seq,
    after_hash: after.hash.toString('hex'),
  };
  let piece = `${JSON.stringify(header)}\n`;
  let head = after;
  let entries = 0;
  for await (const item of items) {
    const seq = Number(item.link.seq);
    if (!item.entry) throw new Error(`ledger: entry ${seq} is missing, nothing to export`);
    piece += `${entryLine(item)}\n`;
    head = { seq, hash: Buffer.from(item.link.hash) };
    entries++;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  const checkpoint = (await options.checkpoint?.(head)) ?? null;
  yield `${piece}${closingLine({ entries, head: { seq: head.seq, hash: head.hash.toString('hex') }, checkpoint })}\n`;
}

/**
 * Verifies an export as it streams in; needs no database and holds one line. `verifierKeys` are those the reader got from
 * elsewhere, never from the file. Throws only when the source does.
 */
export async function verifyExport(
  source: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
  options: Omit<VerifyOptions, 'from'> & { readonly verifierKeys?: readonly string[] } = {},
): Promise<ExportVerdict> {
  const lines = linesOf(source);
  let number = 0;
  let closing: Closing | null = null;
  const unreadable = (verdict: Verdict, header: ExportHeader | null): ExportVerdict => ({
    ...failed(verdict, 'unreadable'),
    header,
    checkpoint: 'absent',
    signedBy: [],
    line: number,
  });

  const first = await lines.next();
  number = 1;
  const header = first.done ? null : readHeader(first.value);
  if (!header) return unreadable(EMPTY, null);
  const from = { seq: header.after_seq, hash: Buffer.from(header.after_hash, 'hex') };
  if (from.seq === 0 && !from.hash.equals(GENESIS.hash)) return unreadable({ ...EMPTY, head: from }, header);

  let spoilt = false;
  async function* items(): AsyncGenerator<ChainItem> {
    for await (const text of lines) {
      number++;
      const read = closing ? null : readLine(text);
      if (!read) {
        spoilt = true;
        return;
      }
      if ('head' in read) closing = read;
      else yield read;
    }
  }
  const verdict = await verifyChain(items(), { ...options, from });
  if (spoilt) return unreadable(verdict, header);
  const base = { header, signedBy: [], checkpoint: 'absent' as const };
  if (verdict.broken && !closing) return { ...verdict, ...base };
  const end = closing as Closing | null;
  if (!end) return unreadable(verdict, header);
  // The closing line is the writer's own word for where the chain ends; without it a file cut after a line would look whole.
  const agrees =
    end.entries === verdict.entries &&
    end.head.seq === verdict.head.seq &&
    end.head.hash === verdict.head.hash.toString('hex');
  if (!agrees) return { ...failed(verdict, 'short'), ...base };
  // Who was given a key wants to know whose ledger it is; a signature that was taken out must not pass for one that was never asked for.
  const unsigned = options.verifierKeys?.length && verdict.entries > 0 && verdict.ok;
  if (end.checkpoint === null) return { ...(unsigned ? failed(verdict, 'unsigned') : verdict), ...base };
  if (!options.verifierKeys?.length) return { ...verdict, ...base, checkpoint: 'unchecked' };
  const note = verifyCheckpoint(end.checkpoint, options.verifierKeys);
  const fits =
    note.ok &&
    note.checkpoint.origin === header.origin &&
    note.checkpoint.seq === verdict.head.seq &&
    verdict.head.hash.equals(note.checkpoint.hash);
  if (!fits) return { ...failed(verdict, 'checkpoint', verdict.head.seq), ...base, checkpoint: 'refused' };
  return { ...verdict, ...base, checkpoint: 'verified', signedBy: note.signedBy };
}

interface Closing {
  readonly entries: number;
  readonly head: { readonly seq: number; readonly hash: string };
  readonly checkpoint: string | null;
}

const EMPTY: Verdict = {
  ok: true,
  entries: 0,
  bodiesVerified: 0,
  bodiesShredded: 0,
  shreddedWithoutRecord: [],
  broken: 0,
  head: GENESIS,
};

function failed(verdict: Verdict, why: Break, seq = verdict.head.seq + 1): Verdict {
  const firstBroken: Broken = verdict.firstBroken ?? { seq, entryId: null, why };
  return { ...verdict, ok: false, broken: verdict.broken + 1, firstBroken };
}

function entryLine({ link, entry, body }: ChainItem): string {
  const start = `{"seq":${Number(link.seq)},"hash":"${Buffer.from(link.hash).toString('hex')}","entry":${canonicalText(entry!)}`;
  if (body === undefined) return `${start}}`;
  if (body === null) return `${start},"body":null}`;
  return `${start},"body":{"salt":"${Buffer.from(body.salt).toString('hex')}","body":${canonicalBody(body.body)}}}`;
}

function closingLine({ entries, head, checkpoint }: Closing): string {
  return JSON.stringify({ entries, head: { seq: head.seq, hash: head.hash }, checkpoint });
}

function readHeader(text: string): ExportHeader | null {
  const header = tryParse(text) as ExportHeader | null;
  if (header?.format !== FORMAT || header.version !== VERSION) return null;
  const { format, version, origin, made_at, after_seq, after_hash } = header;
  if (!Number.isSafeInteger(after_seq) || !/^[0-9a-f]{64}$/.test(after_hash)) return null;
  return JSON.stringify({ format, version, origin, made_at, after_seq, after_hash }) === text ? header : null;
}

function readLine(text: string): ChainItem | Closing | null {
  const line = tryParse(text) as
    | { seq: number; hash: string; entry: LedgerEntry; body?: { salt: string; body: unknown } }
    | Closing
    | null;
  if (!line || typeof line !== 'object') return null;
  try {
    if ('head' in line)
      return Number.isSafeInteger(line.head.seq) && closingLine(line) === text ? line : null;
    const commitment = line.entry.commitment as string | null;
    const item: ChainItem = {
      link: { seq: line.seq, entry_id: line.entry.id, hash: Buffer.from(line.hash, 'hex') },
      entry: { ...line.entry, commitment: commitment === null ? null : Buffer.from(commitment, 'hex') },
      ...(line.body !== undefined && {
        body: line.body && { salt: Buffer.from(line.body.salt, 'hex'), body: line.body.body },
      }),
    };
    return entryLine(item) === text ? item : null;
  } catch {
    return null;
  }
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Lines without their line break; a line without one at the end of the file counts as cut off and comes out with a NUL. */
async function* linesOf(
  source: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest = '';
  for await (const chunk of source) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop()!;
    yield* lines;
    if (rest.length > LONGEST_LINE) break;
  }
  if (rest) yield `${rest}\0`;
}
