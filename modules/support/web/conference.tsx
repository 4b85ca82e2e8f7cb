/* A case conference: first what her part in it was and the ground for talking about her, then who sat in it, then what was decided, by whom and by when. The offices
 * that sat in it see only what was given to them to do, and the page says so. */
import { useState } from 'react';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { issuesByField } from '../../../web/problems.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { SelectInput } from '../../../web/ui/choices.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { FieldInputs } from '../../../web/ui/inputs.tsx';
import { RefusedState } from '../../../web/ui/states.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { may, type PartRow, type Path, part, usePathAct } from '../../people/web/path-data.ts';
import { OfPerson, PersonLine, RowFacts } from '../../people/web/path-words.tsx';
import { addAttendee } from '../conference-acts.ts';
import { caseConference, conferenceAttendee, planAction } from '../index.ts';
import { addAction } from '../plan-acts.ts';
import { InputDialog, type InputDialogProps } from './input-dialog.tsx';
import { ActionLines } from './plan-part.tsx';
import './support.css';

type Doing = Omit<InputDialogProps, 'path' | 'onClose'>;

export default function Conferences({ params }: ScreenProps) {
  return <OfPerson id={params.id ?? ''}>{path => <Screen path={path} />}</OfPerson>;
}

function Screen({ path }: { path: Path }) {
  const t = useText();
  const rows = part(path, 'caseConference').toReversed();
  const mayHold = may(path.person, 'caseConference.hold') && path.person.state !== 'closed';
  const [writing, write] = useState(rows.length === 0);
  if (path.shared || !path.parts.caseConference)
    return (
      <Page title={t('support.conference.title')}>
        <PersonLine path={path} />
        <RefusedState>{t('victims.step.not_yours')}</RefusedState>
      </Page>
    );
  return (
    <Page
      title={t('support.conference.title')}
      lead={t('support.conference.lead')}
      actions={
        mayHold &&
        !writing && (
          <Button kind="primary" icon="plus" onPress={() => write(true)}>
            {t('path.act.caseConference.hold')}
          </Button>
        )
      }
    >
      <PersonLine path={path} />
      {mayHold && writing && <Hold path={path} onHeld={() => write(false)} />}
      {rows.map(row => (
        <Held key={row.id} row={row} path={path} />
      ))}
    </Page>
  );
}

function Hold({ path, onHeld }: { path: Path; onHeld: () => void }) {
  const t = useText();
  const [values, setValues] = useState<Record<string, unknown>>({ heldOn: path.today });
  const { act, error, isPending } = usePathAct('caseConference.hold', path.person.id);
  const errors = issuesByField(t, error);
  const consents = part(path, 'consent').filter(
    row =>
      row.given === 'yes' &&
      row.withdrawnAt === null &&
      ['services', 'referral'].includes(row.consentPurpose as string),
  );
  const run = async () => {
    await act({ person: path.person.id, ...values });
    toast(t('path.done'));
    onHeld();
  };
  const fields = (names: readonly string[]) => (
    <FieldInputs
      record={caseConference}
      names={names}
      values={values}
      errors={errors}
      onChange={setValues}
      on={path.today}
    />
  );
  return (
    <form
      className="step card part"
      aria-label={t('path.act.caseConference.hold')}
      onSubmit={event => {
        event.preventDefault();
        void run().catch(() => undefined);
      }}
    >
      <ErrorSummary error={error} labelOf={field => fieldLabel(t, 'caseConference', field.split('.')[0]!)} />
      {fields(['heldOn', 'herPart', 'herWords'])}
      <p className="soft small">{t('support.conference.ground_text')}</p>
      {fields(['ground'])}
      {values.ground === 'consent' && (
        <SelectInput
          name="consent"
          label={fieldLabel(t, 'caseConference', 'consent')}
          none={t('support.conference.no_consent')}
          value={(values.consent as string | undefined) ?? null}
          onChange={consent => setValues({ ...values, consent })}
          options={consents.map(row => ({
            code: row.id,
            label: codeLabel(t, 'consentPurpose', row.consentPurpose as string),
          }))}
        />
      )}
      {typeof values.ground === 'string' && values.ground !== 'consent' && fields(['groundArticle'])}
      {fields(['minutes'])}
      <div className="row step-foot">
        <Button type="submit" kind="primary" large isPending={isPending}>
          {t('path.save')}
        </Button>
      </div>
    </form>
  );
}

function Held({ row, path }: { row: PartRow; path: Path }) {
  const t = useText();
  const [doing, setDoing] = useState<Doing | null>(null);
  const attendees = part(path, 'conferenceAttendee').filter(one => one.conference === row.id);
  const day = formatDay(row.heldOn as Day, t.lang);
  return (
    <section className="card part" aria-labelledby={`conference-${row.id}`}>
      <h2 id={`conference-${row.id}`}>{t('support.conference.held', { day })}</h2>
      <RowFacts
        record={caseConference}
        row={row}
        names={['herPart', 'herWords', 'ground', 'groundArticle', 'minutes']}
      />
      <h3>{t('support.conference.attendees')}</h3>
      {attendees.length === 0 && <p className="soft">{t('support.conference.nobody')}</p>}
      <ul className="plain-list">
        {attendees.map(one => (
          <li key={one.id}>
            {one.officerName as string}{' '}
            <span className="soft">
              <OfficeName id={one.attending as string} />
            </span>
          </li>
        ))}
      </ul>
      <h3>{t('support.conference.decisions')}</h3>
      <p className="soft small">{t('support.conference.decisions_text')}</p>
      <ActionLines actions={part(path, 'planAction').filter(action => action.conference === row.id)} />
      <div className="row no-print">
        {may(path.person, 'conferenceAttendee.add') && (
          <Button
            icon="person"
            onPress={() =>
              setDoing({
                act: addAttendee,
                record: conferenceAttendee,
                names: ['attending', 'officerName'],
                first: { conference: row.id },
              })
            }
          >
            {t('path.act.conferenceAttendee.add')}
          </Button>
        )}
        {may(path.person, 'planAction.add') && (
          <Button
            icon="plus"
            onPress={() =>
              setDoing({
                act: addAction,
                record: planAction,
                names: ['what', 'toOffice', 'owner', 'dueOn'],
                first: { conference: row.id },
                lead: t('support.action.add_lead'),
              })
            }
          >
            {t('support.conference.decide')}
          </Button>
        )}
      </div>
      {doing && <InputDialog {...doing} path={path} onClose={() => setDoing(null)} />}
    </section>
  );
}
