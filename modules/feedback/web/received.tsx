/* What people answered, for the body that hears it: about which office, in which quarter, how each question was answered, and her own words where she left some. No row
 * leads to a file, and none knows the day. */
import { type Day, formatDay } from '../../../kernel/day.ts';
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
import { feedbackQuestions } from '../index.ts';
import { HerWords } from './her-words.tsx';

const tones: Readonly<Record<string, Tone>> = { good: 'good', middle: 'warn', bad: 'bad' };

export default function Received(_props: ScreenProps) {
  const t = useText();
  const query = useRecords('feedback', { limit: 50 });
  const rows = query.data?.pages.flatMap(page => page.rows) ?? [];
  const title = (name: string) => fieldLabel(t, 'feedback', name);
  const columns: Column<Row>[] = [
    {
      name: 'aboutOffice',
      title: title('aboutOffice'),
      lead: true,
      cell: row => <OfficeName id={row.aboutOffice as string} short />,
    },
    {
      name: 'quarterOf',
      title: title('quarterOf'),
      cell: row =>
        t('feedback.counts.quarter', {
          day: formatDay((row.quarterOf as string).slice(0, 7) as Day, t.lang),
        }),
    },
    ...feedbackQuestions.map(
      (name): Column<Row> => ({
        name,
        title: title(name),
        cell: row => (
          <StateMark tone={tones[row[name] as string] ?? 'neutral'}>
            {codeLabel(t, 'feedbackAnswer', row[name] as string)}
          </StateMark>
        ),
      }),
    ),
    {
      name: 'words',
      title: title('words'),
      cell: row => <HerWords record="feedback" row={row} purpose={t('feedback.received.purpose')} />,
    },
  ];
  return (
    <Page title={t('feedback.received.title')} lead={t('feedback.received.lead')}>
      {query.error ? (
        <ProblemState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Table
          caption={t('feedback.received.title')}
          columns={columns}
          rows={rows}
          keyOf={row => row.id}
          loading={query.isPending}
          empty={<EmptyState icon="chart" title={t('feedback.received.none')} />}
          onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
          loadingMore={query.isFetchingNextPage}
          foot={<ExportList record="feedback" />}
        />
      )}
    </Page>
  );
}
