/* Papers over HTTP: a preview, the bytes of a paper, a scan brought in, a scan looked at. Everything is asked for by POST and comes inside an answer, so that
 * nothing of it stands in an address; a file's name is the paper's number and never a person's. Every opening of bytes needs a purpose and is in the ledger. */
import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { isId } from '../../kernel/id.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { compose, type Filling, findForm, mostScanBytes } from '../../modules/documents/index.ts';
import { findRow } from '../datasource.ts';
import { type FillRequest, fillForm } from '../documents/fill.ts';
import { render } from '../documents/makers.ts';
import { openSealed } from '../open.ts';
import { perform } from '../perform.ts';
import type { Serving } from './app.ts';
import { fileForm, formLimits } from './file-form.ts';
import { bodyOf } from './records.ts';

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
} as const;
type Ending = keyof typeof types;

const fileOf = (name: string, ending: Ending, base64: string) => ({
  name: `${name.replace(/[^\p{L}\p{N}]+/gu, '-')}.${ending}`,
  type: types[ending],
  base64,
});

const text = (value: unknown, most = 300): string | null =>
  typeof value === 'string' && value.length <= most && !value.includes('\u0000') ? value : null;

export async function documentRoutes(app: FastifyInstance, serving: Serving): Promise<void> {
  app.post('/api/documents/preview', request =>
    serving.as(request, async (db, { actor }) => {
      const body = bodyOf<FillRequest>(request);
      const form = findForm(body.form);
      if (!form) throw invalid({ field: 'form', reason: 'choice' });
      if (!isId(body.person)) throw invalid({ field: 'person', reason: 'id' });
      const filling = await fillForm(db, serving.keyring, actor, serving.now(), {
        person: body.person,
        form: form.code,
        authority: text(body.authority, 10),
        onBehalfOf: text(body.onBehalfOf, 120),
        signerTitle: text(body.signerTitle, 120),
        signerName: text(body.signerName, 120),
        entered: text(body.entered, 40_000),
        withSealed: body.withSealed === true,
        purpose: text(body.purpose),
      });
      return { blocks: compose(form, filling, null).blocks, blanks: filling.blanks, found: filling.found };
    }),
  );

  app.post('/api/documents/open', request =>
    serving.as(request, async (db, { actor }) => {
      const body = bodyOf<{ document: string; format: string; purpose: string }>(request);
      if (!isId(body.document)) throw invalid({ field: 'document', reason: 'id' });
      if (body.format !== 'docx' && body.format !== 'pdf')
        throw invalid({ field: 'format', reason: 'choice' });
      const row = await findRow(db, actor, 'document', body.document);
      if (!row || row.via === 'share') throw new Problem('person.not_shared');
      const open = (field: string) =>
        openSealed(db, serving.keyring, actor, serving.now(), {
          record: 'document',
          id: row.id,
          field,
          purpose: body.purpose as string,
        });
      if (row.paperNumber) {
        const { value } = await open(body.format);
        if (value === null) throw new Problem('record.not_found');
        return { file: fileOf(row.paperNumber as string, body.format, value) };
      }
      // A draft has no bytes yet: they are made anew from what it was filled in with, and say that it is a draft.
      const { value } = await open('filling');
      if (value === null) throw new Problem('record.not_found');
      const bytes = await render(JSON.parse(value) as Filling, null, body.format);
      return { file: fileOf('du-thao', body.format, bytes.toString('base64')) };
    }),
  );

  app.post('/api/documents/open-scan', request =>
    serving.as(request, async (db, { actor }) => {
      const body = bodyOf<{ scan: string; purpose: string }>(request);
      if (!isId(body.scan)) throw invalid({ field: 'scan', reason: 'id' });
      const row = await findRow(db, actor, 'scan', body.scan);
      if (!row || row.via === 'share') throw new Problem('person.not_shared');
      const { value } = await openSealed(db, serving.keyring, actor, serving.now(), {
        record: 'scan',
        id: row.id,
        field: 'content',
        purpose: body.purpose as string,
      });
      if (value === null) throw new Problem('record.not_found');
      const paper = row.document ? await findRow(db, actor, 'document', row.document as string) : null;
      return { file: fileOf(String(paper?.paperNumber ?? 'ban-quet'), row.scanType as Ending, value) };
    }),
  );

  await app.register(async scope => {
    await scope.register(multipart, { limits: formLimits(mostScanBytes) });
    scope.post('/api/documents/scan', async request => {
      const { actor, standing } = await serving.caller(request);
      const { bytes, input, id } = await fileForm(request, {
        reason: 'scan_too_large',
        params: { max: mostScanBytes },
      });
      const done = await perform(serving, standing, actor, {
        id,
        subject: id,
        act: 'scan.attach',
        input: { ...input, content: bytes.toString('base64') },
      });
      return { ok: true, scan: done.subject };
    });
  });
}
