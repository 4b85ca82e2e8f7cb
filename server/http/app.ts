/* The HTTP face. Names and numbers of people never stand in an address, so everything that reads or writes them is a POST; handlers are thin: find out who
 * calls, hand over, answer. One log line a request, with the route's pattern and a duration, and nothing of what was in it. */
import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import helmet from 'helmet';
import type { Instant } from '../../kernel/day.ts';
import type { LedgerEntry } from '../../kernel/ledger/entry.ts';
import { Problem } from '../../kernel/problem.ts';
import { type Caller, makeActors } from '../actor.ts';
import {
  type AuthDeps,
  authRoutes,
  findToken,
  getPlace,
  installGuard,
  requireFull,
  type SessionFinder,
} from '../auth/index.ts';
import type { Db, Door, How } from '../db/door.ts';
import type { makeDeadlineBoard } from '../deadlines.ts';
import { makeEntering } from '../ledger/shown.ts';
import type { Performing } from '../perform.ts';
import type { Keyring } from '../seal/keyring.ts';
import { accountRoutes } from './account.ts';
import { deadlineRoutes } from './deadlines.ts';
import { documentRoutes } from './documents.ts';
import { evidenceRoutes } from './evidence.ts';
import { exportRoutes } from './exports.ts';
import { facilityRoutes } from './facilities.ts';
import { feedbackRoutes } from './feedback.ts';
import { flowRoutes } from './flow.ts';
import { importRoutes } from './imports.ts';
import { ledgerRoutes } from './ledger.ts';
import { pages } from './pages.ts';
import { installProblems, refuseAddress } from './problems.ts';
import { recordRoutes } from './records.ts';
import { referenceRoutes } from './reference.ts';
import { supportAccountRoutes } from './support-accounts.ts';

export interface AppDeps extends Performing {
  readonly door: Door;
  readonly keyring: Keyring;
  readonly auth: AuthDeps;
  readonly limits: ReturnType<typeof makeDeadlineBoard>;
  readonly version: string;
  now(): Instant;
  log(line: object): void;
  /** False in tests that do not need the screens. */
  readonly pages?: boolean;
}

export interface Serving extends AppDeps {
  readonly finder: SessionFinder;
  /** Who calls, wholly signed in. */
  caller(request: FastifyRequest): Promise<Caller>;
  /** Runs work under the caller's rights in one transaction. */
  as<T>(request: FastifyRequest, work: (db: Db, caller: Caller) => Promise<T>): Promise<T>;
  /** The same for work that writes nothing; what it shows is entered in the ledger before this answers. */
  read<T>(
    request: FastifyRequest,
    work: (db: Db, caller: Caller) => Promise<T>,
    how?: Pick<How, 'walk'>,
  ): Promise<T>;
}

export async function makeApp(deps: AppDeps): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    bodyLimit: 256 * 1024,
    trustProxy: process.env.CHUNGTAY_TRUST_PROXY === '1',
    routerOptions: { maxParamLength: 60 },
    forceCloseConnections: true,
    frameworkErrors: refuseAddress,
  });
  const tokenOf = (request: FastifyRequest) =>
    findToken(getPlace(deps.auth.settings, request), request.headers.cookie);
  installProblems(
    app,
    deps.log,
    async request => (await finder.findSession(tokenOf(request), { touch: false }))?.lang,
  );
  await app.register(cookie);
  // Built once; the plugin for fastify puts the same headers together anew for every answer.
  const secure = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        // React Aria positions its overlays by the style attribute; attributes only, no style elements.
        'style-src-attr': ["'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'media-src': ['blob:'],
        'connect-src': ["'self'"],
        'manifest-src': ["'self'"],
        'worker-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'object-src': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: deps.auth.settings.publicUrl?.startsWith('https:')
      ? { maxAge: 31_536_000 }
      : false,
  });
  app.addHook('onRequest', (request, reply, done) => secure(request.raw, reply.raw, done as () => void));
  app.addHook('onResponse', async (request, reply) => {
    if (request.url.startsWith('/api/'))
      deps.log({
        level: 'info',
        at: new Date().toISOString(),
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      });
  });
  app.addHook('onSend', async (request, reply, payload) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    return payload;
  });
  app.get('/healthz', async (_request, reply) => {
    try {
      await deps.door.as({ system: 'ct_system' }, db => db.query('select 1'));
      return { ok: true, version: deps.version };
    } catch {
      reply.code(503);
      return { ok: false, version: deps.version };
    }
  });
  await installGuard(app, deps.auth);
  const finder = await authRoutes(app, deps.auth);
  const callerOf = makeActors(deps.door);
  const enterShown = makeEntering(deps.door);
  const caller = async (request: FastifyRequest): Promise<Caller> => {
    const found = await finder.findSession(tokenOf(request), {
      touch: request.headers['x-chungtay-background'] !== '1',
    });
    if (found) (request as { lang?: string }).lang = found.lang;
    return callerOf(requireFull(found));
  };
  const serving: Serving = {
    ...deps,
    finder,
    committed(act) {
      deps.committed?.(act);
      if (act.record === 'exceptionAccess') callerOf.forget();
      // A post that was ended is refused from the next request on, not when what is remembered of it grows old.
      if (act.record === 'post' || act.record === 'officer') finder.forget();
      if (act.record === 'exceptionAccess') callerOf.forget();
    },
    caller,
    async as(request, work) {
      const known = await caller(request);
      return deps.door.as(known.standing, db => work(db, known));
    },
    async read(request, work, how) {
      const known = await caller(request);
      const entries: LedgerEntry[] = [];
      const shown = (entry: LedgerEntry) => void entries.push(entry);
      const answer = await deps.door.as(known.standing, db => work({ ...db, shown }, known), {
        ...how,
        reading: true,
      });
      await enterShown(known.standing, entries);
      return answer;
    },
  };
  recordRoutes(app, serving);
  referenceRoutes(app, serving);
  facilityRoutes(app, serving);
  deadlineRoutes(app, serving);
  flowRoutes(app, serving);
  ledgerRoutes(app, serving);
  accountRoutes(app, serving);
  supportAccountRoutes(app, serving);
  await importRoutes(app, serving);
  exportRoutes(app, serving);
  await feedbackRoutes(app, serving);
  await documentRoutes(app, serving);
  await evidenceRoutes(app, serving);
  app.all('/api/*', async () => {
    throw new Problem('request.unknown');
  });
  if (deps.pages !== false) await pages(app);
  return app;
}
