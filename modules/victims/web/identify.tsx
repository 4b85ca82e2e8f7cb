/* Identification by the competent body: the finding, its day, and the paper that proves it. It answers the verification request it came from, if there is one. */
import { useState } from 'react';
import type { Answers } from '../../../kernel/fields/kinds.ts';
import { fieldLabel } from '../../../web/labels.ts';
import { officeName, useOffice } from '../../../web/names.tsx';
import { issuesByField } from '../../../web/problems.ts';
import { usePost } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { useText } from '../../../web/text.ts';
import { Assertions } from '../../people/web/path-assertions.tsx';
import { type Path, part } from '../../people/web/path-data.ts';
import { OfPerson } from '../../people/web/path-words.tsx';
import { Evidence } from './evidence.tsx';
import { type Finding, FindingFields } from './finding-fields.tsx';
import { InMyName } from './presume.tsx';
import { StepPage, useStep } from './step-page.tsx';

export default function Identify({ params }: ScreenProps) {
  return <OfPerson id={params.id ?? ''}>{path => <Form path={path} />}</OfPerson>;
}

function Form({ path }: { path: Path }) {
  const t = useText();
  const ours = usePost()?.office;
  const office = useOffice(ours);
  const asked = part(path, 'verification').find(row => row.state === 'sent' && row.toOffice === ours);
  const [values, setValues] = useState<Finding>({ assertedOn: path.today });
  const step = useStep(path, 'assertion.identify', t('victims.identify.done'));
  const choose = (next: Finding) => {
    // The paper is nearly always one's own certificate: offered, not imposed.
    const own = next.paperKind === 'police_certificate' && !next.paperIssuer && office;
    setValues(own ? { ...next, paperIssuer: officeName(office, 'vi') } : next);
  };
  return (
    <StepPage
      path={path}
      step={step}
      input={{ ...values, ...(asked ? { verification: asked.id } : {}) }}
      title={t('victims.identify.title')}
      lead={t('victims.identify.lead')}
      verb={t('victims.identify.save')}
      labelOf={field => fieldLabel(t, 'assertion', field)}
    >
      <Assertions path={path} />
      {asked && <p>{t('victims.identify.answers', { number: asked.number as string })}</p>}
      <InMyName />
      <FindingFields
        withPaper
        path={path}
        values={values}
        errors={issuesByField(t, step.error)}
        onChange={choose}
      />
      <Evidence
        on={(values.assertedOn as Path['today']) ?? null}
        value={(values.evidence as Answers | undefined) ?? {}}
        onChange={evidence => setValues({ ...values, evidence })}
      />
    </StepPage>
  );
}
