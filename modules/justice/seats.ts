/* The seats of a case, as every part of it carries them (ADR 14), and who sits in them. */
import { office, ref } from '../../kernel/fields/kinds.ts';

export const retention = { years: null, basis: 'not decided: with the criminal case file' };

/** The bodies that handle a case; the court is named when the indictment goes to it. */
export const seats = {
  handler: office({ required: true, listed: true }),
  procuracy: office({ listed: true }),
  court: office({ listed: true }),
  /** The unit that is to go on with it: it sees the case before it takes it over. */
  nextHandler: office({ listed: true }),
  /** The procuracy and the court of the second instance, from the day the file is sent up to them. */
  appealProcuracy: office({ listed: true }),
  appealCourt: office({ listed: true }),
};
export const seatNames = [
  'handler',
  'procuracy',
  'court',
  'nextHandler',
  'appealProcuracy',
  'appealCourt',
] as const;

/** The three that act in a case and agree about it; the unit a case is to go to next only sees it. */
export const bodySeats = ['handler', 'procuracy', 'court'] as const;
export type BodySeat = (typeof bodySeats)[number];
/** Who has a case in a seat. */
export const officerOfSeat = {
  handler: 'inCharge',
  procuracy: 'procurator',
  court: 'judge',
  appealProcuracy: 'appealProcurator',
  appealCourt: 'appealJudge',
} as const;
/** All that act in a case: the three, and above them the two that hear its appeal. */
export type ActingSeat = keyof typeof officerOfSeat;
export const actingSeats = Object.keys(officerOfSeat) as ActingSeat[];
/** The seat each role of the three bodies looks from. */
export const seatOfRole = { investigator: 'handler', procurator: 'procuracy', judge_clerk: 'court' } as const;

type Seated = Readonly<Record<string, unknown>>;

/** Who answers for a seat nobody sits in: the unit that has the case, and for a court above that is not of this system the body of the first instance. */
const answeredBy: Readonly<Record<ActingSeat, ActingSeat>> = {
  handler: 'handler',
  procuracy: 'handler',
  court: 'handler',
  appealProcuracy: 'procuracy',
  appealCourt: 'court',
};

/** The seat whose office answers for a seat: itself while somebody sits in it. */
export const answeringSeat = (file: Seated, seat: ActingSeat): ActingSeat =>
  file[seat] || seat === 'handler' ? seat : answeringSeat(file, answeredBy[seat]);

/** The seats of a case our offices sit in; the court of first instance also notes what a court above does that has no seat here. */
export function seatsHeld(file: Seated, isOurs: (office: string) => boolean): (typeof seatNames)[number][] {
  const held = seatNames.filter(seat => typeof file[seat] === 'string' && isOurs(file[seat]));
  return held.includes('court') && !file.appealCourt ? [...held, 'appealCourt'] : held;
}

/** The seat of a kind of agency: whoever investigates is of the police or of the border guard. */
export const seatOfAgency = (kind: unknown): BodySeat =>
  kind === 'procuracy' || kind === 'court' ? kind : 'handler';

/**
 * Whether what stands in a part of a case is ours to set right: we wrote it, or the office that did has left the case and we sit in its seat now, as the unit
 * that took over from another. `writer` is the kind of agency of the office that wrote it.
 */
export function enteredByUs(row: Seated, writer: unknown, reach: readonly string[]): boolean {
  if (reach.includes(row.office as string)) return true;
  const isStillIn = seatNames.some(seat => row[seat] === row.office);
  return !isStillIn && reach.includes(row[seatOfAgency(writer)] as string);
}

export const part = { criminalCase: ref('criminalCase', { required: true }), ...seats };
export const byCase = { retention, indexes: [['criminalCase']] };
