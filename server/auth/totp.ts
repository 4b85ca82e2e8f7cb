/* The six digits of an authenticator app (RFC 6238, SHA-1, 30 seconds: the only form every app reads), by otplib. A code counts once, for
 * the current step and one step to either side; the step that was accepted is kept by the database in one conditional update, so that two
 * requests at the same moment cannot both use it. The secret is sealed at rest and seen in clear only while it is enrolled or checked. */
import { generateSecret, generateURI, verify } from 'otplib';
import { millisOf } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import type { AuthDeps, Db, Id, Instant } from './deps.ts';

const STEP_SECONDS = 30;
const ISSUER = 'Chung Tay';

/** The time step of a code that is right at `now`, give or take one step; null when it is wrong. Does not know about replays. */
export async function findStep(secret: string, code: string, now: Instant): Promise<number | null> {
  if (!/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(millisOf(now) / 1000);
  const current = Math.floor(epoch / STEP_SECONDS);
  // Asked step by step: otplib's tolerance is in seconds, and ±30 s would reach two steps away.
  for (const step of [current, current - 1, current + 1]) {
    const result = await verify({ secret, token: code, epoch: step * STEP_SECONDS, epochTolerance: 0 });
    if (result.valid) return step;
  }
  return null;
}

/** Makes a secret that waits to be confirmed, replacing an earlier one that was not. The `uri` goes into the QR code. */
export async function beginTotp(
  deps: AuthDeps,
  db: Db,
  officer: { readonly id: Id; readonly email: string },
): Promise<{ secret: string; uri: string }> {
  const secret = generateSecret();
  const id = newId();
  await db.query(
    `update auth.totp set ended_at = $2::timestamptz where officer_id = $1 and confirmed_at is null and ended_at is null`,
    [officer.id, deps.now()],
  );
  await db.query(
    `insert into auth.totp (id, officer_id, secret_sealed, made_at) values ($1, $2, $3, $4::timestamptz)`,
    [id, officer.id, Buffer.from(await deps.seal(Buffer.from(secret, 'utf8'), sealPlace(id))), deps.now()],
  );
  return { secret, uri: generateURI({ issuer: ISSUER, label: officer.email, secret }) };
}

/** Takes the waiting secret into use when the code proves that the app has it; an earlier secret ends. False for a wrong code. */
export async function confirmTotp(deps: AuthDeps, db: Db, officer: Id, code: string): Promise<boolean> {
  const row = await findSecret(deps, db, officer, 'pending');
  const step = row && (await findStep(row.secret, code, deps.now()));
  if (!row || step === null) return false;
  await db.query(
    `update auth.totp set ended_at = $2::timestamptz where officer_id = $1 and confirmed_at is not null and ended_at is null`,
    [officer, deps.now()],
  );
  await db.query(`update auth.totp set confirmed_at = $2::timestamptz, last_counter = $3 where id = $1`, [
    row.id,
    deps.now(),
    step,
  ]);
  return true;
}

/** True once for each right code; false for a wrong one, for a code used before, and for officers without an app. */
export async function acceptTotp(deps: AuthDeps, db: Db, officer: Id, code: string): Promise<boolean> {
  const row = await findSecret(deps, db, officer, 'confirmed');
  const step = row && (await findStep(row.secret, code, deps.now()));
  if (!row || step === null) return false;
  const used = await db.query(
    `update auth.totp set last_counter = $2 where id = $1 and last_counter < $2 and ended_at is null returning id`,
    [row.id, step],
  );
  return used.length === 1;
}

async function findSecret(
  deps: AuthDeps,
  db: Db,
  officer: Id,
  which: 'pending' | 'confirmed',
): Promise<{ id: Id; secret: string } | null> {
  const rows = await db.query<{ id: Id; secret_sealed: Uint8Array }>(
    `select id, secret_sealed from auth.totp
      where officer_id = $1 and ended_at is null and (confirmed_at is not null) = $2`,
    [officer, which === 'confirmed'],
  );
  const row = rows[0];
  if (!row) return null;
  const secret = Buffer.from(await deps.open(row.secret_sealed, sealPlace(row.id))).toString('utf8');
  return { id: row.id, secret };
}

function sealPlace(id: Id): string {
  return `auth.totp.secret_sealed.${id}`;
}
