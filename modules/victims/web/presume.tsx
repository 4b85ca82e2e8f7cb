/* Presuming that somebody is a victim: a named officer of a named body says so and answers for it. It opens help at once and binds nobody who verifies later. */
import { useState } from 'react';
import { fieldLabel } from '../../../web/labels.ts';
import { OfficeName, OfficerName } from '../../../web/names.tsx';
import { issuesByField } from '../../../web/problems.ts';
import { useSignedIn } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { useText } from '../../../web/text.ts';
import { Assertions } from '../../people/web/path-assertions.tsx';
import type { Path } from '../../people/web/path-data.ts';
import { OfPerson } from '../../people/web/path-words.tsx';
import { type Finding, FindingFields } from './finding-fields.tsx';
import { StepPage, useStep } from './step-page.tsx';

export default function Presume({ params }: ScreenProps) {
  return <OfPerson id={params.id ?? ''}>{path => <Form path={path} />}</OfPerson>;
}

function Form({ path }: { path: Path }) {
  const t = useText();
  const [values, setValues] = useState<Finding>({ assertedOn: path.today });
  const step = useStep(path, 'assertion.presume', t('victims.presume.done'));
  return (
    <StepPage
      path={path}
      step={step}
      input={values}
      title={t('victims.presume.title')}
      lead={t('victims.presume.lead')}
      verb={t('victims.presume.save')}
      labelOf={field => fieldLabel(t, 'assertion', field)}
    >
      <Assertions path={path} />
      <InMyName />
      <FindingFields path={path} values={values} errors={issuesByField(t, step.error)} onChange={setValues} />
    </StepPage>
  );
}

/** Who will stand under it: nobody asserts anything without a name. */
export function InMyName() {
  const t = useText();
  const me = useSignedIn();
  if (!me) return null;
  return (
    <p className="in-my-name">
      {t('victims.in_my_name')} <OfficerName id={me.officer.id} titled /> · <OfficeName id={me.post.office} />
    </p>
  );
}
