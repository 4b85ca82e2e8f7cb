/**
 * Keys under which a person is found again: short texts stored in an indexed column and compared by equality, since LIKE and
 * trigrams are slow under row security. What is surprising: keys only bring candidates; every usual change of spelling must leave
 * at least one key intact, and `comparePeople` decides. Keys hold personal data and need the record's own protection.
 */

import { foldWord } from './fold.ts';
import { readings as sinoReadings, twinGiven } from './givens.ts';
import type { NameParts, NameWord } from './parts.ts';
import { isInitial, nameReadings, nameWords } from './parts.ts';
import { remembered } from './remembered.ts';
import { oneEdit } from './spelling.ts';
import {
  isSurname,
  isSurnameAnywhere,
  surnameClasses,
  surnameShare,
  surnameTable,
  twinClass,
} from './surnames.ts';

export const MOST_KEYS = 12;

/**
 * A stretch of the key column, half-open, for a btree in C collation: `key >= from and key < below`. Those comparisons are leakproof
 * in PostgreSQL, LIKE is not, so under row security only they reach the index.
 */
export type KeyRange = { from: string; below: string };
export type Search = { keys: string[]; ranges: KeyRange[]; year: number | null };

/**
 * At most twelve keys for all names of a person, the most telling first; `born` is a `PartialDay`. Written alike for storing and for
 * looking up a new person. `:` parts the form from its words, `|` the words; a family stands as its twin class (Huỳnh as `hoang`):
 *
 * - `n:an hoang van`: all words folded, spelling twins settled, sorted. Survives marks, tone, order, fused words, Telex, VNI.
 * - `g:hoang|an`: family class and given name. Survives a middle name dropped or changed, pinyin and Han characters.
 * - `y:an|1998`: given name with the birth year. Survives anything in family and middle name.
 * - `i:hoang|va`: family class and first letters of the rest. Survives initials and a slip inside a word.
 * - `m:van|an`: last middle word and given name. Survives a wrong family name. Not for Thị and Văn.
 * - `z:hoang|v|1998`: family class, first letters of the middle words, birth year. Survives any slip in the given name.
 * - `w:an`: the given name alone, for search by it.
 */
export function nameKeys(names: string[], born: string | null): string[] {
  const year = /^\d{4}/.exec(born ?? '')?.[0] ?? null;
  const perName = names.map(name => keysOf(name, year));
  const keys = new Set<string>();
  // Turn by turn, so that a fourth alias never crowds out the first key of the second.
  const longest = Math.max(0, ...perName.map(list => list.length));
  for (let turn = 0; turn < longest; turn++) {
    for (const list of perName) {
      const key = list[turn];
      if (key !== undefined && keys.size < MOST_KEYS) keys.add(key);
    }
  }
  return [...keys];
}

function keysOf(text: string, year: string | null): string[] {
  const all = nameWords(text);
  if (all.length === 0) return [];
  const { family, middle, given } = likeliest(nameReadings(text));
  if (given === null) return [];
  const calls = givenForms(given, family);
  const byYear = year === null ? [] : [`y:${calls.at(-1)}|${year}`];
  if (family === null) return [`w:${calls[0]}`, ...byYear];
  const classes = classesOf(family);
  const bridged = classes.flatMap(one => calls.map(call => `g:${one}|${call}`)).slice(0, 4);
  const own = classes[0]!;
  const telling = middle.filter(word => !isMarker(word.folded)).map(word => settle(word.folded));
  return [
    `n:${all
      .map(word => settle(word === family ? own : word.folded))
      .sort()
      .join(' ')}`,
    ...bridged,
    ...byYear,
    `i:${own}|${[...middle, given].map(word => word.folded[0]).join('')}`,
    ...(telling.length > 0 ? [`m:${telling.at(-1)}|${calls[0]}`] : []),
    ...(year === null ? [] : [`z:${own}|${middle.map(word => word.folded[0]).join('')}|${year}`]),
    `w:${calls[0]}`,
  ];
}

