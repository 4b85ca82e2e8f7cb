/* Whether an extension that somebody decided is one the law gives: whether there is one left, how long it may be, and who may grant it. Where nobody has read who may, another
 * body's decision is taken and warned of. */
import type { Day } from '../../kernel/day.ts';
import { type FieldIssue, invalid, type Problem } from '../../kernel/problem.ts';
import { extensionsFor, isLonger } from '../../kernel/rule/length.ts';
import type { Length } from '../../kernel/rule/parameter.ts';
import type { Rules } from '../../rules/schema.ts';
import { grantorOf, lineFrom, type Point } from './limits.ts';

export interface Decided {
  readonly lengthUnit: string | null;
  readonly lengthValue: number | null;
  readonly grantedBy: string | null;
  readonly decidedOn: Day | null;
}

/** @param turn how many were granted before. @returns what to warn of. */
export function judgeExtension(
  rules: Rules,
  {
    family,
    start,
    kind,
    turn,
    level,
  }: { family: string; start: Point; kind: string; turn: number; level: string },
  { lengthUnit, lengthValue, grantedBy, decidedOn }: Decided,
): FieldIssue[] | Problem {
  const line = lineFrom(rules, family, start)!;
  const next = extensionsFor(line, kind, turn)[0];
  if (!next)
    return invalid({
      field: 'limitFamily',
      reason: 'no_extension_left',
      params: { article: line.article },
    });
  if (isLonger({ unit: lengthUnit as Length['unit'], value: lengthValue! }, next.most, line))
    return invalid({
      field: 'lengthValue',
      reason: 'longer_than_law',
      params: { most: next.most.value, unit: next.most.unit, article: line.article },
    });
  const grantor = grantorOf(rules, family, { day: decidedOn!, level, kind, turn });
  if (!grantor?.body || grantor.body === grantedBy) return [];
  const params = { body: grantor.body, article: grantor.article };
  if (grantor.binds) return invalid({ field: 'grantedBy', reason: 'may_not_grant', params });
  return [{ field: 'grantedBy', reason: 'grantor_unread', params }];
}
