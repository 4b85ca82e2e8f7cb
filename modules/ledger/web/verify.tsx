/* Verifying the chain, with how far it is; the result in plain words, and the first broken entry by its number. A checkpoint that somebody else kept can be
 * laid beside it: only that shows that the whole chain was not rewritten. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Refusal } from '../../../web/datasource.ts';
import { apiInSteps, type Step } from '../../../web/lines.ts';
import { issuesByField } from '../../../web/problems.ts';
import { useText } from '../../../web/text.ts';
import { Button, LinkButton } from '../../../web/ui/button.tsx';
import { TextArea } from '../../../web/ui/field.tsx';
import { Icon } from '../../../web/ui/icons.tsx';
import { ProblemState } from '../../../web/ui/states.tsx';
import { Progress } from '../../../web/ui/steps.tsx';

interface Verdict {
  readonly ok: boolean;
  readonly entries: number;
  readonly bodiesShredded: number;
  readonly shreddedWithoutRecord: readonly string[];
  readonly broken: number;
  readonly firstBroken?: { readonly seq: number; readonly entryId: string | null; readonly why: string };
  readonly head: { readonly seq: number; readonly hash: string };
  readonly waiting: number;
  readonly checkpoints: number;
}

function useVerify() {
  const [step, setStep] = useState<Step | null>(null);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [error, setError] = useState<unknown>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const verify = async (note?: string) => {
    const stop = new AbortController();
    running.current = stop;
    setVerdict(null);
    setError(null);
    setStep({ done: 0, of: 0 });
    try {
      setVerdict(await apiInSteps<Verdict>('ledger/verify', { progress: true, note }, setStep, stop.signal));
    } catch (failure) {
      if (!stop.signal.aborted) setError(failure);
    }
    if (!stop.signal.aborted) setStep(null);
  };
  return { step, verdict, error, verify };
}

export function Verify() {
  const t = useText();
  const { step, verdict, error, verify } = useVerify();
  return (
    <section className="card stack" aria-labelledby="ledger-verify">
      <div>
        <h2 id="ledger-verify">{t('ledger.verify.title')}</h2>
        <p className="soft">{t('ledger.verify.text')}</p>
      </div>
      <div className="no-print">
        <Button kind="primary" icon="shield" isPending={step !== null} onPress={() => void verify()}>
          {t('ledger.verify.start')}
        </Button>
      </div>
      <Result step={step} verdict={verdict} />
      {error !== null && <ProblemState error={error} onRetry={() => void verify()} />}
    </section>
  );
}

export function Held() {
  const t = useText();
  const [note, setNote] = useState('');
  const { step, verdict, error, verify } = useVerify();
  const isFieldRefused = error instanceof Refusal && error.fields.length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void verify(note);
  };
  return (
    <section className="card stack no-print" aria-labelledby="ledger-held">
      <h2 id="ledger-held">{t('ledger.held.title')}</h2>
      <form className="stack" onSubmit={submit}>
        <TextArea
          name="note"
          label={t('ledger.held.label')}
          hint={t('ledger.held.hint')}
          rows={6}
          error={issuesByField(t, error).note}
          value={note}
          onChange={setNote}
        />
        <div>
          <Button type="submit" isPending={step !== null} isDisabled={note.trim() === ''}>
            {t('ledger.held.check')}
          </Button>
        </div>
      </form>
      <Result step={step} verdict={verdict} held />
      {error !== null && !isFieldRefused && <ProblemState error={error} />}
    </section>
  );
}

function Result({ step, verdict, held }: { step: Step | null; verdict: Verdict | null; held?: boolean }) {
  const t = useText();
  return (
    <div className="stack" aria-live="polite">
      {step && step.of > 0 && (
        <Progress label={t('ledger.verify.progress')} done={Math.min(step.done, step.of)} of={step.of} />
      )}
      {verdict && (verdict.ok ? <Whole verdict={verdict} held={held} /> : <Broken verdict={verdict} />)}
    </div>
  );
}

function Whole({ verdict, held }: { verdict: Verdict; held?: boolean }) {
  const t = useText();
  return (
    <div className="verdict verdict-good">
      <Icon name="check" size={28} />
      <div>
        <h3>{t('ledger.verify.ok')}</h3>
        <p>{t('ledger.verify.ok_text', { entries: verdict.entries, checkpoints: verdict.checkpoints })}</p>
        {held && <p>{t('ledger.verify.held_ok')}</p>}
        <More verdict={verdict} />
      </div>
    </div>
  );
}

function Broken({ verdict }: { verdict: Verdict }) {
  const t = useText();
  const { firstBroken } = verdict;
  return (
    <div className="verdict verdict-bad" role="alert">
      <Icon name="alert" size={28} />
      <div>
        <h3>{t('ledger.verify.broken')}</h3>
        {firstBroken && (
          <>
            <p>
              {t('ledger.verify.broken_text', { seq: firstBroken.seq, count: verdict.broken })}{' '}
              {t(`ledger.why.${firstBroken.why}`)}
            </p>
            {firstBroken.entryId && firstBroken.why !== 'missing' && (
              <p>
                <LinkButton href={`/ledger/${firstBroken.entryId}`} icon="right">
                  {t('ledger.verify.open_broken', { seq: firstBroken.seq })}
                </LinkButton>
              </p>
            )}
          </>
        )}
        <p>{t('ledger.verify.what_next')}</p>
        <More verdict={verdict} />
      </div>
    </div>
  );
}

function More({ verdict }: { verdict: Verdict }) {
  const t = useText();
  const unexplained = verdict.shreddedWithoutRecord.length;
  const erased = verdict.bodiesShredded - unexplained;
  return (
    <>
      {verdict.waiting > 0 && <p>{t('ledger.verify.waiting', { count: verdict.waiting })}</p>}
      {erased > 0 && <p>{t('ledger.verify.erased', { count: erased })}</p>}
      {unexplained > 0 && <p className="refusal">{t('ledger.verify.unexplained', { count: unexplained })}</p>}
      <p className="small hash-line">
        {t('ledger.verify.head', { seq: verdict.head.seq, hash: verdict.head.hash })}
      </p>
    </>
  );
}
