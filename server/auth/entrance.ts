/* Who calls, for the handlers of signing in: the place, the address, the device and the session of the cookie, always read afresh; and the
 * one way in which a handler gives a browser its session. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem.ts';
import type { AuthDeps } from './deps.ts';
import { coarseDevice } from './device.ts';
import { findToken, getPlace, type Place, sessionCookie } from './place.ts';
import { type Found, requireFull, type SessionFinder, type WholeSession } from './session.ts';
import type { Caller } from './sign-in.ts';

export interface Entrance {
  readonly deps: AuthDeps;
  readonly finder: SessionFinder;
  /** The caller with the session of its cookie, read afresh. */
  caller(request: FastifyRequest): Promise<Caller & { place: Place }>;
  /** As `caller`, and somebody is there. @throws Problem `session.missing`. */
  known(request: FastifyRequest): Promise<Caller & { place: Place; current: Found }>;
  /** As `known`, wholly signed in. @throws Problem `session.missing`, `session.second_factor`. */
  full(request: FastifyRequest): Promise<Caller & { place: Place; current: WholeSession }>;
  /** Sets the cookie and forgets what was remembered; gives back what the browser may see. */
  enter<T extends { readonly token: string }>(place: Place, reply: FastifyReply, result: T): Omit<T, 'token'>;
}

/** A JSON schema for a body with exactly these fields. */
export function body(fields: Record<string, object>, required = Object.keys(fields)) {
  return { body: { type: 'object', required, additionalProperties: false, properties: fields } };
}

export function makeEntrance(deps: AuthDeps, finder: SessionFinder): Entrance {
  async function caller(request: FastifyRequest): Promise<Caller & { place: Place }> {
    const place = getPlace(deps.settings, request);
    const token = findToken(place, request.headers.cookie);
    const touch = request.headers['x-chungtay-background'] !== '1';
    const current = await finder.findSession(token, { fresh: true, touch });
    return { place, address: request.ip, device: coarseDevice(request.headers['user-agent']), current };
  }
  async function known(request: FastifyRequest) {
    const found = await caller(request);
    if (!found.current) throw new Problem('session.missing');
    return { ...found, current: found.current };
  }
  return {
    deps,
    finder,
    caller,
    known,
    async full(request) {
      const found = await caller(request);
      return { ...found, current: requireFull(found.current) };
    },
    enter(place, reply, { token, ...rest }) {
      finder.forget();
      reply.header('set-cookie', sessionCookie(place, token));
      return rest;
    },
  };
}
