/* Broken glass: who opened another office's file without a share, why and until when, and whether somebody else finds it justified. Auditors see a file's
 * number and holder only; officers of the office that holds the file can open it from here. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { formatInstant, type Instant } from '../../../kernel/day.ts';
import { useNow } from '../../../web/clock.ts';
import { api, type Row } from '../../../web/datasource.ts';
import { codeLabel } from '../../../web/labels.ts';
import { OfficeName, OfficerName } from '../../../web/names.tsx';
import { useRecord, useRecords, useSignedIn } from '../../../web/queries.ts';
import { type ScreenProps, subjectHref } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { type Translate, useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Tick } from '../../../web/ui/choices.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { EmptyState, ProblemState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import './ledger.css';
import { ExportList } from '../../exchange/web/export-list.tsx';
import { Review } from './review.tsx';

interface FileFound {
  readonly id: string;
  readonly number: string;
  readonly holder: string;
}

export default function Exceptions({ params }: ScreenProps) {
  const t = useText();
  const now = useNow();
  const me = useSignedIn();
  const isAuditor = me?.post.role === 'auditor';
  const [onlyOpen, setOnlyOpen] = useState(false);
  const [reviewing, setReviewing] = useState<Row | null>(null);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useRecords(
    'exceptionAccess',
    { limit: 50 },
    { enabled: !params.id },
  );
  // A notice leads to one exception, wherever it would stand in the list.
  const one = useRecord('exceptionAccess', params.id);
  const all = params.id ? (one.data ? [one.data] : []) : (data?.pages.flatMap(page => page.rows) ?? []);
  const rows = all.filter(row => params.id || !onlyOpen || !row.secondFinding);
  const fault = params.id ? one.error : error;
  const files = useFiles(isAuditor ? all.map(row => row.person as string) : []);

  const columns: Column<Row>[] = [
    {
      name: 'begun',
      title: t('ledger.exceptions.begun'),
      cell: row => <span className="nowrap">{formatInstant(row.madeAt as Instant, t.lang)}</span>,
    },
    {
      name: 'officer',
      title: t('ledger.exceptions.officer'),
      lead: true,
      cell: row => <OfficerName id={row.officer as string} titled />,
    },
    {
      name: 'file',
      title: t('ledger.exceptions.file'),
      cell: row => {
        const file = files.get(row.person as string);
        if (isAuditor)
          return (
            <span className="two-lines">
              <span className="nowrap">{file?.number ?? '…'}</span>
              {file && (
                <small className="soft">
                  <OfficeName id={file.holder} short />
                </small>
              )}
            </span>
          );
        return (
          <Link href={subjectHref({ record: 'person', id: row.person as string })}>
            {t('ledger.exceptions.file')}
          </Link>
        );
      },
    },
    {
      name: 'reason',
      title: t('ledger.exceptions.reason'),
      cell: row => <span className="long-text">{row.reason as string}</span>,
    },
    { name: 'until', title: t('ledger.exceptions.until'), cell: row => <Until row={row} now={now} /> },
    { name: 'finding', title: t('ledger.exceptions.finding'), cell: row => <Finding t={t} row={row} /> },
    {
      name: 'review',
      title: t('ledger.exceptions.review'),
      cell: row => {
        const mine = row.officer === me?.officer.id;
        if (row.secondFinding || row.reviewedBy === me?.officer.id) return null;
        if (mine) return <span className="soft small">{t('ledger.exceptions.mine')}</span>;
        if (!row.abilities?.includes('exceptionAccess.review')) return null;
        // While it runs nothing can be found about it yet; the server says the same.
        return isRunning(row, now) ? (
          <span className="soft small">{t('ledger.exceptions.later')}</span>
        ) : (
          <Button onPress={() => setReviewing(row)}>{t('ledger.exceptions.review')}</Button>
        );
      },
    },
  ];
  return (
    <Page title={t('ledger.exceptions.title')} lead={t('ledger.exceptions.lead')}>
      {!params.id && (
        <Tick
          name="only-open"
          label={t('ledger.exceptions.show_open')}
          value={onlyOpen}
          onChange={setOnlyOpen}
        />
      )}
      {fault ? (
        <ProblemState error={fault} onRetry={() => void (params.id ? one.refetch() : refetch())} />
      ) : (
        <Table
          caption={t('ledger.exceptions.table')}
          columns={columns}
          rows={rows}
          keyOf={row => row.id}
          loading={params.id ? one.isPending : !data}
          empty={<EmptyState icon="key" title={t('ledger.exceptions.empty')} />}
          onMore={hasNextPage ? () => void fetchNextPage() : undefined}
          loadingMore={isFetchingNextPage}
          foot={<ExportList record="exceptionAccess" />}
        />
      )}
      {reviewing && <Review row={reviewing} onClose={() => setReviewing(null)} />}
    </Page>
  );
}

const isRunning = (row: Row, now: Instant): boolean => row.endedAt === null && (row.until as Instant) > now;

function Until({ row, now }: { row: Row; now: Instant }) {
  const t = useText();
  const ended = (row.endedAt as Instant | null) ?? (row.until as Instant);
  const isOpen = isRunning(row, now);
  return (
    <span className="two-lines">
      <span className="nowrap">{formatInstant(ended, t.lang)}</span>
      <StateMark tone={isOpen ? 'warn' : 'neutral'}>
        {t(isOpen ? 'ledger.exceptions.running' : 'ledger.exceptions.over')}
      </StateMark>
    </span>
  );
}

function Finding({ t, row }: { t: Translate; row: Row }) {
  const found = [
    [row.reviewedFinding, row.reviewedBy],
    [row.secondFinding, row.secondBy],
  ].filter(([finding]) => finding) as [string, string][];
  return (
    <span className="two-lines">
      {found.map(([finding, by]) => (
        <span key={by} className="two-lines">
          <StateMark tone={finding === 'justified' ? 'good' : 'bad'}>
            {codeLabel(t, 'exceptionFinding', finding)}
          </StateMark>
          <small className="soft">
            <OfficerName id={by} />
          </small>
        </span>
      ))}
      {found.length < 2 && (
        <StateMark tone="warn">
          {t(found.length === 0 ? 'ledger.exceptions.open' : 'ledger.exceptions.half')}
        </StateMark>
      )}
    </span>
  );
}

function useFiles(ids: readonly string[]): ReadonlyMap<string, FileFound> {
  const wanted = [...new Set(ids)].sort();
  const { data } = useQuery({
    queryKey: ['ledger-files', wanted],
    queryFn: async () => (await api<{ files: FileFound[] }>('ledger/files', { ids: wanted })).files,
    enabled: wanted.length > 0,
  });
  return new Map((data ?? []).map(file => [file.id, file]));
}
