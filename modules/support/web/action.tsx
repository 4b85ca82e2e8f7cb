/* One action, for whoever is to do it: what, by when, and what came of it. It may be all an office ever sees of a person, so it asks for nothing of her file. */
import { useState } from 'react';
import { type Day, formatInstant, type Instant } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName, OfficerName } from '../../../web/names.tsx';
import { issuesByField } from '../../../web/problems.ts';
import { useAct } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { OfRecord } from '../../../web/shell/of-record.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button, LinkButton } from '../../../web/ui/button.tsx';
import { ChoiceList } from '../../../web/ui/choices.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { TextArea, TextInput } from '../../../web/ui/field.tsx';
import { DueMark, StateMark } from '../../../web/ui/marks.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { may, type PartRow, usePath } from '../../people/web/path-data.ts';
import { Facts, PersonLine, RowFacts } from '../../people/web/path-words.tsx';
import { planAction } from '../index.ts';
import { actionOutcomes } from '../lists.ts';
import { actionTones } from './plan-part.tsx';
import { whyText } from './why.ts';

export default function Action({ params }: ScreenProps) {
  const t = useText();
  return (
    <OfRecord record="planAction" id={params.id} title={t('support.action.title')}>
      {row => <One row={row} />}
    </OfRecord>
  );
}

function One({ row }: { row: PartRow }) {
  const t = useText();
  const { data: path } = usePath(row.person as string);
  const state = row.state as string;
  return (
    <Page
      title={t('support.action.title')}
      lead={t('support.action.number', { number: (row.fileNumber as string | null) ?? '—' })}
      actions={
        <StateMark tone={actionTones[state] ?? 'neutral'}>{codeLabel(t, 'actionState', state)}</StateMark>
      }
    >
      {path && <PersonLine path={path} />}
      <section className="card part" aria-labelledby="action-what">
        <h2 id="action-what">{(row.what as string | undefined) ?? t('support.action.title')}</h2>
        {state === 'open' && <DueMark due={row.dueOn as Day} state="advisory" />}
        <Facts>
          {[
            [fieldLabel(t, 'planAction', 'toOffice'), <OfficeName key="to" id={row.toOffice as string} />],
            typeof row.owner === 'string' && [
              fieldLabel(t, 'planAction', 'owner'),
              <OfficerName key="owner" id={row.owner} />,
            ],
            [t('support.action.given_by'), <OfficeName key="from" id={row.office} />],
            typeof row.reportedAt === 'string' && [
              fieldLabel(t, 'planAction', 'reportedAt'),
              formatInstant(row.reportedAt as Instant, t.lang),
            ],
          ]}
        </Facts>
        {typeof row.whyNot === 'string' && <p>{whyText(t, row.whyNot)}</p>}
        <RowFacts record={planAction} row={row} names={['outcomeNote']} />
        {path ? (
          <div>
            <LinkButton href={`/people/${path.person.id}`} icon="folder">
              {t('support.closing.open_file')}
            </LinkButton>
          </div>
        ) : (
          <p className="soft small">{t('support.action.only_this')}</p>
        )}
      </section>
      {may(row, 'planAction.report') && !row.via && <Report row={row} />}
    </Page>
  );
}

function Report({ row }: { row: PartRow }) {
  const t = useText();
  const [state, setState] = useState<string | null>(null);
  const [whyNot, setWhyNot] = useState('');
  const [note, setNote] = useState('');
  const { mutateAsync, error, isPending } = useAct('planAction.report');
  const errors = issuesByField(t, error);
  const run = async () => {
    await mutateAsync({
      input: { state, whyNot: state === 'done' ? null : whyNot || null, outcomeNote: note || null },
      subject: { record: 'planAction', id: row.id },
    });
    toast(t('path.done'));
  };
  return (
    <form
      className="step card part no-print"
      aria-labelledby="action-report"
      onSubmit={event => {
        event.preventDefault();
        void run().catch(() => undefined);
      }}
    >
      <h2 id="action-report">{t('support.action.report')}</h2>
      <ErrorSummary error={error} labelOf={field => fieldLabel(t, 'planAction', field)} />
      <ChoiceList
        large
        inline
        name="state"
        label={fieldLabel(t, 'planAction', 'state')}
        required
        error={errors.state}
        value={state}
        onChange={setState}
        options={actionOutcomes.map(code => ({ code, label: codeLabel(t, 'actionState', code) }))}
      />
      {state !== null && state !== 'done' && (
        <TextInput
          name="whyNot"
          label={fieldLabel(t, 'planAction', 'whyNot')}
          required
          maxLength={500}
          error={errors.whyNot}
          value={whyNot}
          onChange={setWhyNot}
        />
      )}
      <TextArea
        name="outcomeNote"
        label={fieldLabel(t, 'planAction', 'outcomeNote')}
        maxLength={2000}
        value={note}
        onChange={setNote}
      />
      <div className="row step-foot">
        <Button type="submit" kind="primary" large isPending={isPending}>
          {t('path.save')}
        </Button>
      </div>
    </form>
  );
}
