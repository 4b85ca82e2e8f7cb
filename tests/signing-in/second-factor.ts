/* The password alone opens nothing; a code works once, and a recovery code once. */
import { describe, expect, it } from 'vitest';
import { PASSWORD } from '../../server/auth/fixture.ts';
import { database, enrolled, NEW_PASSWORD, password, world } from './officer.ts';

export function theSecondFactor(): void {
  describe('the password alone', () => {
    it('opens nothing but the next step', async () => {
      const { browser } = await enrolled();
      const { person } = await enrolled();
      expect((await password(browser, person)).body).toEqual({ next: 'totp' });
      for (const url of ['/api/auth/sessions', '/api/auth/passkeys', '/api/auth/recovery/renew']) {
        expect((await browser.post(url)).body.code).toBe('session.second_factor');
      }
      expect((await browser.get('/api/session')).body).toEqual({
        signedOut: true,
        next: 'totp',
        invented: false,
        passkeys: true,
        greeted: 'nobody',
      });
    });

    it('cannot enrol another app or key, nor change the password, when a second factor exists', async () => {
      const { person } = await enrolled();
      const thief = world.browser();
      await password(thief, person);
      for (const url of ['/api/auth/totp/begin', '/api/auth/passkey/new/options']) {
        expect((await thief.post(url)).body.code).toBe('session.second_factor');
      }
      const change = await thief.post('/api/auth/password/change', {
        current: PASSWORD,
        password: NEW_PASSWORD,
      });
      expect(change.body.code).toBe('session.second_factor');
    });

    it('is good for ten minutes only', async () => {
      const { person, code } = await enrolled();
      const browser = world.browser();
      await password(browser, person);
      world.pass(601);
      expect((await browser.post('/api/auth/totp', { code: await code() })).body.code).toBe(
        'session.missing',
      );
    });
  });

  describe('the code of an app', () => {
    it('is refused when wrong, when used before, and when older than one step', async () => {
      const { person, code } = await enrolled();
      world.pass(90);
      const used = await code();
      const first = world.browser();
      await password(first, person);
      expect((await first.post('/api/auth/totp', { code: used })).body).toEqual({ next: 'done' });
      const second = world.browser();
      await password(second, person);
      expect((await second.post('/api/auth/totp', { code: used })).body.code).toBe('session.refused');
      expect((await second.post('/api/auth/totp', { code: '000000' })).status).toBe(401);
      const old = await code();
      world.pass(90);
      expect((await second.post('/api/auth/totp', { code: old })).body.code).toBe('session.refused');
      world.pass(30);
      expect((await second.post('/api/auth/totp', { code: await code(-30) })).status).toBe(200);
    });

    it('sent twice at the same moment counts once', async () => {
      const { person, code } = await enrolled();
      world.pass(90);
      const browsers = [world.browser(), world.browser()];
      for (const browser of browsers) await password(browser, person);
      const used = await code();
      const answers = await Promise.all(
        browsers.map(browser => browser.post('/api/auth/totp', { code: used })),
      );
      expect(answers.map(answer => answer.status).sort()).toEqual([200, 401]);
    });

    it('locks after five wrong ones, for every browser', async () => {
      const { person, code } = await enrolled();
      world.pass(90);
      const [one, two] = [world.browser(), world.browser()];
      await password(one, person);
      await password(two, person);
      for (let turn = 0; turn < 5; turn += 1) await one.post('/api/auth/totp', { code: '000000' });
      const locked = await two.post('/api/auth/totp', { code: await code() });
      expect([locked.status, locked.body.code, locked.headers['retry-after']]).toEqual([
        429,
        'session.locked',
        '60',
      ]);
    });

    it('is kept sealed', async () => {
      const { person, secret } = await enrolled();
      const rows = await database.query<{ secret_sealed: Buffer }>(
        `select secret_sealed from auth.totp where officer_id = $1`,
        [person.id],
      );
      expect(rows[0]!.secret_sealed.toString('latin1')).not.toContain(secret);
    });
  });

  it('takes a recovery code once', async () => {
    const { person, recoveryCodes } = await enrolled();
    expect(recoveryCodes).toHaveLength(8);
    const typed = recoveryCodes[0]!.toLowerCase().replaceAll('-', ' ');
    const browser = world.browser();
    await password(browser, person);
    expect((await browser.post('/api/auth/recovery', { code: typed })).body).toEqual({
      next: 'done',
      left: 7,
    });
    expect((await browser.get('/api/auth/factors')).body).toEqual({ totp: true, recoveryCodes: 7 });
    const again = world.browser();
    await password(again, person);
    expect((await again.post('/api/auth/recovery', { code: typed })).body.code).toBe('session.refused');
  });
}
