/* The session itself over HTTP: who am I, another post, another language, my other devices, and out. Ending is at once: the row is ended
 * in the database before the answer is sent. The invented province's one-press entry is here too; elsewhere its address does not exist. */
import type { FastifyInstance } from 'fastify';
import { dayOf } from '../../kernel/day.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Db, Id } from './deps.ts';
import { findCast, findPosts } from './directory.ts';
import { body, type Entrance } from './entrance.ts';
import { sessionCookie } from './place.ts';
import { endSession, endSessionsOf, type Found, listSessions, requireFull } from './session.ts';
import { changePost, continueSignIn, findStanding, type Next, nextStep, settle } from './sign-in.ts';

const UUID = { type: 'string', format: 'uuid' } as const;

export function sessionRoutes(app: FastifyInstance, entrance: Entrance): void {
  const { deps, finder } = entrance;

  app.get('/api/session', async request => {
    const { place, current } = await entrance.caller(request);
    const here = { invented: deps.settings.invented, passkeys: place.rpId !== null };
    if (current?.session.stage !== 'full') {
      const next = current && (await deps.asAuth(db => findNext(db, current)));
      return { signedOut: true, ...here, ...(next ? { next } : {}), ...(await deps.greet(null)) };
    }
    const whole = requireFull(current);
    const { session, officer, post } = whole;
    const [posts, lang] = await deps.asAuth(async db => [
      await findPosts(db, officer.id, dayOf(deps.now())),
      await findLang(db, officer.id),
    ]);
    const { id, secondFactorAt, idleUntil, endsAt } = session;
    const own = { id, officer, post, posts, lang, secondFactorAt, idleUntil, endsAt };
    return { ...here, ...own, ...(await deps.greet(whole)) };
  });

  app.post<{ Body: { post: Id } }>(
    '/api/session/post',
    { schema: body({ post: UUID }) },
    async (request, reply) => {
      const caller = await entrance.full(request);
      return entrance.enter(caller.place, reply, await changePost(deps, caller, request.body.post));
    },
  );

  app.post<{ Body: { lang: 'vi' | 'en' } }>(
    '/api/session/lang',
    { schema: body({ lang: { type: 'string', enum: ['vi', 'en'] } }) },
    async (request, reply) => {
      const { current } = await entrance.full(request);
      await deps.asAuth(db =>
        db.query(
          `insert into auth.preference (officer_id, lang) values ($1, $2)
           on conflict (officer_id) do update set lang = excluded.lang`,
          [current.officer.id, request.body.lang],
        ),
      );
      finder.forget();
      return reply.code(204).send();
    },
  );

  app.post('/api/auth/sessions', async request => {
    const { current } = await entrance.full(request);
    const sessions = await deps.asAuth(db => listSessions(db, current.officer.id, deps.now()));
    return { items: sessions.map(one => ({ ...one, current: one.id === current.session.id })) };
  });

  app.post<{ Body: { id: Id } }>(
    '/api/auth/sessions/end',
    { schema: body({ id: UUID }) },
    async (request, reply) => {
      const { current } = await entrance.full(request);
      const officer = current.officer.id;
      await deps.asAuth(async db => {
        const session = { id: request.body.id, officer };
        if (!(await endSession(db, session, 'ended_by_officer', deps.now())))
          throw new Problem('record.not_found');
        await deps.record(db, { name: 'session.ended', at: deps.now(), officer, session: session.id });
      });
      finder.forget();
      return reply.code(204).send();
    },
  );

  app.post('/api/auth/sessions/end-others', async request => {
    const { current } = await entrance.full(request);
    const { officer, session } = current;
    const ended = await deps.asAuth(async db => {
      const count = await endSessionsOf(db, officer.id, 'ended_by_officer', deps.now(), session.id);
      const event = { officer: officer.id, session: session.id, details: { ended: count } };
      await deps.record(db, { name: 'session.ended', at: deps.now(), ...event });
      return count;
    });
    finder.forget();
    return { ended };
  });

  app.post('/api/auth/sign-out', async (request, reply) => {
    const { place, current } = await entrance.caller(request);
    if (current) {
      const { id, officerId: officer } = current.session;
      await deps.asAuth(async db => {
        await endSession(db, { id, officer }, 'signed_out', deps.now());
        await deps.record(db, { name: 'session.ended', at: deps.now(), officer, session: id });
      });
      finder.forget();
    }
    reply.header('set-cookie', sessionCookie(place, null));
    // Not "storage": what an offline post has not sent yet is kept there, sealed.
    reply.header('clear-site-data', '"cache", "cookies"');
    return reply.code(204).send();
  });

  app.post<{ Body: { key: string } }>(
    '/api/auth/cast',
    { schema: body({ key: { type: 'string', minLength: 1, maxLength: 60 } }) },
    async (request, reply) => {
      if (!deps.settings.invented) throw new Problem('request.unknown');
      const caller = await entrance.caller(request);
      const result = await settle(deps, async db => {
        const officer = await findCast(db, request.body.key);
        if (officer === null) return { problem: new Problem('record.not_found') };
        await deps.record(db, { name: 'cast.entered', at: deps.now(), officer, session: null });
        return continueSignIn(deps, db, caller, { officer, secondFactorAt: deps.now(), continues: false });
      });
      return entrance.enter(caller.place, reply, result);
    },
  );
}

async function findNext(db: Db, current: Found): Promise<Next> {
  const { session } = current;
  return nextStep(await findStanding(db, session.officerId), session.secondFactorAt !== null, 'required');
}

async function findLang(db: Db, officer: Id): Promise<'vi' | 'en'> {
  const rows = await db.query<{ lang: 'vi' | 'en' }>(
    `select coalesce(p.lang, o.lang) as lang
       from public.officer o left join auth.preference p on p.officer_id = o.id where o.id = $1`,
    [officer],
  );
  return rows[0]?.lang ?? 'vi';
}
