/*
 * Password and then the six digits, or a passkey. What was wrong is never told apart (account or password): the server does not say. The library for
 * passkeys is loaded only when one is used.
 */
import { type FormEvent, useState } from 'react';
import { api } from '../datasource.ts';
import { renewSession } from '../queries.ts';
import { useText } from '../text.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { TextInput } from '../ui/field.tsx';
import { signInWithPasskey } from './passkey.ts';

export function PasswordForm({ onCast }: { onCast?: () => void }) {
  const t = useText();
  const [step, setStep] = useState<'password' | 'code'>('password');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [pending, setPending] = useState<'form' | 'passkey' | null>(null);
  const [error, setError] = useState<unknown>(null);

  const run = async (what: 'form' | 'passkey', work: () => Promise<void>) => {
    setPending(what);
    setError(null);
    try {
      await work();
    } catch (failure) {
      setError(failure);
    }
    setPending(null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run('form', async () => {
      if (step === 'code') {
        await api('auth/totp', { code });
        return renewSession();
      }
      const { next } = await api<{ next: 'totp' | 'done' }>('auth/password', { email, password });
      setPassword('');
      if (next === 'done') return renewSession();
      setStep('code');
    });
  };

  return (
    <form className="card stack sign-in-form" onSubmit={submit} noValidate>
      <h1>{step === 'code' ? t('shell.sign_in.code_title') : t('shell.sign_in.title')}</h1>
      <ErrorSummary
        error={error}
        labelOf={field =>
          t(`shell.sign_in.${field === 'password' ? 'password' : field === 'code' ? 'code' : 'email'}`)
        }
      />
      {step === 'password' ? (
        <>
          <TextInput
            name="email"
            type="email"
            label={t('shell.sign_in.email')}
            autoComplete="username"
            autoFocus
            value={email}
            onChange={setEmail}
          />
          <TextInput
            name="password"
            type="password"
            label={t('shell.sign_in.password')}
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
          />
        </>
      ) : (
        <TextInput
          key="code"
          name="code"
          label={t('shell.sign_in.code')}
          hint={t('shell.sign_in.code_hint')}
          autoComplete="one-time-code"
          inputMode="numeric"
          width={10}
          autoFocus
          value={code}
          onChange={setCode}
        />
      )}
      <div className="row">
        <Button type="submit" kind="primary" isPending={pending === 'form'}>
          {step === 'code' ? t('shell.sign_in.confirm') : t('shell.sign_in.go')}
        </Button>
        {step === 'code' && (
          <Button kind="quiet" onPress={() => setStep('password')}>
            {t('shell.sign_in.again')}
          </Button>
        )}
      </div>
      {step === 'password' && 'PublicKeyCredential' in window && (
        <>
          <p className="or">
            <span>{t('shell.sign_in.or')}</span>
          </p>
          <Button
            icon="key"
            isPending={pending === 'passkey'}
            onPress={() =>
              void run('passkey', async () => {
                await signInWithPasskey();
                await renewSession();
              })
            }
          >
            {t('shell.sign_in.passkey')}
          </Button>
        </>
      )}
      {onCast && (
        <Button kind="quiet" icon="people" onPress={onCast}>
          {t('shell.sign_in.cast')}
        </Button>
      )}
    </form>
  );
}
