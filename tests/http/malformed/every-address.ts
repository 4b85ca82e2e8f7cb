/* Every address the server declares, with what no page of ours sends it. */
import { describe, expect, it } from 'vitest';
import openapi from '../../../generated/openapi.json' with { type: 'json' };
import { acts } from '../../../modules/index.ts';
import { hostileBodies } from '../../support/hostile.ts';
import { callerFor, callers, judge, routes, send } from './sent.ts';

export function everyAddress(): void {
  describe('every address the server declares', () => {
    it('is there, the acts among them', () => {
      expect(routes.length).toBeGreaterThan(30);
      // Both ways, method by method: an address nobody described is one this test could not send nonsense to.
      const inWords = Object.entries(openapi.paths)
        // What stands in an address itself is no body: an act's name and a calendar's key are tried elsewhere.
        .filter(([url]) => !url.startsWith('/api/act/') && !url.includes('{'))
        .flatMap(([url, methods]) => Object.keys(methods).map(method => `${method.toUpperCase()} ${url}`));
      expect(inWords.sort()).toEqual(routes.map(({ url, method }) => `${method} ${url}`).sort());
      expect(Object.keys(openapi.paths).filter(path => path.startsWith('/api/act/')).length).toBe(
        acts.length,
      );
    });

    it('refuses what is no JSON, or no object, or of another type', async () => {
      let turn = 0;
      for (const { url } of routes.filter(({ method }) => method === 'POST'))
        for (const { type, body } of hostileBodies) {
          const caller = callerFor(url, turn++);
          const answer = await send(caller, url, body, {
            raw: true,
            headers: type === undefined ? {} : { 'content-type': type },
          });
          judge(answer, caller, { url, type, body: body.slice(0, 80) });
        }
    }, 120_000);

    it('refuses another method, and a page of another site', async () => {
      for (const { url, method } of routes)
        for (const other of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter(
          one => one !== method,
        )) {
          const caller = callerFor(url, url.length + other.length);
          judge(
            await send(caller, url, other === 'GET' || other === 'OPTIONS' ? undefined : {}, {
              method: other,
            }),
            caller,
            { url, other },
          );
        }
      const headers: Record<string, string>[] = [
        { origin: 'https://laocai.example.com' },
        { 'x-chungtay': '0' },
        { 'sec-fetch-site': 'cross-site' },
        { host: 'a b' },
        { host: '' },
        { host: '10.0.0.7:3000' },
        { host: 'laocai.gov.vn' },
        { origin: 'null' },
      ];
      for (const { url, method } of routes.filter(route => route.method === 'POST'))
        for (const header of headers) {
          const answer = await send(callers.at(-1)!, url, {}, { method, headers: header });
          judge(answer, callers.at(-1)!, { url, header });
          expect(answer.status).toBe(403);
        }
    }, 120_000);

    it('answers nobody but with signing in', async () => {
      const open = new Set([
        '/api/session',
        '/api/auth/password',
        '/api/auth/cast',
        '/api/auth/reset',
        '/api/auth/sign-out',
        '/api/auth/passkey/options',
        '/api/auth/passkey',
        // The tablet a person speaks to has a code and no session.
        '/api/feedback/enter',
        '/api/feedback/said',
        '/api/feedback/hear',
        '/api/feedback/give',
      ]);
      for (const { url, method } of routes.filter(route => !open.has(route.url))) {
        const answer = await send(callers.at(-1)!, url, method === 'POST' ? {} : undefined, { method });
        judge(answer, callers.at(-1)!, url);
        expect([url, answer.status === 401 || answer.status === 422]).toEqual([url, true]);
      }
    });

    it('stands a cookie that is none', async () => {
      for (const cookie of [
        'ct=',
        'ct=x',
        `ct=${'a'.repeat(43)}`,
        `ct=${'a'.repeat(43)}; ct=${'b'.repeat(43)}`,
        `__Host-ct=${'a'.repeat(43)}`,
        '=;;=',
        'ct=%00',
        `__Host-ct=${'x'.repeat(8000)}`,
        '__Host-ct="',
        'é',
      ])
        for (const url of ['/api/list', '/api/session', '/api/auth/sign-out', '/api/act/person.register']) {
          const answer = await send(callers.at(-1)!, url, url === '/api/session' ? undefined : {}, {
            method: url === '/api/session' ? 'GET' : 'POST',
            headers: { cookie },
          });
          judge(answer, callers.at(-1)!, { cookie, url });
        }
    });
  });
}
