/* Taking out over HTTP. The answer carries the files inside JSON: the table and, beside it, what the table cannot say. */
import type { FastifyInstance } from 'fastify';
import { dayOf } from '../../kernel/day.ts';
import { invalid } from '../../kernel/problem.ts';
import { type ExportRequest, exportRecords } from '../exchange/export.ts';
import { withReader } from '../exchange/reader.ts';
import type { Serving } from './app.ts';
import { fileAnswer } from './imports.ts';
import { takeList } from './lists.ts';
import { bodyOf } from './records.ts';

interface Body {
  record: string;
  profile: string;
  filter: ExportRequest['filter'];
  ids: unknown;
  format: string;
  purpose: unknown;
  withSealed: unknown;
  onlyAllowed: unknown;
  columns: string;
}

function requestOf(body: Partial<Body>): ExportRequest & { format: 'csv' | 'xlsx' } {
  const oneOf = <T extends string>(field: string, value: unknown, options: readonly T[], fallback: T): T => {
    if (value === undefined || value === null) return fallback;
    if (!options.includes(value as T)) throw invalid({ field, reason: 'choice' });
    return value as T;
  };
  const text = (field: string, value: unknown, most: number): string | null => {
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string' || value.length > most || value.includes('\u0000') || !value.isWellFormed())
      throw invalid({ field, reason: 'text' });
    return value;
  };
  if (body.ids !== undefined && (!Array.isArray(body.ids) || !body.ids.every(id => typeof id === 'string')))
    throw invalid({ field: 'ids', reason: 'list' });
  if (body.withSealed !== undefined && typeof body.withSealed !== 'boolean')
    throw invalid({ field: 'withSealed', reason: 'flag' });
  return {
    record: text('record', body.record ?? 'person', 80) ?? 'person',
    profile: oneOf('profile', body.profile, ['htcds', 'list'], 'list'),
    format: oneOf('format', body.format, ['csv', 'xlsx'], 'xlsx'),
    columns: oneOf<'all' | 'core' | 'used'>('columns', body.columns, ['all', 'core', 'used'], 'all'),
    filter: body.filter,
    ...(body.ids === undefined ? {} : { ids: body.ids as string[] }),
    purpose: text('purpose', body.purpose, 300),
    withSealed: body.withSealed === true,
    onlyAllowed: text('onlyAllowed', body.onlyAllowed, 40),
  };
}

export function exportRoutes(app: FastifyInstance, serving: Serving): void {
  app.post('/api/export/list', async request => {
    const { list, asked, purpose } = bodyOf<{ list: unknown; asked: unknown; purpose: unknown }>(request);
    const { name, rows, sheets } = await takeList(serving, request, { list, asked, purpose });
    const bytes = await withReader(reader => reader.write('xlsx', sheets));
    return { rows, files: [fileAnswer(`${name}-${dayOf(serving.now())}.xlsx`, 'xlsx', bytes)] };
  });

  app.post('/api/export', async request => {
    const { format, ...wanted } = requestOf(bodyOf<Body>(request));
    const now = serving.now();
    const done = await serving.as(request, (db, { actor }) =>
      exportRecords(db, serving.keyring, actor, now, actor.lang, wanted),
    );
    const name = `${wanted.profile === 'htcds' ? 'htcds' : wanted.record}-${dayOf(now)}`;
    const bytes = await withReader(reader =>
      reader.write(format, [
        { name: wanted.profile === 'htcds' ? 'HTCDS' : wanted.record, rows: done.table },
      ]),
    );
    const sidecar = Buffer.from(JSON.stringify(done.sidecar, null, 1));
    return {
      rows: done.rows,
      leftOut: done.leftOut,
      withheld: done.withheld,
      consentRefused: done.consentRefused,
      files: [
        fileAnswer(`${name}.${format}`, format, bytes),
        fileAnswer(`${name}.sidecar.json`, 'json', sidecar),
      ],
    };
  });
}
