/*
 * The first hours: how she came and to which desk, what she needed at once, who came with her, what she allowed, and whether the signs were
 * looked at. Everything happens at an office that was open on the day, and nothing on or after the day the world ends.
 */
import type { Day, PartialDay } from '../../../kernel/day.ts';
import { answerableOn, type Office } from '../agencies.ts';
import { CAST, type Role } from '../cast.ts';
import { between, type Chance, happens, idAt, pick, pickWeighted } from '../chance.ts';
import { inventName } from '../names.ts';
import { MERGER } from '../units.ts';
import { dayAt, HOUR, hourOf, MINUTE, midnight, officeHours, textOf } from './clock.ts';
import type { Identity } from './person.ts';
import { communeOffice, districtOffice, nearestStation, officeOn, supportLead } from './places.ts';
import { HANDED_OVER_BY } from './texts.ts';
import {
  type Answer,
  type Arrival,
  type ChildWithHer,
  type Consent,
  type ConsentPurpose,
  type Exploitation,
  IMMEDIATE_NEEDS,
  type Law,
  type Needs,
  type Route,
  type Screening,
} from './types.ts';

const AREAS_IN_CHINA: [string, number][] = [
  ['CN-532532', 26],
  ['CN-532625', 16],
  ['CN-532503', 10],
  ['CN-532530', 8],
  ['CN-5325', 5],
  ['CN-5326', 5],
  ['CN-532624', 4],
  ['CN-5301', 6],
  ['CN-45', 6],
  ['CN-44', 6],
  ['CN-41', 5],
  ['CN-34', 3],
];
const AREAS_OF_COMPOUNDS: [string, number][] = [
  ['MM-17', 35],
  ['MM-13', 20],
  ['KH-18', 20],
  ['KH-20', 15],
  ['LA-BK', 10],
];

/** Hours at which people come: on foot before dawn and after dark, by hand-over in office hours. */
const HOURS: Record<'own' | 'office', [number, number][]> = {
  own: [
    [0, 4],
    [1, 3],
    [2, 3],
    [4, 5],
    [5, 8],
    [6, 8],
    [7, 6],
    [9, 5],
    [11, 4],
    [14, 4],
    [16, 5],
    [18, 7],
    [19, 8],
    [20, 8],
    [21, 7],
    [22, 6],
    [23, 5],
  ],
  office: [
    [8, 4],
    [9, 8],
    [10, 9],
    [11, 4],
    [14, 8],
    [15, 9],
    [16, 5],
  ],
};

/** Roles of the cast that may do a thing; nobody of another role is written down as having done it. */
export const DESK = {
  receives: ['border_officer', 'police_officer', 'commune_officer', 'social_worker'],
  verifies: ['identifier', 'police_officer'],
  identifies: ['identifier'],
  notes: ['shelter_worker', 'womens_union_officer', 'social_worker'],
} as const satisfies Record<string, readonly Role[]>;

type Seat = { key: string; role: Role; from: Day; to: Day | null };
const seats = new Map<string, Seat[]>();
for (const officer of CAST) {
  for (const post of officer.posts) {
    const seat: Seat = { key: officer.key, role: post.role, from: post.valid_from, to: post.valid_to };
    const taken = seats.get(post.office) ?? [];
    // Heads last: they sign, others sit at the desk.
    seats.set(post.office, post.head ? [...taken, seat] : [seat, ...taken]);
  }
}

/** Who of the cast sat at that desk on that day; null at most of the 1,440 offices. */
export function officerAt(officeId: string, day: Day, desk: keyof typeof DESK): string | null {
  const fits = (seat: Seat) =>
    (DESK[desk] as readonly Role[]).includes(seat.role) &&
    seat.from <= day &&
    (seat.to === null || day < seat.to);
  return seats.get(officeId)?.find(fits)?.key ?? null;
}

export function lawOn(day: Day): Law {
  return day < MERGER ? '66/2011/QH12' : '53/2024/QH15';
}

/** Within the day of `dayMillis`, at an hour people come that way. */
export function arrivalMoment(chance: Chance, route: Route, dayMillis: number): number {
  const onTheirOwn = route === 'self_return' || route === 'rescued' || route === 'criminal_case';
  const hour = pickWeighted(chance, HOURS[onTheirOwn ? 'own' : 'office']);
  return midnight(dayMillis) + hour * HOUR + between(chance, 0, 59) * MINUTE;
}

