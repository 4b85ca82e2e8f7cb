/* What the Penal Code has of an offence on a day: its clauses, the class each gives, and the points of a clause. Pure, so that the dialog offers what the act takes. */
import type { Day } from '../../kernel/day.ts';
import type { FieldIssue } from '../../kernel/problem.ts';
import { isInForce } from '../../kernel/rule/parameter.ts';
import type { Rules } from '../../rules/schema.ts';
import type { Offence, OffencePoint } from '../../rules/schema-justice.ts';

type Offences = Pick<Rules, 'offences'>;
export type Clause = Offence['clauses'][number];

/** None where the law of that day does not know the offence, or nobody has read its clauses. */
export const clausesOf = ({ offences }: Offences, code: unknown, on: Day): readonly Clause[] =>
  offences.find(one => one.id === code && isInForce(one, on))?.clauses ?? [];

export const clauseOf = (rules: Offences, code: unknown, clause: unknown, on: Day): Clause | null =>
  clausesOf(rules, code, on).find(one => one.clause === clause) ?? null;

/** The letter of a point as the law writes it. */
export const letterOf = (point: string): string => (point === 'dd' ? 'đ' : point);

export const pointsOf = ({ points }: Clause): OffencePoint[] => Object.keys(points ?? {}) as OffencePoint[];

/** Whether somebody compared this of a clause with the text. */
export const isRead = ({ unread = [] }: Clause, what: 'points' | 'class'): boolean => !unread.includes(what);

/** What whoever charges with a clause is warned of. */
export const clauseWarnings = (clause: Clause, point: ReturnType<typeof pointIssue> = null): FieldIssue[] => [
  ...(isRead(clause, 'class') ? [] : [{ field: 'clause', reason: 'clause_unread' }]),
  ...(point ? [point.issue] : []),
];

/** What is wrong with a point of a clause. Where nobody has read which points there are, any is taken and `isKnown` is false: then it is only warned of. */
export function pointIssue(
  clause: Clause,
  point: string | null,
): { readonly issue: FieldIssue; readonly isKnown: boolean } | null {
  if (!point) return null;
  if (clause.points === null) return { issue: { field: 'point', reason: 'points_unread' }, isKnown: false };
  const known = pointsOf(clause);
  if ((known as string[]).includes(point)) return null;
  if (!isRead(clause, 'points'))
    return { issue: { field: 'point', reason: 'points_unread' }, isKnown: false };
  return {
    issue:
      known.length === 0
        ? { field: 'point', reason: 'clause_without_points', params: { clause: clause.clause } }
        : {
            field: 'point',
            reason: 'no_such_point',
            params: { clause: clause.clause, points: known.map(letterOf).join(', ') },
          },
    isKnown: true,
  };
}
