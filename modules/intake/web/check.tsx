/* Everything once more, each with "change", then saving. Only the way she came back is needed. The acts go one after another with ids made beforehand: after
 * a broken line the same button sends the same again, and what was already counted is not counted twice. */
import { useState } from 'react';
import { newId } from '../../../kernel/id.ts';
import type { FieldIssue } from '../../../kernel/problem.ts';
import { readClock } from '../../../web/clock.ts';
import { perform, Refusal } from '../../../web/datasource.ts';
import { fieldLabel } from '../../../web/labels.ts';
import { queryClient } from '../../../web/queries.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { fieldId, TextArea } from '../../../web/ui/field.tsx';
import { AlikeCard, type AlikeFound } from '../../people/web/alike.tsx';
import { type PlannedAct, plannedActs, withIds } from './acts.ts';
import { answerOf, saidText, stateOf } from './answers.ts';
import { changeDraft, type DraftState, findDraft, forgetDraft, keepNow, useChange } from './draft.ts';
import { useAlikeOf } from './likely.ts';
import { Unsaid } from './parts.tsx';
import type { SavedFile } from './saved.tsx';
import { stepTitle } from './step-title.ts';
import { type Section, type Step, sections, stepsOf } from './steps.tsx';

interface Props {
  draft: DraftState;
  onChange: (step: string) => void;
  onBack: () => void;
  onSaved: (file: SavedFile) => void;
}

export function Check({ draft, onChange, onBack, onSaved }: Props) {
  const t = useText();
  const change = useChange(draft.id);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { answers } = draft;
  const steps = stepsOf(answers);
  const alike = useAlikeOf(answers);
  const isLocked = answers.saving;
  const save = async () => {
    const issues = steps.flatMap(step => (step.issues?.(answers, readClock()) ?? []).map(inStep(step.id)));
    if (!answers.route) issues.push({ field: 'route', reason: 'required' });
    if (issues.length > 0) {
      setError(new Refusal('input.invalid', 422, {}, issues));
      return;
    }
    setPending(true);
    setError(null);
    try {
      onSaved(await saveAll(draft.id));
    } catch (refusal) {
      setError(byQuestion(refusal));
      setPending(false);
    }
  };
  return (
    <div className="question">
      <h1 id="question" tabIndex={-1}>
        {t('intake.check.title')}
      </h1>
      <p className="soft">{t(isLocked ? 'intake.check.locked' : 'intake.check.lead')}</p>
      <ErrorSummary
        error={error}
        labelOf={field =>
          steps.some(step => step.id === field) ? stepTitle(t, field) : fieldLabel(t, 'person', field)
        }
      />
      <AlikeCard found={alike} />
      {sections.map(section => (
        <CheckSection
          key={section}
          section={section}
          steps={steps.filter(step => step.section === section)}
          draft={draft}
          onChange={isLocked ? undefined : onChange}
        />
      ))}
      {!isLocked && (
        <details className="more account" open={answerOf(answers.account) !== null ? true : undefined}>
          <summary>{t('intake.account.open')}</summary>
          <p className="soft">{t('intake.account.hint')}</p>
          <TextArea
            name="herAccount"
            label={fieldLabel(t, 'arrival', 'herAccount')}
            rows={5}
            maxLength={4000}
            value={answerOf(answers.account) ?? ''}
            onChange={text => change({ account: saidText(text) })}
          />
          <Unsaid
            name="herAccount"
            said={stateOf(answers.account)}
            onChange={unanswered => change({ account: { unanswered } })}
          />
        </details>
      )}
      <div className="question-foot">
        {!isLocked && (
          <Button large icon="left" isDisabled={pending} onPress={onBack}>
            {t('intake.back')}
          </Button>
        )}
        <Button kind="primary" large isPending={pending} onPress={() => void save()}>
          {t(isLocked ? 'intake.check.save_again' : 'intake.check.save')}
        </Button>
      </div>
    </div>
  );
}

