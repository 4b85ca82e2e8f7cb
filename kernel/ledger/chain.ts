/* The hash chain over the ledger and its verification as a stream. The chain alone proves nothing against whoever can rewrite the whole
 * database: only a checkpoint kept elsewhere does, so verification takes held checkpoints and must meet every one of them. */
import { hash } from 'node:crypto';
import { commitmentOf, type LedgerBody, type LedgerEntry, leafOf } from './entry.ts';

/** A row of `ledger.chain`. PostgreSQL gives `seq` as text. `sealed_at` is not under the hash and proves nothing. */
export interface ChainLink {
  readonly seq: number | bigint | string;
  readonly entry_id: string;
  readonly hash: Uint8Array;
}

/** A link with what hangs on it. `entry` null: the row is gone. `body` undefined: not looked at; null: not (or no longer) there. */
export interface ChainItem {
  readonly link: ChainLink;
  readonly entry: LedgerEntry | null;
  /** The stored `leaf` column, when it was read: it must agree as well. */
  readonly leaf?: Uint8Array | null;
  readonly body?: LedgerBody | null;
}

export interface Head {
  readonly seq: number;
  readonly hash: Buffer;
}

/**
 * Why an entry is called broken. `entry`: a field differs from what was sealed. `missing`: the entry is gone. `order`: this is not
 * the next number (something was cut out, put in, repeated or moved). `link`: the entry agrees with its leaf but not with the chain.
 * `body`: the body is not the one committed to. `checkpoint`: the chain is consistent but is not the one that was signed.
 * `short`: the chain ends before a held checkpoint. `late`: what was read begins after a held checkpoint, so it cannot be compared.
 * `unsigned`: a signature was asked for and the file closes without one. `unreadable`: a file's line could not be read.
 */
export type Break =
  | 'entry'
  | 'missing'
  | 'order'
  | 'link'
  | 'body'
  | 'checkpoint'
  | 'short'
  | 'late'
  | 'unsigned'
  | 'unreadable';

export interface Broken {
  readonly seq: number;
  readonly entryId: string | null;
  readonly why: Break;
}

export interface VerifyOptions {
  /** Begin after this link instead of at the beginning; the caller vouches for it (a checkpoint it holds). */
  readonly from?: Head;
  /** Checkpoints kept elsewhere, already verified: the chain must pass through each. */
  readonly held?: readonly { readonly seq: number; readonly hash: Uint8Array }[];
  /** Which entry an entry says it erased; by default the act `ledger.erase` names it as its subject. */
  readonly erases?: (entry: LedgerEntry) => string | null;
  readonly onProgress?: (entries: number) => void;
}

export interface Verdict {
  readonly ok: boolean;
  /** Links looked at. */
  readonly entries: number;
  readonly bodiesVerified: number;
  readonly bodiesShredded: number;
  /** Entries whose body is gone though no entry records its erasure; the first hundred ids. Not a break, but ask why. */
  readonly shreddedWithoutRecord: readonly string[];
  /** How many entries are broken. After a break of the chain itself nothing later can be judged, and reading stops. */
  readonly broken: number;
  readonly firstBroken?: Broken;
  /** The last link that agrees with everything before it. */
  readonly head: Head;
}

/** The chain before its first entry: seq 0. */
export const GENESIS: Head = Object.freeze({ seq: 0, hash: hash('sha256', 'chungtay ledger v1', 'buffer') });

const SEQ_BYTES = 8;
const HASH_BYTES = 32;
const NAMED_AT_MOST = 100;
const PROGRESS_EVERY = 10_000;

/** hash_n = sha256(hash_{n-1} || leaf_n || n as 8 bytes, big-endian). */
export function link(previous: Uint8Array, leaf: Uint8Array, seq: number): Buffer {
  if (previous.length !== HASH_BYTES || leaf.length !== HASH_BYTES)
    throw new RangeError('ledger: a hash has 32 bytes');
  if (!Number.isSafeInteger(seq) || seq < 1) throw new RangeError('ledger: no such number in the chain');
  const bytes = Buffer.allocUnsafe(2 * HASH_BYTES + SEQ_BYTES);
  bytes.set(previous, 0);
  bytes.set(leaf, HASH_BYTES);
  bytes.writeBigUInt64BE(BigInt(seq), 2 * HASH_BYTES);
  return hash('sha256', bytes, 'buffer');
}

/**
 * Walks the chain in the order given (which must be the order of `seq`) and holds at most one item in memory, besides the ids of
 * bodies that are gone. Never throws on what it reads: whatever cannot be read is broken. Errors of the source are passed on.
 */