function isMarker(folded: string): boolean {
  return folded === 'thi' || folded === 'van';
}

/** The Vietnamese order where the first word is a surname or one slip away from one, else the first reading with a known surname. */
function likeliest(readings: NameParts[]): NameParts {
  const main = readings[0]!;
  if (main.family === null || isKnown(main.family) || snap(main.family.folded) !== main.family.folded)
    return main;
  return readings.find(parts => parts.family !== null && isKnown(parts.family)) ?? main;
}

function isKnown(family: NameWord): boolean {
  return isSurnameAnywhere(family.folded) || isSurnameAnywhere(family.marked);
}

function settle(folded: string): string {
  const own = twinClass(folded);
  const twin = twinGiven(folded);
  const other = twin === undefined ? own : twinClass(twin);
  return [own, other].sort()[0]!;
}

/** The given name as keys hold it; after a pinyin or Han surname also its Sino-Vietnamese readings. */
function givenForms(given: NameWord, family: NameWord | null): string[] {
  const plain = settle(given.folded);
  const mayBeChinese = family === null || !isSurname(family.folded) || family.folded === family.marked;
  const read = mayBeChinese ? sinoReadings(given.marked).map(settle) : [];
  return [...new Set([plain, ...read])].slice(0, 3);
}

const SURNAMES = [...new Set(surnameTable().flatMap(row => [row.spelling, ...row.twins].map(foldWord)))];

/** Classes of the family name, at most two; a word that is no surname snaps to the commonest one a single edit away. */
function classesOf(family: NameWord): string[] {
  if (isKnown(family)) {
    return surnameClasses(isSurnameAnywhere(family.marked) ? family.marked : family.folded).slice(0, 2);
  }
  return [twinClass(snap(family.folded))];
}

const snap = remembered(folded => {
  if (folded.length < 3 || isInitial(folded)) return folded;
  let best = folded;
  for (const surname of SURNAMES) {
    if (oneEdit(folded, surname) === null) continue;
    if (best === folded || surnameShare(surname) > surnameShare(best)) best = surname;
  }
  return best;
});

/**
 * What somebody typed into the search box → keys to look up by equality, and ranges for a last word still being typed ("nguyen phu").
 * A year among the words ("Phương 1998") narrows the given name. The family name alone finds nobody: it is no search.
 */
export function searchPrefix(text: string): Search {
  const year = /(?:^|\s)((?:19|20)\d\d)(?=\s|$)/.exec(text)?.[1] ?? null;
  const name = text.replace(/[\d/]{4,}/g, ' ');
  const all = nameWords(name);
  const last = all.at(-1);
  if (last === undefined) return { keys: [], ranges: [], year: year === null ? null : Number(year) };
  // "Thị Phương": a marker before the given name says no more than the given name alone.
  const alone = all.slice(0, -1).every(word => isMarker(word.folded));
  const tooBroad = alone ? [] : ['w:'];
  // With a year only the narrowed given name is looked up; the wide forms would bring every other year back.
  const left = year === null ? tooBroad : ['z:', 'w:', 'n:', 'g:', 'i:', 'm:'];
  const typing = year === null && !/\s$/.test(text);
  const prefixes = !typing ? [] : alone ? [`w:${last.folded}`] : prefixesOf(all, last);
  // What a stretch begins with need not be looked up by itself.
  const keys = keysOf(name, year).filter(
    key => !left.some(form => key.startsWith(form)) && !prefixes.some(from => key.startsWith(from)),
  );
  const ranges = prefixes.map(from => ({ from, below: `${from}\u{10ffff}` }));
  return { keys, ranges, year: year === null ? null : Number(year) };
}

function prefixesOf(all: NameWord[], last: NameWord): string[] {
  const first = all[0]!;
  const before = all.at(-2)!;
  const telling = before !== first || !isSurname(before.folded);
  const byMiddle = telling && !isMarker(before.folded) ? [`m:${settle(before.folded)}|${last.folded}`] : [];
  return [...classesOf(first).map(one => `g:${one}|${last.folded}`), ...byMiddle];
}
