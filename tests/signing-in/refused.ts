/* What does not even begin: messages that are no page's of ours, and wrong passwords, counted and locked alike for who is there and who is not. */
import { describe, expect, it } from 'vitest';
import { PASSWORD } from '../../server/auth/fixture.ts';
import { database, world } from './officer.ts';

export function whatIsRefused(): void {
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
}
