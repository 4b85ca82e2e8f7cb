/* The steps of signing in: what is still missing after each proof, and the session that follows. With the password alone there is a short
 * session that carries no post, so it can do nothing but go on. Whoever only has the password of an account that has a second factor
 * cannot enrol another one; whoever has a passkey needs no password at all. */

import { dayOf } from '../../kernel/day.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import {
  accountSubject,
  addressSubject,
  codeSubject,
  countFailure,
  findLock,
  forgetFailures,
  lockedProblem,
  type Subject,
} from './attempts.ts';
import type { AuthDeps, AuthEventName, Db, Id, Instant, Post } from './deps.ts';
import { findOfficer, findOfficerByEmail, findPosts } from './directory.ts';
import { hashPassword, isOutdated, isPassword, type Line } from './password-hash.ts';
import { passwordIssues } from './password-rules.ts';
import { passwordReset } from './recovery.ts';
import { endSession, endSessionsOf, type Found, openSession, type Session } from './session.ts';

export type Next = 'totp' | 'passkey' | 'change' | 'enrol' | 'done';

export interface Standing {
  readonly hasTotp: boolean;
  readonly hasPasskey: boolean;
  readonly mustChange: boolean;
}

/** What is asked next: the second factor one has, then a new password if one is due, then a first second factor. */
export function nextStep(
  standing: Standing,
  secondFactorGiven: boolean,
  secondFactor: 'required' | 'off',
): Next {
  if (!secondFactorGiven && standing.hasTotp) return 'totp';
  if (!secondFactorGiven && standing.hasPasskey) return 'passkey';
  if (standing.mustChange) return 'change';
  if (!secondFactorGiven && secondFactor === 'required') return 'enrol';
  return 'done';
}

export async function findStanding(db: Db, officer: Id): Promise<Standing> {
  const rows = await db.query<Standing>(
    `select exists (select from auth.totp where officer_id = $1 and confirmed_at is not null and ended_at is null) as "hasTotp",
            exists (select from auth.passkey where officer_id = $1 and ended_at is null) as "hasPasskey",
            coalesce((select must_change from auth.password where officer_id = $1), false) as "mustChange"`,
    [officer],
  );
  return rows[0]!;
}

/** Where a request comes from, as far as signing in cares. `current`: the session its cookie stands for, which a new one replaces. */
export interface Caller {
  readonly address: string;
  readonly device: string;
  readonly current: Found | null;
}

export interface SignedIn {
  readonly next: Next;
  readonly token: string;
}

/** A transaction's outcome: kept first, thrown afterwards, so that a refusal does not undo the count of its failure. */
type Outcome<T> = { readonly value: T } | { readonly problem: Problem };

/** Runs `work` in a transaction that is kept even when it answers with a problem; then throws that problem. */
export async function settle<T>(deps: AuthDeps, work: (db: Db) => Promise<Outcome<T>>): Promise<T> {
  const outcome = await deps.asAuth(work);
  if ('problem' in outcome) throw outcome.problem;
  return outcome.value;
}

/**
 * E-mail and password. The same work, answer and counting for an unknown account, a wrong password and an account without one.
 * @throws Problem `session.refused`, `session.locked` with `retryAfter` seconds, `server.unavailable` when the line is full.
 */
export async function signInWithPassword(
  deps: AuthDeps,
  line: Line,
  caller: Caller,
  input: { readonly email: string; readonly password: string },
): Promise<SignedIn> {
  const account = accountSubject(deps, input.email);
  const subjects = [account, addressSubject(deps, caller.address)];
  // Locks are read inside the line: a volley sent at once cannot slip past the count, each guess sees those before it.
  return line(async () => {
    const known = await deps.asAuth(async db => {
      const locked = await findLock(db, subjects, deps.now());
      const officer = await findOfficerByEmail(db, input.email);
      const rows = await db.query<{ hash: string }>(`select hash from auth.password where officer_id = $1`, [
        officer?.id ?? null,
      ]);
      return { locked, officer: officer?.id ?? null, hash: rows[0]?.hash ?? null };
    });
    if (known.locked > 0) throw lockedProblem(known.locked);
    const right = await isPassword(input.password, known.hash);
    const officer = known.officer;
    if (!right || officer === null) {
      return settle(deps, db => refuse(deps, db, subjects, 'password', known.officer, null));
    }
    const rehashed = isOutdated(known.hash!) ? await hashPassword(input.password) : null;
    return settle(deps, async db => {
      await forgetFailures(db, account);
      if (rehashed !== null) {
        await db.query(`update auth.password set hash = $2 where officer_id = $1`, [officer, rehashed]);
      }
      await deps.record(db, { name: 'password.accepted', at: deps.now(), officer, session: null });
      return continueSignIn(deps, db, caller, { officer, secondFactorAt: null, continues: false });
    });
  });
}

