/* Sessions: rows that the database itself derives rights from, known to the browser by a random token of which only the hash is kept.
 * A change of privilege (second factor, step-up, another post) ends the row and makes a new one with a new token; the sign-in time and the
 * absolute end are carried over, so nothing prolongs a session past twelve hours. `makeSessionFinder` remembers answers for two seconds:
 * read there why an ended session is still refused at once. */

import { addHours, dayOf, instantOf, millisOf } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { Problem } from '../../kernel/problem.ts';
import type { AuthDeps, Db, Id, Instant, Post } from './deps.ts';
import { validPost } from './directory.ts';
import { hashSecret, newToken } from './secret.ts';

export type Stage = 'password' | 'full';
export type EndReason =
  | 'signed_out'
  | 'replaced'
  | 'ended_by_officer'
  | 'ended_by_administrator'
  | 'password_changed'
  | 'factors_changed';

export interface Session {
  readonly id: Id;
  readonly officerId: Id;
  readonly stage: Stage;
  readonly device: string;
  readonly signedInAt: Instant;
  readonly idleUntil: Instant;
  readonly endsAt: Instant;
  readonly secondFactorAt: Instant | null;
  readonly viewAs: string | null;
}

/** What a token stands for. `post` and `role` are null while only the password was given. */
export interface Found {
  readonly session: Session;
  /** SHA-256 of the token: what the door shows the database, which knows sessions by it. Never leaves the server. */
  readonly secret: Uint8Array;
  readonly officer: { readonly id: Id; readonly name: string };
  /** The language chosen on the screen, else the one in the officer's record. */
  readonly lang: 'vi' | 'en';
  readonly post: Post | null;
  readonly role: string | null;
}

const HOURS = 12;
/** Time to type a code or enrol a second factor. */
const PASSWORD_STAGE_MINUTES = 10;
const CACHE_MILLIS = 2000;
const CACHE_MOST = 5000;
/** A session is marked as seen at most this often, so that reading does not mean writing. */
const TOUCH_SECONDS = 30;

export interface NewSession {
  readonly officer: Id;
  /** Null as long as something is missing (second factor, new password). */
  readonly post: Post | null;
  readonly secondFactorAt: Instant | null;
  readonly device: string;
}

/** Opens a session. `from`: the session it continues, whose sign-in time and absolute end it keeps and which the caller ends. */
export async function openSession(
  deps: AuthDeps,
  db: Db,
  input: NewSession,
  from: Session | null = null,
): Promise<{ id: Id; token: string }> {
  const now = deps.now();
  const [id, token] = [newId(), newToken()];
  const full = input.post !== null;
  const idle = full ? deps.settings.idleMinutes(input.post.role) : PASSWORD_STAGE_MINUTES;
  // A password stage is short; once it is whole the twelve hours count from the sign-in, not from here.
  const signedInAt = from?.signedInAt ?? now;
  const endsAt = full ? addHours(signedInAt, HOURS) : addMinutes(signedInAt, PASSWORD_STAGE_MINUTES);
  await db.query(
    `insert into auth.session (id, token_hash, officer_id, post_id, role, stage, made_at, last_seen_at, idle_minutes, idle_until,
       ends_at, second_factor_at, device)
     values ($1, $2, $3, $4, $5, $6, $7::timestamptz, $8::timestamptz, $9::int,
       least($10::timestamptz, $8::timestamptz + make_interval(mins => $9::int)), $10::timestamptz, $11::timestamptz, $12)`,
    [
      id,
      hashSecret(token),
      input.officer,
      input.post?.id ?? null,
      input.post?.role ?? null,
      full ? 'full' : 'password',
      signedInAt,
      now,
      idle,
      endsAt,
      input.secondFactorAt,
      input.device,
    ],
  );
  return { id, token };
}

