/* How long something takes when part of it is still going on. Those that have not ended count for as long as they have lasted and no longer: leaving them out would make slow
 * work look fast. The product-limit estimate of E. L. Kaplan and P. Meier, Journal of the American Statistical Association 53 (1958), pages 457 to 481. */

/** A stretch of whole days. `isOver` is false for one that still goes on, or that was left without having come to its end. */
export interface Stretch {
  readonly days: number;
  readonly isOver: boolean;
}

/** From this day on, this share of all is not over yet. */
export interface Point {
  readonly day: number;
  readonly left: number;
}

/**
 * The share that is not over after each day on which something ended: S(t) = Π (1 − d/n) over the days up to t, with d that ended on the day and n that had lasted at least so long.
 * A stretch that was left open on a day on which another ended counts among the n of that day.
 */
export function survival(stretches: readonly Stretch[]): Point[] {
  const sorted = stretches.toSorted((a, b) => a.days - b.days);
  const points: Point[] = [];
  let left = 1;
  for (let at = 0; at < sorted.length; ) {
    const { days: day } = sorted[at]!;
    const atRisk = sorted.length - at;
    let ended = 0;
    for (; at < sorted.length && sorted[at]!.days === day; at += 1) if (sorted[at]!.isOver) ended += 1;
    if (ended === 0) continue;
    left *= 1 - ended / atRisk;
    points.push({ day, left });
  }
  return points;
}

/** Products of fractions miss a half by some last digits. */
const hair = 1e-9;

/** The first day by which at least this share is over; null when the curve has not come down so far yet. @param share from 0 to 1. */
export const quantile = (points: readonly Point[], share: number): number | null =>
  points.find(({ left }) => left <= 1 - share + hair)?.day ?? null;
