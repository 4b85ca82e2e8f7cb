/* Referrals that came to us and those we sent, the newest first. One that nobody has answered shows the day on which silence is noticed. */
import { useState } from 'react';
import { type Day, dayOf, formatDay, type Instant } from '../../../kernel/day.ts';
import type { Row } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { usePost, useRecords } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { SelectInput } from '../../../web/ui/choices.tsx';
import { Badge, StateMark } from '../../../web/ui/marks.tsx';
import { EmptyState, ProblemState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import { Tabs } from '../../../web/ui/tabs.tsx';
import { ExportList } from '../../exchange/web/export-list.tsx';
import { referral } from '../index.ts';
import { referralTones } from './referral.tsx';

export default function Referrals(_props: ScreenProps) {
  const t = useText();
  const [open, setOpen] = useState('in');
  const [state, setState] = useState<string | null>(null);
  const ours = usePost()?.office ?? '';
  const states = referral.fields.state.options.codes ?? [];
  const filter = (side: object) => ({ ...side, ...(state ? { state: { is: state } } : {}) });
  return (
    <Page title={t('referrals.title')} lead={t('referrals.lead')}>
      <SelectInput
        name="state"
        label={fieldLabel(t, 'referral', 'state')}
        none={t('referrals.all_states')}
        value={state}
        onChange={setState}
        options={states.map(code => ({ code, label: codeLabel(t, 'referralState', code) }))}
      />
      <Tabs
        label={t('referrals.title')}
        open={open}
        onOpen={setOpen}
        parts={[
          {
            id: 'in',
            title: t('referrals.in'),
            content: <Box filter={filter({ toOffice: { is: ours } })} other="office" />,
          },
          {
            id: 'out',
            title: t('referrals.out'),
            content: <Box filter={filter({ office: { is: ours } })} other="toOffice" />,
          },
        ]}
      />
    </Page>
  );
}

function Box({ filter, other }: { filter: Record<string, unknown>; other: 'office' | 'toOffice' }) {
  const t = useText();
  const query = useRecords('referral', { filter, sort: { by: 'sentAt', descending: true }, limit: 25 });
  const rows = query.data?.pages.flatMap(page => page.rows) ?? [];
  const title = (name: string) => fieldLabel(t, 'referral', name);
  const columns: Column<Row>[] = [
    {
      name: 'number',
      title: title('number'),
      lead: true,
      cell: row => <span className="number">{row.number as string}</span>,
    },
    {
      name: 'state',
      title: title('state'),
      cell: row => (
        <StateMark tone={referralTones[row.state as string] ?? 'neutral'}>
          {codeLabel(t, 'referralState', row.state as string)}
        </StateMark>
      ),
    },
    {
      name: other,
      title: t(`referrals.${other}`),
      cell: row => <OfficeName id={row[other] as string} short />,
    },
    {
      name: 'referralPurpose',
      title: title('referralPurpose'),
      cell: row => codeLabel(t, 'sharePurpose', row.referralPurpose as string),
    },
    { name: 'sentAt', title: title('sentAt'), cell: row => formatDay(dayOf(row.sentAt as Instant), t.lang) },
    {
      name: 'remindOn',
      title: title('remindOn'),
      cell: row =>
        row.state === 'sent' && row.remindOn ? (
          <span className="row">
            {formatDay(row.remindOn as Day, t.lang)} <Badge>{t('rule.clock.advisory')}</Badge>
          </span>
        ) : (
          '—'
        ),
    },
  ];
  if (query.error) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Table
      caption={t(other === 'office' ? 'referrals.in' : 'referrals.out')}
      columns={columns}
      rows={rows}
      keyOf={row => row.id}
      hrefOf={row => `/referrals/${row.id}`}
      loading={query.isPending}
      empty={<EmptyState icon="right" title={t('referrals.none')} />}
      onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
      loadingMore={query.isFetchingNextPage}
      foot={<ExportList record="referral" filter={filter} />}
    />
  );
}
