/* The HTTP face of signing in: thin handlers that find out who calls, run one flow and set or take the cookie. `installGuard` must stand
 * on the same server before these. Nothing here tells whether an account exists, and no answer may be kept by a cache. */
import type { FastifyInstance } from 'fastify';
import { Problem } from '../../kernel/problem.ts';
import type { AuthDeps } from './deps.ts';
import { body, makeEntrance } from './entrance.ts';
import { factorRoutes } from './factor-routes.ts';
import { isPassword, makeLine } from './password-hash.ts';
import { makeSessionFinder, type SessionFinder } from './session.ts';
import { sessionRoutes } from './session-routes.ts';
import { changePassword, resetPassword, signInWithPassword } from './sign-in.ts';

const text = (most: number) => ({ type: 'string', minLength: 1, maxLength: most }) as const;

/**
 * Declares `/api/auth/…` and `/api/session…`. Gives the resolver the rest of the server uses for every request.
 * @throws Error when the second factor is switched off outside the invented province.
 */
export async function authRoutes(app: FastifyInstance, deps: AuthDeps): Promise<SessionFinder> {
  if (deps.settings.secondFactor === 'off' && !deps.settings.invented) {
    throw new Error('The second factor can only be switched off in the invented province.');
  }
  const line = makeLine();
  const finder = makeSessionFinder(deps);
  const entrance = makeEntrance(deps, finder);
  // The stand-in hash is made now, so that the first unknown account is not slower than the first known one.
  await isPassword('', null);

  await app.register(async scope => {
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });
    scope.setErrorHandler((error, _request, reply) => {
      if (error instanceof Problem && typeof error.details.retryAfter === 'number') {
        reply.header('retry-after', error.details.retryAfter);
      }
      throw error;
    });

    scope.post<{ Body: { email: string; password: string } }>(
      '/api/auth/password',
      { schema: body({ email: text(254), password: text(512) }) },
      async (request, reply) => {
        const caller = await entrance.caller(request);
        return entrance.enter(
          caller.place,
          reply,
          await signInWithPassword(deps, line, caller, request.body),
        );
      },
    );

    scope.post<{ Body: { current: string; password: string } }>(
      '/api/auth/password/change',
      { schema: body({ current: text(512), password: text(512) }) },
      async (request, reply) => {
        const caller = await entrance.known(request);
        return entrance.enter(caller.place, reply, await changePassword(deps, line, caller, request.body));
      },
    );

    scope.post<{ Body: { email: string; code: string; password: string } }>(
      '/api/auth/reset',
      { schema: body({ email: text(254), code: text(64), password: text(512) }) },
      async (request, reply) => {
        const caller = await entrance.caller(request);
        await resetPassword(deps, line, caller, request.body);
        finder.forget();
        return reply.code(204).send();
      },
    );

    factorRoutes(scope, entrance);
    sessionRoutes(scope, entrance);
  });
  return finder;
}
