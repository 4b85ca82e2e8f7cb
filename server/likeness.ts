/* Looking for a person who may already be known, over every office, for the one purpose of not opening a second file. Runs as a database role of its own
 * that sees the compared columns and nothing else; the caller learns that a likely double exists, why, and which office to ask. */
import type { Alike, AlikeCandidate } from '../kernel/act/act.ts';
import {
  type Comparison,
  comparePrepared,
  nameKeys,
  type PersonToCompare,
  preparePerson,
} from '../modules/people/names/index.ts';
import type { Db } from './db/door.ts';
import { areaOf } from './places.ts';

interface Found {
  readonly id: string;
  readonly office: string;
  readonly fullName: string | null;
  readonly otherNames: AlikeCandidate['otherNames'];
  readonly born: string | null;
  readonly sex: string | null;
  readonly ethnicity: string | null;
  readonly origin: string | null;
}

/** How many files with a common key are compared, of one key and of all; the most telling keys are looked at first. */
const mostOfAKey = 40;
const mostCompared = 60;
const mostShown = 5;

function comparable(row: {
  fullName: string | null;
  otherNames: AlikeCandidate['otherNames'];
  born: string | null;
  sex: string | null;
  ethnicity: string | null;
  origin: string | null;
}): PersonToCompare {
  const names = [
    ...(row.fullName ? [{ text: row.fullName, kind: 'official' as const }] : []),
    ...(row.otherNames ?? []).map(name => ({ text: name.text, kind: name.kind as 'alias' })),
  ];
  return {
    names,
    born: row.born,
    sex: row.sex ?? undefined,
    ethnicity: row.ethnicity ?? undefined,
    origin: row.origin ? areaOf(row.origin) : undefined,
  };
}

const candidates = (year: string) =>
  `select p.id, p.office, p.full_name as "fullName", p.other_names as "otherNames", p.born, p.sex, p.ethnicity, p.origin
  from (select k.person from unnest($1::text[]) with ordinality w(key, place)
    cross join lateral (select k.person from person_key k where k.key = w.key and k.share is null ${year} limit ${mostOfAKey}) k
    group by k.person order by min(w.place) limit ${mostCompared}) c
  join person p on p.id = c.person`;

/** Keys are walked in the order they tell most: people of about that age and of unknown age when the age is known, else everybody. */
const ofAboutThatAge = candidates(
  'and coalesce(k.year, $2::smallint) between $2::smallint - 1 and $2::smallint + 1',
);
const ofAnyAge = candidates('');

/**
 * Keys that look a double up when the age is known: the whole name, family and given name, given and last middle name, each among people of about that age.
 * Measured on 100,000 invented people: of the five likeliest doubles that comparing with everybody of that age would find, these bring 85 in a hundred, where
 * given name and initials with the year brought 62 and compared more files. A name alone, without a birth year on either
 * side, is possible at most, so the looser keys are left to searching.
 */
const telling = /^[ngm]:/;
const tellingWithoutAge = /^[ng]:/;

/** The whole name is the same and nothing speaks against it: too little to note down, enough to look before a second file is begun. */
function isNamesake({ level, reasons }: Comparison): boolean {
  return (
    level === 'possible' &&
    reasons.some(reason => reason.code === 'name.same') &&
    reasons.every(reason => reason.bits >= 0 || reason.code === 'alias.tried')
  );
}

/**
 * The likeliest doubles of a candidate, best first; `except` is the file itself; `possible` adds those of whom only the whole name is known to be the same. `db`
 * must act as ct_matcher.
 */
export async function findAlike(
  db: Db,
  candidate: AlikeCandidate,
  except?: string,
  { possible = false }: { readonly possible?: boolean } = {},
): Promise<Alike[]> {
  const person = comparable(candidate);
  if (person.names.length === 0) return [];
  const keys = nameKeys(
    person.names.map(name => name.text),
    candidate.born,
  ).filter(key => (candidate.born ? telling : tellingWithoutAge).test(key));
  if (keys.length === 0) return [];
  const year = candidate.born ? Number(candidate.born.slice(0, 4)) : null;
  const rows =
    year === null
      ? await db.query<Found>(ofAnyAge, [keys])
      : await db.query<Found>(ofAboutThatAge, [keys, year]);
  const prepared = preparePerson(person);
  return rows
    .filter(row => row.id !== except)
    .map(row => ({
      row,
      compared: comparePrepared(prepared, preparePerson(comparable(row))),
    }))
    .filter(
      ({ compared }) =>
        compared.level === 'same' || compared.level === 'likely' || (possible && isNamesake(compared)),
    )
    .sort((a, b) => b.compared.bits - a.compared.bits)
    .slice(0, mostShown)
    .map(({ row, compared }) => ({
      person: row.id,
      office: row.office,
      level: compared.level as 'same' | 'likely' | 'possible',
      bits: compared.bits,
      reasons: compared.reasons.map(reason => ({ code: reason.code, params: {} })),
    }));
}
