/*
 * The agencies and their offices in both eras. Nothing changes its nature in place: where the re-organisation of 2025 gave an office
 * another name, area or parent, the office of before ends and another begins that names whom it succeeds. So an office of 2021 is
 * shown under its name of 2021, and a record it holds can be found by the office that answers for it today.
 */
import agencyRows from '../../data/agencies/agencies.json' with { type: 'json' };
import type { Day } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import { nameId } from './ids.ts';
import { draftOffices, type OfficeDraft } from './offices.ts';
import { grouped, MERGER } from './units.ts';

export type AgencyKind =
  | 'police'
  | 'border_guard'
  | 'social_affairs'
  | 'health'
  | 'home_affairs'
  | 'social_work_centre'
  | 'shelter'
  | 'womens_union'
  | 'procuracy'
  | 'court'
  | 'committee'
  | 'secretariat'
  | 'inspectorate'
  | 'information_technology'
  | 'justice'
  | 'hospital';

/** What an office may be asked to do, by law and custom. Not a permission: those hang on roles. */
export type Competence =
  | 'receive'
  | 'rescue'
  | 'verify'
  | 'identify'
  | 'shelter'
  | 'support'
  | 'reintegrate'
  | 'treat'
  | 'legal_aid'
  | 'investigate'
  | 'prosecute'
  | 'try'
  | 'inspect'
  | 'prevent'
  | 'coordinate'
  | 'audit'
  | 'administer';

export type Text = { vi: string; en: string };
export type Agency = { key: string; id: Id; kind: AgencyKind; name: Text };
/** Regional courts and procuracies count as district level, Border Guard stations as commune level. */
export type OfficeLevel = 'province' | 'district' | 'commune';

/**
 * `valid_to` is half-open; null is open. `unit` is the area, valid whenever the office is; `covers` lists the communes where the area
 * alone does not say it (stations, regional courts). `successor_of` may name offices that ended while this one was already there:
 * the criminal police took over from the district police. `invented` says, in Vietnamese, what about the office is not a fact.
 */
export type Office = {
  key: string;
  id: Id;
  agency: string;
  name: Text;
  short: Text;
  parent: Id | null;
  unit: Id;
  covers: Id[];
  level: OfficeLevel;
  valid_from: Day | null;
  valid_to: Day | null;
  successor_of: Id[];
  competences: Competence[];
  invented: string | null;
};

export const AGENCIES: readonly Agency[] = agencyRows.map(({ key, kind, vi, en }) => ({
  key,
  id: nameId('agency', key),
  kind: kind as AgencyKind,
  name: { vi, en },
}));

export const OFFICES: readonly Office[] = resolve(draftOffices());

const agencyByKey = new Map(AGENCIES.map(agency => [agency.key, agency]));
const officeByKey = new Map(OFFICES.map(office => [office.key, office]));
const officeById = new Map(OFFICES.map(office => [office.id, office]));
const successorsOf = grouped(
  OFFICES.flatMap(office => office.successor_of.map(before => ({ before, office }))),
  row => row.before,
);

export function getAgency(key: string): Agency {
  return agencyByKey.get(key) ?? fail(key);
}

/** By key, such as `bien-phong/ck-lao-cai@old` or `cong-an/xa-02752@2025`; throws for a key that is none. */
export function getOffice(key: string): Office {
  return officeByKey.get(key) ?? fail(key);
}

export function getOfficeById(id: Id): Office {
  return officeById.get(id) ?? fail(id);
}

/** The office of that agency and slug (`cong-an`, `pc02`) on that day, or null when there was none. */
export function findOfficeOn(agency: string, slug: string, day: Day): Office | null {
  for (const era of day < MERGER ? ['old', '2025-03'] : ['2025']) {
    const office = officeByKey.get(`${agency}/${slug}@${era}`);
    if (office && isOpenOn(office, day)) return office;
  }
  return null;
}

export function isOpenOn(office: Office, day: Day): boolean {
  return (office.valid_from ?? '') <= day && (office.valid_to === null || day < office.valid_to);
}

/** The offices that name this one as their predecessor. */
export function directSuccessors(office: Office): Office[] {
  return (successorsOf.get(office.id) ?? []).map(row => row.office);
}

/** Who answers on that day for what the office held: itself, or those who succeeded it, however many steps later. */
export function answerableOn(office: Office, day: Day): Office[] {
  if (isOpenOn(office, day)) return [office];
  const next = directSuccessors(office).flatMap(successor => answerableOn(successor, day));
  return [...new Set(next)];
}

/** Keys become ids; a key that no office has is a mistake in the data and throws. */
function resolve(drafts: OfficeDraft[]): Office[] {
  const keys = new Set(drafts.map(draft => draft.key));
  const idOf = (key: string): Id => (keys.has(key) ? nameId('office', key) : fail(key));
  return drafts.map(({ parent, unit, covers, after, ...draft }) => ({
    ...draft,
    id: idOf(draft.key),
    agency: draft.key.split('/')[0]!,
    parent: parent === null ? null : idOf(parent),
    unit: unit.id,
    covers: covers.map(commune => commune.id),
    successor_of: after.map(idOf),
  }));
}

function fail(key: string): never {
  throw new Error(`no such agency or office: ${key}`);
}
