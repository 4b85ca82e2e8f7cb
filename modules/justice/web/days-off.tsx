/* The days off by which time limits are counted, year by year: what was announced and where, what is only computed, and where the two differ. */
import { useState } from 'react';
import { type Day, dayOf, formatDay, weekday } from '../../../kernel/day.ts';
import {
  type Calendar,
  type CalendarYear,
  calendarYear,
  computeYear,
} from '../../../kernel/rule/calendar.ts';
import { readClock } from '../../../web/clock.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { useRules } from '../../../web/rules.ts';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { SelectInput } from '../../../web/ui/choices.tsx';
import { Badge, StateMark } from '../../../web/ui/marks.tsx';
import { LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import './justice.css';

interface Line {
  readonly day: Day;
  readonly what: string;
  /** The day made good, of a Saturday that is worked. */
  readonly instead: Day | null;
  readonly isOpen: boolean;
}

/** The days of a year in order: free weekdays, worked Saturdays, and those nobody has announced yet. */
function linesOf({ days_off, working_saturdays, provisional_days }: CalendarYear): Line[] {
  const all: Line[] = [
    ...Object.entries(days_off).map(([day, what]) => ({ day, what: `rule.holiday.${what}`, instead: null })),
    ...Object.entries(working_saturdays).map(([day, instead]) => ({
      day,
      what: 'justice.days.worked',
      instead,
    })),
    ...Object.entries(provisional_days)
      .filter(([day]) => !days_off[day])
      .map(([day, what]) => ({ day, what: `rule.holiday.${what}`, instead: null })),
  ].map(each => ({ ...each, day: each.day as Day, isOpen: each.day in provisional_days }));
  return all.sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Days on which the announcement and what the law computes disagree; swapped days cannot be computed and are not counted. */
function differences(year: CalendarYear, calendar: Calendar): Day[] {
  if (year.status === 'computed') return [];
  const computed = computeYear(year.year, calendar.lunar[String(year.year)] ?? null).days_off;
  const announced = Object.entries(year.days_off).filter(([, what]) => what !== 'swapped');
  return [
    ...announced.filter(([day]) => !computed[day]).map(([day]) => day as Day),
    ...(Object.keys(computed).filter(day => !year.days_off[day]) as Day[]),
  ].sort();
}

export default function DaysOff(_props: ScreenProps) {
  const t = useText();
  const { data: rules, error, refetch } = useRules();
  const [chosen, choose] = useState(dayOf(readClock()).slice(0, 4));
  return (
    <Page title={t('justice.days.title')} lead={t('justice.days.lead')}>
      {error ? (
        <ProblemState error={error} onRetry={() => void refetch()} />
      ) : rules ? (
        <>
          <div className="year-choice">
            <SelectInput
              name="year"
              label={t('justice.days.year')}
              value={chosen}
              options={Object.keys(rules.calendar.lunar).map(code => ({ code, label: code }))}
              onChange={year => year && choose(year)}
            />
          </div>
          <Year year={calendarYear(`${chosen}-01-01` as Day, rules.calendar)} calendar={rules.calendar} />
        </>
      ) : (
        <LoadingState rows={6} />
      )}
    </Page>
  );
}

function Year({ year, calendar }: { year: CalendarYear; calendar: Calendar }) {
  const t = useText();
  const isAnnounced = year.status === 'announced';
  const apart = differences(year, calendar);
  const columns: Column<Line>[] = [
    {
      name: 'day',
      title: t('justice.days.day'),
      lead: true,
      cell: line => `${t(`justice.weekday.${weekday(line.day)}`)} ${formatDay(line.day, t.lang)}`,
    },
    {
      name: 'what',
      title: t('justice.days.what'),
      cell: line => (
        <span className="row">
          {line.instead ? t(line.what, { day: formatDay(line.instead, t.lang) }) : t(line.what)}
          {line.isOpen && <Badge tone="warn">{t('justice.days.in_doubt')}</Badge>}
        </span>
      ),
    },
  ];
  return (
    <section className="stack">
      <p className="row">
        <StateMark tone={isAnnounced ? 'good' : 'warn'}>
          {t(isAnnounced ? 'justice.days.announced' : 'justice.days.computed')}
        </StateMark>
      </p>
      <p className="soft">
        {isAnnounced
          ? apart.length === 0
            ? t('justice.days.agree')
            : t('justice.days.differ', { days: apart.map(day => formatDay(day, t.lang)).join(', ') })
          : t('justice.days.computed_text')}
      </p>
      <Table
        caption={t('justice.days.caption', { year: String(year.year) })}
        columns={columns}
        rows={linesOf(year)}
        keyOf={line => line.day}
      />
      <h2>{t('justice.days.sources')}</h2>
      <ul className="day-sources">
        {year.sources.map(source => (
          <li key={source}>{source}</li>
        ))}
      </ul>
    </section>
  );
}
