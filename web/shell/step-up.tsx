/*
 * Some acts ask for a second factor given in the last minutes (`session.stale`). `withFreshFactor(work)` does the work, and when it is refused for that
 * reason asks for the code or the passkey and does the work once more: the reader answers and goes on, nothing typed is lost.
 */
import { type FormEvent, useState } from 'react';
import { api, Refusal } from '../datasource.ts';
import { problemText } from '../problems.ts';
import { useSession } from '../queries.ts';
import { makeStore } from '../store.ts';
import { useText } from '../text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextInput } from '../ui/field.tsx';
import { askPasskey } from './passkey.ts';

type Settle = (given: boolean) => void;
const waiting = makeStore<Settle | null>(null);

/** @throws Refusal `session.stale` when the reader closes the question, and whatever the work itself throws. */
export async function withFreshFactor<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'session.stale') throw error;
    if (!(await ask())) throw error;
    return work();
  }
}

export function StepUp() {
  const settle = waiting.use();
  return settle && <Question settle={settle} />;
}

function Question({ settle }: { settle: Settle }) {
  const t = useText();
  const { data: session } = useSession();
  const [code, setCode] = useState('');
  const [pending, setPending] = useState(false);
  const [sentence, setSentence] = useState<string>();
  const close = (given: boolean) => {
    settle(given);
    waiting.set(null);
  };
  const give = async (proof: () => Promise<object>) => {
    setPending(true);
    setSentence(undefined);
    try {
      await api('auth/step-up', await proof());
      close(true);
    } catch (error) {
      setSentence(problemText(t, error));
    }
    setPending(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void give(async () => ({ code }));
  };
  return (
    <Dialog title={t('shell.step_up.title')} open firm onClose={() => close(false)}>
      <p>{t('shell.step_up.text')}</p>
      <form className="stack" onSubmit={submit}>
        <TextInput
          name="step-up"
          label={t('shell.sign_in.code')}
          hint={t('shell.sign_in.code_hint')}
          error={sentence}
          autoComplete="one-time-code"
          inputMode="numeric"
          width={10}
          value={code}
          onChange={setCode}
        />
        <div className="row">
          <Button type="submit" kind="primary" isPending={pending} isDisabled={code.trim().length < 6}>
            {t('shell.sign_in.confirm')}
          </Button>
          {session?.passkeys && (
            <Button icon="key" onPress={() => void give(async () => ({ response: await askPasskey() }))}>
              {t('shell.sign_in.passkey')}
            </Button>
          )}
        </div>
        {session?.invented && (
          <Button kind="quiet" onPress={() => void give(async () => ({}))}>
            {t('shell.step_up.invented')}
          </Button>
        )}
      </form>
    </Dialog>
  );
}

function ask(): Promise<boolean> {
  return new Promise(resolve => waiting.set(resolve));
}
