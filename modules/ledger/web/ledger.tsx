/* The ledger as a dense list, newest first, with conditions. It shows officers by name and files by number; what was in an act is not here. */

import { useState } from 'react';
import { Refusal } from '../../../web/datasource.ts';
import { issuesByField } from '../../../web/problems.ts';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { LinkButton } from '../../../web/ui/button.tsx';
import { EmptyState, ProblemState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import {
  askedOf,
  type Conditions,
  type Entry,
  keepConditions,
  keptConditions,
  useEntries,
} from './entries.ts';
import { Filters } from './filters.tsx';
import './ledger.css';
import { ExportMade } from '../../exchange/web/export-list.tsx';
import { Doer, doneWords, Ground, Subject, When } from './words.tsx';

export default function Ledger() {
  const t = useText();
  const [conditions, setConditions] = useState<Conditions>(keptConditions);
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useEntries(conditions);
  const change = (next: Conditions) => {
    keepConditions(next);
    setConditions(next);
  };
  const columns: Column<Entry>[] = [
    { name: 'when', title: t('ledger.when'), cell: entry => <When at={entry.receivedAt} /> },
    { name: 'who', title: t('ledger.who'), cell: entry => <Doer entry={entry} /> },
    { name: 'what', title: t('ledger.what'), lead: true, cell: entry => doneWords(t, entry.name) },
    { name: 'subject', title: t('ledger.subject'), cell: entry => <Subject entry={entry} /> },
    { name: 'purpose', title: t('ledger.purpose'), cell: entry => <Ground entry={entry} /> },
    {
      name: 'number',
      title: t('ledger.number'),
      align: 'end',
      cell: entry =>
        entry.seq === null ? (
          <small className="soft">{t('ledger.waiting')}</small>
        ) : (
          <span className="number">{entry.seq}</span>
        ),
    },
  ];
  const refusedField = error instanceof Refusal && error.fields.length > 0;
  return (
    <Page
      title={t('ledger.title')}
      lead={t('ledger.lead')}
      actions={
        <LinkButton href="/proof" icon="shield">
          {t('ledger.proof.title')}
        </LinkButton>
      }
    >
      <Filters conditions={conditions} errors={issuesByField(t, error)} onChange={change} />
      {error && !refusedField ? (
        <ProblemState error={error} onRetry={() => void refetch()} />
      ) : (
        <Table
          caption={t('ledger.table')}
          columns={columns}
          rows={refusedField ? [] : (data?.pages.flatMap(page => page.rows) ?? [])}
          keyOf={entry => entry.id}
          hrefOf={entry => `/ledger/${entry.id}`}
          loading={isFetching && !isFetchingNextPage && !data}
          empty={
            data || refusedField ? (
              <EmptyState icon="book" title={t('ledger.empty')}>
                {t('ledger.empty_text')}
              </EmptyState>
            ) : undefined
          }
          onMore={hasNextPage ? () => void fetchNextPage() : undefined}
          loadingMore={isFetchingNextPage}
          foot={<ExportMade list="ledger" asked={askedOf(conditions)} names />}
        />
      )}
    </Page>
  );
}
