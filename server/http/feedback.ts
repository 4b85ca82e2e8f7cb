/* The tablet's two addresses, which know nobody and need no session: only the code of an invitation. And the numbers an office may see about itself. */
import type { FastifyInstance } from 'fastify';
import { Problem } from '../../kernel/problem.ts';
import { sharedWithRoles } from '../../modules/agencies/index.ts';
import { countFeedback, enterFeedback, giveFeedback } from '../feedback.ts';
import type { Serving } from './app.ts';
import { bodyOf } from './records.ts';

export function feedbackRoutes(app: FastifyInstance, serving: Serving): void {
  app.post('/api/feedback/enter', request =>
    enterFeedback(serving.door, serving.now(), bodyOf<{ code: string }>(request).code),
  );

  app.post('/api/feedback/give', request => {
    const { code, answers } = bodyOf<{ code: string; answers: object }>(request);
    return giveFeedback(serving.door, serving.keyring, serving.now(), code, answers);
  });

  app.post('/api/feedback/counts', async request => {
    const { actor } = await serving.caller(request);
    if (![...sharedWithRoles, 'secretary', 'auditor'].includes(actor.role))
      throw new Problem('act.not_yours', { act: 'feedback.count' });
    return { counts: await countFeedback(serving.door, actor, serving.now()) };
  });
}
