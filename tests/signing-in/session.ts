/* A session: how long it lives, who ends it, which of her posts she works in. */
import { describe, expect, it } from 'vitest';
import { newId } from '../../kernel/id.ts';
import { PASSWORD } from '../../server/auth/fixture.ts';
import { endAllSessions, endFactors } from '../../server/auth/index.ts';
import { codeOf, database, enrolled, password, world } from './officer.ts';

export function aSession(): void {
  describe('a session', () => {
    it('has a new token at every change of privilege, and the old one is refused', async () => {
      const { person, code } = await enrolled();
      world.pass(90);
      const browser = world.browser();
      const seen = new Set<string>();
      await password(browser, person);
      seen.add(browser.cookie!);
      await browser.post('/api/auth/totp', { code: await code() });
      seen.add(browser.cookie!);
      world.pass(60);
      const before = browser.cookie!;
      expect((await browser.post('/api/auth/step-up', { code: await code() })).status).toBe(200);
      seen.add(browser.cookie!);
      expect(seen.size).toBe(3);
      const thief = world.browser();
      thief.cookie = before;
      expect((await thief.get('/api/session')).body.signedOut).toBe(true);
    });

    it('is set so that no script and no other site gets it, and only its hash is kept', async () => {
      const person = await world.officer();
      const answer = await world
        .browser()
        .post('/api/auth/password', { email: person.email, password: PASSWORD });
      const cookie = String(answer.headers['set-cookie']);
      expect(cookie).toMatch(/^__Host-ct=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
      expect(answer.headers['cache-control']).toBe('no-store');
      const rows = await database.query<{ all: string }>(
        `select string_agg(s::text, ' ') as all from auth.session s`,
      );
      expect(rows[0]!.all).not.toContain(cookie.slice(10, 53));
    });

    it('ends after 15 idle minutes, and polling does not keep it', async () => {
      const { browser } = await enrolled();
      world.pass(600);
      expect((await browser.get('/api/session', { 'x-chungtay-background': '1' })).body.greeted).toBe(
        'police_officer',
      );
      world.pass(301);
      expect((await browser.get('/api/session')).body.signedOut).toBe(true);
    });

    it('lives on while it is used, and ends after twelve hours all the same', async () => {
      const { browser, code } = await enrolled();
      for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 10) {
        world.pass(600);
        expect((await browser.get('/api/session')).body.greeted).toBe('police_officer');
      }
      // A step-up near the end prolongs nothing.
      expect((await browser.post('/api/auth/step-up', { code: await code() })).status).toBe(200);
      world.pass(14 * 60);
      await browser.get('/api/session');
      world.pass(10 * 60);
      expect((await browser.get('/api/session')).body.signedOut).toBe(true);
    });

    it('ended from another device is refused at the next request, cached or not', async () => {
      const { person, browser, code } = await enrolled();
      world.pass(90);
      const tablet = world.browser();
      await password(tablet, person);
      await tablet.post('/api/auth/totp', { code: await code() });
      const token = tablet.cookie!.split('=')[1]!;
      expect((await world.finder.findSession(token))?.role).toBe('police_officer');
      const { items: sessions } = (await browser.post('/api/auth/sessions')).body;
      expect(sessions).toHaveLength(2);
      expect(sessions.map((one: { device: string }) => one.device)).toEqual([
        'Chrome · Android',
        'Chrome · Android',
      ]);
      const other = sessions.find((one: { current: boolean }) => !one.current);
      expect((await browser.post('/api/auth/sessions/end', { id: other.id })).status).toBe(204);
      expect(await world.finder.findSession(token)).toBeNull();
      expect((await tablet.post('/api/auth/sessions')).body.code).toBe('session.missing');
    });

    it("of somebody else cannot be ended, and does not appear in one's list", async () => {
      const { browser } = await enrolled();
      const other = await enrolled();
      const { id } = (await other.browser.get('/api/session')).body;
      expect((await browser.post('/api/auth/sessions/end', { id })).body.code).toBe('record.not_found');
      expect((await browser.post('/api/auth/sessions')).body.items).toHaveLength(1);
      expect((await other.browser.get('/api/session')).body.greeted).toBe('police_officer');
    });

    it('signs out for good, and tells the browser to forget', async () => {
      const { browser } = await enrolled();
      const kept = browser.cookie;
      const answer = await browser.post('/api/auth/sign-out');
      expect(answer.headers['clear-site-data']).toBe('"cache", "cookies"');
      expect(browser.cookie).toBeNull();
      browser.cookie = kept;
      expect((await browser.get('/api/session')).body.signedOut).toBe(true);
    });

    it('ended by another server is refused here within two seconds, and at once when asked afresh', async () => {
      const { browser, person } = await enrolled();
      const token = browser.cookie!.split('=')[1]!;
      const found = await world.finder.findSession(token);
      await database.query(
        `update auth.session set ended_at = now(), ended_why = 'signed_out' where officer_id = $1 and ended_at is null`,
        [person.id],
      );
      expect(await world.finder.findSession(token)).toEqual(found);
      expect(await world.finder.findSession(token, { fresh: true })).toBeNull();
      expect(await world.finder.findSession(token)).toBeNull();
    });

    it('is not remembered when it was ended while it was being read', async () => {
      const { browser } = await enrolled();
      const token = browser.cookie!.split('=')[1]!;
      const reading = world.finder.findSession(token);
      world.finder.forget();
      await reading;
      await database.query(
        `update auth.session set ended_at = now(), ended_why = 'signed_out' where ended_at is null`,
      );
      expect(await world.finder.findSession(token)).toBeNull();
    });
  });

  describe('posts', () => {
    it('of others, expired ones and unknown ones cannot be taken', async () => {
      const { browser } = await enrolled({ posts: 2 });
      const stranger = await world.officer();
      for (const post of [stranger.posts[0], newId()]) {
        expect((await browser.post('/api/session/post', { post })).body.code).toBe('record.not_found');
      }
    });

    it('can be changed between own ones, with a new token', async () => {
      const { browser, person } = await enrolled({ posts: 2 });
      const before = browser.cookie;
      expect((await browser.post('/api/session/post', { post: person.posts[1] })).status).toBe(200);
      expect(browser.cookie).not.toBe(before);
      expect((await browser.get('/api/session')).body.post.id).toBe(person.posts[1]);
    });

    it('that ended yesterday end the session, and so does the end of the post a delegation came from', async () => {
      const { browser, person } = await enrolled({ posts: 2 });
      await database.query(`update public.post set delegated_from = $2 where id = $1`, [
        person.posts[1],
        person.posts[0],
      ]);
      await browser.post('/api/session/post', { post: person.posts[1] });
      expect((await browser.get('/api/session')).body.post).toMatchObject({
        id: person.posts[1],
        delegated: true,
      });
      await database.query(`update public.post set valid_to = '2026-11-24' where id = $1`, [person.posts[0]]);
      expect((await browser.get('/api/session')).body.signedOut).toBe(true);
    });

    it('are needed: nobody signs in without one', async () => {
      const person = await world.officer({ posts: 0 });
      const browser = world.browser();
      await password(browser, person);
      const enrol = (await browser.post('/api/auth/totp/begin')).body;
      const answer = await browser.post('/api/auth/totp/confirm', { code: await codeOf(enrol.secret) });
      expect([answer.status, answer.body.code]).toEqual([403, 'session.no_post']);
    });
  });

  it('an administrator ends the sessions, or the factors, of an officer at once', async () => {
    const { person, browser } = await enrolled();
    const by = newId();
    expect(
      await world.deps.asAuth(db => endAllSessions(world.deps, db, { officer: person.id, by })),
    ).toBeGreaterThan(0);
    expect((await browser.get('/api/session')).body.signedOut).toBe(true);
    await world.deps.asAuth(db => endFactors(world.deps, db, { officer: person.id, by }));
    expect((await password(world.browser(), person)).status).toBe(401);
  });
}
