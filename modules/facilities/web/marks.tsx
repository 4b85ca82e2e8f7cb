/* How a facility stands, in words first: its standing, its places, how far it is, and places by day as a small picture that says in words what it shows. */
import { formatDay } from '../../../kernel/day.ts';
import { codeLabel } from '../../../web/labels.ts';
import { type Translate, useText } from '../../../web/text.ts';
import { Badge, StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { freeOf, type Standing } from '../counts.ts';
import type { DayShown, FacilityShown } from './use-board.ts';

const tones: Readonly<Record<Standing, Tone>> = {
  not_reviewed: 'neutral',
  meets: 'good',
  open_findings: 'warn',
  below: 'bad',
};

export function StandingMark({ standing }: { standing: Standing }) {
  const t = useText();
  return <StateMark tone={tones[standing]}>{codeLabel(t, 'facilityStanding', standing)}</StateMark>;
}

/** "3 chỗ trống trên 12", "Đã đủ, 13 trên 12", or that places are not counted here. */
export function placesText(
  t: Translate,
  { places, taken, free }: Pick<FacilityShown, 'places' | 'taken' | 'free'>,
): string {
  if (places === null || free === null) return t('facilities.places.none');
  return free > 0
    ? t('facilities.places.free', { free, places })
    : t('facilities.places.full', { taken, places });
}

export function Places({ of }: { of: FacilityShown }) {
  const t = useText();
  return (
    <span className="row row-tight">
      {of.free === 0 ? <Badge tone="bad">{t('facilities.full')}</Badge> : null}
      {of.state !== 'open' ? <Badge tone="warn">{codeLabel(t, 'facilityState', of.state)}</Badge> : null}
      <span>{placesText(t, of)}</span>
    </span>
  );
}

export const kilometresText = (t: Translate, kilometres: number | null): string =>
  kilometres === null ? t('facilities.far.unknown') : t('facilities.far.km', { kilometres });

/** Pixels a day and in height: small enough for a row of the board, larger on a facility's own page. */
const sizes = { small: { step: 5, height: 32 }, large: { step: 14, height: 72 } } as const;

/** One column a day: the frame is the places, filled as far as they are taken; more people than places stand out above it. A line marks today. */
export function DaysPicture({
  days,
  today,
  size = 'small',
}: {
  days: readonly DayShown[];
  today: string;
  size?: keyof typeof sizes;
}) {
  const t = useText();
  const { step, height } = sizes[size];
  const counted = days.filter(one => one.places !== null);
  if (counted.length === 0) return null;
  const most = Math.max(1, ...counted.map(one => Math.max(one.places ?? 0, one.taken)));
  const scale = (count: number) => Math.round((count / most) * (height - 2));
  const frees = counted.map(one => freeOf(one) ?? 0);
  const first = counted[0]!;
  const last = counted.at(-1)!;
  return (
    <svg
      className="days-picture"
      role="img"
      width={days.length * step + 2}
      height={height}
      viewBox={`0 0 ${days.length * step + 2} ${height}`}
      aria-label={t('facilities.days.words', {
        from: formatDay(first.day, t.lang),
        to: formatDay(last.day, t.lang),
        least: Math.min(...frees),
        most: Math.max(...frees),
        full: frees.filter(free => free === 0).length,
      })}
    >
      {days.map(({ day, places, taken }, index) => {
        const x = index * step + 1;
        const frame = scale(places ?? 0);
        const filled = scale(Math.min(taken, places ?? 0));
        const over = scale(taken) - filled;
        return (
          <g key={day} className={day > today ? 'day-ahead' : undefined}>
            {places !== null && (
              <rect className="day-places" x={x} y={height - 1 - frame} width={step - 1.5} height={frame} />
            )}
            <rect className="day-taken" x={x} y={height - 1 - filled} width={step - 1.5} height={filled} />
            {over > 0 && (
              <rect
                className="day-over"
                x={x}
                y={height - 1 - filled - over}
                width={step - 1.5}
                height={over}
              />
            )}
            {day === today && <path className="day-today" d={`M${x + step - 1.5} 0v${height}`} />}
          </g>
        );
      })}
    </svg>
  );
}
