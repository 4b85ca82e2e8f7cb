/* One verification request, for the office that asked and the body that was asked: its clock, the shared part of the file, the answer, and the way to the
 * identification. The answer says what was found out; only the identification is an assertion. */
import { useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import type { Row } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { issuesByField } from '../../../web/problems.ts';
import { useAct } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { useRules } from '../../../web/rules.ts';
import { OfRecord } from '../../../web/shell/of-record.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button, LinkButton } from '../../../web/ui/button.tsx';
import { ChoiceList } from '../../../web/ui/choices.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { TextArea } from '../../../web/ui/field.tsx';
import { StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { Assertions } from '../../people/web/path-assertions.tsx';
import { may, type PartRow, usePath } from '../../people/web/path-data.ts';
import { Clocks } from '../../people/web/path-due.tsx';
import { PersonLine, RowFacts } from '../../people/web/path-words.tsx';
import { answeredOn, verification as verificationRecord } from '../index.ts';
import { Doings, Trail } from './verification-doings.tsx';
import { clocksFrom } from './verify.tsx';
import './victims.css';

export const verificationTones: Readonly<Record<string, Tone>> = {
  sent: 'active',
  answered: 'good',
  refused: 'warn',
  withdrawn: 'neutral',
};

export default function Verification({ params }: ScreenProps) {
  const t = useText();
  return (
    <OfRecord record="verification" id={params.id} title={t('victims.verification.title')}>
      {row => <Request row={row} />}
    </OfRecord>
  );
}

function Request({ row }: { row: PartRow }) {
  const t = useText();
  const { data: rules } = useRules();
  const { data: path } = usePath(row.person as string);
  const state = row.state as string;
  return (
    <Page
      title={t('victims.verification.number', { number: row.number as string })}
      lead={
        <>
          <OfficeName id={row.office} /> → <OfficeName id={row.toOffice as string} />
        </>
      }
      actions={
        <StateMark tone={verificationTones[state] ?? 'neutral'}>
          {codeLabel(t, 'verificationState', state)}
        </StateMark>
      }
    >
      {path ? (
        <section className="card part" aria-labelledby="shared-file">
          <h2 id="shared-file">{t('victims.verification.file')}</h2>
          <PersonLine path={path} onward />
          <div className="row">
            <LinkButton href={`/people/${path.person.id}`} icon="folder">
              {t(path.shared ? 'victims.verification.open_shared' : 'victims.verification.open')}
            </LinkButton>
            {may(path.person, 'assertion.identify') && state === 'sent' && (
              <LinkButton href={`/people/${path.person.id}/identify`} icon="check" kind="primary">
                {t('victims.verification.identify')}
              </LinkButton>
            )}
          </div>
        </section>
      ) : (
        <p className="soft">{t('victims.verification.no_file')}</p>
      )}
      <section className="card part" aria-labelledby="clock">
        <h2 id="clock">{t('victims.verification.clock')}</h2>
        {rules && typeof row.receivedOn === 'string' && (
          <Clocks clocks={clocksFrom(rules, row.receivedOn as Day, answeredOn(row))} />
        )}
      </section>
      <section className="card part" aria-labelledby="asked">
        <h2 id="asked">{t('victims.verification.asked')}</h2>
        <RowFacts
          record={verificationRecord}
          row={row}
          names={['receivedOn', 'law', 'complex', 'renews', 'newFacts', 'question']}
          always={['question']}
        />
      </section>
      {state === 'answered' && (
        <section className="card part" aria-labelledby="answered">
          <h2 id="answered">{t('victims.verification.answered')}</h2>
          <RowFacts
            record={verificationRecord}
            row={row}
            names={['finding', 'answeredAt', 'reply']}
            always={['finding']}
          />
        </section>
      )}
      {(state === 'refused' || state === 'withdrawn') && (
        <section className="card part" aria-labelledby="ended">
          <h2 id="ended">{codeLabel(t, 'verificationState', state)}</h2>
          <RowFacts
            record={verificationRecord}
            row={row}
            names={['refusedWhy', 'betterOffice', 'answeredAt', 'reply', 'withdrawnWhy']}
          />
        </section>
      )}
      <Trail row={row} />
      {path && <Assertions path={path} />}
      {may(row, 'verification.answer') && <Answer row={row} />}
      <Doings row={row} path={path} />
    </Page>
  );
}

function Answer({ row }: { row: Row }) {
  const t = useText();
  const [finding, setFinding] = useState<string | null>(null);
  const [reply, setReply] = useState('');
  const { mutateAsync, error, isPending } = useAct('verification.answer');
  const errors = issuesByField(t, error);
  const answer = async () => {
    await mutateAsync({
      input: { finding, reply: reply || null },
      subject: { record: 'verification', id: row.id },
    });
    toast(t('victims.verification.answer_done'));
  };
  return (
    <section className="card part" aria-labelledby="answer">
      <h2 id="answer">{t('victims.verification.answer')}</h2>
      <p className="soft">{t('victims.verification.answer_text')}</p>
      <form
        className="step-form"
        onSubmit={event => {
          event.preventDefault();
          void answer().catch(() => undefined);
        }}
      >
        <ErrorSummary error={error} labelOf={field => fieldLabel(t, 'verification', field)} />
        <ChoiceList
          name="finding"
          label={fieldLabel(t, 'verification', 'finding')}
          required
          error={errors.finding}
          value={finding}
          onChange={setFinding}
          options={['victim', 'not_victim', 'undetermined'].map(code => ({
            code,
            label: codeLabel(t, 'finding', code),
          }))}
        />
        <TextArea
          name="reply"
          label={fieldLabel(t, 'verification', 'reply')}
          error={errors.reply}
          maxLength={4000}
          value={reply}
          onChange={setReply}
        />
        <div className="row">
          <Button type="submit" kind="primary" isPending={isPending}>
            {t('victims.verification.answer_send')}
          </Button>
        </div>
      </form>
    </section>
  );
}
