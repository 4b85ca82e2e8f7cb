/* A page about one row: waits for it, says why it is not to be had, or hands it over. */
import type { ReactNode } from 'react';
import type { PartRow } from '../../modules/people/web/path-data.ts';
import { useRecord } from '../queries.ts';
import { LoadingState, ProblemState } from '../ui/states.tsx';
import { Page } from './page.tsx';

export function OfRecord({
  record,
  id = '',
  title,
  children,
}: {
  record: string;
  id: string | undefined;
  /** What the page is called while there is nothing to show. */
  title: string;
  children: (row: PartRow) => ReactNode;
}) {
  const { data: row, error, refetch } = useRecord(record, id);
  if (row) return children(row as PartRow);
  return (
    <Page title={title}>
      {error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <LoadingState rows={6} />}
    </Page>
  );
}
