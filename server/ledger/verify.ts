/* The ledger in the database: sealing what was committed, reading the chain in order, verifying it, and signing a checkpoint at its head. */
import type { Instant } from '../../kernel/day.ts';
import { type ChainItem, GENESIS, link, type Verdict, verifyChain } from '../../kernel/ledger/chain.ts';
import { signCheckpoint, signerOf, verifyCheckpoint } from '../../kernel/ledger/checkpoint.ts';
import { canonicalText, type LedgerEntry, leafOf } from '../../kernel/ledger/entry.ts';
import type { Db, Door } from '../db/door.ts';
import { currentKey, type Keyring } from '../seal/keyring.ts';

export const ledgerOrigin = 'chungtay.lao-cai/ledger';
const signerName = 'chungtay.lao-cai';
/** Entries read in one go where nobody waits for an answer; and while people work, so that checking leaves holds nobody up for long. */
const batch = 5000;
const smallBatch = 250;
const mostAtOnce = 64_000;

export const entryColumns = `e.id, e.kind, e.name, e.officer, e.post, e.role, e.agency, e.office, e.session, e.subject_record, e.subject_id, e.person_ids,
    e.purpose, e.ground, e.made_at::text as made_at, e.received_at::text as received_at, e.declaration, e.commitment, e.leaf`;

/** Whether the leaf a role wrote is that of the entry it wrote: only then is it chained. */
function fits(entry: LedgerEntry & { readonly leaf: Buffer }): boolean {
  try {
    return leafOf(entry).equals(entry.leaf);
  } catch {
    return false;
  }
}

const minute = 60_000;
/** How far behind the last chained entry an open transaction's entry may lie: right after an act, and to be sure (statements are cut off after 30 s, of a thousand acts a second at most). */
const lookBack = { short: 500, long: 40_000 } as const;

/** Chains what was committed and is not chained yet. @returns how many entries. */
export async function sealLedger(door: Door, look: 'short' | 'long' | 'whole' = 'long'): Promise<number> {
  let sealed = 0;
  let most = look === 'whole' ? batch : smallBatch;
  for (;;) {
    const waiting = await door.as({ system: 'ct_ledger' }, db =>
      db.query<LedgerEntry & { leaf: Buffer }>(`select ${entryColumns} from ledger.unsealed($1, $2) e`, [
        most,
        look === 'whole' ? null : lookBack[look],
      ]),
    );
    const fitting = waiting.filter(fits).map(entry => entry.id);
    if (fitting.length > 0) {
      const [row] = await door.as({ system: 'ct_ledger' }, db =>
        db.query<{ seal: number }>('select ledger.seal($1::uuid[]) as seal', [fitting]),
      );
      sealed += Number(row?.seal ?? 0);
    }
    if (waiting.length < most) return sealed;
    // What does not fit stays in front for ever: it must not keep what comes after it from being seen.
    if (fitting.length < waiting.length) {
      if (most >= mostAtOnce) return sealed;
      most = Math.min(4 * most, mostAtOnce);
    }
    // What lay far behind came in the first rounds, oldest first.
    else if (look === 'long') look = 'short';
  }
}

const chainSql = (
  bodies: boolean,
) => `select c.seq, c.entry_id, c.hash, ${entryColumns}${bodies ? ', b.salt, b.body' : ''}
  from ledger.chain c left join ledger.entry e on e.id = c.entry_id${bodies ? ' left join ledger.body b on b.entry_id = c.entry_id' : ''}
  where c.seq > $1 order by c.seq limit ${batch}`;

type Raw = {
  seq: number;
  entry_id: string;
  hash: Buffer;
  id: string | null;
  leaf: Buffer;
  salt?: Buffer;
  body?: unknown;
} & LedgerEntry;

