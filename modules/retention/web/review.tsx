/* One review: what two officers decided, and what erasing will take away and leave. What is approved can be stopped until its day. */
import { useState } from 'react';
import { addDays, type Day, dayOf, formatDay, formatInstant, type Instant } from '../../../kernel/day.ts';
import { useNow } from '../../../web/clock.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { issuesByField } from '../../../web/problems.ts';
import { useAct, usePost, useRecord, useRecords, useSignedIn } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { OfRecord } from '../../../web/shell/of-record.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { withFreshFactor } from '../../../web/shell/step-up.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { DayInput } from '../../../web/ui/calendar.tsx';
import { ChoiceList } from '../../../web/ui/choices.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { TextArea, TextInput } from '../../../web/ui/field.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { RowFacts } from '../../people/web/path-words.tsx';
import { retentionReview } from '../index.ts';
import { reviewTones } from './reviews.tsx';

export default function Review({ params }: ScreenProps) {
  const t = useText();
  return (
    <OfRecord record="retentionReview" id={params.id} title={t('retention.one')}>
      {row => <One row={row} />}
    </OfRecord>
  );
}

function One({ row }: { row: PartRow }) {
  const t = useText();
  const state = row.state as string;
  return (
    <Page
      title={`${t('retention.one')} ${row.fileNumber as string}`}
      lead={<OfficeName id={row.fileOffice as string} />}
      actions={
        <StateMark tone={reviewTones[state] ?? 'neutral'}>{codeLabel(t, 'reviewState', state)}</StateMark>
      }
    >
      <section className="card part" aria-labelledby="review-what">
        <h2 id="review-what">{t('retention.what')}</h2>
        <RowFacts
          record={retentionReview}
          row={row}
          names={[
            'reviewGround',
            'groundArticle',
            'closedOn',
            'dueOn',
            'decision',
            'keepUntil',
            'reason',
            'proposedBy',
            'decidedBy',
            'decidedNote',
            'eraseOn',
            'failedWhy',
          ]}
        />
      </section>
      {row.decision === 'erase' && state !== 'erased' && <WhatGoes row={row} />}
      {state === 'erased' && <WhatIsLeft row={row} />}
      {may(row, 'retention.propose') && <Propose row={row} />}
      {may(row, 'retention.approve') && <Decide row={row} />}
      {!may(row, 'retention.approve') && may(row, 'retention.refuse') && <Refuse row={row} />}
    </Page>
  );
}

function WhatGoes({ row }: { row: PartRow }) {
  const t = useText();
  return (
    <section className="card part" aria-labelledby="review-goes">
      <h2 id="review-goes">{t('retention.goes')}</h2>
      {typeof row.eraseOn === 'string' && (
        <p>{t('retention.goes_on', { day: formatDay(row.eraseOn as Day, t.lang) })}</p>
      )}
      <ul className="bulleted">
        {['rows', 'bodies', 'entries', 'backups', 'outside'].map(what => (
          <li key={what}>{t(`retention.goes.${what}`)}</li>
        ))}
      </ul>
    </section>
  );
}

/** What is left of the file: that it was, when it went, and how much of it. */
function WhatIsLeft({ row }: { row: PartRow }) {
  const t = useText();
  // The office that held the file sees that it went, not the count.
  const counts = ['administrator', 'auditor'].includes(usePost()?.role ?? '');
  const { data } = useRecords(
    'tombstone',
    { filter: { fileNumber: { is: row.fileNumber } } },
    { enabled: counts },
  );
  const { data: stone } = useRecord('tombstone', data?.pages[0]?.rows[0]?.id);
  const rows = Object.values(JSON.parse((stone?.rowsErased as string | undefined) ?? '{}') as object);
  return (
    <section className="card part" aria-labelledby="review-left">
      <h2 id="review-left">{t('retention.left')}</h2>
      {stone && (
        <p>
          {t('retention.left_when', {
            at: formatInstant(stone.erasedAt as Instant, t.lang),
            rows: rows.reduce((sum, count) => sum + count, 0),
            bodies: stone.bodiesErased as number,
          })}
        </p>
      )}
      <ul className="bulleted">
        {['entries', 'backups', 'outside'].map(what => (
          <li key={what}>{t(`retention.goes.${what}`)}</li>
        ))}
      </ul>
    </section>
  );
}

