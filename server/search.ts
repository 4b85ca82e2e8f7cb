/* Search over what the actor may see: people by name, the Vietnamese way (marks, tones and order do not matter), and files, requests and referrals by their
 * number. The typed text never leaves the request: it is in no address and no log; the ledger keeps which files were shown. */
import type { Actor } from '../kernel/act/act.ts';
import type { Instant } from '../kernel/day.ts';
import { Problem } from '../kernel/problem.ts';
import { getRecord, records } from '../modules/index.ts';
import { exactSearchText } from '../modules/people/index.ts';
import { foldText, searchPrefix } from '../modules/people/names/index.ts';
import { type Db, lastReading } from './db/door.ts';
import { tell } from './ledger/write.ts';
import { type Reading, readingsOf } from './rows.ts';
import { blindIndexes } from './seal/blind.ts';
import type { Keyring } from './seal/keyring.ts';

export interface Hit {
  readonly record: string;
  readonly id: string;
  readonly number: string | null;
  readonly fullName: string | null;
  readonly born: string | null;
  readonly origin: string | null;
  readonly office: string;
  readonly why: 'name' | 'number' | 'paper' | 'phone';
}

const most = 20;
/** What is looked at of one key: the first hundred. All of them are ranked by closeness. */
const wide = 100;

const shown =
  'p.id, p.number, p.full_name as "fullName", p.other_names as "otherNames", p.born, p.origin, p.office';

/**
 * Key by key and stretch by stretch along the index, whatever is typed: one statement of one plan. `$1` to `$4`: keys, stretches from and below, offices.
 * A key says whether it is there because our offices hold the file or because it was shared with them; the file is then read in that way only.
 */
const found = `found as materialized (
    (select k.person, k.shared from unnest($1::text[]) w(key)
      cross join lateral (select k.person, k.share is not null as shared from person_key k where k.key = w.key and k.office = any ($4::uuid[]) limit ${wide}) k)
    union all
    (select k.person, k.shared from unnest($2::text[], $3::text[]) w(low, high)
      cross join lateral (select k.person, k.share is not null as shared from person_key k where k.key >= w.low and k.key < w.high and k.office = any ($4::uuid[]) limit ${wide}) k)
    limit ${2 * wide})`;
const ways: Readonly<Record<Reading['arm'], string>> = {
  held: `select ${shown} from person p where p.id = any (array(select distinct f.person from found f where not f.shared))`,
  shared: `select p.* from unnest(array(select distinct f.person from found f where f.shared)) w(id) cross join lateral (select ${shown} from shared.person p where p.id = w.id offset 0) p`,
};

interface PersonHit {
  readonly id: string;
  readonly number: string;
  readonly fullName: string | null;
  readonly otherNames: { text: string }[] | null;
  readonly born: string | null;
  readonly origin: string | null;
  readonly office: string;
}

/** `last`: nothing else is asked in this transaction. */
async function peopleByName(db: Db, actor: Actor, text: string, last: boolean): Promise<PersonHit[]> {
  const { keys, ranges, year } = searchPrefix(text);
  const arms = readingsOf(getRecord('person'), actor.role).map(reading => reading.arm);
  if (keys.length + ranges.length === 0 || arms.length === 0) return [];
  const run = last ? lastReading(db) : db.query;
  const hits = await run<PersonHit>(`with ${found} ${arms.map(arm => ways[arm]).join(' union all ')}`, [
    keys,
    ranges.map(range => range.from),
    ranges.map(range => range.below),
    actor.reach,
  ]);
  // A file that is held in one office in reach and was shared with another is shown as it is held.
  const unique = new Map<string, PersonHit>();
  for (const hit of hits) if (!unique.has(hit.id)) unique.set(hit.id, hit);
  return [...unique.values()].filter(hit => year === null || !hit.born || hit.born.startsWith(String(year)));
}

/** How many of the typed words a name holds, whole words before beginnings: the order of the hits. */
function closeness(words: readonly string[], hit: PersonHit): number {
  const names = [hit.fullName ?? '', ...(hit.otherNames ?? []).map(name => name.text)];
  return Math.max(
    ...names.map(name => {
      const own = foldText(name).split(' ');
      return words.reduce(
        (sum, word) => sum + (own.includes(word) ? 2 : own.some(other => other.startsWith(word)) ? 1 : 0),
        0,
      );
    }),
  );
}

