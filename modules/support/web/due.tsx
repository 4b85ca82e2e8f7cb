/* What is due in support for our office, each kind in a list of its own, the nearest day first: to do, to ask after, to look at again. Nobody is named; a line opens
 * what it is about. */
import { useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import type { Row } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { usePost, useRecords } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { DueMark, StateMark } from '../../../web/ui/marks.tsx';
import { EmptyState, ProblemState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import { Tabs } from '../../../web/ui/tabs.tsx';
import { ExportList } from '../../exchange/web/export-list.tsx';
import { riskTones } from './how-she-is.tsx';
import { NextDue } from './next-due.tsx';

interface Box {
  readonly id: string;
  readonly record: string;
  readonly filter: (office: string) => Record<string, unknown>;
  readonly by: string;
  readonly href: (row: Row) => string;
}

const boxes: readonly Box[] = [
  {
    id: 'actions',
    record: 'planAction',
    filter: office => ({ toOffice: { is: office }, state: { is: 'open' } }),
    by: 'dueOn',
    href: row => `/plan-actions/${row.id}`,
  },
  {
    id: 'follow_ups',
    record: 'followUp',
    filter: office => ({ toOffice: { is: office }, state: { is: 'planned' } }),
    by: 'dueOn',
    href: row => `/follow-ups/${row.id}`,
  },
  {
    id: 'assessments',
    record: 'assessment',
    filter: office => ({ office: { is: office }, state: { is: 'current' } }),
    by: 'nextDue',
    href: row => `/people/${row.person as string}`,
  },
];

export default function SupportDue(_props: ScreenProps) {
  const t = useText();
  const [open, setOpen] = useState('actions');
  const ours = usePost()?.office ?? '';
  return (
    <Page title={t('support.due.title')} lead={t('support.due.lead')}>
      <Tabs
        label={t('support.due.title')}
        open={open}
        onOpen={setOpen}
        parts={boxes.map(box => ({
          id: box.id,
          title: t(`support.due.${box.id}`),
          content: <List box={box} office={ours} />,
        }))}
      />
    </Page>
  );
}

function List({ box, office }: { box: Box; office: string }) {
  const t = useText();
  const query = useRecords(box.record, {
    filter: box.filter(office),
    sort: { by: box.by, descending: false },
    limit: 25,
  });
  const rows = query.data?.pages.flatMap(page => page.rows) ?? [];
  const title = (name: string) => fieldLabel(t, box.record, name);
  const number: Column<Row> = {
    name: 'fileNumber',
    title: title('fileNumber'),
    lead: true,
    cell: row => <span className="number">{(row.fileNumber as string | null) ?? '—'}</span>,
  };
  const columns: readonly Column<Row>[] = {
    actions: [
      number,
      { name: 'what', title: title('what'), cell: (row: Row) => (row.what as string | undefined) ?? '—' },
      {
        name: 'dueOn',
        title: title('dueOn'),
        cell: (row: Row) => <DueMark due={row.dueOn as Day} state="advisory" />,
      },
      {
        name: 'office',
        title: t('support.action.given_by'),
        cell: (row: Row) => <OfficeName id={row.office as string} short />,
      },
    ],
    follow_ups: [
      number,
      {
        name: 'dueOn',
        title: title('dueOn'),
        cell: (row: Row) => <NextDue due={row.dueOn} rule={row.rule} from={row.plannedFrom} />,
      },
      {
        name: 'office',
        title: t('support.action.given_by'),
        cell: (row: Row) => <OfficeName id={row.office as string} short />,
      },
    ],
    assessments: [
      number,
      {
        name: 'riskLevel',
        title: title('riskLevel'),
        cell: (row: Row) => (
          <StateMark tone={riskTones[row.riskLevel as string] ?? 'neutral'}>
            {codeLabel(t, 'riskLevel', String(row.riskLevel))}
          </StateMark>
        ),
      },
      {
        name: 'nextDue',
        title: title('nextDue'),
        cell: (row: Row) => <NextDue due={row.nextDue} rule={row.rule} from={row.nextFrom} />,
      },
    ],
  }[box.id]!;
  if (query.error) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Table
      caption={t(`support.due.${box.id}`)}
      columns={columns}
      rows={rows}
      keyOf={row => row.id}
      hrefOf={box.href}
      loading={query.isPending}
      empty={<EmptyState icon="check" title={t('support.due.none')} />}
      onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
      loadingMore={query.isFetchingNextPage}
      foot={<ExportList record={box.record} filter={box.filter(office)} />}
    />
  );
}
