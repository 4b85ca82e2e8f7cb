/* The plan as a line of time: a full bar to the end that follows from what was decided, a dashed line on to the latest that the law allows, and above it, outlined, where the bar was
 * before anything was supposed. The same stands in the table below. */
import { type Day, dayIn, daysBetween, formatDay } from '../../../kernel/day.ts';
import { useText } from '../../../web/text.ts';
import { useWide } from '../../../web/wide.ts';
import { lastOf, type Plan } from '../plan.ts';

const sizes = { wide: 720, narrow: 330 };
const row = 46;
const foot = 22;

interface Bar {
  readonly from: Day;
  readonly to: Day | null;
  readonly latest: Day | null;
}
interface Line {
  readonly key: string;
  readonly label: string;
  readonly isHeld: boolean;
  readonly bar: Bar;
  readonly old: Bar | null;
}

const dayAt = (at: string | null | undefined): Day | null => (at ? dayIn(at as Day) : null);

function barsOf(plan: Plan): ReadonlyMap<string, Bar> {
  return new Map([
    ...plan.legs.map(({ name, from, decided, latest }): [string, Bar] => [
      name,
      { from, to: dayAt(decided.term.due), latest: dayAt(lastOf(latest)) },
    ]),
    ...plan.held.map(({ accused, limit }): [string, Bar] => [
      accused,
      { from: dayIn(limit.term.start), to: dayAt(limit.term.due), latest: dayAt(lastOf(limit)) },
    ]),
  ]);
}

/** The first days of months that fit as marks below. */
function marksBetween(first: Day, last: Day, most: number): Day[] {
  const months = Math.ceil(daysBetween(first, last) / 30.4);
  const step = [1, 2, 3, 6, 12, 24].find(each => months / each <= most) ?? 24;
  const found: Day[] = [];
  for (let month = Number(first.slice(5, 7)), year = Number(first.slice(0, 4)); ; month += 1) {
    if (month > 12) [month, year] = [1, year + 1];
    const day = `${year}-${String(month).padStart(2, '0')}-01` as Day;
    if (day > last) return found;
    if (day >= first && (month - 1) % step === 0 && (step < 24 || year % 2 === 0)) found.push(day);
  }
}

export function PlanPicture({
  before,
  after,
  nameOf,
}: {
  before: Plan;
  after: Plan | null;
  nameOf: (accused: string) => string;
}) {
  const t = useText();
  const isWide = useWide();
  const plan = after ?? before;
  const old = after ? barsOf(before) : new Map<string, Bar>();
  const bars = barsOf(plan);
  const lines: Line[] = [...plan.legs.map(leg => leg.name), ...plan.held.map(one => one.accused)].map(
    key => ({
      key,
      isHeld: !plan.legs.some(leg => leg.name === key),
      label: plan.legs.some(leg => leg.name === key)
        ? t(`plan.leg.${key}`)
        : t('plan.detention_of', { name: nameOf(key) }),
      bar: bars.get(key)!,
      old: old.get(key) ?? null,
    }),
  );
  const ends = lines.flatMap(({ bar, old: was }) =>
    [bar.from, bar.to, bar.latest, was?.from, was?.to, was?.latest].filter(day => typeof day === 'string'),
  );
  if (ends.length === 0) return null;
  const [first, last] = [ends.toSorted()[0]!, ends.toSorted().at(-1)!];
  const width = sizes[isWide ? 'wide' : 'narrow'];
  const height = lines.length * row + foot;
  const x = (day: Day) =>
    4 + (daysBetween(first, day) / Math.max(1, daysBetween(first, last))) * (width - 12);
  const said = lines.map(({ label, bar }) =>
    bar.to ? `${label}: ${formatDay(bar.from, t.lang)} – ${formatDay(bar.to, t.lang)}` : label,
  );
  return (
    <figure className="plan-figure">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        className="plan-picture"
        role="img"
        aria-label={[t('plan.picture'), ...said].join('. ')}
      >
        {marksBetween(first, last, isWide ? 10 : 4).map(day => (
          <g key={day}>
            <line x1={x(day)} x2={x(day)} y1={0} y2={height - foot} className="plan-rule" />
            <text
              x={x(day)}
              y={height - 6}
              textAnchor={x(day) < 30 ? 'start' : x(day) > width - 30 ? 'end' : 'middle'}
            >
              {formatDay(day.slice(0, 7) as Day, t.lang)}
            </text>
          </g>
        ))}
        {lines.map(({ key, label, bar, old: was, isHeld }, index) => {
          const y = index * row;
          return (
            <g key={key} className={isHeld ? 'plan-held' : undefined}>
              <text x={Math.min(x(bar.from), width - 190)} y={y + 14} className="plan-label">
                {label}
              </text>
              {was?.to && (
                <rect
                  x={x(was.from)}
                  y={y + 20}
                  width={Math.max(1, x(was.to) - x(was.from))}
                  height={6}
                  className="plan-was"
                />
              )}
              {bar.to && (
                <rect
                  x={x(bar.from)}
                  y={y + 28}
                  width={Math.max(2, x(bar.to) - x(bar.from))}
                  height={10}
                  className="plan-bar"
                />
              )}
              {bar.to && bar.latest && bar.latest > bar.to && (
                <path d={`M${x(bar.to)} ${y + 33}H${x(bar.latest)}m0-5v10`} className="plan-latest" />
              )}
            </g>
          );
        })}
      </svg>
      <figcaption className="soft small">{t(after ? 'plan.key_after' : 'plan.key')}</figcaption>
    </figure>
  );
}
