/*
 * A dense table that becomes a list of cards on a narrow screen. It stays one <table> in both shapes; the roles are written out because a browser
 * forgets what a table is once CSS lays it out as blocks.
 */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useText } from '../text.ts';
import { Button } from './button.tsx';
import { LoadingState } from './states.tsx';

export interface Column<R> {
  name: string;
  title: string;
  cell: (row: R) => ReactNode;
  sortable?: boolean;
  align?: 'end';
  /** The column that names the row: a link where `hrefOf` is given, the headline of the card. */
  lead?: boolean;
  /** Left out on cards. */
  wideOnly?: boolean;
}
export interface Sort {
  by: string;
  descending: boolean;
}
export interface TableProps<R> {
  /** What the table holds; read to screen readers, seen with `showCaption`. */
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<R>[];
  rows: readonly R[];
  keyOf: (row: R) => string;
  hrefOf?: (row: R) => string;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  /** Shown instead of an empty table. */
  empty?: ReactNode;
  loading?: boolean;
  /** Given while there is another page. */
  onMore?: () => void;
  loadingMore?: boolean;
  total?: number;
  /** What can be done with the whole list, at its foot. */
  foot?: ReactNode;
}

export function Table<R>(props: TableProps<R>) {
  const { caption, showCaption, columns, rows, keyOf, loading, empty, onMore, loadingMore, total, foot } =
    props;
  const t = useText();
  if (loading && rows.length === 0) return <LoadingState rows={6} />;
  if (rows.length === 0 && empty) return empty;
  return (
    <div className="table-frame" aria-busy={loading || undefined}>
      {/* biome-ignore-start lint/a11y/noRedundantRoles: block layout on narrow screens takes the native roles away */}
      <table className="table" role="table">
        <caption className={showCaption ? 'table-caption' : 'unseen'}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(column => (
              <Head key={column.name} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(row => (
            <tr role="row" key={keyOf(row)} data-opens={props.hrefOf ? '' : undefined}>
              {columns.map(column => (
                <Cell key={column.name} column={column} row={row} href={props.hrefOf?.(row)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: as above */}
      {(onMore || total !== undefined || foot) && (
        <footer className="table-foot">
          <span className="soft">{t('ui.table.shown', { shown: rows.length, total: total ?? -1 })}</span>
          {onMore && (
            <Button isPending={loadingMore} onPress={onMore}>
              {t('ui.table.more')}
            </Button>
          )}
          {foot}
        </footer>
      )}
    </div>
  );
}

function Head<R>({
  column,
  sort,
  onSort,
}: {
  column: Column<R>;
  sort?: Sort;
  onSort?: (sort: Sort) => void;
}) {
  const isSorted = sort?.by === column.name;
  const order = isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined;
  const classes = [column.align === 'end' && 'end', column.wideOnly && 'wide-only'].filter(Boolean).join(' ');
  return (
    // biome-ignore lint/a11y/noRedundantRoles: block layout takes the native role away
    <th role="columnheader" scope="col" className={classes || undefined} aria-sort={order}>
      {column.sortable && onSort ? (
        <button
          type="button"
          className="sort"
          data-order={order}
          onClick={() => onSort({ by: column.name, descending: isSorted ? !sort.descending : false })}
        >
          {column.title}
          <svg viewBox="0 0 10 14" width="9" height="13" aria-hidden="true">
            <path className="sort-up" d="M5 0 9 5.5H1Z" />
            <path className="sort-down" d="M5 14 1 8.5h8Z" />
          </svg>
        </button>
      ) : (
        column.title
      )}
    </th>
  );
}

function Cell<R>({ column, row, href }: { column: Column<R>; row: R; href?: string }) {
  const content = column.cell(row);
  const classes = [
    column.align === 'end' && 'end',
    column.lead && 'lead-cell',
    column.wideOnly && 'wide-only',
  ].filter(Boolean);
  return (
    // biome-ignore lint/a11y/noRedundantRoles: block layout takes the native role away
    <td role="cell" data-label={column.title} className={classes.join(' ') || undefined}>
      {column.lead && href ? (
        <Link href={href} className="row-link">
          {content}
        </Link>
      ) : (
        <span>{content}</span>
      )}
    </td>
  );
}
