/**
 * Working days of Vietnamese state agencies: Saturday and Sunday are free, public holidays are free, and now and then the
 * government moves a working day to a Saturday. A year is announced each autumn; until then it is computed from article 112
 * of the Labour Code and the lunar calendar, and everything counted over it is provisional.
 */
import { addDays, type Day, getDay, type Weekday, weekday } from '../day.ts';

export const HOLIDAYS = [
  'new_year',
  'tet',
  'hung_kings',
  'reunification',
  'labour',
  'national',
  'culture',
  'compensation',
  'swapped',
] as const;
export type Holiday = (typeof HOLIDAYS)[number];

export type CalendarYear = {
  year: number;
  /** `computed`: nobody has announced it; it follows the law and the lunar table only. */
  status: 'announced' | 'computed';
  /** Weekdays that are free, and why. Holidays on a Saturday or Sunday need no line. */
  days_off: Record<string, Holiday>;
  /** Saturdays that are worked, each with the free weekday it pays for. */
  working_saturdays: Record<string, Day>;
  /** Days that may yet turn out otherwise. They count as `days_off` says; what touches them is provisional. */
  provisional_days: Record<string, Holiday>;
  sources: string[];
};

/** First day of the lunar year (mùng 1 Tết) and the tenth of the third lunar month (Giỗ Tổ), as calendar days. */
export type LunarYear = { tet: Day; hung_kings: Day };

/** Keyed by year. Plain JSON: the browser gets the same object. */
export type Calendar = { years: Record<string, CalendarYear>; lunar: Record<string, LunarYear> };

export type DayOff =
  | { day: Day; kind: 'weekend'; weekday: Weekday }
  | { day: Day; kind: 'holiday'; holiday: Holiday };

const SATURDAY = 6;
/** Labour Code 45/2019 gave a second day for 2 September; earlier years had one. */
const SECOND_NATIONAL_DAY_FROM = 2021;
/** Resolution 80-NQ/TW of 7/1/2026 wants 24 November free; the Labour Code's change was not seen. */
const CULTURE_DAY_FROM = 2026;
/** Which neighbour of 2 September makes the longest rest, by the weekday of 2 September (Monday first). */
const NATIONAL_NEIGHBOUR = [1, -1, -1, 1, -1, -1, 1];

/** Why nobody works that day; null on a working day. */
export function findDayOff(day: Day, calendar: Calendar): DayOff | null {
  const year = calendarYear(day, calendar);
  const holiday = year.days_off[day];
  if (holiday) return { day, kind: 'holiday', holiday };
  if (weekday(day) >= SATURDAY && !year.working_saturdays[day])
    return { day, kind: 'weekend', weekday: weekday(day) };
  return null;
}

/** Whether the answer for that day may still change: a year not announced, or a day still in doubt. */
export function isProvisionalDay(day: Day, calendar: Calendar): boolean {
  const year = calendarYear(day, calendar);
  return year.status === 'computed' || day in year.provisional_days;
}

/** The day itself if it is worked, otherwise the next that is; `passed` are the free days on the way. */
export function rollToWorkingDay(day: Day, calendar: Calendar): { day: Day; passed: DayOff[] } {
  const passed: DayOff[] = [];
  let current = day;
  for (let free = findDayOff(current, calendar); free; free = findDayOff(current, calendar)) {
    passed.push(free);
    current = addDays(current, 1);
  }
  return { day: current, passed };
}

/** The `count`th working day after `start` (start itself does not count); `passed` are the free days on the way. */
export function addWorkingDays(
  start: Day,
  count: number,
  calendar: Calendar,
): { day: Day; passed: DayOff[] } {
  let current = start;
  const passed: DayOff[] = [];
  for (let done = 0; done < count; done += 1) {
    const next = rollToWorkingDay(addDays(current, 1), calendar);
    passed.push(...next.passed);
    current = next.day;
  }
  return { day: current, passed };
}

/** The year as shipped, or as the law computes it. */
export function calendarYear(day: Day, calendar: Calendar): CalendarYear {
  const key = day.slice(0, 4);
  return calendar.years[key] ?? computeYear(Number(key), calendar.lunar[key] ?? null);
}

/**
 * The free days the law gives in a year nobody has announced: Labour Code art. 112 (1 January; Tết, taken here as the two days
 * before the first of the lunar year and three from it, which gives the weekdays announced in every year from 2020 to 2026; 10th
 * of the third lunar month; 30 April; 1 May; 2 September and a neighbour) and art. 111.3 (a holiday on a weekend is made good on
 * the next working day). Swapped Saturdays cannot be computed. Without a lunar line the year has no Tết and no Giỗ Tổ.
 */
export function computeYear(year: number, lunar: LunarYear | null): CalendarYear {
  const on = (monthAndDay: string) => getDay(`${year}-${monthAndDay}`);
  const national = on('09-02');
  const holidays: [Day, Holiday][] = [
    [on('01-01'), 'new_year'],
    [on('04-30'), 'reunification'],
    [on('05-01'), 'labour'],
    [national, 'national'],
  ];
  if (year >= SECOND_NATIONAL_DAY_FROM)
    holidays.push([addDays(national, NATIONAL_NEIGHBOUR[weekday(national) - 1]!), 'national']);
  if (lunar) {
    for (const offset of [-2, -1, 0, 1, 2]) holidays.push([addDays(lunar.tet, offset), 'tet']);
    holidays.push([lunar.hung_kings, 'hung_kings']);
  }
  holidays.sort(([a], [b]) => (a < b ? -1 : 1));
  const taken = new Map(holidays);
  const daysOff = new Map(holidays.filter(([day]) => weekday(day) < SATURDAY));
  for (const [day] of holidays.filter(([each]) => weekday(each) >= SATURDAY)) {
    let instead = addDays(day, 1);
    while (weekday(instead) >= SATURDAY || taken.has(instead)) instead = addDays(instead, 1);
    taken.set(instead, 'compensation');
    daysOff.set(instead, 'compensation');
  }
  return {
    year,
    status: 'computed',
    days_off: Object.fromEntries([...daysOff].sort(([a], [b]) => (a < b ? -1 : 1))),
    working_saturdays: {},
    provisional_days: year >= CULTURE_DAY_FROM ? { [on('11-24')]: 'culture' } : {},
    sources: ['Bộ luật Lao động 45/2019/QH14, Điều 111.3 và Điều 112; tính theo âm lịch, chưa có công bố'],
  };
}
