/* Rescue operations that our office leads, or is named in as a partner. Nobody else has this list, and nothing of it is in a notice. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import { formatInstant, type Instant } from '../../../kernel/day.ts';
import type { Row } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName, OfficerName } from '../../../web/names.tsx';
import { usePost, useRecords } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Do } from '../../../web/shell/do-dialog.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Badge, StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { EmptyState, ProblemState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import { ExportList } from '../../exchange/web/export-list.tsx';
import { rescueOperation } from '../record.ts';

export const rescueTones: Readonly<Record<string, Tone>> = {
  planned: 'active',
  running: 'warn',
  ended: 'active',
  reviewed: 'good',
  called_off: 'neutral',
};
const leading = ['border_officer', 'police_officer', 'investigator'];
export const operationFields = [
  'startsAt',
  'endsAt',
  'leader',
  'expected',
  'place',
  'placeNote',
  'partners',
  'aim',
] as const;

export default function Rescues(_props: ScreenProps) {
  const t = useText();
  const [planning, plan] = useState(false);
  const post = usePost();
  const query = useRecords('rescueOperation', { sort: { by: 'startsAt', descending: true }, limit: 25 });
  const title = (name: string) => fieldLabel(t, 'rescueOperation', name);
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
        <StateMark tone={rescueTones[row.state as string] ?? 'neutral'}>
          {codeLabel(t, 'rescueState', row.state as string)}
        </StateMark>
      ),
    },
    {
      name: 'startsAt',
      title: title('startsAt'),
      cell: row => formatInstant(row.startsAt as Instant, t.lang),
    },
    {
      name: 'office',
      title: t('reception.rescues.leads'),
      cell: row =>
        row.office === post?.office ? (
          <Badge>{t('reception.rescues.ours')}</Badge>
        ) : (
          <OfficeName id={row.office as string} short />
        ),
    },
    { name: 'leader', title: title('leader'), cell: row => <OfficerName id={row.leader as string} /> },
    {
      name: 'expected',
      title: title('expected'),
      align: 'end',
      cell: row => (row.expected as number | null) ?? '—',
    },
  ];
  return (
    <Page
      title={t('reception.rescues.title')}
      lead={t('reception.rescues.lead')}
      actions={
        post &&
        leading.includes(post.role) && (
          <Button kind="primary" icon="plus" onPress={() => plan(true)}>
            {t('reception.rescues.new')}
          </Button>
        )
      }
    >
      {query.error ? (
        <ProblemState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Table
          caption={t('reception.rescues.title')}
          columns={columns}
          rows={query.data?.pages.flatMap(page => page.rows) ?? []}
          keyOf={row => row.id}
          hrefOf={row => `/rescues/${row.id}`}
          loading={query.isPending}
          empty={
            <EmptyState icon="shield" title={t('reception.rescues.none')}>
              {t('reception.rescues.none_text')}
            </EmptyState>
          }
          onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
          loadingMore={query.isFetchingNextPage}
          foot={<ExportList record="rescueOperation" />}
        />
      )}
      {planning && <OperationDialog onClose={() => plan(false)} />}
    </Page>
  );
}

/** Planning an operation, or changing what was planned; the exact place is typed again only to replace it. */
export function OperationDialog({ row, onClose }: { row?: Row; onClose: () => void }) {
  const t = useText();
  const [, go] = useLocation();
  const act = row ? 'rescueOperation.change' : 'rescueOperation.plan';
  const open = row ? operationFields.filter(name => name !== 'placeNote') : [];
  return (
    <Do
      act={act}
      record={rescueOperation}
      names={operationFields}
      subject={row && { record: 'rescueOperation', id: row.id }}
      begin={Object.fromEntries(open.map(name => [name, row?.[name] ?? null]))}
      title={t(`reception.do.${act}`)}
      lead={t('reception.rescues.who_sees')}
      onClose={onClose}
      onDone={outcome => !row && go(`/rescues/${outcome.subject.id}`)}
    >
      {() => row && <p className="soft">{t('reception.plan.sealed_stays')}</p>}
    </Do>
  );
}