/** The question in which a field of the act is asked, where the two have different names. */
const questionOf: Readonly<Record<string, string>> = {
  fullName: 'name',
  address: 'homeAddress',
  originNote: 'origin',
  arrivedAt: 'arrival',
  place: 'arrival',
  placeNote: 'arrival',
  handedOverBy: 'handover',
  childrenWithHer: 'children',
  interpreterLanguages: 'interpreter',
  medicalNote: 'medical',
  met: 'safety',
  keepFrom: 'consent.family_contact',
};
const inStep =
  (step: string) =>
  (issue: FieldIssue): FieldIssue => ({ ...issue, field: step });

/** What the server refused, named by the questions as the page does, so that each leads to its "change". */
function byQuestion(error: unknown): unknown {
  if (!(error instanceof Refusal) || error.fields.length === 0) return error;
  const fields = error.fields.map(issue => {
    const field = issue.field.split('.')[0]!;
    return inStep(questionOf[field] ?? field)(issue);
  });
  return new Refusal(error.code, error.status, error.details, fields);
}

function CheckSection({
  section,
  steps,
  draft,
  onChange,
}: {
  section: Section;
  steps: readonly Step[];
  draft: DraftState;
  onChange?: (step: string) => void;
}) {
  const t = useText();
  return (
    <section className="card check" aria-labelledby={`check-${section}`}>
      <h2 id={`check-${section}`}>{t(`intake.section.${section}`)}</h2>
      <dl className="check-list">
        {steps.map(step => {
          const given = step.given(draft.answers, t);
          return (
            <div key={step.id} className="check-row" id={fieldId(step.id)}>
              <dt>{stepTitle(t, step.id)}</dt>
              <dd className={given && 'words' in given ? undefined : 'soft'}>
                {given === null
                  ? t('ui.answer.not_asked')
                  : 'words' in given
                    ? given.words
                    : t(`ui.answer.${given.state}`)}
              </dd>
              {onChange && (
                <dd className="check-change">
                  <Button kind="quiet" onPress={() => onChange(step.id)}>
                    {t('intake.check.change')} <span className="unseen">{stepTitle(t, step.id)}</span>
                  </Button>
                </dd>
              )}
            </div>
          );
        })}
      </dl>
    </section>
  );
}

/** Saves the whole interview. @throws Refusal; when the file was refused as a whole, the answers may be changed again. */
async function saveAll(id: string): Promise<SavedFile> {
  const begun = withIds(findDraft(id)!.answers, newId);
  changeDraft(id, { ...begun, saving: true });
  await keepNow(id);
  const [first, ...rest] = plannedActs(begun, id);
  const opened = await doFirst(id, first!);
  const warnings: SavedFile['warnings'][number][] = opened.warnings.map(warning => ({
    ...warning,
    paper: null,
  }));
  const unsaved: SavedFile['unsaved'][number][] = [];
  for (const planned of rest.filter(one => one.part !== 'draft')) {
    try {
      const paper = (planned.input.paperKind as string | undefined) ?? null;
      const done = await perform(planned.act, planned.input, planned);
      warnings.push(...done.warnings.map(warning => ({ ...warning, paper })));
    } catch (error) {
      // A part that is refused for itself must not keep the rest from being saved; a broken line stops here and is tried again.
      if (
        !(error instanceof Refusal) ||
        error.status === 0 ||
        error.status === 401 ||
        error.status === 429 ||
        error.status >= 500
      )
        throw error;
      const { code, status, details, fields } = error;
      unsaved.push({ part: planned.part, error: { code, status, details, fields } });
    }
  }
  const last = rest.at(-1)!;
  if (unsaved.length === 0) {
    await perform(last.act, last.input, last);
    forgetDraft(id);
  }
  for (const record of ['person', 'likeness'])
    void queryClient.invalidateQueries({ queryKey: ['list', record] });
  return {
    person: first!.subject.id,
    number: opened.number ?? null,
    alike: (opened.alike as AlikeFound[] | undefined) ?? [],
    warnings: warnings.filter(warning => warning.reason !== 'likely_double'),
    unsaved,
  };
}

async function doFirst(draft: string, first: PlannedAct) {
  try {
    return await perform(first.act, first.input, first);
  } catch (error) {
    // Refused as a whole: nothing was kept, so the answers are free again.
    if (
      error instanceof Refusal &&
      error.status >= 400 &&
      error.status < 500 &&
      error.status !== 401 &&
      error.status !== 429
    )
      changeDraft(draft, { saving: false });
    throw error;
  }
}
