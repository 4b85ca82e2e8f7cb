/* How far it is from one unit to another: a straight line between the middle points of the units, because no road is known here. In the mountains the way is longer,
 * often twice; whoever shows a distance says so. */

export interface Point {
  readonly longitude: number;
  readonly latitude: number;
}

const EARTH = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Kilometres on the globe, unrounded (haversine). */
export function kilometresBetween(a: Point, b: Point): number {
  const across = radians(b.longitude - a.longitude);
  const up = radians(b.latitude - a.latitude);
  const half =
    Math.sin(up / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(across / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** A unit's middle point from the texts it is kept in; null when it has none. */
export function pointOf(longitude: string | null, latitude: string | null): Point | null {
  if (!longitude || !latitude) return null;
  const point = { longitude: Number(longitude), latitude: Number(latitude) };
  return Number.isFinite(point.longitude) && Number.isFinite(point.latitude) ? point : null;
}
