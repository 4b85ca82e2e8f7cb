/* A file that is sent back to be investigated further: who sent it, and how often the law lets each of them do so (article 174.2). What was quashed or remanded above is investigated and tried
 * anew, and may be sent back anew. */
import type { Day } from '../../kernel/day.ts';
import { type FieldIssue, invalid, type Problem } from '../../kernel/problem.ts';
import { isBinding } from '../../kernel/rule/parameter.ts';
import { type Law, lineFrom } from './limits.ts';
import { type CaseState, type StepKind, steps } from './lists.ts';

/** The judge while the trial is prepared, the panel at the hearing. */
export type Returner = 'procuracy' | 'judge' | 'panel';

/** Who sent a file back that the procuracy now returns: the court through it, or the procuracy itself. */
export const whoReturned = (before: readonly unknown[]): 'court' | 'vks' =>
  before.findLast(kind => kind === 'indicted' || kind === 'returned_by_court') === 'returned_by_court'
    ? 'court'
    : 'vks';

const atCourt: readonly CaseState[] = ['trial_preparing', 'hearing'];

/** Who sends the file back by a step; null where none does, or only passes on what another sent back. @param before the kinds of the steps before, in turn. */
function returnerBy(kind: unknown, before: readonly unknown[]): Returner | null {
  if (kind === 'returned_by_procuracy') return whoReturned(before) === 'vks' ? 'procuracy' : null;
  if (kind !== 'returned_by_court') return null;
  const stood = before.map(one => steps[one as StepKind].to).findLast(state => atCourt.includes(state));
  return stood === 'hearing' ? 'panel' : 'judge';
}

/** Whether the file may be sent back once more. @returns what to warn of where the law was not read for sure. */
export function judgeReturn(
  law: Law,
  kind: StepKind,
  before: readonly unknown[],
  onDay: Day,
): FieldIssue[] | Problem {
  const by = returnerBy(kind, before);
  if (!by) return [];
  const line = lineFrom(
    law,
    by === 'procuracy' ? 'investigation.supplementary_vks' : 'investigation.supplementary_court',
    onDay,
  );
  const most = line?.most_times?.[by];
  const anew = before.findLastIndex(one => one === 'appeal_quashed' || one === 'appeal_remanded');
  const times = before.filter(
    (one, index) => index > anew && returnerBy(one, before.slice(0, index)) === by,
  ).length;
  if (!line || most === undefined || times < most) return [];
  const issue = { field: 'stepKind', reason: 'returned_too_often', params: { most, article: line.article } };
  return isBinding(line) ? invalid(issue) : [issue];
}
