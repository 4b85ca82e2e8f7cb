/* How her needs changed: domains down, days across, each mark with a shape of its own besides its colour, and a word at the end of the line. The same stands below
 * as a table. A need is compared with the one before it; nothing is added up. */
import { type Day, formatDay } from '../../../kernel/day.ts';
import { codeLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import type { PartRow } from '../../people/web/path-data.ts';
import { needDomains } from '../index.ts';
import './support.css';

const order = ['none', 'some', 'urgent'];
const size = { label: 150, step: 76, row: 30, head: 28, change: 110 };
/** So many fit side by side; what is older stays in the table. */
const most = 6;

/** Whether the last known need is more or less than the one known before it. */
export function changeOf(levels: readonly unknown[]): 'more' | 'less' | 'same' | 'unclear' {
  const known = levels
    .filter(level => order.includes(level as string))
    .map(level => order.indexOf(level as string));
  if (known.length < 2 || !order.includes(levels.at(-1) as string)) return 'unclear';
  const [before, now] = known.slice(-2) as [number, number];
  return now > before ? 'more' : now < before ? 'less' : 'same';
}

const shapes: Readonly<Record<string, string>> = {
  none: 'M0-7a7 7 0 1 0 0 14a7 7 0 1 0 0-14Zm0 2a5 5 0 1 1 0 10a5 5 0 1 1 0-10Z',
  some: 'M0-7a7 7 0 1 0 0 14a7 7 0 1 0 0-14Zm0 2v10a5 5 0 1 1 0-10Z',
  urgent: 'M0-8 8.5 7h-17Z',
  not_known: 'M-6-1.25h12v2.5h-12Z',
};

export function NeedsPicture({ rows }: { rows: readonly PartRow[] }) {
  const t = useText();
  const levelOf = (row: PartRow, domain: string): string | null => {
    const level = row[`${domain}Need`];
    return typeof level === 'string' ? level : null;
  };
  const word = (level: string | null) =>
    level ? codeLabel(t, 'needLevel', level) : t('support.needs.not_shared');
  const shown = rows.slice(-most);
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
            <text key={row.id} x={x(index)} y={16} textAnchor="middle" className="needs-day">
              {formatDay(row.onDay as Day, t.lang)}
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
                  {t(`support.needs.change.${change}`)}
                </text>
              </g>
            );
          })}
        </svg>
      </section>
      <figcaption className="small">
        <ul className="needs-key" aria-label={t('support.needs.key')}>
          {[...order, 'not_known'].map(level => (
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
