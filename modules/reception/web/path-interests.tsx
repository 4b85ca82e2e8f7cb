/* The steps in a child's own interest, with what was done last and what is still open. Who is certainly grown up has none; whose age is not known has them all, and the page says why. */
import { useState } from 'react';
import { addMonths, type Day, formatDay } from '../../../kernel/day.ts';
import { parameterOn } from '../../../kernel/rule/parameter.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficerName } from '../../../web/names.tsx';
import { useRules } from '../../../web/rules.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ChoiceList } from '../../../web/ui/choices.tsx';
import { FieldInputs } from '../../../web/ui/inputs.tsx';
import { Badge, StateMark } from '../../../web/ui/marks.tsx';
import { may, type PartRow, type Path, part } from '../../people/web/path-data.ts';
import { ActDialog } from '../../people/web/path-dialogs.tsx';
import { Part } from '../../people/web/path-part.tsx';
import { RowFacts } from '../../people/web/path-words.tsx';
import { childOn, interestsOf, isOpen, reviewDay, type StepState } from '../child.ts';
import { bestInterests, type InterestStep, interestSteps, outcomesOf } from '../record.ts';

export function Interests({ path }: { path: Path }) {
  const t = useText();
  const [step, setStep] = useState<InterestStep | null>(null);
  const rows = part(path, 'bestInterests');
  const child = childOn(path.person.born, path.today);
  const isWithheld = path.person.withheld?.includes('born');
  const canAdd = may(path.person, 'bestInterests.record') && path.person.state === 'open';
  if (rows.length === 0 && (child === 'no' || isWithheld || !canAdd)) return null;
  const states = interestsOf(rows);
  const open = states.filter(isOpen);
  const review = reviewDay(rows);
  return (
    <Part
      name="interests"
      title={t('reception.interests.title')}
      count={open.length}
      lead={t(child === 'presumed' ? 'reception.interests.presumed' : 'reception.interests.lead')}
    >
      {review && (
        <p>
          {t('reception.interests.review', { day: formatDay(review, t.lang) })}{' '}
          <Badge>{t('rule.clock.advisory')}</Badge>
        </p>
      )}
      <div>
        {states.map(state => (
          <One key={state.step} state={state} onAdd={canAdd ? () => setStep(state.step) : undefined} />
        ))}
      </div>
      {step && <InterestDialog path={path} first={step} onClose={() => setStep(null)} />}
    </Part>
  );
}

function One({ state, onAdd }: { state: StepState<PartRow>; onAdd?: () => void }) {
  const t = useText();
  const { row, step } = state;
  const title = codeLabel(t, 'interestStep', step);
  const said = row?.withheld?.includes('outcome')
    ? t('reception.interests.withheld')
    : row && codeLabel(t, 'interestOutcome', row.outcome as string);
  return (
    <div className="interest">
      <div className="row part-head">
        <span className="stack-tight">
          <b>{title}</b>
          <StateMark tone={isOpen(state) ? 'warn' : row ? 'good' : 'neutral'}>
            {said ?? t('reception.interests.open')}
          </StateMark>
        </span>
        {onAdd && (
          <Button kind="quiet" icon="plus" onPress={onAdd}>
            {t(row ? 'reception.interests.again' : 'reception.interests.add')}
            <span className="unseen"> {title}</span>
          </Button>
        )}
      </div>
      {row && (
        <details className="small">
          <summary>
            <span>
              {formatDay(row.doneOn as Day, t.lang)} · <OfficerName id={row.madeBy} />
            </span>
          </summary>
          <RowFacts record={bestInterests} row={row} names={['byWhom', 'heardBy', 'reasons', 'reviewOn']} />
          {state.earlier.map(one => (
            <p key={one.id} className="soft">
              {formatDay(one.doneOn as Day, t.lang)}:{' '}
              {codeLabel(t, 'interestOutcome', String(one.outcome ?? '…'))}
            </p>
          ))}
        </details>
      )}
    </div>
  );
}

const asks: Readonly<Record<InterestStep, readonly string[]>> = {
  guardian: ['byWhom', 'reasons'],
  tracing: ['byWhom', 'reasons'],
  family_safety: ['byWhom', 'reasons'],
  view: ['heardBy', 'byWhom', 'reasons'],
  decision: ['byWhom', 'reasons', 'reviewOn'],
  review: ['byWhom', 'reasons', 'reviewOn'],
};

function InterestDialog({ path, first, onClose }: { path: Path; first: InterestStep; onClose: () => void }) {
  const t = useText();
  const { data: rules } = useRules();
  const [step, setStep] = useState<InterestStep>(first);
  const [values, setValues] = useState<Record<string, unknown>>({ doneOn: path.today });
  // The practice offers a day; whoever decides may name another.
  const months = rules && parameterOn(rules.parameters, 'practice.best_interests_review', path.today)?.value;
  const decides = step === 'decision' || step === 'review';
  const offered = decides && months ? { reviewOn: addMonths(path.today, months) } : {};
  const label = (field: string) => fieldLabel(t, 'bestInterests', field.split('.')[0]!);
  return (
    <ActDialog
      wide
      path={path}
      act="bestInterests.record"
      title={t('reception.interests.do')}
      verb={t('path.save')}
      input={{ person: path.person.id, ...offered, ...values, interestStep: step }}
      labelOf={field => (field === 'person' ? t('reception.interests.title') : label(field))}
      onClose={onClose}
    >
      {errors => (
        <>
          <ChoiceList
            inline
            name="interestStep"
            label={label('interestStep')}
            required
            error={errors.interestStep}
            value={step}
            onChange={code => {
              setStep(code as InterestStep);
              setValues({ doneOn: values.doneOn });
            }}
            options={interestSteps.map(code => ({ code, label: codeLabel(t, 'interestStep', code) }))}
          />
          <p className="soft">{t(`reception.interests.ask.${step}`)}</p>
          <ChoiceList
            inline
            name="outcome"
            label={label('outcome')}
            required
            error={errors.outcome}
            value={(values.outcome as string) ?? null}
            onChange={outcome => setValues({ ...values, outcome })}
            options={outcomesOf[step].map(code => ({ code, label: codeLabel(t, 'interestOutcome', code) }))}
          />
          <FieldInputs
            record={bestInterests}
            names={['doneOn', ...asks[step]]}
            values={{ ...offered, ...values }}
            errors={errors}
            onChange={setValues}
            on={path.today}
          />
        </>
      )}
    </ActDialog>
  );
}
