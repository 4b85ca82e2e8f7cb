/* Passkeys: refused from elsewhere, copied or another's; enough by themselves where they are one's own. */
import { describe, expect, it } from 'vitest';
import { ORIGIN } from '../../server/auth/fixture.ts';
import { makeAuthenticator } from '../support/authenticator.ts';
import { enrolled, password, withPasskey, world } from './officer.ts';

export function passkeys(): void {
  describe('passkeys', () => {
    it('are refused from another place, for another challenge, without verifying the person, forged, or used twice', async () => {
      const { key } = await withPasskey();
      const lies = [
        { rpId: 'laocai.example.com' },
        { origin: 'https://localhost.example.com' },
        { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
        { unverified: true },
        { forged: true },
      ];
      for (const lie of lies) {
        const browser = world.browser({ address: '10.7.0.1' });
        const options = (await browser.post('/api/auth/passkey/options')).body;
        const answer = await browser.post('/api/auth/passkey', { response: key.signIn(options, lie) });
        expect([JSON.stringify(lie), answer.status, answer.body.code]).toEqual([
          JSON.stringify(lie),
          401,
          'session.refused',
        ]);
      }
      const browser = world.browser();
      const options = (await browser.post('/api/auth/passkey/options')).body;
      const response = key.signIn(options);
      expect((await browser.post('/api/auth/passkey', { response })).status).toBe(200);
      const replay = await world.browser().post('/api/auth/passkey', { response });
      expect(replay.body.code).toBe('session.refused');
    });

    it('are refused when the counter goes back: the key may have been copied', async () => {
      const { key } = await withPasskey();
      for (const [counter, status] of [
        [50, 200],
        [50, 401],
        [7, 401],
        [51, 200],
      ] as const) {
        const browser = world.browser({ address: '10.7.0.2' });
        const options = (await browser.post('/api/auth/passkey/options')).body;
        const answer = await browser.post('/api/auth/passkey', {
          response: key.signIn(options, { counter }),
        });
        expect([counter, answer.status]).toEqual([counter, status]);
      }
    });

    it('sign in wholly without a password; the options name nobody', async () => {
      const { key } = await withPasskey();
      const browser = world.browser();
      const options = (await browser.post('/api/auth/passkey/options')).body;
      expect(options).toMatchObject({
        rpId: 'localhost',
        userVerification: 'required',
        allowCredentials: [],
      });
      expect((await browser.post('/api/auth/passkey', { response: key.signIn(options) })).body).toEqual({
        next: 'done',
      });
      expect((await browser.get('/api/session')).body.greeted).toBe('police_officer');
    });

    it("of another person do not complete somebody's password", async () => {
      const { key } = await withPasskey();
      const { person } = await enrolled();
      const browser = world.browser();
      await password(browser, person);
      const options = (await browser.post('/api/auth/passkey/options')).body;
      expect((await browser.post('/api/auth/passkey', { response: key.signIn(options) })).body.code).toBe(
        'session.refused',
      );
    });

    it('registered elsewhere or for another session are refused', async () => {
      const [one, two] = [await enrolled(), await enrolled()];
      const key = makeAuthenticator(ORIGIN);
      const options = (await one.browser.post('/api/auth/passkey/new/options')).body;
      const stolen = await two.browser.post('/api/auth/passkey/new', {
        name: 'x',
        response: key.register(options),
      });
      expect(stolen.body.code).toBe('input.invalid');
      for (const lie of [{ rpId: 'example.com' }, { origin: 'https://example.com' }, { unverified: true }]) {
        const again = (await one.browser.post('/api/auth/passkey/new/options')).body;
        const answer = await one.browser.post('/api/auth/passkey/new', {
          name: 'x',
          response: key.register(again, lie),
        });
        expect(answer.body.code).toBe('input.invalid');
      }
    });

    it('cannot be added or ended with a second factor given long ago, and the last factor stays', async () => {
      const { browser, code, key } = await withPasskey();
      world.pass(11 * 60);
      const { items: passkeys } = (await browser.post('/api/auth/passkeys')).body;
      const end = () => browser.post('/api/auth/passkeys/end', { id: passkeys[0].id });
      expect((await browser.post('/api/auth/passkey/new/options')).body.code).toBe('session.stale');
      expect((await end()).body).toMatchObject({ code: 'session.stale', details: { minutes: 10 } });
      expect((await browser.post('/api/auth/step-up', {})).body.fields).toEqual([
        { field: 'code', reason: 'proof_wrong' },
      ]);
      expect((await browser.post('/api/auth/step-up', { code: await code() })).status).toBe(200);
      expect((await end()).status).toBe(204);
      const thief = world.browser();
      const options = (await thief.post('/api/auth/passkey/options')).body;
      expect((await thief.post('/api/auth/passkey', { response: key.signIn(options) })).status).toBe(401);
    });
  });
}