async function byNumber(db: Db, actor: Actor, number: string): Promise<Hit[]> {
  const numbered = records.filter(record => record.numbered && number.startsWith(`${record.numbered}-`));
  const hits: Hit[] = [];
  for (const record of numbered)
    for (const reading of readingsOf(record, actor.role)) {
      const rows = await db.query<{ id: string; number: string; office: string }>(
        `select r.id, r.number, r.office from ${reading.from} r where r.number = $1`,
        [number],
      );
      for (const row of rows)
        if (!hits.some(hit => hit.id === row.id))
          hits.push({
            record: record.name,
            id: row.id,
            number: row.number,
            fullName: null,
            born: null,
            origin: null,
            office: row.office,
            why: 'number',
          });
    }
  return hits;
}

/** Identity papers and phones are sealed: only the whole value finds them, by its keyed index, and only in files the actor's office holds. */
const maybeSealed = (text: string): boolean => /^[A-Z]?\d{6,18}[\dX]$/i.test(text.replace(/[\s.\-/+]/g, ''));

async function bySealed(db: Db, keyring: Keyring, actor: Actor, text: string): Promise<Hit[]> {
  const person = readingsOf(getRecord('person'), actor.role).find(reading => reading.arm === 'held');
  if (
    !person ||
    ![
      'border_officer',
      'police_officer',
      'identifier',
      'commune_officer',
      'social_worker',
      'shelter_worker',
    ].includes(actor.role)
  )
    return [];
  const papers = blindIndexes(
    keyring,
    { table: 'identity_paper', column: 'paper_number_sealed' },
    exactSearchText('identity_number', text),
  );
  const phones = blindIndexes(
    keyring,
    { table: 'person', column: 'phone_sealed' },
    exactSearchText('phone', text),
  );
  const [byPaper, byPhone] = await Promise.all([
    db.query<PersonHit>(
      `select ${shown} from person p where p.id in (select i.person from identity_paper i where i.paper_number_index = any ($1)) limit ${most}`,
      [papers],
    ),
    db.query<PersonHit>(`select ${shown} from person p where p.phone_index = any ($1) limit ${most}`, [
      phones,
    ]),
  ]);
  const hit = (found: PersonHit, why: Hit['why']): Hit => ({
    record: 'person',
    id: found.id,
    number: found.number,
    fullName: found.fullName,
    born: found.born,
    origin: found.origin,
    office: found.office,
    why,
  });
  return [...byPaper.map(found => hit(found, 'paper')), ...byPhone.map(found => hit(found, 'phone'))];
}

export async function search(
  db: Db,
  keyring: Keyring,
  actor: Actor,
  now: Instant,
  typed: unknown,
): Promise<{ hits: Hit[] }> {
  if (typeof typed !== 'string' || typed.length > 200 || typed.includes('\u0000') || !typed.isWellFormed())
    throw new Problem('input.invalid', {}, [{ field: 'text', reason: 'text' }]);
  const text = typed.normalize('NFC').trim();
  if (text.length < 2) return { hits: [] };
  const upper = text.toUpperCase();
  const words = foldText(text).split(' ');
  let hits: Hit[];
  if (/^[A-Z]{2}-\d{4}-\d{1,9}$/.test(upper)) hits = await byNumber(db, actor, upper);
  else {
    const [named, sealedHits] = await Promise.all([
      peopleByName(db, actor, text, !maybeSealed(text)),
      maybeSealed(text) ? bySealed(db, keyring, actor, text) : [],
    ]);
    const ranked = named
      .map(hit => ({ hit, rank: closeness(words, hit) }))
      .sort((a, b) => b.rank - a.rank || (a.hit.number < b.hit.number ? 1 : -1));
    hits = [
      ...sealedHits,
      ...ranked.map(
        ({ hit }): Hit => ({
          record: 'person',
          id: hit.id,
          number: hit.number,
          fullName: hit.fullName,
          born: hit.born,
          origin: hit.origin,
          office: hit.office,
          why: 'name',
        }),
      ),
    ].slice(0, most);
  }
  const people = hits.filter(hit => hit.record === 'person').map(hit => hit.id);
  if (people.length > 0)
    await tell(db, actor, now, {
      kind: 'list',
      name: 'person.search',
      subjectRecord: 'person',
      persons: people,
    });
  return { hits };
}
