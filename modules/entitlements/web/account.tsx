/* The statement of account of one person, to be printed and signed: what was decided, what was paid or handed over, from which source, on which receipt. A payment that was
 * taken back stays in sight, with the line that took it back. */
import { type Day, formatDay } from '../../../kernel/day.ts';
import type { Row } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { useRecords } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { EmptyState, RefusedState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import { ExportList } from '../../exchange/web/export-list.tsx';
import { type PartRow, type Path, part } from '../../people/web/path-data.ts';
import { OfPerson, PersonLine } from '../../people/web/path-words.tsx';
import { leftOf } from './decision.tsx';
import { useSupports } from './path-facts.ts';
import { dong } from './regimes.tsx';
import './entitlements.css';

export default function Account({ params }: ScreenProps) {
  return <OfPerson id={params.id ?? ''}>{path => <Statement path={path} />}</OfPerson>;
}

function Statement({ path }: { path: Path }) {
  const t = useText();
  const supports = useSupports();
  if (!supports)
    return (
      <Page title={t('entitlements.account.title')}>
        <PersonLine path={path} />
        <RefusedState>{t('entitlements.application.not_shown')}</RefusedState>
      </Page>
    );
  const decisions = part(path, 'supportDecision');
  const payments = part(path, 'payment').toSorted((a, b) => String(a.paidOn).localeCompare(String(b.paidOn)));
  return (
    <Page
      title={t('entitlements.account.title')}
      lead={t('entitlements.account.lead', { day: formatDay(path.today, t.lang) })}
      actions={
        <Button icon="print" onPress={() => window.print()}>
          {t('entitlements.account.print')}
        </Button>
      }
    >
      <PersonLine path={path} />
      <section className="stack" aria-labelledby="granted">
        <h2 id="granted">{t('entitlements.account.decided')}</h2>
        <Decided rows={decisions} />
      </section>
      <section className="stack" aria-labelledby="received">
        <h2 id="received">{t('entitlements.account.received')}</h2>
        <Received rows={payments} />
      </section>
      <div className="signatures">
        <p>{t('entitlements.account.receiver')}</p>
        <p>{t('entitlements.account.maker')}</p>
      </div>
    </Page>
  );
}

function Decided({ rows }: { rows: readonly PartRow[] }) {
  const t = useText();
  const title = (name: string) => fieldLabel(t, 'supportDecision', name);
  const columns: Column<PartRow>[] = [
    {
      name: 'regime',
      title: title('regime'),
      lead: true,
      cell: row => codeLabel(t, 'regime', row.regime as string),
    },
    {
      name: 'decisionOutcome',
      title: title('decisionOutcome'),
      cell: row => codeLabel(t, 'decisionOutcome', row.decisionOutcome as string),
    },
    {
      name: 'decidedOn',
      title: title('decidedOn'),
      cell: row => (
        <>
          {formatDay(row.decidedOn as Day, t.lang)}
          {row.decisionNumber ? <span className="small"> · {row.decisionNumber as string}</span> : null}
        </>
      ),
    },
    {
      name: 'decidedBy',
      title: title('decidedBy'),
      cell: row => <OfficeName id={row.decidedBy as string} short />,
    },
    {
      name: 'amount',
      title: title('amount'),
      align: 'end',
      cell: row =>
        row.amount === null ? ((row.inKind as string | null) ?? '—') : dong(t, row.amount as number),
    },
    { name: 'paid', title: title('paid'), align: 'end', cell: row => dong(t, row.paid as number) },
    {
      name: 'left',
      title: t('entitlements.account.left'),
      align: 'end',
      cell: row => {
        const left = leftOf(row);
        return left === null ? '—' : dong(t, left);
      },
    },
  ];
  return (
    <Table
      caption={t('entitlements.account.decided')}
      columns={columns}
      rows={rows}
      keyOf={row => row.id}
      empty={<EmptyState icon="file" title={t('entitlements.account.none_decided')} />}
      foot={<ExportList record="supportDecision" ids={rows.map(row => row.id)} />}
    />
  );
}

/** The names of the budget sources, which everybody may read. */
export function useSources(): { rows: readonly Row[]; nameOf: (id: unknown) => string } {
  const { data } = useRecords('budgetSource', { limit: 100 });
  const rows = data?.pages.flatMap(page => page.rows) ?? [];
  return {
    rows,
    nameOf: id => (rows.find(row => row.id === id)?.sourceName as string | undefined) ?? '…',
  };
}

function Received({ rows }: { rows: readonly PartRow[] }) {
  const t = useText();
  const { nameOf } = useSources();
  const title = (name: string) => fieldLabel(t, 'payment', name);
  const signed = (row: PartRow) => (row.reverses ? -1 : 1) * ((row.amount as number | null) ?? 0);
  const sumOf = (paid: readonly PartRow[]) => paid.reduce((sum, row) => sum + signed(row), 0);
  const columns: Column<PartRow>[] = [
    {
      name: 'number',
      title: fieldLabel(t, 'payment', 'number'),
      lead: true,
      cell: row => <span className="number">{row.number as string}</span>,
    },
    { name: 'paidOn', title: title('paidOn'), cell: row => formatDay(row.paidOn as Day, t.lang) },
    { name: 'regime', title: title('regime'), cell: row => codeLabel(t, 'regime', row.regime as string) },
    {
      name: 'what',
      title: t('entitlements.account.what'),
      cell: row =>
        row.reverses
          ? t('entitlements.reverse.was', { reason: row.reason as string })
          : ((row.inKind as string | null) ?? codeLabel(t, 'paymentForm', row.paymentForm as string)),
    },
    { name: 'budgetSource', title: title('budgetSource'), cell: row => nameOf(row.budgetSource) },
    { name: 'receiptNumber', title: title('receiptNumber'), cell: row => row.receiptNumber as string },
    {
      name: 'signedBy',
      title: title('signedBy'),
      cell: row => codeLabel(t, 'signedBy', row.signedBy as string),
    },
    {
      name: 'amount',
      title: title('amount'),
      align: 'end',
      cell: row => (row.amount === null ? '—' : dong(t, signed(row))),
    },
  ];
  return (
    <>
      <Table
        caption={t('entitlements.account.received')}
        columns={columns}
        rows={rows}
        keyOf={row => row.id}
        empty={<EmptyState icon="file" title={t('entitlements.account.none_received')} />}
        foot={<ExportList record="payment" ids={rows.map(row => row.id)} />}
      />
      {[...Map.groupBy(rows, row => row.budgetSource)].map(([source, paid]) => (
        <p key={String(source)} className="account-sum">
          {t('entitlements.account.of_source', { source: nameOf(source) })} <b>{dong(t, sumOf(paid))}</b>
        </p>
      ))}
      {rows.length > 0 && (
        <p className="account-sum">
          {t('entitlements.account.sum')} <b>{dong(t, sumOf(rows))}</b>
        </p>
      )}
    </>
  );
}
