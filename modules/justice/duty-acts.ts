/* That something which goes with a step was done, noted by the body whose duty it is. */
import { act } from '../../kernel/act/act.ts';
import { type Day, dayIn, dayOf } from '../../kernel/day.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import type { Rules } from '../../rules/schema.ts';
import { standingDuties } from './alike.ts';
import { findCaseOf, rowsOf, seatsOf } from './case-rows.ts';
import { dutyDone } from './record.ts';
import { answeringSeat } from './seats.ts';
import { dutyClocks } from './side-duties.ts';

const { criminalCase, limitFamily, ofRow, doneOn, decisionNumber } = dutyDone.fields;

export const noteDuty = act({
  name: 'dutyDone.record',
  record: 'dutyDone',
  creates: true,
  input: { criminalCase, limitFamily, ofRow, doneOn, decisionNumber },
  writes: { dutyDone: { insert: true } },
  facts: async (source, { input }) => ({
    rules: source.rules as Rules,
    file: await findCaseOf(source, input.criminalCase),
    rows: await rowsOf(source, input.criminalCase),
  }),
  decide({ subject, input, now, actor }, { rules, file, rows }) {
    if (!file) return invalid({ field: 'criminalCase', reason: 'no_such_case' });
    const clock = dutyClocks(rules, file, rows).find(
      one => one.family === input.limitFamily && one.of === input.ofRow && !one.right,
    );
    if (!clock) return invalid({ field: 'limitFamily', reason: 'no_such_duty' });
    if (standingDuties(rows.duties).some(one => one.limitFamily === clock.family && one.ofRow === clock.of))
      return invalid({ field: 'limitFamily', reason: 'duty_was_done' });
    if (!actor.reach.includes(file[answeringSeat(file, clock.seat)] as string))
      return new Problem('case.not_your_turn');
    const on = input.doneOn as Day;
    if (on > dayOf(now)) return invalid({ field: 'doneOn', reason: 'in_future' });
    // Counted back from a hearing, a duty may be done at any time before it.
    const from = clock.limit.line.before ? null : dayIn(clock.since);
    if (from && on < from)
      return invalid({ field: 'doneOn', reason: 'before_earlier_step', params: { day: from } });
    return {
      changes: [{ insert: 'dutyDone', id: subject, values: { ...input, ...seatsOf(file) } }],
    };
  },
});

export const dutyActs = [noteDuty] as const;