/** One act on the review, with a fresh second factor. */
function useReviewAct(act: string, row: PartRow) {
  const t = useText();
  const { mutateAsync, error, isPending } = useAct(act);
  return {
    error,
    isPending,
    errors: issuesByField(t, error),
    run: (input: object) =>
      void withFreshFactor(() => mutateAsync({ input, subject: { record: 'retentionReview', id: row.id } }))
        .then(() => toast(t('retention.noted')))
        .catch(() => undefined),
  };
}

function Propose({ row }: { row: PartRow }) {
  const t = useText();
  const today = dayOf(useNow());
  const [decision, decide] = useState<string | null>(null);
  const [keepUntil, keep] = useState<Day | null>(null);
  const [reason, setReason] = useState('');
  const { error, errors, isPending, run } = useReviewAct('retention.propose', row);
  const label = (field: string) => fieldLabel(t, 'retentionReview', field);
  return (
    <section className="card part" aria-labelledby="review-propose">
      <h2 id="review-propose">{t('retention.propose')}</h2>
      <ErrorSummary error={error} labelOf={label} />
      <ChoiceList
        inline
        name="decision"
        label={label('decision')}
        required
        error={errors.decision}
        value={decision}
        onChange={decide}
        options={['keep', 'erase'].map(code => ({ code, label: codeLabel(t, 'reviewDecision', code) }))}
      />
      {decision === 'keep' && (
        <DayInput
          name="keepUntil"
          label={label('keepUntil')}
          required
          error={errors.keepUntil}
          least={addDays(today, 1)}
          value={keepUntil}
          onChange={keep}
        />
      )}
      <TextArea
        name="reason"
        label={label('reason')}
        hint={t('retention.reason_hint')}
        required
        error={errors.reason}
        maxLength={1000}
        value={reason}
        onChange={setReason}
      />
      <div>
        <Button
          kind="primary"
          isPending={isPending}
          onPress={() => run({ decision, keepUntil: decision === 'keep' ? keepUntil : null, reason })}
        >
          {t('retention.propose')}
        </Button>
      </div>
    </section>
  );
}

function Decide({ row }: { row: PartRow }) {
  const t = useText();
  const { error, isPending, run } = useReviewAct('retention.approve', row);
  const isMine = useSignedIn()?.officer.id === row.proposedBy;
  return (
    <>
      {isMine ? (
        <p className="soft">{t('retention.second')}</p>
      ) : (
        <section className="card part" aria-labelledby="review-approve">
          <h2 id="review-approve">{t('retention.approve')}</h2>
          <ErrorSummary error={error} labelOf={field => field} />
          <p>{t(`retention.approve.${row.decision as string}`)}</p>
          <div>
            <Button
              kind={row.decision === 'erase' ? 'danger' : 'primary'}
              isPending={isPending}
              onPress={() => run({})}
            >
              {t(`retention.approve_do.${row.decision as string}`)}
            </Button>
          </div>
        </section>
      )}
      <Refuse row={row} />
    </>
  );
}

function Refuse({ row }: { row: PartRow }) {
  const t = useText();
  const [decidedNote, note] = useState('');
  const { error, errors, isPending, run } = useReviewAct('retention.refuse', row);
  const what = row.state === 'approved' ? 'stop' : 'back';
  return (
    <section className="card part" aria-labelledby="review-refuse">
      <h2 id="review-refuse">{t(`retention.refuse.${what}`)}</h2>
      <ErrorSummary error={error} labelOf={field => fieldLabel(t, 'retentionReview', field)} />
      <TextInput
        name="decidedNote"
        label={fieldLabel(t, 'retentionReview', 'decidedNote')}
        required
        maxLength={300}
        error={errors.decidedNote}
        value={decidedNote}
        onChange={note}
      />
      <div>
        <Button icon="stop" isPending={isPending} onPress={() => run({ decidedNote })}>
          {t(`retention.refuse.${what}`)}
        </Button>
      </div>
    </section>
  );
}