export async function verifyChain(
  items: AsyncIterable<ChainItem> | Iterable<ChainItem>,
  options: VerifyOptions = {},
): Promise<Verdict> {
  const erases = options.erases ?? erasedByDefault;
  // Two checkpoints of one number that differ are the very thing they are kept for: neither may hide the other.
  const held = Map.groupBy(options.held ?? [], point => point.seq);
  const shredded = new Set<string>();
  const erased = new Set<string>();
  let head = options.from ?? GENESIS;
  let [entries, bodiesVerified, broken] = [0, 0, 0];
  let firstBroken: Broken | undefined;
  let cut = false;
  const breakAt = (seq: number, entryId: string | null, why: Break) => {
    broken++;
    firstBroken ??= { seq, entryId, why };
  };
  const differs = (at: Head) => held.get(at.seq)?.some(point => !same(point.hash, at.hash)) === true;
  if ([...held.keys()].some(seq => seq < head.seq)) breakAt(head.seq + 1, null, 'late');
  if (differs(head)) {
    breakAt(head.seq, null, 'checkpoint');
    cut = true;
  }

  if (!cut)
    for await (const item of items) {
      entries++;
      const seq = head.seq + 1;
      const entryId = item.entry?.id ?? item.link.entry_id ?? null;
      const step = nextHead(item, head, seq);
      if (step.why) breakAt(seq, entryId, step.why);
      if (!step.head) {
        cut = true;
        break;
      }
      head = step.head;
      if (differs(head)) {
        breakAt(seq, entryId, 'checkpoint');
        cut = true;
        break;
      }
      const { entry } = item;
      if (entry && !step.why) {
        const body = judgeBody(entry, item.body);
        if (body === 'wrong') breakAt(seq, entryId, 'body');
        if (body === 'right') bodiesVerified++;
        if (body === 'gone') shredded.add(entry.id);
        const target = erases(entry);
        if (target) erased.add(target);
      }
      if (entries % PROGRESS_EVERY === 0) options.onProgress?.(entries);
    }

  if (!cut && [...held.keys()].some(seq => seq > head.seq)) breakAt(head.seq + 1, null, 'short');
  const unexplained = [...shredded].filter(id => !erased.has(id)).slice(0, NAMED_AT_MOST);
  return {
    ok: broken === 0,
    entries,
    bodiesVerified,
    bodiesShredded: shredded.size,
    shreddedWithoutRecord: unexplained,
    broken,
    ...(firstBroken && { firstBroken }),
    head,
  };
}

/** The head after this item, and what is wrong with it. No head: the chain itself is cut here. */
function nextHead(item: ChainItem, head: Head, seq: number): { head?: Head; why?: Break } {
  if (Number(item.link.seq) !== seq) return { why: 'order' };
  const sealed = item.link.hash;
  if (!(sealed instanceof Uint8Array) || sealed.length !== HASH_BYTES) return { why: 'link' };
  const { entry } = item;
  if (!entry) return chained(item.leaf, sealed, head, seq, 'missing');
  const leaf = tryLeaf(entry);
  const fits = leaf !== null && same(link(head.hash, leaf, seq), sealed);
  if (fits && item.link.entry_id !== entry.id)
    return { why: 'order', head: { seq, hash: Buffer.from(sealed) } };
  if (fits && item.leaf && !same(item.leaf, leaf))
    return { why: 'entry', head: { seq, hash: Buffer.from(sealed) } };
  if (fits) return { head: { seq, hash: Buffer.from(sealed) } };
  // A stored leaf that still fits the chain shows that only this entry was touched: the walk may go on behind it.
  return chained(item.leaf, sealed, head, seq, leaf && item.leaf && same(item.leaf, leaf) ? 'link' : 'entry');
}

function chained(
  leaf: Uint8Array | null | undefined,
  sealed: Uint8Array,
  head: Head,
  seq: number,
  why: Break,
) {
  if (leaf?.length !== HASH_BYTES || !same(link(head.hash, leaf, seq), sealed)) return { why };
  return { why, head: { seq, hash: Buffer.from(sealed) } };
}

function judgeBody(
  entry: LedgerEntry,
  body: LedgerBody | null | undefined,
): 'right' | 'wrong' | 'gone' | 'none' {
  if (body === undefined) return 'none';
  if (body === null) return entry.commitment ? 'gone' : 'none';
  if (!entry.commitment) return 'wrong';
  try {
    return same(commitmentOf(body.salt, body.body), entry.commitment) ? 'right' : 'wrong';
  } catch {
    return 'wrong';
  }
}

function tryLeaf(entry: LedgerEntry): Buffer | null {
  try {
    return leafOf(entry);
  } catch {
    return null;
  }
}

function erasedByDefault(entry: LedgerEntry): string | null {
  return entry.name === 'ledger.erase' ? entry.subject_id : null;
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && Buffer.compare(a, b) === 0;
}
