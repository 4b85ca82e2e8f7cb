/* What moved since this page was opened: whatever was done here, a day set right, an extension, another charge, or what another body noted meanwhile, the limits that are other ones now
 * stand with their old day and their new one. */
import { useRef } from 'react';
import { type Day, formatAt, type Instant } from '../../../kernel/day.ts';
import { useText } from '../../../web/text.ts';
import { type CaseClock, movedClocks } from '../case-clocks.ts';
import type { Parts } from './case-data.ts';
import './justice.css';

export function Moved({ clocks, parts }: { clocks: readonly CaseClock[]; parts: Parts }) {
  const t = useText();
  const first = useRef(clocks);
  const lines = [...clocks, ...first.current];
  return (
    <MovedList
      moved={movedClocks(first.current, clocks).map(({ family, accused, from, to }) => {
        const whose = parts.accused.find(({ id }) => id === accused);
        const { title } = lines.find(one => one.family === family)!.limit.line;
        return { what: [title[t.lang], whose?.fullName].filter(Boolean).join(' · '), from, to };
      })}
    />
  );
}

type At = Day | Instant | null;

/** Each limit that moved, with its old day and its new one. */
export function MovedList({ moved }: { moved: readonly { what: string; from: At; to: At }[] }) {
  const t = useText();
  const day = (at: At) => (at ? formatAt(at, t.lang) : t('justice.case.no_day'));
  return (
    <div role="status">
      {moved.length > 0 && (
        <section className="moved">
          <h3>{t('justice.case.moved')}</h3>
          <ul className="plain-list">
            {moved.map(({ what, from, to }) => (
              <li key={`${what} ${from} ${to}`}>
                <span>{what}</span>
                <span>
                  <s>{day(from)}</s> → <b>{day(to)}</b>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
