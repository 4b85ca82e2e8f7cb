/*
 * Who somebody is: sex, age, people, place, name, papers, and what was done to them. Draws only from the person's own chance, so a double
 * can invent the original again. What is plainly invented: the last six digits of a personal number begin with 9 (no province registers
 * 900,000 births of one sex in a year) and telephones begin with 0300 (no operator in Vietnam has 030 or 031).
 */
import type { Day, PartialDay } from '../../../kernel/day.ts';
import { between, type Chance, chanceOf, fraction, happens, idAt, pickWeighted } from '../chance.ts';
import { alterName, inventName, type NameChange, type Sex } from '../names.ts';
import { getUnit, MERGER, successorUnits } from '../units.ts';
import { dayAt } from './clock.ts';
import { inventOrigin, type Origin } from './places.ts';
import type { Exploitation, InventedPerson, Route } from './types.ts';

/** Compounds that force people into online fraud appear in what the border receives from this day. */
export const SCAM_COMPOUNDS_FROM = '2022-03-01' as Day;

export type Identity = {
  person: InventedPerson;
  origin: Origin;
  age: number;
  truth: { exploitation: Exploitation | null; wasTrafficked: boolean };
  route: Route;
};

const EXPLOITATION: Record<Sex, [Exploitation, number][]> = {
  female: [
    ['forced_marriage', 52],
    ['sexual_exploitation', 20],
    ['forced_labour', 18],
    ['surrogacy', 4],
    ['other', 6],
  ],
  male: [
    ['forced_labour', 85],
    ['other', 15],
  ],
};

/** How many of a kind are under 18, so that 23 to 24 % of all victims are, as published for 2016 to 2025. */
const CHILD_SHARE: Record<Exploitation | 'none', number> = {
  forced_marriage: 0.29,
  sexual_exploitation: 0.3,
  forced_labour: 0.13,
  forced_criminality: 0.1,
  surrogacy: 0,
  other: 0.3,
  none: 0.15,
};

const ROUTES: Record<'trafficked' | 'scam' | 'other', [Route, number][]> = {
  trafficked: [
    ['self_return', 46],
    ['foreign_handover', 18],
    ['rescued', 6],
    ['commune_office', 10],
    ['hotline_111', 4],
    ['referred', 7],
    ['criminal_case', 9],
  ],
  scam: [
    ['self_return', 22],
    ['foreign_handover', 48],
    ['rescued', 12],
    ['commune_office', 5],
    ['hotline_111', 5],
    ['referred', 3],
    ['criminal_case', 5],
  ],
  other: [
    ['self_return', 58],
    ['foreign_handover', 22],
    ['commune_office', 8],
    ['hotline_111', 6],
    ['referred', 6],
  ],
};

/** Person n who arrives at that moment. `n` counts from 0. */
export function inventIdentity(seed: number, n: number, arrivedAt: number): Identity {
  const chance = chanceOf(seed, n);
  const day = dayAt(arrivedAt);
  const wasTrafficked = happens(chance, 0.52);
  const scam = wasTrafficked && day >= SCAM_COMPOUNDS_FROM && happens(chance, 0.17);
  const sex: Sex = happens(chance, maleShare(scam, wasTrafficked, day)) ? 'male' : 'female';
  const exploitation = !wasTrafficked
    ? null
    : scam
      ? 'forced_criminality'
      : pickWeighted(chance, EXPLOITATION[sex]);
  const isChild = happens(chance, CHILD_SHARE[exploitation ?? 'none']);
  const age = isChild ? between(chance, scam ? 15 : 12, 17) : 18 + Math.floor(fraction(chance) ** 1.6 * 26);
  const origin = inventOrigin(chance, day);
  const born = inventBirth(chance, age, day);
  const number = inventNumber(n, sex, born, origin);
  const hasPaper = happens(chance, isChild ? 0.35 : 0.5);
  const fullName = inventName(chance, origin.ethnicity, sex);
  const alsoKnown = happens(chance, 0.12) ? [inventName(chance, origin.ethnicity, sex)] : [];
  const phone = happens(chance, 0.35) ? `0300${String(100_000 + (n % 800_000))}` : null;
  const person: InventedPerson = {
    id: idAt(chance, arrivedAt),
    fullName,
    otherNames: alsoKnown,
    sex,
    born,
    ethnicity: origin.ethnicity,
    nationality: 'VN',
    spoken: [],
    speaksVietnamese: origin.ethnicity === '01' || happens(chance, 0.64),
    origin: origin.unit?.id ?? null,
    originNote: origin.elsewhere,
    phone,
    papers:
      hasPaper && number
        ? [
            {
              id: idAt(chance, arrivedAt),
              paperKind: isChild ? 'birth_certificate' : 'cccd',
              paperNumber: number,
            },
          ]
        : [],
    unanswered: {},
  };
  person.spoken = languagesOf(chance, origin.motherTongue, person.speaksVietnamese, wasTrafficked);
  if (born === null) person.unanswered.born = 'unknown';
  if (phone === null) person.unanswered.phone = happens(chance, 0.3) ? 'declined' : 'not_asked';
  const route = pickWeighted(chance, ROUTES[scam ? 'scam' : wasTrafficked ? 'trafficked' : 'other']);
  return { person, origin, age, truth: { exploitation, wasTrafficked }, route };
}

