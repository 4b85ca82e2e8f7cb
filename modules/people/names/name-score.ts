/**
 * Weighs two names in bits, word against word: family, middle and given each on their own scale. What is surprising: the sum for
 * names is capped, because names run in families, lineages and communes; beyond about sixteen bits a matching name proves kinship
 * rather than identity, and something else (birth, place, a paper) must speak.
 */
import { stripMarks, stripTone } from './fold.ts';
import { givenLetterShare, givenShare, middleLetterShare, middleShare } from './givens.ts';
import type { NameParts, NameWord } from './parts.ts';
import { nameWords, readingsOf } from './parts.ts';
import type { Reason, ReasonCode } from './reasons.ts';
import type { Bare, Nearness } from './spelling.ts';
import { nearness, oneEdit } from './spelling.ts';
import { isListed, isSurname, isSurnameAnywhere, linkFolded, surnameShare } from './surnames.ts';

export type NameKind = 'official' | 'alias' | 'foreign' | 'nickname';
export type TypedName = { text: string; kind: NameKind };

/** A name made ready once, so that comparing it with many others costs little. */
export type PreparedName = {
  text: string;
  kind: NameKind;
  words: NameWord[];
  readings: NameParts[];
  marked: string;
  joined: string;
  /** No mark at all (typed without diacritics, or a name that has none). */
  bare: boolean;
  /** No tone mark; letters such as ê may be there. */
  toneless: boolean;
  foreign: boolean;
};

export type NameScore = { bits: number; reasons: Reason[] };

const MOST_BITS = 16;
// A word that is rare in the whole country may be common in one valley, so neither word alone proves more than this.
const MOST_FAMILY = 8;
const MOST_GIVEN = 8.5;
const ORDER_COST = 0.8;

/** What a way of agreeing costs against agreeing to the letter, in bits. Estimates until the register has labelled pairs. */
const LOSS: Record<Nearness, number> = {
  same: 0,
  marks: 0.15,
  tone: 3,
  letters: 4,
  twin: 1.5,
  foreign: 2,
  slip: 1.8,
  typo: 5,
  far: 6.5,
  initial: 0,
  differs: 0,
};

/** Words, readings and flags of a name. Costs about 20 µs; `compareNames` on prepared names far less. */
export function prepareName({ text, kind }: TypedName): PreparedName {
  const parted = nameWords(text);
  const marked = parted.map(word => word.marked).join(' ');
  const first = parted[0];
  const han = first !== undefined && /\p{Script=Han}/u.test(first.marked);
  const pinyin =
    first !== undefined && parted.length > 1 && isSurnameAnywhere(first.folded) && !isSurname(first.folded);
  return {
    text,
    kind,
    words: parted,
    readings: readingsOf(parted),
    marked,
    joined: parted.map(word => word.folded).join(''),
    bare: stripMarks(marked) === marked,
    toneless: stripTone(marked) === marked,
    foreign: kind === 'foreign' || han || pinyin,
  };
}

/**
 * Bits for two names and the reasons that add up to them. `unscored` says that a different middle word must not count (H'Mông
 * men change theirs on marriage, a Dao man's tells the generation). Symmetric but for the order of `left` and `right` in params.
 */
export function compareNames(left: PreparedName, right: PreparedName, unscored: boolean): NameScore {
  const [leftMain, rightMain] = [left.readings[0]!, right.readings[0]!];
  if (leftMain.given === null || rightMain.given === null) return { bits: 0, reasons: [] };
  let best = scoreReadings(left, right, leftMain, rightMain, unscored, false);
  if (left.joined === right.joined && left.words.length !== right.words.length) {
    const whole = scoreReadings(left, left, leftMain, leftMain, unscored, false);
    const other = scoreReadings(right, right, rightMain, rightMain, unscored, false);
    const bits = Math.min(whole.bits, other.bits) - 1.5;
    if (bits > best.bits) best = { bits, reasons: [reason('name.typo', left, right, bits)] };
  }
  if (best.bits > 6 && best.reasons.length === 1) return best;
  for (const reading of right.readings.slice(1)) {
    const turned = scoreReadings(left, right, leftMain, reading, unscored, true);
    if (turned.bits > best.bits) best = turned;
  }
  for (const reading of left.readings.slice(1)) {
    const turned = scoreReadings(left, right, reading, rightMain, unscored, true);
    if (turned.bits > best.bits) best = turned;
  }
  return best;
}

