/* A court's finding, noted from its judgment: which court, the judgment's number and day, and whether it names her as a victim. It stands beside the others. */
import { useState } from 'react';
import { fieldLabel } from '../../../web/labels.ts';
import { issuesByField } from '../../../web/problems.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { useText } from '../../../web/text.ts';
import { FieldInput } from '../../../web/ui/inputs.tsx';
import { Assertions } from '../../people/web/path-assertions.tsx';
import type { Path } from '../../people/web/path-data.ts';
import { OfPerson } from '../../people/web/path-words.tsx';
import { noteJudgment } from '../acts.ts';
import { type Finding, FindingFields } from './finding-fields.tsx';
import { InMyName } from './presume.tsx';
import { StepPage, useStep } from './step-page.tsx';

export default function Judgment({ params }: ScreenProps) {
  return <OfPerson id={params.id ?? ''}>{path => <Form path={path} />}</OfPerson>;
}

function Form({ path }: { path: Path }) {
  const t = useText();
  const [values, setValues] = useState<Finding>({});
  const step = useStep(path, 'assertion.noteJudgment', t('victims.judgment.done'));
  const errors = issuesByField(t, step.error);
  const labels: Readonly<Record<string, string>> = {
    assertedOn: t('victims.judgment.day'),
    paperNumber: t('victims.judgment.number'),
  };
  const labelOf = (field: string) => labels[field] ?? fieldLabel(t, 'assertion', field);
  return (
    <StepPage
      path={path}
      step={step}
      input={values}
      title={t('victims.judgment.title')}
      lead={t('victims.judgment.lead')}
      verb={t('victims.judgment.save')}
      labelOf={labelOf}
    >
      <Assertions path={path} />
      <InMyName />
      {(['court', 'paperNumber'] as const).map(name => (
        <FieldInput
          key={name}
          name={name}
          field={noteJudgment.input[name]}
          label={labelOf(name)}
          required
          error={errors[name]}
          value={values[name]}
          on={(values.assertedOn as Path['today']) ?? path.today}
          competence="try"
          onChange={value => setValues({ ...values, [name]: value })}
        />
      ))}
      <FindingFields
        path={path}
        dayLabel={labelOf('assertedOn')}
        values={values}
        errors={errors}
        onChange={setValues}
      />
    </StepPage>
  );
}
