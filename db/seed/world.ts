/*
 * An invented province: people who come back or are found, and what happens to them until the day the world ends. Person n depends on the
 * seed, the size, today and n alone, so the same call gives the same world on every machine, any person can be invented by itself, and
 * 100,000 of them stream without being kept. Shares follow the published figures (law.md D: 338 victims in 2016 to 2020 of whom 23 %
 * children, 66 in 2021 to 2025 of whom 24 %, more than nine in ten of ethnic minorities); persons are nobody.
 */
import { type Day, getDay, millisOf, startOfDay } from '../../kernel/day.ts';
import { between, chanceOf, fraction, happens, pick, pickWeighted } from './chance.ts';
import { inventCourtFinding, inventIdentification, type Outcome } from './world/identification.ts';
import { type Identity, inventDouble, inventIdentity } from './world/person.ts';
import {
  arrivalMoment,
  inventArrival,
  inventChildren,
  inventConsents,
  inventNeeds,
  inventScreening,
} from './world/reception.ts';
import { inventClosing, inventSupport } from './world/support.ts';
import { ALIASES } from './world/texts.ts';
import type { PersonJourney, Stage } from './world/types.ts';

export type * from './world/types.ts';

/** Nothing in the world is dated on or after `today`. `size` counts journeys, doubles included. */
export type WorldOptions = { seed: number; today: Day; size?: number };

export const DEFAULT_SIZE = 400;
export const WORLD_BEGINS: Day = getDay('2020-01-01');

/** People who come in a year, relative to each other: many before the border closed, few during the epidemic, fewer again of late. */
const YEARS: Record<string, number> = {
  2020: 28,
  2021: 11,
  2022: 12,
  2023: 14,
  2024: 12,
  2025: 11,
  2026: 8,
};
const LATER_YEARS = 8;

/** The whole world, in the order of the day of arrival. Lazy: nothing is invented before it is asked for. */
export function* inventWorld(options: WorldOptions): Generator<PersonJourney, void, undefined> {
  const world = prepareWorld(options);
  for (let n = 0; n < world.size; n++) yield inventJourney(world, n);
}

export type World = {
  seed: number;
  size: number;
  limit: number;
  spans: { from: number; to: number; before: number; weight: number }[];
  total: number;
};

/** What all journeys of a world share. Throws when the world would end before it begins. */
export function prepareWorld({ seed, today, size = DEFAULT_SIZE }: WorldOptions): World {
  if (today <= WORLD_BEGINS) throw new RangeError('the invented world begins on 2020-01-01');
  const limit = millisOf(startOfDay(today));
  const spans: World['spans'] = [];
  let total = 0;
  for (let year = Number(WORLD_BEGINS.slice(0, 4)); ; year++) {
    const from = millisOf(startOfDay(`${year}-01-01` as Day));
    if (from >= limit) break;
    const next = millisOf(startOfDay(`${year + 1}-01-01` as Day));
    const to = Math.min(next, limit);
    const weight = ((YEARS[year] ?? LATER_YEARS) * (to - from)) / (next - from);
    spans.push({ from, to, before: total, weight });
    total += weight;
  }
  return { seed, size, limit, spans, total };
}

/** Journey n of a prepared world, from 0; its key is `P` and n + 1. */
export function inventJourney(world: World, n: number): PersonJourney {
  const { seed, limit } = world;
  const chance = chanceOf(seed, n, 1);
  const { identity, duplicateOf } = identityOf(world, n);
  // The hour may not carry an arrival of the last day past the end of the world: the day before ends in time.
  const arrivedAt = Math.min(arrivalMoment(chance, identity.route, arrivalDay(world, n)), limit - 60_000);
  const { arrival, office } = inventArrival(chance, identity, arrivedAt);
  const needs = inventNeeds(chance, identity, arrivedAt);
  const children = inventChildren(chance, identity, arrivedAt);
  const consents = inventConsents(chance, identity, office, arrivedAt, limit);
  const screened = inventScreening(chance, identity, office, arrivedAt, limit);
  const outcome = inventIdentification(chance, identity, office, screened, arrivedAt, limit);
  const support = inventSupport(chance, identity, outcome, consents, office, limit);
  const caseKey = caseOf(chance, n, identity, outcome);
  const found =
    caseKey && outcome.finding === 'victim' ? inventCourtFinding(chance, identity, arrivedAt, limit) : null;
  const closed = inventClosing(chance, outcome, support, arrivedAt, limit);
  if (Date.parse(arrival.recordedAt) >= limit) arrival.recordedAt = arrival.arrivedAt;
  return {
    key: keyOf(n),
    person: identity.person,
    arrival,
    needs,
    children,
    consents: [...consents, ...support.extraConsents],
    screening: screened?.screening ?? null,
    verification: outcome.verification,
    assertions: found ? [...outcome.assertions, found] : outcome.assertions,
    referrals: support.referrals,
    stays: support.stays,
    notes: support.notes,
    truth: identity.truth,
    recruiter: recruiterOf(chance, n, identity),
    caseKey,
    duplicateOf,
    closed,
    stage: stageOf(screened !== null, outcome, closed !== null),
  };
}

