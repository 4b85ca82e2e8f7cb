/*
 * Search over people and records. The words are names, so they never go into the address or the history; they come from the bar through the page's own
 * state. Each hit says why it was found, because a similar name is not the same person.
 */
import { useDeferredValue, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { formatDay } from '../../kernel/day.ts';
import type { Hit } from '../datasource.ts';
import { OfficeName, UnitName } from '../names.tsx';
import { useSearch } from '../queries.ts';
import { subjectHref } from '../routes.tsx';
import { type Translate, useText } from '../text.ts';
import { TextInput } from '../ui/field.tsx';
import { Icon } from '../ui/icons.tsx';
import { EmptyState, LoadingState, ProblemState } from '../ui/states.tsx';
import { Page } from './page.tsx';

export default function Search() {
  const t = useText();
  const given = useHistoryState<{ text?: string } | null>()?.text;
  const [text, setText] = useState(given ?? '');
  useEffect(() => {
    if (given) setText(given);
  }, [given]);
  const asked = useDeferredValue(text.trim());
  const { data: hits, error, isFetching, refetch } = useSearch(asked);
  return (
    <Page title={t('shell.search.title')} lead={t('shell.search.lead')}>
      <form className="search-form" onSubmit={event => event.preventDefault()}>
        <TextInput
          name="search"
          label={t('shell.search.label')}
          hint={t('shell.search.hint')}
          type="search"
          autoComplete="off"
          spellCheck={false}
          before={<Icon name="search" />}
          value={text}
          onChange={setText}
        />
      </form>
      <div className="stack" aria-live="polite" aria-busy={isFetching}>
        {error ? (
          <ProblemState error={error} onRetry={() => void refetch()} />
        ) : asked.length < 2 ? null : hits ? (
          <Hits hits={hits} text={asked} />
        ) : (
          <LoadingState rows={5} />
        )}
      </div>
    </Page>
  );
}

function Hits({ hits, text }: { hits: readonly Hit[]; text: string }) {
  const t = useText();
  if (hits.length === 0)
    return (
      <EmptyState icon="search" title={t('shell.search.none', { text })}>
        {t('shell.search.none_text')}
      </EmptyState>
    );
  const records = [...new Set(hits.map(hit => hit.record))];
  return (
    <>
      <p className="soft small">{t('shell.search.count', { count: hits.length })}</p>
      {records.map(record => (
        <section key={record} className="heap" aria-labelledby={`hits-${record}`}>
          <h2 id={`hits-${record}`} className="heap-title">
            {recordName(t, record)}
            <span className="count">{hits.filter(hit => hit.record === record).length}</span>
          </h2>
          <ul className="work-list">
            {hits
              .filter(hit => hit.record === record)
              .map(hit => (
                <li key={hit.id} className="work-item">
                  <Found hit={hit} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Found({ hit }: { hit: Hit }) {
  const t = useText();
  return (
    <div className="work-words">
      <Link href={subjectHref(hit)} className="work-link">
        <b>{hit.fullName ?? hit.number ?? t('shell.search.nameless')}</b>
        {hit.fullName && hit.number && <span className="number">{hit.number}</span>}
      </Link>
      <p className="work-facts soft small">
        <span>{t(`shell.search.why.${hit.why}`)}</span>
        {hit.born && <span>{t('shell.search.born', { day: formatDay(hit.born, t.lang) })}</span>}
        {hit.origin && (
          <span>
            <UnitName id={hit.origin} />
          </span>
        )}
        <span>
          <OfficeName id={hit.office} short />
        </span>
      </p>
    </div>
  );
}

function recordName(t: Translate, record: string): string {
  return t.has(`record.${record}`) ? t(`record.${record}`) : record;
}
