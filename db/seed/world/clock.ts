/*
 * Moments for the inventor, in milliseconds. Converting to text is left to the end because it is most of the cost of a large world; days
 * are looked up in a table. Vietnam is +07:00 all year.
 */
import { type Day, type Instant, instantOf } from '../../../kernel/day.ts';
import { between, type Chance } from '../chance.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const OFFSET = 7 * HOUR;

const days = new Map<number, Day>();

/** The day in Vietnam at that moment. */
export function dayAt(millis: number): Day {
  const number = Math.floor((millis + OFFSET) / DAY);
  let day = days.get(number);
  if (!day) {
    day = new Date(number * DAY).toISOString().slice(0, 10) as Day;
    days.set(number, day);
  }
  return day;
}

export function textOf(millis: number): Instant {
  return instantOf(millis);
}

/** 00:00 in Vietnam on the day of that moment. */
export function midnight(millis: number): number {
  return Math.floor((millis + OFFSET) / DAY) * DAY - OFFSET;
}

export function hourOf(millis: number): number {
  return Math.floor((millis - midnight(millis)) / HOUR);
}

/** Some moment in office hours so many days later: Saturday and Sunday roll on to Monday. */
export function officeHours(chance: Chance, millis: number, daysLater: number): number {
  let start = midnight(millis) + daysLater * DAY;
  const weekday = (Math.floor((start + OFFSET) / DAY) + 4) % 7;
  if (weekday === 6) start += 2 * DAY;
  if (weekday === 0) start += DAY;
  const later = start + 8 * HOUR + between(chance, 0, 8 * 60) * MINUTE;
  return daysLater === 0 && later <= millis ? millis + between(chance, 20, 120) * MINUTE : later;
}
