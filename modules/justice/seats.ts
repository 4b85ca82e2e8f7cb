/* The seats of a case, as every part of it carries them (ADR 14). */
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

export const part = { criminalCase: ref('criminalCase', { required: true }), ...seats };
export const byCase = { retention, indexes: [['criminalCase']] };
