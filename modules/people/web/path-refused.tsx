/* A file that is not ours: one clear sentence, whom to ask, and the way to look all the same for a reason that will be answered for. It never says who. */
import type { ReactNode } from 'react';
import { Refusal } from '../../../web/datasource.ts';
import { useText } from '../../../web/text.ts';
import { LinkButton } from '../../../web/ui/button.tsx';
import { EmptyState } from '../../../web/ui/states.tsx';

export function PathRefused({
  person,
  error,
  children,
}: {
  person: string;
  error: unknown;
  /** What to show for any other failure. */
  children: ReactNode;
}) {
  const t = useText();
  if (!(error instanceof Refusal) || error.code !== 'person.not_shared') return children;
  return (
    <div className="page">
      <h1 className="unseen">{t('path.title')}</h1>
      <EmptyState
        icon="lock"
        title={t('path.refused.title')}
        action={
          <LinkButton href={`/people/${person}/exception`} icon="alert">
            {t('path.refused.exception')}
          </LinkButton>
        }
      >
        <div className="refused-why">
          <p>{t('path.refused.text')}</p>
          <p>{t('path.refused.ask')}</p>
          <p>{t('path.refused.exception_text')}</p>
        </div>
      </EmptyState>
    </div>
  );
}
