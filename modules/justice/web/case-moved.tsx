/* What moved since this page was opened: whatever was done here, a day set right, an extension, another charge, or what another body noted meanwhile, the limits that are other ones now
 * stand with their old day and their new one. */
import { useRef } from 'react';
import { formatAt } from '../../../kernel/day.ts';
import { useText } from '../../../web/text.ts';
import { type CaseClock, movedClocks } from '../case-clocks.ts';
import type { Parts } from './case-data.ts';

export function Moved({ clocks, parts }: { clocks: readonly CaseClock[]; parts: Parts }) {
  const t = useText();
  const first = useRef(clocks);
  const moved = movedClocks(first.current, clocks);
  const lines = [...clocks, ...first.current];
  const day = (at: (typeof moved)[number]['from']) => (at ? formatAt(at, t.lang) : t('justice.case.no_day'));
  return (
    <div role="status">
      {moved.length > 0 && (
        <section className="moved">
          <h3>{t('justice.case.moved')}</h3>
          <ul className="plain-list">
            {moved.map(one => {
              const line = lines.find(({ family }) => family === one.family)!.limit.line;
              const whose = parts.accused.find(({ id }) => id === one.accused);
              return (
                <li key={`${one.family} ${one.accused} ${one.from} ${one.to}`}>
                  <span>
                    {line.title[t.lang]}
                    {whose && ` · ${whose.fullName as string}`}
                  </span>
                  <span>
                    <s>{day(one.from)}</s> → <b>{day(one.to)}</b>
                  </span>
                </li>
              );
            })}
          </ul>
        </section>
      )}
    </div>
  );
}
