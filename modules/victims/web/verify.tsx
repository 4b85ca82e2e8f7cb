/*
 * Asking the competent body to verify. Before anything is sent the page shows what sending does: which clock it starts, by which article and why that date,
 * and which part of the file the asked body will see. The ground is the law, not her consent, and the page says so.
 */
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { countClock } from '../../../kernel/rule/clock.ts';
import type { Rules } from '../../../rules/schema.ts';
import { api } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { type OfficeFound, OfficeName, officeName } from '../../../web/names.tsx';
import { issuesByField } from '../../../web/problems.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { useRules } from '../../../web/rules.ts';
import { useText } from '../../../web/text.ts';
import { DayInput } from '../../../web/ui/calendar.tsx';
import { ChoiceList } from '../../../web/ui/choices.tsx';
import { Combobox, type Found } from '../../../web/ui/combobox.tsx';
import { TextArea } from '../../../web/ui/field.tsx';
import { Badge } from '../../../web/ui/marks.tsx';
import { type Clock, type Path, part } from '../../people/web/path-data.ts';
import { Clocks } from '../../people/web/path-due.tsx';
import { SharedBundles } from '../../people/web/path-shares.tsx';
import { OfPerson } from '../../people/web/path-words.tsx';
import { lawOn, verificationFields, verificationTerms } from '../index.ts';
import { Beside, StepPage, useStep } from './step-page.tsx';

export default function Verify({ params }: ScreenProps) {
  return <OfPerson id={params.id ?? ''}>{path => <Form path={path} />}</OfPerson>;
}

function Form({ path }: { path: Path }) {
  const t = useText();
  const [office, setOffice] = useState<Found | null>(null);
  const [receivedOn, setReceivedOn] = useState<Day>(path.today);
  const [complex, setComplex] = useState<string | null>(null);
  const [question, setQuestion] = useState('');
  const [newFacts, setNewFacts] = useState('');
  const [asked] = useSearchParams();
  const renewed = part(path, 'verification').find(row => row.id === asked.get('renews'));
  const step = useStep(path, 'verification.request', t('victims.verify.done'));
  const errors = issuesByField(t, step.error);
  return (
    <StepPage
      path={path}
      step={step}
      input={{
        toOffice: office?.id ?? null,
        receivedOn,
        complex,
        question: question || null,
        ...(renewed ? { renews: renewed.id, newFacts: newFacts || null } : {}),
      }}
      title={t('victims.verify.title')}
      lead={t('victims.verify.lead')}
      verb={t('victims.verify.send')}
      labelOf={field => fieldLabel(t, 'verification', field)}
      aside={<WhatItDoes receivedOn={receivedOn} office={office?.id ?? null} />}
    >
      {renewed && (
        <TextArea
          name="newFacts"
          label={fieldLabel(t, 'verification', 'newFacts')}
          hint={t('victims.verify.renews', { number: renewed.number as string })}
          required
          error={errors.newFacts}
          maxLength={2000}
          value={newFacts}
          onChange={setNewFacts}
        />
      )}
      <DayInput
        name="receivedOn"
        label={t('victims.verify.received')}
        hint={t('victims.verify.received_hint', { law: lawOn(receivedOn) })}
        required
        error={errors.receivedOn}
        most={path.today}
        value={receivedOn}
        onChange={day => {
          if (!day) return;
          setReceivedOn(day);
          // Another day may be another era, with other bodies.
          if (lawOn(day) !== lawOn(receivedOn)) setOffice(null);
        }}
      />
      <Combobox
        key={lawOn(receivedOn)}
        name="toOffice"
        label={fieldLabel(t, 'verification', 'toOffice')}
        hint={t('victims.verify.office_hint', { day: formatDay(receivedOn, t.lang) })}
        required
        error={errors.toOffice}
        value={office}
        onChange={setOffice}
        search={(text, signal) =>
          competentBodies(text, receivedOn, signal).then(found => found.map(one => asFound(one, t)))
        }
      />
      <ChoiceList
        inline
        name="complex"
        label={fieldLabel(t, 'verification', 'complex')}
        hint={t('victims.verify.complex_hint')}
        error={errors.complex}
        value={complex}
        onChange={setComplex}
        options={['yes', 'no'].map(code => ({ code, label: codeLabel(t, 'yesNo', code) }))}
      />
      <TextArea
        name="question"
        label={fieldLabel(t, 'verification', 'question')}
        hint={t('victims.verify.question_hint')}
        error={errors.question}
        maxLength={2000}
        value={question}
        onChange={setQuestion}
      />
    </StepPage>
  );
}

/** Those who may identify first, then those who may verify; both as they stood on the day. */
async function competentBodies(text: string, on: Day, signal: AbortSignal): Promise<OfficeFound[]> {
  const ask = (competence: string) =>
    api<{ offices: OfficeFound[] }>('offices', { text, on, competence }, signal);
  const [identify, verify] = await Promise.all([ask('identify'), ask('verify')]);
  return [
    ...identify.offices,
    ...verify.offices.filter(one => !identify.offices.some(other => other.id === one.id)),
  ];
}

function asFound(office: OfficeFound, t: ReturnType<typeof useText>): Found {
  const identifies = office.competence?.includes('identify') ?? false;
  return {
    id: office.id,
    label: officeName(office, t.lang),
    detail: t(identifies ? 'victims.verify.may_identify' : 'victims.verify.may_verify'),
  };
}

function WhatItDoes({ receivedOn, office }: { receivedOn: Day; office: string | null }) {
  const t = useText();
  const { data: rules } = useRules();
  return (
    <Beside name="what-it-does" title={t('victims.verify.before')}>
      <h3>{t('victims.verify.clock')}</h3>
      {rules && <Clocks clocks={clocksFrom(rules, receivedOn)} />}
      <h3>{t('victims.verify.share')}</h3>
      <p>
        {office ? <OfficeName id={office} /> : t('victims.verify.body')} {t('victims.verify.will_see')}
      </p>
      <SharedBundles fields={verificationFields} />
      <p>
        <Badge tone="active">{codeLabel(t, 'ground', 'legal_duty')}</Badge> {t('victims.verify.ground')}
      </p>
    </Beside>
  );
}

/** The clocks a request received on that day starts: computed from the same dated lines by the same function as on the server. */
export function clocksFrom(
  rules: Rules,
  receivedOn: Day,
  doneOn: Day | null = null,
): Omit<Clock, 'record' | 'row'>[] {
  return verificationTerms(receivedOn, doneOn).flatMap(asked => {
    const counted = countClock(rules, asked);
    return counted ? [{ ...counted, start: receivedOn }] : [];
  });
}
