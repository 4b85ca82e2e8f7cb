/* Bringing in over HTTP: a file is given, understood, mapped, looked at, brought in, reported. Every answer is a view of the job; what is decided about a job
 * is an act like any other. The content of rows is only ever shown in the preview, to the office whose file it is. */
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AlikeCandidate, Outcome } from '../../kernel/act/act.ts';
import { parseDay } from '../../kernel/day.ts';
import type { Language } from '../../kernel/fields/kind.ts';
import { isId, newId } from '../../kernel/id.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { receivingRoles } from '../../modules/agencies/index.ts';
import { limits, previewImport } from '../../modules/exchange/index.ts';
import { routes } from '../../modules/intake/index.ts';
import { comparePrepared, type PreparedPerson, preparePerson } from '../../modules/people/names/index.ts';
import { mostLines } from '../../modules/reception/index.ts';
import type { Caller } from '../actor.ts';
import { findRow } from '../datasource.ts';
import {
  contentOf,
  importKeys,
  makeJobs,
  type ReportLine,
  reportOf,
  sweepImports,
} from '../exchange/jobs.ts';
import { openReader, type Reader, withReader } from '../exchange/reader.ts';
import { reportTable } from '../exchange/report.ts';
import { targetNames } from '../exchange/targets.ts';
import type { ImportPlan, PlannedRow, Understanding } from '../exchange/understand.ts';
import { withUnits } from '../exchange/units.ts';
import { tell } from '../ledger/write.ts';
import { findAlike } from '../likeness.ts';
import { listRows } from '../list.ts';
import { perform } from '../perform.ts';
import type { Serving } from './app.ts';
import { bodyOf } from './records.ts';

const shown = 50;
/** Bytes of a file that holds the list of a group; more is an import. */
const mostOfList = 2_000_000;
const reportPage = 200;

/** @throws Problem `act.not_yours` for everybody who does not open files. */
async function receiver(serving: Serving, request: FastifyRequest): Promise<Caller> {
  const known = await serving.caller(request);
  if (!(receivingRoles as readonly string[]).includes(known.actor.role))
    throw new Problem('act.not_yours', { act: 'person.import' });
  return known;
}

/** The one file of a form. What a broken form throws is the sender's fault, whatever it is. */
async function fileOf(request: FastifyRequest): Promise<{ bytes: Uint8Array; fileName: string }> {
  if (!request.isMultipart()) throw new Problem('request.media_type');
  try {
    const part = await request.file();
    if (!part) throw new Problem('import.no_rows');
    const bytes = await part.toBuffer();
    return { bytes, fileName: cleanName(part.filename) };
  } catch (error) {
    if (error instanceof Problem) throw error;
    const code = (error as { code?: string }).code;
    if (code === 'FST_REQ_FILE_TOO_LARGE')
      throw new Problem('import.too_large', { why: 'file_too_large', max: limits.fileBytes }, [
        { field: 'file', reason: 'import_file_too_large', params: { max: limits.fileBytes } },
      ]);
    throw new Problem('input.malformed');
  }
}

const cleanName = (name: unknown): string => {
  const text = (typeof name === 'string' ? name : '')
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/^.*[\\/]/, '')
    .trim();
  return text === '' ? 'file' : text.slice(-120);
};

