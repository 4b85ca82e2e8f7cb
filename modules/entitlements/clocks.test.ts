import { describe, expect, it } from 'vitest';
import type { Day } from '../../kernel/day.ts';
import { countClock } from '../../kernel/rule/clock.ts';
import { rules } from '../../rules/index.ts';
import { type ApplicationAt, applicationTerm } from './clocks.ts';

const old: ApplicationAt = {
  state: 'to_decide',
  law: '66/2011/QH12',
  regimes: ['hardship_and_loan'],
  identifiedOn: '2025-05-15' as Day,
  stepOn: '2025-06-16' as Day,
};
const counted = (at: ApplicationAt) => {
  const asked = applicationTerm(at, rules);
  return asked && countClock(rules, asked);
};

describe('the clock of an application', () => {
  it('does not run for one that was taken back', () => {
    expect(counted({ ...old, state: 'withdrawn' })).toBeNull();
  });

  it('is that of the place where it lies: three, five and three working days in the old era', () => {
    const dues = ['with_commune', 'with_district', 'to_decide'].map(state => {
      const term = counted({
        ...old,
        state,
        identifiedOn: '2025-01-15' as Day,
        stepOn: '2025-02-10' as Day,
      })!;
      return [term.parameter, term.due, term.advisory];
    });
    expect(dues).toEqual([
      ['victim2011.support_commune', '2025-02-13', false],
      ['victim2011.support_district', '2025-02-17', false],
      ['victim2011.support_decide', '2025-02-13', false],
    ]);
  });

  it('is advice from March 2025 on where the labour offices of the districts did the work, and nowhere else', () => {
    const on = (state: string, stepOn: string) => counted({ ...old, state, stepOn: stepOn as Day })!;
    expect(on('with_district', '2025-02-28').advisory).toBe(false);
    const appraising = on('with_district', '2025-03-03');
    expect([appraising.due, appraising.advisory, appraising.steps.at(-1)]).toEqual([
      '2025-03-10',
      true,
      { code: 'entitled_body_gone', params: { day: '2025-03-01' } },
    ]);
    for (const state of ['with_commune', 'to_decide'])
      expect([state, on(state, '2025-03-03').advisory]).toEqual([state, false]);
  });

  it('is nine working days under the new law, for the regimes the rule speaks of', () => {
    const at: ApplicationAt = {
      ...old,
      law: '53/2024/QH15',
      identifiedOn: '2026-07-20' as Day,
      stepOn: '2026-08-24' as Day,
    };
    expect(counted(at)).toMatchObject({ due: '2026-09-09', advisory: false, met: false });
    const medical = counted({ ...at, regimes: ['medical'] })!;
    expect([medical.due, medical.advisory]).toEqual(['2026-09-09', true]);
    expect(medical.steps.at(-1)?.code).toBe('entitled_other_regimes');
    expect(counted({ ...at, regimes: ['medical', 'schooling'] })?.advisory).toBe(false);
    const done = (decidedOn: string) => counted({ ...at, state: 'decided', decidedOn: decidedOn as Day })!;
    expect([done('2026-09-09').met, done('2026-09-09').late]).toEqual([true, false]);
    expect([done('2026-09-10').met, done('2026-09-10').late]).toEqual([true, true]);
  });

  it('calls nobody late where the body of the old decree is gone, or nobody was identified yet', () => {
    const late = counted({ ...old, stepOn: '2025-07-01' as Day })!;
    expect([late.parameter, late.advisory, late.steps.at(-1)?.code]).toEqual([
      'victim2011.support_decide',
      true,
      'entitled_body_gone',
    ]);
    const before = counted({ ...old, stepOn: '2025-06-30' as Day })!;
    expect(before.advisory).toBe(false);
    const open = counted({
      ...old,
      law: '53/2024/QH15',
      regimes: ['essentials'],
      identifiedOn: null,
      stepOn: '2026-03-02' as Day,
    })!;
    expect(open.advisory).toBe(true);
  });
});
