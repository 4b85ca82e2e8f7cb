/* Handing in an application. Beside the form stands what it does: which clock it starts and why, which papers are still missing, and what of the file the office will see. */
import { useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import { countClock } from '../../../kernel/rule/clock.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { issuesByField } from '../../../web/problems.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { useRules } from '../../../web/rules.ts';
import { useText } from '../../../web/text.ts';
import { DayInput } from '../../../web/ui/calendar.tsx';
import { ChoiceList, MultiChoice } from '../../../web/ui/choices.tsx';
import type { Found } from '../../../web/ui/combobox.tsx';
import { Badge } from '../../../web/ui/marks.tsx';
import type { Path } from '../../people/web/path-data.ts';
import { Clocks } from '../../people/web/path-due.tsx';
import { SharedBundles } from '../../people/web/path-shares.tsx';
import { OfPerson } from '../../people/web/path-words.tsx';
import { Beside, StepPage, useStep } from '../../victims/web/step-page.tsx';
import { applicationTerm } from '../clocks.ts';
import type { Reading } from '../entitled.ts';
import { applicationFields, signers } from '../index.ts';
import { BodyOffice, useCompetence } from './body-office.tsx';
import { useEntitlementsOn } from './path-facts.ts';
import { Regimes } from './regimes.tsx';
import './entitlements.css';

export default function Apply({ params }: ScreenProps) {
  return <OfPerson id={params.id ?? ''}>{path => <Form path={path} />}</OfPerson>;
}

function Form({ path }: { path: Path }) {
  const t = useText();
  const [appliedOn, setAppliedOn] = useState<Day>(path.today);
  const [regimes, setRegimes] = useState<readonly string[]>([]);
  const [office, setOffice] = useState<Found | null>(null);
  const [signedBy, setSignedBy] = useState<string | null>(null);
  const found = useEntitlementsOn(path, appliedOn);
  const reading = found?.readings.find(one => one.eligibleAs !== null) ?? found?.readings[0];
  const offered = reading?.regimes.filter(regime => regime.state !== 'not') ?? [];
  const chosen = regimes.filter(code => offered.some(regime => regime.code === code));
  const step = useStep(path, 'supportApplication.submit', t('entitlements.apply.done'));
  const errors = issuesByField(t, step.error);
  const label = (field: string) =>
    field === 'toOffice' ? t('entitlements.apply.office') : fieldLabel(t, 'supportApplication', field);
  return (
    <StepPage
      path={path}
      step={step}
      input={{ regimes: chosen, toOffice: office?.id ?? null, appliedOn, signedBy }}
      title={t('entitlements.apply.title')}
      lead={t('entitlements.apply.lead')}
      verb={t('entitlements.apply.send')}
      labelOf={label}
      aside={
        reading && (
          <WhatItDoes
            reading={reading}
            contested={(found?.readings.length ?? 1) > 1}
            chosen={chosen}
            appliedOn={appliedOn}
            office={office}
          />
        )
      }
    >
      <DayInput
        name="appliedOn"
        label={label('appliedOn')}
        required
        error={errors.appliedOn}
        most={path.today}
        value={appliedOn}
        onChange={day => day && setAppliedOn(day)}
      />
      {offered.length > 0 ? (
        <MultiChoice
          name="regimes"
          label={label('regimes')}
          hint={reading && t('entitlements.apply.regimes_hint', { law: codeLabel(t, 'law', reading.law) })}
          required
          error={errors.regimes}
          value={chosen}
          onChange={setRegimes}
          options={offered.map(regime => ({
            code: regime.code,
            label: regime.title[t.lang],
            hint: regime.state === 'entitled' ? undefined : t(`entitlements.state.${regime.state}`),
          }))}
        />
      ) : (
        reading && <Regimes reading={reading} day={appliedOn} />
      )}
      <BodyOffice
        family="victim.support_receive"
        on={appliedOn}
        name="toOffice"
        label={t('entitlements.apply.office')}
        error={errors.toOffice}
        value={office}
        onChange={setOffice}
      />
      <ChoiceList
        inline
        name="signedBy"
        label={label('signedBy')}
        required
        error={errors.signedBy}
        value={signedBy}
        onChange={setSignedBy}
        options={signers.map(code => ({ code, label: codeLabel(t, 'signedBy', code) }))}
      />
    </StepPage>
  );
}

function WhatItDoes({
  reading,
  contested,
  chosen,
  appliedOn,
  office,
}: {
  reading: Reading;
  contested: boolean;
  chosen: readonly string[];
  appliedOn: Day;
  office: Found | null;
}) {
  const t = useText();
  const { data: rules } = useRules();
  const [receives, decides] = [
    useCompetence('victim.support_receive', appliedOn),
    useCompetence('victim.support_decide', appliedOn),
  ];
  const asked =
    rules &&
    applicationTerm(
      {
        state: receives?.body === decides?.body ? 'to_decide' : 'with_commune',
        law: reading.law,
        regimes: chosen,
        identifiedOn: reading.identifiedOn,
        stepOn: appliedOn,
      },
      rules,
    );
  const term = asked && countClock(rules, asked);
  const wanted = reading.regimes.filter(regime => chosen.includes(regime.code));
  const missing = [...new Set(wanted.flatMap(regime => regime.missing))];
  const forms = [...new Set(wanted.flatMap(regime => (regime.form ? [regime.form[t.lang]] : [])))];
  return (
    <Beside name="what-it-does" title={t('victims.verify.before')}>
      {contested && <p className="apply-warn">{t('reason.contested')}</p>}
      <h3>{t('victims.verify.clock')}</h3>
      {chosen.length === 0 || !term ? (
        <p className="soft">{t('entitlements.apply.choose')}</p>
      ) : (
        <Clocks clocks={[{ ...term, start: appliedOn }]} />
      )}
      {(missing.length > 0 || forms.length > 0) && (
        <>
          <h3>{t('entitlements.apply.papers')}</h3>
          <ul className="apply-papers">
            {forms.map(form => (
              <li key={form}>{form}</li>
            ))}
            {missing.map(proof => (
              <li key={proof}>
                {t(`entitlements.proof.${proof}`)}{' '}
                <Badge tone="warn">{t('entitlements.apply.missing')}</Badge>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('victims.verify.share')}</h3>
      <p>
        {office?.label ?? t('entitlements.apply.the_office')} {t('victims.verify.will_see')}
      </p>
      <SharedBundles fields={applicationFields} />
    </Beside>
  );
}
