/* What an administrator may do to another officer's sign-in: end the sessions, and end the second factors of somebody who lost the
 * telephone. Whether this administrator may is the caller's question; afterwards the caller runs `forget()` of the session finder. */
import type { AuthDeps, Db, Id, Instant } from './deps.ts';
import { countRecoveryCodes, endRecoveryCodes } from './recovery.ts';
import { endSessionsOf, type ListedSession, listSessions } from './session.ts';
import { findStanding } from './sign-in.ts';

/** How an officer can sign in and where she is signed in now; no secret, no e-mail, no address. */
export interface SignIn {
  readonly password: boolean;
  readonly totp: boolean;
  readonly passkey: boolean;
  readonly recoveryCodes: number;
  readonly sessions: readonly ListedSession[];
}

export async function findSignIn(db: Db, officer: Id, now: Instant): Promise<SignIn> {
  const standing = await findStanding(db, officer);
  const password = await db.query(`select from auth.password where officer_id = $1`, [officer]);
  return {
    password: password.length === 1,
    totp: standing.hasTotp,
    passkey: standing.hasPasskey,
    recoveryCodes: await countRecoveryCodes(db, officer),
    sessions: await listSessions(db, officer, now),
  };
}

/** Ends every session of an officer, with the commit; how many there were. For dismissal, transfer, a lost device. */
export async function endAllSessions(
  deps: AuthDeps,
  db: Db,
  input: { officer: Id; by: Id },
): Promise<number> {
  const { officer, by } = input;
  const ended = await endSessionsOf(db, officer, 'ended_by_administrator', deps.now());
  await deps.record(db, {
    name: 'session.ended',
    at: deps.now(),
    officer,
    by,
    session: null,
    details: { ended },
  });
  return ended;
}

/**
 * Ends the app, the passkeys, the recovery codes, the password and all sessions of an officer. The password goes too: without a second
 * factor it alone would be enough to enrol a new one. `passwordReset.start` is the way back in.
 */
export async function endFactors(deps: AuthDeps, db: Db, input: { officer: Id; by: Id }): Promise<void> {
  const { officer, by } = input;
  const now = deps.now();
  for (const table of ['totp', 'passkey'] as const) {
    await db.query(
      `update auth.${table} set ended_at = $2::timestamptz where officer_id = $1 and ended_at is null`,
      [officer, now],
    );
  }
  await endRecoveryCodes(deps, db, officer);
  await db.query(`delete from auth.password where officer_id = $1`, [officer]);
  await endSessionsOf(db, officer, 'factors_changed', now);
  await deps.record(db, { name: 'second_factor.ended', at: now, officer, by, session: null });
}
