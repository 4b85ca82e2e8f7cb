/*
 * What a screen shows when it has nothing to show: nothing there yet, still coming, refused, broken. Each says what the reader can do next.
 */
import type { ReactNode } from 'react';
import { Refusal } from '../datasource.ts';
import { problemText } from '../problems.ts';
import { useText } from '../text.ts';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icons.tsx';

export function EmptyState({
  icon = 'folder',
  title,
  children,
  action,
}: {
  icon?: IconName;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="blank">
      <Icon name={icon} size={32} />
      <p className="blank-title">{title}</p>
      {children && <div className="blank-text">{children}</div>}
      {action}
    </div>
  );
}

/** Grey lines as tall as the rows that will come, so that nothing jumps. Announced politely, once. */
export function LoadingState({ rows = 3, label }: { rows?: number; label?: string }) {
  const t = useText();
  return (
    <div className="loading" role="status">
      <span className="unseen">{label ?? t('ui.loading')}</span>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity
        <span key={index} className="loading-line" aria-hidden="true" />
      ))}
    </div>
  );
}

/** Not yours to see, with the way to ask. It never says whether the thing exists. */
export function RefusedState({ children, action }: { children?: ReactNode; action?: ReactNode }) {
  const t = useText();
  return (
    <EmptyState icon="lock" title={t('ui.refused.title')} action={action}>
      {children ?? t('ui.refused.text')}
    </EmptyState>
  );
}

/** Any failure of a query: refused, not found, no connection, defect. */
export function ProblemState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useText();
  const status = error instanceof Refusal ? error.status : -1;
  const retry = onRetry && <Button onPress={onRetry}>{t('ui.retry')}</Button>;
  if (status === 403) return <RefusedState>{problemText(t, error)}</RefusedState>;
  if (status === 0)
    return (
      <EmptyState icon="offline" title={t('ui.offline.title')} action={retry}>
        {t('ui.offline.text')}
      </EmptyState>
    );
  // There is no form here whose fields could be put right: what was asked for is not there.
  const title = status === 422 ? t('ui.problem.not_found') : problemText(t, error);
  return (
    <div role="alert">
      <EmptyState icon="alert" title={title} action={retry}>
        {status === -1 || status >= 500 ? t('ui.problem.next') : null}
      </EmptyState>
    </div>
  );
}
