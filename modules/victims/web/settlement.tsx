/* One settlement, for both sides and the superior: the two findings beside each other, what was proposed and why, and what each may do now. Whoever only
 * decides sees the two findings and these words, not the file. */
import { useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { issuesByField } from '../../../web/problems.ts';
import { useAct, useRecord } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { OfRecord } from '../../../web/shell/of-record.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button, LinkButton } from '../../../web/ui/button.tsx';
import { ChoiceList } from '../../../web/ui/choices.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { TextArea } from '../../../web/ui/field.tsx';
import { FieldInput } from '../../../web/ui/inputs.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { Assertion } from '../../people/web/path-assertions.tsx';
import { may, type PartRow, part, usePath } from '../../people/web/path-data.ts';
import { RowFacts } from '../../people/web/path-words.tsx';
import { toVerifyAnew } from '../anew.ts';
import { settlement as settlementRecord } from '../index.ts';
import { objectSettlement } from '../settlement-acts.ts';
import { useFinding } from './settle.tsx';
import { settlementTones } from './settlements.tsx';
import './victims.css';

export default function Settlement({ params }: ScreenProps) {
  const t = useText();
  return (
    <OfRecord record="settlement" id={params.id} title={t('victims.settlement.title')}>
      {row => <Whole row={row} />}
    </OfRecord>
  );
}

function Whole({ row }: { row: PartRow }) {
  const t = useText();
  const ours = useRecord('assertion', row.ours as string).data as PartRow | undefined;
  const theirs = useRecord('assertion', row.theirs as string).data as PartRow | undefined;
  const state = row.state as string;
  const isOver = state === 'agreed' || state === 'decided';
  const word = (side: PartRow | undefined) =>
    isOver && side?.id === row.stands ? t('victims.settlement.gone_by') : null;
  return (
    <Page
      title={t('victims.settlement.title')}
      lead={
        <>
          <OfficeName id={row.office} /> → <OfficeName id={row.toOffice as string} />
        </>
      }
      actions={
        <StateMark tone={settlementTones[state] ?? 'neutral'}>
          {codeLabel(t, 'settlementState', state)}
        </StateMark>
      }
    >
      <section className="four" aria-labelledby="both">
        <h2 id="both" className="unseen">
          {t('victims.settlement.both')}
        </h2>
        {(
          [
            ['ours', ours],
            ['theirs', theirs],
          ] as const
        ).map(([side, found]) => (
          <section key={side} className="kind" aria-labelledby={`side-${side}`}>
            <h3 id={`side-${side}`}>{fieldLabel(t, 'settlement', side)}</h3>
            {word(found) && <StateMark tone="good">{word(found)}</StateMark>}
            {found ? (
              <Assertion row={found} />
            ) : (
              <p className="soft small">{t('victims.settlement.unseen')}</p>
            )}
          </section>
        ))}
      </section>
      <section className="card part" aria-labelledby="said">
        <h2 id="said">{t('victims.settlement.said')}</h2>
        {row.stands === null && <p>{t('victims.settle.anew')}</p>}
        <RowFacts
          record={settlementRecord}
          row={row}
          names={['proposedOn', 'reason', 'answeredAt', 'answer', 'superior', 'decidedAt', 'decision']}
        />
      </section>
      {isOver && !row.stands && <VerifyAnew row={row} />}
      {may(row, 'settlement.agree') && <Answer row={row} />}
      {may(row, 'settlement.decide') && ours && theirs && <Decide row={row} sides={[ours, theirs]} />}
    </Page>
  );
}

/** Neither stands: whoever keeps the file asks somebody to verify anew, until somebody is asked or finds. */
function VerifyAnew({ row }: { row: PartRow }) {
  const t = useText();
  const { data: path } = usePath(row.person as string);
  const isOpen =
    path?.person.state === 'open' &&
    toVerifyAnew([row], part(path, 'verification'), part(path, 'assertion')).length > 0;
  if (!path || !isOpen) return null;
  return (
    <section className="card part" aria-labelledby="anew">
      <h2 id="anew">{t('victims.settlement.verify_anew')}</h2>
      <p>{t('victims.settlement.verify_anew_text')}</p>
      {may(path.person, 'verification.request') && (
        <div className="row">
          <LinkButton href={`/people/${path.person.id}/verify`} icon="inspect" kind="primary">
            {t('victims.settlement.verify_anew')}
          </LinkButton>
        </div>
      )}
    </section>
  );
}

/** Agreeing needs no words; objecting needs them, and a superior who decides. */
function Answer({ row }: { row: PartRow }) {
  const t = useText();
  const [values, setValues] = useState<Record<string, unknown>>({});
  const agree = useAct('settlement.agree');
  const object = useAct('settlement.object');
  const error = object.error ?? agree.error;
  const errors = issuesByField(t, error);
  const labelOf = (field: string) => fieldLabel(t, 'settlement', field);
  const subject = { record: 'settlement', id: row.id };
  return (
    <section className="card part step-form" aria-labelledby="answer">
      <h2 id="answer">{t('victims.settlement.answer')}</h2>
      <ErrorSummary error={error} labelOf={labelOf} />
      {(['answer', 'superior'] as const).map(name => (
        <FieldInput
          key={name}
          name={name}
          field={objectSettlement.input[name]}
          label={labelOf(name)}
          hint={t(`victims.settlement.${name}_hint`)}
          error={errors[name]}
          value={values[name]}
          on={row.proposedOn as Day}
          onChange={value => setValues({ ...values, [name]: value })}
        />
      ))}
      <div className="row">
        <Button
          kind="primary"
          icon="check"
          isPending={agree.isPending}
          onPress={() =>
            void agree
              .mutateAsync({ input: { answer: values.answer ?? null }, subject })
              .then(() => toast(t('victims.settlement.agreed')))
              .catch(() => undefined)
          }
        >
          {t('victims.settlement.agree')}
        </Button>
        <Button
          icon="left"
          isPending={object.isPending}
          onPress={() =>
            void object
              .mutateAsync({ input: values, subject })
              .then(() => toast(t('victims.settlement.objected')))
              .catch(() => undefined)
          }
        >
          {t('victims.settlement.object')}
        </Button>
      </div>
    </section>
  );
}

function Decide({ row, sides }: { row: PartRow; sides: readonly [PartRow, PartRow] }) {
  const t = useText();
  const [stands, setStands] = useState<string | null>(null);
  const [decision, setDecision] = useState('');
  const { mutateAsync, error, isPending } = useAct('settlement.decide');
  const errors = issuesByField(t, error);
  const labelOf = (field: string) => fieldLabel(t, 'settlement', field);
  const say = useFinding();
  return (
    <section className="card part step-form" aria-labelledby="decide">
      <h2 id="decide">{t('victims.settlement.decide')}</h2>
      <ErrorSummary error={error} labelOf={labelOf} />
      <ChoiceList
        large
        name="stands"
        label={labelOf('stands')}
        required
        error={errors.stands}
        value={stands}
        onChange={setStands}
        options={[
          ...sides.map(side => ({ code: side.id, label: say(side) })),
          { code: 'anew', label: t('victims.settle.anew') },
        ]}
      />
      <TextArea
        name="decision"
        label={labelOf('decision')}
        required
        error={errors.decision}
        maxLength={2000}
        value={decision}
        onChange={setDecision}
      />
      <div className="row">
        <Button
          kind="primary"
          isPending={isPending}
          isDisabled={stands === null}
          onPress={() =>
            void mutateAsync({
              input: { stands: stands === 'anew' ? null : stands, decision: decision || null },
              subject: { record: 'settlement', id: row.id },
            })
              .then(() => toast(t('victims.settlement.decided')))
              .catch(() => undefined)
          }
        >
          {t('victims.settlement.decide')}
        </Button>
      </div>
    </section>
  );
}
