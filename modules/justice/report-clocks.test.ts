/* The limits of a report from what was decided about it: extended as far as the law goes, ended by a suspension, and counted anew when it is taken up again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayIn, getDay } from '../../kernel/day.ts';
import { countClock } from '../../kernel/rule/clock.ts';
import { rules } from '../../rules/index.ts';
import { reportTerms } from './report-clocks.ts';

const received = getDay('2025-03-03');
const row = { receivedAt: '2025-03-03T02:00:00.000Z', takenUpOn: '2025-03-04', state: 'taken_up' };
const decision = (decisionKind: string, decidedOn: string, more: object = {}) => ({
  decisionKind,
  decidedOn,
  decisionNumber: '7/QĐ',
  ...more,
});
const extended = (decidedOn: string) =>
  decision('extended', decidedOn, { lengthUnit: 'month', lengthValue: 2 });
/** The limits of resolving it; naming who does has one beside them. */
const clocksOf = (decisions: readonly object[], more: object = {}) =>
  reportTerms({ ...row, ...more }, decisions as never)
    .filter(term => term.family !== 'report.assign')
    .map(term => countClock(rules, term)!);
const endsOf = (decisions: readonly object[], more: object = {}) =>
  clocksOf(decisions, more).map(one => [one.family, one.due, one.met]);

describe('the time of a report', () => {
  it('is twenty days, two months in all when it is complex, and two months more by the procuracy', () => {
    expect(endsOf([])).toEqual([['report.resolve', '2025-03-24', false]]);
    const once = [extended('2025-03-20')];
    expect(endsOf(once)).toEqual([['report.resolve', '2025-05-05', false]]);
    expect(endsOf([...once, extended('2025-04-25')])).toEqual([['report.resolve', '2025-07-03', false]]);
  });

  it('ends with a suspension; a month runs from the day it is taken up again, whoever did that', () => {
    const suspended = decision('suspended', '2025-03-18');
    expect(endsOf([suspended], { state: 'suspended', resolvedOn: '2025-03-18' })).toEqual([
      ['report.resolve', '2025-03-24', true],
    ]);
    expect(endsOf([suspended, decision('resumed', '2025-05-05')])).toEqual([
      ['report.resolve', '2025-03-24', true],
      ['report.after_resume', '2025-06-05', false],
    ]);
    const twice = [
      suspended,
      decision('suspension_cancelled', '2025-04-01'),
      decision('suspended', '2025-04-10'),
      decision('resumed', '2025-06-02'),
    ];
    expect(endsOf(twice, { state: 'resolved', resolvedOn: '2025-06-20' })).toEqual([
      ['report.resolve', '2025-03-24', true],
      ['report.after_suspend_cancelled', '2025-05-05', true],
      ['report.after_resume', '2025-07-02', true],
    ]);
  });

  it('runs from when the cancelling of a suspension was sent; until that is noted the day only advises', () => {
    const decisions = [
      { id: 's', ...decision('suspended', '2025-03-18') },
      { id: 'c', ...decision('suspension_cancelled', '2025-04-01') },
    ];
    const last = (duties: readonly object[]) =>
      countClock(rules, reportTerms(row, decisions as never, duties as never).at(-1)!)!;
    expect(last([])).toMatchObject({ due: '2025-05-05', advisory: true });
    const sent = { limitFamily: 'report.cancel_send', ofRow: 'c', doneOn: '2025-04-02' };
    expect(last([sent])).toMatchObject({ start: '2025-04-02', due: '2025-05-05', advisory: false });
  });

  it('never ends before it begins, and at most one limit runs, whatever was decided', () => {
    const kinds = fc.constantFrom('extended', 'suspended', 'resumed', 'suspension_cancelled');
    fc.assert(
      fc.property(fc.array(fc.tuple(kinds, fc.integer({ min: 0, max: 30 })), { maxLength: 6 }), picks => {
        let day = received;
        let state = 'taken_up';
        const decisions: object[] = [];
        for (const [kind, gap] of picks) {
          // Only what the acts would let be decided in this state.
          const allowed =
            state === 'taken_up' ? ['extended', 'suspended'] : ['resumed', 'suspension_cancelled'];
          if (!allowed.includes(kind)) continue;
          if (kind === 'extended' && decisions.length > 0) continue;
          day = addDays(day, gap);
          decisions.push(kind === 'extended' ? extended(day) : decision(kind, day));
          if (kind !== 'extended') state = kind === 'suspended' ? 'suspended' : 'taken_up';
        }
        const clocks = clocksOf(decisions, { state, resolvedOn: state === 'suspended' ? day : null });
        for (const { start, due } of clocks) expect(dayIn(due!) >= dayIn(start)).toBe(true);
        expect(clocks.filter(one => !one.met)).toHaveLength(state === 'suspended' ? 0 : 1);
      }),
    );
  });
});
