/* A page on which something long is written: waits for what was begun, says why it is not to be had or that it is over, or hands it over. */
import type { ReactNode } from 'react';
import type { DraftState, Loaded } from '../drafts.ts';
import { LoadingState, ProblemState } from '../ui/states.tsx';
import { Page } from './page.tsx';

export function OfDraft<Answers>({
  draft,
  title,
  head,
  over,
  children,
}: {
  draft: Loaded<Answers>;
  title: string;
  /** What stands above it while there is nothing to write on. */
  head?: ReactNode;
  /** What is said once it was used or thrown away. */
  over?: (how: 'used' | 'discarded') => ReactNode;
  children: (draft: DraftState<Answers>) => ReactNode;
}) {
  if (draft instanceof Error)
    return (
      <Page title={title}>
        {head}
        <ProblemState error={draft} />
      </Page>
    );
  if (typeof draft === 'object') return children(draft);
  return (
    <Page title={title}>
      {head}
      {(draft !== 'loading' && over?.(draft)) || <LoadingState rows={8} />}
    </Page>
  );
}
