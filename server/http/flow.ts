/* The figures of flow and the lists behind them. POST like every reading: what somebody counts does not stand in the server's address. */
import type { FastifyInstance } from 'fastify';
import { makeFlow, readBehind } from '../flow.ts';
import type { Serving } from './app.ts';
import { bodyOf } from './records.ts';

export function flowRoutes(app: FastifyInstance, serving: Serving): void {
  const figures = makeFlow(serving.door, serving.now);
  app.post('/api/flow', async request => figures(await serving.caller(request)));

  app.post('/api/flow/list', request =>
    serving.read(request, (db, { actor }) => readBehind(db, actor, serving.now(), bodyOf(request))),
  );
}
