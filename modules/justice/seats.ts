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
};
export const seatNames = ['handler', 'procuracy', 'court', 'nextHandler'] as const;

/** The three that act in a case and agree about it; the unit a case is to go to next only sees it. */
export const bodySeats = ['handler', 'procuracy', 'court'] as const;
export type BodySeat = (typeof bodySeats)[number];
/** Who has a case in a seat. */
export const officerOfSeat = { handler: 'inCharge', procuracy: 'procurator', court: 'judge' } as const;
/** The seat each role of the three bodies looks from. */
export const seatOfRole = { investigator: 'handler', procurator: 'procuracy', judge_clerk: 'court' } as const;

export const part = { criminalCase: ref('criminalCase', { required: true }), ...seats };
export const byCase = { retention, indexes: [['criminalCase']] };
