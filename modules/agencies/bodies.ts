/* The kinds of body the rules of competence name (`health_department`), as offices: which kind of agency, at which level. The rules say who is competent on a
 * day; the place says which office of that kind it is. */
import type { Day } from '../../kernel/day.ts';
import type { agencyKinds } from './roles.ts';

interface Kind {
  readonly agencyKind: (typeof agencyKinds)[number];
  readonly level: 'province' | 'district' | 'commune';
}

const bodies: Readonly<Record<string, Kind>> = {
  police_province: { agencyKind: 'police', level: 'province' },
  police_district: { agencyKind: 'police', level: 'district' },
  labour_district: { agencyKind: 'social_affairs', level: 'district' },
  health_department: { agencyKind: 'health', level: 'province' },
  chair_district: { agencyKind: 'committee', level: 'district' },
  committee_commune: { agencyKind: 'committee', level: 'commune' },
};

/** An office as the database has it, with its agency's kind. */
export interface OfficeOfBody {
  readonly agency_kind: string;
  readonly level: string;
  readonly valid_from: string | null;
  readonly valid_to: string | null;
}

/** What reads one; `$1` is the office. */
export const officeOfBodySql =
  'select a.agency_kind, o.level, o.valid_from::text, o.valid_to::text from office o join agency a on a.id = o.agency where o.id = $1';

export const officeStoodOn = (
  office: Pick<OfficeOfBody, 'valid_from' | 'valid_to'> | undefined,
  day: Day,
): boolean =>
  !!office &&
  (office.valid_from === null || office.valid_from <= day) &&
  (office.valid_to === null || office.valid_to > day);

/** Whether the office was such a body on that day. A body the rules name and nobody has described is no office. */
export function isBodyOn(body: string, office: OfficeOfBody | undefined, day: Day): boolean {
  const kind = bodies[body];
  return (
    !!kind &&
    !!office &&
    office.agency_kind === kind.agencyKind &&
    office.level === kind.level &&
    officeStoodOn(office, day)
  );
}

/** The kind of agency and the level of a body, for a screen that looks for its offices. */
export const kindOfBody = (body: string): Kind | undefined => bodies[body];
