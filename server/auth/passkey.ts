/* Passkeys and security keys by @simplewebauthn/server. They are discoverable and verify the person (PIN, finger, face), so one passkey is
 * a whole sign-in: something held and something known. The list of an officer's keys is never sent to a browser that has not signed in.
 * A challenge is good for one answer within five minutes; asking for it deletes it, whether the answer is right or wrong. */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { instantOf, millisOf } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { Problem } from '../../kernel/problem.ts';
import type { AuthDeps, Db, Id, Instant, Officer } from './deps.ts';
import type { Place } from './place.ts';
import { hashSecret } from './secret.ts';

const CHALLENGE_MINUTES = 5;
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;
type Transport = (typeof TRANSPORTS)[number];
/** EdDSA, ES256, RS256 (COSE numbers): what telephones, security keys and Windows Hello offer. */
const ALGORITHMS = [-8, -7, -257];

export type RegistrationAnswer = Parameters<typeof verifyRegistrationResponse>[0]['response'];
export type SignInAnswer = Parameters<typeof verifyAuthenticationResponse>[0]['response'];

/** Options for `startRegistration()` in the browser, bound to this session. @throws Problem `request.insecure` where passkeys cannot be. */
export async function registrationOptions(
  deps: AuthDeps,
  db: Db,
  place: Place,
  input: { readonly officer: Officer; readonly session: Id },
) {
  const existing = await db.query<{ credential_id: Uint8Array; transports: Transport[] }>(
    `select credential_id, transports from auth.passkey where officer_id = $1 and ended_at is null`,
    [input.officer.id],
  );
  const options = await generateRegistrationOptions({
    rpName: 'Chung Tay',
    rpID: getRpId(place),
    userName: input.officer.email,
    userDisplayName: input.officer.name,
    // The id, not the e-mail: what is stored on the key names nobody.
    userID: new TextEncoder().encode(input.officer.id),
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: existing.map(key => ({
      id: Buffer.from(key.credential_id).toString('base64url'),
      transports: key.transports,
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await keepChallenge(deps, db, 'register', options.challenge, input.session);
  return options;
}

/** Keeps the new key; false when the answer does not belong to this session, place or challenge, or did not verify the person. */
export async function addPasskey(
  deps: AuthDeps,
  db: Db,
  place: Place,
  input: {
    readonly officer: Id;
    readonly session: Id;
    readonly name: string;
    readonly response: RegistrationAnswer;
  },
): Promise<boolean> {
  const challenge = challengeOf(input.response.response?.clientDataJSON);
  if (challenge === null || !(await takeChallenge(deps, db, 'register', challenge, input.session)))
    return false;
  const result = await verifyRegistrationResponse({
    response: input.response,
    expectedChallenge: challenge,
    expectedOrigin: place.origin,
    expectedRPID: getRpId(place),
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => null);
  if (!result?.verified) return false;
  const { credential, credentialBackedUp } = result.registrationInfo;
  const transports = (credential.transports ?? []).filter(one =>
    (TRANSPORTS as readonly string[]).includes(one),
  );
  const kept = await db.query(
    `insert into auth.passkey (id, officer_id, credential_id, public_key, counter, transports, backed_up, name, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::timestamptz) on conflict (credential_id) do nothing returning id`,
    [
      newId(),
      input.officer,
      Buffer.from(credential.id, 'base64url'),
      Buffer.from(credential.publicKey),
      credential.counter,
      transports,
      credentialBackedUp,
      input.name,
      deps.now(),
    ],
  );
  return kept.length === 1;
}

/** Options for `startAuthentication()`: the same shape for everybody. `session`: the one it is bound to, null before signing in. */
export async function signInOptions(deps: AuthDeps, db: Db, place: Place, session: Id | null) {
  const options = await generateAuthenticationOptions({
    rpID: getRpId(place),
    userVerification: 'required',
    allowCredentials: [],
  });
  await keepChallenge(deps, db, 'sign_in', options.challenge, session);
  return options;
}

/** The officer whose passkey gave this answer, or null. A counter that did not grow is refused: the key may have been copied. */
export async function acceptPasskey(
  deps: AuthDeps,
  db: Db,
  place: Place,
  input: { readonly response: SignInAnswer; readonly session: Id | null },
): Promise<Id | null> {
  const challenge = challengeOf(input.response.response?.clientDataJSON);
  if (challenge === null || !(await takeChallenge(deps, db, 'sign_in', challenge, input.session)))
    return null;
  const rows = await db.query<{
    id: Id;
    officer_id: Id;
    public_key: Uint8Array<ArrayBuffer>;
    counter: number;
  }>(
    `select id, officer_id, public_key, counter::float8 as counter from auth.passkey where credential_id = $1 and ended_at is null`,
    [Buffer.from(String(input.response.id), 'base64url')],
  );
  const key = rows[0];
  if (!key) return null;
  const result = await verifyAuthenticationResponse({
    response: input.response,
    expectedChallenge: challenge,
    expectedOrigin: place.origin,
    expectedRPID: getRpId(place),
    credential: { id: input.response.id, publicKey: new Uint8Array(key.public_key), counter: key.counter },
    requireUserVerification: true,
  }).catch(() => null);
  if (!result?.verified) return null;
  const used = await db.query(
    `update auth.passkey set counter = $2, last_used_at = $3::timestamptz
      where id = $1 and ended_at is null and (counter < $2 or (counter = 0 and $2 = 0)) returning id`,
    [key.id, result.authenticationInfo.newCounter, deps.now()],
  );
  return used.length === 1 ? key.officer_id : null;
}

export interface ListedPasskey {
  readonly id: Id;
  readonly name: string;
  readonly backedUp: boolean;
  readonly madeAt: Instant;
  readonly lastUsedAt: Instant | null;
}

export async function listPasskeys(db: Db, officer: Id): Promise<ListedPasskey[]> {
  const rows = await db.query<{
    id: Id;
    name: string;
    backed_up: boolean;
    made: number;
    used: number | null;
  }>(
    `select id, name, backed_up, (extract(epoch from made_at) * 1000)::float8 as made,
            (extract(epoch from last_used_at) * 1000)::float8 as used
       from auth.passkey where officer_id = $1 and ended_at is null order by made_at`,
    [officer],
  );
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    backedUp: row.backed_up,
    madeAt: instantOf(row.made),
    lastUsedAt: row.used === null ? null : instantOf(row.used),
  }));
}

/** Ends one passkey of this officer; false when there is none such. */
export async function endPasskey(db: Db, officer: Id, id: Id, now: Instant): Promise<boolean> {
  const ended = await db.query(
    `update auth.passkey set ended_at = $3::timestamptz where id = $1 and officer_id = $2 and ended_at is null returning id`,
    [id, officer, now],
  );
  return ended.length === 1;
}

async function keepChallenge(
  deps: AuthDeps,
  db: Db,
  kind: 'register' | 'sign_in',
  challenge: string,
  session: Id | null,
): Promise<void> {
  const endsAt = instantOf(millisOf(deps.now()) + CHALLENGE_MINUTES * 60_000);
  await db.query(
    `insert into auth.challenge (value_hash, kind, session_id, ends_at) values ($1, $2, $3, $4::timestamptz)`,
    [hashSecret(challenge), kind, session, endsAt],
  );
}

async function takeChallenge(
  deps: AuthDeps,
  db: Db,
  kind: 'register' | 'sign_in',
  challenge: string,
  session: Id | null,
): Promise<boolean> {
  const taken = await db.query<{ right: boolean }>(
    `delete from auth.challenge where value_hash = $1 and kind = $2
     returning ends_at > $3::timestamptz and session_id is not distinct from $4::uuid as right`,
    [hashSecret(challenge), kind, deps.now(), session],
  );
  return taken[0]?.right === true;
}

function challengeOf(clientData: unknown): string | null {
  if (typeof clientData !== 'string') return null;
  try {
    const { challenge } = JSON.parse(Buffer.from(clientData, 'base64url').toString('utf8'));
    return typeof challenge === 'string' ? challenge : null;
  } catch {
    return null;
  }
}

function getRpId(place: Place): string {
  if (place.rpId === null) throw new Problem('request.insecure');
  return place.rpId;
}
