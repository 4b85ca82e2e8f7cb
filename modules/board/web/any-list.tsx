/* The rows behind a number, of whatever record: the fields that lists show, filtered as the address says, sorted where an index stands behind the field, and
 * to be taken out as a spreadsheet. Each row opens the record's own page, or the file it belongs to. */
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { formatDay } from '../../../kernel/day.ts';
import type { BoardFilter } from '../../../kernel/record/board.ts';
import type { RecordDeclaration } from '../../../kernel/record/record.ts';
import { Refusal, type Row } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { useRecords } from '../../../web/queries.ts';
import { routes, type ScreenProps, subjectHref } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { type Translate, useText } from '../../../web/text.ts';
import { FieldCell } from '../../../web/ui/cells.tsx';
import { Badge } from '../../../web/ui/marks.tsx';
import { EmptyState, ProblemState, RefusedState } from '../../../web/ui/states.tsx';
import { type Column, type Sort, Table } from '../../../web/ui/table.tsx';
import { ExportList } from '../../exchange/web/export-list.tsx';
import { records } from '../../index.ts';
import { filterOf } from './address.ts';

export default function AnyList({ params }: ScreenProps) {
  const t = useText();
  const record = records.find(one => one.name === params.record);
  if (!record)
    return (
      <Page title={t('board.list')}>
        <RefusedState />
      </Page>
    );
  return <Rows key={record.name} record={record} />;
}

function Rows({ record }: { record: RecordDeclaration }) {
  const t = useText();
  const [asked] = useSearchParams();
  const filter = filterOf(asked);
  const [sort, setSort] = useState<Sort | undefined>();
  const list = useRecords(record.name, {
    filter: filter as Record<string, unknown>,
    limit: 25,
    brief: true,
    ...(sort ? { sort } : {}),
  });
  const rows = list.data?.pages.flatMap(page => page.rows) ?? [];
  const refused = list.error instanceof Refusal && [403, 404].includes(list.error.status);
  return (
    <Page
      title={t(`record.${record.name}`)}
      lead={<Narrowed record={record} filter={filter} />}
      actions={rows.length > 0 && <ExportList record={record.name} filter={filter} />}
    >
      {list.error && !list.data ? (
        refused ? (
          <RefusedState />
        ) : (
          <ProblemState error={list.error} onRetry={() => void list.refetch()} />
        )
      ) : (
        <Table
          caption={t(`record.${record.name}`)}
          columns={columnsOf(t, record)}
          rows={rows}
          keyOf={row => row.id}
          hrefOf={row => hrefOf(record, row)}
          sort={sort}
          onSort={setSort}
          loading={list.isPending || list.isPlaceholderData}
          onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
          loadingMore={list.isFetchingNextPage}
          empty={<EmptyState icon="search" title={t('board.list_none')} />}
        />
      )}
    </Page>
  );
}

/** The record's own page where there is one; else the file it is part of. */
function hrefOf(record: RecordDeclaration, row: Row): string {
  const own = routes.some(route => route.record === record.name);
  if (!own && typeof row.person === 'string') return subjectHref({ record: 'person', id: row.person });
  return subjectHref({ record: record.name, id: row.id });
}

/** What the list is narrowed to, in words. */
function Narrowed({ record, filter }: { record: RecordDeclaration; filter: BoardFilter }) {
  const t = useText();
  const word = (field: string, value: unknown): string => {
    const { kind, options } = record.fields[field] ?? {};
    if (kind?.name === 'choice') return codeLabel(t, options?.labels, String(value));
    if (/^\d{4}-\d{2}-\d{2}/.test(String(value)))
      return formatDay(String(value).slice(0, 10) as never, t.lang);
    return String(value);
  };
  const parts = Object.entries(filter).flatMap(([field, tests]) =>
    Object.entries(tests).map(([operator, value]) => ({
      key: `${field}.${operator}`,
      text:
        value === 'ours'
          ? t('board.narrowed.ours', { field: fieldLabel(t, record.name, field) })
          : t(`board.narrowed.${operator}`, {
              field: fieldLabel(t, record.name, field),
              value: [value]
                .flat()
                .map(one => word(field, one))
                .join(', '),
            }),
    })),
  );
  if (parts.length === 0) return <>{t('board.list_all')}</>;
  return (
    <span className="row">
      {parts.map(part => (
        <Badge key={part.key}>{part.text}</Badge>
      ))}
    </span>
  );
}

function columnsOf(t: Translate, record: RecordDeclaration): Column<Row>[] {
  // A reference to another row says nothing in a cell; the row's own page follows it.
  const shown = Object.entries(record.fields).filter(
    ([, field]) => field.listed && field.tier !== 'sealed' && field.kind.name !== 'record',
  );
  const columns = shown.map(
    ([name, field]): Column<Row> => ({
      name,
      title: fieldLabel(t, record.name, name),
      sortable: field.sorted && record.held,
      cell: row => <FieldCell record={record} row={row} name={name} />,
    }),
  );
  const number: Column<Row>[] = record.numbered
    ? [
        {
          name: 'number',
          title: fieldLabel(t, 'any', 'number'),
          cell: row => <span className="number">{String(row.number ?? '')}</span>,
        },
      ]
    : [];
  const held: Column<Row>[] = record.held
    ? [
        {
          name: 'office',
          title: fieldLabel(t, 'any', 'office'),
          cell: row => <OfficeName id={row.office as string} short />,
        },
      ]
    : [];
  const [lead, ...rest] = [...number, ...columns, ...held];
  return lead ? [{ ...lead, lead: true }, ...rest] : [];
}