export function inventArrival(
  chance: Chance,
  identity: Identity,
  arrivedAt: number,
): { arrival: Arrival; office: Office } {
  const { route, truth } = identity;
  const day = dayAt(arrivedAt);
  const office = receivingOffice(chance, identity, day);
  const atHome =
    truth.exploitation !== 'forced_criminality' && happens(chance, isFromAbroad(route) ? 0 : 0.15);
  const area = atHome
    ? null
    : pickWeighted(chance, truth.exploitation === 'forced_criminality' ? AREAS_OF_COMPOUNDS : AREAS_IN_CHINA);
  const recorded = arrivedAt + between(chance, 20, 240) * MINUTE;
  return {
    office,
    arrival: {
      id: idAt(chance, arrivedAt),
      route,
      arrivedAt: textOf(arrivedAt),
      office: office.id,
      officer: officerAt(office.id, day, 'receives'),
      fromCountry: area === null ? 'VN' : area.slice(0, 2),
      fromArea: area,
      leftHome: happens(chance, 0.75) ? leftHome(chance, identity, arrivedAt) : null,
      handedOverBy: route === 'foreign_handover' ? pick(chance, HANDED_OVER_BY) : null,
      recordedAt: textOf(recorded),
    },
  };
}

function receivingOffice(chance: Chance, { route, origin }: Identity, day: Day): Office {
  switch (route) {
    case 'self_return':
      return nearestStation(chance, origin.districtCode, day);
    case 'foreign_handover':
      return happens(chance, 0.65)
        ? officeOn('bien-phong', 'ck-lao-cai', day)
        : officeOn('cong-an', 'pa08', day);
    case 'rescued':
      return happens(chance, 0.5) ? officeOn('cong-an', 'pc02', day) : officeOn('bien-phong', 'pcmt', day);
    case 'commune_office':
      return (
        communeOffice(happens(chance, 0.7) ? 'ubnd' : 'cong-an', origin.unit, origin.districtCode, day) ??
        officeOn('ctxh', 'trung-tam', day)
      );
    case 'hotline_111':
      return supportLead(day);
    case 'referred':
      return districtOffice('ldtbxh', origin.districtCode, day) ?? officeOn('ctxh', 'trung-tam', day);
    case 'criminal_case':
      return districtOffice('cong-an', origin.districtCode, day) ?? officeOn('cong-an', 'pc02', day);
  }
}

function isFromAbroad(route: Route): boolean {
  return route === 'self_return' || route === 'foreign_handover';
}

/** Months to years before, never before the tenth year of life. */
function leftHome(chance: Chance, { age }: Identity, arrivedAt: number): PartialDay {
  const months = Math.min(Math.floor(between(chance, 1, 12) ** 1.7), Math.max(1, (age - 10) * 12));
  const date = new Date(arrivedAt);
  const index = date.getUTCFullYear() * 12 + date.getUTCMonth() - months;
  const year = String(Math.floor(index / 12));
  return (happens(chance, 0.5) ? year : `${year}-${String((index % 12) + 1).padStart(2, '0')}`) as PartialDay;
}

export function inventNeeds(chance: Chance, identity: Identity, arrivedAt: number): Needs {
  const { person, truth } = identity;
  const night = hourOf(arrivedAt) < 6 || hourOf(arrivedAt) >= 19;
  const likely = truth.wasTrafficked;
  const answer = (probability: number): Answer =>
    happens(chance, 0.07)
      ? pick(chance, ['not_asked', 'unknown', 'declined'])
      : happens(chance, probability)
        ? 'yes'
        : 'no';
  const needs: Needs = {
    id: idAt(chance, arrivedAt),
    safety: answer(likely ? 0.45 : 0.05),
    medical: answer(likely ? 0.4 : 0.15),
    food: answer(0.7),
    clothing: answer(likely ? 0.6 : 0.2),
    rest: night ? 'yes' : answer(0.4),
    interpreter: person.speaksVietnamese ? 'no' : 'yes',
    interpreterLanguages: person.speaksVietnamese ? [] : [person.spoken[0]!],
    met: [],
  };
  needs.met = IMMEDIATE_NEEDS.filter(need => needs[need] === 'yes' && happens(chance, 0.88));
  return needs;
}

/** Children born away, or a younger sister or brother. */
export function inventChildren(chance: Chance, identity: Identity, arrivedAt: number): ChildWithHer[] {
  const { person, age, truth, origin } = identity;
  const mother = person.sex === 'female' && age >= 18 && truth.exploitation === 'forced_marriage';
  if (!happens(chance, mother ? 0.3 : 0.02)) return [];
  return Array.from({ length: happens(chance, 0.25) ? 2 : 1 }, () => {
    const sex = happens(chance, 0.5) ? 'female' : 'male';
    const years = between(chance, 0, mother ? Math.min(9, age - 17) : 11);
    const born = String(Number(dayAt(arrivedAt).slice(0, 4)) - years) as PartialDay;
    const relation = mother ? 'own_child' : 'sibling';
    const childName = happens(chance, 0.85) ? inventName(chance, origin.ethnicity, sex) : null;
    return { id: idAt(chance, arrivedAt), childName, born, sex, relation };
  });
}

