/* Identification by the competent body: the finding, its day, and the paper that proves it. It answers the verification request it came from, if there is one. */
import { useState } from 'react';
import { fieldLabel } from '../../../web/labels.ts';
import { officeName, useOffice } from '../../../web/names.tsx';
import { issuesByField } from '../../../web/problems.ts';
import { useSession } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { useText } from '../../../web/text.ts';
import { toast } from '../../../web/ui/toast.tsx';
import { backToPath } from '../../people/web/path-acts.tsx';
import { Assertions } from '../../people/web/path-assertions.tsx';
import { type Path, part, usePathAct } from '../../people/web/path-data.ts';
import { OfPerson } from '../../people/web/path-words.tsx';
import { type Finding, FindingFields } from './finding-fields.tsx';
import { InMyName } from './presume.tsx';
import { StepPage } from './step-page.tsx';

export default function Identify({ params }: ScreenProps) {
  return <OfPerson id={params.id ?? ''}>{path => <Form path={path} />}</OfPerson>;
}

function Form({ path }: { path: Path }) {
  const t = useText();
  const { data: session } = useSession();
  const ours = session && !session.signedOut ? session.post.office : undefined;
  const office = useOffice(ours);
  const asked = part(path, 'verification').find(row => row.state === 'sent' && row.toOffice === ours);
  const [values, setValues] = useState<Finding>({ assertedOn: path.today });
  const doing = usePathAct('assertion.identify', path.person.id);
  const save = async () => {
    await doing.act({ person: path.person.id, ...values, ...(asked ? { verification: asked.id } : {}) });
    toast(t('victims.identify.done'));
    backToPath(path.person.id);
  };
  const choose = (next: Finding) => {
    // The paper is nearly always one's own certificate: offered, not imposed.
    const own = next.paperKind === 'police_certificate' && !next.paperIssuer && office;
    setValues(
      own
        ? { ...next, paperIssuer: officeName(office, 'vi'), paperDate: next.paperDate ?? next.assertedOn }
        : next,
    );
  };
  return (
    <StepPage
      path={path}
      act="assertion.identify"
      title={t('victims.identify.title')}
      lead={t('victims.identify.lead')}
      verb={t('victims.identify.save')}
      error={doing.error}
      pending={doing.isPending}
      labelOf={field => fieldLabel(t, 'assertion', field)}
      onDo={() => void save().catch(() => undefined)}
    >
      <Assertions path={path} />
      {asked && <p>{t('victims.identify.answers', { number: asked.number as string })}</p>}
      <InMyName />
      <FindingFields
        withPaper
        path={path}
        values={values}
        errors={issuesByField(t, doing.error)}
        onChange={choose}
      />
    </StepPage>
  );
}
