/* Writing to the ledger, always in the transaction of what it tells about. The body is kept apart from the entry and committed to by a salted hash, so that it
 * can go when a file is erased; a purpose typed about one file lies there too, for that is where a name slips in. */
import { randomBytes } from 'node:crypto';
import type { Actor } from '../../kernel/act/act.ts';
import type { Instant } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import {
  commitmentOf,
  type EntryKind,
  type LedgerEntry,
  leafOf,
  SALT_BYTES,
} from '../../kernel/ledger/entry.ts';
import { declarationVersion } from '../../modules/index.ts';
import type { Db } from '../db/door.ts';

export interface Told {
  readonly id?: string;
  readonly kind: EntryKind;
  readonly name: string;
  readonly subjectRecord?: string;
  readonly subject?: string;
  readonly persons?: readonly string[];
  readonly purpose?: string | null;
  readonly ground?: string | null;
  readonly madeAt?: Instant;
  readonly body?: unknown;
  /** Nothing more is written in this transaction: it commits with the entry. */
  readonly last?: true;
}

const columns =
  'id, kind, name, officer, post, role, agency, office, session, subject_record, subject_id, person_ids, purpose, ground, made_at, received_at, declaration, commitment, leaf';
const insertEntry = `insert into ledger.entry (${columns}) values (${columns
  .split(', ')
  .map((_, index) => `$${index + 1}`)
  .join(', ')})`;
const insertBoth = `with entry as (${insertEntry}) insert into ledger.body (entry_id, salt, body) values ($1, $20, $21)`;

/** While somebody signs in, only the officer and the session are known. */
type Who = Partial<Pick<Actor, 'officer' | 'post' | 'role' | 'agency' | 'office' | 'session'>>;

/** Adds an entry, or hands it over where what was shown is entered for many at a time; `who` is null for what the system did by itself. */
export async function tell(db: Db, who: Who | null, now: Instant, told: Told): Promise<string> {
  const apart = told.purpose && told.persons?.length === 1;
  const body = apart ? { ...(told.body as object | undefined), purpose: told.purpose } : told.body;
  const salt = body === undefined ? null : randomBytes(SALT_BYTES);
  const entry: LedgerEntry = {
    id: told.id ?? newId(),
    kind: told.kind,
    name: told.name,
    officer: who?.officer ?? null,
    post: who?.post ?? null,
    role: who?.role ?? null,
    agency: who?.agency ?? null,
    office: who?.office ?? null,
    session: who?.session ?? null,
    subject_record: told.subjectRecord ?? null,
    subject_id: told.subject ?? null,
    person_ids: told.persons && told.persons.length > 0 ? told.persons : null,
    purpose: (!apart && told.purpose) || null,
    ground: told.ground ?? null,
    made_at: told.madeAt ?? now,
    received_at: now,
    declaration: declarationVersion,
    commitment: salt ? commitmentOf(salt, body) : null,
  };
  if (db.shown && !salt) {
    db.shown(entry);
    return entry.id;
  }
  const values = [
    ...columns
      .split(', ')
      .slice(0, -1)
      .map(column => entry[column as keyof LedgerEntry]),
    leafOf(entry),
  ];
  const run = told.last && db.finish ? db.finish : db.query;
  if (salt) await run(insertBoth, [...values, salt, JSON.stringify(body)]);
  else await run(insertEntry, values);
  return entry.id;
}
