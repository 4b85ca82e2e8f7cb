/* How far the cases of a year have come, as bars one under the other: full for those that went on, striped for those still there, empty for those that ended there. */
import { useText } from '../../../web/text.ts';
import type { YearFlow } from '../flow.ts';

const row = 26;

export function YearPicture({ of: { year, steps } }: { of: YearFlow }) {
  const t = useText();
  const opened = steps[0]?.reached.n ?? 0;
  if (opened === 0) return <p className="soft">{t('flow.way.none')}</p>;
  const at = (step: string) => steps.find(one => one.step === step)?.reached.n ?? 0;
  const [label, width] = [132, 320];
  const length = (n: number) => (n / opened) * (width - label - 34);
  return (
    <svg
      viewBox={`0 0 ${width} ${steps.length * row}`}
      width={width}
      height={steps.length * row}
      className="flow-years"
      role="img"
      aria-label={`${year}. ${t('flow.way.text', {
        opened,
        indicted: at('indicted'),
        judged: at('judged'),
        inForce: at('in_force'),
      })}`}
    >
      <defs>
        <pattern
          id={`waits-${year}`}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="2.5" height="5" className="flow-waits" />
        </pattern>
      </defs>
      {steps.map(({ step, reached, waiting, stopped }, index) => {
        const y = index * row;
        const on = reached.n - waiting.n - stopped.n;
        const parts = [
          { key: 'on', n: on, fill: undefined },
          { key: 'waits', n: waiting.n, fill: `url(#waits-${year})` },
          { key: 'stopped', n: stopped.n, fill: 'none' },
        ];
        let from = label;
        return (
          <g key={step}>
            <text x={0} y={y + 17}>
              {t(`flow.step.${step}`)}
            </text>
            {parts.map(({ key, n, fill }) => {
              const x = from;
              from += length(n);
              return (
                n > 0 && (
                  <rect
                    key={key}
                    x={x}
                    y={y + 4}
                    width={length(n)}
                    height={row - 8}
                    fill={fill}
                    className="flow-bar"
                  />
                )
              );
            })}
            <text x={from + 6} y={y + 17} className="number">
              {reached.n}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
