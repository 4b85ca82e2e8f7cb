/* What was erased, as a list beside the keys: a backup made before still holds the file, and a restored one knows nothing of its end. Numbers, ids, days and the ground, never
 * whose file it was. The list only grows: a restored database knows fewer than it. After a restore each file on it that is there again is put before the sweep
 * with the decision of the two officers, which stands. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type pg from 'pg';
import type { Instant } from '../../kernel/day.ts';
import type { Door } from '../db/door.ts';
import type { Keyring } from '../seal/keyring.ts';
import { writeOver } from '../seal/whole-file.ts';

export interface Erased {
  readonly fileNumber: string;
  readonly person: string;
  readonly review: string;
  readonly ground: string;
  readonly article: string | null;
  readonly proposedBy: string;
  readonly approvedBy: string;
  readonly erasedAt: Instant;
}

export const erasedFile = (keyring: Pick<Keyring, 'file'>): string =>
  join(dirname(keyring.file), 'erased.json');

export const readErased = (file: string): Erased[] =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Erased[]) : [];

/** Writes down what the database says was erased and the list does not. @returns how many were added. */
export async function keepErased(door: Door, file: string): Promise<number> {
  const stones = await door.as({ system: 'ct_system' }, db =>
    db.query<Erased>(
      `select file_number as "fileNumber", file_person as person, review, review_ground as ground, ground_article as article,
          proposed_by as "proposedBy", approved_by as "approvedBy", erased_at as "erasedAt" from tombstone order by erased_at`,
    ),
  );
  const kept = readErased(file);
  const known = new Set(kept.map(one => one.person));
  const fresh = stones.filter(one => !known.has(one.person));
  if (fresh.length > 0)
    writeOver(file, Buffer.from(`${JSON.stringify([...kept, ...fresh], null, 1)}\n`, 'utf8'));
  return fresh.length;
}

const again = `insert into public.retention_review (id, province, made_at, made_by, changed_at, file_number, file_person, file_office, review_ground, ground_article, state,
    decision, proposed_by, proposed_at, decided_by, decided_at, erase_on)
  select $1, p.province, $2, $3, $2, $4, p.id, p.office, $5, $6, 'approved', 'erase', $3, $7, $8, $7, ct.today() from public.person p where p.id = $9
  on conflict (id) do update set state = 'approved', decision = 'erase', proposed_by = excluded.proposed_by, decided_by = excluded.decided_by, decided_at = excluded.decided_at,
    erase_on = excluded.erase_on, failed_why = null, changed_at = excluded.changed_at, version = retention_review.version + 1
  returning id`;

/** Puts every file of the list that a restore brought back before the sweep, which erases it at the next start. `client` is the owner's. @returns how many. */
export async function eraseAgain(
  client: Pick<pg.Client, 'query'>,
  list: readonly Erased[],
  now: Instant,
): Promise<number> {
  let found = 0;
  for (const one of list) {
    await client.query(
      "update public.person set state = 'closed', changed_at = $2, version = version + 1 where id = $1 and state <> 'closed'",
      [one.person, now],
    );
    const { rows } = await client.query(again, [
      one.review,
      now,
      one.proposedBy,
      one.fileNumber,
      one.ground,
      one.article,
      one.erasedAt,
      one.approvedBy,
      one.person,
    ]);
    found += rows.length;
  }
  return found;
}
