/* One import from its columns to its report. Which step is shown follows from the job itself, so that it can be left and found again anywhere; only between
 * columns and preview the reader goes back and forth. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { problemText } from '../../../web/problems.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button, LinkButton } from '../../../web/ui/button.tsx';
import { Icon } from '../../../web/ui/icons.tsx';
import { EmptyState, LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { Progress } from '../../../web/ui/steps.tsx';
import { decide, getJob, type Job, type ReadFile, readFile } from './asked.ts';
import { Columns } from './columns.tsx';
import './exchange.css';
import { type ImportStep, ImportSteps } from './parts.tsx';
import { Preview } from './preview.tsx';
import { Report } from './report.tsx';

export default function ImportJob({ params }: ScreenProps) {
  const t = useText();
  const id = params.id!;
  const client = useQueryClient();
  const [looking, setLooking] = useState(false);
  const job = useQuery({
    queryKey: ['import', id],
    queryFn: ({ signal }) => getJob(id, signal),
    refetchInterval: query => (query.state.data?.state === 'running' ? 1000 : false),
  });
  const preparing = job.data?.state === 'draft' || (job.data?.state === 'stopped' && job.data.done === 0);
  const read = useQuery({
    queryKey: ['import', id, 'read'],
    queryFn: ({ signal }) => readFile(id, signal),
    enabled: preparing,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const keep = (next: ReadFile) => client.setQueryData(['import', id, 'read'], next);
  if (job.error)
    return (
      <Page title={t('exchange.title')}>
        <ProblemState error={job.error} onRetry={() => void job.refetch()} />
      </Page>
    );
  if (!job.data)
    return (
      <Page title={t('exchange.title')}>
        <LoadingState rows={6} />
      </Page>
    );
  const step = stepOf(job.data, preparing, looking);
  return (
    <Page
      title={t('exchange.title')}
      lead={<span className="file-words">{job.data.fileName}</span>}
      actions={
        <LinkButton href="/import" icon="plus">
          {t('exchange.another')}
        </LinkButton>
      }
    >
      <ImportSteps
        at={step}
        refused={job.data.state === 'discarded'}
        {...(preparing
          ? {
              onOpen: (to: ImportStep) =>
                to === 'columns'
                  ? setLooking(false)
                  : to === 'preview' && canLook(read.data)
                    ? setLooking(true)
                    : undefined,
            }
          : {})}
      />
      {job.data.state === 'discarded' && <EmptyState icon="file" title={t('exchange.state.discarded')} />}
      {preparing && read.error && <ProblemState error={read.error} onRetry={() => void read.refetch()} />}
      {preparing && read.isPending && <LoadingState rows={8} />}
      {preparing && read.data?.understanding && !looking && (
        <Columns
          read={{ ...read.data, understanding: read.data.understanding }}
          onKept={keep}
          onNext={() => setLooking(true)}
        />
      )}
      {preparing && looking && read.data && (
        <Preview
          id={id}
          onBack={() => setLooking(false)}
          start={<StartButton job={job.data} rows={read.data.understanding?.rows ?? job.data.total} />}
        />
      )}
      {!preparing && job.data.state !== 'discarded' && <Running job={job.data} />}
      {job.data.hasReport && job.data.state !== 'running' && <Report job={job.data} />}
      {job.data.state !== 'running' && job.data.state !== 'discarded' && job.data.hasFile && (
        <DiscardButton job={job.data} />
      )}
    </Page>
  );
}

const canLook = (read: ReadFile | undefined): boolean =>
  (read?.understanding?.questions.every(question => question.answer !== null) ?? false) &&
  (read?.understanding?.columns.some(column => column.target !== null) ?? false);

function stepOf(job: Job, preparing: boolean, looking: boolean): ImportStep {
  if (preparing) return looking ? 'preview' : 'columns';
  return job.state === 'done' || job.state === 'discarded' ? 'report' : 'run';
}

function useDecision(what: 'start' | 'stop' | 'discard', id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => decide(what, id),
    onSuccess: ({ job }) => {
      client.setQueryData(['import', id], job);
      void client.invalidateQueries({ queryKey: ['imports'] });
      void client.invalidateQueries({ queryKey: ['list', 'person'] });
    },
  });
}

function StartButton({ job, rows }: { job: Job; rows: number }) {
  const t = useText();
  const start = useDecision('start', job.id);
  return (
    <>
      <Button kind="primary" isPending={start.isPending} onPress={() => start.mutate()}>
        {t('exchange.start', { rows })}
      </Button>
      {start.error && <Fault error={start.error} />}
    </>
  );
}

function Running({ job }: { job: Job }) {
  const t = useText();
  const start = useDecision('start', job.id);
  const stop = useDecision('stop', job.id);
  const note =
    job.state === 'running'
      ? t('exchange.run.leave')
      : job.state === 'waiting'
        ? t('exchange.run.waiting')
        : job.state === 'stopped'
          ? t('exchange.run.stopped')
          : null;
  return (
    <section className="card stack" aria-live="polite">
      {job.state !== 'done' && <Progress label={t('exchange.run.progress')} done={job.done} of={job.total} />}
      <dl className="tally">
        <Tally word={t('exchange.outcome.in')} count={job.broughtIn - job.withDouble} />
        <Tally word={t('exchange.outcome.double')} count={job.withDouble} />
        <Tally word={t('exchange.outcome.already')} count={job.alreadyThere} />
        <Tally word={t('exchange.outcome.refused')} count={job.refused} />
      </dl>
      {note && <p className="soft">{note}</p>}
      <div className="row">
        {(job.state === 'waiting' || job.state === 'stopped') && (
          <Button kind="primary" isPending={start.isPending} onPress={() => start.mutate()}>
            {t('exchange.start_again')}
          </Button>
        )}
        {(job.state === 'running' || job.state === 'waiting') && (
          <Button icon="stop" isPending={stop.isPending} onPress={() => stop.mutate()}>
            {t('exchange.stop')}
          </Button>
        )}
      </div>
      {(start.error ?? stop.error) && <Fault error={(start.error ?? stop.error)!} />}
    </section>
  );
}

function Tally({ word, count }: { word: string; count: number }) {
  return (
    <div data-none={count === 0 ? '' : undefined}>
      <dt>{word}</dt>
      <dd className="number">{count}</dd>
    </div>
  );
}

function DiscardButton({ job }: { job: Job }) {
  const t = useText();
  const [, go] = useLocation();
  const discard = useDecision('discard', job.id);
  return (
    <div className="row">
      <Button
        kind="quiet"
        icon="close"
        isPending={discard.isPending}
        onPress={() => discard.mutate(undefined, { onSuccess: () => go('/import') })}
      >
        {t('exchange.discard')}
      </Button>
      {discard.error && <Fault error={discard.error} />}
    </div>
  );
}

export function Fault({ error }: { error: Error }) {
  const t = useText();
  return (
    <p className="refusal" role="alert">
      <Icon name="alert" size={18} />
      {problemText(t, error)}
    </p>
  );
}
