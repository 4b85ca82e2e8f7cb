/* The rows behind a number of flow: found among the same things the number was counted from. Each row opens the case or the report it is about. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { formatDay } from '../../../kernel/day.ts';
import { api } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { type Translate, useText } from '../../../web/text.ts';
import { Badge, StateMark } from '../../../web/ui/marks.tsx';
import { EmptyState, ProblemState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import { ExportMade } from '../../exchange/web/export-list.tsx';
import { lastsIn, type FlowRow as Row, type Where, whereNames } from '../flow-items.ts';
import { caseTones } from './cases.tsx';
import { reportTones } from './reports.tsx';

function useWhere(): Where {
  const [asked] = useSearchParams();
  return Object.fromEntries([...asked].filter(([name]) => (whereNames as readonly string[]).includes(name)));
}

export default function FlowList(_props: ScreenProps) {
  const t = useText();
  const where = useWhere();
  const query = useInfiniteQuery({
    queryKey: ['flow', 'list', where],
    queryFn: ({ pageParam, signal }) =>
      api<{ total: number; rows: Row[] }>('flow/list', { where, skip: pageParam }, signal),
    // An address without a number asks for nothing.
    enabled: where.of !== undefined,
    initialPageParam: 0,
    getNextPageParam: (_last, pages) => {
      const shown = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return shown < pages[0]!.total ? shown : undefined;
    },
  });
  const rows = query.data?.pages.flatMap(page => page.rows) ?? [];
  return (
    <Page
      title={t('flow.list.title')}
      lead={<Asked where={where} />}
      actions={rows.length > 0 && <ExportMade list="flowBehind" asked={{ where }} />}
    >
      <p>
        <Link href="/flow">{t('flow.list.back')}</Link>
      </p>
      {query.error && !query.data ? (
        <ProblemState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Table
          caption={t('flow.list.title')}
          columns={columnsOf(t, where)}
          rows={rows}
          keyOf={row => `${row.id} ${row.from}`}
          hrefOf={row => `/${row.record === 'crimeReport' ? 'reports' : 'cases'}/${row.subject}`}
          loading={query.isLoading}
          total={query.data?.pages[0]?.total}
          empty={<EmptyState icon="search" title={t('flow.list.none')} />}
          onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
          loadingMore={query.isFetchingNextPage}
        />
      )}
    </Page>
  );
}

function columnsOf(t: Translate, where: Where): Column<Row>[] {
  const title = (name: string) => fieldLabel(t, 'criminalCase', name);
  const isOfReports = where.of === 'reports' || where.stage === 'report';
  return [
    {
      name: 'number',
      title: fieldLabel(t, 'any', 'number'),
      lead: true,
      cell: row => <span className="number">{row.number}</span>,
    },
    ...(isOfReports ? [] : [{ name: 'title', title: title('title'), cell: (row: Row) => row.title }]),
    {
      name: 'state',
      title: title('state'),
      cell: row => (
        <StateMark tone={(isOfReports ? reportTones : caseTones)[row.state] ?? 'neutral'}>
          {codeLabel(t, isOfReports ? 'crimeReportState' : 'caseState', row.state)}
        </StateMark>
      ),
    },
    ...(isOfReports
      ? []
      : [
          {
            name: 'severity',
            title: title('severity'),
            cell: (row: Row) => codeLabel(t, 'severity', row.severity ?? ''),
          },
        ]),
    { name: 'office', title: t('flow.handler'), cell: row => <OfficeName id={row.office} short /> },
    { name: 'from', title: t('flow.list.from'), cell: row => formatDay(row.from, t.lang) },
    ...(lastsIn(where)
      ? [
          {
            name: 'until',
            title: t('flow.list.until'),
            cell: (row: Row) => (row.until ? formatDay(row.until, t.lang) : t('flow.running')),
          },
          { name: 'days', title: t('flow.list.days'), align: 'end' as const, cell: (row: Row) => row.days },
        ]
      : []),
  ];
}

const titles: Readonly<Record<string, string>> = {
  stage: 'flow.stages.title',
  extensions: 'flow.extensions.title',
  returns: 'flow.returns.title',
  year: 'flow.way.title',
  age: 'flow.age.title',
  reports: 'flow.reports',
  accused: 'flow.way.people',
};

/** What was asked for, in the words of the page it was asked on. */
function Asked({ where }: { where: Where }) {
  const t = useText();
  const words: Readonly<Record<string, (value: string) => string>> = {
    of: value => t(titles[value] ?? 'flow.list.title'),
    stage: value => t(`flow.${where.of === 'age' ? 'age_stage' : 'stage'}.${value}`),
    severity: value => codeLabel(t, 'severity', value),
    how: value => t(`flow.${value}`),
    times: value => t('flow.times', { times: Number.parseInt(value, 10) }),
    by: value => t(`flow.by.${value}`),
    year: value => `${t('flow.year')} ${value}`,
    step: value => t(`flow.step.${value}`),
    fate: value => t(`flow.fate.${value}`),
    outcome: value => t(`flow.outcome.${value}`),
    state: value => codeLabel(t, 'accusedState', value),
    months: value => t(`flow.age.${value}`),
  };
  return (
    <span className="row">
      {Object.entries(where).map(([name, value]) => (
        <Badge key={name}>{name === 'unit' ? <OfficeName id={value} short /> : words[name]?.(value)}</Badge>
      ))}
    </span>
  );
}
