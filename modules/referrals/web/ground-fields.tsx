/* The ground a share rests on: her consent, chosen among those that cover this receiver or recorded here, or an article of law. The two are kept apart, because
 * one of them she can take back. */
import { useState } from 'react';
import { addDays, type Day, dayOf, formatDay, type PartialDay } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { issuesByField } from '../../../web/problems.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ChoiceList } from '../../../web/ui/choices.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { TextInput } from '../../../web/ui/field.tsx';
import { Badge } from '../../../web/ui/marks.tsx';
import { coveredBy, doubtsOf, graveDoubts, isChild } from '../../intake/index.ts';
import { type PartRow, type Path, part, usePathAct } from '../../people/web/path-data.ts';
import { ConsentFields, consentSaid } from '../../people/web/path-dialogs.tsx';
import { fieldWord } from '../../people/web/path-shares.tsx';
import { classesOfField, fieldsNotCovered } from '../index.ts';

export interface Ground {
  readonly ground: string | null;
  readonly consent: string | null;
  readonly groundArticle: string;
  readonly doubtNote: string;
}

/** Purposes of consent that let a referral go out: the same two the server accepts. */
const covering = ['referral', 'services'];

/** What a referral is about, as far as a consent must speak of it. */
export interface Wanted {
  readonly purpose: string | null;
  readonly office: string | null;
  /** The kind of agency the office is of. */
  readonly kind: string | null;
  readonly fields: readonly string[];
}

export const takenBackOf = (path: Path, consent: string): readonly PartRow[] =>
  part(path, 'withdrawal').filter(row => row.consent === consent && row.whole === 'no');

/** Whether a consent covers a referral; which fields it does not speak of is said apart. The server decides again. */
export const covers = (path: Path, row: PartRow, wanted: Wanted): boolean =>
  coveredBy(
    row,
    takenBackOf(path, row.id),
    {
      ...wanted,
      answers: part(path, 'consent'),
      born: (path.person.born ?? null) as PartialDay | null,
    },
    path.today,
  ) === null;

export function GroundFields({
  path,
  wanted,
  value,
  errors,
  onChange,
  onLeaveOut,
}: {
  path: Path;
  wanted: Wanted;
  /** Takes fields the consent does not speak of out of what is shared. */
  onLeaveOut: (fields: readonly string[]) => void;
  value: Ground;
  errors: Record<string, string>;
  onChange: (value: Ground) => void;
}) {
  const t = useText();
  const fitting = part(path, 'consent').filter(row => covers(path, row, wanted));
  const consent = fitting.find(row => row.id === value.consent);
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
              ? t('path.consents.until', { day: formatDay(addDays(row.until as Day, -1), t.lang) })
              : undefined,
          }))}
        />
      )}
      {value.ground === 'consent' && consent && (
        <Limits path={path} consent={consent} wanted={wanted} onLeaveOut={onLeaveOut} />
      )}
      {value.ground === 'consent' && consent && isGrave(path, consent) && (
        <TextInput
          name="doubtNote"
          label={fieldLabel(t, 'referral', 'doubtNote')}
          hint={t('referrals.ground.doubt_hint')}
          required
          maxLength={300}
          error={errors.doubtNote}
          value={value.doubtNote}
          onChange={doubtNote => onChange({ ...value, doubtNote })}
        />
      )}
      {value.ground === 'consent' && fitting.length === 0 && (
        <RecordHere path={path} wanted={wanted} onRecorded={consent => onChange({ ...value, consent })} />
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

const doubtsAbout = (path: Path, consent: PartRow) =>
  doubtsOf(consent, isChild((path.person.born ?? null) as PartialDay | null, path.today, consent));
const isGrave = (path: Path, consent: PartRow): boolean =>
  doubtsAbout(path, consent).some(doubt => graveDoubts.includes(doubt));

/** What the chosen consent does not speak of, and what about it gives doubt: said before the server has to. */
function Limits({
  path,
  consent,
  wanted,
  onLeaveOut,
}: {
  path: Path;
  consent: PartRow;
  wanted: Wanted;
  onLeaveOut: (fields: readonly string[]) => void;
}) {
  const t = useText();
  const uncovered = fieldsNotCovered(wanted.fields, consent, takenBackOf(path, consent.id));
  return (
    <div aria-live="polite">
      {doubtsAbout(path, consent).map(doubt => (
        <p key={doubt} className="small">
          <Badge tone="warn">{t(`path.consents.doubt.${doubt}`)}</Badge> {t(`reason.${doubt}`)}
        </p>
      ))}
      {uncovered.length > 0 && (
        <div className="card part">
          <p>
            {t('referrals.ground.uncovered', {
              fields: uncovered.map(name => fieldWord(t, name).toLowerCase()).join(', '),
            })}
          </p>
          <div>
            <Button onPress={() => onLeaveOut(uncovered)}>{t('referrals.ground.leave_out')}</Button>
          </div>
        </div>
      )}
    </div>
  );
}

/** No consent covers this yet: she is asked now, and her answer is recorded as she gives it, also when it is no. */
function RecordHere({
  path,
  wanted,
  onRecorded,
}: {
  path: Path;
  wanted: Wanted;
  onRecorded: (consent: string) => void;
}) {
  const t = useText();
  const [values, setValues] = useState<Record<string, unknown>>({
    consentPurpose: 'referral',
    givenBy: 'herself',
    recipient: wanted.office,
    dataClasses: [...new Set(wanted.fields.flatMap(classesOfField))],
  });
  const doing = usePathAct('consent.record', path.person.id);
  const save = async () => {
    const outcome = await doing.act({ person: path.person.id, ...consentSaid(values) });
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
