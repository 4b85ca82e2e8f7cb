/* A notice the system gives by itself to an office, about a record, never about a person by name. */
import type { Instant } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import type { Db } from '../db/door.ts';
import { tell } from '../ledger/write.ts';

/** The system acts under no officer; rows it adds carry this maker. */
export const nobody = '00000000-0000-0000-0000-000000000000';

/** To everybody of an office. */
export const notify = (db: Db, now: Instant, kind: string, office: string, about: string, subject: string) =>
  db.query(
    `insert into notice (id, province, made_at, made_by, changed_at, notice_kind, to_office, about, subject)
     values ($1, 'lao_cai', $2, $3, $2, $4, $5, $6, $7)`,
    [newId(), now, nobody, kind, office, about, subject],
  );

/** Enters in the ledger what time did to a part of somebody's file. */
export const enter = (
  db: Db,
  now: Instant,
  name: string,
  record: string,
  row: { id: string; person: string },
) =>
  tell(db, null, now, {
    kind: 'system',
    name,
    subjectRecord: record,
    subject: row.id,
    persons: [row.person],
  });
