/* The first morning: a hundred and fifty officers sign in at the same moment for the first time, with the password they were handed, and each enrols a second
 * factor; and the invented province's cast is entered a hundred and fifty times at once. Nobody is told to come back later. */
import { generate } from 'otplib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { CAST } from '../../db/seed/cast.ts';
import { newId } from '../../kernel/id.ts';
import { hashPassword } from '../../server/auth/password-hash.ts';
import { makeWorld, pageHeaders, type World } from '../support/world.ts';

const many = 150;
const password = 'bốn con trâu qua suối';
let world: World;
let officers: { id: string; email: string }[];

beforeAll(async () => {
  world = await makeWorld({ connections: 12 });
  officers = Array.from({ length: many }, (_, index) => ({
    id: newId(),
    email: `nguoi.moi.${index}@laocai.example`,
  }));
  // One hash for all: what is tried is a hundred and fifty checks of it, and every first password is as dear to check as another.
  const hash = await hashPassword(password);
  await world.owner(
    `with officer as (
       insert into officer (id, province, made_at, made_by, changed_at, name, email, lang, ended)
       select o.id, 'lao_cai', now(), o.id, now(), 'Người Mới', o.email, 'vi', false from unnest($1::uuid[], $2::text[]) o(id, email) returning id),
     post as (
       insert into post (id, province, office, made_at, made_by, changed_at, officer, role, extent, valid_from)
       select gen_random_uuid(), 'lao_cai', $3, now(), id, now(), id, 'border_officer', 'office', '2026-01-01' from officer)
     insert into auth.password (officer_id, hash, changed_at, must_change) select id, $4, now(), false from officer`,
    [
      officers.map(one => one.id),
      officers.map(one => one.email),
      getOffice('bien-phong/ck-lao-cai@2025').id,
      hash,
    ],
  );
});
afterAll(() => world?.stop());

const post = (url: string, payload: object, cookie?: string) =>
  world.request({ method: 'POST', url, headers: pageHeaders(cookie), payload, remoteAddress: '10.1.1.1' });
const cookieOf = (answer: { headers: Readonly<Record<string, unknown>> }) =>
  String(answer.headers['set-cookie']).split(';')[0]!;

it('a hundred and fifty passwords and first second factors at once', async () => {
  const answers = await Promise.all(
    officers.map(async ({ email }) => {
      const first = await post('/api/auth/password', { email, password });
      if (first.status !== 200) return [first.status, first.body.code];
      const begun = await post('/api/auth/totp/begin', {}, cookieOf(first));
      if (begun.status !== 200) return [begun.status, begun.body.code];
      const secret = new URL(begun.body.uri).searchParams.get('secret')!;
      const confirmed = await post(
        '/api/auth/totp/confirm',
        { code: await generate({ secret, epoch: Date.parse(world.now()) / 1000 }) },
        cookieOf(first),
      );
      if (confirmed.status !== 200) return [confirmed.status, confirmed.body.code];
      const session = await world.request({
        method: 'GET',
        url: '/api/session',
        headers: pageHeaders(cookieOf(confirmed)),
      });
      return [first.body.next, confirmed.body.next, session.body.post?.role];
    }),
  );
  expect(answers).toEqual(Array(many).fill(['enrol', 'done', 'border_officer']));
  const [counted] = await world.owner(
    "select count(*)::int as sessions from auth.session where stage = 'full' and ended_at is null",
  );
  expect(counted).toEqual({ sessions: many });
}, 90_000);

it('the cast a hundred and fifty times at once, every one a session of its own', async () => {
  const keys = Array.from({ length: many }, (_, index) => CAST[index % CAST.length]!.key);
  const answers = await Promise.all(keys.map(key => post('/api/auth/cast', { key })));
  expect(answers.map(answer => answer.status)).toEqual(Array(many).fill(200));
  expect(new Set(answers.map(cookieOf)).size).toBe(many);
  const work = await Promise.all(answers.map(answer => post('/api/work', {}, cookieOf(answer))));
  expect(work.map(answer => answer.status)).toEqual(Array(many).fill(200));
});

it('all of it is in the ledger, and the chain holds', async () => {
  const hang = await world.as('hang');
  const verdict = await hang.ask('/api/ledger/verify');
  expect(verdict).toMatchObject({ ok: true, waiting: 0 });
  const [counted] = await world.owner(
    "select count(*)::int as opened from ledger.entry where name = 'session.opened'",
  );
  expect((counted as { opened: number }).opened).toBeGreaterThanOrEqual(2 * many);
});
