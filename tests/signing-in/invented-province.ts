/* The invented province, where sample people are let in with one press, and nowhere else. */
import { describe, expect, it } from 'vitest';
import { makeWorld } from '../../server/auth/fixture.ts';
import { database, password, world } from './officer.ts';

export function theInventedProvince(): void {
  describe('the invented province', () => {
    it('does not exist elsewhere', async () => {
      const answer = await world.browser().post('/api/auth/cast', { key: 'anybody' });
      expect([answer.status, answer.body.code]).toEqual([404, 'request.unknown']);
    });

    it('lets sample people in with one press, steps them up, and knows no others', async () => {
      const invented = await makeWorld(database, { invented: true });
      const person = await invented.officer({ password: null });
      const browser = invented.browser();
      expect((await browser.post('/api/auth/cast', { key: 'nobody' })).status).toBe(404);
      const key = person.email;
      expect((await browser.post('/api/auth/cast', { key })).body).toEqual({ next: 'done' });
      expect((await browser.get('/api/session')).body).toMatchObject({ lang: 'vi', invented: true });
      expect((await browser.post('/api/auth/step-up', {})).status).toBe(200);
    });

    it('alone may switch the second factor off', async () => {
      await expect(makeWorld(database, { secondFactor: 'off' })).rejects.toThrow(/invented province/);
      const invented = await makeWorld(database, { invented: true, secondFactor: 'off' });
      const person = await invented.officer();
      expect((await password(invented.browser(), person)).body).toEqual({ next: 'done' });
    });
  });
}
