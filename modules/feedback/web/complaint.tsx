/* One complaint: what it is about, her own words behind a seal, and what this body does about it. There is no way from here into a file. */
import { useState } from 'react';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { issuesByField } from '../../../web/problems.ts';
import { useAct } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { OfRecord } from '../../../web/shell/of-record.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ChoiceList } from '../../../web/ui/choices.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { TextArea } from '../../../web/ui/field.tsx';
import { Badge, StateMark } from '../../../web/ui/marks.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { RowFacts } from '../../people/web/path-words.tsx';
import { complaint } from '../index.ts';
import { complaintTones } from './complaints.tsx';
import { HerWords } from './her-words.tsx';
import './feedback.css';

export default function Complaint({ params }: ScreenProps) {
  const t = useText();
  return (
    <OfRecord record="complaint" id={params.id} title={t('feedback.complaints.one')}>
      {row => <One row={row} />}
    </OfRecord>
  );
}

function One({ row }: { row: PartRow }) {
  const t = useText();
  const state = row.state as string;
  return (
    <Page
      title={`${t('feedback.complaints.one')} ${row.number as string}`}
      lead={
        <>
          {codeLabel(t, 'complaintKind', row.complaintKind as string)} ·{' '}
          <OfficeName id={row.aboutOffice as string} />
        </>
      }
      actions={
        <StateMark tone={complaintTones[state] ?? 'neutral'}>
          {codeLabel(t, 'complaintState', state)}
        </StateMark>
      }
    >
      {state !== 'closed' && typeof row.answerBy === 'string' && (
        <p className="soft">
          {t('feedback.complaints.by', { day: formatDay(row.answerBy as Day, t.lang) })}{' '}
          <Badge>{t('rule.clock.advisory')}</Badge>
        </p>
      )}
      <section className="card part" aria-labelledby="complaint-what">
        <h2 id="complaint-what">{t('feedback.complaints.what')}</h2>
        <HerWords record="complaint" row={row} purpose={t('feedback.complaints.purpose')} />
        {typeof row.fileNumber !== 'string' && <p className="soft">{t('feedback.complaints.no_number')}</p>}
        <RowFacts
          record={complaint}
          row={row}
          names={['fileNumber', 'takenBy', 'takenAt', 'outcome', 'outcomeNote', 'closedAt']}
        />
      </section>
      <Doing row={row} />
    </Page>
  );
}

function Doing({ row }: { row: PartRow }) {
  const t = useText();
  const take = useAct('complaint.take');
  const close = useAct('complaint.close');
  const [outcome, setOutcome] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const subject = { record: 'complaint', id: row.id };
  const errors = issuesByField(t, close.error);
  if (may(row, 'complaint.take'))
    return (
      <div>
        <ErrorSummary error={take.error} labelOf={field => fieldLabel(t, 'complaint', field)} />
        <Button
          kind="primary"
          isPending={take.isPending}
          onPress={() => void take.mutateAsync({ input: {}, subject }).catch(() => undefined)}
        >
          {t('feedback.complaints.take')}
        </Button>
      </div>
    );
  if (!may(row, 'complaint.close')) return null;
  const finish = async () => {
    await close.mutateAsync({ input: { outcome, outcomeNote: note || null }, subject });
    toast(t('feedback.complaints.closed'));
  };
  return (
    <section className="card part" aria-labelledby="complaint-close">
      <h2 id="complaint-close">{t('feedback.complaints.close')}</h2>
      <ErrorSummary error={close.error} labelOf={field => fieldLabel(t, 'complaint', field)} />
      <ChoiceList
        name="outcome"
        label={fieldLabel(t, 'complaint', 'outcome')}
        required
        error={errors.outcome}
        value={outcome}
        onChange={setOutcome}
        options={(complaint.fields.outcome.options.codes ?? []).map(code => ({
          code,
          label: codeLabel(t, 'complaintOutcome', code),
        }))}
      />
      <TextArea
        name="outcomeNote"
        label={fieldLabel(t, 'complaint', 'outcomeNote')}
        error={errors.outcomeNote}
        maxLength={2000}
        value={note}
        onChange={setNote}
      />
      <div>
        <Button
          kind="primary"
          isPending={close.isPending}
          onPress={() => void finish().catch(() => undefined)}
        >
          {t('feedback.complaints.close')}
        </Button>
      </div>
    </section>
  );
}
