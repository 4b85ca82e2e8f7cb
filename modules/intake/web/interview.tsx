/* The interview: one question a page. The question one stands at is in the history of the page, so the browser's own "back" goes one question back; what was
 * answered is in the draft, so nothing is lost by it. No question has to be answered to go on. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { readClock } from '../../../web/clock.ts';
import { Refusal } from '../../../web/datasource.ts';
import { useSignedIn } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { OfDraft } from '../../../web/shell/of-draft.tsx';
import { useText } from '../../../web/text.ts';
import { Button, LinkButton } from '../../../web/ui/button.tsx';
import { SelectInput } from '../../../web/ui/choices.tsx';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { Icon } from '../../../web/ui/icons.tsx';
import { Kept } from '../../../web/ui/kept.tsx';
import { EmptyState } from '../../../web/ui/states.tsx';
import { AlikeCard } from '../../people/web/alike.tsx';
import { pronouns } from './answers.ts';
import { Check } from './check.tsx';
import { type DraftState, useChange, useDraft } from './draft.ts';
import './intake.css';
import { useAlikeOf } from './likely.ts';
import { ReadAloud } from './parts.tsx';
import { Saved, type SavedFile } from './saved.tsx';
import { Services } from './services-list.tsx';
import { checkStep, stepTitle } from './step-title.ts';
import { type Section, type Step, sections, stepsOf } from './steps.tsx';

interface Place {
  readonly step?: string;
  /** Came from the page that shows everything, and goes back to it. */
  readonly toCheck?: boolean;
  /** What became of it. */
  readonly saved?: SavedFile;
}

export default function Interview({ params }: ScreenProps) {
  const t = useText();
  const officer = useSignedIn()?.officer.id ?? '';
  const draft = useDraft(params.id!, officer);
  const [path, navigate] = useLocation();
  const saved = useHistoryState<Place | null>()?.saved;
  if (saved) return <Saved file={saved} />;
  return (
    <OfDraft
      draft={draft}
      title={t('intake.title')}
      over={how => (
        <EmptyState
          icon="check"
          title={t(`intake.over.${how}`)}
          action={<LinkButton href="/people">{t('people.title')}</LinkButton>}
        />
      )}
    >
      {found => (
        <Asking
          draft={found}
          onSaved={file => navigate(path, { replace: true, state: { saved: file } satisfies Place })}
        />
      )}
    </OfDraft>
  );
}

function Asking({ draft, onSaved }: { draft: DraftState; onSaved: (file: SavedFile) => void }) {
  const t = useText();
  const [path, navigate] = useLocation();
  const place = useHistoryState<Place | null>();
  const change = useChange(draft.id);
  const [listed, setListed] = useState(false);
  const [helped, setHelped] = useState(false);
  const { answers } = draft;
  const steps = stepsOf(answers);
  const wanted = answers.saving ? checkStep : (place?.step ?? draft.step ?? steps[0]!.id);
  const at = steps.findIndex(step => step.id === wanted);
  const step = wanted === checkStep ? null : (steps[at] ?? steps[0]!);
  const position = step ? steps.indexOf(step) : steps.length;
  useHeadingOnChange(step?.id ?? checkStep);

  const go = (id: string, toCheck = false) => {
    change({}, id);
    navigate(path, { state: { step: id, toCheck } satisfies Place });
  };
  const next = () => go(place?.toCheck ? checkStep : (steps[position + 1]?.id ?? checkStep));
  const back = () => go(place?.toCheck ? checkStep : steps[position - 1]!.id);

  return (
    <div className="page interview">
      <div className="interview-bar no-print">
        <p className="interview-place">
          <span className="soft">{t('intake.title')}</span>
          <b>{step ? t(`intake.section.${step.section}`) : t('intake.check.title')}</b>
        </p>
        <Kept draft={draft} />
        <div className="row">
          <Button icon="menu" onPress={() => setListed(true)}>
            {t('intake.questions')}
          </Button>
          <Button icon="shield" onPress={() => setHelped(true)}>
            {t('intake.services.short')}
          </Button>
        </div>
      </div>
      {step ? (
        <Question
          key={step.id}
          step={step}
          draft={draft}
          onNext={next}
          onBack={position > 0 || place?.toCheck ? back : undefined}
          onLater={step.section === 'allow' && !place?.toCheck ? () => go(checkStep) : undefined}
          toCheck={place?.toCheck ?? false}
        />
      ) : (
        <Check
          draft={draft}
          onChange={id => go(id, true)}
          onBack={() => go(steps.at(-1)!.id)}
          onSaved={onSaved}
        />
      )}
      <Dialog title={t('intake.questions')} open={listed} onClose={() => setListed(false)}>
        <SelectInput
          name="pronoun"
          label={t('intake.pronoun')}
          value={answers.pronoun}
          onChange={pronoun => change({ pronoun: pronoun as typeof answers.pronoun })}
          options={pronouns.map(code => ({ code, label: t(`intake.pronoun.${code}`) }))}
        />
        {sections.map(section => (
          <QuestionList
            key={section}
            section={section}
            steps={steps.filter(one => one.section === section)}
            draft={draft}
            here={step?.id ?? checkStep}
            onGo={id => {
              setListed(false);
              go(id);
            }}
          />
        ))}
        <Button
          kind="primary"
          large
          onPress={() => {
            setListed(false);
            go(checkStep);
          }}
        >
          {t('intake.check.go')}
        </Button>
      </Dialog>
      <Dialog title={t('intake.services.title')} open={helped} onClose={() => setHelped(false)} wide>
        <Services />
      </Dialog>
    </div>
  );
}

