/*
 * The first screen: what waits for me, due first. Law and good practice are kept apart by their words: advice stands at its day, and is never called overdue.
 * What has no day begins with what I left unfinished.
 */
import { lazy, Suspense, useState } from 'react';
import { Link } from 'wouter';
import { dayOf, formatDay, type Instant } from '../../kernel/day.ts';
import { isBinding, type Parameter, parameterById } from '../../kernel/rule/parameter.ts';
import type { Reason } from '../../kernel/rule/reason.ts';
import { useNow } from '../clock.ts';
import type { Work, WorkItem } from '../datasource.ts';
import { OfficeName } from '../names.tsx';
import { usePost, useWork } from '../queries.ts';
import { subjectHref } from '../routes.tsx';
import { useRules } from '../rules.ts';
import { currentText, loadTexts, type Translate, useText } from '../text.ts';
import { Button } from '../ui/button.tsx';
import { type Heap, heapOf } from '../ui/due.ts';
import { DueMark } from '../ui/marks.tsx';
import { EmptyState, LoadingState, ProblemState } from '../ui/states.tsx';
import { Page } from './page.tsx';
import { hasHome } from './roles.ts';
import { TakeList } from './take-list.tsx';

/** Its words are among those of the modules, for which the first screen of others does not wait. */
const RoleHome = lazy(async () => {
  const [home] = await Promise.all([import('./role-home.tsx'), loadTexts(currentText().lang, 'rest')]);
  return home;
});

/** Of a heap, before all of it is asked for: nobody reads further at once, and a slow tablet need not draw hundreds. */
const mostAtFirst = 30;
const heaps: readonly Heap[] = ['overdue', 'today', 'advisory', 'week', 'later', 'undated'];

interface Piece {
  readonly item: WorkItem;
  /** The line of law or practice that set the date, once the rules are here. */
  readonly rule: Parameter | undefined;
  /** How the rule reached the date. */
  readonly steps: readonly Reason[];
  readonly isAdvice: boolean;
  readonly heap: Heap;
}

export default function MyWork() {
  const t = useText();
  const now = useNow();
  const { data: work, error, refetch } = useWork();
  const pieces = usePieces(work, now);
  const role = usePost()?.role ?? '';
  return (
    <Page title={t('shell.work.title')} lead={t('shell.work.lead', { day: formatDay(dayOf(now), t.lang) })}>
      {error ? (
        <ProblemState error={error} onRetry={() => void refetch()} />
      ) : !work ? (
        <LoadingState rows={8} />
      ) : pieces.length === 0 && hasHome(role) ? null : pieces.length === 0 ? (
        <EmptyState icon="check" title={t('shell.work.empty')}>
          {t('shell.work.empty_text')}
        </EmptyState>
      ) : (
        <>
          {heaps.map(heap => (
            <HeapOfWork key={heap} heap={heap} pieces={pieces.filter(piece => piece.heap === heap)} />
          ))}
          <TakeList list="work" names />
        </>
      )}
      {hasHome(role) && (
        <Suspense fallback={<LoadingState rows={4} />}>
          <RoleHome role={role} />
        </Suspense>
      )}
    </Page>
  );
}

const none: Work = { items: [], terms: [] };

function usePieces({ items, terms }: Work = none, now: Instant): Piece[] {
  const { data: rules } = useRules();
  return items
    .map(item => {
      const rule = rules && parameterById(rules.parameters, item.rule);
      const isAdvice = item.state === 'advisory' || (rule !== undefined && !isBinding(rule));
      return {
        item,
        rule,
        steps: item.term === null ? [] : (terms[item.term]?.reasons ?? []),
        isAdvice,
        heap: heapOf({ due: item.due, state: isAdvice ? 'advisory' : 'binding' }, now),
      };
    })
    .sort(
      (a, b) =>
        (a.item.due ?? '9').localeCompare(b.item.due ?? '9') ||
        (a.item.due === null ? begunFirst(a.item, b.item) : a.item.since.localeCompare(b.item.since)),
    );
}

/** What I began and did not finish, then the newest. */
function begunFirst(a: WorkItem, b: WorkItem): number {
  const begun = (item: WorkItem) => (item.kind.endsWith('_to_finish') ? 0 : 1);
  return begun(a) - begun(b) || b.since.localeCompare(a.since);
}

function HeapOfWork({ heap, pieces }: { heap: Heap; pieces: readonly Piece[] }) {
  const t = useText();
  const [isWhole, setWhole] = useState(false);
  if (pieces.length === 0) return null;
  const shown = isWhole ? pieces : pieces.slice(0, mostAtFirst);
  return (
    <section className="heap" data-heap={heap} aria-labelledby={`heap-${heap}`}>
      <h2 id={`heap-${heap}`} className="heap-title">
        {t(`shell.work.heap.${heap}`)}
        <span className="count">{pieces.length}</span>
      </h2>
      {heap === 'advisory' && <p className="soft small">{t('shell.work.advisory_text')}</p>}
      <ul className="work-list">
        {shown.map(piece => (
          <PieceOfWork key={`${piece.item.kind} ${piece.item.id}`} piece={piece} />
        ))}
      </ul>
      {shown.length < pieces.length && (
        <Button onPress={() => setWhole(true)}>{t('shell.work.show_all', { count: pieces.length })}</Button>
      )}
    </section>
  );
}

function PieceOfWork({ piece: { item, rule, steps, isAdvice } }: { piece: Piece }) {
  const t = useText();
  const key = `shell.work.kind.${item.kind}`;
  const what = t.has(key) ? t(key) : item.kind;
  return (
    <li className="work-item">
      <div className="work-words">
        <Link href={subjectHref(item)} className="work-link">
          <b>{what}</b>
          <span>{captionOf(t, item)}</span>
        </Link>
        <p className="work-facts soft small">
          {item.office && (
            <span>
              <OfficeName id={item.office} short />
            </span>
          )}
          <span>{t('shell.work.since', { day: formatDay(dayOf(item.since), t.lang) })}</span>
          {rule && <span>{isBinding(rule) ? rule.article : t('shell.work.practice')}</span>}
        </p>
      </div>
      {item.due && (
        <DueMark
          due={item.due}
          state={isAdvice ? 'advisory' : 'running'}
          reason={
            rule && {
              title: rule.title[t.lang],
              article: isBinding(rule) ? rule.article : null,
              steps,
            }
          }
        />
      )}
    </li>
  );
}

/** A number says which file; the code of a likeness or of a step of a draft needs words, or is left out. */
function captionOf(t: Translate, item: WorkItem): string {
  if (item.record === 'likeness')
    return [item.file, t(`list.likenessLevel.${item.caption}`)].filter(Boolean).join(' · ');
  return item.record === 'draft' ? '' : item.caption;
}
