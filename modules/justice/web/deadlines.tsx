/* The board of limits: what is past, due today, due within the week, by agency, unit and officer; every number narrows the list below it, and every line of the list opens its case.
 * It is a window and nothing more: limits are counted and told of whether somebody looks or not. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'wouter';
import { type Day, dayOf, formatDay, formatInstant, type Instant } from '../../../kernel/day.ts';
import { parameterById } from '../../../kernel/rule/parameter.ts';
import { useNow } from '../../../web/clock.ts';
import { api, type Row } from '../../../web/datasource.ts';
import { codeLabel } from '../../../web/labels.ts';
import { OfficeName, OfficerName } from '../../../web/names.tsx';
import { useRecords } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { useRules } from '../../../web/rules.ts';
import { Page } from '../../../web/shell/page.tsx';
import { type Translate, useText } from '../../../web/text.ts';
import { Badge, DueMark } from '../../../web/ui/marks.tsx';
import { EmptyState, LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import { ExportList } from '../../exchange/web/export-list.tsx';
import type { DeadlineBoard, Tally } from '../deadline-board.ts';
import { CalendarAddress } from './calendar-address.tsx';
import { filterOf, hrefOf, numberOf, type Show, shows, type Wanted, wantedOf } from './deadlines-data.ts';
import '../../board/web/board.css';
import './justice.css';

export default function Deadlines(_props: ScreenProps) {
  const t = useText();
  const { data, error, refetch } = useQuery({
    queryKey: ['deadlines'],
    queryFn: ({ signal }) => api<DeadlineBoard>('deadlines', {}, signal),
    refetchInterval: 60_000,
  });
  const [asked] = useSearchParams();
  const wanted = wantedOf(asked);
  return (
    <Page title={t('deadlines.title')} lead={t(leadOf(data?.seat))}>
      {error && !data ? (
        <ProblemState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LoadingState rows={8} />
      ) : (
        <>
          {data.seat && <Morning />}
          <Figures board={data} wanted={wanted} />
          <Units board={data} />
          {data.seat && <Limits board={data} wanted={wanted} />}
          {data.seat && <CalendarAddress />}
          <p className="soft small">{t('deadlines.at', { at: formatInstant(data.now, t.lang) })}</p>
        </>
      )}
    </Page>
  );
}

/** What this officer was told this morning. */
function Morning() {
  const t = useText();
  const today = dayOf(useNow());
  const { data } = useRecords('digest', { limit: 1 });
  const own = data?.pages[0]?.rows[0];
  if (!own || own.onDay !== today) return null;
  return (
    <p className="card part">
      {t('deadlines.morning', {
        overdue: own.overdue as number,
        today: own.dueToday as number,
        week: own.dueThisWeek as number,
      })}
    </p>
  );
}

