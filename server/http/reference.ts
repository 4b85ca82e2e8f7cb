/* What everybody signed in may know: units of both eras, offices on a day, who works there, code lists, the law's dated lines, and who may see what. Searches
 * among hundreds of units happen here, so that no browser has to hold the whole tree. */
import type { FastifyInstance } from 'fastify';
import type { Actor } from '../../kernel/act/act.ts';
import { dayOf, type Instant, parseDay } from '../../kernel/day.ts';
import { isId } from '../../kernel/id.ts';
import { fieldsOpenedBy, fieldsSeenBy, groundsToAct } from '../../kernel/policy/policy.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { officeStands, postHeld, roleNames } from '../../modules/agencies/index.ts';
import { acts, policy, records } from '../../modules/index.ts';
import { foldText } from '../../modules/people/names/index.ts';
import { shareBundles, shelterBundles } from '../../modules/referrals/index.ts';
import { rulesForBrowser } from '../../rules/index.ts';
import type { Db } from '../db/door.ts';
import { allPlaces, findPlaceById, type Place, placeName } from '../places.ts';
import type { Serving } from './app.ts';
import { bodyOf } from './records.ts';

const asPlace = (place: Place) => ({
  id: place.id,
  level: place.level,
  code: place.code,
  name: place.fullName,
  nameEn: place.nameEn,
  path: placeName(place.id),
  parent: place.parent,
  validFrom: place.validFrom,
  validTo: place.validTo,
  pilot: place.pilot,
  pilotSuccessor: place.pilotSuccessor,
});

/** Offices of every era, for the picture of who succeeded whom; `below` counts what hangs under an office. */
const officeTree = `select o.id, o.name, o.name_en as "nameEn", o.short_name as short, o.short_name_en as "shortEn", a.key as agency, a.name as "agencyName",
    a.name_en as "agencyNameEn", a.agency_kind as kind, o.parent, o.area, o.level, o.competence, o.successors, o.valid_from as "validFrom",
    o.valid_to as "validTo", (select count(*) from office c where c.parent = o.id) as below
  from office o join agency a on a.id = o.agency`;

interface TreeRow {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly short: string;
  readonly below: number;
}

const alphabet = new Intl.Collator('vi');

/** Vietnamese lists go by the given name, which stands last. */
const byGiven = (name: string): string => `${name.split(' ').at(-1)} ${name}`;

export function referenceRoutes(app: FastifyInstance, serving: Serving): void {
  // Units by typed name, code or parent, in the era of a day: a name is only ever a way to find a unit, never its identity.
  app.post('/api/units', async request => {
    await serving.caller(request);
    const body = bodyOf<{
      text: string;
      on: string;
      ever: boolean;
      parent: string | null;
      level: string;
      ids: string[];
    }>(request);
    if (Array.isArray(body.ids))
      return {
        units: body.ids
          .slice(0, 200)
          .flatMap(id => (typeof id === 'string' ? (findPlaceById(id) ?? []) : []))
          .map(asPlace),
      };
    const on = parseDay(body.on ?? '') ?? dayOf(serving.now());
    const words = foldText(typeof body.text === 'string' ? body.text.slice(0, 80) : '')
      .split(' ')
      .filter(Boolean);
    const found: Place[] = [];
    for (const place of allPlaces()) {
      if (body.ever !== true && place.validFrom && place.validFrom > on) continue;
      if (body.ever !== true && place.validTo && place.validTo <= on) continue;
      if (body.level && place.level !== body.level) continue;
      if (body.parent !== undefined && place.parent !== body.parent) continue;
      const own = foldText(`${place.fullName} ${placeName(place.id)}`);
      if (words.every(word => own.includes(word) || place.code === word)) found.push(place);
    }
    const rank = (place: Place) => {
      const name = foldText(
        place.fullName.replace(/^(Xã|Phường|Thị trấn|Huyện|Thành phố|Thị xã|Tỉnh)\s+/, ''),
      );
      return (
        (name === words.join(' ') ? 0 : name.startsWith(words.join(' ')) ? 1 : 2) +
        (place.level === 'commune' ? 0 : 0.5)
      );
    };
    found.sort((a, b) => rank(a) - rank(b) || a.fullName.localeCompare(b.fullName, 'vi'));
    return { units: found.slice(0, body.parent === undefined ? 30 : 200).map(asPlace) };
  });

  // Offices that exist on a day and can do something: where to send a request or a referral.
  app.post('/api/offices', request =>
    serving.as(request, async db => {
      const body = bodyOf<{
        competence: string;
        agencyKind: string;
        level: string;
        on: string;
        text: string;
        ids: string[];
      }>(request);
      const code = (value: unknown) => (typeof value === 'string' ? value.slice(0, 40) : null);
      const on = parseDay(body.on ?? '') ?? dayOf(serving.now());
      const ids = Array.isArray(body.ids)
        ? body.ids.filter(id => typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)).slice(0, 300)
        : null;
      const rows = await db.query<{
        id: string;
        name: string;
        nameEn: string;
        short: string;
        shortEn: string | null;
        agency: string;
        kind: string;
        area: string | null;
        competence: string[] | null;
      }>(
        `select o.id, o.name, o.name_en as "nameEn", o.short_name as short, o.short_name_en as "shortEn", a.key as agency, a.agency_kind as kind, o.area, o.competence,
                o.valid_from as "validFrom", o.valid_to as "validTo", o.level
           from office o join agency a on a.id = o.agency
          where ($1::uuid[] is not null and o.id = any ($1::uuid[]))
             or ($1::uuid[] is null and ${officeStands('o', '$2::date')}
                 and ($3::text is null or $3 = any (o.competence))
                 and ($4::text is null or a.agency_kind = $4) and ($5::text is null or o.level = $5))
          order by o.level desc, o.name`,
        [ids, on, code(body.competence), code(body.agencyKind), code(body.level)],
      );
      const words = foldText(typeof body.text === 'string' ? body.text.slice(0, 80) : '')
        .split(' ')
        .filter(Boolean);
      const found =
        words.length === 0
          ? rows
          : rows.filter(row =>
              words.every(word => foldText(`${row.name} ${row.short} ${row.nameEn}`).includes(word)),
            );
      return { offices: found.slice(0, ids ? 300 : 60) };
    }),
  );

  // The offices right below one (below none: the first of each agency), or those whose name has the words; ended ones as well.
  app.post('/api/offices/tree', request =>
    serving.as(request, async db => {
      const body = bodyOf<{ parent: string | null; text: string }>(request);
      const words = foldText(typeof body.text === 'string' ? body.text.slice(0, 80) : '')
        .split(' ')
        .filter(Boolean);
      if (words.length === 0 && body.parent !== null && body.parent !== undefined && !isId(body.parent))
        throw invalid({ field: 'parent', reason: 'id' });
      const rows =
        words.length > 0
          ? await db.query<TreeRow>(officeTree)
          : await db.query<TreeRow>(
              `${officeTree} where o.parent is not distinct from $1 order by a.name, o.level desc, o.name`,
              [body.parent ?? null],
            );
      const found =
        words.length === 0
          ? rows
          : rows
              .filter(row =>
                words.every(word => foldText(`${row.name} ${row.short} ${row.nameEn}`).includes(word)),
              )
              .slice(0, 60);
      return { offices: found.map(row => ({ ...row, below: Number(row.below) })) };
    }),
  );

  app.post('/api/officers', request =>
    serving.as(request, async (db, { actor }) => ({
      officers: await officersOf(db, actor, serving.now(), bodyOf<OfficersAsked>(request)),
    })),
  );

  app.get('/api/rules', async request => {
    await serving.caller(request);
    return rulesForBrowser();
  });

  app.get('/api/share-bundles', async request => {
    await serving.caller(request);
    return { bundles: shareBundles, shelter: shelterBundles };
  });

  // What a role sees and may do, for everybody's own role and for administrators' "view as": the policy, never anybody's data.
  app.post('/api/permissions', async request => {
    const { actor } = await serving.caller(request);
    return rightsOf(actor, bodyOf<{ role: unknown }>(request).role);
  });
}

