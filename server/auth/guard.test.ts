/* The buckets of the guard: one busy window is slowed, its neighbours behind the same address are not. */
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { Problem } from '../../kernel/problem.ts';
import { installGuard } from './guard.ts';

it('answers 429 with Retry-After to a session that asks too often, and to nobody else', async () => {
  const app = Fastify();
  app.setErrorHandler((error, _request, reply) =>
    reply.code(error instanceof Problem ? error.status : 500).send({ code: (error as Error).message }),
  );
  const settings = {
    publicUrl: null,
    allowHttp: false,
    invented: false,
    secondFactor: 'required',
    idleMinutes: () => 15,
  } as const;
  await installGuard(app, { settings });
  app.get('/api/anything', async () => ({}));
  app.get('/page', async () => ({}));
  const ask = (cookie: string, url = '/api/anything') =>
    app.inject({ url, headers: { host: 'localhost', cookie }, remoteAddress: '10.0.0.1' });
  const [busy, other] = [`__Host-ct=${'a'.repeat(43)}`, `__Host-ct=${'b'.repeat(43)}`];
  for (let turn = 0; turn < 1200; turn += 1) expect((await ask(busy)).statusCode).toBe(200);
  const refused = await ask(busy);
  expect([refused.statusCode, refused.json().code]).toEqual([429, 'request.too_many']);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await ask(other)).statusCode).toBe(200);
  expect((await ask(busy, '/page')).statusCode).toBe(200);
});
