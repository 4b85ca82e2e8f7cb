/* The tablet's addresses, which know nobody and need no session: only the code of an invitation. The numbers an office may see about itself. And what interpreters
 * spoke for the tablet, brought in and heard by those who prepare it. */
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isId } from '../../kernel/id.ts';
import { maySeeAny } from '../../kernel/policy/policy.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { sharedWithRoles } from '../../modules/agencies/index.ts';
import { feedbackLanguages, mostRecordingBytes, spokenSentence } from '../../modules/feedback/index.ts';
import { policy } from '../../modules/index.ts';
import type { Db } from '../db/door.ts';
import { countFeedback, enterFeedback, findInvitation, giveFeedback } from '../feedback.ts';
import { perform } from '../perform.ts';
import { saidIn, voiceOf } from '../spoken.ts';
import type { Serving } from './app.ts';
import { fileForm, formLimits } from './file-form.ts';
import { bodyOf } from './records.ts';

export async function feedbackRoutes(app: FastifyInstance, serving: Serving): Promise<void> {
  const asSystem = <T>(work: (db: Db) => Promise<T>) => serving.door.as({ system: 'ct_system' }, work);

  app.post('/api/feedback/enter', request =>
    enterFeedback(serving.door, serving.now(), bodyOf<{ code: string }>(request).code),
  );

  app.post('/api/feedback/said', request =>
    asSystem(async db => {
      const found = await findInvitation(db, bodyOf<{ code: string }>(request).code, serving.now());
      return { said: await saidIn(db, found.language, found.office) };
    }),
  );

  app.post('/api/feedback/hear', request =>
    asSystem(async db => {
      const { code, id } = bodyOf<{ code: string; id: string }>(request);
      const { language } = await findInvitation(db, code, serving.now());
      if (!isId(id)) throw invalid({ field: 'id', reason: 'id' });
      return voiceOf(db, serving.keyring, id, language);
    }),
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

  const listener = async (request: FastifyRequest) => {
    const caller = await serving.caller(request);
    if (!maySeeAny(policy, caller.actor.role, spokenSentence)) throw new Problem('list.not_yours');
    return caller;
  };

  app.post('/api/feedback/sentences', async request => {
    const { actor } = await listener(request);
    const { language } = bodyOf<{ language: string }>(request);
    if (!(feedbackLanguages as readonly unknown[]).includes(language))
      throw invalid({ field: 'language', reason: 'choice' });
    return { said: await asSystem(db => saidIn(db, language!, actor.office)) };
  });

  app.post('/api/feedback/voice', async request => {
    await listener(request);
    const { id } = bodyOf<{ id: string }>(request);
    if (!isId(id)) throw invalid({ field: 'id', reason: 'id' });
    return asSystem(db => voiceOf(db, serving.keyring, id, null));
  });

  await app.register(async scope => {
    await scope.register(multipart, { limits: formLimits(mostRecordingBytes) });
    scope.post('/api/feedback/sentence', async request => {
      const { actor, standing } = await serving.caller(request);
      const { bytes, input, id } = await fileForm(request, {
        reason: 'recording_too_large',
        params: { max: Math.round(mostRecordingBytes / 1_000_000) },
      });
      const done = await perform(serving, standing, actor, {
        id,
        subject: id,
        act: 'spokenSentence.give',
        input: { ...input, content: bytes.toString('base64') },
      });
      return { ok: true, sentence: done.subject };
    });
  });
}
