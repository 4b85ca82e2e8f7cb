/* The officer's own account beyond signing in (the delegations she gave), and what an administrator does to another officer's sign-in. The latter asks for a
 * second factor given within ten minutes, for whoever can start a reset could otherwise take over any account from an unlocked screen.
 * Viewing as a role changes nothing on the server: the screen asks for that role's permissions and shows plainly invented rows. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isId } from '../../kernel/id.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import {
  endAllSessions,
  endFactors,
  findSignIn,
  findToken,
  getPlace,
  passwordReset,
  requireFresh,
  requireFull,
} from '../auth/index.ts';
import type { Serving } from './app.ts';
import { bodyOf } from './records.ts';

const freshMinutes = 10;

export function accountRoutes(app: FastifyInstance, serving: Serving): void {
  const { auth, finder } = serving;

  app.post('/api/account/delegations', request =>
    serving.as(request, async (db, { actor }) => {
      const rows = await db.query(
        `select p.id, p.officer, o.name as "officerName", p.role, p.valid_from as "validFrom", p.valid_to as "validTo", p.reason
           from post p join officer o on o.id = p.officer where p.delegated_from = $1 order by p.valid_from desc`,
        [actor.post],
      );
      return { given: rows };
    }),
  );

  /** The administrator who asks and the officer it is about. @throws Problem `act.not_yours`, `session.stale`. */
  const about = async (request: FastifyRequest, { fresh }: { fresh: boolean }) => {
    const { actor, standing } = await serving.caller(request);
    if (actor.role !== 'administrator') throw new Problem('act.not_yours', { act: 'officer.sign_in' });
    const { officer } = bodyOf<{ officer: string }>(request);
    if (!isId(officer)) throw invalid({ field: 'officer', reason: 'id' });
    const known = await serving.door.as(standing, db =>
      db.query('select from officer where id = $1', [officer]),
    );
    if (known.length === 0) throw new Problem('record.not_found');
    if (fresh) {
      if (officer === actor.officer) throw new Problem('act.not_yours', { act: 'officer.sign_in' });
      const token = findToken(getPlace(auth.settings, request), request.headers.cookie);
      requireFresh(
        requireFull(await finder.findSession(token, { fresh: true })).session,
        freshMinutes,
        serving.now(),
      );
    }
    return { officer, by: actor.officer };
  };

  app.post('/api/account/sign-in', async request => {
    const { officer } = await about(request, { fresh: false });
    return auth.asAuth(db => findSignIn(db, officer, serving.now()));
  });

  // The code is shown once; it chooses a password and does not replace the second factor.
  app.post('/api/account/reset', async request => {
    const { officer, by } = await about(request, { fresh: true });
    return auth.asAuth(db => passwordReset.start(auth, db, { officer, by }));
  });

  app.post('/api/account/end-sessions', async request => {
    const { officer, by } = await about(request, { fresh: true });
    const ended = await auth.asAuth(db => endAllSessions(auth, db, { officer, by }));
    finder.forget();
    return { ended };
  });

  app.post('/api/account/end-factors', async request => {
    const { officer, by } = await about(request, { fresh: true });
    await auth.asAuth(db => endFactors(auth, db, { officer, by }));
    finder.forget();
    return { ended: true };
  });
}