/** Ends one session of this officer. False when it was not theirs, or had ended already. */
export async function endSession(
  db: Db,
  session: { readonly id: Id; readonly officer: Id },
  why: EndReason,
  now: Instant,
): Promise<boolean> {
  const ended = await db.query(
    `update auth.session set ended_at = $3::timestamptz, ended_why = $4
      where id = $1 and officer_id = $2 and ended_at is null returning id`,
    [session.id, session.officer, now, why],
  );
  return ended.length === 1;
}

/** Ends every session of an officer, except one if given; how many there were. Takes effect with the commit. */
export async function endSessionsOf(
  db: Db,
  officer: Id,
  why: EndReason,
  now: Instant,
  except: Id | null = null,
): Promise<number> {
  const ended = await db.query(
    `update auth.session set ended_at = $2::timestamptz, ended_why = $3
      where officer_id = $1 and ended_at is null and id is distinct from $4::uuid returning id`,
    [officer, now, why, except],
  );
  return ended.length;
}

export interface ListedSession {
  readonly id: Id;
  readonly device: string;
  readonly role: string | null;
  readonly signedInAt: Instant;
  readonly lastSeenAt: Instant;
}

/** An officer's live sessions, the one used last first. */
export async function listSessions(db: Db, officer: Id, now: Instant): Promise<ListedSession[]> {
  const rows = await db.query<{ id: Id; device: string; role: string | null; made: number; seen: number }>(
    `select id, device, role, ${millis('made_at')} as made, ${millis('last_seen_at')} as seen from auth.session
      where officer_id = $1 and ended_at is null and idle_until > $2::timestamptz and ends_at > $2::timestamptz
      order by last_seen_at desc`,
    [officer, now],
  );
  return rows.map(({ made, seen, ...row }) => ({
    ...row,
    signedInAt: instantOf(made),
    lastSeenAt: instantOf(seen),
  }));
}

interface Row {
  id: Id;
  officer_id: Id;
  officer_name: string;
  lang: 'vi' | 'en';
  stage: Stage;
  device: string;
  view_as: string | null;
  made: number;
  seen: number;
  idle: number;
  ends: number;
  factor: number | null;
  post_id: Id | null;
  role: string | null;
  office: Id | null;
  delegated: boolean | null;
}

/** One indexed query: the live session of a token with its officer and a post that is valid today, or null. */
export async function readSession(
  db: Db,
  token: string,
  now: Instant,
): Promise<{ found: Found; seenAt: Instant } | null> {
  const secret = hashSecret(token);
  const rows = await db.query<Row>(
    `select s.id, s.officer_id, o.name as officer_name, coalesce(c.lang, o.lang) as lang, s.stage, s.device, s.view_as, ${millis('s.made_at')} as made,
            ${millis('s.last_seen_at')} as seen, ${millis('s.idle_until')} as idle, ${millis('s.ends_at')} as ends,
            ${millis('s.second_factor_at')} as factor, s.post_id, s.role, p.office,
            (p.delegated_from is not null) as delegated
       from auth.session s
       join public.officer o on o.id = s.officer_id and o.ended is not true
       left join auth.preference c on c.officer_id = o.id
       left join public.post p on p.id = s.post_id and p.officer = s.officer_id and p.role = s.role
       left join public.post origin on origin.id = p.delegated_from
      where s.token_hash = $1 and s.ended_at is null and s.idle_until > $2::timestamptz and s.ends_at > $2::timestamptz
        and (s.stage = 'password' or (p.id is not null and ${validPost('$3')}))`,
    [secret, now, dayOf(now)],
  );
  const row = rows[0];
  if (!row) return null;
  const post =
    row.post_id === null
      ? null
      : { id: row.post_id, role: row.role!, office: row.office!, delegated: row.delegated === true };
  const session: Session = {
    id: row.id,
    officerId: row.officer_id,
    stage: row.stage,
    device: row.device,
    signedInAt: instantOf(row.made),
    idleUntil: instantOf(row.idle),
    endsAt: instantOf(row.ends),
    secondFactorAt: row.factor === null ? null : instantOf(row.factor),
    viewAs: row.view_as,
  };
  const officer = { id: row.officer_id, name: row.officer_name };
  return {
    found: { session, secret, officer, lang: row.lang, post, role: post?.role ?? null },
    seenAt: instantOf(row.seen),
  };
}