function reason(code: ReasonCode, left: PreparedName, right: PreparedName, bits: number): Reason {
  return { code, params: { left: left.text, right: right.text }, bits };
}

function scoreReadings(
  left: PreparedName,
  right: PreparedName,
  mine: NameParts,
  theirs: NameParts,
  unscored: boolean,
  turned: boolean,
): NameScore {
  const bare: Bare = left.bare !== right.bare ? 'marks' : left.toneless !== right.toneless ? 'tones' : null;
  const foreign = left.foreign !== right.foreign;
  const soft = left.kind !== 'official' || right.kind !== 'official';
  const given = nearness(mine.given!, theirs.given!, bare, foreign);
  const family = scoreFamily(mine.family, theirs.family, bare, soft);
  if (given === 'differs') {
    const bits = Math.min(0, family.bits) * 0.5 - (soft ? 4 : 9);
    return { bits, reasons: [reason('name.differs', left, right, bits)] };
  }
  const unmarkedMiddle =
    unscored ||
    mine.custom === 'hmong' ||
    theirs.custom === 'hmong' ||
    mine.custom === 'dao' ||
    theirs.custom === 'dao';
  const middle = scoreMiddle(
    mine.middle,
    theirs.middle,
    bare,
    foreign,
    unmarkedMiddle,
    mine.family === null || theirs.family === null,
  );
  const ways: Nearness[] = [given, ...(family.way === null ? [] : [family.way]), ...middle.ways];
  const lead = Math.min(
    MOST_BITS,
    givenBits(mine.given!, theirs.given!, given) + Math.max(0, family.bits) + middle.plus,
  );
  const reasons = [reason(leadCode(ways, left, right, family.way === null), left, right, lead)];
  let bits = lead;
  const add = (code: ReasonCode, worth: number) => {
    if (worth === 0) return;
    reasons.push(reason(code, left, right, worth));
    bits += worth;
  };
  add('name.family', Math.min(0, family.bits));
  add('name.middle', middle.minus);
  if (turned) add('name.order', -ORDER_COST);
  return { bits, reasons };
}

function givenBits(mine: NameWord, theirs: NameWord, way: Nearness): number {
  if (way === 'initial') return letterBits(mine, theirs, givenLetterShare);
  const share = Math.max(givenShare(mine.folded), givenShare(theirs.folded));
  return Math.max(0.5, Math.min(MOST_GIVEN, -Math.log2(share)) - LOSS[way]);
}

function scoreFamily(
  mine: NameWord | null,
  theirs: NameWord | null,
  bare: Bare,
  soft: boolean,
): { bits: number; way: Nearness | null } {
  if (mine === null || theirs === null) return { bits: 0, way: null };
  const differs = { bits: soft ? -2.5 : -6, way: null };
  const rarity = Math.min(
    MOST_FAMILY,
    -Math.log2(Math.max(surnameShare(mine.folded), surnameShare(theirs.folded))),
  );
  const linked = linkFolded(mine, theirs);
  if (linked !== null) {
    const way: Nearness = linked === 'tone' ? (bare === null ? 'tone' : 'marks') : linked;
    const plain = way === 'same' && mine.marked !== theirs.marked ? 'marks' : way;
    // Nguyên for Nguyễn is no other family but a wrong mark; Vũ and Vừ are two.
    const slipOnly = plain === 'tone' && !(isListed(mine.marked) && isListed(theirs.marked));
    return { bits: Math.max(0.5, rarity - (slipOnly ? 0.7 : LOSS[plain])), way: plain };
  }
  const way = nearness(mine, theirs, bare, false);
  if (way === 'initial') return { bits: 1, way };
  if (oneEdit(mine.folded, theirs.folded) === null) return differs;
  // Two known surnames one letter apart (Trần and Tẩn) are two families, though a slip happens; an unknown one is a slip.
  if (isSurname(mine.folded) && isSurname(theirs.folded)) return { bits: differs.bits / 2, way: null };
  const known = isSurname(mine.folded) ? mine : theirs;
  return {
    bits: Math.max(0.3, Math.min(MOST_FAMILY, -Math.log2(surnameShare(known.folded))) - LOSS.slip),
    way: 'slip',
  };
}

