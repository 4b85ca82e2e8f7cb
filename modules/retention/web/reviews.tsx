/* Files that wait for a review, and what became of others: numbers, offices and days, never whose file it is. Below, how long what is kept. */
import { useState } from 'react';
import { type Day, formatDay } from '../../../kernel/day.ts';
import type { Row } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { usePost, useRecords } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { EmptyState, ProblemState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import { Tabs } from '../../../web/ui/tabs.tsx';
import { ExportList } from '../../exchange/web/export-list.tsx';
import { OpenReview } from './open-review.tsx';
import { Periods } from './periods.tsx';

export const reviewTones: Readonly<Record<string, Tone>> = {
  due: 'active',
  proposed: 'warn',
  approved: 'bad',
  kept: 'good',
  erased: 'neutral',
};
const heaps = ['due', 'proposed', 'approved', 'kept', 'erased'] as const;

export default function Reviews(_props: ScreenProps) {
  const t = useText();
  const [heap, setHeap] = useState<string>('due');
  const [opening, open] = useState(false);
  const isAdministrator = usePost()?.role === 'administrator';
  return (
    <Page
      title={t('retention.title')}
      lead={t('retention.lead')}
      actions={
        isAdministrator && (
          <Button icon="plus" onPress={() => open(true)}>
            {t('retention.open')}
          </Button>
        )
      }
    >
      {opening && <OpenReview onClose={() => open(false)} />}
      <Tabs
        label={t('retention.title')}
        open={heap}
        onOpen={setHeap}
        parts={heaps.map(state => ({
          id: state,
          title: codeLabel(t, 'reviewState', state),
          content: <Heap state={state} />,
        }))}
      />
      <Periods offer={isAdministrator === true} />
    </Page>
  );
}

function Heap({ state }: { state: string }) {
  const t = useText();
  const query = useRecords('retentionReview', { filter: { state: { is: state } }, limit: 50 });
  const rows = query.data?.pages.flatMap(page => page.rows) ?? [];
  const title = (name: string) => fieldLabel(t, 'retentionReview', name);
  const onDay = (name: string): Column<Row> => ({
    name,
    title: title(name),
    cell: row => (row[name] ? formatDay(row[name] as Day, t.lang) : '—'),
  });
  const columns: Column<Row>[] = [
    {
      name: 'fileNumber',
      title: title('fileNumber'),
      lead: true,
      cell: row => <span className="number">{row.fileNumber as string}</span>,
    },
    {
      name: 'fileOffice',
      title: title('fileOffice'),
      cell: row => <OfficeName id={row.fileOffice as string} short />,
    },
    {
      name: 'reviewGround',
      title: title('reviewGround'),
      cell: row => codeLabel(t, 'reviewGround', row.reviewGround as string),
    },
    onDay('closedOn'),
    onDay(state === 'approved' ? 'eraseOn' : state === 'kept' ? 'keepUntil' : 'dueOn'),
    {
      name: 'decision',
      title: title('decision'),
      cell: row =>
        row.decision ? (
          <StateMark tone={reviewTones[state] ?? 'neutral'}>
            {codeLabel(t, 'reviewDecision', row.decision as string)}
          </StateMark>
        ) : (
          '—'
        ),
    },
  ];
  if (query.error) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Table
      caption={codeLabel(t, 'reviewState', state)}
      columns={columns}
      rows={rows}
      keyOf={row => row.id}
      hrefOf={row => `/retention/${row.id}`}
      loading={query.isPending}
      empty={
        <EmptyState icon="calendar" title={t('retention.none')}>
          {state === 'due' && t('retention.none_due_text')}
        </EmptyState>
      }
      onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
      loadingMore={query.isFetchingNextPage}
      foot={<ExportList record="retentionReview" filter={{ state: { is: state } }} />}
    />
  );
}
