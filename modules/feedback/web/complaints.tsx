/* Complaints that came to this body, the newest first. They name the office they are about, and a file only if the person allowed it. */
import { dayOf, formatDay, type Instant } from '../../../kernel/day.ts';
import type { Row } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { useRecords } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { EmptyState, ProblemState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import { ExportList } from '../../exchange/web/export-list.tsx';

export const complaintTones: Readonly<Record<string, Tone>> = {
  open: 'bad',
  taken: 'active',
  closed: 'neutral',
};

export default function Complaints(_props: ScreenProps) {
  const t = useText();
  const query = useRecords('complaint', { sort: { by: 'madeAt', descending: true }, limit: 50 });
  const rows = query.data?.pages.flatMap(page => page.rows) ?? [];
  const title = (name: string) => fieldLabel(t, 'complaint', name);
  const columns: Column<Row>[] = [
    {
      name: 'number',
      title: t('feedback.complaints.number'),
      lead: true,
      cell: row => <span className="number">{row.number as string}</span>,
    },
    {
      name: 'state',
      title: title('state'),
      cell: row => (
        <StateMark tone={complaintTones[row.state as string] ?? 'neutral'}>
          {codeLabel(t, 'complaintState', row.state as string)}
        </StateMark>
      ),
    },
    {
      name: 'complaintKind',
      title: title('complaintKind'),
      cell: row => codeLabel(t, 'complaintKind', row.complaintKind as string),
    },
    {
      name: 'aboutOffice',
      title: title('aboutOffice'),
      cell: row => <OfficeName id={row.aboutOffice as string} short />,
    },
    {
      name: 'madeAt',
      title: t('feedback.complaints.came'),
      cell: row => formatDay(dayOf(row.madeAt as Instant), t.lang),
    },
  ];
  return (
    <Page title={t('feedback.complaints.title')} lead={t('feedback.complaints.lead')}>
      {query.error ? (
        <ProblemState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Table
          caption={t('feedback.complaints.title')}
          columns={columns}
          rows={rows}
          keyOf={row => row.id}
          hrefOf={row => `/complaints/${row.id}`}
          loading={query.isPending}
          empty={<EmptyState icon="megaphone" title={t('feedback.complaints.none')} />}
          onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
          loadingMore={query.isFetchingNextPage}
          foot={<ExportList record="complaint" />}
        />
      )}
    </Page>
  );
}
