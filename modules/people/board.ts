/* What of the files an office keeps is counted on the board. */
import { addDays } from '../../kernel/day.ts';
import { type BoardCell, ours } from '../../kernel/record/board.ts';

const held = { office: { in: ours } } as const;

export const peopleCells: readonly BoardCell[] = [
  {
    key: 'files_open',
    group: 'people',
    record: 'person',
    filter: () => ({ ...held, state: { is: 'open' } }),
  },
  {
    key: 'files_closed',
    group: 'people',
    record: 'person',
    filter: () => ({ ...held, state: { is: 'closed' } }),
  },
  {
    key: 'doubles_to_decide',
    group: 'people',
    record: 'likeness',
    filter: () => ({ ...held, verdict: { is: 'open' } }),
    calls: true,
  },
  {
    key: 'arrived_lately',
    group: 'people',
    record: 'arrival',
    filter: today => ({ ...held, arrivedAt: { from: `${addDays(today, -30)}T00:00:00.000Z` } }),
  },
];
