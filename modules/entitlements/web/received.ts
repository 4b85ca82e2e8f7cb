/* What somebody has received, put together for her page: money in đồng without what was taken back, and what was handed over in kind. */
import type { PartRow } from '../../people/web/path-data.ts';

export interface Received {
  readonly money: number;
  readonly inKind: readonly string[];
  /** How often something was handed over and stands. */
  readonly times: number;
}

export function receivedOf(payments: readonly PartRow[]): Received {
  const takenBack = new Set(payments.map(row => row.reverses).filter(Boolean));
  const standing = payments.filter(row => !row.reverses && !takenBack.has(row.id));
  return {
    money: standing
      .filter(row => row.paymentForm !== 'in_kind')
      .reduce((sum, row) => sum + ((row.amount as number | null) ?? 0), 0),
    inKind: standing.filter(row => row.paymentForm === 'in_kind').map(row => row.inKind as string),
    times: standing.length,
  };
}
