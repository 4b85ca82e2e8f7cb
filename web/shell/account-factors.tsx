/* What proves who one is: passkeys, the code app with its QR code from the server, the password. */
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { formatInstant, type Instant } from '../../kernel/day.ts';
import { api, type NextStep } from '../datasource.ts';
import { issuesByField, problemText } from '../problems.ts';
import { queryClient } from '../queries.ts';
import { useText } from '../text.ts';
import { Button } from '../ui/button.tsx';
import { TextInput } from '../ui/field.tsx';
import { EmptyState, LoadingState, ProblemState } from '../ui/states.tsx';
import { toast } from '../ui/toast.tsx';
import { addPasskey } from './passkey.ts';
import { showRecoveryCodes } from './recovery-codes.tsx';
import { withFreshFactor } from './step-up.tsx';

interface ListedPasskey {
  readonly id: string;
  readonly name: string;
  readonly madeAt: Instant;
  readonly lastUsedAt: Instant | null;
}

function Section({
  id,
  title,
  text,
  children,
}: {
  id: string;
  title: string;
  text: string;
  children: ReactNode;
}) {
  return (
    <section className="card stack" aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        <p className="soft small">{text}</p>
      </div>
      {children}
    </section>
  );
}

/** Runs one change at a time, asking for a fresh second factor where the server wants one; keeps the refusal for the form and says the good end in a toast. */
function useChange() {
  const t = useText();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const change = async (work: () => Promise<unknown>, done?: string): Promise<boolean> => {
    setPending(true);
    setError(null);
    try {
      await withFreshFactor(work);
      if (done) toast(done);
      return true;
    } catch (failure) {
      setError(failure);
      return false;
    } finally {
      setPending(false);
    }
  };
  const sentence = error ? problemText(t, error) : null;
  return { change, pending, error, sentence };
}

function Refused({ sentence }: { sentence: string | null }) {
  return (
    <p className="refusal" role="alert" hidden={sentence === null}>
      {sentence}
    </p>
  );
}

