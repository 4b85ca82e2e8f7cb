/* Where this officer is signed in, and the way to end a session that is not theirs. Devices are named coarsely: browser and system, never a model. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInstant, type Instant } from '../../kernel/day.ts';
import { api } from '../datasource.ts';
import { problemText } from '../problems.ts';
import { queryClient } from '../queries.ts';
import { useText } from '../text.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/dialog.tsx';
import { Badge } from '../ui/marks.tsx';
import { LoadingState, ProblemState } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';

interface ListedSession {
  readonly id: string;
  readonly device: string;
  readonly signedInAt: Instant;
  readonly lastSeenAt: Instant;
  readonly current: boolean;
}

export function Sessions() {
  const t = useText();
  const [ending, setEnding] = useState<ListedSession | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['auth', 'sessions'],
    queryFn: async () => (await api<{ items: ListedSession[] }>('auth/sessions', {})).items,
  });
  const end = async () => {
    const id = ending?.id;
    setEnding(null);
    try {
      await api('auth/sessions/end', { id });
      toast(t('shell.account.session_ended'));
    } catch (failure) {
      toast(problemText(t, failure), 'warn');
    }
    await queryClient.invalidateQueries({ queryKey: ['auth', 'sessions'] });
  };
  return (
    <section className="card stack" aria-labelledby="account-sessions">
      <div>
        <h2 id="account-sessions">{t('shell.account.sessions')}</h2>
        <p className="soft small">{t('shell.account.sessions_text')}</p>
      </div>
      {error ? (
        <ProblemState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LoadingState rows={2} />
      ) : (
        <ul className="plain-list">
          {data.map(item => (
            <li key={item.id}>
              <div>
                <p>
                  {item.device}{' '}
                  {item.current && <Badge tone="active">{t('shell.account.this_device')}</Badge>}
                </p>
                <p className="soft small">
                  {t('shell.account.session_times', {
                    since: formatInstant(item.signedInAt, t.lang),
                    seen: formatInstant(item.lastSeenAt, t.lang),
                  })}
                </p>
              </div>
              {!item.current && (
                <Button
                  onPress={() => setEnding(item)}
                  aria-label={`${t('shell.account.session_end')}: ${item.device}`}
                >
                  {t('shell.account.session_end')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <ConfirmDialog
        title={t('shell.account.session_end')}
        verb={t('shell.account.session_end')}
        danger
        open={ending !== null}
        onClose={() => setEnding(null)}
        onConfirm={() => void end()}
      >
        <p>{t('shell.account.session_end_text', { device: ending?.device })}</p>
      </ConfirmDialog>
    </section>
  );
}
