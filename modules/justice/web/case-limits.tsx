/* The limits of a case: what runs first, the nearest day before the others; what was met is folded away. Every day opens the steps that lead to it. */
import type { ReactNode } from 'react';
import { type Day, dayIn, formatAt, formatDay, type Instant, pastFrom } from '../../../kernel/day.ts';
import { useNow } from '../../../web/clock.ts';
import { useText } from '../../../web/text.ts';
import { StateMark } from '../../../web/ui/marks.tsx';
import { ClockLine } from '../../people/web/path-due.tsx';
import type { CaseClock } from '../case-clocks.ts';
import { isRight } from '../stages.ts';
import type { Parts } from './case-data.ts';

export function Limits({ clocks, parts }: { clocks: readonly CaseClock[]; parts: Parts }) {
  const t = useText();
  const now = useNow();
  const turnOf = (clock: CaseClock) => (ranOut(clock, now) ? '9998' : (clock.limit.term.due ?? '9999'));
  const running = clocks
    .filter(one => one.doneOn === null)
    .toSorted((a, b) => turnOf(a).localeCompare(turnOf(b)));
  const met = clocks.filter(one => one.doneOn !== null);
  return (
    <>
      {running.length === 0 && <p className="soft">{t('justice.case.no_limit')}</p>}
      <ul className="clocks">
        {running.map(one => (
          <LimitLine key={keyOf(one)} clock={one} parts={parts} />
        ))}
      </ul>
      {met.length > 0 && (
        <details>
          <summary>{t('justice.case.met', { count: met.length })}</summary>
          <ul className="clocks">
            {met.map(one => (
              <LimitLine key={keyOf(one)} clock={one} parts={parts} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const keyOf = ({ family, accused: whose, start }: CaseClock) => `${family} ${whose} ${start}`;

/** The day the time to use a right was over; null while it is not. */
const ranOut = ({ family, doneOn, limit: { term } }: CaseClock, now: Instant): Day | null =>
  isRight(family) && doneOn === null && term.due && pastFrom(term.due) <= now ? dayIn(term.due) : null;

export function LimitLine({
  clock,
  parts,
  children,
}: {
  clock: CaseClock;
  parts: Parts;
  /** What can be done about it. */
  children?: ReactNode;
}) {
  const t = useText();
  const over = ranOut(clock, useNow());
  const { line, term, askUntil, next, last } = clock.limit;
  const whose = parts.accused.find(one => one.id === clock.accused);
  const met = clock.doneOn !== null;
  const late = met && term.due !== null && !term.advisory && clock.doneOn! > dayIn(term.due);
  return (
    <ClockLine
      clock={{ ...term, article: line.article, met, late }}
      title={
        <>
          {line.title[t.lang]}
          {whose && <b> · {whose.fullName as string}</b>}
        </>
      }
      holder={line.holder[t.lang]}
      note={term.due === null ? undefined : line.note?.[t.lang]}
      mark={
        over && (
          <StateMark tone="neutral">{t('justice.case.ran_out', { day: formatDay(over, t.lang) })}</StateMark>
        )
      }
    >
      {term.due === null && line.note && <p className="small">{line.note[t.lang]}</p>}
      {!met && !over && term.due && !term.advisory && (
        <p className="small">
          {t('ui.due.until', { at: formatAt(term.due, t.lang) })}
          {term.provisional && ` · ${t('rule.provisional')}`}
        </p>
      )}
      {!met && next && (
        <p className="small soft">
          {askUntil && t('justice.case.ask_until', { day: formatDay(askUntil, t.lang) })}{' '}
          {last && last !== term.due && t('justice.case.last', { day: formatAt(last, t.lang) })}
        </p>
      )}
      {children}
    </ClockLine>
  );
}
