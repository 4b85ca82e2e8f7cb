/* Reading and writing records: one address per verb. What a body may hold is checked where it is used, with reasons per field. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { dayOf } from '../../kernel/day.ts';
import { Problem } from '../../kernel/problem.ts';
import { clockSources, getAct } from '../../modules/index.ts';
import { makeBoard } from '../board.ts';
import { getPath, getRow } from '../datasource.ts';
import { enterRefused } from '../ledger/refused.ts';
import { tell } from '../ledger/write.ts';
import { findAlike } from '../likeness.ts';
import { type ListRequest, listRows } from '../list.ts';
import { noticesOf } from '../notices.ts';
import { type OpenRequest, openSealed } from '../open.ts';
import { type ActRequest, perform } from '../perform.ts';
import { placeName } from '../places.ts';
import { search } from '../search.ts';
import { clocksOfRow } from '../terms.ts';
import { workOf } from '../work.ts';
import type { Serving } from './app.ts';

/** The body as an object. @throws Problem `input.malformed`. */
export function bodyOf<T extends object>(request: FastifyRequest): Partial<T> {
  const { body } = request;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Problem('input.malformed');
  return body as Partial<T>;
}

const word = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 80) : '');

function actRequest(body: Partial<ActRequest> & { subject?: unknown }, name?: string): ActRequest {
  const subject =
    typeof body.subject === 'object' && body.subject !== null
      ? (body.subject as { id?: unknown }).id
      : body.subject;
  return {
    id: body.id as string,
    act: name ?? word(body.act),
    // An act that creates may leave its subject unnamed: then it has the act's own id, so that a repetition means the same.
    subject: (subject ?? body.id) as string,
    input: body.input ?? {},
    purpose: body.purpose,
    madeAt: body.madeAt,
  };
}

export function recordRoutes(app: FastifyInstance, serving: Serving): void {
  app.post('/api/list', request =>
    serving.read(
      request,
      (db, { actor }) => {
        const body = bodyOf<ListRequest>(request);
        return listRows(db, actor, serving.now(), { ...body, record: word(body.record) }, { walking: true });
      },
      { walk: true },
    ),
  );

  app.post('/api/get', request =>
    serving.read(request, (db, { actor }) => {
      const body = bodyOf<{ record: string; id: string }>(request);
      return getRow(db, actor, serving.now(), word(body.record), body.id as string);
    }),
  );

  /** As reading, and a file that is refused is entered. */
  const readFile = async <T>(
    request: FastifyRequest,
    id: unknown,
    work: Parameters<typeof serving.read<T>>[1],
  ) => {
    try {
      return await serving.read(request, work);
    } catch (error) {
      const known = await serving.caller(request);
      enterRefused(
        { ...known, door: serving.door, now: serving.now(), failed: problem => request.log.error(problem) },
        id,
        error,
      );
      throw error;
    }
  };

  app.post('/api/path', request =>
    readFile(request, bodyOf<{ person: string }>(request).person, async (db, { actor }) => {
      const body = bodyOf<{ person: string }>(request);
      const path = await getPath(db, actor, serving.now(), body.person as string);
      const clocks = clockSources.flatMap(source =>
        (path.parts[source.record] ?? []).flatMap(row => clocksOfRow(source, row)),
      );
      return { ...path, clocks, today: dayOf(serving.now()) };
    }),
  );

  app.post('/api/act', async request => {
    const { actor, standing } = await serving.caller(request);
    return answer(
      await perform(serving, standing, actor, actRequest(bodyOf(request))),
      word(bodyOf<ActRequest>(request).act),
    );
  });

  app.post<{ Params: { name: string } }>('/api/act/:name', async request => {
    const { actor, standing } = await serving.caller(request);
    return answer(
      await perform(serving, standing, actor, actRequest(bodyOf(request), request.params.name)),
      request.params.name,
    );
  });

  app.post('/api/search', request =>
    serving.read(request, async (db, { actor }) => {
      const { hits } = await search(
        db,
        serving.keyring,
        actor,
        serving.now(),
        bodyOf<{ text: string }>(request).text,
      );
      return {
        hits: hits.map(hit => ({
          ...hit,
          caption: [hit.number, hit.fullName].filter(Boolean).join(' · '),
          place: hit.origin ? placeName(hit.origin) : null,
        })),
      };
    }),
  );

  // While a name is typed: may this person already be known? Looked for over every office; what comes back names an office to ask and the reasons.
  app.post('/api/alike', async request => {
    const { actor, standing } = await serving.caller(request);
    if (!['border_officer', 'police_officer', 'commune_officer', 'social_worker'].includes(actor.role))
      throw new Problem('act.not_yours', { act: 'person.register' });
    const body = bodyOf<Record<string, unknown>>(request);
    const asText = (value: unknown, most = 120) =>
      typeof value === 'string' && value.length <= most && value.isWellFormed() && !value.includes('\u0000')
        ? value
        : null;
    const otherNames = Array.isArray(body.otherNames)
      ? body.otherNames.slice(0, 12).flatMap((name: { text?: unknown; kind?: unknown } | null) => {
          const text = asText(name?.text);
          return text ? [{ text, kind: asText(name?.kind) ?? 'alias' }] : [];
        })
      : [];
    const alike = await serving.door.as({ system: 'ct_matcher' }, db =>
      findAlike(
        db,
        {
          fullName: asText(body.fullName),
          otherNames,
          born: /^\d{4}(-\d{2}(-\d{2})?)?$/.test(asText(body.born) ?? '') ? (body.born as string) : null,
          sex: asText(body.sex, 10),
          ethnicity: asText(body.ethnicity, 10),
          origin: asText(body.origin, 36),
        },
        undefined,
        { possible: true },
      ),
    );
    if (alike.length > 0)
      await serving.door.as(standing, db =>
        tell(db, actor, serving.now(), {
          kind: 'list',
          name: 'person.alike',
          subjectRecord: 'person',
          persons: alike.map(found => found.person),
        }),
      );
    return { alike: alike.map(found => ({ ...found, ours: actor.reach.includes(found.office) })) };
  });

  app.post('/api/open', request =>
    serving.as(request, (db, { actor }) => {
      const body = bodyOf<OpenRequest>(request);
      return openSealed(db, serving.keyring, actor, serving.now(), {
        record: word(body.record),
        id: body.id as string,
        field: word(body.field),
        purpose: body.purpose as string,
      });
    }),
  );

  const boardOf = makeBoard(serving.door, serving.now);
  app.post('/api/board', async request => boardOf(await serving.caller(request)));

  app.post('/api/work', request =>
    serving.read(request, (db, { actor }) => workOf(db, actor, serving.now())),
  );

  app.post('/api/notifications', request =>
    serving.read(request, async (db, { actor }) => ({ items: await noticesOf(db, actor) })),
  );
}

/** What the screens expect of an act: its subject as a reference, and what to look at. */
function answer(done: Awaited<ReturnType<typeof perform>>, act: string): object {
  const { subject, ...rest } = done;
  return {
    ok: true,
    ...rest,
    subject: { record: recordOf(act), id: subject },
    changed: [{ record: recordOf(act), id: subject }],
  };
}

const recordOf = (act: string): string => getAct(act).record;
