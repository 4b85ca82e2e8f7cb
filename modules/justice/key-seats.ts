/* Who of the three agencies somebody acts for in a key case, and who else is to be told. */
import type { Actor, FactSource, Notice, Row } from '../../kernel/act/act.ts';
import { Problem } from '../../kernel/problem.ts';
import { tellOffices } from './alike.ts';
import { seatsOf } from './case-rows.ts';
import { type BodySeat, bodySeats } from './seats.ts';

type Reaching = Pick<Actor, 'reach'>;
type Seated = Readonly<Record<string, unknown>>;

const sitsIn = (row: Seated, { reach }: Reaching, seat: BodySeat): boolean =>
  typeof row[seat] === 'string' && reach.includes(row[seat]);

/** The seat of ours; null for whoever only sees it because the case is to come to her. */
export const ourSeat = (row: Seated, actor: Reaching): BodySeat | null =>
  bodySeats.find(seat => sitsIn(row, actor, seat)) ?? null;

/** @returns the office of the seat, or the refusal: nobody speaks for another agency. */
export const speaksFor = (row: Seated, actor: Reaching, seat: unknown): string | Problem =>
  sitsIn(row, actor, seat as BodySeat)
    ? (row[seat as BodySeat] as string)
    : new Problem('key_case.not_your_seat', { seat: String(seat) });

/** Tells the other two. A notice names the key case by its number, and nobody. */
export const tellOthers = (kind: string, row: Seated, actor: Reaching, subject: string): Notice[] =>
  tellOffices(
    kind,
    'keyCase',
    subject,
    bodySeats.map(seat => row[seat]),
    actor,
  );

/** What every row beside a key case carries of it. */
export const ofKeyCase = (row: Row) => ({
  keyCase: row.id,
  criminalCase: row.criminalCase,
  ...seatsOf(row),
});

export const findKeyCase = (source: FactSource, id: unknown) => source.find('keyCase', id as string);

export interface Round {
  readonly id: string;
  readonly turn: number;
  readonly roundKind: 'recognise' | 'end';
  readonly proposedBy: BodySeat;
  readonly agreement: string;
  readonly outcome: string;
}

/** The last time the three were asked. @throws Error when there was none: a key case begins with one. */
export async function lastRound(source: FactSource, keyCase: string): Promise<Round> {
  const [found] = await source.query<Round>(
    `select id, turn, round_kind as "roundKind", proposed_by as "proposedBy", agreement, outcome
       from key_case_round where key_case = $1 order by turn desc limit 1`,
    [keyCase],
  );
  if (!found) throw new Error('a key case without a round');
  return found;
}
