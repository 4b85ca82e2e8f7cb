/* What entitlements add to the timeline of a person's page: what was applied for, what was decided, and what she received or what was taken back. */
import { codeLabel } from '../../../web/labels.ts';
import type { Translate } from '../../../web/text.ts';
import { type PartRow, type Path, part } from '../../people/web/path-data.ts';
import { dong } from './regimes.tsx';

export interface EntitlementEvent {
  readonly row: PartRow;
  readonly record: 'supportApplication' | 'supportDecision' | 'payment';
  readonly at: string;
  readonly icon: 'file' | 'scales' | 'check' | 'stop';
  readonly title: string;
}

/** What was handed over, in words: the sum, or the thing. */
const given = (t: Translate, row: PartRow): string =>
  row.paymentForm === 'in_kind' ? String(row.inKind) : dong(t, row.amount as number);

export function entitlementEvents(t: Translate, path: Path): EntitlementEvent[] {
  const regime = (code: unknown) => codeLabel(t, 'regime', String(code)).toLowerCase();
  return [
    ...part(path, 'supportApplication').map(
      (row): EntitlementEvent => ({
        row,
        record: 'supportApplication',
        at: String(row.appliedOn),
        icon: 'file',
        title: t('entitlements.events.applied', { number: String(row.number) }),
      }),
    ),
    ...part(path, 'supportDecision').map(
      (row): EntitlementEvent => ({
        row,
        record: 'supportDecision',
        at: String(row.decidedOn),
        icon: 'scales',
        title: t(`entitlements.events.${row.decisionOutcome as string}`, { regime: regime(row.regime) }),
      }),
    ),
    ...part(path, 'payment').map(
      (row): EntitlementEvent => ({
        row,
        record: 'payment',
        at: String(row.paidOn),
        icon: row.reverses ? 'stop' : 'check',
        title: t(row.reverses ? 'entitlements.events.taken_back' : 'entitlements.events.received', {
          what: given(t, row),
          regime: regime(row.regime),
        }),
      }),
    ),
  ];
}
