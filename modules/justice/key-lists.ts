/* The code lists of key cases, the weeks they are reported by, and what the votes of the three agencies come to. Pure, so that screen and server say the same. */
import { addDays, type Day, weekday } from '../../kernel/day.ts';
import type { KeyCaseAgreement } from '../../rules/schema-key-cases.ts';
import { bodySeats } from './seats.ts';

export const keyCaseStates = [
  'proposed',
  'not_agreed',
  'agreed',
  'ending_asked',
  'ended',
  'withdrawn',
] as const;
/** While it is one of these, the case is a key case or may become one: there is not a second. */
export const livingKeyCase = ['proposed', 'not_agreed', 'agreed', 'ending_asked'] as const;
/** While it is one of these, the three work on it together: meetings, target days, weekly progress. */
export const workedKeyCase = ['agreed', 'ending_asked'] as const;
export const keyCasePriorities = ['top', 'high', 'usual'] as const;
export const roundKinds = ['recognise', 'end'] as const;
export const roundOutcomes = ['open', 'agreed', 'not_agreed', 'withdrawn'] as const;
export const keyCaseEnds = ['done', 'grounds_gone', 'handed_up', 'other'] as const;
export const keyCaseVotes = ['for', 'against', 'abstain'] as const;

/** The steps the three may agree a day for. The law's own limit of a step stands beside it and is another thing. */
export const targetSteps = ['concluded', 'indicted', 'trial_ordered', 'judged', 'appeal_judged'] as const;

export type Tally = 'open' | 'agreed' | 'not_agreed';

/** What the votes come to, one of each seat at most. Whoever abstains is not for it. */
export function tallyOf(
  { needed, everyone_votes }: Pick<KeyCaseAgreement, 'needed' | 'everyone_votes'>,
  votes: readonly { readonly vote: unknown }[],
): Tally {
  const wanted = needed === 'all' ? bodySeats.length : Math.floor(bodySeats.length / 2) + 1;
  const agreeing = votes.filter(({ vote }) => vote === 'for').length;
  const others = votes.length - agreeing;
  if (votes.length < bodySeats.length && everyone_votes) return 'open';
  if (agreeing >= wanted) return 'agreed';
  return others > bodySeats.length - wanted ? 'not_agreed' : 'open';
}

/** The Monday of the week a day lies in. */
export const weekOf = (day: Day): Day => addDays(day, 1 - weekday(day));

/** By when the progress of a week is told: its Friday. */
export const tellBy = (week: Day): Day => addDays(week, 4);

/** "2026-W48": the week as ISO 8601 counts it, by the year its Thursday lies in. */
export function isoWeek(day: Day): string {
  const thursday = addDays(weekOf(day), 3);
  const year = thursday.slice(0, 4);
  const first = weekOf(`${year}-01-04` as Day);
  const turn = (Date.parse(weekOf(day)) - Date.parse(first)) / (7 * 86_400_000) + 1;
  return `${year}-W${String(turn).padStart(2, '0')}`;
}