/** The parts of a plan a caller may choose, checked; everything else of it stays what it was. */
function planFrom(before: ImportPlan, raw: unknown): ImportPlan {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw invalid({ field: 'plan', reason: 'object' });
  const given = raw as Record<string, unknown>;
  const plan: { -readonly [K in keyof ImportPlan]: ImportPlan[K] } = { ...before };
  if (given.profile !== undefined) {
    if (given.profile !== 'htcds' && given.profile !== 'table')
      throw invalid({ field: 'profile', reason: 'choice' });
    if (given.profile !== before.profile)
      for (const name of ['columns', 'headerRow', 'answers', 'sheet'] as const) delete plan[name];
    plan.profile = given.profile;
  }
  if (given.sheet !== undefined) {
    if (typeof given.sheet !== 'string' || given.sheet.length > 200)
      throw invalid({ field: 'sheet', reason: 'text' });
    if (given.sheet !== before.sheet) for (const name of ['columns', 'headerRow'] as const) delete plan[name];
    plan.sheet = given.sheet;
  }
  if (given.headerRow !== undefined) {
    if (
      !Number.isInteger(given.headerRow) ||
      (given.headerRow as number) < 0 ||
      (given.headerRow as number) > 1000
    )
      throw invalid({ field: 'headerRow', reason: 'whole' });
    if (given.headerRow !== before.headerRow) delete plan.columns;
    plan.headerRow = given.headerRow as number;
  }
  if (given.columns !== undefined) plan.columns = columnsFrom(given.columns);
  if (given.answers !== undefined) plan.answers = answersFrom(given.answers);
  if (given.arrival !== undefined) plan.arrival = arrivalFrom(given.arrival);
  return plan;
}

function columnsFrom(raw: unknown): Record<string, string | null> {
  if (
    typeof raw !== 'object' ||
    raw === null ||
    Array.isArray(raw) ||
    Object.keys(raw).length > limits.columns
  )
    throw invalid({ field: 'columns', reason: 'object' });
  const used = new Set<string>();
  for (const [column, target] of Object.entries(raw)) {
    if (!/^\d{1,4}$/.test(column)) throw invalid({ field: 'columns', reason: 'value' });
    if (target !== null && !(targetNames as readonly unknown[]).includes(target))
      throw invalid({ field: `columns.${column}`, reason: 'choice' });
    if (target !== null && used.has(target))
      throw invalid({ field: `columns.${column}`, reason: 'import_target_twice' });
    if (target !== null) used.add(target as string);
  }
  return { ...(raw as Record<string, string | null>) };
}

function answersFrom(raw: unknown): NonNullable<ImportPlan['answers']> {
  const given = (typeof raw === 'object' && raw !== null ? raw : {}) as Record<string, unknown>;
  const oneOf = <T extends string>(field: string, value: unknown, options: readonly T[]): T | undefined => {
    if (value === undefined || value === null) return undefined;
    if (!options.includes(value as T)) throw invalid({ field, reason: 'choice' });
    return value as T;
  };
  const disputedColumns = oneOf('disputedColumns', given.disputedColumns, ['labels', 'names'] as const);
  const dayOrder = oneOf('dayOrder', given.dayOrder, ['day-first', 'month-first'] as const);
  return { ...(disputedColumns ? { disputedColumns } : {}), ...(dayOrder ? { dayOrder } : {}) };
}

function arrivalFrom(raw: unknown): ImportPlan['arrival'] {
  if (raw === null) return null;
  const { route, day } = (typeof raw === 'object' ? raw : {}) as { route?: unknown; day?: unknown };
  if (!(routes as readonly unknown[]).includes(route))
    throw invalid({ field: 'arrival.route', reason: 'choice' });
  if (typeof day !== 'string' || !parseDay(day)) throw invalid({ field: 'arrival.day', reason: 'day' });
  return { route: route as string, day };
}

