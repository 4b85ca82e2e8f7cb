/* The key cases of our agency: those that are followed now before those that wait for votes, each with its priority, what was last reported, and what comes next. What is over stands at
 * the foot. There are few of them, so all that live are read at once and every number is of what stands below it. */
import { type Day, dayOf, formatDay, formatInstant, type Instant } from '../../../kernel/day.ts';
import { useNow } from '../../../web/clock.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { useRecords } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { StateMark } from '../../../web/ui/marks.tsx';
import { EmptyState, LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import { ExportList } from '../../exchange/web/export-list.tsx';
import type { PartRow } from '../../people/web/path-data.ts';
import { keyCasePriorities, livingKeyCase } from '../key-lists.ts';
import { useAll } from './case-data.ts';
import { keyCaseTones, priorityTones, weekName } from './key-data.ts';
import './justice.css';

/** What stands together, in the order it is read. */
const groups = [
  ['followed', ['agreed', 'ending_asked']],
  ['asked', ['proposed']],
  ['refused', ['not_agreed']],
] as const;

export default function KeyCases(_props: ScreenProps) {
  const t = useText();
  const living = useAll('keyCase', { state: { in: livingKeyCase } });
  const past = useRecords('keyCase', {
    filter: { state: { in: ['ended', 'withdrawn'] } },
    sort: { by: 'proposedOn', descending: true },
    limit: 25,
  });
  const over = (past.data?.pages.flatMap(page => page.rows) ?? []) as PartRow[];
  const error = living.error ?? past.error;
  const shown = groups.map(([name, states]) => ({
    name,
    rows: (living.rows ?? [])
      .filter(row => (states as readonly unknown[]).includes(row.state))
      .toSorted(byPriority),
  }));
  return (
    <Page title={t('justice.key.title')} lead={t('justice.key.lead')}>
      {error && <ProblemState error={error} />}
      {!error && !living.rows && <LoadingState rows={6} />}
      {living.rows?.length === 0 && over.length === 0 && (
        <EmptyState icon="scales" title={t('justice.key.none')}>
          {t('justice.key.none_text')}
        </EmptyState>
      )}
      {living.rows && living.rows.length > 0 && (
        <nav className="key-counts" aria-label={t('justice.key.counts')}>
          {shown
            .filter(({ rows }) => rows.length > 0)
            .map(({ name, rows }) => (
              <a key={name} href={`#key-${name}`} className="key-count">
                <b className="number">{rows.length}</b>
                <span>{t(`justice.key.group.${name}`)}</span>
              </a>
            ))}
        </nav>
      )}
      {shown.map(
        ({ name, rows }) =>
          rows.length > 0 && (
            <section key={name} className="stack" aria-labelledby={`key-${name}`}>
              <h2 id={`key-${name}`}>
                {t(`justice.key.group.${name}`)} <span className="count">{rows.length}</span>
              </h2>
              <KeyTable rows={rows} title={t(`justice.key.group.${name}`)} />
            </section>
          ),
      )}
      {over.length > 0 && (
        <section className="stack" aria-labelledby="key-past">
          <h2 id="key-past">{t('justice.key.group.past')}</h2>
          <KeyTable
            rows={over}
            title={t('justice.key.group.past')}
            onMore={past.hasNextPage ? () => void past.fetchNextPage() : undefined}
          />
        </section>
      )}
      {(living.rows?.length ?? 0) + over.length > 0 && <ExportList record="keyCase" />}
    </Page>
  );
}

const rank = (row: PartRow): number => (keyCasePriorities as readonly unknown[]).indexOf(row.priority);
const byPriority = (a: PartRow, b: PartRow): number =>
  rank(a) - rank(b) || String(a.proposedOn).localeCompare(String(b.proposedOn));

/** The rows of a record for these key cases, by key case. */
function useByKeyCase(
  record: string,
  rows: readonly PartRow[],
  more: Readonly<Record<string, unknown>> = {},
) {
  const ids = rows.slice(0, 200).map(row => row.id);
  const found = useAll(record, { keyCase: { in: ids }, ...more }, { enabled: ids.length > 0 });
  return Map.groupBy(found.rows ?? [], row => row.keyCase as string);
}

const earliest = (rows: readonly PartRow[] | undefined, field: string, from: string): string | null =>
  rows
    ?.map(row => row[field] as string)
    .filter(at => at >= from)
    .sort()[0] ?? null;

function KeyTable({
  rows,
  title,
  onMore,
}: {
  rows: readonly PartRow[];
  title: string;
  onMore?: (() => void) | undefined;
}) {
  const t = useText();
  const now = useNow();
  const today = dayOf(now);
  const progress = useByKeyCase('keyCaseProgress', rows);
  const targets = useByKeyCase('keyCaseTarget', rows, { state: { is: 'standing' } });
  const meetings = useByKeyCase('keyCaseMeeting', rows, { state: { is: 'planned' } });
  const label = (name: string) => fieldLabel(t, 'keyCase', name);
  const none = <span className="soft">{t('justice.key.nothing')}</span>;
  const columns: Column<PartRow>[] = [
    {
      name: 'number',
      title: label('title'),
      lead: true,
      cell: row => (
        <>
          {row.title as string} <span className="number soft small">{row.number as string}</span>
        </>
      ),
    },
    {
      name: 'priority',
      title: label('priority'),
      cell: row => (
        <StateMark tone={priorityTones[row.priority as string] ?? 'neutral'}>
          {codeLabel(t, 'keyCasePriority', row.priority as string)}
        </StateMark>
      ),
    },
    {
      name: 'state',
      title: label('state'),
      cell: row => (
        <>
          <StateMark tone={keyCaseTones[row.state as string] ?? 'neutral'}>
            {codeLabel(t, 'keyCaseState', row.state as string)}
          </StateMark>
          {['proposed', 'ending_asked'].includes(row.state as string) && (
            <span className="soft small">
              {' '}
              {t('justice.key.votes_of', { count: row.votesCast as number })}
            </span>
          )}
        </>
      ),
    },
    {
      name: 'progress',
      title: t('justice.key.last_progress'),
      cell: row => {
        const [week] = (progress.get(row.id) ?? [])
          .map(one => one.weekFrom as Day)
          .toSorted()
          .reverse();
        return week ? weekName(t, week) : <span className="soft">{t('justice.key.no_progress')}</span>;
      },
    },
    {
      name: 'target',
      title: t('justice.key.next_target'),
      cell: row => {
        const aim = earliest(targets.get(row.id), 'aimOn', today);
        return aim ? formatDay(aim as Day, t.lang) : none;
      },
    },
    {
      name: 'meeting',
      title: t('justice.key.next_meeting'),
      cell: row => {
        const at = earliest(meetings.get(row.id), 'meetsAt', now);
        return at ? formatInstant(at as Instant, t.lang) : none;
      },
    },
  ];
  return (
    <Table
      caption={title}
      columns={columns}
      rows={rows}
      keyOf={row => row.id}
      hrefOf={row => `/key-cases/${row.id}`}
      onMore={onMore}
    />
  );
}
