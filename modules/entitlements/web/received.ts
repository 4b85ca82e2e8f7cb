/* What somebody has received, put together for her page: money in đồng without what was taken back, and what was handed over in kind. */
import type { PartRow } from '../../people/web/path-data.ts';
import { standing } from '../facts.ts';

export interface Received {
  readonly money: number;
  readonly inKind: readonly string[];
  /** How often something was handed over and stands. */
  readonly times: number;
}

export function receivedOf(payments: readonly PartRow[]): Received {
  const stand = standing(payments);
  return {
    money: stand
      .filter(row => row.paymentForm !== 'in_kind')
      .reduce((sum, row) => sum + ((row.amount as number | null) ?? 0), 0),
    inKind: stand.filter(row => row.paymentForm === 'in_kind').map(row => row.inKind as string),
    times: stand.length,
  };
}