export async function importRoutes(app: FastifyInstance, serving: Serving): Promise<void> {
  const jobs = makeJobs(serving, serving.log);
  app.addHook('onClose', () => jobs.close());

  /** The job as a screen shows it. A running job nobody works on is taken up again by its own officer's request. */
  async function view(caller: Caller, id: unknown) {
    if (!isId(id)) throw invalid({ field: 'id', reason: 'id' });
    const row = await serving.door.as(caller.standing, db => findRow(db, caller.actor, 'importJob', id));
    if (!row) throw new Problem('record.not_found');
    if (
      row.state === 'running' &&
      row.startedBy === caller.actor.officer &&
      row.office === caller.actor.office
    )
      jobs.goOn(id, caller);
    const { plan: _plan, content, report, runner: _runner, leaseUntil: _lease, ...rest } = row;
    return { ...rest, hasFile: content !== null, hasReport: report !== null };
  }

  async function keptFile(caller: Caller, id: unknown) {
    if (!isId(id)) throw invalid({ field: 'id', reason: 'id' });
    const kept = await serving.door.as(caller.standing, db => contentOf(db, serving.keyring, id));
    if (!kept) throw new Problem('record.not_found');
    return kept;
  }

  async function understood<T>(
    caller: Caller,
    id: unknown,
    work: (reader: Reader, read: { understanding: Understanding; plan: ImportPlan }) => Promise<T>,
  ): Promise<T> {
    const kept = await keptFile(caller, id);
    return withReader(async reader => {
      await reader.open(kept.packed, kept.fileName);
      return work(reader, await reader.read(kept.plan));
    });
  }

  await app.register(async scope => {
    await scope.register(multipart, {
      limits: { fileSize: limits.fileBytes, files: 1, fields: 5, parts: 6, fieldSize: 1000, headerPairs: 50 },
    });
    // A list that somebody is about to look at: read, given back, kept nowhere.
    scope.post('/api/imports/rows', async request => {
      await receiver(serving, request);
      const { bytes, fileName } = await fileOf(request);
      if (bytes.length > mostOfList)
        throw new Problem('import.too_large', { why: 'file_too_large', max: mostOfList }, [
          { field: 'file', reason: 'import_file_too_large', params: { max: mostOfList } },
        ]);
      return withReader(async reader => {
        await reader.receive(bytes, fileName);
        return { rows: await reader.cells(mostLines + 20) };
      });
    });
    scope.post('/api/imports/upload', async request => {
      const caller = await receiver(serving, request);
      const { bytes, fileName } = await fileOf(request);
      await serving.door.as({ system: 'ct_system' }, db => sweepImports(db, serving.now()));
      const reader = await openReader();
      try {
        const packed = await reader.receive(bytes, fileName);
        const { understanding, plan } = await reader.read(null);
        if (understanding.rows === 0)
          throw new Problem('import.no_rows', {}, [{ field: 'file', reason: 'import_file_empty' }]);
        const id = newId();
        await perform(serving, caller.standing, caller.actor, {
          id,
          subject: id,
          act: 'importJob.upload',
          input: {
            fileName,
            importKind: plan.profile,
            plan: JSON.stringify(plan),
            content: Buffer.from(packed).toString('base64'),
            total: understanding.rows,
          },
        });
        return { job: await view(caller, id), understanding, plan };
      } finally {
        await reader.close();
      }
    });
  });

  app.post('/api/imports/read', async request => {
    const caller = await receiver(serving, request);
    const { id } = bodyOf<{ id: string }>(request);
    const job = await view(caller, id);
    if (!job.hasFile) return { job, understanding: null, plan: null };
    return { job, ...(await understood(caller, id, async (_reader, read) => read)) };
  });

  app.post('/api/imports/plan', async request => {
    const caller = await receiver(serving, request);
    const body = bodyOf<{ id: string; plan: unknown }>(request);
    const kept = await keptFile(caller, body.id);
    const next = planFrom(kept.plan, body.plan);
    const { understanding, plan } = await withReader(async reader => {
      await reader.open(kept.packed, kept.fileName);
      return reader.read(next);
    });
    const there = new Set(understanding.columns.map(({ column }) => String(column)));
    if (plan.profile === 'table')
      for (const column of Object.keys(next.columns ?? {}))
        if (!there.has(column))
          throw invalid({ field: `columns.${column}`, reason: 'import_column_not_there' });
    const id = newId();
    await perform(serving, caller.standing, caller.actor, {
      id,
      subject: body.id!,
      act: 'importJob.plan',
      input: {
        importKind: plan.profile,
        plan: JSON.stringify(plan),
        total: understanding.rows,
        basedOn: kept.version,
      },
    });
    return { job: await view(caller, body.id), understanding, plan };
  });

  app.post('/api/imports/preview', async request => {
    const caller = await receiver(serving, request);
    const { id, from } = bodyOf<{ id: string; from: number }>(request);
    const start = Number.isSafeInteger(from) && from! >= 0 ? from! : 0;
    const { rows, total } = await understood(caller, id, async (reader, { understanding }) => ({
      rows: withUnits(await reader.rows(start, shown), serving.now()),
      total: understanding.rows,
    }));
    return { from: start, total, rows: await previewRows(serving, caller, rows) };
  });

  for (const [name, act] of [
    ['start', 'importJob.start'],
    ['stop', 'importJob.stop'],
    ['discard', 'importJob.discard'],
  ] as const)
    app.post(`/api/imports/${name}`, async request => {
      const caller = await receiver(serving, request);
      const { id } = bodyOf<{ id: string }>(request);
      if (name === 'start') await checkReady(caller, id);
      await perform(serving, caller.standing, caller.actor, { id: newId(), subject: id!, act, input: {} });
      return { job: await view(caller, id) };
    });

  /** Open questions and a file that is gone are said before anything runs. */
  async function checkReady(caller: Caller, id: unknown): Promise<void> {
    const { questions, columns } = await understood(
      caller,
      id,
      async (_reader, { understanding }) => understanding,
    );
    // A list of passwords is a table as well; without a column that means something it holds nobody.
    if (columns.every(column => column.target === null))
      throw invalid({ field: 'columns', reason: 'import_no_column' });
    const open = questions.filter(question => question.answer === null);
    if (open.length > 0)
      throw invalid(...open.map(question => ({ field: question.id, reason: 'import_question_open' })));
  }

  app.post('/api/imports/get', async request => {
    const caller = await receiver(serving, request);
    return { job: await view(caller, bodyOf<{ id: string }>(request).id) };
  });

  app.post('/api/imports/list', async request => {
    const caller = await receiver(serving, request);
    const { rows } = await serving.door.as(caller.standing, db =>
      listRows(db, caller.actor, serving.now(), { record: 'importJob', limit: 30 }),
    );
    return { jobs: await Promise.all(rows.map(row => view(caller, row.id))) };
  });

  app.post('/api/imports/report', async request => {
    const caller = await receiver(serving, request);
    const body = bodyOf<{ id: string; format: string; from: number; outcome: string }>(request);
    const job = await view(caller, body.id);
    const lines = await serving.door.as(caller.standing, db => reportOf(db, serving.keyring, body.id!));
    if (!lines) throw new Problem('record.not_found');
    if (body.format === 'xlsx' || body.format === 'csv')
      return {
        file: await reportFile(job as unknown as { fileName: string }, lines, body.format, caller.actor.lang),
      };
    const wanted =
      typeof body.outcome === 'string' ? lines.filter(line => line.outcome === body.outcome) : lines;
    const from = Number.isSafeInteger(body.from) && body.from! >= 0 ? body.from! : 0;
    return { job, total: wanted.length, from, lines: wanted.slice(from, from + reportPage) };
  });
}

