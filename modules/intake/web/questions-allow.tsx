/* What she allows, one purpose at a time, after the seven things that make an answer worth something were said. A "no" to any of them changes nothing about
 * the help she gets, and the card says so. Which parts, for whom and until when need not be asked tonight: what then holds is written under her "yes". */
import { addDays, type Day, dayOf, formatDay } from '../../../kernel/day.ts';
import { readClock } from '../../../web/clock.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ChoiceList, MultiChoice } from '../../../web/ui/choices.tsx';
import { TextInput } from '../../../web/ui/field.tsx';
import { FieldInputs } from '../../../web/ui/inputs.tsx';
import { languageCodes } from '../../people/lists.ts';
import { dataClasses } from '../cover.ts';
import { consent, consentGivers, explanations } from '../record.ts';
import { type Scope, scopeOf, withGuardian, withoutParts } from './agreed.ts';
import { mayBeChild } from './answers.ts';
import { PickOne, type QuestionProps, YesNo } from './parts.tsx';
import { usualLanguages } from './questions-needs.tsx';

export function Explain({ answers, change }: QuestionProps) {
  const t = useText();
  const you = t(`intake.you.${answers.pronoun}`);
  return (
    <>
      <MultiChoice
        name="explained"
        label={t('intake.q.explain.card')}
        large
        value={answers.explained}
        onChange={explained => change({ explained })}
        options={explanations.map(code => ({ code, label: t(`intake.explain.${code}`, { you }) }))}
      />
      {answers.explained.length < explanations.length && (
        <div>
          <Button icon="check" large onPress={() => change({ explained: explanations })}>
            {t('intake.q.explain.all')}
          </Button>
        </div>
      )}
    </>
  );
}

export function Tongue({ answers, change }: QuestionProps) {
  const t = useText();
  return (
    <>
      <PickOne
        name="consentLanguage"
        label={t('intake.q.tongue.title')}
        labels="spoken"
        usual={['vie', ...usualLanguages]}
        all={languageCodes}
        rest={t('intake.other_language')}
        said={answers.consentLanguage === null ? undefined : { value: answers.consentLanguage }}
        onChange={said => 'value' in said && change({ consentLanguage: said.value })}
        plain
      />
      <div className="then">
        <h2>{t('intake.q.tongue.interpreter')}</h2>
        <YesNo
          name="consentInterpreter"
          label={t('intake.q.tongue.interpreter')}
          value={answers.consentInterpreter ?? undefined}
          onChange={consentInterpreter => change({ consentInterpreter })}
        />
        {answers.consentInterpreter === 'yes' && (
          <TextInput
            name="consentInterpreterWho"
            label={fieldLabel(t, 'consent', 'interpreterWho')}
            hint={t('intake.q.interpreter.care')}
            large
            maxLength={200}
            autoComplete="off"
            value={answers.consentInterpreterWho}
            onChange={consentInterpreterWho => change({ consentInterpreterWho })}
          />
        )}
      </div>
    </>
  );
}

export function Giver({ answers, change }: QuestionProps) {
  const t = useText();
  const young = mayBeChild(answers, dayOf(readClock()));
  return (
    <>
      {young && <p className="advice">{t('intake.q.giver.young')}</p>}
      <ChoiceList
        name="givenBy"
        label={fieldLabel(t, 'consent', 'givenBy')}
        large
        value={answers.givenBy}
        onChange={givenBy => change({ givenBy })}
        options={consentGivers.map(code => ({ code, label: codeLabel(t, 'consentGiver', code) }))}
      />
    </>
  );
}

export function Guardian({ answers, change }: QuestionProps) {
  const t = useText();
  return (
    <>
      <TextInput
        name="guardianWho"
        label={fieldLabel(t, 'consent', 'guardianWho')}
        hint={t('intake.q.guardian.who_hint')}
        large
        maxLength={200}
        autoComplete="off"
        value={answers.guardianWho}
        onChange={guardianWho => change({ guardianWho })}
      />
      <div className="then">
        <h2>{fieldLabel(t, 'consent', 'guardianInvolved')}</h2>
        <YesNo
          name="guardianInvolved"
          label={fieldLabel(t, 'consent', 'guardianInvolved')}
          value={answers.guardianInvolved ?? undefined}
          onChange={guardianInvolved => change({ guardianInvolved })}
        />
        {(answers.guardianInvolved === 'yes' || answers.guardianInvolved === 'unknown') && (
          <p className="advice">{t('reason.guardian_involved')}</p>
        )}
      </div>
    </>
  );
}

