/**
 * Splits a full name into họ (family), đệm (middle) and tên (given). What is surprising: where the given name starts cannot be
 * known from the text, so there is always a main reading (family first) and there may be others (given first, as written abroad);
 * and a middle "A" or "Seo" of a H'Mông man, or any middle word of a Dao man, says lineage and age, not who he is.
 */
import { foldWord, isSyllable, settleTone, words } from './fold.ts';
import { givenShare, isCommonName } from './givens.ts';
import {
  DAO_LINEAGES,
  HMONG_CLANS,
  HMONG_SHARED,
  isSurname,
  isSurnameAnywhere,
  surnameShare,
} from './surnames.ts';

// A whole page pasted into the name field must not cost quadratic time.
const MOST_WORDS = 16;

/** A word of a name: as written (lower case, marks kept) and folded. */
export type NameWord = { marked: string; folded: string };

export type NameParts = {
  /** Null when only a given name or a nickname is known ("Lan", "cô Hoa"). Two words only in highland names ("Niê Kdăm"). */
  family: NameWord | null;
  middle: NameWord[];
  given: NameWord | null;
  /** What a marker in the name says about sex: Văn, A → male; Thị, H', Mùi → female. Not evidence of identity. */
  sexSignal: 'female' | 'male' | null;
  /** A naming custom the family name points to. A guess from the name; a declared ethnicity outranks it. */
  custom: 'hmong' | 'dao' | 'highland' | null;
  /** How the words were read: `family-first` is the Vietnamese order. */
  order: 'family-first' | 'given-first' | 'given-only';
};

/**
 * The words of a name ready for parting: Telex repaired, fused words (`nguyenvanan`) parted where they decompose into valid
 * syllables, initials (`NVA`, `N.V.A`) parted into letters. Order as written; words beyond the sixteenth are left out.
 */
export function nameWords(text: string): NameWord[] {
  const found: NameWord[] = [];
  const spoken = words(text.slice(0, 500)).slice(0, MOST_WORDS);
  for (const word of spoken) {
    const pieces = splitInitials(word, text) ?? splitWithin(word, spoken) ?? [word];
    for (const piece of pieces) {
      const folded = foldWord(piece.replaceAll("'", ''));
      if (folded !== '') found.push({ marked: pieces.length > 1 ? settleTone(piece) : piece, folded });
    }
  }
  return found;
}

/** Whether the folded word is an abbreviation: one letter, or consonants only (`v`, `th`, `ng`). "A" and "Y" may be whole names too. */
export function isInitial(folded: string): boolean {
  return /^([a-z]|ch|gh|kh|ng|ngh|nh|ph|th|tr|qu)$/.test(folded);
}

function splitInitials(word: string, text: string): string[] | null {
  if (!/^[bcdđghklmnpqrstvx]{2,4}[aăâeêioôơuưy]?$/.test(word) || word.length < 3 || isInitial(word))
    return null;
  return text.includes(word.toUpperCase()) && !isSyllable(foldWord(word)) ? [...word] : null;
}

/**
 * A name written as one word is parted freely; a word among others only where every piece is a common name (`nguyen thihoa`),
 * since a slip such as `loinh` for `linh` would come apart too.
 */
function splitWithin(word: string, spoken: string[]): string[] | null {
  if (spoken.length === 1) return splitFused(word, true);
  const pieces = splitFused(word, word === spoken[0]);
  if (pieces === null) return null;
  const marker = foldWord(pieces[0]!) === 'thi' || foldWord(pieces[0]!) === 'van';
  const common = pieces.every(
    (piece, at) => (at === 0 && isSurname(foldWord(piece))) || isCommonName(foldWord(piece)),
  );
  return common && (marker || word.length > 6) ? pieces : null;
}

/**
 * Parts a word written without spaces into 2–5 syllables, the first a known surname when `atStart`; null when it is a syllable
 * already or does not decompose. Among several ways the fewest syllables win, then the commoner words.
 */
