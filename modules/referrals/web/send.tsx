/*
 * Sending a referral: to whom, for what, which part of the file, on which ground, until when. The page shows before sending exactly what the receiver will see
 * and what not; the database enforces the same list.
 */
import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { addDays, type Day, formatDay } from '../../../kernel/day.ts';
import { parameterOn } from '../../../kernel/rule/parameter.ts';
import { computeTerm } from '../../../kernel/rule/term.ts';
import { api } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { type OfficeFound, officeName, useOffice } from '../../../web/names.tsx';
import { issuesByField } from '../../../web/problems.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { useRules } from '../../../web/rules.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { DayInput } from '../../../web/ui/calendar.tsx';
import { ChoiceList, MultiChoice } from '../../../web/ui/choices.tsx';
import { Combobox, type Found } from '../../../web/ui/combobox.tsx';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { TextArea } from '../../../web/ui/field.tsx';
import { LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { ChosenFacilities } from '../../facilities/web/chosen.tsx';
import { type Path, part } from '../../people/web/path-data.ts';
import { type ShareBundles, useShareBundles } from '../../people/web/path-shares.tsx';
import { OfPerson } from '../../people/web/path-words.tsx';
import { Beside, StepPage, useStep } from '../../victims/web/step-page.tsx';
import { referral } from '../index.ts';
import { ChooseShared, Preview } from './choose-shared.tsx';
import { covers, type Ground, GroundFields, type Wanted } from './ground-fields.tsx';
import './referrals.css';

export default function Send({ params }: ScreenProps) {
  const { data, error } = useShareBundles();
  if (error) return <ProblemState error={error} />;
  if (!data) return <LoadingState rows={8} />;
  return <OfPerson id={params.id ?? ''}>{path => <Form path={path} {...data} />}</OfPerson>;
}

/** Days a share runs when nobody says otherwise. */
const USUAL_DAYS = 90;
const purposes = ['shelter', 'services', 'reintegration'];

function Form({ path, bundles, shelter }: { path: Path } & ShareBundles) {
  const t = useText();
  const usual = shelter.flatMap(name => bundles[name] ?? []);
  const [office, setOffice] = useState<Found | null>(null);
  const [purpose, setPurpose] = useState<string | null>('shelter');
  const [services, setServices] = useState<readonly string[]>([]);
  const [chosen, choose] = useState<readonly string[]>(usual);
  const [ground, setGround] = useState<Ground>(() => firstGround(path));
  const [until, setUntil] = useState<Day | null>(addDays(path.today, USUAL_DAYS));
  const [message, setMessage] = useState('');
  const [asked] = useSearchParams();
  const chosenBefore = asked.get('to');
  // biome-ignore lint/correctness/useExhaustiveDependencies: whom the plan's directory chose, once
  useEffect(() => {
    if (chosenBefore) void officeById(chosenBefore).then(found => found && setOffice(asFound(found, t)));
  }, [chosenBefore]);
  const step = useStep(path, 'referral.send', t('referrals.send.done'));
  const errors = issuesByField(t, step.error);
  const byConsent = ground.ground === 'consent';
  const kind = useOffice(office?.id)?.kind ?? null;
  const wanted: Wanted = { purpose, office: office?.id ?? null, kind, fields: chosen };
  // There the preview stands far below: nobody sends what she has not seen.
  const isNarrow = window.matchMedia('(max-width: 70rem)').matches;
  const [isLooking, look] = useState(false);
  const input = {
    toOffice: office?.id ?? null,
    referralPurpose: purpose,
    services,
    sharedFields: chosen,
    ground: ground.ground,
    consent: byConsent ? ground.consent : null,
    groundArticle: byConsent ? null : ground.groundArticle || null,
    doubtNote: (byConsent && ground.doubtNote) || null,
    until,
    message: message || null,
  };

  return (
    <StepPage
      path={path}
      step={step}
      input={input}
      title={t('referrals.send.title')}
      lead={t('referrals.send.lead')}
      verb={t(isNarrow ? 'referrals.send.look' : 'referrals.send.do')}
      onward={isNarrow ? () => look(true) : undefined}
      labelOf={field => fieldLabel(t, 'referral', field)}
      aside={
        <Beside name="preview" title={t('referrals.preview.title')}>
          <Preview path={path} bundles={bundles} chosen={chosen} />
          <Reminder today={path.today} />
        </Beside>
      }
    >
      <Combobox
        name="toOffice"
        label={fieldLabel(t, 'referral', 'toOffice')}
        hint={t('referrals.send.office_hint')}
        required
        error={errors.toOffice}
        value={office}
        onChange={found => {
          setOffice(found);
          // A consent for another receiver does not carry over.
          const kept = part(path, 'consent').find(row => row.id === ground.consent);
          if (kept && !covers(path, kept, { ...wanted, office: found?.id ?? null, kind: null }))
            setGround({ ...ground, consent: null });
        }}
        search={(text, signal) =>
          helpers(text, path.today, signal).then(found => found.map(one => asFound(one, t)))
        }
      />
      <ChoiceList
        inline
        name="referralPurpose"
        label={fieldLabel(t, 'referral', 'referralPurpose')}
        required
        error={errors.referralPurpose}
        value={purpose}
        onChange={setPurpose}
        options={purposes.map(code => ({ code, label: codeLabel(t, 'sharePurpose', code) }))}
      />
      <MultiChoice
        inline
        name="services"
        label={fieldLabel(t, 'referral', 'services')}
        error={errors.services}
        value={services}
        onChange={setServices}
        options={(referral.fields.services.options.codes ?? []).map(code => ({
          code,
          label: codeLabel(t, 'service', code),
        }))}
      />
      <ChosenFacilities
        path={path}
        office={office?.id ?? null}
        services={services.length === 0 && purpose === 'shelter' ? ['safe_house'] : services}
        onChoose={id => void officeById(id).then(found => found && setOffice(asFound(found, t)))}
      />
      <ChooseShared bundles={bundles} chosen={chosen} onChange={choose} error={errors.sharedFields} />
      <GroundFields
        path={path}
        wanted={wanted}
        value={ground}
        errors={errors}
        onChange={setGround}
        onLeaveOut={fields => choose(chosen.filter(name => !fields.includes(name)))}
      />
      <DayInput
        name="until"
        label={fieldLabel(t, 'referral', 'until')}
        hint={t('referrals.send.until_hint')}
        required
        error={errors.until}
        least={addDays(path.today, 1)}
        most={addDays(path.today, 366)}
        value={until}
        onChange={setUntil}
      />
      <TextArea
        name="message"
        label={fieldLabel(t, 'referral', 'message')}
        hint={t('referrals.send.message_hint')}
        error={errors.message}
        maxLength={2000}
        value={message}
        onChange={setMessage}
      />
      <Dialog
        firm
        open={isLooking}
        title={t('referrals.preview.title')}
        onClose={() => look(false)}
        actions={
          <>
            <Button onPress={() => look(false)}>{t('ui.cancel')}</Button>
            <Button
              kind="primary"
              isPending={step.pending}
              onPress={() => {
                look(false);
                step.take(input);
              }}
            >
              {t('referrals.send.do')}
            </Button>
          </>
        }
      >
        <Preview path={path} bundles={bundles} chosen={chosen} />
      </Dialog>
    </StepPage>
  );
}

function firstGround(path: Path): Ground {
  const anywhere = { purpose: 'shelter', office: null, kind: null, fields: [] };
  const fitting = part(path, 'consent').filter(row => covers(path, row, anywhere));
  // The consent to hand information on says more than the one to be helped.
  const consent = fitting.find(row => row.consentPurpose === 'referral') ?? fitting[0];
  return { ground: 'consent', consent: consent?.id ?? null, groundArticle: '', doubtNote: '' };
}

const officeById = async (id: string): Promise<OfficeFound | undefined> =>
  (await api<{ offices: OfficeFound[] }>('offices', { ids: [id] })).offices[0];

/** Shelters first, then everybody with support among their tasks, then those who help with coming home. */
async function helpers(text: string, on: Day, signal: AbortSignal): Promise<OfficeFound[]> {
  const ask = async (competence: string) =>
    (await api<{ offices: OfficeFound[] }>('offices', { text, on, competence }, signal)).offices;
  const found = (
    await Promise.all(['shelter', 'support', 'treat', 'legal_aid', 'reintegrate'].map(ask))
  ).flat();
  return [...new Map(found.map(office => [office.id, office])).values()].slice(0, 60);
}

function asFound(office: OfficeFound, t: ReturnType<typeof useText>): Found {
  const tasks = (office.competence ?? []).filter(code =>
    ['shelter', 'support', 'treat', 'legal_aid', 'reintegrate'].includes(code),
  );
  return {
    id: office.id,
    label: officeName(office, t.lang),
    detail: tasks.map(code => codeLabel(t, 'competence', code)).join(' · '),
  };
}

/** When silence starts a reminder. A custom of the house, and said to be one. */
function Reminder({ today }: { today: Day }) {
  const t = useText();
  const { data: rules } = useRules();
  const parameter = rules && parameterOn(rules.parameters, 'practice.referral_silence', today);
  if (!rules || !parameter) return null;
  const { due } = computeTerm(parameter, today, rules.calendar);
  return (
    <p className="small soft">
      {t('referrals.send.reminder', { day: due ? formatDay(due as Day, t.lang) : '' })}
    </p>
  );
}