/** The chain in order, in batches, so that no more than one batch is in memory. Each batch is a statement of its own; the chain only grows. */
export async function* streamChain(door: Door, { bodies }: { bodies: boolean }): AsyncGenerator<ChainItem> {
  let after = 0;
  for (;;) {
    const rows = await door.as({ system: 'ct_ledger' }, db => db.query<Raw>(chainSql(bodies), [after]));
    for (const row of rows) {
      after = Number(row.seq);
      yield {
        link: { seq: row.seq, entry_id: row.entry_id, hash: row.hash },
        entry: row.id ? row : null,
        leaf: row.leaf,
        ...(bodies ? { body: row.salt ? { salt: row.salt, body: row.body } : null } : {}),
      };
    }
    if (rows.length < batch) return;
  }
}

export interface LedgerVerdict extends Omit<Verdict, 'head'> {
  readonly head: { readonly seq: number; readonly hash: string };
  /** Entries committed but not chained yet; a healthy server has some only for a moment. */
  readonly waiting: number;
  /** Checkpoints signed earlier that the chain passes through. */
  readonly checkpoints: number;
}

/** Proves the chain with bodies and every checkpoint kept here, or names the first broken entry. `held` are checkpoints kept elsewhere. */
export async function verifyLedger(
  door: Door,
  held: readonly { seq: number; hash: Uint8Array }[] = [],
  onProgress?: (entries: number) => void,
): Promise<LedgerVerdict> {
  await sealLedger(door);
  const kept = await door.as({ system: 'ct_ledger' }, db =>
    db.query<{ seq: number; hash: Buffer }>('select seq, hash from ledger.checkpoint order by seq'),
  );
  const verdict = await verifyChain(streamChain(door, { bodies: true }), {
    held: [...kept.map(point => ({ seq: Number(point.seq), hash: point.hash })), ...held],
    ...(onProgress ? { onProgress } : {}),
  });
  const [waiting] = await door.as({ system: 'ct_ledger' }, db =>
    db.query<{ count: number }>(
      'select count(*) as count from ledger.entry e where not exists (select from ledger.chain c where c.entry_id = e.id)',
    ),
  );
  return {
    ...verdict,
    head: { seq: verdict.head.seq, hash: verdict.head.hash.toString('hex') },
    waiting: Number(waiting?.count ?? 0),
    checkpoints: kept.length,
  };
}

/** How many entries are chained. */
export async function countChained(door: Door): Promise<number> {
  const [row] = await door.as({ system: 'ct_ledger' }, db =>
    db.query<{ seq: number }>('select coalesce(max(seq), 0) as seq from ledger.chain'),
  );
  return Number(row?.seq ?? 0);
}

/** One entry's place in the chain, in hex: an outsider can work out `leaf` from `text` and `hash` from the two before it. */
export interface EntryProof {
  /** The canonical text the leaf is the hash of. */
  readonly text: string | null;
  readonly leaf: string;
  readonly commitment: string | null;
  /** Null while the entry waits to be chained. */
  readonly chained: {
    readonly seq: number;
    readonly before: string;
    readonly hash: string;
    readonly at: string;
  } | null;
  readonly body: 'none' | 'kept' | 'erased';
  /** Whether this entry agrees with its leaf and its link; says nothing about the others. */
  readonly fits: boolean;
}

/** @returns null when there is no such entry. */
export async function getEntry(door: Door, id: string): Promise<EntryProof | null> {
  const [row] = await door.as({ system: 'ct_ledger' }, db =>
    db.query<
      LedgerEntry & {
        leaf: Buffer;
        seq: number | null;
        hash: Buffer;
        before: Buffer | null;
        sealed_at: string;
        has_body: boolean;
      }
    >(
      `select ${entryColumns}, c.seq, c.hash, p.hash as before, c.sealed_at, exists (select from ledger.body b where b.entry_id = e.id) as has_body
         from ledger.entry e left join ledger.chain c on c.entry_id = e.id left join ledger.chain p on p.seq = c.seq - 1 where e.id = $1`,
      [id],
    ),
  );
  if (!row) return null;
  const seq = row.seq === null ? null : Number(row.seq);
  const before = seq === 1 ? GENESIS.hash : row.before;
  const whole = fits(row);
  return {
    text: whole ? canonicalText(row) : null,
    leaf: row.leaf.toString('hex'),
    commitment: row.commitment ? Buffer.from(row.commitment).toString('hex') : null,
    chained:
      seq === null || !before
        ? null
        : { seq, before: before.toString('hex'), hash: row.hash.toString('hex'), at: row.sealed_at },
    body: row.has_body ? 'kept' : row.commitment ? 'erased' : 'none',
    fits: whole && (seq === null || (before !== null && link(before, row.leaf, seq).equals(row.hash))),
  };
}

