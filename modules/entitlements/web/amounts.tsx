/* Amounts and budget sources. Most amounts of the law were never read; whoever reads one enters it here with its text, from its day on. What was in force stays to be read
 * below what is. */
import { useState } from 'react';
import { type Day, dayOf, formatDay } from '../../../kernel/day.ts';
import { isInForce } from '../../../kernel/rule/parameter.ts';
import { readClock } from '../../../web/clock.ts';
import type { Row } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { usePost, useRecords } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { type Translate, useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { EmptyState, ProblemState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import { Tabs } from '../../../web/ui/tabs.tsx';
import { ExportList } from '../../exchange/web/export-list.tsx';
import { laws } from '../../victims/index.ts';
import { type AmountDoing, AmountForm } from './amount-forms.tsx';
import { dong } from './regimes.tsx';
import './entitlements.css';

const holds = (row: Row, on: Day): boolean =>
  isInForce({ valid_from: row.validFrom as Day, valid_to: row.validTo as Day | null }, on);

/** "1.7.2025 –" or "1.7.2025 – 1.1.2026": the end is the first day on which it no longer holds. */
const period = (t: Translate, row: Row): string =>
  `${formatDay(row.validFrom as Day, t.lang)} – ${row.validTo ? formatDay(row.validTo as Day, t.lang) : ''}`;

export default function Amounts(_props: ScreenProps) {
  const t = useText();
  const isAdministrator = Boolean(usePost()?.role === 'administrator');
  const [doing, setDoing] = useState<AmountDoing | null>(null);
  const offer = isAdministrator ? setDoing : null;
  return (
    <Page title={t('entitlements.amounts.title')} lead={t('entitlements.amounts.lead')}>
      <Tabs
        label={t('entitlements.amounts.title')}
        parts={[
          { id: 'lines', title: t('entitlements.amounts.lines'), content: <Lines offer={offer} /> },
          { id: 'sources', title: t('entitlements.amounts.sources'), content: <Sources offer={offer} /> },
        ]}
      />
      {doing && <AmountForm doing={doing} onClose={() => setDoing(null)} />}
    </Page>
  );
}

type Offer = ((doing: AmountDoing) => void) | null;

function Lines({ offer }: { offer: Offer }) {
  const t = useText();
  const today = dayOf(readClock());
  const query = useRecords('amountLine', { limit: 100 });
  const rows = query.data?.pages.flatMap(page => page.rows) ?? [];
  const title = (name: string) => fieldLabel(t, 'amountLine', name);
  const columns: Column<Row>[] = [
    {
      name: 'regime',
      title: title('regime'),
      lead: true,
      cell: row => codeLabel(t, 'regime', row.regime as string),
    },
    {
      name: 'amount',
      title: title('amount'),
      align: 'end',
      cell: row =>
        row.amount === null ? (
          <span className="soft">{t('entitlements.amounts.unknown')}</span>
        ) : (
          dong(t, row.amount as number)
        ),
    },
    {
      name: 'amountUnit',
      title: title('amountUnit'),
      cell: row => codeLabel(t, 'amountUnit', row.amountUnit as string),
    },
    {
      name: 'period',
      title: t('entitlements.amounts.period'),
      cell: row => (
        <span className="line-period">
          {period(t, row)}
          {!holds(row, today) && <StateMark tone="neutral">{t('entitlements.amounts.past')}</StateMark>}
        </span>
      ),
    },
    { name: 'citation', title: title('citation'), cell: row => row.citation as string },
    ...(offer
      ? [
          {
            name: 'acts',
            title: t('entitlements.amounts.acts'),
            cell: (row: Row) =>
              row.validTo ? null : (
                <span className="line-acts">
                  <Button kind="quiet" onPress={() => offer({ act: 'amountLine.change', row })}>
                    {t('entitlements.amounts.change')}
                  </Button>
                  <Button kind="quiet" onPress={() => offer({ act: 'amountLine.end', row })}>
                    {t('entitlements.amounts.end')}
                  </Button>
                </span>
              ),
          },
        ]
      : []),
  ];
  if (query.error) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className="stack">
      {offer && (
        <div className="row">
          <Button kind="primary" icon="plus" onPress={() => offer({ act: 'amountLine.add' })}>
            {t('entitlements.amounts.add')}
          </Button>
        </div>
      )}
      {laws.toReversed().map(law => (
        <section key={law} className="stack" aria-labelledby={`law-${law}`}>
          <h2 id={`law-${law}`}>{codeLabel(t, 'law', law)}</h2>
          <Table
            caption={codeLabel(t, 'law', law)}
            columns={columns}
            rows={inOrder(rows.filter(row => row.law === law))}
            keyOf={row => row.id}
            loading={query.isPending}
            empty={<EmptyState icon="book" title={t('entitlements.amounts.none')} />}
            foot={<ExportList record="amountLine" filter={{ law: { is: law } }} />}
          />
        </section>
      ))}
      {query.hasNextPage && <Button onPress={() => void query.fetchNextPage()}>{t('ui.table.more')}</Button>}
    </div>
  );
}

/** The lines of one regime and unit together, the newest first. */
const inOrder = (rows: readonly Row[]): Row[] =>
  rows.toSorted(
    (a, b) =>
      `${a.regime} ${a.amountUnit}`.localeCompare(`${b.regime} ${b.amountUnit}`) ||
      String(b.validFrom).localeCompare(String(a.validFrom)),
  );

function Sources({ offer }: { offer: Offer }) {
  const t = useText();
  const query = useRecords('budgetSource', { limit: 100 });
  const rows = query.data?.pages.flatMap(page => page.rows) ?? [];
  const title = (name: string) => fieldLabel(t, 'budgetSource', name);
  const columns: Column<Row>[] = [
    { name: 'sourceName', title: title('sourceName'), lead: true, cell: row => row.sourceName as string },
    {
      name: 'budgetKind',
      title: title('budgetKind'),
      cell: row => codeLabel(t, 'budgetKind', row.budgetKind as string),
    },
    { name: 'period', title: t('entitlements.amounts.period'), cell: row => period(t, row) },
    ...(offer
      ? [
          {
            name: 'acts',
            title: t('entitlements.amounts.acts'),
            cell: (row: Row) =>
              row.validTo ? null : (
                <Button kind="quiet" onPress={() => offer({ act: 'budgetSource.end', row })}>
                  {t('entitlements.amounts.end')}
                </Button>
              ),
          },
        ]
      : []),
  ];
  if (query.error) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className="stack">
      {offer && (
        <div className="row">
          <Button kind="primary" icon="plus" onPress={() => offer({ act: 'budgetSource.add' })}>
            {t('entitlements.amounts.add_source')}
          </Button>
        </div>
      )}
      <Table
        caption={t('entitlements.amounts.sources')}
        columns={columns}
        rows={rows.toReversed()}
        keyOf={row => row.id}
        loading={query.isPending}
        empty={<EmptyState icon="book" title={t('entitlements.amounts.none_sources')} />}
        foot={<ExportList record="budgetSource" />}
      />
    </div>
  );
}
