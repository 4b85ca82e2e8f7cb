/* What she allows, one purpose at a time, after the seven things that make an answer worth something were said. A "no" to any of them changes nothing about
 * the help she gets, and the card says so. */
import { dayOf } from '../../../kernel/day.ts';
import { readClock } from '../../../web/clock.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ChoiceList, MultiChoice } from '../../../web/ui/choices.tsx';
import { TextInput } from '../../../web/ui/field.tsx';
import { languageCodes } from '../../people/lists.ts';
import { explanations } from '../record.ts';
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
        options={['herself', 'herself_and_guardian', 'guardian'].map(code => ({
          code,
          label: codeLabel(t, 'consentGiver', code),
        }))}
      />
      <div className="then">
        <h2>{t('intake.q.giver.language')}</h2>
        <PickOne
          name="consentLanguage"
          label={t('intake.q.giver.language')}
          labels="spoken"
          usual={['vie', ...usualLanguages]}
          all={languageCodes}
          rest={t('intake.other_language')}
          said={answers.consentLanguage === null ? undefined : { value: answers.consentLanguage }}
          onChange={said => 'value' in said && change({ consentLanguage: said.value })}
          plain
        />
      </div>
    </>
  );
}

export function ConsentFor({ purpose, answers, change }: QuestionProps & { purpose: string }) {
  const t = useText();
  return (
    <>
      <YesNo
        name={`consent.${purpose}`}
        label={t(`intake.q.consent.${purpose}.title`)}
        value={answers.consents[purpose]}
        onChange={answer => change({ consents: { ...answers.consents, [purpose]: answer } })}
      />
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
    </>
  );
}