/** Who signs for this ledger. */
export const ledgerSigner = (keyring: Keyring) =>
  signerOf(currentKey(keyring, 'ledger-sign').key, signerName);

/** The public keys of this ledger's signer, the present one and those before it. */
export function verifierKeys(keyring: Keyring): string[] {
  return keyring.keys
    .filter(key => key.purpose === 'ledger-sign')
    .map(key => signerOf(key.key, signerName).verifierKey);
}

/** The checkpoints kept here, the newest first. */
export async function listCheckpoints(door: Door): Promise<{ seq: number; at: string; keyId: string }[]> {
  const rows = await door.as({ system: 'ct_ledger' }, db =>
    db.query<{ seq: number; at: string; keyId: string }>(
      'select seq, at, key_id as "keyId" from ledger.checkpoint order by seq desc limit 100',
    ),
  );
  return rows.map(row => ({ ...row, seq: Number(row.seq) }));
}

export interface KeptCheckpoint {
  readonly seq: number;
  readonly note: string;
  readonly verifierKey: string;
}

/** Signs the head of the chain and keeps the note; the same head is signed once. An empty ledger has no head to sign. */
export async function takeCheckpoint(
  door: Door,
  keyring: Keyring,
  now: Instant,
): Promise<KeptCheckpoint | null> {
  await sealLedger(door);
  const signer = ledgerSigner(keyring);
  return door.as({ system: 'ct_ledger' }, async (db: Db) => {
    const [head] = await db.query<{ seq: number; hash: Buffer; note: string | null }>(
      'select c.seq, c.hash, p.note from ledger.chain c left join ledger.checkpoint p on p.seq = c.seq order by c.seq desc limit 1',
    );
    if (!head) return null;
    const seq = Number(head.seq);
    if (head.note && verifyCheckpoint(head.note, signer.verifierKey).ok)
      return { seq, note: head.note, verifierKey: signer.verifierKey };
    const signed = signCheckpoint({ origin: ledgerOrigin, seq, hash: head.hash, at: now }, signer);
    await db.query(
      'insert into ledger.checkpoint (seq, hash, at, key_id, note) values ($1, $2, $3, $4, $5) on conflict (seq) do nothing',
      [seq, head.hash, now, signed.keyId, signed.text],
    );
    return { seq, note: signed.text, verifierKey: signer.verifierKey };
  });
}

/** Chains in the background: shortly after each act, and every few seconds for what others committed. */
export function startSequencer(door: Door, every = 2000): { nudge(): void; stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  // Looking far back goes through what was chained already. The whole ledger is gone through when nobody waits for the start any more.
  const due = { whole: Date.now() + 10 * minute, long: Date.now() + minute / 2 };
  const look = (): 'short' | 'long' | 'whole' => {
    const at = Date.now();
    if (at >= due.whole) {
      due.whole = at + 24 * 60 * minute;
      return 'whole';
    }
    if (at < due.long) return 'short';
    due.long = at + minute / 2;
    return 'long';
  };
  let running: Promise<unknown> = Promise.resolve();
  let stopped = false;
  const run = () => {
    timer = undefined;
    if (stopped) return;
    running = sealLedger(door, look())
      .catch(() => 0)
      .then(() => {
        if (!stopped && !timer) timer = setTimeout(run, every).unref();
      });
  };
  let soon = false;
  run();
  return {
    nudge() {
      if (soon || stopped) return;
      soon = true;
      clearTimeout(timer);
      timer = setTimeout(() => {
        soon = false;
        run();
      }, 800).unref();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
