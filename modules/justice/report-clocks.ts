/* What runs for a report: handing it over for the commune police, who may not resolve it, and resolving it once it is taken up. */

import { type Day, dayIn, type Instant } from '../../kernel/day.ts';
import type { RunningTerm } from '../../kernel/rule/clock.ts';

export function reportTerms(row: Readonly<Record<string, unknown>>): RunningTerm[] {
  const handed = typeof row.handedAt === 'string' ? dayIn(row.handedAt as Instant) : null;
  const takenUp = (row.takenUpOn as Day | null) ?? null;
  const resolved = row.state === 'resolved' || row.state === 'suspended';
  const handing: RunningTerm = {
    family: `report.commune_transfer_${row.looksSerious === 'no' ? 'other' : 'serious'}`,
    start: row.receivedAt as Instant,
    // Where nobody said how far the post is, nobody is called late before the longer limit is over.
    kind: row.remotePost === 'no' ? null : 'remote_mountain_island',
    doneOn: handed,
  };
  return [
    ...(row.takenByCommune === 'yes' ? [handing] : []),
    ...(takenUp
      ? [{ family: 'report.resolve', start: takenUp, doneOn: resolved ? (row.resolvedOn as Day) : null }]
      : []),
  ];
}
