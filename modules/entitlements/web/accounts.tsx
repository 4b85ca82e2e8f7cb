/* What was paid from each budget source in a period. Every sum of an office opens the list it is the sum of; the secretary and the auditor see the province's sums and no
 * row behind them. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { addDays, type Day, dayOf, formatDay } from '../../../kernel/day.ts';
import { readClock } from '../../../web/clock.ts';
import { api, type Row } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { useRecords } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { DayInput } from '../../../web/ui/calendar.tsx';
import { EmptyState, LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import { ExportList, ExportMade } from '../../exchange/web/export-list.tsx';
import { useSources } from './account.tsx';
import { dong } from './regimes.tsx';
import './entitlements.css';

interface Line {
  readonly budgetSource: string;
  readonly regime: string;
  readonly sum: number;
  readonly payments: number;
  readonly reversals: number;
}
interface Accounts {
  /** The rows behind the sums may be opened. */
  readonly rows: boolean;
  readonly lines: readonly Line[];
}

export default function SupportAccounts(_props: ScreenProps) {
  const t = useText();
  const today = dayOf(readClock());
  const [from, setFrom] = useState<Day>(`${today.slice(0, 4)}-01-01` as Day);
  const [last, setLast] = useState<Day>(today);
  const to = addDays(last, 1);
  const { data, error, refetch } = useQuery({
    queryKey: ['support-accounts', from, to],
    queryFn: ({ signal }) => api<Accounts>('support-accounts', { from, to }, signal),
    placeholderData: previous => previous,
  });
  const bySource = Map.groupBy(data?.lines ?? [], line => line.budgetSource);
  return (
    <Page
      title={t('entitlements.accounts.title')}
      lead={t(data?.rows === false ? 'entitlements.accounts.lead_sums' : 'entitlements.accounts.lead')}
      actions={
        <>
          {data && data.lines.length > 0 && <ExportMade list="accounts" asked={{ from, to }} />}
          <Button icon="print" onPress={() => window.print()}>
            {t('entitlements.account.print')}
          </Button>
        </>
      }
    >
      <div className="period">
        <DayInput
          name="from"
          label={t('entitlements.accounts.from')}
          most={last}
          value={from}
          onChange={day => day && setFrom(day)}
        />
        <DayInput
          name="to"
          label={t('entitlements.accounts.to')}
          least={from}
          value={last}
          onChange={day => day && setLast(day)}
        />
      </div>
      {error ? (
        <ProblemState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LoadingState rows={6} />
      ) : data.lines.length === 0 ? (
        <EmptyState icon="chart" title={t('entitlements.accounts.none')} />
      ) : (
        [...bySource].map(([source, lines]) => (
          <OfSource key={source} source={source} lines={lines} opens={data.rows} from={from} to={to} />
        ))
      )}
    </Page>
  );
}

function OfSource({
  source,
  lines,
  opens,
  from,
  to,
}: {
  source: string;
  lines: readonly Line[];
  opens: boolean;
  from: Day;
  to: Day;
}) {
  const t = useText();
  const { rows, nameOf } = useSources();
  const [open, setOpen] = useState<string | null>(null);
  const kind = rows.find(row => row.id === source)?.budgetKind as string | undefined;
  const columns: Column<Line>[] = [
    {
      name: 'regime',
      title: fieldLabel(t, 'payment', 'regime'),
      lead: true,
      cell: line => codeLabel(t, 'regime', line.regime),
    },
    {
      name: 'payments',
      title: t('entitlements.accounts.payments'),
      align: 'end',
      cell: line => line.payments,
    },
    {
      name: 'reversals',
      title: t('entitlements.accounts.reversals'),
      align: 'end',
      cell: line => line.reversals,
    },
    {
      name: 'sum',
      title: t('entitlements.accounts.sum'),
      align: 'end',
      cell: line =>
        opens ? (
          <button
            type="button"
            className="sum-open"
            aria-expanded={open === line.regime}
            onClick={() => setOpen(open === line.regime ? null : line.regime)}
          >
            {dong(t, line.sum)}
          </button>
        ) : (
          dong(t, line.sum)
        ),
    },
  ];
  return (
    <section className="card part" aria-labelledby={`source-${source}`}>
      <h2 id={`source-${source}`}>
        {nameOf(source)}
        <span className="account-total">
          {dong(
            t,
            lines.reduce((sum, line) => sum + line.sum, 0),
          )}
        </span>
      </h2>
      {kind && <p className="soft small">{codeLabel(t, 'budgetKind', kind)}</p>}
      <Table caption={nameOf(source)} columns={columns} rows={lines} keyOf={line => line.regime} />
      {open && <Payments source={source} regime={open} from={from} to={to} />}
    </section>
  );
}

/** The payments a sum is made of, without a name: a number opens the person's statement for whoever may see it. */
function Payments({ source, regime, from, to }: { source: string; regime: string; from: Day; to: Day }) {
  const t = useText();
  const query = useRecords('payment', {
    filter: { budgetSource: { is: source }, regime: { is: regime }, paidOn: { from, to } },
    sort: { by: 'paidOn', descending: true },
    limit: 25,
  });
  const rows = query.data?.pages.flatMap(page => page.rows) ?? [];
  const title = (name: string) => fieldLabel(t, 'payment', name);
  const columns: Column<Row>[] = [
    {
      name: 'number',
      title: title('number'),
      lead: true,
      cell: row => <span className="number">{row.number as string}</span>,
    },
    { name: 'paidOn', title: title('paidOn'), cell: row => formatDay(row.paidOn as Day, t.lang) },
    {
      name: 'paymentForm',
      title: title('paymentForm'),
      cell: row =>
        row.reverses
          ? t('entitlements.accounts.taken_back')
          : codeLabel(t, 'paymentForm', row.paymentForm as string),
    },
    { name: 'receiptNumber', title: title('receiptNumber'), cell: row => row.receiptNumber as string },
    {
      name: 'amount',
      title: title('amount'),
      align: 'end',
      cell: row =>
        row.amount === null ? '—' : dong(t, row.reverses ? -(row.amount as number) : (row.amount as number)),
    },
  ];
  if (query.error) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  const heading = t('entitlements.accounts.list', { regime: codeLabel(t, 'regime', regime) });
  return (
    <>
      <h3>{heading}</h3>
      <Table
        caption={heading}
        columns={columns}
        rows={rows}
        keyOf={row => row.id}
        hrefOf={row => `/people/${row.person as string}/account`}
        loading={query.isPending}
        onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
        loadingMore={query.isFetchingNextPage}
        foot={
          <ExportList
            record="payment"
            filter={{ budgetSource: { is: source }, regime: { is: regime }, paidOn: { from, to } }}
          />
        }
      />
    </>
  );
}
