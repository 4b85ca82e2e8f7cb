/* What an administrator does to another officer's sign-in: refusals first, then that each does what it says and that the ledger names who did it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeWorld, type Person, pageHeaders, refusal, type World } from '../../tests/support/world.ts';

let world: World;
let administrator: Person;
let officer: Person;

beforeAll(async () => {
  world = await makeWorld();
  administrator = await world.as('hoai-nam');
  officer = await world.as('phua');
}, 60_000);
afterAll(() => world?.stop());

const routes = ['reset', 'end-sessions', 'end-factors'] as const;

describe('refused', () => {
  test.each(['sign-in', ...routes])('%s to everybody but an administrator', async route => {
    for (const key of ['phua', 'hang', 'vinh', 'khai']) {
      const answer = await (await world.as(key)).post(`/api/account/${route}`, { officer: officer.officer });
      expect([key, answer.status, answer.body.code]).toEqual([key, 403, 'act.not_yours']);
    }
  });

  test.each(routes)('%s upon oneself', async route => {
    expect(
      await refusal(administrator.ask(`/api/account/${route}`, { officer: administrator.officer })),
    ).toMatchObject({ code: 'act.not_yours' });
  });

  test.each(routes)('%s when the second factor was given too long ago', async route => {
    world.shift(11);
    try {
      expect(
        await refusal(administrator.ask(`/api/account/${route}`, { officer: officer.officer })),
      ).toMatchObject({ code: 'session.stale', status: 403 });
    } finally {
      world.shift(0);
    }
  });

  test('nobody, nothing and something else instead of an officer', async () => {
    for (const value of [undefined, null, 7, 'x', {}, '01900000-0000-7000-8000-000000000000']) {
      const answer = await administrator.post('/api/account/reset', { officer: value });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
    }
  });
});

describe('an administrator', () => {
  test('sees how somebody can sign in, without any secret', async () => {
    const found = await administrator.ask('/api/account/sign-in', { officer: officer.officer });
    expect(found).toMatchObject({ password: false, totp: false, passkey: false, recoveryCodes: 0 });
    expect(found.sessions.length).toBeGreaterThan(0);
    expect(Object.keys(found.sessions[0]).sort()).toEqual([
      'device',
      'id',
      'lastSeenAt',
      'role',
      'signedInAt',
    ]);
  });

  test('starts a reset: the code chooses a password once, and the ledger says who started it', async () => {
    const { code } = await administrator.ask('/api/account/reset', { officer: officer.officer });
    const [{ email }] = (await world.owner<{ email: string }>('select email from officer where id = $1', [
      officer.officer,
    ])) as [{ email: string }];
    const use = () =>
      world.request({
        method: 'POST',
        url: '/api/auth/reset',
        headers: pageHeaders(),
        payload: { email, code, password: 'bảy con ngựa xuống chợ' },
      });
    expect((await use()).status).toBe(204);
    expect((await use()).status).toBe(401);
    const auditor = await world.as('hang');
    const [entry] = (await auditor.ask('/api/ledger', { name: 'reset.started' })).rows;
    expect(entry).toMatchObject({ officer: administrator.officer, subjectId: officer.officer });
    expect((await auditor.ask('/api/ledger', { name: 'reset.used' })).rows[0]).toMatchObject({
      officer: officer.officer,
    });
  });

  test('ends all sessions at once', async () => {
    const there = await world.as('quyet');
    expect(await administrator.ask('/api/account/end-sessions', { officer: there.officer })).toEqual({
      ended: 1,
    });
    expect((await there.post('/api/work', {})).status).toBe(401);
  });

  test('ends lost factors, the password and the sessions with them', async () => {
    const there = await world.as('phua');
    await administrator.ask('/api/account/end-factors', { officer: there.officer });
    expect((await there.post('/api/work', {})).status).toBe(401);
    expect(await administrator.ask('/api/account/sign-in', { officer: there.officer })).toMatchObject({
      password: false,
      sessions: [],
    });
  });
});
