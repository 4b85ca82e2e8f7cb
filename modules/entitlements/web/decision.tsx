/* One decision on one regime, and what was paid or handed over on it. */
import { useState } from 'react';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { codeLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { may, type PartRow, type Path, part } from '../../people/web/path-data.ts';
import { RowFacts } from '../../people/web/path-words.tsx';
import { supportDecision } from '../index.ts';
import { PayDialog, ReverseDialog } from './payment-dialogs.tsx';
import { dong } from './regimes.tsx';

/** What is left of a grant in đồng; null where no money was granted. */
export const leftOf = (decision: PartRow): number | null =>
  decision.amount === null ? null : (decision.amount as number) - (decision.paid as number);

export function DecisionCard({ row, path }: { row: PartRow; path: Path }) {
  const t = useText();
  const [paying, pay] = useState(false);
  const [reversing, reverse] = useState<PartRow | null>(null);
  const isGranted = row.decisionOutcome === 'granted';
  const payments = part(path, 'payment').filter(one => one.decision === row.id);
  const left = leftOf(row);
  return (
    <div className="due-line">
      <p className="row">
        <b>{codeLabel(t, 'regime', row.regime as string)}</b>
        <StateMark tone={isGranted ? 'good' : 'bad'}>
          {codeLabel(t, 'decisionOutcome', row.decisionOutcome as string)}
        </StateMark>
        <span className="soft small">
          {formatDay(row.decidedOn as Day, t.lang)} · <OfficeName id={row.decidedBy as string} short />
        </span>
      </p>
      {row.amount !== null && (
        <p>{t('entitlements.decision.money', { amount: row.amount as number, paid: row.paid as number })}</p>
      )}
      <RowFacts
        record={supportDecision}
        row={row}
        names={['decisionNumber', 'quantity', 'inKind', 'reason', 'article']}
      />
      {payments.length > 0 && (
        <ul className="payments">
          {payments.map(one => (
            <Payment
              key={one.id}
              row={one}
              isReversed={payments.some(other => other.reverses === one.id)}
              onReverse={may(path.person, 'payment.reverse') ? () => reverse(one) : undefined}
            />
          ))}
        </ul>
      )}
      {isGranted && may(path.person, 'payment.record') && (left === null || left > 0) && (
        <div className="row no-print">
          <Button icon="plus" onPress={() => pay(true)}>
            {t('entitlements.pay.title')}
          </Button>
        </div>
      )}
      {paying && <PayDialog path={path} decision={row} onClose={() => pay(false)} />}
      {reversing && <ReverseDialog path={path} payment={reversing} onClose={() => reverse(null)} />}
    </div>
  );
}

function Payment({
  row,
  isReversed,
  onReverse,
}: {
  row: PartRow;
  isReversed: boolean;
  onReverse?: () => void;
}) {
  const t = useText();
  const what = [
    row.amount === null ? null : dong(t, row.reverses ? -(row.amount as number) : (row.amount as number)),
    row.inKind as string | null,
  ].filter(Boolean);
  return (
    <li className="payment">
      <span>
        <span className="number">{row.number as string}</span> · {formatDay(row.paidOn as Day, t.lang)} ·{' '}
        <b>{what.join(' · ')}</b>
        <span className="soft small">
          {' '}
          · {codeLabel(t, 'paymentForm', row.paymentForm as string)} · {row.receiptNumber as string} ·{' '}
          {codeLabel(t, 'signedBy', row.signedBy as string)}
        </span>
        {row.reverses ? (
          <span className="small"> · {t('entitlements.reverse.was', { reason: row.reason as string })}</span>
        ) : null}
      </span>
      {isReversed && <StateMark tone="neutral">{t('entitlements.reverse.done')}</StateMark>}
      {!row.reverses && !isReversed && onReverse && (
        <Button kind="quiet" onPress={onReverse}>
          {t('entitlements.reverse.title')}
        </Button>
      )}
    </li>
  );
}
