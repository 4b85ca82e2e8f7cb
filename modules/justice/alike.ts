/* What many acts of justice ask and say alike: whether a day can be that of what is noted next, and who else is to be told. */
import type { Actor, Notice } from '../../kernel/act/act.ts';
import type { Day } from '../../kernel/day.ts';
import type { FieldIssue } from '../../kernel/problem.ts';

/** Why a day cannot be that of what is noted next: it is yet to come, or lies before what was noted already. @param earlier the days of that, in any order. */
export function dayIssue(
  field: string,
  on: Day,
  today: Day,
  earlier: readonly unknown[] = [],
): FieldIssue | null {
  if (on > today) return { field, reason: 'in_future' };
  const last = (earlier as readonly Day[]).toSorted().at(-1);
  return last && on < last ? { field, reason: 'before_earlier_step', params: { day: last } } : null;
}

/** What was noted as done and not taken back as noted by mistake. */
export const standingDuties = <Duty extends Readonly<Record<string, unknown>>>(
  duties: readonly Duty[],
): Duty[] => duties.filter(one => one.takenBack !== true);

/** Tells every office among these that is not the one who acts. A notice names the row by its number, and nobody. */
export const tellOffices = (
  kind: string,
  record: string,
  subject: string,
  offices: readonly unknown[],
  { reach }: Pick<Actor, 'reach'>,
): Notice[] =>
  offices
    .filter((office): office is string => typeof office === 'string' && !reach.includes(office))
    .map(office => ({ kind, office, record, subject }));
