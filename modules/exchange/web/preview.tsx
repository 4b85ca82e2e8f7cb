/* What each row would become before anything is written: the file it opens or why it is refused, and who may be known already. */
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { formatDay, type PartialDay } from '../../../kernel/day.ts';
import { codeLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { subjectHref } from '../../../web/routes.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { ProblemState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import { reasonWords } from '../../people/web/reason-words.ts';
import { type PreviewRow, preview } from './asked.ts';
import { outcomeTone, whyWords } from './words.ts';

export function Preview({ id, onBack, start }: { id: string; onBack: () => void; start: ReactNode }) {
  const t = useText();
  const pages = useInfiniteQuery({
    queryKey: ['import', id, 'preview'],
    queryFn: ({ pageParam, signal }) => preview(id, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: page =>
      page.from + page.rows.length < page.total && page.rows.length > 0 ? page.from + page.rows.length : null,
    staleTime: 0,
    gcTime: 0,
  });
  const rows = pages.data?.pages.flatMap(page => page.rows) ?? [];
  const total = pages.data?.pages[0]?.total ?? 0;
  const columns: Column<PreviewRow>[] = [
    {
      name: 'line',
      title: t('exchange.preview.line'),
      align: 'end',
      cell: row => <span className="number">{row.line}</span>,
    },
    { name: 'who', title: t('exchange.preview.who'), lead: true, cell: row => <Who row={row} /> },
    {
      name: 'outcome',
      title: t('exchange.preview.outcome'),
      cell: row => (
        <StateMark tone={outcomeTone[row.outcome]}>{t(`exchange.becomes.${row.outcome}`)}</StateMark>
      ),
    },
    { name: 'parts', title: t('exchange.preview.parts'), cell: row => <Parts row={row} /> },
    { name: 'why', title: t('exchange.preview.why'), cell: row => <Why row={row} /> },
  ];
  if (pages.error) return <ProblemState error={pages.error} onRetry={() => void pages.refetch()} />;
  return (
    <section className="stack" aria-labelledby="preview">
      <h2 id="preview">{t('exchange.preview.title', { shown: rows.length, total })}</h2>
      <p className="soft">{t('exchange.preview.hint')}</p>
      <Table
        caption={t('exchange.preview.title', { shown: rows.length, total })}
        columns={columns}
        rows={rows}
        keyOf={row => String(row.line)}
        loading={pages.isPending}
        {...(pages.hasNextPage
          ? { onMore: () => void pages.fetchNextPage(), loadingMore: pages.isFetchingNextPage }
          : {})}
        total={total}
      />
      <div className="row">
        <Button icon="left" onPress={onBack}>
          {t('exchange.back')}
        </Button>
        {start}
      </div>
    </section>
  );
}

function Who({ row }: { row: PreviewRow }) {
  const t = useText();
  if (!row.becomes) return <span className="soft">—</span>;
  const { fullName, otherNames, born, sex } = row.becomes;
  return (
    <>
      <b>{fullName ?? otherNames[0] ?? <span className="soft">{t('exchange.preview.unnamed')}</span>}</b>
      <span className="soft small block">
        {[born && formatDay(born as PartialDay, t.lang), sex && codeLabel(t, 'sex', sex)]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </>
  );
}

function Parts({ row }: { row: PreviewRow }) {
  const t = useText();
  if (!row.becomes || row.outcome === 'already' || row.outcome === 'refused') return null;
  const { parts, sealed, kept } = row.becomes;
  const words = [
    ...parts.map(part => t(`record.${part}`)),
    ...(sealed.length > 0 ? [t('exchange.preview.sealed', { count: sealed.length })] : []),
    ...(kept ? [t('exchange.preview.kept')] : []),
  ];
  return <span className="small">{words.join(', ')}</span>;
}

function Why({ row }: { row: PreviewRow }) {
  const t = useText();
  if (row.outcome === 'already') return <span className="number">{row.number}</span>;
  const [alike] = row.alike;
  return (
    <span className="small">
      {row.outcome === 'refused' && (whyWords(t, row.fields) || (row.code && t(`problem.${row.code}`)))}
      {alike && (
        <span className="block">
          {alike.ours ? (
            <Link href={subjectHref({ record: 'person', id: alike.person })}>
              {t('exchange.double.ours')}
            </Link>
          ) : (
            <>
              {t('exchange.double.other')} <OfficeName id={alike.office} short />
            </>
          )}
          {': '}
          {reasonWords(alike.reasons, t.lang)}
        </span>
      )}
      {row.outcome !== 'refused' && row.alikeLines.length > 0 && (
        <span className="block">{t('exchange.double.lines', { lines: row.alikeLines.join(', ') })}</span>
      )}
      {row.notes.map(note => (
        <span className="block soft" key={`${note.field} ${note.code}`}>
          {note.field}: {t(`reason.import_${note.code}`)}
        </span>
      ))}
    </span>
  );
}
