/*
 * Eight codes on paper for the day the telephone is lost. They are shown once, when the first second factor is added or when new ones are asked for, and
 * the dialog stays until the reader says they are kept.
 */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../datasource.ts';
import { problemText } from '../problems.ts';
import { queryClient } from '../queries.ts';
import { makeStore } from '../store.ts';
import { useText } from '../text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { toast } from '../ui/toast.tsx';
import { withFreshFactor } from './step-up.tsx';

interface Shown {
  readonly codes: readonly string[];
  readonly kept: () => void;
}
const shown = makeStore<Shown | null>(null);

/** Resolves once the reader has kept the codes; at once when there are none. */
export function showRecoveryCodes(codes: readonly string[] | undefined): Promise<void> {
  if (!codes?.length) return Promise.resolve();
  return new Promise(resolve => shown.set({ codes, kept: resolve }));
}

export function RecoveryCodesDialog() {
  const t = useText();
  const current = shown.use();
  if (!current) return null;
  const close = () => {
    current.kept();
    shown.set(null);
  };
  return (
    <Dialog
      title={t('shell.recovery.title')}
      open
      firm
      onClose={close}
      actions={
        <>
          <Button icon="print" onPress={() => window.print()}>
            {t('shell.recovery.print')}
          </Button>
          <Button kind="primary" onPress={close}>
            {t('shell.recovery.kept')}
          </Button>
        </>
      }
    >
      <p>{t('shell.recovery.text')}</p>
      <ul className="recovery-codes">
        {current.codes.map(code => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

export function RecoveryCodes() {
  const t = useText();
  const [pending, setPending] = useState(false);
  const { data } = useQuery({
    queryKey: ['auth', 'factors'],
    queryFn: () => api<{ totp: boolean; recoveryCodes: number }>('auth/factors'),
  });
  const renew = async () => {
    setPending(true);
    try {
      const { recoveryCodes } = await withFreshFactor(() =>
        api<{ recoveryCodes: readonly string[] }>('auth/recovery/renew', {}),
      );
      await showRecoveryCodes(recoveryCodes);
      await queryClient.invalidateQueries({ queryKey: ['auth', 'factors'] });
    } catch (error) {
      toast(problemText(t, error), 'warn');
    }
    setPending(false);
  };
  return (
    <section className="card stack" aria-labelledby="account-recovery">
      <div>
        <h2 id="account-recovery">{t('shell.recovery.heading')}</h2>
        <p className="soft small">{t('shell.recovery.lead')}</p>
      </div>
      {data && <p>{t('shell.recovery.left', { count: data.recoveryCodes })}</p>}
      <div>
        <Button isPending={pending} onPress={() => void renew()}>
          {t('shell.recovery.renew')}
        </Button>
      </div>
    </section>
  );
}