/** @throws Problem when the role is another one's, and the asker neither gives rights nor audits. */
export function rightsOf(actor: Actor, role: unknown) {
  const asked = typeof role === 'string' ? role : role === undefined ? actor.role : '';
  if (!(roleNames as readonly string[]).includes(asked)) throw new Problem('record.unknown');
  if (asked !== actor.role && !['administrator', 'auditor'].includes(actor.role))
    throw new Problem('act.not_yours', { act: 'view_as' });
  return {
    role: asked,
    records: records.map(record => ({
      record: record.name,
      fields: Object.entries(record.fields).map(([name, field]) => ({
        name,
        kind: field.kind.name,
        tier: field.tier,
        seen: fieldsSeenBy(policy, asked, record).includes(name),
        opened: fieldsOpenedBy(policy, asked, record).includes(name),
        // What the screen would look like, with plainly invented values: an administrator checks a role without seeing people.
        example: field.tier === 'sealed' ? null : field.kind.example(field.options),
      })),
      when: [
        ...new Set(
          policy.flatMap(sentence =>
            sentence.verb === 'see' && sentence.record.name === record.name && sentence.roles.includes(asked)
              ? [sentence.when.name]
              : [],
          ),
        ),
      ],
      acts: acts
        .filter(act => act.record === record.name && groundsToAct(policy, asked, act.name).length > 0)
        .map(act => act.name),
    })),
  };
}

export interface OfficersAsked {
  ids: string[];
  text: string;
  most: number;
  ended: boolean;
  colleagues: boolean;
}

/** Officers by name. `colleagues` are those one may lend a post to: with a post in the same office today, or, for who reaches the offices below, in the same agency. */
export async function officersOf(db: Db, actor: Actor, now: Instant, body: Partial<OfficersAsked>) {
  const most = Number.isInteger(body.most) ? Math.min(300, Math.max(1, body.most!)) : 30;
  const ids = Array.isArray(body.ids)
    ? body.ids.filter(id => typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)).slice(0, 300)
    : null;
  const rows = await db.query<{
    id: string;
    name: string;
    title: string | null;
    titleEn: string | null;
    ended: boolean;
  }>(
    `select f.id, f.name, f.title, f.title_en as "titleEn", coalesce(f.ended, false) as ended from officer f
          where (($1::uuid[] is null and ($2 or not coalesce(f.ended, false))) or f.id = any ($1::uuid[]))
            and (not $3 or f.id <> $4 and exists (
              select from post p join office o on o.id = p.office, post own join office h on h.id = own.office
               where own.id = $5 and p.officer = f.id and p.delegated_from is null and ${postHeld('p', '$6')}
                 and (p.office = own.office or own.extent = 'below' and o.agency = h.agency)))
          order by f.name limit 2000`,
    [ids, body.ended === true, body.colleagues === true, actor.officer, actor.post, dayOf(now)],
  );
  const words = foldText(typeof body.text === 'string' ? body.text.slice(0, 80) : '')
    .split(' ')
    .filter(Boolean);
  return rows
    .filter(row =>
      words.every(word => foldText(`${row.name} ${row.title ?? ''} ${row.titleEn ?? ''}`).includes(word)),
    )
    .sort((a, b) => alphabet.compare(byGiven(a.name), byGiven(b.name)))
    .slice(0, ids ? 300 : most);
}