/** The day of arrival as a moment; it never goes back as n goes up. */
function arrivalDay(world: World, n: number): number {
  const at = ((n + fraction(chanceOf(world.seed, n, 2))) / world.size) * world.total;
  const span = world.spans.findLast(candidate => candidate.before <= at) ?? world.spans[0]!;
  return span.from + ((at - span.before) / span.weight) * (span.to - span.from);
}

/** One in thirty is somebody who came before, written down again by another desk. */
function identityOf(
  world: World,
  n: number,
): { identity: Identity; duplicateOf: PersonJourney['duplicateOf'] } {
  const day = arrivalDay(world, n);
  const chance = chanceOf(world.seed, n, 3);
  if (!isDouble(world, n)) return { identity: inventIdentity(world.seed, n, day), duplicateOf: null };
  const window = Math.max(2, Math.floor(world.size / 12));
  for (let attempt = 0; attempt < 8; attempt++) {
    const earlier = n - between(chance, 1, Math.min(n, window));
    if (isDouble(world, earlier)) continue;
    const original = inventIdentity(world.seed, earlier, arrivalDay(world, earlier));
    const { identity, change } = inventDouble(chance, original, day);
    return { identity, duplicateOf: { key: keyOf(earlier), change } };
  }
  return { identity: inventIdentity(world.seed, n, day), duplicateOf: null };
}

function isDouble(world: World, n: number): boolean {
  return n > 5 && happens(chanceOf(world.seed, n, 4), 0.035);
}

function caseOf(
  chance: ReturnType<typeof chanceOf>,
  n: number,
  { route }: Identity,
  { finding }: Outcome,
): string | null {
  const inCase = route === 'criminal_case' || (finding === 'victim' && happens(chance, 0.3));
  return inCase ? `C${String(Math.floor(n / 12) + 1).padStart(5, '0')}` : null;
}

/** Recruiters named by those who came within a few weeks of each other are often the same. */
function recruiterOf(
  chance: ReturnType<typeof chanceOf>,
  n: number,
  { truth }: Identity,
): PersonJourney['recruiter'] {
  if (!truth.wasTrafficked || !happens(chance, 0.4)) return null;
  const ring = Math.max(0, Math.floor(n / 25) - (happens(chance, 0.15) ? 1 : 0));
  return {
    ring: `R${String(ring + 1).padStart(5, '0')}`,
    alias: pick(chance, ALIASES),
    phone: `0300${900_000 + (ring % 100_000)}`,
    channel: pickWeighted(chance, [
      ['facebook', 35],
      ['zalo', 20],
      ['in_person', 30],
      ['wechat', 10],
      ['tiktok', 5],
    ]),
  };
}

function stageOf(screened: boolean, outcome: Outcome, closed: boolean): Stage {
  if (closed) return 'closed';
  if (outcome.finding === 'victim') return 'identified';
  if (outcome.finding === 'not_victim') return 'not_identified';
  if (outcome.finding === 'undetermined') return 'undetermined';
  if (outcome.verification) return 'verifying';
  if (outcome.presumedAt !== null) return 'presumed';
  return screened ? 'screened' : 'received';
}

function keyOf(n: number): string {
  return `P${String(n + 1).padStart(6, '0')}`;
}
