/* How her needs changed: domains down, days across, each mark with a shape of its own besides its colour, and a word at the end of the line. The same stands below
 * as a table. A need is compared with the one before it; nothing is added up. */
import { useSyncExternalStore } from 'react';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { codeLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import type { PartRow } from '../../people/web/path-data.ts';
import { needDomains, needLevels } from '../index.ts';
import { changeOf } from './change.ts';
import './support.css';

/** Narrow screens show the last three days and the sign of the change alone; the table has all of it. */
const sizes = {
  wide: { label: 150, step: 62, row: 30, head: 40, change: 112, most: 6 },
  narrow: { label: 132, step: 50, row: 30, head: 40, change: 26, most: 3 },
};

const shapes: Readonly<Record<string, string>> = {
  none: 'M0-7a7 7 0 1 0 0 14a7 7 0 1 0 0-14Zm0 2a5 5 0 1 1 0 10a5 5 0 1 1 0-10Z',
  some: 'M0-7a7 7 0 1 0 0 14a7 7 0 1 0 0-14Zm0 2v10a5 5 0 1 1 0-10Z',
  urgent: 'M0-8 8.5 7h-17Z',
  not_known: 'M-6-1.25h12v2.5h-12Z',
};

const signs = { more: '↑', less: '↓', same: '=', unclear: '·' } as const;

const dayAndMonth = (day: Day): string => `${day.slice(8)}/${day.slice(5, 7)}`;

const narrowScreen = '(max-width: 30rem)';
function useNarrow(): boolean {
  return useSyncExternalStore(
    changed => {
      const media = window.matchMedia(narrowScreen);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(narrowScreen).matches,
  );
}

export function NeedsPicture({ rows }: { rows: readonly PartRow[] }) {
  const t = useText();
  const levelOf = (row: PartRow, domain: string): string | null => {
    const level = row[`${domain}Need`];
    return typeof level === 'string' ? level : null;
  };
  const word = (level: string | null) =>
    level ? codeLabel(t, 'needLevel', level) : t('support.needs.not_shared');
  const isNarrow = useNarrow();
  const size = sizes[isNarrow ? 'narrow' : 'wide'];
  const shown = rows.slice(-size.most);
  const width = size.label + shown.length * size.step + size.change;
  const height = size.head + needDomains.length * size.row;
  const x = (index: number) => size.label + index * size.step + size.step / 2;
  const y = (index: number) => size.head + index * size.row + size.row / 2;
  const dates = rows.map(row => formatDay(row.onDay as Day, t.lang));
  return (
    <figure className="needs-picture">
      <section
        className="needs-scroll"
        aria-label={t('support.needs.picture')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the focus to be scrolled by keyboard
        tabIndex={0}
      >
        <svg
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          role="img"
          aria-label={t('support.needs.picture_text', { from: dates[0]!, to: dates.at(-1)! })}
        >
          {shown.map((row, index) => (
            <text key={row.id} textAnchor="middle" className="needs-day">
              <tspan x={x(index)} y={14}>
                {dayAndMonth(row.onDay as Day)}
              </tspan>
              <tspan x={x(index)} y={30}>
                {(row.onDay as Day).slice(0, 4)}
              </tspan>
            </text>
          ))}
          {needDomains.map((domain, line) => {
            const change = changeOf(rows.map(row => levelOf(row, domain)));
            return (
              <g key={domain}>
                <line
                  x1={0}
                  x2={width}
                  y1={y(line) - size.row / 2}
                  y2={y(line) - size.row / 2}
                  className="needs-rule"
                />
                <text x={0} y={y(line) + 5} className="needs-domain">
                  {codeLabel(t, 'needDomain', domain)}
                </text>
                {shown.length > 1 && (
                  <line x1={x(0)} x2={x(shown.length - 1)} y1={y(line)} y2={y(line)} className="needs-line" />
                )}
                {shown.map((row, index) => {
                  const level = levelOf(row, domain);
                  return level ? (
                    <g
                      key={row.id}
                      transform={`translate(${x(index)} ${y(line)})`}
                      className={`need need-${level}`}
                    >
                      <circle r={11} className="need-ground" />
                      <path d={shapes[level]} fillRule="evenodd" />
                    </g>
                  ) : null;
                })}
                <text x={width - size.change + 8} y={y(line) + 5} className={`needs-change change-${change}`}>
                  {isNarrow ? signs[change] : t(`support.needs.change.${change}`)}
                </text>
              </g>
            );
          })}
        </svg>
      </section>
      <figcaption className="small">
        <ul className="needs-key" aria-label={t('support.needs.key')}>
          {needLevels.map(level => (
            <li key={level}>
              <svg
                viewBox="-9 -9 18 18"
                width="16"
                height="16"
                aria-hidden="true"
                className={`need need-${level}`}
              >
                <path d={shapes[level]} fillRule="evenodd" />
              </svg>
              {codeLabel(t, 'needLevel', level)}
            </li>
          ))}
        </ul>
        {t('support.needs.not_summed')}
      </figcaption>
      <details className="small">
        <summary>{t('support.needs.as_table')}</summary>
        <section
          className="needs-scroll"
          aria-label={t('support.needs.as_table')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the focus to be scrolled by keyboard
          tabIndex={0}
        >
          <table className="needs-table">
            <caption className="unseen">{t('support.needs.picture')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('field.planGoal.domain')}</th>
                {rows.map((row, index) => (
                  <th key={row.id} scope="col">
                    {dates[index]}
                  </th>
                ))}
                <th scope="col">{t('support.needs.change.title')}</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">{t('field.assessment.riskLevel')}</th>
                {rows.map(row => (
                  <td key={row.id}>
                    {typeof row.riskLevel === 'string'
                      ? codeLabel(t, 'riskLevel', row.riskLevel)
                      : t('support.needs.not_shared')}
                  </td>
                ))}
                <td />
              </tr>
              {needDomains.map(domain => (
                <tr key={domain}>
                  <th scope="row">{codeLabel(t, 'needDomain', domain)}</th>
                  {rows.map(row => (
                    <td key={row.id}>{word(levelOf(row, domain))}</td>
                  ))}
                  <td>{t(`support.needs.change.${changeOf(rows.map(row => levelOf(row, domain)))}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  );
}
