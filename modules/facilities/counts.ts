/* What is counted of a facility without naming anybody: places and who takes them by day, open findings, improvements. The database counts (past row security, and
 * gives back numbers only); the words for the numbers are found here, once, for acts, server and screens. */
import type { FactSource } from '../../kernel/act/act.ts';
import { addDays, type Day } from '../../kernel/day.ts';

export interface DayCount {
  readonly facility: string;
  readonly day: Day;
  /** Null where no line says how many places there are: a line, a clinic, an office. */
  readonly places: number | null;
  readonly taken: number;
}

/** What the last finished visit left open, and the improvements asked for. */
export interface Findings {
  readonly facility: string;
  readonly reviewedOn: Day | null;
  readonly unmetEssential: number;
  readonly unmet: number;
  readonly openImprovements: number;
  readonly overdueImprovements: number;
}

export const standings = ['not_reviewed', 'meets', 'open_findings', 'below'] as const;
export type Standing = (typeof standings)[number];

/** Below the standard is a facility where something essential was not there and has not been put right; everything else unmet is an open finding. */
export function standingOf(findings: Omit<Findings, 'facility'>): Standing {
  if (findings.reviewedOn === null) return 'not_reviewed';
  if (findings.unmetEssential > 0) return 'below';
  return findings.unmet > 0 || findings.openImprovements > 0 ? 'open_findings' : 'meets';
}

/** Places nobody takes; never below none, null where places are not counted. */
export const freeOf = ({ places, taken }: Pick<DayCount, 'places' | 'taken'>): number | null =>
  places === null ? null : Math.max(0, places - taken);

/** Anything that reads SQL: an act's facts, or the server's connection. */
type Reads = Pick<FactSource, 'query'>;

/** Places and how many are taken, for each day of a half-open range. */
export const countDays = (
  reads: Reads,
  facilities: readonly string[],
  from: Day,
  to: Day,
): Promise<DayCount[]> =>
  reads.query<DayCount>(
    'select facility, on_day::text as day, places, taken from ct.facility_days($1::uuid[], $2::date, $3::date) order by facility, on_day',
    [facilities, from, to],
  );

export async function countDay(reads: Reads, id: string, day: Day): Promise<DayCount> {
  const [found] = await countDays(reads, [id], day, addDays(day, 1));
  return found ?? { facility: id, day, places: null, taken: 0 };
}

export const countFindings = (reads: Reads, facilities: readonly string[], on: Day): Promise<Findings[]> =>
  reads.query<Findings>(
    `select facility, reviewed_on::text as "reviewedOn", unmet_essential as "unmetEssential", unmet, open_improvements as "openImprovements",
            overdue_improvements as "overdueImprovements" from ct.facility_findings($1::uuid[], $2::date)`,
    [facilities, on],
  );
