/* What the ledger holds about exhibits and their files: each entry with its place in the chain and what it is bound to, so that it can be proved without the rest; and who
 * opened a file, when and why, which stands nowhere else. */
import type { Instant } from '../../kernel/day.ts';
import { GENESIS } from '../../kernel/ledger/chain.ts';
import { type LedgerEntry, ledgerTime } from '../../kernel/ledger/entry.ts';
import type { Door } from '../db/door.ts';
import { entryColumns } from '../ledger/verify.ts';

export interface ChainedEntry extends LedgerEntry {
  readonly seq: number;
  readonly hash: Buffer;
  /** The link before it. */
  readonly before: Buffer;
  readonly salt: Buffer | null;
  readonly body: unknown;
}

const about = "e.subject_record in ('exhibit', 'exhibitFile') and e.subject_id = any ($1::uuid[])";

/** What was done with these exhibits and files, and every opening, in the order of the chain. What is not chained yet is left out. */
export async function entriesAbout(door: Door, subjects: readonly string[]): Promise<ChainedEntry[]> {
  const rows = await door.as({ system: 'ct_ledger' }, db =>
    db.query<Omit<ChainedEntry, 'before'> & { before: Buffer | null }>(
      `select ${entryColumns}, c.seq, c.hash, p.hash as before, b.salt, b.body
         from ledger.entry e join ledger.chain c on c.entry_id = e.id left join ledger.chain p on p.seq = c.seq - 1 left join ledger.body b on b.entry_id = e.id
         where ${about} and (e.kind = 'act' or e.name = $2) order by c.seq`,
      [subjects, openingName],
    ),
  );
  return rows.map(row => ({ ...row, seq: Number(row.seq), before: row.before ?? GENESIS.hash }));
}

export const openingName = 'exhibitFile.open.content';

export interface Opening {
  readonly file: string;
  readonly officer: string;
  readonly office: string;
  readonly at: Instant;
  readonly purpose: string | null;
}

/** The last openings of these files, the newest first. */
export async function openingsOf(door: Door, files: readonly string[]): Promise<Opening[]> {
  const rows = await door.as({ system: 'ct_ledger' }, db =>
    db.query<Omit<Opening, 'at'> & { at: string }>(
      `select e.subject_id as file, e.officer, e.office, e.made_at::text as at, e.purpose from ledger.entry e where ${about} and e.name = $2 order by e.n desc limit 500`,
      [files, openingName],
    ),
  );
  return rows.map(row => ({ ...row, at: `${ledgerTime(row.at).slice(0, 23)}Z` as Instant }));
}