function Figures({ board, wanted }: { board: DeadlineBoard; wanted: Wanted }) {
  const t = useText();
  return (
    <ul className="board">
      {shownTo(board).map(show => {
        const count = numberOf(board.tallies, show);
        const face = (
          <>
            <span className="board-number">{count}</span>
            <span>{t(`deadlines.${show}`)}</span>
          </>
        );
        const calls = show === 'overdue' && count > 0 ? '' : undefined;
        return (
          <li key={show}>
            {board.seat ? (
              <Link
                href={hrefOf({ show })}
                className="board-cell"
                data-calls={calls}
                aria-current={wanted.show === show && !wanted.office ? 'true' : undefined}
              >
                {face}
              </Link>
            ) : (
              <div className="board-cell" data-calls={calls}>
                {face}
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface Line extends Pick<Tally, 'office'> {
  readonly key: string;
  readonly name: ReactNode;
  readonly level: 1 | 2 | 3;
  readonly whom: Wanted;
  readonly tallies: readonly Tally[];
}

/** Agencies, in each its offices, in each its officers; whoever has most that is past comes first. */
const leadOf = (seat: DeadlineBoard['seat'] | undefined): string =>
  seat === null ? 'deadlines.lead_secretary' : seat === 'duty' ? 'deadlines.lead_duty' : 'deadlines.lead';

function linesOf(t: Translate, { tallies, seat }: DeadlineBoard): Line[] {
  const byLate = <K,>(groups: Map<K, Tally[]>) =>
    [...groups].toSorted((a, b) => numberOf(b[1], 'overdue') - numberOf(a[1], 'overdue'));
  return byLate(Map.groupBy(tallies, tally => tally.agency)).flatMap(([agency, ofAgency]) => {
    const offices = byLate(Map.groupBy(ofAgency, tally => tally.office));
    const office = offices.map(([id]) => id).join(',');
    const name = codeLabel(t, 'agencyKind', agency);
    return [
      { key: agency, name, level: 1 as const, office, whom: { office }, tallies: ofAgency },
      ...offices.flatMap(([id, ofOffice]) => [
        {
          key: id,
          name: <OfficeName id={id} />,
          level: 2 as const,
          office: id,
          whom: { office: id },
          tallies: ofOffice,
        },
        ...(seat === null ? [] : ofOffice).map(tally => ({
          key: `${id} ${tally.officer}`,
          name: tally.officer ? <OfficerName id={tally.officer} titled /> : t('deadlines.unnamed'),
          level: 3 as const,
          office: id,
          whom: { office: id, ...(tally.officer ? { officer: tally.officer } : { unnamed: true }) },
          tallies: [tally],
        })),
      ]),
    ];
  });
}

function Units({ board }: { board: DeadlineBoard }) {
  const t = useText();
  if (board.tallies.length === 0) return null;
  const number = (show: Show): Column<Line> => ({
    name: show,
    title: t(`deadlines.${show}`),
    align: 'end',
    cell: ({ tallies, whom }) => {
      const count = numberOf(tallies, show);
      if (count === 0) return <span className="soft">0</span>;
      const face = <span className="number">{count}</span>;
      return board.seat ? <Link href={hrefOf({ show, ...whom })}>{face}</Link> : face;
    },
  });
  const title = t(board.seat ? 'deadlines.by' : 'deadlines.by_office');
  return (
    <section className="deadline-part" aria-labelledby="deadline-units">
      <h2 id="deadline-units">{title}</h2>
      <Table
        caption={title}
        columns={[
          {
            name: 'office',
            title: t('deadlines.unit'),
            lead: true,
            cell: ({ name, level }) => <span className={`deadline-level-${level}`}>{name}</span>,
          },
          ...shownTo(board).map(number),
        ]}
        rows={linesOf(t, board)}
        keyOf={line => line.key}
      />
    </section>
  );
}

/** Advice is no number of the secretariat's. */
const shownTo = ({ seat }: DeadlineBoard): readonly Show[] =>
  seat ? shows : shows.filter(show => show !== 'advises');

function Limits({ board, wanted }: { board: DeadlineBoard; wanted: Wanted }) {
  const t = useText();
  const { data: rules } = useRules();
  const filter = filterOf(board, wanted);
  const list = useRecords('deadline', { filter, sort: { by: 'dueBy' }, limit: 25 });
  const title = (row: Row) =>
    (rules && parameterById(rules.parameters, row.rule)?.title[t.lang]) ?? (row.limitFamily as string);
  const columns: Column<Row>[] = [
    { name: 'what', title: t('deadlines.what'), lead: true, cell: title },
    {
      name: 'number',
      title: t('field.deadline.fileNumber'),
      cell: row =>
        typeof row.criminalCase === 'string' && !wanted.file ? (
          <Link href={hrefOf({ file: row.criminalCase })}>
            <span className="number">{row.fileNumber as string}</span>
            <span className="unseen"> {t('deadlines.of_case')}</span>
          </Link>
        ) : (
          <span className="number">{row.fileNumber as string}</span>
        ),
    },
    {
      name: 'due',
      title: t('field.deadline.dueOn'),
      cell: row => (
        <>
          <DueMark
            due={(row.toTheHour ? row.dueBy : row.dueOn) as Day | Instant}
            state={row.force === 'binds' ? 'running' : 'advisory'}
          />
          {row.provisional === true && <Badge>{t('deadlines.provisional')}</Badge>}
          {typeof row.askUntil === 'string' && (
            <p className="soft small">
              {t('deadlines.ask_until', { day: formatDay(row.askUntil as Day, t.lang) })}
            </p>
          )}
        </>
      ),
    },
    {
      name: 'whose',
      title: t('deadlines.whose'),
      cell: row => (
        <>
          <OfficeName id={row.duty as string} short />
          {typeof row.dutyOfficer === 'string' && (
            <p className="soft small">
              <OfficerName id={row.dutyOfficer} />
            </p>
          )}
        </>
      ),
    },
  ];
  return (
    <section className="deadline-part" aria-labelledby="deadline-list">
      <h2 id="deadline-list">{t(wanted.show ? `deadlines.${wanted.show}` : 'deadlines.all')}</h2>
      {(wanted.show || wanted.office || wanted.file) && (
        <p className="row">
          {wanted.office?.split(',').map(id => (
            <Badge key={id}>
              <OfficeName id={id} short />
            </Badge>
          ))}
          {wanted.officer && (
            <Badge>
              <OfficerName id={wanted.officer} />
            </Badge>
          )}
          {wanted.file && <Badge>{t('deadlines.one_case')}</Badge>}
          {wanted.unnamed && <Badge>{t('deadlines.unnamed')}</Badge>}
          <Link href="/deadlines">{t('deadlines.all')}</Link>
        </p>
      )}
      {wanted.show === 'advises' && <p className="soft small">{t('deadlines.advises_text')}</p>}
      {list.error && !list.data ? (
        <ProblemState error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Table
          caption={t('deadlines.what')}
          columns={columns}
          rows={list.data?.pages.flatMap(page => page.rows) ?? []}
          keyOf={row => row.id}
          hrefOf={row =>
            typeof row.criminalCase === 'string'
              ? `/cases/${row.criminalCase}`
              : `/reports/${row.crimeReport as string}`
          }
          loading={list.isPending}
          empty={
            <EmptyState icon="check" title={t('deadlines.none')}>
              {t('deadlines.none_text')}
            </EmptyState>
          }
          onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
          loadingMore={list.isFetchingNextPage}
          foot={<ExportList record="deadline" filter={filter} />}
        />
      )}
    </section>
  );
}
