/* The auditor's conditions. Each takes effect when it is chosen, but the file's number only when it is sent: asking about one person's file is itself entered
 * in the ledger. */
import { type FormEvent, useState } from 'react';
import type { Day } from '../../../kernel/day.ts';
import { entryKinds } from '../../../kernel/ledger/kinds.ts';
import { api } from '../../../web/datasource.ts';
import { type OfficeFound, type OfficerFound, officeName } from '../../../web/names.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { DayInput } from '../../../web/ui/calendar.tsx';
import { SelectInput } from '../../../web/ui/choices.tsx';
import { Combobox } from '../../../web/ui/combobox.tsx';
import { TextInput } from '../../../web/ui/field.tsx';
import { type Conditions, useEntryNames } from './entries.ts';
import { doneWords } from './words.tsx';

const wide = window.matchMedia('(min-width: 60rem)').matches;

export function Filters({
  conditions,
  errors,
  onChange,
}: {
  conditions: Conditions;
  errors: Readonly<Record<string, string>>;
  onChange: (next: Conditions) => void;
}) {
  const t = useText();
  const [file, setFile] = useState(conditions.file ?? '');
  const names = useEntryNames().data ?? [];
  const set = (change: Partial<Record<keyof Conditions, unknown>>) => {
    const next = Object.fromEntries(
      Object.entries({ ...conditions, ...change }).filter(([, value]) => value),
    );
    onChange(next as Conditions);
  };
  const ask = (event: FormEvent) => {
    event.preventDefault();
    set({ file: file.trim() || undefined });
  };
  const offered = names
    .filter(({ kind }) => !conditions.kind || kind === conditions.kind)
    .map(({ name }) => ({ code: name, label: doneWords(t, name) }))
    .sort((a, b) => a.label.localeCompare(b.label, t.lang));
  const count = Object.keys(conditions).length;
  return (
    <details className="filters card" open={wide || undefined}>
      <summary>{t('ledger.filters_on', { count })}</summary>
      <div className="filter-grid">
        <Combobox
          name="officer"
          label={t('ledger.filter.officer')}
          value={conditions.officer ?? null}
          onChange={officer => set({ officer })}
          search={async (text, signal) =>
            (await api<{ officers: OfficerFound[] }>('officers', { text, ended: true }, signal)).officers.map(
              ({ id, name, title }) => ({
                id,
                label: name,
                detail: title ?? undefined,
              }),
            )
          }
        />
        <Combobox
          name="office"
          label={t('ledger.filter.office')}
          value={conditions.office ?? null}
          onChange={office => set({ office })}
          search={async (text, signal) =>
            (await api<{ offices: OfficeFound[] }>('offices', { text }, signal)).offices.map(office => ({
              id: office.id,
              label: officeName(office, t.lang),
            }))
          }
        />
        <SelectInput
          name="kind"
          label={t('ledger.filter.kind')}
          value={conditions.kind ?? null}
          none={t('ledger.filter.any')}
          options={entryKinds.map(code => ({ code, label: t(`ledger.kind.${code}`) }))}
          onChange={kind => set({ kind, name: undefined })}
        />
        <SelectInput
          name="name"
          label={t('ledger.filter.name')}
          value={conditions.name ?? null}
          none={t('ledger.filter.any')}
          options={offered}
          onChange={name => set({ name })}
        />
        <DayInput
          name="from"
          label={t('ledger.filter.from')}
          value={conditions.from ?? null}
          error={errors.from}
          onChange={(from: Day | null) => set({ from })}
        />
        <DayInput
          name="to"
          label={t('ledger.filter.to')}
          value={conditions.to ?? null}
          error={errors.to}
          onChange={(to: Day | null) => set({ to })}
        />
        <form className="filter-file" onSubmit={ask}>
          <TextInput
            name="file"
            label={t('ledger.filter.file')}
            hint={t('ledger.filter.file_hint')}
            error={errors.file}
            autoComplete="off"
            spellCheck={false}
            maxLength={20}
            value={file}
            onChange={setFile}
          />
          <Button type="submit" icon="search">
            {t('ledger.filter.ask')}
          </Button>
        </form>
        {count > 0 && (
          <div className="filter-clear">
            <Button
              kind="quiet"
              icon="close"
              onPress={() => {
                setFile('');
                onChange({});
              }}
            >
              {t('ledger.filter.clear')}
            </Button>
          </div>
        )}
      </div>
    </details>
  );
}
