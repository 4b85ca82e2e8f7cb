/* What people said of one's own office, as numbers of quarters that are over. Fewer than five stay hidden, and what could be worked out from the others with them:
 * nobody is found by what she said. */
import { useQuery } from '@tanstack/react-query';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { api } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { EmptyState, LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import { ExportMade } from '../../exchange/web/export-list.tsx';
import { feedbackAnswers, feedbackQuestions, leastShown } from '../index.ts';

interface Counted {
  readonly office: string;
  readonly quarter: Day;
  readonly people: number | null;
  readonly questions: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
}

export default function Counts(_props: ScreenProps) {
  const t = useText();
  const { data, error, refetch } = useQuery({
    queryKey: ['feedback-counts'],
    queryFn: ({ signal }) => api<{ counts: Counted[] }>('feedback/counts', {}, signal),
  });
  return (
    <Page
      title={t('feedback.counts.title')}
      lead={t('feedback.counts.lead', { least: leastShown })}
      actions={data && data.counts.length > 0 && <ExportMade list="feedback" />}
    >
      {error ? (
        <ProblemState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LoadingState rows={6} />
      ) : data.counts.length === 0 ? (
        <EmptyState icon="chart" title={t('feedback.counts.none')}>
          {t('feedback.counts.none_text')}
        </EmptyState>
      ) : (
        data.counts.map(one => <Quarter key={`${one.office} ${one.quarter}`} counted={one} />)
      )}
    </Page>
  );
}

function Quarter({ counted }: { counted: Counted }) {
  const t = useText();
  const { office, quarter, people, questions } = counted;
  const id = `counts-${office}-${quarter}`;
  const columns: Column<string>[] = [
    {
      name: 'question',
      title: t('feedback.counts.question'),
      lead: true,
      cell: name => fieldLabel(t, 'feedback', name),
    },
    ...feedbackAnswers.map(
      (answer): Column<string> => ({
        name: answer,
        title: codeLabel(t, 'feedbackAnswer', answer),
        cell: name => questions[name]?.[answer] ?? t('feedback.counts.hidden'),
      }),
    ),
  ];
  return (
    <section className="card part" aria-labelledby={id}>
      <h2 id={id}>
        <OfficeName id={office} /> ·{' '}
        {t('feedback.counts.quarter', { day: formatDay(quarter.slice(0, 7) as Day, t.lang) })}
      </h2>
      {people === null ? (
        <p className="soft">{t('feedback.counts.too_few', { least: leastShown })}</p>
      ) : (
        <>
          <p>{t('feedback.counts.people', { count: people })}</p>
          <Table
            caption={t('feedback.counts.title')}
            columns={columns}
            rows={feedbackQuestions}
            keyOf={name => name}
          />
        </>
      )}
    </section>
  );
}
