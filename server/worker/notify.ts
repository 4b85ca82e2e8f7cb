/* A notice the system gives by itself: to an office or an officer, about a record, never about a person by name. */
import type { Instant } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import type { Db } from '../db/door.ts';
import { tell } from '../ledger/write.ts';

/** The system acts under no officer; rows it adds carry this maker. */
export const nobody = '00000000-0000-0000-0000-000000000000';

const notice =
  (column: 'to_office' | 'to_officer') =>
  (db: Db, now: Instant, kind: string, whom: string, about: string, subject: string) =>
    db.query(
      `insert into notice (id, province, made_at, made_by, changed_at, notice_kind, ${column}, about, subject)
     values ($1, 'lao_cai', $2, $3, $2, $4, $5, $6, $7)`,
      [newId(), now, nobody, kind, whom, about, subject],
    );
/** To everybody of an office. */
export const notify = notice('to_office');
/** To one officer. */
export const notifyOfficer = notice('to_officer');

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
