/* The ledger for the auditor: who did, saw and sent what, on what ground; one entry with its place in the chain; verifying it; and what can be handed to
 * others so that whoever runs the server cannot rewrite it unseen. Nothing of what was in an act is here, and of a file nothing but its number. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import QRCode from 'qrcode';
import type { Actor } from '../../kernel/act/act.ts';
import { type Instant, parseDay } from '../../kernel/day.ts';
import { isId } from '../../kernel/id.ts';
import { verifyCheckpoint } from '../../kernel/ledger/checkpoint.ts';
import { writeExport } from '../../kernel/ledger/export.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { acts, records } from '../../modules/index.ts';
import { entryNames } from '../../modules/ledger/index.ts';
import type { Db } from '../db/door.ts';
import {
  countChained,
  getEntry,
  ledgerOrigin,
  listCheckpoints,
  streamChain,
  takeCheckpoint,
  verifierKeys,
  verifyLedger,
} from '../ledger/verify.ts';
import { tell } from '../ledger/write.ts';
import type { Serving } from './app.ts';
import { shareRun, tellProgress } from './progress.ts';
import { bodyOf } from './records.ts';

export interface LedgerAsked {
  officer: string;
  office: string;
  role: string;
  kind: string;
  name: string;
  /** The number on the cover of a person's file. */
  file: string;
  person: string;
  from: string;
  to: string;
  before: number;
}

interface Entry {
  readonly n: number;
  readonly name: string;
  readonly officerName: string | null;
  readonly role: string | null;
  readonly officeName: string | null;
  readonly officeNameEn: string | null;
  readonly subjectRecord: string | null;
  readonly subjectId: string | null;
  readonly subjectName: string | null;
  readonly persons: readonly string[] | null;
  readonly purpose: string | null;
  readonly ground: string | null;
  readonly receivedAt: Instant;
  readonly seq: number | null;
}

const pageSize = 50;
const columns = `e.n, e.id, e.kind, e.name, e.officer, o.name as "officerName", e.role, e.agency, e.office, f.short_name as "officeName",
  f.short_name_en as "officeNameEn", e.subject_record as "subjectRecord", e.subject_id as "subjectId", s.name as "subjectName", e.person_ids as "persons",
  coalesce(e.purpose, ledger.purpose_of(e.id)) as purpose, e.ground, e.made_at as "madeAt", e.received_at as "receivedAt", c.seq`;
// An officer as the subject of an entry (signing in, a post given) is named; a person never is.
const from = `ledger.entry e left join officer o on o.id = e.officer left join office f on f.id = e.office
  left join officer s on e.subject_record = 'officer' and s.id = e.subject_id left join ledger.chain c on c.entry_id = e.id`;

/** The conditions of a filter. @throws Problem `input.invalid` naming what could not be read. */
function conditions(body: Partial<LedgerAsked>, person: string | undefined) {
  const values: unknown[] = [];
  const where: string[] = [];
  const refuse = (field: string, reason: string) => {
    throw invalid({ field, reason });
  };
  const add = (condition: (place: string) => string, value: unknown) => {
    values.push(value);
    where.push(condition(`$${values.length}`));
  };
  for (const field of ['officer', 'office'] as const)
    if (body[field] !== undefined && !isId(body[field])) refuse(field, 'id');
  for (const field of ['from', 'to'] as const)
    if (body[field] !== undefined && !parseDay(body[field])) refuse(field, 'day');
  if (body.before !== undefined && !Number.isSafeInteger(body.before)) refuse('before', 'whole');
  for (const field of ['kind', 'name', 'role'] as const)
    if (body[field] !== undefined && (typeof body[field] !== 'string' || !/^[\w.]{1,80}$/.test(body[field])))
      refuse(field, 'value');
  // What was tried on somebody's account is asked for with the officer, though nobody knows who tried.
  if (body.officer)
    add(
      place => `(e.officer = ${place} or (e.subject_record = 'officer' and e.subject_id = ${place}))`,
      body.officer,
    );
  if (body.office) add(place => `e.office = ${place}`, body.office);
  if (body.role) add(place => `e.role = ${place}`, body.role);
  if (body.kind) add(place => `e.kind = ${place}`, body.kind);
  if (body.name) add(place => `e.name = ${place}`, body.name);
  if (body.from)
    add(place => `e.received_at >= ${place}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'`, body.from);
  if (body.to)
    add(place => `e.received_at < (${place}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`, body.to);
  if (person) add(place => `e.person_ids @> array[${place}::uuid]`, person);
  if (body.before !== undefined) add(place => `e.n < ${place}`, body.before);
  return { values, where: where.length > 0 ? `where ${where.join(' and ')}` : '' };
}

