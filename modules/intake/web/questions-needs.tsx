/* The first questions, because nothing else matters before them: is she safe, hurt, hungry, cold, tired, and in which language can one speak with her. */
import { useText } from '../../../web/text.ts';
import { Tick } from '../../../web/ui/choices.tsx';
import { TextArea } from '../../../web/ui/field.tsx';
import { languageCodes } from '../../people/lists.ts';
import type { Need } from './answers.ts';
import { PickMany, type QuestionProps, YesNo } from './parts.tsx';

/** The languages one meets at this border; every other by the search. */
export const usualLanguages = ['hmn', 'ium', 'mji', 'pcc', 'tyz', 'nut', 'zho'] as const;

function Needed({ need, answers, change }: QuestionProps & { need: Need }) {
  const t = useText();
  const isMet = answers.met.includes(need);
  return (
    <>
      <YesNo
        name={need}
        label={t(`intake.q.${need}.title`)}
        value={answers.needs[need]}
        onChange={answer =>
          change({
            needs: { ...answers.needs, [need]: answer },
            // What is not needed was not taken care of.
            ...(answer !== 'yes' && { met: answers.met.filter(one => one !== need) }),
          })
        }
      />
      {answers.needs[need] === 'yes' && (
        <Tick
          name={`${need}.met`}
          label={t('intake.met')}
          value={isMet}
          onChange={met =>
            change({ met: met ? [...answers.met, need] : answers.met.filter(one => one !== need) })
          }
        />
      )}
    </>
  );
}

export const Safety = (props: QuestionProps) => <Needed {...props} need="safety" />;
export const Food = (props: QuestionProps) => <Needed {...props} need="food" />;
export const Clothing = (props: QuestionProps) => <Needed {...props} need="clothing" />;
export const Rest = (props: QuestionProps) => <Needed {...props} need="rest" />;

export function Medical(props: QuestionProps) {
  const t = useText();
  const { answers, change } = props;
  return (
    <>
      <Needed {...props} need="medical" />
      {answers.needs.medical === 'yes' && (
        <TextArea
          name="medicalNote"
          label={t('intake.q.medical.note')}
          hint={t('intake.q.medical.note_hint')}
          maxLength={500}
          value={answers.medicalNote}
          onChange={medicalNote => change({ medicalNote })}
        />
      )}
    </>
  );
}

export function Interpreter(props: QuestionProps) {
  const t = useText();
  const { answers, change } = props;
  return (
    <>
      <Needed {...props} need="interpreter" />
      {answers.needs.interpreter === 'yes' && (
        <div className="then">
          <h2>{t('intake.q.interpreter.which')}</h2>
          <PickMany
            name="interpreterLanguages"
            label={t('intake.q.interpreter.which')}
            labels="spoken"
            usual={usualLanguages}
            all={languageCodes}
            rest={t('intake.other_language')}
            value={answers.interpreterLanguages}
            onChange={interpreterLanguages => change({ interpreterLanguages })}
          />
          <p className="advice">{t('intake.q.interpreter.care')}</p>
        </div>
      )}
    </>
  );
}
