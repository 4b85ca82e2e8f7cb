/* The ground a share rests on: her consent, chosen among those that cover this receiver or recorded here, or an article of law. The two are kept apart, because
 * one of them she can take back. */
import { useState } from 'react';
import { type Day, dayOf, formatDay } from '../../../kernel/day.ts';
import { codeLabel } from '../../../web/labels.ts';
import { issuesByField } from '../../../web/problems.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ChoiceList } from '../../../web/ui/choices.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { TextInput } from '../../../web/ui/field.tsx';
import { type PartRow, type Path, part, usePathAct } from '../../people/web/path-data.ts';
import { ConsentFields } from '../../people/web/path-dialogs.tsx';

export interface Ground {
  readonly ground: string | null;
  readonly consent: string | null;
  readonly groundArticle: string;
}

/** Purposes of consent that let a referral go out: the same two the server accepts. */
const covering = ['referral', 'services'];

/** Whether a consent covers a referral to an office on a day. The server decides again. */
export function covers(row: PartRow, office: string | null, today: Day): boolean {
  return (
    row.given === 'yes' &&
    row.withdrawnAt === null &&
    covering.includes(row.consentPurpose as string) &&
    (row.until === null || (row.until as Day) > today) &&
    (row.recipient === null || row.recipient === office)
  );
}

export function GroundFields({
  path,
  office,
  value,
  errors,
  onChange,
}: {
  path: Path;
  office: string | null;
  value: Ground;
  errors: Record<string, string>;
  onChange: (value: Ground) => void;
}) {
  const t = useText();
  const fitting = part(path, 'consent').filter(row => covers(row, office, path.today));
  return (
    <>
      <ChoiceList
        name="ground"
        label={t('referrals.ground.title')}
        required
        error={errors.ground}
        value={value.ground}
        onChange={ground => onChange({ ...value, ground })}
        options={['consent', 'legal_duty', 'vital_interest', 'criminal_procedure'].map(code => ({
          code,
          label: codeLabel(t, 'ground', code),
          hint: t(`referrals.ground.hint.${code}`),
        }))}
      />
      {value.ground === 'consent' && fitting.length > 0 && (
        <ChoiceList
          name="consent"
          label={t('referrals.ground.consent')}
          required
          error={errors.consent}
          value={value.consent}
          onChange={consent => onChange({ ...value, consent })}
          options={fitting.map(row => ({
            code: row.id,
            label: t('referrals.ground.given', {
              purpose: codeLabel(t, 'consentPurpose', row.consentPurpose as string),
              day: formatDay(dayOf(row.madeAt), t.lang),
            }),
            hint: row.until
              ? t('path.consents.until', { day: formatDay(row.until as Day, t.lang) })
              : undefined,
          }))}
        />
      )}
      {value.ground === 'consent' && fitting.length === 0 && (
        <RecordHere path={path} office={office} onRecorded={consent => onChange({ ...value, consent })} />
      )}
      {value.ground !== null && value.ground !== 'consent' && (
        <TextInput
          name="groundArticle"
          label={t('referrals.ground.article')}
          hint={t('referrals.ground.article_hint')}
          required
          maxLength={120}
          error={errors.groundArticle}
          value={value.groundArticle}
          onChange={groundArticle => onChange({ ...value, groundArticle })}
        />
      )}
    </>
  );
}

/** No consent covers this yet: she is asked now, and her answer is recorded as she gives it, also when it is no. */
function RecordHere({
  path,
  office,
  onRecorded,
}: {
  path: Path;
  office: string | null;
  onRecorded: (consent: string) => void;
}) {
  const t = useText();
  const [values, setValues] = useState<Record<string, unknown>>({
    consentPurpose: 'referral',
    givenBy: 'herself',
    recipient: office,
  });
  const doing = usePathAct('consent.record', path.person.id);
  const save = async () => {
    const outcome = await doing.act({ person: path.person.id, ...values });
    if (values.given === 'yes') onRecorded(outcome.subject.id);
  };
  return (
    <section className="card part" aria-labelledby="record-here">
      <h2 id="record-here">{t('referrals.ground.none')}</h2>
      <p className="soft">{t('referrals.ground.none_text')}</p>
      <ErrorSummary error={doing.error} labelOf={field => t(`field.consent.${field}`)} />
      <ConsentFields
        path={path}
        purposes={covering}
        values={values}
        errors={issuesByField(t, doing.error)}
        onChange={setValues}
      />
      <div>
        <Button isPending={doing.isPending} onPress={() => void save().catch(() => undefined)}>
          {t('referrals.ground.save')}
        </Button>
      </div>
    </section>
  );
}
