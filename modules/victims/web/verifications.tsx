/* Verification requests: those that came to us and those we sent, the earliest end first. A date that is only advice carries the word. */
import { useState } from 'react';
import { type Day, formatDay } from '../../../kernel/day.ts';
import type { BoardFilter } from '../../../kernel/record/board.ts';
import type { Row } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { usePost, useRecords } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { StateMark } from '../../../web/ui/marks.tsx';
import { EmptyState, ProblemState } from '../../../web/ui/states.tsx';
import { TermMark } from '../../../web/ui/steps-of-rule.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import { Tabs } from '../../../web/ui/tabs.tsx';
import { ExportList } from '../../exchange/web/export-list.tsx';
import { verificationTones } from './verification.tsx';

export default function Verifications(_props: ScreenProps) {
  const t = useText();
  const [open, setOpen] = useState('in');
  const ours = usePost()?.office ?? '';
  return (
    <Page title={t('victims.verifications.title')} lead={t('victims.verifications.lead')}>
      <Tabs
        label={t('victims.verifications.title')}
        open={open}
        onOpen={setOpen}
        parts={[
          {
            id: 'in',
            title: t('victims.verifications.in'),
            content: <Box filter={{ toOffice: { is: ours } }} other="office" />,
          },
          {
            id: 'out',
            title: t('victims.verifications.out'),
            content: <Box filter={{ office: { is: ours } }} other="toOffice" />,
          },
        ]}
      />
    </Page>
  );
}

function Box({ filter, other }: { filter: object; other: 'office' | 'toOffice' }) {
  const t = useText();
  const query = useRecords('verification', { filter: filter as Record<string, unknown>, limit: 25 });
  const rows = query.data?.pages.flatMap(page => page.rows) ?? [];
  const columns: Column<Row>[] = [
    {
      name: 'number',
      title: fieldLabel(t, 'verification', 'number'),
      lead: true,
      cell: row => <span className="number">{row.number as string}</span>,
    },
    {
      name: 'state',
      title: fieldLabel(t, 'verification', 'state'),
      cell: row => (
        <StateMark tone={verificationTones[row.state as string] ?? 'neutral'}>
          {codeLabel(t, 'verificationState', row.state as string)}
        </StateMark>
      ),
    },
    {
      name: other,
      title: t(`victims.verifications.${other}`),
      cell: row => <OfficeName id={row[other] as string} short />,
    },
    {
      name: 'receivedOn',
      title: fieldLabel(t, 'verification', 'receivedOn'),
      cell: row => formatDay(row.receivedOn as Day, t.lang),
    },
    {
      name: 'dueOn',
      title: fieldLabel(t, 'verification', 'dueOn'),
      cell: row => (
        <TermMark
          due={(row.dueOn as string | null) ?? null}
          advisory={row.advisory === 'yes'}
          met={row.state === 'answered' && row.advisory !== 'yes'}
        />
      ),
    },
    {
      name: 'finding',
      title: fieldLabel(t, 'verification', 'finding'),
      cell: row => (row.finding ? codeLabel(t, 'finding', row.finding as string) : '—'),
    },
  ];
  if (query.error) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Table
      caption={t('victims.verifications.title')}
      columns={columns}
      rows={rows}
      keyOf={row => row.id}
      hrefOf={row => `/verifications/${row.id}`}
      loading={query.isPending}
      empty={<EmptyState icon="inspect" title={t('victims.verifications.none')} />}
      onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
      loadingMore={query.isFetchingNextPage}
      foot={<ExportList record="verification" filter={filter as BoardFilter} />}
    />
  );
}