function Question({
  step,
  draft,
  onNext,
  onBack,
  onLater,
  toCheck,
}: {
  step: Step;
  draft: DraftState;
  onNext: () => void;
  onBack?: () => void;
  /** Leaves the rest of these questions for another day. */
  onLater?: () => void;
  toCheck: boolean;
}) {
  const t = useText();
  const change = useChange(draft.id);
  const { answers } = draft;
  const isAnswered = step.given(answers, t) !== null;
  const isNaming = step.section === 'who';
  const alike = useAlikeOf(answers);
  const [refused, refuse] = useState<Refusal | null>(null);
  // What was typed and cannot be kept is not passed over: it is put right, or emptied.
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const issues = step.issues?.(answers, readClock()) ?? [];
    const half = event.currentTarget.querySelector<HTMLElement>('[data-invalid]');
    refuse(issues.length > 0 ? new Refusal('input.invalid', 422, {}, issues) : null);
    if (issues.length > 0) return;
    if (half) half.querySelector<HTMLElement>('input, [tabindex]')?.focus();
    else onNext();
  };
  const [say, hint] = [`intake.q.${step.id}.say`, `intake.q.${step.id}.hint`];
  return (
    <form className="question" onSubmit={submit} noValidate autoComplete="off">
      <h1 id="question" tabIndex={-1}>
        {t(`intake.q.${step.id}.title`)}
      </h1>
      {t.has(say) && <ReadAloud>{t(say, { you: t(`intake.you.${answers.pronoun}`) })}</ReadAloud>}
      {t.has(hint) && <p className="soft">{t(hint)}</p>}
      <ErrorSummary error={refused} labelOf={() => stepTitle(t, step.id)} />
      <step.Fields answers={answers} change={change} />
      {onLater && (
        <div>
          <Button kind="quiet" icon="clock" onPress={onLater}>
            {t('intake.later')}
          </Button>
        </div>
      )}
      {isNaming && <AlikeCard id="alike" found={alike} />}
      <div className="question-foot">
        {isNaming && alike.length > 0 && (
          <button
            type="button"
            className="foot-note"
            onClick={() => document.getElementById('alike')?.scrollIntoView({ block: 'center' })}
          >
            <Icon name="people" size={18} />
            {t('people.alike.title', { count: alike.length })}
          </button>
        )}
        {onBack && !toCheck && (
          <Button large icon="left" onPress={onBack}>
            {t('intake.back')}
          </Button>
        )}
        <Button kind="primary" large type="submit">
          {t(toCheck ? 'intake.to_check' : isAnswered ? 'intake.next' : 'intake.skip')}
        </Button>
      </div>
    </form>
  );
}

function QuestionList({
  section,
  steps,
  draft,
  here,
  onGo,
}: {
  section: Section;
  steps: readonly Step[];
  draft: DraftState;
  here: string;
  onGo: (id: string) => void;
}) {
  const t = useText();
  return (
    <section className="question-list">
      <h3>{t(`intake.section.${section}`)}</h3>
      <ul className="plain-list">
        {steps.map(step => {
          const isAnswered = step.given(draft.answers, t) !== null;
          return (
            <li key={step.id}>
              <button
                type="button"
                className="question-link"
                aria-current={step.id === here ? 'step' : undefined}
                onClick={() => onGo(step.id)}
              >
                <span>{stepTitle(t, step.id)}</span>
                {isAnswered && (
                  <span className="question-done">
                    <Icon name="check" size={18} />
                    <span className="unseen">{t('intake.answered')}</span>
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** A new question begins at its heading, for eyes and for screen readers. */
function useHeadingOnChange(step: string): void {
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    window.scrollTo(0, 0);
    document.getElementById('question')?.focus({ preventScroll: true });
  }, [step]);
}
