/* What an administrator may do to another officer's sign-in. The code of a reset is shown once and kept nowhere on this machine; when the server wants a fresh
 * second factor, the shell asks for it and the same request goes again. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInstant, type Instant } from '../../../kernel/day.ts';
import { api } from '../../../web/datasource.ts';
import { codeLabel } from '../../../web/labels.ts';
import { problemText } from '../../../web/problems.ts';
import { withFreshFactor } from '../../../web/shell/step-up.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ConfirmDialog, Dialog } from '../../../web/ui/dialog.tsx';
import { LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { Card, Facts, Refused } from './facts.tsx';

interface SignIn {
  readonly password: boolean;
  readonly totp: boolean;
  readonly passkey: boolean;
  readonly recoveryCodes: number;
  readonly sessions: readonly {
    readonly id: string;
    readonly device: string;
    readonly role: string | null;
    readonly lastSeenAt: Instant;
  }[];
}
type Asking = 'reset' | 'end_sessions' | 'end_factors';

export function SignInCard({ officer }: { officer: string }) {
  const t = useText();
  const client = useQueryClient();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [code, setCode] = useState<string | null>(null);
  const key = ['sign-in', officer];
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api<SignIn>('account/sign-in', { officer }, signal),
  });

  const work: Record<Asking, () => Promise<void>> = {
    reset: async () => setCode((await api<{ code: string }>('account/reset', { officer })).code),
    end_sessions: async () => {
      const { ended } = await api<{ ended: number }>('account/end-sessions', { officer });
      toast(t('agencies.sign_in.sessions_ended', { count: ended }));
    },
    end_factors: async () => {
      await api('account/end-factors', { officer });
      toast(t('agencies.sign_in.factors_ended'));
    },
  };
  const confirm = async () => {
    if (!asking) return;
    setPending(true);
    setRefused(null);
    // The question for a fresh second factor comes over the page, so this one makes room.
    setAsking(null);
    try {
      await withFreshFactor(work[asking]);
    } catch (failure) {
      setRefused(problemText(t, failure));
    }
    setPending(false);
    await client.invalidateQueries({ queryKey: key });
  };
  const has = (yes: boolean) => t(yes ? 'agencies.sign_in.has' : 'agencies.sign_in.has_not');
  return (
    <Card id="officer-sign-in" title={t('agencies.sign_in.title')} text={t('agencies.sign_in.text')}>
      {error ? (
        <ProblemState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LoadingState rows={2} />
      ) : (
        <Facts
          facts={[
            [t('agencies.sign_in.password'), has(data.password)],
            [t('agencies.sign_in.totp'), has(data.totp)],
            [t('agencies.sign_in.passkey'), has(data.passkey)],
            [t('agencies.sign_in.recovery'), String(data.recoveryCodes)],
            [
              t('agencies.sign_in.sessions'),
              data.sessions.length === 0
                ? t('agencies.sign_in.has_not')
                : data.sessions
                    .map(
                      one =>
                        `${one.device}${one.role ? `, ${codeLabel(t, 'role', one.role)}` : ''} (${formatInstant(one.lastSeenAt, t.lang)})`,
                    )
                    .join('; '),
            ],
          ]}
        />
      )}
      <Refused sentence={refused} />
      <div className="row">
        <Button icon="key" onPress={() => setAsking('reset')}>
          {t('agencies.sign_in.reset')}
        </Button>
        <Button icon="leave" onPress={() => setAsking('end_sessions')}>
          {t('agencies.sign_in.end_sessions')}
        </Button>
        <Button kind="danger" icon="lock" onPress={() => setAsking('end_factors')}>
          {t('agencies.sign_in.end_factors')}
        </Button>
      </div>
      {asking && (
        <ConfirmDialog
          open
          title={t(`agencies.sign_in.${asking}`)}
          verb={t(`agencies.sign_in.${asking}`)}
          danger={asking === 'end_factors'}
          pending={pending}
          onClose={() => setAsking(null)}
          onConfirm={() => void confirm()}
        >
          <p>{t(`agencies.sign_in.${asking}_text`)}</p>
        </ConfirmDialog>
      )}
      {code && (
        <Dialog
          open
          firm
          title={t('agencies.sign_in.reset_code')}
          onClose={() => setCode(null)}
          actions={
            <Button kind="primary" onPress={() => setCode(null)}>
              {t('agencies.sign_in.reset_kept')}
            </Button>
          }
        >
          <p className="shown-once" data-testid="reset-code">
            {code}
          </p>
          <p>{t('agencies.sign_in.reset_text')}</p>
        </Dialog>
      )}
    </Card>
  );
}
