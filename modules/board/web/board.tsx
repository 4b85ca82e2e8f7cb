/* The board: what stands where, in numbers, each of which opens the list behind it. Numbers that call for somebody come with a mark and a word, not by colour
 * alone; it says how old it is. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { formatInstant, type Instant } from '../../../kernel/day.ts';
import type { BoardFilter } from '../../../kernel/record/board.ts';
import { api } from '../../../web/datasource.ts';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Icon } from '../../../web/ui/icons.tsx';
import { EmptyState, LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { listHref } from './address.ts';
import './board.css';

interface Cell {
  readonly key: string;
  readonly group: string;
  readonly record: string;
  readonly filter: BoardFilter;
  readonly count: number;
  readonly calls: boolean;
}

export default function Board() {
  const t = useText();
  const { data, error, refetch } = useQuery({
    queryKey: ['board'],
    queryFn: ({ signal }) => api<{ at: Instant; cells: readonly Cell[] }>('board', {}, signal),
    refetchInterval: 60_000,
  });
  const groups = Map.groupBy(data?.cells ?? [], cell => cell.group);
  return (
    <Page title={t('board.title')} lead={t('board.lead')}>
      {error && !data ? (
        <ProblemState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LoadingState rows={6} />
      ) : data.cells.length === 0 ? (
        <EmptyState icon="work" title={t('board.none')} />
      ) : (
        <>
          {[...groups].map(([group, cells]) => (
            <section key={group} aria-labelledby={`board-${group}`}>
              <h2 id={`board-${group}`}>{t(`board.group.${group}`)}</h2>
              <ul className="board">
                {cells.map(cell => (
                  <li key={cell.key}>
                    <Figure cell={cell} />
                  </li>
                ))}
              </ul>
            </section>
          ))}
          <p className="soft small">{t('board.at', { at: formatInstant(data.at, t.lang) })}</p>
        </>
      )}
    </Page>
  );
}

function Figure({ cell }: { cell: Cell }) {
  const t = useText();
  const calls = cell.calls && cell.count > 0;
  return (
    <Link
      href={listHref(cell.record, cell.filter)}
      className="board-cell"
      data-calls={calls ? '' : undefined}
    >
      <span className="board-number">{cell.count.toLocaleString(t.lang === 'vi' ? 'vi-VN' : 'en-GB')}</span>
      <span>{t(`board.cell.${cell.key}`)}</span>
      {calls && (
        <span className="board-call small">
          <Icon name="clock" size={16} /> {t('board.calls')}
        </span>
      )}
    </Link>
  );
}
