/* The ledger as it stands in a database, as a stream for the verification in kernel/ledger. Moments are read as JSON text, which keeps microseconds, years before
 * Christ and infinity apart whatever the session's habits; a `Date` would not. */
import {
  type ChainItem,
  type Head,
  type Verdict,
  type VerifyOptions,
  verifyChain,
} from '../../kernel/ledger/chain.ts';
import type { LedgerEntry } from '../../kernel/ledger/entry.ts';

export type Query = (sql: string, values: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>;

export interface LedgerVerdict extends Verdict {
  /** Entries that no link holds yet. A few seconds after the last act there should be none. */
  readonly unsealed: number;
}

const BATCH = 2_000;

const COLUMNS = `c.seq::text as seq, c.entry_id::text as linked, c.hash, e.id::text as id, e.kind, e.name, e.officer::text as officer,
  e.post::text as post, e.role, e.agency, e.office::text as office, e.session::text as session, e.subject_record,
  e.subject_id::text as subject_id, to_json(e.person_ids) as person_ids, e.purpose, e.ground, to_json(e.made_at) #>> '{}' as made_at,
  to_json(e.received_at) #>> '{}' as received_at, e.declaration, e.commitment, e.leaf`;

/** The chain in order, after `after`, with bodies unless they are not wanted. Runs through it in batches, each its own statement. */
export async function* readLedger(
  query: Query,
  options: { after?: number; bodies?: boolean } = {},
): AsyncGenerator<ChainItem> {
  const bodies = options.bodies ?? true;
  let after = String(options.after ?? 0);
  for (;;) {
    const rows = await query(
      `select ${COLUMNS}${bodies ? ', b.entry_id is not null as has_body, b.salt, b.body' : ''}
        from ledger.chain c left join ledger.entry e on e.id = c.entry_id
        ${bodies ? 'left join ledger.body b on b.entry_id = c.entry_id' : ''}
        where c.seq > $1 order by c.seq limit ${BATCH}`,
      [after],
    );
    for (const row of rows) {
      const { seq, linked, hash, leaf, has_body, salt, body, ...entry } = row;
      yield {
        link: { seq: seq as string, entry_id: linked as string, hash: hash as Buffer },
        entry: entry.id === null ? null : (entry as unknown as LedgerEntry),
        leaf: leaf as Buffer | null,
        ...(bodies && { body: has_body ? { salt: salt as Buffer, body } : null }),
      };
    }
    if (rows.length < BATCH) return;
    after = String(rows.at(-1)!.seq);
  }
}

/** Verifies the ledger in place. Give it the checkpoints that are kept elsewhere (`held`), or it proves little. */
export async function verifyLedger(
  query: Query,
  options: VerifyOptions & { bodies?: boolean } = {},
): Promise<LedgerVerdict> {
  const items = readLedger(query, { after: options.from?.seq ?? 0, bodies: options.bodies ?? true });
  const verdict = await verifyChain(items, options);
  const [row] = await query(
    'select count(*)::int as unsealed from ledger.entry e where not exists (select from ledger.chain c where c.entry_id = e.id)',
    [],
  );
  return { ...verdict, unsealed: Number(row!.unsealed) };
}

/** Where the chain stands; null when it has no link yet. */
export async function findHead(query: Query): Promise<Head | null> {
  const [row] = await query(
    'select c.seq::text as seq, c.hash from ledger.chain c order by c.seq desc limit 1',
    [],
  );
  return row ? { seq: Number(row.seq), hash: row.hash as Buffer } : null;
}
