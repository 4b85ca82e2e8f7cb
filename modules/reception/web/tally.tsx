/* The three counts side by side: on the minutes, on the list, received; and below them in words whatever does not agree. */
import { reasonText } from '../../../web/problems.ts';
import { useText } from '../../../web/text.ts';
import { StateMark } from '../../../web/ui/marks.tsx';
import type { Tally } from '../tally.ts';

export function TallyOfGroup({ tally }: { tally: Tally }) {
  const t = useText();
  const counts = [
    ['onMinutes', tally.onMinutes],
    ['onList', tally.onList],
    ['received', tally.received],
    ['waiting', tally.waiting],
    ['aside', tally.aside],
  ] as const;
  return (
    <>
      <dl className="tally">
        {counts.map(([name, count]) => (
          <div key={name} data-none={count === 0 ? '' : undefined}>
            <dt>{t(`reception.tally.${name}`)}</dt>
            <dd className="number">{count}</dd>
          </div>
        ))}
      </dl>
      <Differences tally={tally} />
    </>
  );
}

export function Differences({ tally }: { tally: Tally }) {
  const t = useText();
  if (tally.differences.length === 0) return <StateMark tone="good">{t('reception.tally.agree')}</StateMark>;
  return (
    <ul className="plain-list">
      {tally.differences.map(reason => (
        <li key={reason.code}>
          <StateMark tone="warn">
            {reasonText(t, { field: '', reason: reason.code, params: reason.params })}
          </StateMark>
        </li>
      ))}
    </ul>
  );
}