export function ConsentFor({ purpose, answers, change }: QuestionProps & { purpose: string }) {
  const t = useText();
  const title = t(`intake.q.consent.${purpose}.title`);
  const guarded = withGuardian(answers);
  const agreed =
    answers.consents[purpose] === 'yes' || (guarded && answers.guardianConsents[purpose] === 'yes');
  return (
    <>
      {guarded && <h2>{t('intake.q.consent.own')}</h2>}
      <YesNo
        name={`consent.${purpose}`}
        label={guarded ? t('intake.q.consent.own') : title}
        value={answers.consents[purpose]}
        onChange={answer => change({ consents: { ...answers.consents, [purpose]: answer } })}
      />
      {guarded && (
        <div className="then">
          <h2>{t('intake.q.consent.guardian')}</h2>
          <YesNo
            name={`guardian.${purpose}`}
            label={t('intake.q.consent.guardian')}
            value={answers.guardianConsents[purpose]}
            onChange={answer =>
              change({ guardianConsents: { ...answers.guardianConsents, [purpose]: answer } })
            }
          />
        </div>
      )}
      {purpose === 'family_contact' && (
        <TextInput
          name="keepFrom"
          label={fieldLabel(t, 'needs', 'keepFrom')}
          hint={t('intake.q.keep_from_hint')}
          large
          maxLength={300}
          autoComplete="off"
          value={answers.keepFrom}
          onChange={keepFrom => change({ keepFrom })}
        />
      )}
      {agreed && !withoutParts.includes(purpose) && (
        <ScopeFields
          scope={scopeOf(answers, purpose)}
          onChange={scope => change({ scopes: { ...answers.scopes, [purpose]: scope } })}
        />
      )}
    </>
  );
}

/** Which parts, for whom, until when: closed, with what holds as long as nobody asks; open, in tiles. */
function ScopeFields({ scope, onChange }: { scope: Scope; onChange: (scope: Scope) => void }) {
  const t = useText();
  return (
    <details className="more scope">
      <summary>
        <span>
          <b>{t('intake.q.scope.title')}</b>
          <small className="soft">
            <ScopeWords scope={scope} />
          </small>
        </span>
      </summary>
      <MultiChoice
        name="dataClasses"
        label={fieldLabel(t, 'consent', 'dataClasses')}
        hint={t('path.consent.classes_hint')}
        large
        value={scope.dataClasses ?? []}
        onChange={codes => onChange({ ...scope, dataClasses: codes })}
        options={dataClasses.map(code => ({ code, label: t(`bundle.${code}`) }))}
      />
      <FieldInputs
        record={consent}
        names={['recipient', ...(scope.recipient ? [] : ['recipientKind']), 'until']}
        values={{ ...scope }}
        onChange={values => onChange(values as Scope)}
        on={dayOf(readClock())}
      />
    </details>
  );
}

/** In one line, also where nothing was chosen. */
export function ScopeWords({ scope }: { scope: Scope }) {
  const t = useText();
  const parts = scope.dataClasses?.length
    ? scope.dataClasses.map(code => t(`bundle.${code}`)).join(', ')
    : t('path.consents.everyday');
  return (
    <>
      {parts} ·{' '}
      {scope.recipient ? (
        <OfficeName id={scope.recipient} short />
      ) : scope.recipientKind ? (
        codeLabel(t, 'agencyKind', scope.recipientKind)
      ) : (
        t('path.consents.anybody')
      )}{' '}
      ·{' '}
      {scope.until
        ? t('path.consents.until', { day: formatDay(addDays(scope.until as Day, -1), t.lang) })
        : t('intake.q.scope.until_taken_back')}
    </>
  );
}
