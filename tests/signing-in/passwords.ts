/* Passwords: weak ones, changed ones, and those an administrator helps to set again. */
import { describe, expect, it } from 'vitest';
import { newId } from '../../kernel/id.ts';
import { PASSWORD } from '../../server/auth/fixture.ts';
import { passwordReset } from '../../server/auth/index.ts';
import { enrolled, NEW_PASSWORD, password, world } from './officer.ts';

export function passwords(): void {
  describe('passwords', () => {
    it('that are weak are refused with the reason', async () => {
      const { browser } = await enrolled();
      const change = (next: string) =>
        browser.post('/api/auth/password/change', { current: PASSWORD, password: next });
      expect((await change('ngắn quá')).body.fields[0]).toMatchObject({
        field: 'password',
        reason: 'password_too_short',
      });
      expect((await change('Matkhau@123456')).body.fields[0].reason).toBe('password_common');
      expect((await change(PASSWORD)).body.fields[0].reason).toBe('password_unchanged');
    });

    it('changed end every other session', async () => {
      const { browser, person, code } = await enrolled();
      world.pass(90);
      const other = world.browser();
      await password(other, person);
      await other.post('/api/auth/totp', { code: await code() });
      const wrong = await browser.post('/api/auth/password/change', {
        current: 'not mine at all',
        password: NEW_PASSWORD,
      });
      expect(wrong.body.fields).toEqual([{ field: 'current', reason: 'password_wrong' }]);
      const right = await browser.post('/api/auth/password/change', {
        current: PASSWORD,
        password: NEW_PASSWORD,
      });
      expect(right.body).toEqual({ next: 'done' });
      expect((await browser.get('/api/session')).body.greeted).toBe('police_officer');
      expect((await other.get('/api/session')).body.signedOut).toBe(true);
      expect((await password(world.browser(), person)).status).toBe(401);
    });

    it('that must be changed are, before anything is enrolled', async () => {
      const person = await world.officer({ mustChange: true });
      const browser = world.browser();
      expect((await password(browser, person)).body).toEqual({ next: 'change' });
      expect((await browser.post('/api/auth/totp/begin')).status).toBe(401);
      const changed = await browser.post('/api/auth/password/change', {
        current: PASSWORD,
        password: NEW_PASSWORD,
      });
      expect(changed.body).toEqual({ next: 'enrol' });
    });

    it('are reset by a code that works once, for an hour, for one officer, and does not replace the second factor', async () => {
      const { person, browser } = await enrolled();
      const administrator = newId();
      const start = () =>
        world.deps.asAuth(db =>
          passwordReset.start(world.deps, db, { officer: person.id, by: administrator }),
        );
      const use = (code: string, email = person.email) =>
        world
          .browser({ address: '10.8.0.1' })
          .post('/api/auth/reset', { email, code, password: NEW_PASSWORD });
      const late = await start();
      world.pass(3601);
      expect((await use(late.code)).body.code).toBe('session.refused');
      const replaced = await start();
      const { code } = await start();
      expect((await use(replaced.code)).status).toBe(401);
      const other = await world.officer();
      expect((await use(code, other.email)).body).toEqual((await use(code, 'unknown@laocai.example')).body);
      expect((await use(code)).status).toBe(204);
      expect((await use(code)).status).toBe(401);
      expect((await browser.get('/api/session')).body.signedOut).toBe(true);
      const next = await world
        .browser()
        .post('/api/auth/password', { email: person.email, password: NEW_PASSWORD });
      expect(next.body).toEqual({ next: 'totp' });
    });

    it('cannot be reset by their own officer', async () => {
      const { person } = await enrolled();
      const start = world.deps.asAuth(db =>
        passwordReset.start(world.deps, db, { officer: person.id, by: person.id }),
      );
      await expect(start).rejects.toThrow(/check constraint/);
    });
  });
}