/** Chooses a new password with the code an administrator handed over; ends every session. Signing in follows, second factor included. */
export async function resetPassword(
  deps: AuthDeps,
  line: Line,
  caller: Caller,
  input: { readonly email: string; readonly code: string; readonly password: string },
): Promise<void> {
  refuseWeak(input.password, input.email);
  const account = accountSubject(deps, input.email);
  const subjects = [account, addressSubject(deps, caller.address)];
  await line(async () => {
    const locked = await deps.asAuth(db => findLock(db, [subjects[1]!], deps.now()));
    if (locked > 0) throw lockedProblem(locked);
    const hash = await hashPassword(input.password);
    await settle(deps, async db => {
      const officer = await findOfficerByEmail(db, input.email);
      // A code has 120 bits: it is the address that is counted, so that nobody can lock an officer out of the reset.
      if (!officer || !(await passwordReset.accept(deps, db, officer.id, input.code))) {
        return refuse(deps, db, [subjects[1]!], 'reset', officer?.id ?? null, null);
      }
      await keepPassword(deps, db, officer.id, hash);
      await forgetFailures(db, account);
      await endSessionsOf(db, officer.id, 'password_changed', deps.now());
      await deps.record(db, { name: 'reset.used', at: deps.now(), officer: officer.id, session: null });
      return { value: undefined };
    });
  });
}

/** Changes one's own password: the current one is asked for again, and all other sessions end. */
export async function changePassword(
  deps: AuthDeps,
  line: Line,
  caller: Caller & { readonly current: Found },
  input: { readonly current: string; readonly password: string },
): Promise<SignedIn> {
  const { session } = caller.current;
  const officer = session.officerId;
  const self = await deps.asAuth(db => findOfficer(db, officer));
  if (!self) throw new Problem('session.missing');
  if (input.password === input.current) {
    throw invalid({ field: 'password', reason: 'password_unchanged' });
  }
  refuseWeak(input.password, self.email);
  const subjects = [accountSubject(deps, self.email), addressSubject(deps, caller.address)];
  return line(async () => {
    const known = await deps.asAuth(async db => {
      const locked = await findLock(db, subjects, deps.now());
      const standing = await findStanding(db, officer);
      const rows = await db.query<{ hash: string }>(`select hash from auth.password where officer_id = $1`, [
        officer,
      ]);
      return { locked, standing, hash: rows[0]?.hash ?? null };
    });
    if (known.locked > 0) throw lockedProblem(known.locked);
    // With the password alone one may change it only when that is what is asked next: never before a second factor that exists.
    const next = nextStep(known.standing, session.secondFactorAt !== null, deps.settings.secondFactor);
    if (session.stage === 'password' && next !== 'change') throw new Problem('session.second_factor');
    if (!(await isPassword(input.current, known.hash))) {
      return settle(deps, async db => {
        await refuse(deps, db, subjects, 'password', officer, session.id);
        return { problem: invalid({ field: 'current', reason: 'password_wrong' }) };
      });
    }
    const hash = await hashPassword(input.password);
    return settle(deps, async db => {
      await keepPassword(deps, db, officer, hash);
      await endSessionsOf(db, officer, 'password_changed', deps.now(), session.id);
      await deps.record(db, { name: 'password.changed', at: deps.now(), officer, session: session.id });
      return continueSignIn(deps, db, caller, {
        officer,
        secondFactorAt: session.secondFactorAt,
        continues: true,
      });
    });
  });
}

/** Sets a password for an account that has none yet, or for the invented province; `mustChange` asks for another at the first sign-in. */
export async function setFirstPassword(
  db: Db,
  input: {
    readonly officer: Id;
    readonly password: string;
    readonly mustChange: boolean;
    readonly now: Instant;
  },
): Promise<void> {
  await db.query(
    `insert into auth.password (officer_id, hash, changed_at, must_change) values ($1, $2, $3::timestamptz, $4)`,
    [input.officer, await hashPassword(input.password), input.now, input.mustChange],
  );
}

/**
 * A second proof (`check` says whether it is right, once) by the officer of a session, counted and locked per officer. On success the
 * session is replaced by one that carries the fresh proof; while signing in, by whatever comes next.
 */
export async function giveSecondFactor(
  deps: AuthDeps,
  caller: Caller & { readonly current: Found },
  event: AuthEventName,
  check: (db: Db) => Promise<boolean>,
): Promise<SignedIn> {
  const { session } = caller.current;
  const officer = session.officerId;
  const subject = codeSubject(deps, officer);
  return settle(deps, async db => {
    // One at a time per officer, so that codes sent at once are counted one after the other.
    await db.query(`select pg_advisory_xact_lock(hashtextextended($1, 7))`, [officer]);
    const locked = await findLock(db, [subject], deps.now());
    if (locked > 0) return { problem: lockedProblem(locked) };
    if (!(await check(db))) {
      const refusal = await refuse(deps, db, [subject], 'second_factor', officer, session.id);
      // Somebody who is signed in stays so: it is the field that was wrong, not the session.
      return session.stage === 'full'
        ? { problem: invalid({ field: 'code', reason: 'proof_wrong' }) }
        : refusal;
    }
    await forgetFailures(db, subject);
    await deps.record(db, { name: event, at: deps.now(), officer, session: session.id });
    return continueSignIn(deps, db, caller, { officer, secondFactorAt: deps.now(), continues: true });
  });
}

