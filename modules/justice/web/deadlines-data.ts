/* What the board of limits shows and how an address narrows it. Only ids and codes stand in an address. */
import type { DeadlineBoard, Tally } from '../deadline-board.ts';

export const shows = ['overdue', 'today', 'week', 'advises'] as const;
export type Show = (typeof shows)[number];

export interface Wanted {
  readonly show?: Show;
  /** One office, or several with commas between them. */
  readonly office?: string;
  readonly officer?: string;
  /** Those that carry nobody's name. */
  readonly unnamed?: boolean;
  /** All of one case. */
  readonly file?: string;
}

export function hrefOf({ show, office, officer, unnamed, file }: Wanted): string {
  const asked = new URLSearchParams();
  if (show) asked.set('show', show);
  if (office) asked.set('office', office);
  if (officer) asked.set('officer', officer);
  if (unnamed) asked.set('unnamed', 'yes');
  if (file) asked.set('file', file);
  return `/deadlines?${asked}`;
}

export function wantedOf(asked: URLSearchParams): Wanted {
  const show = shows.find(one => one === asked.get('show'));
  const [office, officer, file] = [asked.get('office'), asked.get('officer'), asked.get('file')];
  return {
    ...(show ? { show } : {}),
    ...(office ? { office } : {}),
    ...(officer ? { officer } : {}),
    ...(asked.get('unnamed') ? { unnamed: true } : {}),
    ...(file ? { file } : {}),
  };
}

/** The filter of the list behind a number: the same moments, and the same seat. A procuracy and a court look from two, and see nothing of any other. */
export function filterOf(
  { seat, now, tomorrow, week }: Pick<DeadlineBoard, 'seat' | 'now' | 'tomorrow' | 'week'>,
  { show, office, officer, unnamed, file }: Wanted,
): Record<string, Record<string, unknown>> {
  const dueBy = {
    overdue: { to: now },
    today: { from: now, to: tomorrow },
    week: { from: tomorrow, to: week },
    advises: { to: week },
  };
  return {
    ...(seat === 'handler' ? { handler: { in: 'ours' } } : {}),
    ...(show ? { force: { is: show === 'advises' ? 'advises' : 'binds' }, dueBy: dueBy[show] } : {}),
    ...(office ? { duty: { in: office.split(',') } } : seat === 'duty' ? { duty: { in: 'ours' } } : {}),
    ...(officer ? { dutyOfficer: { is: officer } } : {}),
    ...(unnamed ? { named: { is: false } } : {}),
    ...(file ? { criminalCase: { is: file } } : {}),
  };
}

export const numberOf = (tallies: readonly Tally[], show: Show): number =>
  tallies.reduce((sum, tally) => sum + (tally[show] ?? 0), 0);
