/* What is counted of referrals: those that wait for us, those we wait for, and those in hand. */
import { type BoardCell, ours } from '../../kernel/record/board.ts';

const cell = (key: string, side: 'office' | 'toOffice', state: string, calls?: true): BoardCell => ({
  key,
  group: 'referrals',
  record: 'referral',
  filter: () => ({ [side]: { in: ours }, state: { is: state } }),
  ...(calls ? { calls } : {}),
});

export const referralCells: readonly BoardCell[] = [
  cell('referrals_to_answer', 'toOffice', 'sent', true),
  cell('referrals_in_hand', 'toOffice', 'accepted'),
  cell('referrals_waiting', 'office', 'sent'),
  cell('referrals_under_way', 'office', 'accepted'),
  cell('referrals_returned', 'office', 'returned'),
  cell('referrals_completed', 'office', 'completed'),
];
