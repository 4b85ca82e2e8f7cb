/* A number on a board: how many rows of a record answer a filter. The same filter opens the list behind it, so a number and its list cannot disagree. Every
 * cell counts along one column that names one of our offices, which is what makes counting cheap under row security. */
import type { Day } from '../day.ts';

/** What a filter says instead of naming offices: those in the reader's reach. */
export const ours = 'ours';

export type BoardFilter = Readonly<
  Record<string, Readonly<Partial<Record<'is' | 'in' | 'from' | 'to', unknown>>>>
>;

export interface BoardCell {
  /** Its words are `board.cell.<key>`. */
  readonly key: string;
  /** What stands together: `board.group.<group>`. */
  readonly group: string;
  readonly record: string;
  /** Names one office column as `{ in: 'ours' }`, and whatever else narrows it. */
  readonly filter: (today: Day) => BoardFilter;
  /** A number above nothing asks for somebody. */
  readonly calls?: true;
}
