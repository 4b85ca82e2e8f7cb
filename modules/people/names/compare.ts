/**
 * Whether two records may be one person: bits of evidence from names, birth, home place, sex and papers, added up, each with its
 * reason. What is surprising: a name alone is never more than "possible", however rare, and what is missing counts nothing, so a
 * record with little in it can hardly match and hardly be ruled out. The weights are estimates after linkage facts §1 and §3, to be
 * replaced by trained ones once officers have labelled pairs; thresholds stand on bits, never on a probability.
 */
import type { BornPrecision } from './born-score.ts';
import { compareBorn, readBorn } from './born-score.ts';
import type { NameScore, PreparedName, TypedName } from './name-score.ts';
import { compareNames, prepareName } from './name-score.ts';
import { readCccd, readChineseId } from './papers.ts';
import type { Reason, ReasonCode } from './reasons.ts';
import { remembered } from './remembered.ts';
import { oneEdit } from './spelling.ts';

export type PersonToCompare = {
  names: TypedName[];
  /** A `PartialDay`. */
  born: string | null;
  bornPrecision?: BornPrecision | undefined;
  sex?: string | undefined;
  /** Codes of one list and time (old districts or new communes), compared by equality; the caller maps old to new. */
  origin?: { commune?: string; district?: string; province?: string } | undefined;
  /** Code of the list of 1979: 08 H'Mông, 09 Dao. */
  ethnicity?: string | undefined;
  /** Numbers as `checkPaper` normalises them. */
  papers?: { kind: string; number: string }[] | undefined;
};

export type Level = 'same' | 'likely' | 'possible' | 'none';
export type Comparison = { level: Level; bits: number; reasons: Reason[] };

/** Bits from which a level holds. `possible` suits a quiet list, `likely` a warning while typing, `same` a proposal to join. */
export const THRESHOLDS = { same: 26, likely: 16, possible: 7 } as const;

const HMONG = '08';
const DAO = '09';

/** A person made ready once; compare it with many at over 100,000 pairs a second. */
export type PreparedPerson = {
  person: PersonToCompare;
  names: PreparedName[];
  born: ReturnType<typeof readBorn>;
  estimated: boolean;
  sex: 'female' | 'male' | null;
  marker: 'female' | 'male' | null;
};

/** Making a name ready costs more than comparing it. The key says where the kind ends, whatever either holds. */
const ready = remembered((key): PreparedName => {
  const [kind, text] = JSON.parse(key) as [TypedName['kind'], string];
  return prepareName({ kind, text });
}, 200);
const readyName = ({ kind, text }: TypedName): PreparedName => ready(JSON.stringify([kind, text]));

/** Folds and parts the names; takes a birth year and sex from a personal number where the record has none. */
export function preparePerson(person: PersonToCompare): PreparedPerson {
  const names = person.names.map(readyName).filter(name => name.words.length > 0);
  const said = (person.papers ?? []).map(paper => saysOf(paper)).find(says => says !== null);
  const official = names.find(name => name.kind === 'official');
  const sex = person.sex ?? said?.sex;
  return {
    person,
    names,
    born: readBorn(person.born, person.bornPrecision) ?? readBorn(said ? String(said.year) : null),
    estimated: person.bornPrecision === 'estimated',
    sex: sex === 'female' || sex === 'male' ? sex : null,
    marker: official?.readings[0]?.sexSignal ?? null,
  };
}

function saysOf(paper: { kind: string; number: string }): ReturnType<typeof readCccd> {
  if (paper.kind === 'cccd') return readCccd(paper.number);
  return paper.kind === 'cn-id' ? readChineseId(paper.number) : null;
}

/** Compares two records. Symmetric: swapping them swaps only `left` and `right` in the params. */
export function comparePeople(a: PersonToCompare, b: PersonToCompare): Comparison {
  return comparePrepared(preparePerson(a), preparePerson(b));
}

/** As `comparePeople`, for people made ready with `preparePerson`. */
export function comparePrepared(a: PreparedPerson, b: PreparedPerson): Comparison {
  const names = bestNames(a, b);
  const born = compareBorn(a.born, b.born, a.estimated || b.estimated);
  const papers = comparePapers(a.person.papers ?? [], b.person.papers ?? []);
  const reasons = [
    ...names.reasons,
    ...(born ? [born] : []),
    ...compareOrigin(a.person, b.person),
    ...compareSex(a, b),
    ...compareEthnicity(a.person, b.person),
    ...papers,
  ];
  const bits = reasons.reduce((total, reason) => total + reason.bits, 0);
  return { level: levelOf(bits, names.bits, reasons), bits, reasons };
}