/** The id behind a file's number. @throws Problem when there is no such file. */
async function personOf(db: Db, body: Partial<LedgerAsked>): Promise<string | undefined> {
  if (body.person !== undefined) {
    if (!isId(body.person)) throw invalid({ field: 'person', reason: 'id' });
    return body.person;
  }
  if (body.file === undefined) return undefined;
  const number = typeof body.file === 'string' ? body.file.trim().toUpperCase() : '';
  if (!/^[A-Z]{2,4}-\d{4}-\d{6,9}$/.test(number)) throw invalid({ field: 'file', reason: 'file_number' });
  const [row] = await db.query<{ id: string }>('select id from ct.file_numbers($1, $2)', [[], [number]]);
  if (!row) throw invalid({ field: 'file', reason: 'no_such_file' });
  return row.id;
}

/** Puts the numbers of the files beside their ids. */
async function withNumbers<E extends Entry>(
  db: Db,
  rows: readonly E[],
): Promise<(E & { files: string[] })[]> {
  const ids = [...new Set(rows.flatMap(row => (row.persons ?? []).slice(0, 20)))];
  const found =
    ids.length > 0
      ? await db.query<{ id: string; number: string }>('select id, number from ct.file_numbers($1, $2)', [
          ids,
          [],
        ])
      : [];
  const numbers = new Map(found.map(row => [row.id, row.number]));
  return rows.map(row => ({
    ...row,
    files: (row.persons ?? []).slice(0, 20).flatMap(id => numbers.get(id) ?? []),
  }));
}

/** As many entries as asked for, the newest first, and from where the list goes on. */
export async function entriesOf(
  db: Db,
  actor: Actor,
  now: Instant,
  body: Partial<LedgerAsked>,
  most: number,
) {
  const person = await personOf(db, body);
  const { values, where } = conditions(body, person);
  const rows = await db.query<Entry>(
    `select ${columns} from ${from} ${where} order by e.n desc limit ${most + 1}`,
    values,
  );
  // Whoever reads about one person's file is in the ledger as well; once per question, not once per page.
  if (person && body.before === undefined)
    await tell(db, actor, now, {
      kind: 'list',
      name: 'ledger.file',
      subjectRecord: 'person',
      subject: person,
      persons: [person],
    });
  const page = rows.slice(0, most);
  return { rows: await withNumbers(db, page), next: rows.length > most ? page.at(-1)!.n : null };
}

/** What an entry of a referral or a request sent, as the shares say that it opened: to whom, for what, on which ground, which fields, until when. */
const sent = `select r.number, s.to_office as "toOffice", s.share_purpose as "sharePurpose", s.ground, r.ground_article as "groundArticle",
    s.shared_fields as "sharedFields", s.starts_at as "startsAt", s.until, s.revoked_at as "revokedAt"
  from share s left join referral r on r.id = s.referral where s.referral = $1 or s.verification = $1 order by s.starts_at`;
const sentBy = (db: Db, { subjectRecord, subjectId }: Entry): Promise<object[]> =>
  subjectId && (subjectRecord === 'referral' || subjectRecord === 'verification')
    ? db.query(sent, [subjectId])
    : Promise.resolve([]);

