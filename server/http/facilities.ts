/* The board of facilities over HTTP. POST like everything that is asked with a place or a need: what somebody looks for does not stand in an address. */
import type { FastifyInstance } from 'fastify';
import { type BoardRequest, boardOf, staysIn } from '../facilities.ts';
import type { Serving } from './app.ts';
import { bodyOf } from './records.ts';

export function facilityRoutes(app: FastifyInstance, serving: Serving): void {
  app.post('/api/facilities', request =>
    serving.read(request, (db, { actor }) =>
      boardOf(db, actor, serving.now(), bodyOf<BoardRequest>(request)),
    ),
  );

  app.post('/api/facilities/stays', request =>
    serving.read(request, (db, { actor }) => staysIn(db, actor, serving.now(), bodyOf(request))),
  );
}
