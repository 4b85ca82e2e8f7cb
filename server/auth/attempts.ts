/* Counting failures and locking, in the database so that several servers count together. Only failures count: a whole office that signs
 * in correctly behind one address is never slowed. An account that does not exist is counted and locked like any other, so a lock tells
 * nothing. A lock on the password does not touch passkeys: nobody can keep an officer out by typing wrong passwords for long. */
import { isIPv6 } from 'node:net';
import { millisOf } from '../../kernel/day.ts';
import { Problem } from '../../kernel/problem.ts';
import { normalEmail } from '../../modules/agencies/index.ts';
import type { AuthDeps, Db, Instant } from './deps.ts';

export type AttemptKind = 'account' | 'address' | 'code';

export interface Subject {
  readonly kind: AttemptKind;
  /** Keyed hash, 32 bytes. */
  readonly subject: Uint8Array;
}

/** `every`: how many failures to a lock; `locks`: seconds of the first, second, third and all later locks; `forget`: hours without a failure. */
const LADDERS = {
  account: { every: 5, locks: [60, 900, 3600], forget: 24 },
  code: { every: 5, locks: [60, 900, 3600], forget: 24 },
  address: { every: 30, locks: [60, 300, 900], forget: 1 },
} as const satisfies Record<AttemptKind, { every: number; locks: readonly number[]; forget: number }>;

/** Seconds to lock after this many failures, 0 for none. */
export function lockSeconds(kind: AttemptKind, failures: number): number {
  const { every, locks } = LADDERS[kind];
  if (failures === 0 || failures % every !== 0) return 0;
  return locks[Math.min(failures / every, locks.length) - 1]!;
}

export function accountSubject(deps: Pick<AuthDeps, 'blind'>, email: string): Subject {
  return { kind: 'account', subject: deps.blind('auth.attempt.account', normalEmail(email)) };
}

export function codeSubject(deps: Pick<AuthDeps, 'blind'>, officer: string): Subject {
  return { kind: 'code', subject: deps.blind('auth.attempt.code', officer) };
}

export function addressSubject(deps: Pick<AuthDeps, 'blind'>, address: string): Subject {
  return { kind: 'address', subject: deps.blind('auth.attempt.address', network(address)) };
}

/** E-mail names are compared without regard to case or surrounding space. */
/** The address itself (IPv4), or the /64 a single household or office is given (IPv6). */
export function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('%')[0]!.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const groups = [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return groups
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/** Seconds until the longest lock on any of the subjects ends; 0 when none is locked. */
export async function findLock(db: Db, subjects: readonly Subject[], now: Instant): Promise<number> {
  const rows = await db.query<{ until: number | null }>(
    `select (extract(epoch from max(a.locked_until)) * 1000)::float8 as until
       from auth.attempt a
       join unnest($1::text[], $2::bytea[]) as s (kind, subject) on s.kind = a.kind and s.subject = a.subject
      where a.locked_until > $3::timestamptz`,
    [subjects.map(one => one.kind), subjects.map(one => Buffer.from(one.subject)), now],
  );
  const until = rows[0]?.until ?? null;
  return until === null ? 0 : Math.max(1, Math.ceil((until - millisOf(now)) / 1000));
}

/** Counts one failure for each subject; true when this failure locked one of them. Must be committed: call it last in the transaction. */
export async function countFailure(db: Db, subjects: readonly Subject[], now: Instant): Promise<boolean> {
  let locked = false;
  for (const { kind, subject } of subjects) {
    const rows = await db.query<{ failures: number }>(
      `insert into auth.attempt as a (kind, subject, failures, last_at) values ($1, $2, 1, $3::timestamptz)
       on conflict (kind, subject) do update set last_at = excluded.last_at,
         failures = case when a.last_at < excluded.last_at - make_interval(hours => $4) then 1 else a.failures + 1 end
       returning failures`,
      [kind, Buffer.from(subject), now, LADDERS[kind].forget],
    );
    const seconds = lockSeconds(kind, rows[0]!.failures);
    if (seconds === 0) continue;
    locked = true;
    await db.query(
      `update auth.attempt set locked_until = $3::timestamptz + make_interval(secs => $4) where kind = $1 and subject = $2`,
      [kind, Buffer.from(subject), now, seconds],
    );
  }
  return locked;
}

/** Forgets the failures of an account or of a person's codes. The address keeps its count: an attacker may own one good account. */
export async function forgetFailures(db: Db, subject: Subject): Promise<void> {
  await db.query(`delete from auth.attempt where kind = $1 and subject = $2`, [
    subject.kind,
    Buffer.from(subject.subject),
  ]);
}

export function lockedProblem(seconds: number): Problem {
  return new Problem('session.locked', { retryAfter: seconds });
}

/** Deletes counts and challenges that no longer matter; for the worker, once an hour. */
export async function sweepAttempts(db: Db, now: Instant): Promise<void> {
  await db.query(`delete from auth.attempt where last_at < $1::timestamptz - interval '25 hours'`, [now]);
  await db.query(`delete from auth.challenge where ends_at < $1::timestamptz`, [now]);
}
