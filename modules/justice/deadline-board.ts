/* What the server counts of the limits that run, and the screen shows. */
import type { Instant } from '../../kernel/day.ts';
import type { BodySeat } from './seats.ts';

/** How many limits of an office, or of one of its officers, stand where. */
export interface Tally {
  readonly office: string;
  /** The kind of its agency. */
  readonly agency: string;
  /** Null where a limit carries no name, and where only offices are told apart. */
  readonly officer: string | null;
  readonly overdue: number;
  readonly today: number;
  readonly week: number;
  /** Past or within the week by a line that binds nobody; not told where only offices are told apart. */
  readonly advises?: number;
}

export interface DeadlineBoard {
  /** What the reader looks along: her body's seat, or where she has none the duties of her own office; null for numbers without cases. */
  readonly seat: BodySeat | 'duty' | null;
  /** Past before `now`, today before `tomorrow`, within the week before `week`. */
  readonly now: Instant;
  readonly tomorrow: Instant;
  readonly week: Instant;
  readonly tallies: readonly Tally[];
}
