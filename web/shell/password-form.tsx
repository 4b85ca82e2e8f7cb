/*
 * Signing in, step by step as the server asks: password or passkey, then the code, a new password when one is due, a first second factor when there is
 * none. What was wrong is never told apart (account or password): the server does not say.
 */
import { type FormEvent, lazy, type ReactNode, Suspense, useState } from 'react';
import { api, type NextStep, type SignedOut } from '../datasource.ts';
import { renewSession } from '../queries.ts';
import { useText } from '../text.ts';
import { Button } from '../ui/button.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { TextInput } from '../ui/field.tsx';
import { LoadingState } from '../ui/states.tsx';
import { askPasskey } from './passkey.ts';

// Most people never meet these two steps.
const PasswordChange = lazy(async () => ({
  default: (await import('./account-factors.tsx')).PasswordChange,
}));
const FirstFactor = lazy(async () => ({ default: (await import('./account-factors.tsx')).FirstFactor }));

type Step = NextStep | 'password' | 'recovery' | 'reset';

export function PasswordForm({ session, onCast }: { session: SignedOut; onCast?: () => void }) {
  const t = useText();
  const [step, setStep] = useState<Step>(session.next ?? 'password');
  const go = async ({ next }: { next: NextStep }) => {
    if (next === 'done') await renewSession();
    else setStep(next);
  };
  if (step === 'change' || step === 'enrol')
    return (
      <Suspense fallback={<LoadingState rows={3} />}>
        <div className="stack">
          <h1>{t(step === 'enrol' ? 'shell.sign_in.enrol_title' : 'shell.sign_in.change_title')}</h1>
          {step === 'enrol' ? (
            <>
              <p>{t('shell.sign_in.enrol_text')}</p>
              <FirstFactor passkeys={session.passkeys} onDone={go} />
            </>
          ) : (
            <PasswordChange onDone={go} />
          )}
        </div>
      </Suspense>
    );
  return (
    <div className="stack">
      <Steps step={step} setStep={setStep} go={go} passkeys={session.passkeys} />
      {onCast && (
        <Button kind="quiet" icon="people" onPress={onCast}>
          {t('shell.sign_in.cast')}
        </Button>
      )}
    </div>
  );
}

interface StepsProps {
  step: Exclude<Step, 'change' | 'enrol'>;
  setStep: (step: Step) => void;
  go: (answer: { next: NextStep }) => Promise<void>;
  passkeys: boolean;
}

function Steps({ step, setStep, go, passkeys }: StepsProps) {
  const t = useText();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const passkey = async () => go(await api('auth/passkey', { response: await askPasskey() }));
  const turnTo = (next: Step) => {
    setCode('');
    setPassword('');
    setStep(next);
  };
  const emailField = (
    <TextInput
      name="email"
      type="email"
      label={t('shell.sign_in.email')}
      autoComplete="username"
      autoFocus
      value={email}
      onChange={setEmail}
    />
  );

  if (step === 'password' || step === 'done')
    return (
      <SignInForm
        title={t('shell.sign_in.title')}
        verb={t('shell.sign_in.go')}
        work={async () => {
          const answer = await api<{ next: NextStep }>('auth/password', { email, password });
          setPassword('');
          await go(answer);
        }}
        other={passkeys ? { verb: t('shell.sign_in.passkey'), work: passkey } : undefined}
        foot={
          <Button kind="quiet" onPress={() => turnTo('reset')}>
            {t('shell.sign_in.have_reset')}
          </Button>
        }
      >
        {emailField}
        <TextInput
          name="password"
          type="password"
          label={t('shell.sign_in.password')}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
      </SignInForm>
    );

  if (step === 'reset')
    return (
      <SignInForm
        title={t('shell.sign_in.reset_title')}
        verb={t('shell.sign_in.reset_go')}
        work={async () => {
          await api('auth/reset', { email, code, password });
          turnTo('password');
        }}
        foot={
          <Button kind="quiet" onPress={() => turnTo('password')}>
            {t('shell.sign_in.again')}
          </Button>
        }
      >
        {emailField}
        <TextInput
          name="code"
          label={t('shell.sign_in.reset_code')}
          hint={t('shell.sign_in.reset_hint')}
          autoComplete="off"
          value={code}
          onChange={setCode}
        />
        <TextInput
          name="password"
          type="password"
          label={t('shell.account.password_new')}
          hint={t('shell.account.password_hint')}
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
        />
      </SignInForm>
    );

  if (step === 'passkey')
    return (
      <SignInForm title={t('shell.sign_in.code_title')} verb={t('shell.sign_in.passkey')} work={passkey}>
        <p>{t('shell.sign_in.passkey_text')}</p>
      </SignInForm>
    );

  const isRecovery = step === 'recovery';
  return (
    <SignInForm
      key={step}
      title={t('shell.sign_in.code_title')}
      verb={t('shell.sign_in.confirm')}
      work={async () => go(await api(isRecovery ? 'auth/recovery' : 'auth/totp', { code }))}
      foot={
        <>
          <Button kind="quiet" onPress={() => turnTo(isRecovery ? 'totp' : 'recovery')}>
            {t(isRecovery ? 'shell.sign_in.use_app' : 'shell.sign_in.use_recovery')}
          </Button>
          <Button kind="quiet" onPress={() => turnTo('password')}>
            {t('shell.sign_in.again')}
          </Button>
        </>
      }
    >
      <TextInput
        name="code"
        label={t(isRecovery ? 'shell.sign_in.recovery' : 'shell.sign_in.code')}
        hint={t(isRecovery ? 'shell.sign_in.recovery_hint' : 'shell.sign_in.code_hint')}
        autoComplete={isRecovery ? 'off' : 'one-time-code'}
        inputMode={isRecovery ? 'text' : 'numeric'}
        width={isRecovery ? 20 : 10}
        autoFocus
        value={code}
        onChange={setCode}
      />
    </SignInForm>
  );
}

interface SignInFormProps {
  title: string;
  verb: string;
  work: () => Promise<void>;
  other?: { verb: string; work: () => Promise<void> };
  foot?: ReactNode;
  children: ReactNode;
}

/** One step: its fields, the button that goes on, and perhaps another way. */
function SignInForm({ title, verb, work, other, foot, children }: SignInFormProps) {
  const t = useText();
  const [pending, setPending] = useState<'own' | 'other' | null>(null);
  const [error, setError] = useState<unknown>(null);
  const run = async (which: 'own' | 'other', what: () => Promise<void>) => {
    setPending(which);
    setError(null);
    try {
      await what();
    } catch (failure) {
      setError(failure);
    }
    setPending(null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run('own', work);
  };
  return (
    <form className="card stack sign-in-form" onSubmit={submit} noValidate>
      <h1>{title}</h1>
      <ErrorSummary error={error} labelOf={field => labelOf(t, field)} />
      {children}
      <Button type="submit" kind="primary" isPending={pending === 'own'}>
        {verb}
      </Button>
      {other && (
        <>
          <p className="or">
            <span>{t('shell.sign_in.or')}</span>
          </p>
          <Button icon="key" isPending={pending === 'other'} onPress={() => void run('other', other.work)}>
            {other.verb}
          </Button>
        </>
      )}
      {foot && <div className="row">{foot}</div>}
    </form>
  );
}

function labelOf(t: ReturnType<typeof useText>, field: string): string {
  if (field === 'password') return t('shell.sign_in.password');
  return field === 'code' ? t('shell.sign_in.code') : t('shell.sign_in.email');
}