export function splitFused(word: string, atStart = true): string[] | null {
  const folded = foldWord(word);
  if (folded.length !== word.length || folded.length < 4 || folded.length > 32 || !/^[a-z]+$/.test(folded))
    return null;
  if (isSyllable(folded) || isSurnameAnywhere(folded)) return null;
  const best: ({ cost: number; cuts: number[] } | null)[] = [{ cost: 0, cuts: [] }];
  for (let end = 1; end <= folded.length; end++) {
    best[end] = null;
    for (let start = Math.max(0, end - 7); start < end; start++) {
      const before = best[start];
      const piece = folded.slice(start, end);
      if (!before || before.cuts.length >= 5) continue;
      const first = start === 0 && atStart;
      if (first ? !isSurname(foldWord(piece)) : !isSyllable(piece)) continue;
      const cost = before.cost + wordCost(foldWord(piece), first);
      if (cost < (best[end]?.cost ?? Number.POSITIVE_INFINITY))
        best[end] = { cost, cuts: [...before.cuts, end] };
    }
  }
  const cuts = best[folded.length]?.cuts;
  if (!cuts || cuts.length < 2) return null;
  return cuts.map((end, at) => word.slice(cuts[at - 1] ?? 0, end));
}

function wordCost(piece: string, isFamily: boolean): number {
  if (isFamily) return 6 - Math.log2(surnameShare(piece));
  const known =
    piece === 'thi' || piece === 'van' ? 3 : isCommonName(piece) ? -Math.log2(givenShare(piece)) : 14;
  return 6 + known;
}

/** Family first, the way names are written in Vietnam. One word is a given name; `H'` and a leading `Y` put the family last. */
export function nameParts(text: string): NameParts {
  return partsOf(nameWords(text));
}

/**
 * All plausible readings, the family-first one first. The given-first ones (`Phuong Thi Nguyen`, `Phuong Nguyen Thi`,
 * `Thi Phuong Nguyen`) are there only when a word in the right place can be a surname.
 */
export function nameReadings(text: string): NameParts[] {
  return readingsOf(nameWords(text));
}

/** As `nameReadings`, from words already parted. */
export function readingsOf(all: NameWord[]): NameParts[] {
  const main = partsOf(all);
  if (all.length < 2 || main.custom === 'highland') return [main];
  const readings = [main];
  const last = all.at(-1)!;
  const second = all[1]!;
  if (mayBeFamily(last)) {
    readings.push(finish(last, all.slice(1, -1), all[0]!, 'given-first'));
    if (all.length > 2) readings.push(finish(last, all.slice(0, -2), all.at(-2)!, 'given-first'));
  }
  if (all.length > 2 && mayBeFamily(second))
    readings.push(finish(second, all.slice(2), all[0]!, 'given-first'));
  return readings;
}

function mayBeFamily(word: NameWord): boolean {
  // Thi and Văn are surnames too, but far oftener the marker in the middle.
  if (word.folded === 'thi' || word.folded === 'van') return false;
  return isSurnameAnywhere(word.folded) || isSurnameAnywhere(word.marked);
}

function partsOf(all: NameWord[]): NameParts {
  const [first, second] = all;
  if (first === undefined) return finish(null, [], null, 'given-only');
  if (second === undefined) return finish(null, [], first, 'given-only');
  if (isHighlandPrefix(first, all)) {
    const family = all.slice(2);
    const joined = family.length === 0 ? null : join(family);
    return {
      ...finish(joined, [], second, 'given-first'),
      custom: 'highland',
      sexSignal: first.folded === 'h' ? 'female' : 'male',
    };
  }
  return finish(first, all.slice(1, -1), all.at(-1)!, 'family-first');
}

/** "Y Thắng Niê", "H'Lan Êban": Y for men, H' for women, then the given name; the mother's family comes last. */
function isHighlandPrefix(first: NameWord, all: NameWord[]): boolean {
  return first.marked === "h'" || (first.marked === 'y' && all.length >= 2);
}

function join(several: NameWord[]): NameWord {
  return {
    marked: several.map(word => word.marked).join(' '),
    folded: several.map(word => word.folded).join(' '),
  };
}

function finish(
  family: NameWord | null,
  middle: NameWord[],
  given: NameWord | null,
  order: NameParts['order'],
): NameParts {
  const marker = middle[0]?.folded;
  const custom = family === null ? null : customOf(family, marker);
  let sexSignal: NameParts['sexSignal'] = null;
  if (marker === 'thi' || (custom === 'dao' && (marker === 'mui' || marker === 'may'))) sexSignal = 'female';
  else if (marker === 'van' || (custom === 'hmong' && marker === 'a')) sexSignal = 'male';
  return { family, middle, given, sexSignal, custom, order };
}

function customOf(family: NameWord, marker: string | undefined): NameParts['custom'] {
  if (HMONG_CLANS.has(family.folded)) return 'hmong';
  if (HMONG_SHARED.has(family.folded) && (marker === 'a' || marker === 'seo')) return 'hmong';
  return DAO_LINEAGES.has(family.marked) ? 'dao' : null;
}