export function Passkeys() {
  const t = useText();
  const { change, sentence } = useChange();
  const { data, error, refetch } = useQuery({
    queryKey: ['auth', 'passkeys'],
    queryFn: async () => (await api<{ items: ListedPasskey[] }>('auth/passkeys', {})).items,
  });
  const renew = () => queryClient.invalidateQueries({ queryKey: ['auth', 'passkeys'] });
  const end = async (id: string) => {
    await change(() => api('auth/passkeys/end', { id }), t('shell.account.passkey_ended'));
    await renew();
  };
  return (
    <Section
      id="account-passkeys"
      title={t('shell.account.passkeys')}
      text={t('shell.account.passkeys_text')}
    >
      {error ? (
        <ProblemState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <LoadingState rows={2} />
      ) : data.length === 0 ? (
        <EmptyState icon="key" title={t('shell.account.no_passkeys')} />
      ) : (
        <ul className="plain-list">
          {data.map(item => (
            <li key={item.id}>
              <div>
                <p>{item.name}</p>
                <p className="soft small">
                  {item.lastUsedAt
                    ? t('shell.account.passkey_used', { at: formatInstant(item.lastUsedAt, t.lang) })
                    : t('shell.account.passkey_unused')}
                </p>
              </div>
              <Button
                onPress={() => void end(item.id)}
                aria-label={`${t('shell.account.passkey_end')}: ${item.name}`}
              >
                {t('shell.account.passkey_end')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Refused sentence={sentence} />
      <AddPasskey onDone={renew} />
    </Section>
  );
}

/** A passkey of this device: on the account page, and as the first second factor while signing in. */
export function AddPasskey({ onDone }: { onDone: (answer: { next: NextStep }) => Promise<void> }) {
  const t = useText();
  const [name, setName] = useState('');
  const { change, pending, sentence } = useChange();
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const added = await change(async () => {
      const answer = await addPasskey(name);
      await showRecoveryCodes(answer.recoveryCodes);
      await onDone(answer);
    }, t('shell.account.passkey_added'));
    if (added) setName('');
  };
  return (
    <form className="stack" onSubmit={event => void add(event)}>
      <TextInput
        name="passkey-name"
        label={t('shell.account.passkey_name')}
        hint={t('shell.account.passkey_name_hint')}
        width={20}
        maxLength={60}
        value={name}
        onChange={setName}
      />
      <Refused sentence={sentence} />
      <div>
        <Button type="submit" icon="plus" isPending={pending} isDisabled={name.trim() === ''}>
          {t('shell.account.passkey_add')}
        </Button>
      </div>
    </form>
  );
}

/** The first second factor: nobody works here with a password alone. A passkey, where the address allows one, or the app on a telephone. */
export function FirstFactor({
  passkeys,
  onDone,
}: {
  passkeys: boolean;
  onDone: (answer: { next: NextStep }) => Promise<void>;
}) {
  const t = useText();
  return (
    <>
      {passkeys && (
        <Section
          id="first-passkey"
          title={t('shell.account.passkeys')}
          text={t('shell.account.passkeys_text')}
        >
          <AddPasskey onDone={onDone} />
        </Section>
      )}
      <CodeApp onDone={onDone} />
    </>
  );
}

/** `qr` is a `data:` image made by the server, so that the secret passes through nobody else's machine. */
export function CodeApp({ onDone }: { onDone?: (answer: { next: NextStep }) => Promise<void> }) {
  const t = useText();
  const [begun, setBegun] = useState<{ secret: string; qr: string } | null>(null);
  const [code, setCode] = useState('');
  const { change, pending, sentence } = useChange();
  const begin = () => change(async () => setBegun(await api('auth/totp/begin', {})));
  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    const confirmed = await change(async () => {
      const answer = await api<{ next: NextStep; recoveryCodes?: readonly string[] }>('auth/totp/confirm', {
        code,
      });
      await showRecoveryCodes(answer.recoveryCodes);
      await onDone?.(answer);
    }, t('shell.account.code_app_done'));
    if (!confirmed) return;
    setBegun(null);
    setCode('');
    await queryClient.invalidateQueries({ queryKey: ['auth', 'factors'] });
  };
  return (
    <Section id="account-code" title={t('shell.account.code_app')} text={t('shell.account.code_app_text')}>
      {begun ? (
        <form className="stack" onSubmit={event => void confirm(event)}>
          <p>{t('shell.account.code_app_scan')}</p>
          <img className="qr" src={begun.qr} alt={t('shell.account.code_app_qr')} width={200} height={200} />
          <p className="small">
            {t('shell.account.code_app_secret')} <code>{begun.secret.replace(/(.{4})/g, '$1 ')}</code>
          </p>
          <TextInput
            name="code"
            label={t('shell.sign_in.code')}
            inputMode="numeric"
            autoComplete="one-time-code"
            width={10}
            value={code}
            onChange={setCode}
          />
          <div className="row">
            <Button type="submit" kind="primary" isPending={pending}>
              {t('shell.sign_in.confirm')}
            </Button>
            <Button kind="quiet" onPress={() => setBegun(null)}>
              {t('ui.cancel')}
            </Button>
          </div>
        </form>
      ) : (
        <div>
          <Button icon="lock" isPending={pending} onPress={() => void begin()}>
            {t('shell.account.code_app_begin')}
          </Button>
        </div>
      )}
      <Refused sentence={sentence} />
    </Section>
  );
}

export function PasswordChange({ onDone }: { onDone?: (answer: { next: NextStep }) => Promise<void> }) {
  const t = useText();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const { change, pending, error, sentence } = useChange();
  const issues = issuesByField(t, error);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const changed = await change(async () => {
      await onDone?.(await api('auth/password/change', { current, password }));
    }, t('shell.account.password_done'));
    if (!changed) return;
    setCurrent('');
    setPassword('');
  };
  return (
    <Section
      id="account-password"
      title={t('shell.account.password')}
      text={t('shell.account.password_text')}
    >
      <form className="stack" onSubmit={event => void submit(event)}>
        <TextInput
          name="current"
          type="password"
          label={t('shell.account.password_current')}
          autoComplete="current-password"
          error={issues.current}
          value={current}
          onChange={setCurrent}
        />
        <TextInput
          name="password"
          type="password"
          label={t('shell.account.password_new')}
          hint={t('shell.account.password_hint')}
          autoComplete="new-password"
          error={issues.password}
          value={password}
          onChange={setPassword}
        />
        <Refused sentence={sentence} />
        <div>
          <Button type="submit" isPending={pending} isDisabled={current === '' || password === ''}>
            {t('shell.account.password_change')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
