/*
 * The short acts on a file, each a dialog over a declared record: a paper, a child, a consent, a correction. What is asked comes from
 * the declaration; what is not known may stay open with its own word.
 */
import { useState } from 'react';
import type { PartialDay } from '../../../kernel/day.ts';
import type { Answer, Answers } from '../../../kernel/fields/kinds.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { type ActDialogProps, DoingDialog } from '../../../web/shell/act-dialog.tsx';
import { FieldsDialog, type FieldsDialogProps, type Values } from '../../../web/shell/fields-dialog.tsx';
import { useText } from '../../../web/text.ts';
import { AnswerButtons, ChoiceList, MultiChoice } from '../../../web/ui/choices.tsx';
import { TextInput } from '../../../web/ui/field.tsx';
import { FieldInputs } from '../../../web/ui/inputs.tsx';
import { child, consent, dataClasses, explanations, isChild, isRefusal } from '../../intake/index.ts';
import { identityPaper, person as personRecord, stateless, whoSheIs } from '../index.ts';
import { type Path, usePathAct } from './path-data.ts';

interface DialogProps {
  path: Path;
  onClose: () => void;
}

/** A dialog over one act on the file; the person's page is asked again when it is done. */
export function ActDialog({ path, act, ...rest }: ActDialogProps & { path: Path; act: string }) {
  const t = useText();
  return <DoingDialog {...rest} doing={usePathAct(act, path.person.id)} done={t('path.done')} />;
}

/** A dialog over one act on the file whose input is fields of one record. */
export function RecordDialog({
  path,
  act,
  title,
  verb,
  fixed,
  ...rest
}: Omit<FieldsDialogProps, 'title' | 'verb'> & { path: Path; act: string; title?: string; verb?: string }) {
  const t = useText();
  return (
    <FieldsDialog
      {...rest}
      fixed={{ person: path.person.id, ...fixed }}
      title={title ?? t(`path.act.${act}`)}
      verb={verb ?? t('path.save')}
      doing={usePathAct(act, path.person.id)}
      done={t('path.done')}
    />
  );
}

export function PaperDialog(props: DialogProps) {
  return (
    <RecordDialog
      {...props}
      act="identityPaper.record"
      record={identityPaper}
      names={['paperKind', 'paperNumber', 'issuedOn', 'issuer']}
    />
  );
}

export function ChildDialog(props: DialogProps) {
  return (
    <RecordDialog
      {...props}
      act="child.record"
      record={child}
      names={['childName', 'born', 'sex', 'relation', 'note']}
    />
  );
}

export function ConsentDialog({ path, onClose, first = {} }: DialogProps & { first?: Values }) {
  const t = useText();
  const [values, setValues] = useState<Values>({ givenBy: 'herself', ...first });
  return (
    <ActDialog
      path={path}
      act="consent.record"
      title={t('path.act.consent.record')}
      verb={t('path.save')}
      input={{ person: path.person.id, ...consentSaid(values) }}
      labelOf={field => fieldLabel(t, 'consent', field.split('.')[0]!)}
      onClose={onClose}
    >
      {errors => <ConsentFields path={path} values={values} errors={errors} onChange={setValues} />}
    </ActDialog>
  );
}

/** A "no" is to the whole purpose: parts that were chosen for a "yes" are not sent with it. */
export const consentSaid = (values: Values): Values =>
  isRefusal(values.given) ? { ...values, dataClasses: null } : values;

