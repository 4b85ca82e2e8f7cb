/* Signing in against a real PostgreSQL and real HTTP messages. Refusals first: what an attacker, a thief of a password, a stale tablet or a
 * foreign page gets. The clock of the server is moved by hand; nothing here waits. One file: it is one way
 * in, tried on one database under one clock. */
import { generate } from 'otplib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { millisOf } from '../../kernel/day.ts';
import { newId } from '../../kernel/id.ts';
import { makeAuthenticator } from '../../tests/support/authenticator.ts';
import {
  asRole,
  type Browser,
  type Database,
  makeWorld,
  ORIGIN,
  PASSWORD,
  type Person,
  startDatabase,
  type World,
} from './fixture.ts';
import { endAllSessions, endFactors, passwordReset } from './index.ts';

const NEW_PASSWORD = 'ruộng bậc thang mùa nước đổ';

let database: Database;
let world: World;

describe('signing in', () => {
  beforeAll(async () => {
    database = await startDatabase();
    world = await makeWorld(database);
  }, 60_000);
  afterAll(() => database?.stop());

  describe('what our own pages did not send', () => {
    it.each([
      ['another origin', { origin: 'https://laocai.example.com' }],
      ['no origin', { origin: undefined }],
      ['no header of ours', { 'x-chungtay': undefined }],
      ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
      ['a page of a sister site', { 'sec-fetch-site': 'same-site' }],
    ])('is refused: %s', async (_name, headers) => {
      const person = await world.officer();
      const answer = await world
        .browser()
        .post('/api/auth/password', { email: person.email, password: PASSWORD }, headers);
      expect([answer.status, answer.body.code]).toEqual([403, 'request.foreign_origin']);
      expect(answer.headers['set-cookie']).toBeUndefined();
    });

    it('is refused for reading too when another site asks', async () => {
      const answer = await world.browser().get('/api/session', { 'sec-fetch-site': 'cross-site' });
      expect(answer.body.code).toBe('request.foreign_origin');
    });

    it('is refused over plain http on a network', async () => {
      const answer = await world.browser({ origin: 'http://10.0.0.5:3000' }).get('/api/session');
      expect([answer.status, answer.body.code]).toEqual([403, 'request.insecure']);
    });
  });

  describe('a wrong password', () => {
    it('and an unknown account get the same answer, the same count and the same lock', async () => {
      const person = await world.officer();
      const answers = [];
      for (const email of [person.email, 'nobody-here@laocai.example']) {
        const browser = world.browser({ address: '10.2.0.1' });
        const list = [];
        for (let turn = 0; turn < 6; turn += 1) {
          const { status, body, headers } = await browser.post('/api/auth/password', {
            email,
            password: 'wrong wrong wrong',
          });
          list.push({ status, body, retry: headers['retry-after'], cookie: headers['set-cookie'] });
        }
        answers.push(list);
      }
      expect(answers[0]).toEqual(answers[1]);
      expect(answers[0]!.map(one => one.status)).toEqual([401, 401, 401, 401, 401, 429]);
      expect(answers[0]![5]).toMatchObject({
        body: { code: 'session.locked', details: { retryAfter: 60 } },
        retry: '60',
      });
    });

    it('locks longer each time, refuses even the right password meanwhile, and opens by itself', async () => {
      const person = await world.officer();
      const browser = world.browser({ address: '10.2.0.2' });
      const wrong = () =>
        browser.post('/api/auth/password', { email: person.email, password: 'wrong wrong wrong' });
      const right = () => browser.post('/api/auth/password', { email: person.email, password: PASSWORD });
      for (let turn = 0; turn < 5; turn += 1) await wrong();
      expect((await right()).status).toBe(429);
      world.pass(61);
      for (let turn = 0; turn < 5; turn += 1) expect((await wrong()).status).toBe(401);
      expect((await right()).body.details.retryAfter).toBe(900);
      world.pass(901);
      expect((await right()).status).toBe(200);
      expect((await wrong()).status).toBe(401);
      expect((await right()).status).toBe(200);
    });

    it('sent in a volley is still counted one by one', async () => {
      const person = await world.officer();
      const answers = await Promise.all(
        Array.from({ length: 24 }, (_, turn) =>
          world
            .browser({ address: `10.3.0.${turn}` })
            .post('/api/auth/password', { email: person.email, password: `guess number ${turn}` }),
        ),
      );
      // Two at once on two processors: at most that many more than five are tried.
      expect(answers.filter(answer => answer.status === 401).length).toBeLessThan(5 + 8);
      expect(answers.some(answer => answer.status === 429)).toBe(true);
    });

    it('tried over many accounts from one address locks the address', async () => {
      const address = '10.4.0.1';
      for (let turn = 0; turn < 30; turn += 1) {
        await world
          .browser({ address })
          .post('/api/auth/password', { email: `spray-${turn}@laocai.example`, password: 'Laocai2026!!' });
      }
      const person = await world.officer();
      const attempt = (from: string) =>
        world
          .browser({ address: from })
          .post('/api/auth/password', { email: person.email, password: PASSWORD });
      expect((await attempt(address)).status).toBe(429);
      expect((await attempt('10.4.0.2')).status).toBe(200);
    });

    it('leaves no e-mail and no address in the database', async () => {
      await world
        .browser({ address: '10.5.77.77' })
        .post('/api/auth/password', { email: 'canary-4711@laocai.example', password: 'x' });
      const rows = await database.query<{ everything: string }>(
        `select (select string_agg(a::text, ' ') from auth.attempt a) || (select string_agg(s::text, ' ') from auth.session s) as everything`,
      );
      const hex = Buffer.from('canary-4711').toString('hex');
      const everything = rows[0]!.everything + JSON.stringify(world.events);
      for (const trace of ['canary-4711', hex, '10.5.77.77']) expect(everything).not.toContain(trace);
    });
  });

  it('lets 150 correct sign-ins at once through from one address', async () => {
    const hash = (
      await database.query<{ hash: string }>(`select hash from auth.password where officer_id = $1`, [
        (await world.officer()).id,
      ])
    )[0]!.hash;
    const people = await Promise.all(Array.from({ length: 150 }, () => world.officer({ password: null })));
    for (const { id } of people) {
      await database.query(`insert into auth.password values ($1, $2, now(), false)`, [id, hash]);
    }
    const answers = await Promise.all(
      people.map(person =>
        world
          .browser({ address: '10.6.0.1' })
          .post('/api/auth/password', { email: person.email, password: PASSWORD }),
      ),
    );
    expect(new Set(answers.map(answer => answer.status))).toEqual(new Set([200]));
  }, 60_000);

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

  describe('in the database', () => {
    it('no other role reads anything of signing in', async () => {
      const tables = [
        'session',
        'password',
        'totp',
        'passkey',
        'recovery_code',
        'reset_code',
        'challenge',
        'attempt',
        'preference',
      ];
      for (const table of tables) {
        const reading = asRole(database.door, 'ct_police_officer', db =>
          db.query(`select * from auth.${table}`),
        );
        await expect(reading).rejects.toThrow(/permission denied/);
      }
    });

    it('every table forces row security', async () => {
      const rows = await database.query(
        `select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where nspname = 'auth' and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`,
      );
      expect(rows).toEqual([]);
    });

    it('ct_auth cannot give a session another post, role, officer or end, nor revive it', async () => {
      const { person } = await enrolled();
      for (const change of [
        `role = 'admin'`,
        `post_id = officer_id`,
        `officer_id = id`,
        `ends_at = ends_at`,
        `token_hash = token_hash`,
      ]) {
        const writing = world.deps.asAuth(db =>
          db.query(`update auth.session set ${change} where officer_id = $1`, [person.id]),
        );
        await expect(writing).rejects.toThrow(/permission denied/);
      }
      await world.deps.asAuth(db => endAllSessions(world.deps, db, { officer: person.id, by: newId() }));
      const reviving = world.deps.asAuth(db =>
        db.query(`update auth.session set ended_at = null, ended_why = null where officer_id = $1`, [
          person.id,
        ]),
      );
      await expect(reviving).rejects.toThrow(/stays ended/);
    });

    it('a session gives reach by its secret alone, only when whole, and none from the moment it ended', async () => {
      // The database has a clock of its own.
      const present = await makeWorld(database, { invented: true }, new Date().toISOString());
      const person = await present.officer();
      const browser = present.browser();
      const reach = async () => {
        const found = await present.finder.findSession(browser.cookie!.split('=')[1]!);
        const standing = { role: 'police_officer', session: found!.secret };
        return database.door.as(standing, async db => {
          const rows = await db.query<{ offices: number }>(
            `select cardinality(ct.reach(current_user::text)) as offices`,
          );
          return rows[0]!.offices;
        });
      };
      await password(browser, person);
      expect(await reach()).toBe(0);
      await browser.post('/api/auth/cast', { key: person.email.slice(0, 60) });
      expect(await reach()).toBe(1);
      await database.query(
        `update auth.session set ended_at = now(), ended_why = 'signed_out' where officer_id = $1 and ended_at is null`,
        [person.id],
      );
      // The finder still remembers it, as another server would; the database does not care.
      expect(await reach()).toBe(0);
    });

    it('the owner, as whom ct.live_post runs, has two policies: to find sessions, and to let them follow their posts', async () => {
      const rows = await database.query(
        `select tablename, cmd from pg_policies where schemaname = 'auth' and roles::text[] && '{chungtay_owner,public}'`,
      );
      expect(rows).toEqual([
        { tablename: 'session', cmd: 'SELECT' },
        { tablename: 'session', cmd: 'UPDATE' },
      ]);
    });
  });

  it('records every step, with ids only', async () => {
    const names = new Set(world.events.map(event => event.name));
    for (const name of [
      'password.accepted',
      'password.refused',
      'password.locked',
      'password.changed',
      'second_factor.accepted',
      'second_factor.refused',
      'second_factor.locked',
      'recovery_code.used',
      'totp.added',
      'passkey.added',
      'passkey.accepted',
      'passkey.refused',
      'passkey.ended',
      'session.opened',
      'session.post_changed',
      'session.stepped_up',
      'session.ended',
      'reset.started',
      'reset.used',
      'reset.refused',
    ]) {
      expect(names).toContain(name);
    }
    expect(JSON.stringify(world.events)).not.toMatch(/@|10\.\d+\.\d+\.\d+|Người/);
  });

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
});

function password(browser: Browser, person: Person) {
  return browser.post('/api/auth/password', { email: person.email, password: PASSWORD });
}

function codeOf(secret: string, seconds = 0): Promise<string> {
  return generate({ secret, epoch: Math.floor(millisOf(world.deps.now()) / 1000) + seconds });
}

/** An officer who signed in and enrolled an app; `code` is what the app shows now (or so many seconds from now). */
async function enrolled(options: Parameters<World['officer']>[0] = {}) {
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

async function withPasskey() {
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