export function ledgerRoutes(app: FastifyInstance, serving: Serving): void {
  const auditor = async (request: FastifyRequest) => {
    const known = await serving.caller(request);
    if (known.actor.role !== 'auditor') throw new Problem('act.not_yours', { act: 'ledger.read' });
    return known;
  };
  const verifyWhole = shareRun(onProgress => verifyLedger(serving.door, [], onProgress));

  app.post('/api/ledger', async request => {
    const { standing, actor } = await auditor(request);
    const body = bodyOf<LedgerAsked>(request);
    return serving.door.as(standing, db => entriesOf(db, actor, serving.now(), body, pageSize));
  });

  app.post('/api/ledger/names', async request => {
    await auditor(request);
    return { names: entryNames(records, acts) };
  });

  // Numbers and holders of files by id, for the review of broken glass: whom to ask, and nothing else.
  app.post('/api/ledger/files', async request => {
    const { standing } = await auditor(request);
    const { ids } = bodyOf<{ ids: string[] }>(request);
    const asked = Array.isArray(ids) ? ids.filter(isId).slice(0, 200) : [];
    return {
      files: await serving.door.as(standing, db =>
        db.query<{ id: string; number: string; holder: string }>(
          'select id, number, ct.holder_of(id) as holder from ct.file_numbers($1, $2)',
          [asked, []],
        ),
      ),
    };
  });

  app.post('/api/ledger/entry', async request => {
    const { standing } = await auditor(request);
    const { id } = bodyOf<{ id: string }>(request);
    if (!isId(id)) throw invalid({ field: 'id', reason: 'id' });
    const [shown, sent] = await serving.door.as(standing, async db => {
      const [row] = await db.query<Entry>(
        `select ${columns}, e.post, e.session, e.declaration from ${from} where e.id = $1`,
        [id],
      );
      return [row && (await withNumbers(db, [row]))[0], row ? await sentBy(db, row) : []] as const;
    });
    if (!shown) throw new Problem('record.not_found');
    return { ...shown, sent, proof: await getEntry(serving.door, id) };
  });

  // With `progress` the answer is a line of JSON for each step, and the verdict last. `note` is a checkpoint somebody kept: the chain must pass through it.
  app.post('/api/ledger/verify', async (request, reply) => {
    await auditor(request);
    const { note, progress } = bodyOf<{ note: string; progress: boolean }>(request);
    const held = note === undefined ? null : [heldBy(note)];
    const run = held
      ? (onProgress: (entries: number) => void) => verifyLedger(serving.door, held, onProgress)
      : verifyWhole;
    if (progress !== true) return run(() => undefined);
    reply.header('content-type', 'application/x-ndjson');
    return reply.send(Readable.from(tellProgress(run, await countChained(serving.door))));
  });

  const heldBy = (note: unknown) => {
    if (typeof note !== 'string' || note.length > 4000) throw invalid({ field: 'note', reason: 'text' });
    // What a person pastes has lost its last line break, or has gained the line ends of another system.
    const verdict = verifyCheckpoint(
      `${note.replace(/\r\n?/g, '\n').trim()}\n`,
      verifierKeys(serving.keyring),
    );
    if (!verdict.ok) throw invalid({ field: 'note', reason: `note_${verdict.why}` });
    return { seq: verdict.checkpoint.seq, hash: verdict.checkpoint.hash };
  };

  app.post('/api/ledger/checkpoint', async request => {
    await auditor(request);
    const taken = await takeCheckpoint(serving.door, serving.keyring, serving.now());
    if (!taken) return { checkpoint: null };
    const svg = await QRCode.toString(taken.note, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' });
    return {
      checkpoint: { ...taken, qr: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}` },
    };
  });

  app.post('/api/ledger/checkpoints', async request => {
    await auditor(request);
    return { rows: await listCheckpoints(serving.door) };
  });

  app.get('/api/ledger/export', async (request, reply) => {
    const { standing, actor } = await auditor(request);
    await serving.door.as(standing, db =>
      tell(db, actor, serving.now(), { kind: 'read', name: 'ledger.export' }),
    );
    reply
      .header('content-type', 'application/x-ndjson')
      .header('content-disposition', 'attachment; filename="chungtay-ledger.ndjson"');
    const items = streamChain(serving.door, { bodies: false });
    const checkpoint = async () =>
      (await takeCheckpoint(serving.door, serving.keyring, serving.now()))?.note ?? null;
    const kept = await checkpoint();
    return reply.send(
      Readable.from(writeExport(items, { origin: ledgerOrigin, now: serving.now(), checkpoint: () => kept })),
    );
  });
}
