/* What became of each row, to be looked through here or downloaded. */
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { subjectHref } from '../../../web/routes.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { SelectInput } from '../../../web/ui/choices.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { EmptyState, ProblemState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import { type Job, type ReportLine, type RowOutcome, readReport, reportFile, save } from './asked.ts';
import { Fault } from './job.tsx';
import { outcomeTone, whyWords } from './words.ts';

const outcomes: readonly RowOutcome[] = ['refused', 'double', 'in', 'already'];

export function Report({ job }: { job: Job }) {
  const t = useText();
  const [outcome, setOutcome] = useState<RowOutcome | null>(job.refused > 0 ? 'refused' : null);
  const pages = useInfiniteQuery({
    queryKey: ['import', job.id, 'report', outcome, job.state],
    queryFn: ({ pageParam, signal }) => readReport(job.id, outcome, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: page =>
      page.from + page.lines.length < page.total && page.lines.length > 0
        ? page.from + page.lines.length
        : null,
  });
  const download = useMutation({ mutationFn: () => reportFile(job.id), onSuccess: save });
  const lines = pages.data?.pages.flatMap(page => page.lines) ?? [];
  const columns: Column<ReportLine>[] = [
    {
      name: 'line',
      title: t('exchange.report.line'),
      align: 'end',
      cell: line => <span className="number">{line.line}</span>,
    },
    {
      name: 'outcome',
      title: t('exchange.report.outcome'),
      lead: true,
      cell: line => (
        <StateMark tone={outcomeTone[line.outcome]}>{t(`exchange.outcome.${line.outcome}`)}</StateMark>
      ),
    },
    {
      name: 'number',
      title: t('exchange.report.number'),
      cell: line =>
        line.person && line.number ? (
          <Link href={subjectHref({ record: 'person', id: line.person })}>{line.number}</Link>
        ) : (
          ''
        ),
    },
    {
      name: 'why',
      title: t('exchange.report.reason'),
      cell: line =>
        line.fields?.length
          ? whyWords(t, line.fields)
          : line.code
            ? t(`problem.${line.code}`)
            : line.doubles
              ? t('reason.likely_double', { count: line.doubles })
              : '',
    },
  ];
  return (
    <section className="stack" aria-labelledby="report">
      <div className="row report-head">
        <h2 id="report">{t('exchange.step.report')}</h2>
        <Button icon="file" isPending={download.isPending} onPress={() => download.mutate()}>
          {t('exchange.report.download')}
        </Button>
      </div>
      {download.error && <Fault error={download.error} />}
      <SelectInput
        name="outcome"
        label={t('exchange.report.show')}
        value={outcome}
        none={t('exchange.report.all')}
        onChange={code => setOutcome(code as RowOutcome | null)}
        options={outcomes.map(code => ({ code, label: t(`exchange.outcome.${code}`) }))}
      />
      {pages.error ? (
        <ProblemState error={pages.error} onRetry={() => void pages.refetch()} />
      ) : (
        <Table
          caption={t('exchange.step.report')}
          columns={columns}
          rows={lines}
          keyOf={line => String(line.line)}
          loading={pages.isPending}
          empty={<EmptyState icon="check" title={t('exchange.report.none')} />}
          {...(pages.hasNextPage
            ? { onMore: () => void pages.fetchNextPage(), loadingMore: pages.isFetchingNextPage }
            : {})}
          total={pages.data?.pages[0]?.total}
        />
      )}
    </section>
  );
}
