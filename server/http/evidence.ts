/* Exhibits over HTTP: a file brought in, a file opened, who opened what, and all of it taken out for somebody who must be able to check it. Everything is asked for by POST and
 * comes inside an answer; a file's name is the number of its exhibit. */
import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { isId } from '../../kernel/id.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { mostExhibitBytes } from '../../modules/justice/index.ts';
import { findRow } from '../datasource.ts';
import { openingsOf } from '../evidence/entries.ts';
import { openExhibitFile, takeEvidence } from '../evidence/take.ts';
import { perform } from '../perform.ts';
import type { Serving } from './app.ts';
import { fileForm, formLimits } from './file-form.ts';
import { bodyOf } from './records.ts';

const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  webm: 'video/webm',
  zip: 'application/zip',
};
const fileOf = (name: string, ending: string, bytes: Uint8Array) => ({
  name: `${name}.${ending === 'other' ? 'bin' : ending}`,
  type: types[ending] ?? 'application/octet-stream',
  base64: Buffer.from(bytes).toString('base64'),
});

export async function evidenceRoutes(app: FastifyInstance, serving: Serving): Promise<void> {
  app.post('/api/exhibits/open', request =>
    serving.as(request, async (db, { actor }) => {
      const body = bodyOf<{ file: string; purpose: string }>(request);
      if (!isId(body.file)) throw invalid({ field: 'file', reason: 'id' });
      const file = await findRow(db, actor, 'exhibitFile', body.file);
      if (!file) throw new Problem('record.not_found');
      const bytes = await openExhibitFile(
        db,
        serving.keyring,
        actor,
        serving.now(),
        file,
        body.purpose as string,
      );
      const exhibit = await findRow(db, actor, 'exhibit', file.exhibit as string);
      return { file: fileOf(String(exhibit?.number), file.mediaType as string, bytes), hash: file.hash };
    }),
  );

  // Whoever sees an exhibit sees who opened its files: that is what the opening was entered for.
  app.post('/api/exhibits/openings', async request => {
    const { actor, standing } = await serving.caller(request);
    const { criminalCase } = bodyOf<{ criminalCase: string }>(request);
    if (!isId(criminalCase)) throw invalid({ field: 'criminalCase', reason: 'id' });
    const files = await serving.door.as(standing, async db => {
      if (!(await findRow(db, actor, 'criminalCase', criminalCase))) throw new Problem('record.not_found');
      return db.query<{ id: string }>('select id from exhibit_file where criminal_case = $1', [criminalCase]);
    });
    const openings = await openingsOf(
      serving.door,
      files.map(file => file.id),
    );
    return { openings };
  });

  app.post('/api/exhibits/export', async request => {
    const caller = await serving.caller(request);
    const { criminalCase, exhibit, purpose } = bodyOf<{
      criminalCase: string;
      exhibit: string;
      purpose: string;
    }>(request);
    const taken = await takeEvidence({ ...serving, ...caller }, { criminalCase, exhibit, purpose });
    return {
      rows: taken.exhibits,
      verifierKey: taken.verifierKey,
      files: [fileOf(`chung-cu-${taken.number}`, 'zip', taken.zip)],
    };
  });

  await app.register(async scope => {
    await scope.register(multipart, { limits: formLimits(mostExhibitBytes) });
    scope.post('/api/exhibits/file', async request => {
      const { actor, standing } = await serving.caller(request);
      const { bytes, input, id } = await fileForm(request, {
        reason: 'exhibit_too_large',
        params: { max: mostExhibitBytes / 1_000_000 },
      });
      const done = await perform(serving, standing, actor, {
        id,
        subject: id,
        act: 'exhibitFile.attach',
        input: { ...input, content: bytes.toString('base64') },
      });
      return { ok: true, file: done.subject };
    });
  });
}