/** Opens the session of an officer who has proved enough, or the short one that asks for more; the browser's earlier session ends. */
export async function continueSignIn(
  deps: AuthDeps,
  db: Db,
  caller: Caller,
  input: { readonly officer: Id; readonly secondFactorAt: Instant | null; readonly continues: boolean },
): Promise<Outcome<SignedIn>> {
  const { officer, secondFactorAt, continues } = input;
  const now = deps.now();
  const next = nextStep(await findStanding(db, officer), secondFactorAt !== null, deps.settings.secondFactor);
  const post = next === 'done' ? await findPostFor(db, officer, caller, now) : null;
  if (next === 'done' && !post) return { problem: new Problem('session.no_post') };
  const before = caller.current?.session ?? null;
  const opened = await replaceSession(deps, db, before, {
    officer,
    post,
    secondFactorAt,
    device: caller.device,
    continues,
  });
  if (opened === null) return { problem: new Problem('session.ended') };
  const wasFull = continues && before?.stage === 'full';
  if (post && !wasFull) {
    await deps.record(db, {
      name: 'session.opened',
      at: now,
      officer,
      session: opened.id,
      details: { post: post.id, role: post.role },
    });
  }
  return { value: { next, token: opened.token } };
}

/** Continues a session in another of the officer's own valid posts. @throws Problem `record.not_found`. */
export async function changePost(
  deps: AuthDeps,
  caller: Caller & { readonly current: Found },
  post: Id,
): Promise<{ token: string }> {
  const { session } = caller.current;
  const officer = session.officerId;
  return settle<{ token: string }>(deps, async db => {
    const posts = await findPosts(db, officer, dayOf(deps.now()));
    const wanted = posts.find(one => one.id === post);
    if (!wanted) return { problem: new Problem('record.not_found') };
    const opened = await replaceSession(deps, db, session, {
      officer,
      post: wanted,
      secondFactorAt: session.secondFactorAt,
      device: session.device,
      continues: true,
    });
    if (opened === null) return { problem: new Problem('session.ended') };
    await deps.record(db, {
      name: 'session.post_changed',
      at: deps.now(),
      officer,
      session: opened.id,
      details: { post: wanted.id, role: wanted.role, before: session.id },
    });
    return { value: { token: opened.token } };
  });
}

/** Null when the session to be continued has ended in the meantime: an ended session gives birth to nothing. */
async function replaceSession(
  deps: AuthDeps,
  db: Db,
  before: Session | null,
  input: {
    readonly officer: Id;
    readonly post: Post | null;
    readonly secondFactorAt: Instant | null;
    readonly device: string;
    readonly continues: boolean;
  },
): Promise<{ id: Id; token: string } | null> {
  if (before) {
    const ended = await endSession(db, { id: before.id, officer: before.officerId }, 'replaced', deps.now());
    if (input.continues && !ended) return null;
  }
  return openSession(deps, db, input, input.continues ? before : null);
}

async function findPostFor(db: Db, officer: Id, caller: Caller, now: Instant): Promise<Post | null> {
  const posts = await findPosts(db, officer, dayOf(now));
  const held = caller.current?.session.officerId === officer ? caller.current.post : null;
  return posts.find(post => post.id === held?.id) ?? posts[0] ?? null;
}

async function refuse(
  deps: AuthDeps,
  db: Db,
  subjects: readonly Subject[],
  what: 'password' | 'reset' | 'second_factor',
  officer: Id | null,
  session: Id | null,
): Promise<{ problem: Problem }> {
  const locked = await countFailure(db, subjects, deps.now());
  await deps.record(db, { name: `${what}.refused`, at: deps.now(), officer, session });
  if (locked && what !== 'reset') {
    await deps.record(db, { name: `${what}.locked`, at: deps.now(), officer, session });
  }
  return { problem: new Problem('session.refused') };
}

async function keepPassword(deps: AuthDeps, db: Db, officer: Id, hash: string): Promise<void> {
  await db.query(
    `insert into auth.password (officer_id, hash, changed_at, must_change) values ($1, $2, $3::timestamptz, false)
     on conflict (officer_id) do update set hash = excluded.hash, changed_at = excluded.changed_at, must_change = false`,
    [officer, hash, deps.now()],
  );
}

function refuseWeak(password: string, email: string): void {
  const issues = passwordIssues(password, email);
  if (issues.length > 0) throw invalid(...issues);
}