/**
 * The same person met again at another desk: her own id, another spelling, often only the year of birth, and seldom a paper. Her place of
 * origin is named as it is called on the later day.
 */
export function inventDouble(
  chance: Chance,
  original: Identity,
  arrivedAt: number,
): { identity: Identity; change: NameChange } {
  const { name, change } = alterName(chance, original.person.fullName);
  const { person, origin } = original;
  const unit = origin.unit && dayAt(arrivedAt) >= MERGER ? asOfToday(origin.unit.id) : origin.unit;
  return {
    change,
    identity: {
      ...original,
      origin: { ...origin, unit },
      route: pickWeighted(chance, ROUTES.other),
      person: {
        ...person,
        id: idAt(chance, arrivedAt),
        fullName: name,
        otherNames: [],
        born: person.born && happens(chance, 0.5) ? (person.born.slice(0, 4) as PartialDay) : person.born,
        origin: unit?.id ?? null,
        phone: happens(chance, 0.3) ? person.phone : null,
        papers: happens(chance, 0.25)
          ? person.papers.map(paper => ({ ...paper, id: idAt(chance, arrivedAt) }))
          : [],
        unanswered: person.born === null ? { born: 'unknown' } : {},
      },
    },
  };
}

/** The unit that holds the ground now; a district has several, so its people are counted to the province. */
function asOfToday(unitId: string) {
  const unit = getUnit(unitId);
  if (unit.valid_to === null) return unit;
  const successors = successorUnits(unitId);
  const successor = getUnit(successors[0]!.successor);
  return successors.length === 1 ? successor : getUnit(successor.parent!);
}

function maleShare(scam: boolean, trafficked: boolean, day: Day): number {
  if (scam) return 0.65;
  if (trafficked) return 0.06;
  return day < SCAM_COMPOUNDS_FROM ? 0.1 : 0.2;
}

/** Six in ten know the day, many only the year, a few nothing. */
function inventBirth(chance: Chance, age: number, day: Day): PartialDay | null {
  const precision = fraction(chance);
  const month = between(chance, 1, 12);
  const date = between(chance, 1, 28);
  const birthday = `${pad(month)}-${pad(date)}`;
  const year = Number(day.slice(0, 4)) - age - (birthday > day.slice(5) ? 1 : 0);
  if (precision < 0.02) return null;
  if (precision < 0.32) return String(year) as PartialDay;
  if (precision < 0.4) return `${year}-${pad(month)}` as PartialDay;
  return `${year}-${birthday}` as PartialDay;
}

function inventNumber(n: number, sex: Sex, born: PartialDay | null, origin: Origin): string | null {
  if (born === null) return null;
  const year = Number(born.slice(0, 4));
  const century = (year >= 2000 ? 2 : 0) + (sex === 'female' ? 1 : 0);
  const province = origin.elsewhere ? '012' : origin.districtCode! >= '132' ? '015' : '010';
  return `${province}${century}${pad(year % 100)}${900_000 + (n % 100_000)}`;
}

function languagesOf(chance: Chance, motherTongue: string, vietnamese: boolean, wasAway: boolean): string[] {
  const spoken = [motherTongue];
  if (vietnamese && motherTongue !== 'vie') spoken.push('vie');
  if (motherTongue !== 'zho' && wasAway && happens(chance, 0.3)) spoken.push('zho');
  return spoken;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