type MiddleScore = { plus: number; minus: number; ways: Nearness[] };

function scoreMiddle(
  mine: NameWord[],
  theirs: NameWord[],
  bare: Bare,
  foreign: boolean,
  unscored: boolean,
  partial: boolean,
): MiddleScore {
  const score: MiddleScore = { plus: 0, minus: 0, ways: [] };
  const [few, many] = isFirst(mine, theirs) ? [mine, theirs] : [theirs, mine];
  const left = [...many];
  const unmatched: NameWord[] = [];
  for (const word of few) {
    let at = -1;
    let way: Nearness = 'differs';
    for (const [index, other] of left.entries()) {
      const here = nearness(word, other, bare, foreign);
      if (here !== 'differs' && (at < 0 || LOSS[here] < LOSS[way])) [at, way] = [index, here];
    }
    if (at < 0) unmatched.push(word);
    else {
      const other = left.splice(at, 1)[0]!;
      score.ways.push(way);
      score.plus +=
        way === 'initial'
          ? Math.min(letterBits(word, other, middleLetterShare), middleBits(word, other, unscored))
          : Math.max(0.1, middleBits(word, other, unscored) - LOSS[way] * 0.5);
    }
  }
  if (unscored || partial) return score;
  const unpaired = left.slice(unmatched.length);
  for (const word of unmatched) score.minus -= left.some(other => clash(word, other)) ? 5 : 3.5;
  for (const word of unpaired) score.minus -= isMarker(word) ? 1 : 1.5;
  return score;
}

/** What an initial that fits proves: the first letter's rarity. */
function letterBits(mine: NameWord, theirs: NameWord, shareOf: (letter: string) => number): number {
  const letter = (mine.folded.length < theirs.folded.length ? mine : theirs).folded[0]!;
  return Math.min(3.5, -Math.log2(shareOf(letter)) * 0.8);
}

/** Thị and Văn say sex, not who; the rest counts by rarity, lowered since brothers and sisters share it. */
function middleBits(mine: NameWord, theirs: NameWord, unscored: boolean): number {
  if (unscored) return 0.3;
  if (mine.folded === 'thi') return 0.5;
  if (mine.folded === 'van') return 0.7;
  return Math.min(4.5, -Math.log2(Math.max(middleShare(mine.folded), middleShare(theirs.folded))) * 0.7);
}

function isMarker(word: NameWord): boolean {
  return word.folded === 'thi' || word.folded === 'van';
}

function clash(one: NameWord, other: NameWord): boolean {
  return isMarker(one) && isMarker(other) && one.folded !== other.folded;
}

/** The shorter list first, then by spelling, so that matching word for word does not depend on which person is `a`. */
function isFirst(mine: NameWord[], theirs: NameWord[]): boolean {
  if (mine.length !== theirs.length) return mine.length < theirs.length;
  return mine.map(word => word.marked).join(' ') <= theirs.map(word => word.marked).join(' ');
}

/** The weakest way of agreeing names the reason: one letter off outweighs a missing mark. */
function leadCode(ways: Nearness[], left: PreparedName, right: PreparedName, noFamily: boolean): ReasonCode {
  const has = (...wanted: Nearness[]) => ways.some(way => wanted.includes(way));
  if (has('slip', 'typo', 'far')) return 'name.typo';
  if (has('foreign')) return 'name.foreign';
  if (has('initial')) return 'name.initials';
  if (has('twin')) return 'name.spelling';
  if (has('tone')) return 'name.tone';
  if (has('marks', 'letters')) return 'name.marks';
  if (left.marked === right.marked && (left.kind !== 'official' || right.kind !== 'official'))
    return 'alias.same';
  if (noFamily) return 'name.given';
  return 'name.same';
}
