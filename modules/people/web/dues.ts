/* Everything on a file that waits for a day or for somebody, the nearest day first: requests, referrals, applications, what was given to do, when she is asked after and
 * looked at again. Law and custom stand in one order; only what binds can be late. */
import { type Day, dayIn } from '../../../kernel/day.ts';
import { reviewDay } from '../../reception/index.ts';
import { toVerifyAnew } from '../../victims/anew.ts';
import type { PartName, PartRow, Path } from './path-data.ts';

export const dueKinds = [
  'verification',
  'referral',
  'application',
  'grant',
  'action',
  'follow_up',
  'assessment',
  'plan_review',
  'interests',
  'settlement',
  'neither_stands',
  'closing',
  'reopening',
] as const;
export type DueKind = (typeof dueKinds)[number];

export interface Due {
  readonly kind: DueKind;
  readonly row: PartRow;
  /** Null where nothing sets a day. */
  readonly on: Day | null;
  readonly binds: boolean;
  /** The office it waits for. */
  readonly office: string;
  /** The line of practice a day of custom follows, and the day it counts from. */
  readonly rule?: unknown;
  readonly from?: unknown;
}

const part = (path: Path, name: PartName): readonly PartRow[] => path.parts[name] ?? [];
const officeOf = (row: PartRow, field = 'toOffice'): string => (row[field] as string | null) ?? row.office;

/** What the law's clocks say of a row: the first term that is not met. */
function byLaw(path: Path, kind: DueKind, record: PartName, row: PartRow): Due {
  const [first] = path.clocks
    .filter(clock => clock.record === record && clock.row === row.id)
    .filter(clock => !clock.met && !clock.late && clock.due !== null)
    .toSorted((a, b) => a.due!.localeCompare(b.due!));
  return {
    kind,
    row,
    on: first ? dayIn(first.due! as Day) : null,
    binds: first ? !first.advisory : false,
    office: officeOf(row),
  };
}

const custom = (kind: DueKind, row: PartRow, on: unknown, more: Partial<Due> = {}): Due => ({
  kind,
  row,
  on: typeof on === 'string' ? (on as Day) : null,
  binds: false,
  office: officeOf(row),
  ...more,
});

const inState = (path: Path, name: PartName, ...states: readonly string[]) =>
  part(path, name).filter(row => states.includes(row.state as string));

/** Granted, and not handed over in full. */
const isOwed = (row: PartRow): boolean =>
  row.decisionOutcome === 'granted' &&
  (row.handedOver === 0 || (typeof row.amount === 'number' && (row.paid as number) < row.amount));

function interests(path: Path): Due[] {
  const on = path.person.state === 'open' ? reviewDay(part(path, 'bestInterests')) : null;
  const row = part(path, 'bestInterests').at(-1);
  return on && row ? [custom('interests', row, on, { office: row.office })] : [];
}

export function duesOf(path: Path): Due[] {
  return [
    ...inState(path, 'verification', 'sent').map(row => byLaw(path, 'verification', 'verification', row)),
    ...inState(path, 'supportApplication', 'with_commune', 'with_district', 'to_decide').map(row =>
      byLaw(path, 'application', 'supportApplication', row),
    ),
    ...inState(path, 'referral', 'sent').map(row => custom('referral', row, row.remindOn)),
    ...part(path, 'supportDecision')
      .filter(isOwed)
      .map(row => custom('grant', row, null, { office: row.office })),
    ...inState(path, 'planAction', 'open').map(row => custom('action', row, row.dueOn)),
    ...inState(path, 'followUp', 'planned').map(row =>
      custom('follow_up', row, row.dueOn, { rule: row.rule, from: row.plannedFrom }),
    ),
    ...inState(path, 'assessment', 'current')
      .filter(row => row.nextDue)
      .map(row => custom('assessment', row, row.nextDue, { rule: row.rule, from: row.nextFrom })),
    ...inState(path, 'supportPlan', 'open')
      .filter(row => row.reviewDue)
      .map(row =>
        custom('plan_review', row, row.reviewDue, { rule: row.rule, from: row.agreedOn ?? row.openedOn }),
      ),
    ...interests(path),
    ...inState(path, 'settlement', 'proposed').map(row => custom('settlement', row, null)),
    ...inState(path, 'settlement', 'with_superior').map(row =>
      custom('settlement', row, null, { office: officeOf(row, 'superior') }),
    ),
    ...(path.person.state === 'open'
      ? toVerifyAnew(part(path, 'settlement'), part(path, 'verification'), part(path, 'assertion'))
      : []
    ).map(row => custom('neither_stands', row, null, { office: path.person.office as string })),
    ...inState(path, 'fileDecision', 'asked').map(row =>
      custom(row.change === 'close' ? 'closing' : 'reopening', row, null, { office: row.office }),
    ),
  ].toSorted((a, b) => (a.on ?? '9').localeCompare(b.on ?? '9') || a.row.madeAt.localeCompare(b.row.madeAt));
}
