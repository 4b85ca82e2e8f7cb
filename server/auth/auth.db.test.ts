/* Signing in against a real PostgreSQL and real HTTP messages. Refusals first: what an attacker, a thief of a password, a stale tablet or a
 * foreign page gets. The clock of the server is moved by hand; nothing here waits. It is one way in, tried on one database under one clock. */
import { afterAll, beforeAll, describe } from 'vitest';
import { inTheDatabase } from '../../tests/signing-in/in-the-database.ts';
import { theInventedProvince } from '../../tests/signing-in/invented-province.ts';
import { begin, end } from '../../tests/signing-in/officer.ts';
import { passkeys } from '../../tests/signing-in/passkeys.ts';
import { passwords } from '../../tests/signing-in/passwords.ts';
import { whatIsRefused } from '../../tests/signing-in/refused.ts';
import { theSecondFactor } from '../../tests/signing-in/second-factor.ts';
import { aSession } from '../../tests/signing-in/session.ts';

describe('signing in', () => {
  beforeAll(begin, 60_000);
  afterAll(end);

  whatIsRefused();
  theSecondFactor();
  aSession();
  passkeys();
  passwords();
  inTheDatabase();
  theInventedProvince();
});
