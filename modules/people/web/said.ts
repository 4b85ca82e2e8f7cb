/* What she has said may be done, in short: her latest answer for each purpose and receiver, as it stands today. A yes that was taken back or has run out is no yes. */
import type { Day } from '../../../kernel/day.ts';
import { isRefusal, standingOf } from '../../intake/index.ts';
import type { PartRow } from './path-data.ts';

export type Stand = 'yes' | 'no' | 'withdrawn' | 'ended' | 'open';

export interface Answer {
  readonly row: PartRow;
  readonly purpose: string;
  readonly stand: Stand;
  /** Said of everybody, before something else was said of one receiver: it is left for the others. */
  readonly forOthers: boolean;
}

/** Of whom an answer speaks: an office, a kind of agency, or everybody. */
export const receiverOf = (row: PartRow): string =>
  (row.recipient as string | null) ?? (row.recipientKind ? `kind ${row.recipientKind as string}` : 'all');

function standOf(row: PartRow, today: Day): Stand {
  if (isRefusal(row.given)) return 'no';
  const standing = standingOf(row, today);
  if (standing === 'in_force') return 'yes';
  return standing === 'not_given' ? 'open' : standing;
}

/** Rows in the order they were taken down. */
export function answersOf(rows: readonly PartRow[], today: Day): Answer[] {
  const last = new Map(rows.map(row => [`${row.consentPurpose as string} ${receiverOf(row)}`, row]));
  const isLater = (one: PartRow, row: PartRow) =>
    one.consentPurpose === row.consentPurpose && rows.indexOf(one) > rows.indexOf(row);
  // A later no to everybody is a no to each of them.
  const newest = [...last.values()].filter(
    row => !rows.some(one => isRefusal(one.given) && receiverOf(one) === 'all' && isLater(one, row)),
  );
  return newest.map(row => ({
    row,
    purpose: row.consentPurpose as string,
    stand: standOf(row, today),
    forOthers: receiverOf(row) === 'all' && newest.some(one => isLater(one, row)),
  }));
}