async function reportFile(
  { fileName }: { fileName: string },
  lines: readonly ReportLine[],
  format: 'csv' | 'xlsx',
  lang: Language,
) {
  const { sheet, rows } = reportTable(lines, lang);
  const bytes = await withReader(reader => reader.write(format, [{ name: sheet, rows }]));
  return fileAnswer(
    `${fileName.replace(/\.\w{1,5}$/, '')}-${lang === 'vi' ? 'bao-cao' : 'report'}.${format}`,
    format,
    bytes,
  );
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
} as const;

/** A file inside a JSON answer: what is downloaded is asked for by POST, so that nothing of it stands in an address. */
export const fileAnswer = (name: string, format: keyof typeof types, bytes: Uint8Array) => ({
  name,
  type: types[format],
  base64: Buffer.from(bytes).toString('base64'),
});

async function previewRows(serving: Serving, caller: Caller, rows: readonly PlannedRow[]): Promise<object[]> {
  const now = serving.now();
  const made = rows.map(row => ({
    row,
    ...previewImport({ ...row.input }, { now, actor: caller.actor, newId }),
  }));
  const keys = rows.map(row => importKeys(serving.keyring, row.fingerprint));
  const there = await serving.door.as(caller.standing, db =>
    db.query<{ id: string; import_key: string; number: string }>(
      'select id, import_key, number from person where office = $1 and import_key = any ($2)',
      [caller.actor.office, keys.flat()],
    ),
  );
  const known = new Map(there.map(one => [one.import_key, one]));
  const alike = await serving.door.as({ system: 'ct_matcher' }, async db => {
    const found = [];
    for (const { candidate } of made) found.push(candidate ? await findAlike(db, candidate) : []);
    return found;
  });
  const persons = [...new Set([...there.map(one => one.id), ...alike.flat().map(one => one.person)])];
  if (persons.length > 0)
    await serving.door.as(caller.standing, db =>
      tell(db, caller.actor, now, { kind: 'list', name: 'person.alike', subjectRecord: 'person', persons }),
    );
  const lines = alikeLines(made);
  return made.map(({ row, outcome }, at) => {
    const before = keys[at]!.flatMap(key => known.get(key) ?? [])[0];
    const problem = outcome instanceof Problem ? outcome : null;
    const fields = [...row.issues, ...(row.issues.length === 0 && problem ? problem.fields : [])];
    return {
      line: row.line,
      outcome: before
        ? 'already'
        : fields.length > 0 || problem
          ? 'refused'
          : alike[at]!.length + lines[at]!.length > 0
            ? 'double'
            : 'in',
      number: before?.number ?? null,
      code: problem?.code ?? null,
      fields,
      notes: row.notes,
      becomes: problem ? null : becomes(outcome as Outcome),
      alikeLines: before ? [] : lines[at],
      alike: before
        ? []
        : alike[at]!.map(found => ({ ...found, ours: caller.actor.reach.includes(found.office) })),
    };
  });
}

