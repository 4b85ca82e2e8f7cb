/* What the minutes say, what the list says, and who was really there: three counts that ought to be one. A difference is named, never smoothed away, because it may be a person. */
import type { Reason } from '../../kernel/rule/reason.ts';

export interface Tally {
  readonly onMinutes: number;
  readonly onList: number;
  readonly received: number;
  readonly waiting: number;
  /** Set aside with a reason: not present, not Vietnamese, refuses reception. */
  readonly aside: number;
  readonly notPresent: number;
  /** Empty when the three counts agree. Said with `reason.<code>`. */
  readonly differences: readonly Reason[];
}

export function tallyOf(onMinutes: number, states: readonly unknown[]): Tally {
  const count = (...wanted: string[]) => states.filter(state => wanted.includes(String(state))).length;
  const [received, waiting, notPresent] = [count('received'), count('waiting'), count('not_present')];
  const onList = states.length;
  const difference = (code: string, params: Reason['params']): Reason => ({ code, params });
  return {
    onMinutes,
    onList,
    received,
    waiting,
    aside: count('not_present', 'not_vietnamese', 'refuses'),
    notPresent,
    differences: [
      ...(onList < onMinutes ? [difference('group_list_short', { missing: onMinutes - onList })] : []),
      ...(onList > onMinutes ? [difference('group_list_long', { more: onList - onMinutes })] : []),
      ...(notPresent > 0 ? [difference('group_not_present', { count: notPresent })] : []),
    ],
  };
}
