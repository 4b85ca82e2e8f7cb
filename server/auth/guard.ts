/* What every request to /api passes before anything is looked up: it came over a safe connection, from our own pages, and not too often.
 * Three defences against forged requests stand side by side (SameSite=Strict, a header no form can send, the Origin), because each
 * alone has been got round in some browser. The buckets here are per server and generous; what locks is in attempts.ts. */
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem.ts';
import { network } from './attempts.ts';
import type { AuthDeps } from './deps.ts';
import { findToken, getPlace, type Place } from './place.ts';
import { hashSecret } from './secret.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
/** An office of a hundred behind one address, and a person with many windows. */
const PER_ADDRESS = Number(process.env.CHUNGTAY_REQUESTS_PER_ADDRESS ?? 6000);
const PER_SESSION = Number(process.env.CHUNGTAY_REQUESTS_PER_SESSION ?? 1200);
const WINDOW = 60_000;

/** Installs the guard on the whole server: call it on the root, before any route is declared. */
export async function installGuard(app: FastifyInstance, deps: Pick<AuthDeps, 'settings'>): Promise<void> {
  await app.register(rateLimit, { global: false, timeWindow: WINDOW });
  const address = app.createRateLimit({
    max: PER_ADDRESS,
    timeWindow: WINDOW,
    keyGenerator: request => `address ${network(request.ip)}`,
  });
  const session = app.createRateLimit({
    max: PER_SESSION,
    timeWindow: WINDOW,
    keyGenerator: request => {
      const token = findToken(getPlace(deps.settings, request), request.headers.cookie);
      return `session ${token === null ? network(request.ip) : hashSecret(token).toString('base64')}`;
    },
  });
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api/')) return;
    const place = getPlace(deps.settings, request);
    checkOrigin(place, request);
    await spend(address, request, reply);
    if (findToken(place, request.headers.cookie) !== null) await spend(session, request, reply);
  });
}

/** Refuses what another site caused. @throws Problem `request.foreign_origin`. */
export function checkOrigin(
  place: Pick<Place, 'origin'>,
  request: { readonly method: string; readonly headers: FastifyRequest['headers'] },
): void {
  const { headers } = request;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new Problem('request.foreign_origin');
  if (SAFE.has(request.method)) return;
  if (headers['x-chungtay'] !== '1' || headers.origin !== place.origin)
    throw new Problem('request.foreign_origin');
}

async function spend(
  bucket: ReturnType<FastifyInstance['createRateLimit']>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const state = await bucket(request);
  if (state.isAllowed || !state.isExceeded) return;
  reply.header('retry-after', state.ttlInSeconds);
  throw new Problem('request.too_many', { retryAfter: state.ttlInSeconds });
}
