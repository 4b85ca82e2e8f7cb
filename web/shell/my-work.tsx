/*
 * The first screen: what waits for me, due first. Law and good practice are kept apart: advice stands in a heap of its own and is never called overdue.
 */
import { Link } from 'wouter';
import type { Instant } from '../../kernel/day.ts';
import { dayOf, formatDay } from '../../kernel/day.ts';
import { useNow } from '../clock.ts';
import type { WorkItem } from '../datasource.ts';
import { useWork } from '../queries.ts';
import { subjectHref } from '../routes.tsx';
import { useText } from '../text.ts';
import { type Due, type Heap, heapOf } from '../ui/due.ts';
import { DueMark } from '../ui/marks.tsx';
import { EmptyState, LoadingState, ProblemState } from '../ui/states.tsx';
import { Page } from './page.tsx';

const heaps: readonly Heap[] = ['overdue', 'today', 'week', 'later', 'advisory'];

export default function MyWork() {
  const t = useText();
  const now = useNow();
  const { data: items, error, refetch } = useWork();
  const title = t('shell.work.title');
  if (!items)
    return (
      <Page title={title} lead={t('shell.work.lead', { day: formatDay(dayOf(now), t.lang) })}>
        {error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <LoadingState rows={8} />}
      </Page>
    );
  return (
    <Page title={title} lead={t('shell.work.lead', { day: formatDay(dayOf(now), t.lang) })}>
      {items.length === 0 && (
        <EmptyState icon="check" title={t('shell.work.empty')}>
          {t('shell.work.empty_text')}
        </EmptyState>
      )}
      {heaps.map(heap => (
        <HeapOfWork key={heap} heap={heap} items={inOrder(items, heap, now)} />
      ))}
    </Page>
  );
}

function inOrder(items: readonly WorkItem[], heap: Heap, now: Instant): WorkItem[] {
  return items
    .filter(item => heapOf(item, now) === heap)
    .sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9') || a.since.localeCompare(b.since));
}

function HeapOfWork({ heap, items }: { heap: Heap; items: readonly WorkItem[] }) {
  const t = useText();
  if (items.length === 0) return null;
  return (
    <section className="heap" data-heap={heap} aria-labelledby={`heap-${heap}`}>
      <h2 id={`heap-${heap}`} className="heap-title">
        {t(`shell.work.heap.${heap}`)}
        <span className="count">{items.length}</span>
      </h2>
      {heap === 'advisory' && <p className="soft small">{t('shell.work.advisory_text')}</p>}
      <ul className="work-list">
        {items.map(item => (
          <Item key={`${item.kind} ${item.id}`} item={item} />
        ))}
      </ul>
    </section>
  );
}

function Item({ item }: { item: WorkItem }) {
  const t = useText();
  const key = `work.${item.kind}`;
  const what = t.has(key) ? t(key) : item.kind;
  return (
    <li className="work-item">
      <div className="work-words">
        <Link href={subjectHref(item)} className="work-link">
          <b>{what}</b>
          <span>{item.caption}</span>
        </Link>
        <p className="work-facts soft small">
          <span>{item.office}</span>
          <span>{t('shell.work.since', { day: formatDay(dayOf(item.since), t.lang) })}</span>
          {item.article && <span>{item.article}</span>}
        </p>
      </div>
      {item.due && (
        <DueMark
          due={item.due as Due}
          state={item.state === 'advisory' ? 'advisory' : 'running'}
          reason={{ title: what, article: item.article, steps: item.reasons ?? [] }}
        />
      )}
    </li>
  );
}
