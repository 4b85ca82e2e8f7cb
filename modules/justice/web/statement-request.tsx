/* One statement that was asked for: what for and by which article; and the answer, with the statement itself sealed until somebody says what it is needed for. */
import { useState } from 'react';
import { Link } from 'wouter';
import { type Day, dayOf, formatDay, type Instant } from '../../../kernel/day.ts';
import { longText } from '../../../kernel/fields/kinds.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { useRecords } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Do } from '../../../web/shell/do-dialog.tsx';
import { OfRecord } from '../../../web/shell/of-record.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ChoiceList, SelectInput } from '../../../web/ui/choices.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { Sealed } from '../../people/web/path-sealed.tsx';
import { Facts, RowFacts } from '../../people/web/path-words.tsx';
import { givenGrounds } from '../statement-lists.ts';
import { statementRequest } from '../statement-record.ts';
import { statementTones } from './participants.tsx';
import './justice.css';

export default function StatementRequest({ params }: ScreenProps) {
  const t = useText();
  return (
    <OfRecord record="statementRequest" id={params.id} title={t('record.statementRequest')}>
      {row => <One row={row} />}
    </OfRecord>
  );
}

function One({ row }: { row: PartRow }) {
  const t = useText();
  return (
    <Page
      title={`${t('record.statementRequest')} · ${row.fileNumber as string}`}
      lead={codeLabel(t, 'statementAsked', row.statementAsked as string)}
      actions={
        <StateMark tone={statementTones[row.state as string] ?? 'neutral'}>
          {codeLabel(t, 'statementState', row.state as string)}
        </StateMark>
      }
    >
      <section className="card part">
        <RowFacts
          record={statementRequest}
          row={row}
          names={[
            'handler',
            'whatFor',
            'statementGround',
            'toOffice',
            'answeredAt',
            'answerWhy',
            'askAgainOn',
            'givenGround',
            'withRepresentative',
            'withSupportPerson',
          ]}
        />
        {Boolean(row.statement) && (
          <Facts>
            {[
              [
                fieldLabel(t, 'statementRequest', 'statement'),
                <Sealed key="statement" record={statementRequest} row={row} name="statement" />,
              ],
            ]}
          </Facts>
        )}
        <p>
          <Link href={`/participations/${row.participation as string}`}>{t('record.participation')}</Link>
        </p>
        <AnswerStatement row={row} />
      </section>
    </Page>
  );
}

/** What the holder answers: given, not yet, no. */
export function AnswerStatement({ row }: { row: PartRow }) {
  const t = useText();
  const [open, setOpen] = useState<'give' | 'delay' | 'refuse' | null>(null);
  const close = () => setOpen(null);
  if (!may(row, 'statementRequest.give')) return null;
  const subject = { record: 'statementRequest', id: row.id };
  return (
    <div className="row no-print">
      <Button kind="primary" onPress={() => setOpen('give')}>
        {t('act.statementRequest.give')}
      </Button>
      <Button onPress={() => setOpen('delay')}>{t('act.statementRequest.delay')}</Button>
      <Button onPress={() => setOpen('refuse')}>{t('act.statementRequest.refuse')}</Button>
      {open === 'give' && <Give row={row} onClose={close} />}
      {open === 'delay' && (
        <Do
          act="statementRequest.delay"
          record={statementRequest}
          names={['answerWhy', 'askAgainOn']}
          subject={subject}
          onClose={close}
        />
      )}
      {open === 'refuse' && (
        <Do
          act="statementRequest.refuse"
          record={statementRequest}
          names={['answerWhy']}
          subject={subject}
          onClose={close}
        />
      )}
    </div>
  );
}

/** A statement has room to be written in. */
const told = {
  ...statementRequest,
  fields: { ...statementRequest.fields, statement: longText({ required: true, max: 20_000 }) },
};

/** Her own consent is chosen among those she gave for the proceedings; without one only a duty of law is left, with a word why. */
function Give({ row, onClose }: { row: PartRow; onClose: () => void }) {
  const t = useText();
  const [ground, setGround] = useState<string | null>(null);
  const { data } = useRecords('consent', {
    filter: { person: { is: row.person }, consentPurpose: { is: 'criminal_proceedings' } },
    limit: 50,
  });
  const given = (data?.pages.flatMap(page => page.rows) ?? []).filter(one => one.given === 'yes');
  return (
    <Do
      act="statementRequest.give"
      record={told}
      names={['statement', 'withRepresentative', 'withSupportPerson', 'answerWhy']}
      subject={{ record: 'statementRequest', id: row.id }}
      fixed={{ givenGround: ground }}
      lead={t('justice.participants.give_text')}
      onClose={onClose}
    >
      {(values, change, errors) => (
        <>
          <ChoiceList
            name="givenGround"
            label={fieldLabel(t, 'statementRequest', 'givenGround')}
            required
            error={errors.givenGround}
            value={ground}
            onChange={setGround}
            options={givenGrounds.map(code => ({ code, label: codeLabel(t, 'givenGround', code) }))}
          />
          {ground === 'consent' && (
            <SelectInput
              name="consent"
              label={fieldLabel(t, 'statementRequest', 'consent')}
              hint={given.length === 0 ? t('justice.participants.no_consent') : undefined}
              error={errors.consent}
              value={(values.consent as string | undefined) ?? null}
              onChange={consent => change({ consent })}
              options={given.map(one => ({
                code: one.id,
                label: t('justice.participants.consent_of', {
                  day: formatDay(dayOf(one.madeAt as Instant) as Day, t.lang),
                }),
              }))}
            />
          )}
        </>
      )}
    </Do>
  );
}
