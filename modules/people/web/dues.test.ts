/* What waits on a file comes in the order of its days, with whoever it waits for; only the law can be late. */
import { describe, expect, it } from 'vitest';
import { duesOf } from './dues.ts';
import type { Path } from './path-data.ts';

const row = (id: string, more: object) => ({
  id,
  office: 'ours',
  madeAt: '2026-11-01T00:00:00.000Z',
  ...more,
});
const path = (parts: object, more: object = {}) =>
  ({
    person: row('her', { state: 'open' }),
    parts,
    clocks: [],
    today: '2026-11-29',
    ...more,
  }) as unknown as Path;

describe('what waits on a file', () => {
  it('is nothing where everything is answered, done or ended', () => {
    const parts = {
      verification: [row('v', { state: 'answered' })],
      referral: [row('r', { state: 'accepted' })],
      planAction: [row('a', { state: 'done', dueOn: '2026-11-30' })],
      followUp: [row('f', { state: 'cancelled', dueOn: '2026-11-30' })],
      assessment: [row('s', { state: 'earlier', nextDue: null })],
      supportPlan: [row('p', { state: 'ended', reviewDue: null })],
      supportDecision: [
        row('d', { decisionOutcome: 'granted', handedOver: 1, amount: 5, paid: 5 }),
        row('e', { decisionOutcome: 'refused', handedOver: 0, amount: null, paid: 0 }),
      ],
      fileDecision: [row('c', { state: 'approved', change: 'close' })],
    };
    expect(duesOf(path(parts))).toEqual([]);
  });

  it('stands in the order of its days, what has none last, each with the office it waits for', () => {
    const dues = duesOf(
      path(
        {
          verification: [row('v', { state: 'sent', toOffice: 'police' })],
          supportDecision: [row('d', { decisionOutcome: 'granted', handedOver: 1, amount: 5, paid: 3 })],
          planAction: [row('a', { state: 'open', dueOn: '2026-12-05', toOffice: 'shelter' })],
          assessment: [row('s', { state: 'current', nextDue: '2026-11-02', rule: 'practice.reassess_high' })],
        },
        {
          clocks: [
            { record: 'verification', row: 'v', due: '2027-02-20', advisory: false, met: false, late: false },
            { record: 'verification', row: 'v', due: '2026-12-03', advisory: false, met: false, late: false },
            { record: 'verification', row: 'v', due: '2026-11-03', advisory: false, met: true, late: false },
          ],
        },
      ),
    );
    expect(dues.map(due => [due.kind, due.on, due.office, due.binds])).toEqual([
      ['assessment', '2026-11-02', 'ours', false],
      ['verification', '2026-12-03', 'police', true],
      ['action', '2026-12-05', 'shelter', false],
      ['grant', null, 'ours', false],
    ]);
  });
});
