/* The groups that were handed over to us, the latest first, each with how many are still waiting to be received. */
import { formatInstant, type Instant } from '../../../kernel/day.ts';
import type { Row } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { usePost, useRecords } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { LinkButton } from '../../../web/ui/button.tsx';
import { Badge, StateMark } from '../../../web/ui/marks.tsx';
import { EmptyState, ProblemState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import { receivingRoles } from '../../agencies/roles.ts';
import { ExportList } from '../../exchange/web/export-list.tsx';

export default function Arrivals(_props: ScreenProps) {
  const t = useText();
  const role = usePost()?.role ?? '';
  const query = useRecords('groupArrival', { sort: { by: 'handedOverAt', descending: true }, limit: 25 });
  const waiting = useWaiting();
  const title = (name: string) => fieldLabel(t, 'groupArrival', name);
  const columns: Column<Row>[] = [
    {
      name: 'number',
      title: title('number'),
      lead: true,
      cell: row => <span className="number">{row.number as string}</span>,
    },
    {
      name: 'state',
      title: title('state'),
      cell: row => (
        <span className="row">
          <StateMark tone={row.state === 'open' ? 'active' : 'neutral'}>
            {codeLabel(t, 'groupState', row.state as string)}
          </StateMark>
          {(waiting.get(row.id) ?? 0) > 0 && (
            <Badge tone="warn">{t('reception.groups.waiting', { count: waiting.get(row.id) ?? 0 })}</Badge>
          )}
        </span>
      ),
    },
    {
      name: 'handedOverAt',
      title: title('handedOverAt'),
      cell: row => formatInstant(row.handedOverAt as Instant, t.lang),
    },
    { name: 'handedOverBy', title: title('handedOverBy'), cell: row => row.handedOverBy as string },
    { name: 'placeNote', title: title('placeNote'), cell: row => (row.placeNote as string | null) ?? '—' },
    {
      name: 'minutesNumber',
      title: title('minutesNumber'),
      cell: row => (row.minutesNumber as string | null) ?? '—',
    },
    {
      name: 'countOnMinutes',
      title: t('reception.groups.people'),
      align: 'end',
      cell: row => row.countOnMinutes as number,
    },
  ];
  return (
    <Page
      title={t('reception.groups.title')}
      lead={t('reception.groups.lead')}
      actions={
        (receivingRoles as readonly string[]).includes(role) && (
          <LinkButton href="/arrivals/new" kind="primary" icon="plus">
            {t('reception.groups.new')}
          </LinkButton>
        )
      }
    >
      {query.error ? (
        <ProblemState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Table
          caption={t('reception.groups.title')}
          columns={columns}
          rows={query.data?.pages.flatMap(page => page.rows) ?? []}
          keyOf={row => row.id}
          hrefOf={row => `/arrivals/${row.id}`}
          loading={query.isPending}
          empty={
            <EmptyState icon="people" title={t('reception.groups.none')}>
              {t('reception.groups.none_text')}
            </EmptyState>
          }
          onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
          loadingMore={query.isFetchingNextPage}
          foot={<ExportList record="groupArrival" />}
        />
      )}
    </Page>
  );
}

/** How many people of each group wait, of the first hundred who do. */
function useWaiting(): ReadonlyMap<string, number> {
  const { data } = useRecords('groupLine', { filter: { lineState: { is: 'waiting' } }, limit: 100 });
  const counts = new Map<string, number>();
  for (const row of data?.pages.flatMap(page => page.rows) ?? [])
    counts.set(row.groupArrival as string, (counts.get(row.groupArrival as string) ?? 0) + 1);
  return counts;
}
