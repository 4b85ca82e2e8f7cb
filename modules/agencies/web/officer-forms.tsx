/* The forms about an officer: registering, giving a post, ending one, ending the officer. They are made from the acts' own inputs, so that the fields and
 * their limits are the server's. */
import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { dayOf } from '../../../kernel/day.ts';
import type { Fields } from '../../../kernel/fields/kind.ts';
import { choice } from '../../../kernel/fields/kinds.ts';
import { newId } from '../../../kernel/id.ts';
import { readClock } from '../../../web/clock.ts';
import type { Row } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { officeName, useOffice } from '../../../web/names.tsx';
import { issuesByField, problemText } from '../../../web/problems.ts';
import { useAct } from '../../../web/queries.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { FieldInput } from '../../../web/ui/inputs.tsx';
import { toast } from '../../../web/ui/toast.tsx';
import { endOfficer, endPost, givePost, registerOfficer } from '../acts.ts';
import { placesOfRole, roleNames } from '../roles.ts';
import { Refused } from './facts.tsx';

interface FormProps {
  title: string;
  text?: ReactNode;
  verb: string;
  danger?: boolean;
  act: { readonly name: string; readonly input: Fields };
  /** The record whose words label the fields. */
  record: string;
  /** Fields shown, in this order; others keep their first value. */
  names: readonly string[];
  labels?: Readonly<Record<string, string>>;
  first: Readonly<Record<string, unknown>>;
  subject?: { readonly record: string; readonly id: string };
  done: string;
  onChange?: (values: Readonly<Record<string, unknown>>) => void;
  onDone?: (id: string) => void;
  onClose: () => void;
}

/** One act as a dialog. The id is made once, so that pressing again after a lost connection does not do it twice. */
export function ActForm({
  act,
  record,
  names,
  labels = {},
  first,
  subject,
  done,
  onChange,
  onDone,
  onClose,
  ...words
}: FormProps) {
  const t = useText();
  const [values, setValues] = useState(first);
  const [id, setId] = useState(newId);
  const { mutate, error, isPending } = useAct(act.name);
  const issues = issuesByField(t, error);
  const change = (name: string, value: unknown) => {
    const next = { ...values, [name]: value };
    setValues(next);
    onChange?.(next);
    if (error) setId(newId());
  };
  const save = () =>
    mutate(
      { id, input: values, subject },
      {
        onSuccess: outcome => {
          toast(done);
          onClose();
          onDone?.(outcome.subject.id);
        },
      },
    );
  return (
    <Dialog
      title={words.title}
      open
      firm
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind={words.danger ? 'danger' : 'primary'} isPending={isPending} onPress={save}>
            {words.verb}
          </Button>
        </>
      }
    >
      {words.text && <p className="soft">{words.text}</p>}
      {names.map(name => (
        <FieldInput
          key={name}
          name={name}
          field={act.input[name]!}
          label={labels[name] ?? fieldLabel(t, record, name)}
          required={act.input[name]!.required}
          error={issues[name]}
          value={values[name]}
          on={dayOf(readClock())}
          onChange={value => change(name, value)}
        />
      ))}
      <Refused sentence={error && Object.keys(issues).length === 0 ? problemText(t, error) : null} />
    </Dialog>
  );
}

export function Register({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [, navigate] = useLocation();
  return (
    <ActForm
      title={t('agencies.officers.register')}
      text={t('agencies.officers.register_text')}
      verb={t('agencies.officers.register')}
      act={registerOfficer}
      record="officer"
      names={['name', 'title', 'titleEn', 'email', 'lang']}
      first={{ lang: 'vi' }}
      done={t('agencies.officers.registered')}
      onDone={id => navigate(`/officers/${id}`)}
      onClose={onClose}
    />
  );
}

export function GivePost({ officer, onClose }: { officer: string; onClose: () => void }) {
  const t = useText();
  const [place, setPlace] = useState<unknown>(null);
  const office = useOffice(place as string | null);
  // Once the office is chosen only the roles that are worked in there stand to choose; the server holds to the same list.
  const fitting = roleNames.filter(
    role => !office || (placesOfRole[role] as readonly string[]).includes(office.kind),
  );
  return (
    <ActForm
      title={t('agencies.officer.give')}
      text={t('agencies.officer.give_text')}
      verb={t('agencies.officer.give')}
      act={{ ...givePost, input: { ...givePost.input, role: choice('role', fitting, { required: true }) } }}
      record="post"
      names={['atOffice', 'role', 'extent', 'head', 'validFrom', 'validTo']}
      labels={{ atOffice: t('agencies.office.title') }}
      first={{ officer, extent: 'office', validFrom: dayOf(readClock()) }}
      done={t('agencies.officer.given')}
      onChange={values => setPlace(values.atOffice ?? null)}
      onClose={onClose}
    />
  );
}

export function EndPost({ post, onClose }: { post: Row; onClose: () => void }) {
  const t = useText();
  const office = useOffice(post.office as string);
  return (
    <ActForm
      title={t('agencies.post.end_title')}
      text={t('agencies.post.end_text', {
        role: codeLabel(t, 'role', post.role as string),
        office: office ? officeName(office, t.lang) : '…',
      })}
      verb={t('agencies.post.end')}
      danger
      act={endPost}
      record="post"
      names={['validTo']}
      labels={{ validTo: t('agencies.post.end_day') }}
      first={{ validTo: dayOf(readClock()) }}
      subject={{ record: 'post', id: post.id }}
      done={t('agencies.post.ended')}
      onClose={onClose}
    />
  );
}

export function EndOfficer({ officer, onClose }: { officer: Row; onClose: () => void }) {
  const t = useText();
  return (
    <ActForm
      title={t('agencies.officer.end')}
      text={t('agencies.officer.end_text')}
      verb={t('agencies.officer.end')}
      danger
      act={endOfficer}
      record="officer"
      names={['reason']}
      labels={{ reason: t('agencies.officer.end_reason') }}
      first={{}}
      subject={{ record: 'officer', id: officer.id }}
      done={t('agencies.officer.end_done')}
      onClose={onClose}
    />
  );
}
