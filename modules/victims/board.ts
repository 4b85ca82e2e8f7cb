/* What is counted of verification and identification: what we owe, what is owed to us, and what came of it. */
import { type BoardCell, ours } from '../../kernel/record/board.ts';

const asked = { office: { in: ours } } as const;
const owing = { toOffice: { in: ours } } as const;

const cell = (
  key: string,
  filter: BoardCell['filter'],
  more: Partial<Pick<BoardCell, 'record' | 'calls'>> = {},
): BoardCell => ({ key, group: 'verification', record: 'verification', filter, ...more });

export const victimCells: readonly BoardCell[] = [
  cell('verifications_to_answer', () => ({ ...owing, state: { is: 'sent' } }), { calls: true }),
  cell(
    'verifications_overdue',
    today => ({ ...owing, state: { is: 'sent' }, advisory: { is: 'no' }, dueOn: { to: today } }),
    { calls: true },
  ),
  cell('verifications_waiting', () => ({ ...asked, state: { is: 'sent' } })),
  cell('verifications_refused', () => ({ ...asked, state: { is: 'refused' } })),
  cell('identified', () => ({ ...asked, assertionKind: { is: 'identified' }, finding: { is: 'victim' } }), {
    record: 'assertion',
  }),
  cell('settlements_to_answer', () => ({ ...owing, state: { is: 'proposed' } }), {
    record: 'settlement',
    calls: true,
  }),
  cell('answers_owed_below', () => ({ ...owing, state: { is: 'open' } }), {
    record: 'owedAnswer',
    calls: true,
  }),
];
