/* Codes on paper: eight recovery codes for the day the telephone is lost, and the one-time code of a password reset. An administrator can
 * start a reset but never chooses or learns the password (ASVS 6.4.6); the code is shown once, lasts an hour, and does not replace the
 * second factor. A lost second factor is ended by an administrator too, together with every session of that officer. */

import { addHours } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import type { AuthDeps, Db, Id } from './deps.ts';
import { hashCode, newCode } from './secret.ts';

const RECOVERY_CODES = 8;

/** Eight new recovery codes, to be shown once; the earlier ones end. */
export async function renewRecoveryCodes(deps: AuthDeps, db: Db, officer: Id): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newCode);
  await endRecoveryCodes(deps, db, officer);
  await db.query(
    `insert into auth.recovery_code (id, officer_id, code_hash, made_at)
     select id, $2, hash, $4::timestamptz from unnest($1::uuid[], $3::bytea[]) as given (id, hash)`,
    [codes.map(newId), officer, codes.map(code => hashCode(code)), deps.now()],
  );
  return codes;
}

export async function endRecoveryCodes(deps: AuthDeps, db: Db, officer: Id): Promise<void> {
  await db.query(
    `update auth.recovery_code set ended_at = $2::timestamptz where officer_id = $1 and used_at is null and ended_at is null`,
    [officer, deps.now()],
  );
}

/** True once for each right code of this officer. */
export async function acceptRecoveryCode(
  deps: AuthDeps,
  db: Db,
  officer: Id,
  code: string,
): Promise<boolean> {
  const hash = hashCode(code);
  if (!hash) return false;
  const used = await db.query(
    `update auth.recovery_code set used_at = $3::timestamptz
      where officer_id = $1 and code_hash = $2 and used_at is null and ended_at is null returning id`,
    [officer, hash, deps.now()],
  );
  return used.length === 1;
}

/** How many recovery codes the officer has left. */
export async function countRecoveryCodes(db: Db, officer: Id): Promise<number> {
  const rows = await db.query<{ left: number }>(
    `select count(*)::int as left from auth.recovery_code where officer_id = $1 and used_at is null and ended_at is null`,
    [officer],
  );
  return rows[0]!.left;
}

export const passwordReset = {
  /**
   * Starts a reset for `officer` in the name of `by`: the code to hand over, shown once, good for an hour. An earlier open code ends.
   * The database refuses a reset of one's own password. Whether `by` may do this is the caller's question.
   */
  async start(deps: AuthDeps, db: Db, input: { officer: Id; by: Id }): Promise<{ code: string }> {
    const code = newCode();
    const now = deps.now();
    await db.query(
      `update auth.reset_code set used_at = $2::timestamptz where officer_id = $1 and used_at is null`,
      [input.officer, now],
    );
    await db.query(
      `insert into auth.reset_code (id, officer_id, code_hash, made_by, made_at, ends_at)
       values ($1, $2, $3, $4, $5::timestamptz, $6::timestamptz)`,
      [newId(), input.officer, hashCode(code), input.by, now, addHours(now, 1)],
    );
    await deps.record(db, {
      name: 'reset.started',
      at: now,
      officer: input.officer,
      by: input.by,
      session: null,
    });
    return { code };
  },

  /** True once for the right code within its hour. */
  async accept(deps: AuthDeps, db: Db, officer: Id, code: string): Promise<boolean> {
    const hash = hashCode(code);
    if (!hash) return false;
    const used = await db.query(
      `update auth.reset_code set used_at = $3::timestamptz
        where officer_id = $1 and code_hash = $2 and used_at is null and ends_at > $3::timestamptz returning id`,
      [officer, hash, deps.now()],
    );
    return used.length === 1;
  },
};