/** Earlier rows on the same page that look like the same person: each of them would be a file of its own by then. */
function alikeLines(made: readonly { row: PlannedRow; candidate: AlikeCandidate | null }[]): number[][] {
  const before: { line: number; person: PreparedPerson }[] = [];
  return made.map(({ row, candidate }) => {
    const names = [
      ...(candidate?.fullName ? [{ text: candidate.fullName, kind: 'official' as const }] : []),
      ...(candidate?.otherNames ?? []).map(name => ({ text: name.text, kind: 'alias' as const })),
    ];
    if (!candidate || names.length === 0) return [];
    const { born, sex, ethnicity } = candidate;
    const person = preparePerson({ names, born, sex: sex ?? undefined, ethnicity: ethnicity ?? undefined });
    const found = before.filter(other =>
      ['same', 'likely'].includes(comparePrepared(person, other.person).level),
    );
    before.push({ line: row.line, person });
    return found.slice(0, 3).map(other => other.line);
  });
}

/** What a row would become: who, and which parts of a file; sealed values only say that they are there. */
function becomes({ changes }: Outcome): object {
  const inserted = changes.flatMap(change => ('insert' in change ? [change] : []));
  const person = inserted.find(change => change.insert === 'person')!.values;
  const sealed = ['phone', 'address', 'bankAccount'].filter(name => person[name]);
  const arrival = inserted.find(change => change.insert === 'arrival')?.values;
  const assertion = inserted.find(change => change.insert === 'assertion')?.values;
  return {
    fullName: person.fullName ?? null,
    otherNames: ((person.otherNames as { text: string }[] | null) ?? []).map(name => name.text),
    born: person.born ?? null,
    sex: person.sex ?? null,
    ethnicity: person.ethnicity ?? null,
    route: arrival?.route ?? null,
    arrivedAt: arrival?.arrivedAt ?? null,
    finding: assertion?.finding ?? null,
    parts: inserted
      .map(change => change.insert)
      .filter(name => !['person', 'imported', 'likeness'].includes(name)),
    sealed,
    kept:
      person.exchange !== null ||
      inserted.some(change => change.insert === 'imported' && change.values.sealedRest !== null),
  };
}
