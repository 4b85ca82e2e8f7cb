/* The beginning of bringing in: choose a file, and find again what the office has brought in or left half done. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { formatInstant } from '../../../kernel/day.ts';
import { Refusal } from '../../../web/datasource.ts';
import { issuesByField, problemText } from '../../../web/problems.ts';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { FileDrop } from '../../../web/ui/file-drop.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { EmptyState, ProblemState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import { type Job, listJobs, upload } from './asked.ts';
import { ExportList } from './export-list.tsx';
import './exchange.css';
import { ImportSteps } from './parts.tsx';
import { stateTone } from './words.ts';

const most = 20_000_000;

export default function Import() {
  const t = useText();
  const [, go] = useLocation();
  const [files, setFiles] = useState<File[]>([]);
  const sending = useMutation({ mutationFn: upload, onSuccess: ({ job }) => go(`/import/${job.id}`) });
  const fault = sending.error
    ? (issuesByField(t, sending.error).file ?? problemText(t, sending.error))
    : undefined;
  const refused = sending.error instanceof Refusal && sending.error.status === 403;
  return (
    <Page title={t('exchange.title')} lead={t('exchange.lead')}>
      <ImportSteps at="file" />
      <form
        className="card stack"
        onSubmit={event => {
          event.preventDefault();
          if (files[0]) sending.mutate(files[0]);
        }}
      >
        <FileDrop
          name="file"
          label={t('exchange.file.label')}
          hint={t('exchange.file.hint')}
          accept=".xlsx,.csv,.txt,.tsv"
          most={most}
          files={files}
          error={fault}
          onChange={chosen => {
            sending.reset();
            setFiles(chosen);
          }}
        />
        <p className="soft small">{t('exchange.file.sealed')}</p>
        <div className="row">
          <Button type="submit" kind="primary" isDisabled={files.length === 0} isPending={sending.isPending}>
            {t('exchange.file.send')}
          </Button>
        </div>
      </form>
      {!refused && <Jobs />}
    </Page>
  );
}

function Jobs() {
  const t = useText();
  const jobs = useQuery({
    queryKey: ['imports'],
    queryFn: ({ signal }) => listJobs(signal),
    refetchInterval: query => (query.state.data?.some(job => job.state === 'running') ? 3000 : false),
  });
  const columns: Column<Job>[] = [
    {
      name: 'file',
      title: t('exchange.jobs.file'),
      lead: true,
      cell: job => <span className="file-words">{job.fileName}</span>,
    },
    {
      name: 'state',
      title: t('exchange.jobs.state'),
      cell: job => <StateMark tone={stateTone[job.state]}>{t(`exchange.state.${job.state}`)}</StateMark>,
    },
    {
      name: 'rows',
      title: t('exchange.jobs.rows'),
      align: 'end',
      cell: job => <span className="number">{`${job.done} / ${job.total}`}</span>,
    },
    {
      name: 'result',
      title: t('exchange.jobs.result'),
      align: 'end',
      cell: job => <span className="number">{job.broughtIn}</span>,
    },
    { name: 'at', title: t('exchange.jobs.at'), cell: job => formatInstant(job.madeAt, t.lang) },
  ];
  return (
    <section className="stack" aria-labelledby="jobs">
      <h2 id="jobs">{t('exchange.jobs.title')}</h2>
      {jobs.error ? (
        <ProblemState error={jobs.error} onRetry={() => void jobs.refetch()} />
      ) : (
        <Table
          caption={t('exchange.jobs.title')}
          columns={columns}
          rows={jobs.data ?? []}
          keyOf={job => job.id}
          hrefOf={job => `/import/${job.id}`}
          foot={<ExportList record="importJob" ids={(jobs.data ?? []).map(job => job.id)} />}
          loading={jobs.isPending}
          empty={<EmptyState icon="file" title={t('exchange.jobs.none')} />}
        />
      )}
    </section>
  );
}