export interface FindOptions {
  /** False for what a page does by itself (polling): it must not keep an abandoned session alive. */
  readonly touch?: boolean;
  /** True to ask the database even if the answer was read within two seconds. */
  readonly fresh?: boolean;
}

/**
 * The per-request resolver, with a memory of two seconds that `forget()` empties.
 *
 * What that means for "ended at once": on this server an ending empties the memory after its commit, and an answer that was being read
 * meanwhile is not remembered. Another server may believe an ended session for up to two seconds, but believing gives nothing: every
 * transaction carries only the token's hash, and `ct.live_post` reads the row again, so the database shows and accepts nothing from the
 * commit on. What does not pass through it (everything in this folder) asks with `fresh`.
 */
export function makeSessionFinder(deps: AuthDeps) {
  const remembered = new Map<string, { found: Found; until: number }>();
  let generation = 0;

  async function findSession(token: string | null, options: FindOptions = {}): Promise<Found | null> {
    if (token === null) return null;
    const now = deps.now();
    const known = options.fresh ? undefined : remembered.get(token);
    if (known && millisOf(now) < known.until && isLive(known.found.session, now)) return known.found;
    const before = generation;
    const read = await deps.asAuth(async db => {
      const row = await readSession(db, token, now);
      if (row && options.touch !== false) await touch(db, row.found.session, row.seenAt, now);
      return row;
    });
    if (!read) {
      remembered.delete(token);
      return null;
    }
    if (before === generation && read.found.session.stage === 'full') {
      if (remembered.size >= CACHE_MOST) remembered.clear();
      remembered.set(token, { found: read.found, until: millisOf(now) + CACHE_MILLIS });
    }
    return read.found;
  }

  /** Call after the commit of anything that ended or replaced a session, or changed a post. */
  function forget(): void {
    generation += 1;
    remembered.clear();
  }

  return { findSession, forget };
}

export type SessionFinder = ReturnType<typeof makeSessionFinder>;

export type WholeSession = Found & { readonly post: Post; readonly role: string };

/** The session with everything given. @throws Problem `session.missing`, `session.second_factor`. */
export function requireFull(found: Found | null): WholeSession {
  if (!found) throw new Problem('session.missing');
  const { post, role } = found;
  if (found.session.stage !== 'full' || !post || !role) throw new Problem('session.second_factor');
  return { ...found, post, role };
}

/** Asks for a second factor given within the last `minutes` (ASVS 7.5.3). @throws Problem `session.stale`; the answer is a step-up. */
export function requireFresh(session: Pick<Session, 'secondFactorAt'>, minutes: number, now: Instant): void {
  const given = session.secondFactorAt;
  if (given !== null && millisOf(now) - millisOf(given) < minutes * 60_000) return;
  throw new Problem('session.stale', { minutes });
}

function isLive(session: Session, now: Instant): boolean {
  return now < session.idleUntil && now < session.endsAt;
}

async function touch(db: Db, session: Session, seenAt: Instant, now: Instant): Promise<void> {
  if (session.stage !== 'full' || millisOf(now) - millisOf(seenAt) < TOUCH_SECONDS * 1000) return;
  await db.query(
    `update auth.session set last_seen_at = $2::timestamptz,
       idle_until = least(ends_at, $2::timestamptz + make_interval(mins => idle_minutes))
      where id = $1 and ended_at is null and idle_until > $2::timestamptz and last_seen_at < $2::timestamptz`,
    [session.id, now],
  );
}

function addMinutes(instant: Instant, minutes: number): Instant {
  return instantOf(millisOf(instant) + minutes * 60_000);
}

function millis(column: string): string {
  return `(extract(epoch from ${column}) * 1000)::float8`;
}
