/* The figures of flow as sheets, one for each kind of figure, and the list behind a number: made by what answers the screens, so that they show no more. */
import { dayOf } from '../../kernel/day.ts';
import { type Count, type Group, lastsIn, leastTold, type Where } from '../../modules/justice/index.ts';
import { mostExported } from '../exchange/export.ts';
import { codeName } from '../exchange/in-words.ts';
import { readBehind, readFlow } from '../flow.ts';
import { say } from '../locales.ts';
import type { List } from './lists.ts';

const number = ({ n }: Count): string => String(n);

const flow: List = {
  title: 'flow.stages.title',
  async make({ db, actor, now, lang, words, office }) {
    const found = await readFlow(db, actor, now);
    const times = (count: number) => say(lang, 'flow.times', { times: count }) ?? String(count);
    const days = (group: Group, value: number | null) =>
      group.all.n < leastTold
        ? (say(lang, 'flow.few', { least: leastTold }) ?? '')
        : value === null
          ? (say(lang, 'flow.not_reached', { running: group.running.n }) ?? '')
          : String(value);
    const line = (stage: string, name: string, group: Group) => [
      words(`flow.stage.${stage}`),
      name,
      ...[group.all, group.done, group.running, group.paused].map(number),
      days(group, group.median),
      days(group, group.ninetieth),
    ];
    const stages = await Promise.all(
      found.stages.map(async ({ stage, whole, bySeverity, byUnit }) => [
        line(stage, words('flow.whole'), whole),
        ...bySeverity.map(group => line(stage, codeName('severity', group.key!, lang), group)),
        ...(await Promise.all(byUnit.map(async group => line(stage, await office(group.key), group)))),
      ]),
    );
    const timesHead = [words('flow.n'), ...[0, 1, 2, 3].map(times)];
    const { steps } = found.years[0] ?? { steps: [] };
    return {
      head: ['stages.title', 'group', 'n', 'done', 'running', 'paused', 'median', 'ninetieth'].map(name =>
        words(`flow.${name}`),
      ),
      rows: stages.flat(),
      more: [
        {
          name: words('flow.extensions.title'),
          rows: [
            [words('flow.class'), ...timesHead],
            ...found.extensions.map(one => [
              codeName('severity', one.key, lang),
              ...[one.all, ...one.times].map(number),
            ]),
          ],
        },
        {
          name: words('flow.returns.title'),
          rows: [
            ['', ...timesHead],
            ...found.returns.map(one => [
              words(`flow.by.${one.key}`),
              ...[one.all, ...one.times].map(number),
            ]),
          ],
        },
        {
          name: words('flow.way.title'),
          rows: [
            [
              ...['year', 'reports', 'prosecuted', 'open_reports', 'way.people'].map(name =>
                words(`flow.${name}`),
              ),
              ...steps.flatMap(({ step }) =>
                ['way.reached', 'fate.waiting', 'fate.stopped'].map(
                  name => `${words(`flow.step.${step}`)}: ${words(`flow.${name}`)}`,
                ),
              ),
            ],
            ...found.years.map(one => [
              one.year,
              ...[one.reports, one.prosecuted, one.openReports, one.charged].map(number),
              ...one.steps.flatMap(({ reached, waiting, stopped }) =>
                [reached, waiting, stopped].map(number),
              ),
            ]),
          ],
        },
        {
          name: words('flow.age.title'),
          rows: [
            [
              words('flow.age.months'),
              words('flow.age.all'),
              ...(found.ages[0]?.stages ?? []).map(({ where }) => words(`flow.age_stage.${where.stage}`)),
            ],
            ...found.ages.map(one => [
              words(`flow.age.${one.months}`),
              ...[one.all, ...one.stages].map(number),
            ]),
          ],
        },
      ],
    };
  },
};

const flowBehind: List = {
  title: 'flow.list.title',
  async make({ db, actor, now, lang, words, field, office }, { where }) {
    const { rows } = await readBehind(db, actor, now, { where }, mostExported);
    const lasts = lastsIn(where as Where);
    return {
      head: [
        field('any', 'number'),
        ...['title', 'state', 'severity', 'handler'].map(name => field('criminalCase', name)),
        ...['from', ...(lasts ? ['until', 'days'] : [])].map(name => words(`flow.list.${name}`)),
      ],
      rows: await Promise.all(
        rows.map(async row => [
          row.number,
          row.title ?? '',
          codeName(row.record === 'crimeReport' ? 'crimeReportState' : 'caseState', row.state, lang),
          row.severity ? codeName('severity', row.severity, lang) : '',
          await office(row.office),
          row.from,
          ...(lasts ? [row.until ?? dayOf(now), String(row.days)] : []),
        ]),
      ),
    };
  },
};

export const flowSheets = { flow, flowBehind } as const;
