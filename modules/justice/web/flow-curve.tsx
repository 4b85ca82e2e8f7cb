/* What part of a stage is not done yet, by days: a step down on each day on which something was done, level where all that is left still runs. Upright lines mark the days by which
 * one half and nine tenths were done; the same is said in words and stands in the table below. */
import { useText } from '../../../web/text.ts';
import { useWide } from '../../../web/wide.ts';
import type { Group } from '../flow.ts';

const sizes = {
  wide: { width: 640, height: 200 },
  narrow: { width: 320, height: 180 },
};
const margin = { left: 44, right: 14, top: 12, bottom: 42 };
const shares = [1, 0.5, 0.1, 0];

/** A round number of days for a mark: 10, 20, 50, 100 … so that four or five fit. */
function stepOf(most: number): number {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  return [1, 2, 5, 10].map(each => each * power).find(each => each >= rough) ?? power;
}

export function FlowCurve({ title, group }: { title: string; group: Group }) {
  const t = useText();
  const { width, height } = sizes[useWide() ? 'wide' : 'narrow'];
  const { curve, median, ninetieth } = group;
  const last = curve.at(-1);
  if (!last) return null;
  const most = Math.max(1, last.day) * 1.05;
  const x = (day: number) => margin.left + (day / most) * (width - margin.left - margin.right);
  const y = (left: number) => margin.top + (1 - left) * (height - margin.top - margin.bottom);
  const steps = curve.map(({ day, left }) => `H${x(day).toFixed(1)}V${y(left).toFixed(1)}`).join('');
  const marks = Array.from({ length: Math.floor(most / stepOf(most)) + 1 }, (_, turn) => turn * stepOf(most));
  const said = curve
    .filter((_, index) => index % Math.ceil(curve.length / 5) === 0 || index === curve.length - 1)
    .map(({ day, left }) => t('flow.curve.text', { days: day, left: Math.round(100 * left) }));
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className="flow-curve"
      role="img"
      aria-label={[t('flow.curve.title', { stage: title }), ...said].join('. ')}
    >
      {shares.map(share => (
        <g key={share}>
          <line
            x1={margin.left}
            x2={width - margin.right}
            y1={y(share)}
            y2={y(share)}
            className="flow-rule"
          />
          <text x={margin.left - 6} y={y(share) + 4} textAnchor="end">
            {Math.round(100 * share)} %
          </text>
        </g>
      ))}
      {marks.map(day => (
        <text key={day} x={x(day)} y={height - 24} textAnchor="middle">
          {day}
        </text>
      ))}
      <text x={width - margin.right} y={height - 6} textAnchor="end">
        {t('flow.curve.axis')}
      </text>
      {[median, ninetieth].map(
        (day, turn) =>
          day !== null && (
            <line
              key={turn === 0 ? 'half' : 'tenth'}
              x1={x(day)}
              x2={x(day)}
              y1={y(turn === 0 ? 0.5 : 0.1)}
              y2={y(0)}
              className="flow-mark"
            />
          ),
      )}
      <path d={`M${x(0)} ${y(1)}${steps}H${x(most).toFixed(1)}`} className="flow-line" />
    </svg>
  );
}