/** The questions of one consent, used where one is recorded in passing as well. */
export function ConsentFields({
  path,
  values,
  errors,
  onChange,
  purposes,
}: {
  path: Path;
  values: Values;
  errors: Record<string, string>;
  onChange: (values: Values) => void;
  /** Offer only these purposes. */
  purposes?: readonly string[];
}) {
  const t = useText();
  const explained = (values.explained as Answers | undefined) ?? {};
  const told = explanations.filter(code => explained[code] === 'yes');
  return (
    <>
      <ChoiceList
        name="consentPurpose"
        label={t('path.consent.purpose')}
        required
        error={errors.consentPurpose}
        value={(values.consentPurpose as string) ?? null}
        onChange={code => onChange({ ...values, consentPurpose: code })}
        options={(purposes ?? consent.fields.consentPurpose.options.codes ?? []).map(code => ({
          code,
          label: codeLabel(t, 'consentPurpose', code),
        }))}
      />
      <MultiChoice
        name="explained"
        label={t('path.consent.explained')}
        hint={t('path.consent.explained_hint')}
        value={told}
        onChange={codes =>
          onChange({
            ...values,
            explained: Object.fromEntries(
              explanations.map(code => [code, codes.includes(code) ? 'yes' : 'not_asked']),
            ),
          })
        }
        options={explanations.map(code => ({ code, label: t(`path.consent.explain.${code}`) }))}
      />
      {!isRefusal(values.given) && (
        <MultiChoice
          inline
          name="dataClasses"
          label={fieldLabel(t, 'consent', 'dataClasses')}
          hint={t('path.consent.classes_hint')}
          error={errors.dataClasses}
          value={(values.dataClasses as readonly string[] | undefined) ?? []}
          onChange={codes => onChange({ ...values, dataClasses: codes })}
          options={dataClasses.map(code => ({ code, label: t(`bundle.${code}`) }))}
        />
      )}
      <AnswerButtons
        name="given"
        label={t('path.consent.given')}
        required
        error={errors.given}
        value={(values.given as Answer) ?? null}
        onChange={code => onChange({ ...values, given: code })}
      />
      <FieldInputs
        record={consent}
        names={[
          'givenBy',
          'language',
          'interpreter',
          ...(values.interpreter === 'yes' ? ['interpreterWho'] : []),
          'recipient',
          ...(values.recipient ? [] : ['recipientKind']),
          'until',
        ]}
        values={values}
        errors={errors}
        onChange={onChange}
        on={path.today}
      />
      {isChild((path.person.born ?? null) as PartialDay | null, path.today, values) && (
        <section className="card part" aria-labelledby="consent-guardian">
          <h3 id="consent-guardian">{t('path.consent.guardian')}</h3>
          <p className="soft small">{t('path.consent.guardian_text')}</p>
          <FieldInputs
            record={consent}
            names={['childAssent', 'guardianAnswer', 'guardianWho', 'guardianInvolved']}
            values={values}
            errors={errors}
            onChange={onChange}
            on={path.today}
          />
        </section>
      )}
    </>
  );
}

/** Fields that are never corrected by hand but must travel with a correction, which writes all of them. */
const CARRIED = ['importKey', 'exchange'];
const SEALED = Object.keys(whoSheIs).filter(name => personRecord.fields[name as 'phone'].tier === 'sealed');
const SAID = Object.keys(whoSheIs).filter(name => !CARRIED.includes(name) && !SEALED.includes(name));

export function CorrectDialog({ path, onClose }: DialogProps) {
  const t = useText();
  const { person } = path;
  const states = (person.unanswered ?? {}) as Readonly<Record<string, string>>;
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(
      Object.keys(whoSheIs).flatMap((name): [string, unknown][] => {
        if (SEALED.includes(name)) return states[name] ? [[name, { unanswered: states[name] }]] : [];
        return [[name, states[name] ? { unanswered: states[name] } : (person[name] ?? null)]];
      }),
    ),
  );
  const [reason, setReason] = useState('');
  return (
    <ActDialog
      wide
      path={path}
      act="person.correct"
      subject={{ record: 'person', id: person.id }}
      title={t('path.act.person.correct')}
      verb={t('path.save')}
      input={{ ...values, reason }}
      labelOf={field =>
        field === 'reason' ? t('path.correct.reason') : fieldLabel(t, 'person', field.split('.')[0]!)
      }
      onClose={onClose}
    >
      {errors => (
        <>
          <TextInput
            name="reason"
            label={t('path.correct.reason')}
            hint={t('path.correct.reason_hint')}
            required
            maxLength={300}
            error={errors.reason}
            value={reason}
            onChange={setReason}
          />
          <FieldInputs
            record={personRecord}
            names={SAID.filter(name => name !== 'livesHere' || values.nationality === stateless)}
            values={values}
            errors={errors}
            onChange={setValues}
            on={path.today}
          />
          <p className="soft">{t('path.correct.sealed')}</p>
          <FieldInputs
            record={personRecord}
            names={SEALED}
            values={values}
            errors={errors}
            onChange={setValues}
            on={path.today}
          />
        </>
      )}
    </ActDialog>
  );
}
