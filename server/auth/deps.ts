/* What signing in needs from the rest of the server, as plain types: the database door, a clock, sealing, the ledger, and a few settings.
 * Nothing here opens a connection. A refusal must not undo the count of the failure that caused it, so every flow decides inside
 * `asAuth` and throws its Problem after that transaction has been kept. */
import type { Day, Instant } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import type { WholeSession } from './session.ts';

export interface Db {
  query<T>(sql: string, values?: readonly unknown[]): Promise<T[]>;
}

export interface Officer {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
}

/** One valid post of an officer. `delegated`: held for somebody else, as long as that person's own post is valid. */
export interface Post {
  readonly id: Id;
  readonly role: string;
  readonly office: Id;
  readonly delegated: boolean;
}

export type AuthEventName =
  | 'password.accepted'
  | 'password.refused'
  | 'password.locked'
  | 'password.changed'
  | 'reset.started'
  | 'reset.used'
  | 'reset.refused'
  | 'second_factor.accepted'
  | 'second_factor.refused'
  | 'second_factor.locked'
  | 'second_factor.ended'
  | 'recovery_code.used'
  | 'recovery_codes.made'
  | 'totp.added'
  | 'passkey.added'
  | 'passkey.accepted'
  | 'passkey.refused'
  | 'passkey.ended'
  | 'cast.entered'
  | 'session.opened'
  | 'session.post_changed'
  | 'session.stepped_up'
  | 'session.ended';

/** For the ledger. Carries ids only: no e-mail, no network address, no device. */
export interface AuthEvent {
  readonly name: AuthEventName;
  readonly at: Instant;
  /** Null when the account named is not known. */
  readonly officer: Id | null;
  readonly session: Id | null;
  /** Another officer who did it (an administrator), if not `officer`. */
  readonly by?: Id;
  readonly details?: Readonly<Record<string, string | number>>;
}

export interface AuthSettings {
  /** `PUBLIC_URL`, for example `https://chungtay.laocai.gov.vn`; null when the server is only reached on its own machine. */
  readonly publicUrl: string | null;
  /** `CHUNGTAY_ALLOW_HTTP=1`: sign in over plain http on a network. Readable by anybody on that network. */
  readonly allowHttp: boolean;
  /** The invented province: sample people may be entered with one press, and the second factor may be off. */
  readonly invented: boolean;
  /** `off` is refused at start unless `invented`. */
  readonly secondFactor: 'required' | 'off';
  /** Minutes without a request after which a session ends: 15 as a rule (ASVS 7.3.1), up to 30 for the tablets of border posts. */
  idleMinutes(role: string): number;
}

export interface AuthDeps {
  /** Runs `work` as ct_auth in one transaction; what `work` throws rolls it back. */
  asAuth<T>(work: (db: Db) => Promise<T>): Promise<T>;
  now(): Instant;
  /** Authenticated encryption; `place` is bound to the ciphertext, so that it cannot be moved to another row. */
  seal(plain: Uint8Array, place: string): Uint8Array | Promise<Uint8Array>;
  /** Throws when `sealed` was not made by `seal` for this `place`. */
  open(sealed: Uint8Array, place: string): Uint8Array | Promise<Uint8Array>;
  /** HMAC-SHA-256 under a server key, 32 bytes; the same on every server of one province. */
  blind(purpose: string, value: string): Uint8Array;
  /** Writes to the ledger in the transaction of `db`. */
  record(db: Db, event: AuthEvent): Promise<void>;
  /** What else a page needs at its start: abilities and unread notices of a session, the cast of the invented province without one. */
  greet(found: WholeSession | null): Promise<object>;
  readonly settings: AuthSettings;
}

export type { Day, Id, Instant };
