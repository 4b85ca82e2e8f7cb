/* What the system told an officer and her offices, newest first. A notice names no person; the number it carries, of the referral, the request or the file, is found
 * under the reader's own rights, so that what she may not see stays without one. */
import type { Actor } from '../kernel/act/act.ts';
import type { Instant } from '../kernel/day.ts';
import { getRecord, records } from '../modules/index.ts';
import type { Db } from './db/door.ts';
import { readingsOf } from './rows.ts';

export interface NoticeItem {
  readonly id: string;
  readonly kind: string;
  readonly subject: { readonly record: string; readonly id: string };
  readonly number: string | null;
  readonly at: Instant;
  readonly read: boolean;
}

interface Raw {
  readonly id: string;
  readonly kind: string;
  readonly about: string;
  readonly subject: string;
  readonly at: Instant;
  readonly read_at: Instant | null;
}

export async function noticesOf(db: Db, actor: Actor): Promise<NoticeItem[]> {
  const rows = await db.query<Raw>(
    `select id, notice_kind as kind, about, subject, made_at as at, read_at from notice
      where to_office = any ($1::uuid[]) or to_officer = $2 order by made_at desc limit 100`,
    [actor.reach, actor.officer],
  );
  const numbers = new Map<string, string>();
  for (const [about, notices] of Map.groupBy(rows, row => row.about))
    for (const [id, number] of await numbersOf(
      db,
      actor,
      about,
      notices.map(row => row.subject),
    ))
      numbers.set(id, number);
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    subject: { record: row.about, id: row.subject },
    number: numbers.get(row.subject) ?? null,
    at: row.at,
    read: row.read_at !== null,
  }));
}

/** The number of each row, or of the file it is a part of. */
async function numbersOf(
  db: Db,
  actor: Actor,
  about: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  if (!records.some(record => record.name === about)) return found;
  const record = getRecord(about);
  const isPart = record.partOf === 'person' && !record.numbered;
  if (!record.numbered && !isPart) return found;
  for (const { from } of readingsOf(record, actor.role)) {
    if (!isPart) {
      const rows = await db.query<{ id: string; number: string }>(
        `select id, number from ${from} where id = any ($1::uuid[])`,
        [ids],
      );
      for (const row of rows) found.set(row.id, row.number);
      continue;
    }
    const rows = await db.query<{ id: string; person: string }>(
      `select id, person from ${from} where id = any ($1::uuid[])`,
      [ids],
    );
    const files = await numbersOf(
      db,
      actor,
      'person',
      rows.map(row => row.person),
    );
    for (const row of rows) if (files.has(row.person)) found.set(row.id, files.get(row.person)!);
  }
  return found;
}
