/* Improvements as a list: what has to be done, by whom, until when, and how far it is. */
import { type Day, dayOf, formatDay } from '../../../kernel/day.ts';
import { readClock } from '../../../web/clock.ts';
import type { Row } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { useRecord, useRecords } from '../../../web/queries.ts';
import { useText } from '../../../web/text.ts';
import { Badge, StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { EmptyState, ProblemState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import { ExportList } from '../../exchange/web/export-list.tsx';

const tones: Readonly<Record<string, Tone>> = { open: 'active', done: 'warn', verified: 'good' };

export function ImprovementState({ row }: { row: Row }) {
  const t = useText();
  const late = row.state === 'open' && (row.dueOn as Day) < dayOf(readClock());
  return (
    <span className="row row-tight">
      <StateMark tone={late ? 'bad' : (tones[row.state as string] ?? 'neutral')}>
        {codeLabel(t, 'improvementState', row.state as string)}
      </StateMark>
      {late && <Badge tone="bad">{t('facilities.improvements.late')}</Badge>}
    </span>
  );
}

export function FacilityName({ id }: { id: string }) {
  const t = useText();
  const { data } = useRecord('facility', id);
  if (!data) return <span className="name-of">…</span>;
  return (
    <span className="name-of">{(t.lang === 'en' && (data.nameEn as string)) || (data.name as string)}</span>
  );
}

export function ImprovementTable({
  filter,
  withFacility,
}: {
  filter: Readonly<Record<string, unknown>>;
  withFacility: boolean;
}) {
  const t = useText();
  const query = useRecords('improvement', { filter, sort: { by: 'dueOn' }, limit: 25 });
  const rows = query.data?.pages.flatMap(page => page.rows) ?? [];
  const label = (name: string) => fieldLabel(t, 'improvement', name);
  const facilityColumn: Column<Row> = {
    name: 'facility',
    title: label('facility'),
    cell: row => <FacilityName id={row.facility as string} />,
  };
  const columns: Column<Row>[] = [
    { name: 'measure', title: label('measure'), lead: true, cell: row => row.measure as string },
    ...(withFacility ? [facilityColumn] : []),
    { name: 'owner', title: label('owner'), cell: row => <OfficeName id={row.owner as string} short /> },
    { name: 'dueOn', title: label('dueOn'), cell: row => formatDay(row.dueOn as Day, t.lang) },
    { name: 'state', title: label('state'), cell: row => <ImprovementState row={row} /> },
  ];
  if (query.error) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Table
      caption={t('facilities.improvements.title')}
      columns={columns}
      rows={rows}
      keyOf={row => row.id}
      hrefOf={row => `/improvements/${row.id}`}
      loading={query.isPending}
      empty={<EmptyState icon="check" title={t('facilities.improvements.none')} />}
      onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
      loadingMore={query.isFetchingNextPage}
      foot={<ExportList record="improvement" filter={filter} />}
    />
  );
}
