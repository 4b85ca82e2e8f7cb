/* What runs for a report: handing it over for the commune police, who may not resolve it, and resolving it from the day the body that may has it. */
import { type Day, dayIn, type Instant } from '../../kernel/day.ts';
import type { RunningTerm } from '../../kernel/rule/clock.ts';

export function reportTerms(row: Readonly<Record<string, unknown>>): RunningTerm[] {
  const received = row.receivedAt as Instant;
  const handed = typeof row.handedAt === 'string' ? dayIn(row.handedAt as Instant) : null;
  const isSettled = row.state === 'resolved' || row.state === 'suspended';
  const handing: RunningTerm = {
    family: `report.commune_transfer_${row.looksSerious === 'no' ? 'other' : 'serious'}`,
    start: received,
    // Where nobody said how far the post is, nobody is called late before the longer limit is over.
    kind: row.remotePost === 'no' ? null : 'remote_mountain_island',
    doneOn: handed,
  };
  const resolving: RunningTerm = {
    family: 'report.resolve',
    start: handed ?? dayIn(received),
    doneOn: isSettled ? (row.resolvedOn as Day) : null,
  };
  return [
    ...(row.takenByCommune === 'yes' ? [handing] : []),
    ...(handed || row.takenUpOn ? [resolving] : []),
  ];
}