function levelOf(bits: number, nameBits: number, reasons: Reason[]): Level {
  const has = (...codes: ReasonCode[]) => reasons.some(reason => codes.includes(reason.code));
  const paper = has('paper.same');
  if (bits >= THRESHOLDS.same && !has('born.differs', 'sex.differs')) return 'same';
  // One name and one place are shared by cousins; without a paper, different birth years keep two people apart.
  const apart = reasons.some(reason => reason.code.startsWith('born.') && reason.bits <= -2);
  if (bits >= THRESHOLDS.likely && (paper || (!apart && reasons.some(supports)))) return 'likely';
  // The same paper in two hands is worth a look even when all else differs: it may be lent, stolen or forged.
  if (paper) return 'possible';
  return bits >= THRESHOLDS.possible && nameBits > 0 ? 'possible' : 'none';
}

function supports(reason: Reason): boolean {
  return reason.bits >= 1.5 && !reason.code.startsWith('name.') && !reason.code.startsWith('alias.');
}

/** The best pair of names; trying many costs half a bit per doubling, or people with many aliases would match everyone. */
function bestNames(a: PreparedPerson, b: PreparedPerson): NameScore {
  const unscored =
    [a, b].every(side => side.person.ethnicity === HMONG) ||
    [a, b].every(side => side.person.ethnicity === DAO);
  let best: NameScore | null = null;
  for (const left of a.names) {
    for (const right of b.names) {
      const score = compareNames(left, right, unscored);
      if (best === null || score.bits > best.bits) best = score;
    }
  }
  if (best === null) return { bits: 0, reasons: [] };
  const penalty = Math.min(2, 0.5 * Math.log2(a.names.length * b.names.length));
  if (penalty === 0) return best;
  return { bits: best.bits - penalty, reasons: [...best.reasons, plain('alias.tried', -penalty)] };
}

function plain(code: ReasonCode, bits: number): Reason {
  return { code, params: {}, bits };
}

function compareOrigin(a: PersonToCompare, b: PersonToCompare): Reason[] {
  const [left, right] = [a.origin, b.origin];
  if (!left || !right) return [];
  // Clans live together, so a shared commune is worth less beside a shared surname than its size would say.
  if (left.commune && left.commune === right.commune) return [plain('origin.commune', 6)];
  if (left.district && left.district === right.district) return [plain('origin.district', 3.5)];
  if (left.province && right.province && left.province !== right.province)
    return [plain('origin.differs', -1.5)];
  if (left.district && right.district) return [plain('origin.differs', -1)];
  if (left.commune && right.commune) return [plain('origin.differs', -0.5)];
  return left.province && left.province === right.province ? [plain('origin.province', 1)] : [];
}

function compareSex(a: PreparedPerson, b: PreparedPerson): Reason[] {
  if (a.sex !== null && b.sex !== null) return a.sex === b.sex ? [] : [plain('sex.differs', -6)];
  const [one, other] = [a.sex ?? a.marker, b.sex ?? b.marker];
  return one !== null && other !== null && one !== other ? [plain('sex.marker', -3)] : [];
}

function compareEthnicity(a: PersonToCompare, b: PersonToCompare): Reason[] {
  if (!a.ethnicity || !b.ethnicity) return [];
  return a.ethnicity === b.ethnicity ? [plain('ethnicity.same', 0.5)] : [plain('ethnicity.differs', -1.5)];
}

const SAME_PAPER: Record<string, number> = {
  cccd: 25,
  'cn-id': 25,
  cmnd: 22,
  passport: 22,
  'border-pass': 12,
  phone: 9,
};

/** The strongest thing the papers say. Only a personal number is one for life, so only there does a difference count. */
function comparePapers(
  left: { kind: string; number: string }[],
  right: { kind: string; number: string }[],
): Reason[] {
  const found: Reason[] = [];
  let differs = false;
  for (const mine of left) {
    for (const theirs of right) {
      if (mine.kind !== theirs.kind || mine.number === '' || theirs.number === '') continue;
      if (mine.number === theirs.number)
        found.push(plain(mine.kind === 'phone' ? 'phone.same' : 'paper.same', SAME_PAPER[mine.kind] ?? 10));
      else if (isNear(mine.kind, mine.number, theirs.number))
        found.push(plain('paper.near', mine.kind === 'cccd' ? 11 : 7));
      else if (mine.kind === 'cccd') differs = true;
    }
  }
  const phone = found.find(reason => reason.code === 'phone.same');
  const paper = found
    .filter(reason => reason.code !== 'phone.same')
    .toSorted((one, other) => other.bits - one.bits)[0];
  if (paper) return phone ? [paper, phone] : [paper];
  return [...(phone ? [phone] : []), ...(differs ? [plain('paper.differs', -8)] : [])];
}

/** In a personal number only the last six digits are free; a slip elsewhere is another province, sex or year. */
function isNear(kind: string, left: string, right: string): boolean {
  if (kind === 'phone' || kind === 'border-pass') return false;
  if (kind === 'cccd' && left.slice(0, 6) !== right.slice(0, 6)) return false;
  return left.length === right.length && left.length >= 7 && oneEdit(left, right) !== null;
}
