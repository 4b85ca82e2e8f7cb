/* What every chapter of signing in knows: the database, the server under its clock, and officers who come in with an app or a key. */
import { generate } from 'otplib';
import { expect } from 'vitest';
import { millisOf } from '../../kernel/day.ts';
import {
  type Browser,
  type Database,
  makeWorld,
  ORIGIN,
  PASSWORD,
  type Person,
  startDatabase,
  type World,
} from '../../server/auth/fixture.ts';
import { makeAuthenticator } from '../support/authenticator.ts';

export const NEW_PASSWORD = 'ruộng bậc thang mùa nước đổ';

export let database: Database;
export let world: World;

export async function begin(): Promise<void> {
  database = await startDatabase();
  world = await makeWorld(database);
}
export const end = () => database?.stop();

export function password(browser: Browser, person: Person) {
  return browser.post('/api/auth/password', { email: person.email, password: PASSWORD });
}

export function codeOf(secret: string, seconds = 0): Promise<string> {
  return generate({ secret, epoch: Math.floor(millisOf(world.deps.now()) / 1000) + seconds });
}

/** An officer who signed in and enrolled an app; `code` is what the app shows now (or so many seconds from now). */
export async function enrolled(options: Parameters<World['officer']>[0] = {}) {
  const person = await world.officer(options);
  const browser = world.browser();
  expect((await password(browser, person)).body).toEqual({ next: 'enrol' });
  const { secret, uri, qr } = (await browser.post('/api/auth/totp/begin')).body;
  expect([uri, qr]).toEqual([
    expect.stringContaining('otpauth://totp/Chung%20Tay'),
    expect.stringMatching(/^data:image\/svg\+xml;base64,/),
  ]);
  const confirmed = await browser.post('/api/auth/totp/confirm', { code: await codeOf(secret) });
  expect(confirmed.body.next).toBe('done');
  const recoveryCodes: string[] = confirmed.body.recoveryCodes;
  return { person, browser, secret, recoveryCodes, code: (seconds = 0) => codeOf(secret, seconds) };
}

export async function withPasskey() {
  const someone = await enrolled();
  const key = makeAuthenticator(ORIGIN);
  const options = (await someone.browser.post('/api/auth/passkey/new/options')).body;
  expect(options).toMatchObject({
    rp: { id: 'localhost' },
    authenticatorSelection: { residentKey: 'required' },
  });
  const added = await someone.browser.post('/api/auth/passkey/new', {
    name: 'Máy tính bảng',
    response: key.register(options),
  });
  expect(added.body).toEqual({ next: 'done', recoveryCodes: [] });
  return { ...someone, key };
}