const CONSENTS: [ConsentPurpose, asked: number, yes: number][] = [
  ['services', 1, 0.95],
  ['referral', 1, 0.88],
  ['statistics', 0.9, 0.8],
  ['family_contact', 0.7, 0.72],
  ['criminal_proceedings', 0.4, 0.6],
  ['research', 0.3, 0.4],
  ['cross_border', 0.25, 0.35],
  ['media', 0.15, 0.05],
];

/** What she allowed, asked once her needs were seen to and before any other question. A question that was not put is no row. */
export function inventConsents(
  chance: Chance,
  identity: Identity,
  office: Office,
  arrivedAt: number,
  limit: number,
): Consent[] {
  const when = arrivedAt + between(chance, 25, 55) * MINUTE;
  if (when >= limit) return [];
  // Midnight may lie between, and on one night of 2025 the office itself changed.
  const asking = answerableOn(office, dayAt(when))[0]!;
  const { person, age } = identity;
  return CONSENTS.filter(([, asked]) => happens(chance, asked)).map(([consentPurpose, , yes]) => ({
    id: idAt(chance, when),
    consentPurpose,
    given: happens(chance, yes) ? 'yes' : happens(chance, 0.7) ? 'no' : 'declined',
    recipient: null,
    office: asking.id,
    officer: officerAt(asking.id, dayAt(when), 'receives'),
    givenAt: textOf(when),
    language: person.speaksVietnamese ? 'vie' : person.spoken[0]!,
    givenBy: age >= 18 ? 'herself' : happens(chance, 0.8) ? 'herself_and_guardian' : 'guardian',
    withdrawnAt: null,
    withdrawnWhy: null,
  }));
}

const SIGNS_ALWAYS_ASKED = [
  'act.recruit',
  'act.transport',
  'act.transfer',
  'act.harbour',
  'means.force',
  'means.threat',
  'means.deceit',
  'means.documents',
  'means.debt',
  'purpose.material_benefit',
];
const PURPOSE_SIGN: Record<Exploitation, string> = {
  forced_marriage: 'purpose.forced_marriage',
  sexual_exploitation: 'purpose.sexual_exploitation',
  forced_labour: 'purpose.forced_labour',
  forced_criminality: 'purpose.forced_crime',
  surrogacy: 'purpose.childbearing',
  other: 'purpose.other_inhuman',
};

/** The signs, looked at by day; one in twenty-five was never screened. Null also when the world ends before it could be. */
export function inventScreening(
  chance: Chance,
  identity: Identity,
  office: Office,
  arrivedAt: number,
  limit: number,
): { screening: Screening; at: number } | null {
  if (happens(chance, 0.04)) return null;
  const at = Math.max(
    arrivedAt + HOUR,
    officeHours(chance, arrivedAt, hourOf(arrivedAt) >= 16 || happens(chance, 0.2) ? 1 : 0),
  );
  if (at >= limit) return null;
  const day = dayAt(at);
  const desk = answerableOn(office, day)[0]!;
  const { truth } = identity;
  const impression = pickWeighted<Screening['impression']>(
    chance,
    truth.wasTrafficked
      ? [
          ['clear_signs', 56],
          ['some_signs', 33],
          ['no_sign', 6],
          ['not_possible_now', 5],
        ]
      : [
          ['no_sign', 70],
          ['some_signs', 25],
          ['not_possible_now', 5],
        ],
  );
  const yes = impression === 'clear_signs' ? 0.7 : impression === 'some_signs' ? 0.35 : 0.03;
  const answer = (): Answer => {
    if (impression === 'not_possible_now') return happens(chance, 0.6) ? 'declined' : 'not_asked';
    if (happens(chance, 0.15)) return pick(chance, ['unknown', 'declined', 'not_asked', 'not_asked']);
    return happens(chance, yes) ? 'yes' : 'no';
  };
  const asked = truth.exploitation
    ? [...SIGNS_ALWAYS_ASKED, PURPOSE_SIGN[truth.exploitation]]
    : SIGNS_ALWAYS_ASKED;
  const screening: Screening = {
    id: idAt(chance, at),
    office: desk.id,
    officer: officerAt(desk.id, day, 'receives'),
    screenedAt: textOf(at),
    indicatorSet: 'legal_elements.v1',
    signs: Object.fromEntries(asked.map(code => [code, answer()])),
    impression,
    law: lawOn(day),
  };
  return { screening, at };
}
