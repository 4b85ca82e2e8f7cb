/* Taking out: in which shape, which files, what for. What was held back and who has refused a use is said with the files, not only inside them. */
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../../web/datasource.ts';
import { codeLabel } from '../../../web/labels.ts';
import { issuesByField } from '../../../web/problems.ts';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ChoiceList, SelectInput, Tick } from '../../../web/ui/choices.tsx';
import { TextInput } from '../../../web/ui/field.tsx';
import { consentPurposes } from '../../intake/record.ts';
import { type Exported, save } from './asked.ts';
import './exchange.css';
import { Fault } from './job.tsx';

interface Wanted {
  readonly profile: 'htcds' | 'list';
  readonly format: 'xlsx' | 'csv';
  readonly state: string | null;
  readonly purpose: string;
  readonly withSealed: boolean;
  readonly onlyAllowed: string | null;
}

export default function Export() {
  const t = useText();
  const [wanted, setWanted] = useState<Wanted>({
    profile: 'htcds',
    format: 'xlsx',
    state: null,
    purpose: '',
    withSealed: false,
    onlyAllowed: null,
  });
  const change = (part: Partial<Wanted>) => setWanted(before => ({ ...before, ...part }));
  const taking = useMutation({
    mutationFn: ({ state, ...rest }: Wanted) =>
      api<Exported>('export', {
        record: 'person',
        ...rest,
        ...(state ? { filter: { state: { is: state } } } : {}),
        withSealed: rest.withSealed && rest.profile === 'htcds',
      }),
    onSuccess: ({ files, rows }) => {
      if (rows > 0) for (const file of files) save(file);
    },
  });
  const issues = issuesByField(t, taking.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    taking.mutate(wanted);
  };
  return (
    <Page title={t('exchange.export_title')} lead={t('exchange.export_lead')}>
      <form className="card stack" onSubmit={submit}>
        <ChoiceList
          name="profile"
          label={t('exchange.export.profile')}
          value={wanted.profile}
          onChange={profile => change({ profile: profile as Wanted['profile'] })}
          options={[
            {
              code: 'htcds',
              label: t('exchange.export.profile.htcds'),
              hint: t('exchange.export.profile.htcds_hint'),
            },
            { code: 'list', label: t('exchange.export.profile.list') },
          ]}
        />
        <ChoiceList
          name="format"
          label={t('exchange.export.format')}
          inline
          value={wanted.format}
          onChange={format => change({ format: format as Wanted['format'] })}
          options={[
            { code: 'xlsx', label: t('exchange.export.format.xlsx') },
            { code: 'csv', label: t('exchange.export.format.csv') },
          ]}
        />
        <SelectInput
          name="state"
          label={t('exchange.export.state')}
          value={wanted.state}
          none={t('exchange.export.state.all')}
          onChange={state => change({ state })}
          options={['open', 'closed'].map(code => ({ code, label: codeLabel(t, 'fileState', code) }))}
        />
        <SelectInput
          name="onlyAllowed"
          label={t('exchange.export.only_allowed')}
          value={wanted.onlyAllowed}
          none={t('exchange.export.only_allowed_none')}
          onChange={onlyAllowed => change({ onlyAllowed })}
          options={consentPurposes.map(code => ({ code, label: codeLabel(t, 'consentPurpose', code) }))}
        />
        <TextInput
          name="purpose"
          label={t('exchange.export.purpose')}
          hint={t('exchange.export.purpose_hint')}
          required
          maxLength={300}
          value={wanted.purpose}
          error={issues.purpose}
          onChange={purpose => change({ purpose })}
        />
        {wanted.profile === 'htcds' && (
          <Tick
            name="withSealed"
            label={t('exchange.export.sealed')}
            hint={t('exchange.export.sealed_hint')}
            value={wanted.withSealed}
            onChange={withSealed => change({ withSealed })}
          />
        )}
        {taking.error && <Fault error={taking.error} />}
        <div className="row">
          <Button type="submit" kind="primary" isPending={taking.isPending}>
            {t('exchange.export.do')}
          </Button>
        </div>
      </form>
      <div aria-live="polite">{taking.data && <Done done={taking.data} />}</div>
    </Page>
  );
}

function Done({ done }: { done: Exported }) {
  const t = useText();
  const withheld = Object.keys(done.withheld);
  return (
    <section className="card stack">
      <p>
        <b>{t('exchange.export.done', { rows: done.rows })}</b>
      </p>
      {done.leftOut.noConsent > 0 && (
        <p>{t('exchange.export.left_out', { count: done.leftOut.noConsent })}</p>
      )}
      {done.leftOut.glass > 0 && <p>{t('exchange.export.glass', { count: done.leftOut.glass })}</p>}
      {done.consentRefused > 0 && <p>{t('exchange.export.refused', { count: done.consentRefused })}</p>}
      {withheld.length > 0 && (
        <p className="soft small withheld">
          {t('exchange.export.withheld', { fields: withheld.join(', ') })}
        </p>
      )}
      {done.rows > 0 && (
        <div className="row">
          {done.files.map(file => (
            <Button key={file.name} icon="file" onPress={() => save(file)}>
              {t('exchange.export.again', { name: file.name })}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}
