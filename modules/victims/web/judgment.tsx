/* A court's finding, noted from its judgment: which court, the judgment's number and day, and whether it names her as a victim. It stands beside the others. */
import { useState } from 'react';
import { fieldLabel } from '../../../web/labels.ts';
import { issuesByField } from '../../../web/problems.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { useText } from '../../../web/text.ts';
import { FieldInput } from '../../../web/ui/inputs.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { backToPath } from '../../people/web/path-acts.tsx';
import { Assertions } from '../../people/web/path-assertions.tsx';
import { type Path, usePathAct } from '../../people/web/path-data.ts';
import { OfPerson } from '../../people/web/path-words.tsx';
import { noteJudgment } from '../acts.ts';
import { type Finding, FindingFields } from './finding-fields.tsx';
import { InMyName } from './presume.tsx';
import { StepPage } from './step-page.tsx';

export default function Judgment({ params }: ScreenProps) {
  return <OfPerson id={params.id ?? ''}>{path => <Form path={path} />}</OfPerson>;
}

function Form({ path }: { path: Path }) {
  const t = useText();
  const [values, setValues] = useState<Finding>({ finding: 'victim' });
  const doing = usePathAct('assertion.noteJudgment', path.person.id);
  const errors = issuesByField(t, doing.error);
  const labels: Readonly<Record<string, string>> = {
    assertedOn: t('victims.judgment.day'),
    paperNumber: t('victims.judgment.number'),
  };
  const labelOf = (field: string) => labels[field] ?? fieldLabel(t, 'assertion', field);
  const save = async () => {
    await doing.act({ person: path.person.id, ...values });
    toast(t('victims.judgment.done'));
    backToPath(path.person.id);
  };
  return (
    <StepPage
      path={path}
      act="assertion.noteJudgment"
      title={t('victims.judgment.title')}
      lead={t('victims.judgment.lead')}
      verb={t('victims.judgment.save')}
      error={doing.error}
      pending={doing.isPending}
      labelOf={labelOf}
      onDo={() => void save().catch(() => undefined)}
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
