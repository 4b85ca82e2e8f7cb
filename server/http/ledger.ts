/* The ledger for the auditor: who did, saw and sent what, on what ground; verifying it; and what can be handed to others so that whoever runs the server
 * cannot rewrite it unseen. Nothing of what was in an act is here. */
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../../kernel/problem.ts';
import { isId } from '../../kernel/id.ts';
import { writeExport } from '../../kernel/ledger/export.ts';
import { ledgerOrigin, streamChain, takeCheckpoint, verifyLedger } from '../ledger/verify.ts';
import type { Serving } from './app.ts';
import { bodyOf } from './records.ts';

interface Wanted {
  officer: string;
  person: string;
  number: string;
  name: string;
  kind: string;
  before: number;
}

export function ledgerRoutes(app: FastifyInstance, serving: Serving): void {
  const auditor = async (request: Parameters<Serving['caller']>[0]) => {
    const known = await serving.caller(request);
    if (known.actor.role !== 'auditor') throw new Problem('act.not_yours', { act: 'ledger.read' });
    return known;
  };

  app.post('/api/ledger', async request => {
    const { standing } = await auditor(request);
    const body = bodyOf<Wanted>(request);
    const values: unknown[] = [];
    const where: string[] = [];
    const add = (condition: (place: string) => string, value: unknown) => {
      values.push(value);
      where.push(condition(`$${values.length}`));
    };
    if (body.officer !== undefined) {
      if (!isId(body.officer)) throw new Problem('input.invalid', {}, [{ field: 'officer', reason: 'id' }]);
      add(place => `e.officer = ${place}`, body.officer);
    }
    if (body.person !== undefined) {
      if (!isId(body.person)) throw new Problem('input.invalid', {}, [{ field: 'person', reason: 'id' }]);
      add(place => `e.person_ids @> array[${place}::uuid]`, body.person);
    }
    if (typeof body.name === 'string' && /^[\w.]{1,80}$/.test(body.name)) add(place => `e.name = ${place}`, body.name);
    if (typeof body.kind === 'string' && /^\w{1,10}$/.test(body.kind)) add(place => `e.kind = ${place}`, body.kind);
    if (body.before !== undefined) {
      if (!Number.isSafeInteger(body.before)) throw new Problem('input.invalid', {}, [{ field: 'before', reason: 'whole' }]);
      add(place => `e.n < ${place}`, body.before);
    }
    const rows = await serving.door.as(standing, db =>
      db.query<{ n: number }>(
        `select e.n, e.id, e.kind, e.name, e.officer, o.name as "officerName", e.role, e.agency, e.office, f.short_name as "officeName",
                e.subject_record as "subjectRecord", e.subject_id as "subjectId", e.person_ids as "persons", e.purpose, e.ground,
                e.made_at as "madeAt", e.received_at as "receivedAt", c.seq
           from ledger.entry e left join officer o on o.id = e.officer left join office f on f.id = e.office left join ledger.chain c on c.entry_id = e.id
          ${where.length > 0 ? `where ${where.join(' and ')}` : ''} order by e.n desc limit 51`,
        values,
      ),
    );
    return { rows: rows.slice(0, 50), next: rows.length > 50 ? rows[49]!.n : null };
  });

  app.post('/api/ledger/verify', async request => {
    await auditor(request);
    return verifyLedger(serving.door);
  });

  app.post('/api/ledger/checkpoint', async request => {
    await auditor(request);
    return takeCheckpoint(serving.door, serving.keyring, serving.now());
  });

  app.get('/api/ledger/export', async (request, reply) => {
    await auditor(request);
    reply.header('content-type', 'application/x-ndjson').header('content-disposition', 'attachment; filename="chungtay-ledger.ndjson"');
    const items = streamChain(serving.door, { bodies: false });
    const checkpoint = async () => (await takeCheckpoint(serving.door, serving.keyring, serving.now()))?.note ?? null;
    const kept = await checkpoint();
    return reply.send(Readable.from(writeExport(items, { origin: ledgerOrigin, now: serving.now(), checkpoint: () => kept })));
  });
}
