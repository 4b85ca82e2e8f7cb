/* Reports of crime that our office took, has to resolve, or supervises. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import { formatInstant, type Instant } from '../../../kernel/day.ts';
import type { Row } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { usePost, useRecords } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Do } from '../../../web/shell/do-dialog.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { EmptyState, ProblemState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import { ExportList } from '../../exchange/web/export-list.tsx';
import { crimeReport } from '../record.ts';

export const reportTones: Readonly<Record<string, Tone>> = {
  taken: 'warn',
  handed_over: 'warn',
  taken_up: 'active',
  suspended: 'neutral',
  resolved: 'good',
};
const takingRoles = ['border_officer', 'police_officer', 'investigator'];

export default function Reports(_props: ScreenProps) {
  const t = useText();
  const [, go] = useLocation();
  const post = usePost();
  const [taking, take] = useState(false);
  const query = useRecords('crimeReport', { sort: { by: 'receivedAt', descending: true }, limit: 25 });
  const title = (name: string) => fieldLabel(t, 'crimeReport', name);
  const columns: Column<Row>[] = [
    {
      name: 'number',
      title: title('number'),
      lead: true,
      cell: row => <span className="number">{row.number as string}</span>,
    },
    {
      name: 'reportKind',
      title: title('reportKind'),
      cell: row => codeLabel(t, 'reportKind', row.reportKind as string),
    },
    {
      name: 'state',
      title: title('state'),
      cell: row => (
        <StateMark tone={reportTones[row.state as string] ?? 'neutral'}>
          {codeLabel(t, 'crimeReportState', row.state as string)}
        </StateMark>
      ),
    },
    {
      name: 'receivedAt',
      title: title('receivedAt'),
      cell: row => formatInstant(row.receivedAt as Instant, t.lang),
    },
    {
      name: 'toOffice',
      title: title('toOffice'),
      cell: row => (row.toOffice ? <OfficeName id={row.toOffice as string} short /> : '—'),
    },
  ];
  return (
    <Page
      title={t('justice.reports.title')}
      lead={t('justice.reports.lead')}
      actions={
        post &&
        takingRoles.includes(post.role) && (
          <Button kind="primary" icon="plus" onPress={() => take(true)}>
            {t('act.crimeReport.take')}
          </Button>
        )
      }
    >
      {query.error ? (
        <ProblemState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Table
          caption={t('justice.reports.title')}
          columns={columns}
          rows={query.data?.pages.flatMap(page => page.rows) ?? []}
          keyOf={row => row.id}
          hrefOf={row => `/reports/${row.id}`}
          loading={query.isPending}
          empty={
            <EmptyState icon="megaphone" title={t('justice.reports.none')}>
              {t('justice.reports.none_text')}
            </EmptyState>
          }
          onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
          loadingMore={query.isFetchingNextPage}
          foot={<ExportList record="crimeReport" />}
        />
      )}
      {taking && (
        <Do
          act="crimeReport.take"
          record={crimeReport}
          names={[
            'reportKind',
            'reportWay',
            'receivedAt',
            'place',
            'summary',
            'reporter',
            'looksSerious',
            'remotePost',
          ]}
          lead={t('justice.reports.take_text')}
          onClose={() => take(false)}
          onDone={outcome => go(`/reports/${outcome.subject.id}`)}
        />
      )}
    </Page>
  );
}
