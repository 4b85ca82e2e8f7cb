/* What an investigator hears: the number of a file, whether a statement may be available, from when, and whom to contact. There is no way from here into the
 * file, and the page says that this is meant. */
import { type Day, dayOf, formatDay, type Instant } from '../../../kernel/day.ts';
import type { Row } from '../../../web/datasource.ts';
import { fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { useRecords } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { EmptyState, ProblemState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import './victims.css';
import { ExportList } from '../../exchange/web/export-list.tsx';

const tones: Readonly<Record<string, Tone>> = {
  yes: 'good',
  no: 'neutral',
  declined: 'neutral',
  unknown: 'warn',
  not_asked: 'warn',
};

export default function Statements({ params }: ScreenProps) {
  const t = useText();
  const query = useRecords('statementNotice', { limit: 50 });
  const rows = query.data?.pages.flatMap(page => page.rows) ?? [];
  const title = (name: string) => fieldLabel(t, 'statementNotice', name);
  const columns: Column<Row>[] = [
    {
      name: 'fileNumber',
      title: title('fileNumber'),
      lead: true,
      cell: row => (
        <b className="number" data-here={row.id === params.id ? '' : undefined}>
          {row.fileNumber as string}
        </b>
      ),
    },
    {
      name: 'available',
      title: title('available'),
      cell: row => (
        <StateMark tone={tones[row.available as string] ?? 'neutral'}>
          {t(`ui.answer.${row.available as string}`)}
        </StateMark>
      ),
    },
    {
      name: 'fromDay',
      title: title('fromDay'),
      cell: row => (row.fromDay ? formatDay(row.fromDay as Day, t.lang) : '—'),
    },
    {
      name: 'withSupportPerson',
      title: title('withSupportPerson'),
      cell: row => (row.withSupportPerson ? t(`ui.answer.${row.withSupportPerson as string}`) : '—'),
    },
    { name: 'contact', title: title('contact'), cell: row => <OfficeName id={row.contact as string} /> },
    {
      name: 'madeAt',
      title: t('victims.statements.told'),
      cell: row => formatDay(dayOf(row.madeAt as Instant), t.lang),
    },
  ];
  return (
    <Page title={t('victims.statements.title')} lead={t('victims.statements.lead')}>
      {query.error ? (
        <ProblemState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Table
          caption={t('victims.statements.title')}
          columns={columns}
          rows={rows}
          keyOf={row => row.id}
          loading={query.isPending}
          empty={
            <EmptyState icon="megaphone" title={t('victims.statements.none')}>
              {t('victims.statements.none_text')}
            </EmptyState>
          }
          onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
          loadingMore={query.isFetchingNextPage}
          foot={<ExportList record="statementNotice" />}
        />
      )}
    </Page>
  );
}
