/*
 * How a value of each kind is asked for: one component for each widget a field kind may name as its input. A value is kept the way the server reads it, so
 * an interview question without an answer is `{unanswered: 'declined'}` and never an empty text.
 */
import type { ReactNode } from 'react';
import type { Day, Instant, PartialDay } from '../../kernel/day.ts';
import { type Field, type Unanswered, unansweredStates, type Widget } from '../../kernel/fields/kind.ts';
import { type Answer, nameKinds, type PersonName } from '../../kernel/fields/kinds.ts';
import type { RecordDeclaration } from '../../kernel/record/record.ts';
import { api } from '../datasource.ts';
import { foldedMatch } from '../fold.ts';
import { codeLabel, fieldLabel } from '../labels.ts';
import {
  type OfficeFound,
  type OfficerFound,
  officeName,
  type PlaceFound,
  titleOf,
  useOffice,
  useOfficer,
  useOffices,
  useUnit,
} from '../names.tsx';
import { useText } from '../text.ts';
import { Button } from './button.tsx';
import { DayInput, InstantInput } from './calendar.tsx';
import { AnswerButtons, ChoiceList, MultiChoice, SelectInput, Tick } from './choices.tsx';
import { Combobox, type Found } from './combobox.tsx';
import { type FieldProps, FieldSet, fieldId, NumberInput, TextArea, TextInput } from './field.tsx';
import './inputs.css';
import { PartialDayInput } from './partial-day.tsx';
import { type UnitFound, UnitPicker } from './unit-picker.tsx';

export interface InputProps extends FieldProps {
  field: Field;
  value: unknown;
  onChange: (value: unknown) => void;
  /** The day whose map of units and offices is meant. */
  on: Day;
  /** The competence an office must have to be offered. */
  competence?: string;
}

/** More codes than this do not stand side by side: they are found by typing. */
const MANY = 12;

const inputs: Readonly<Record<Widget, (props: InputProps) => ReactNode>> = {
  text: ({ field, value, ...props }) => (
    <TextInput
      {...bare(props)}
      value={(value as string) ?? ''}
      maxLength={field.options.max}
      onChange={props.onChange}
    />
  ),
  longText: ({ field, value, ...props }) => (
    <TextArea
      {...bare(props)}
      value={(value as string) ?? ''}
      maxLength={field.options.max ?? 4000}
      onChange={props.onChange}
    />
  ),
  names: NamesInput,
  choice: ChoiceInput,
  choices: ChoicesInput,
  answer: ({ value, ...props }) => (
    <AnswerButtons {...bare(props)} value={(value as Answer) ?? null} onChange={props.onChange} />
  ),
  answers: () => null,
  flag: ({ value, ...props }) => (
    <Tick name={props.name} label={props.label} value={value === true} onChange={props.onChange} />
  ),
  whole: ({ value, ...props }) => (
    <NumberInput {...bare(props)} value={(value as number) ?? null} onChange={props.onChange} />
  ),
  partialDay: ({ value, ...props }) => (
    <PartialDayInput
      {...bare(props)}
      // Whatever is half known has happened.
      most={props.on}
      value={(value as PartialDay) ?? null}
      onChange={props.onChange}
    />
  ),
  day: ({ value, ...props }) => (
    <DayInput {...bare(props)} value={(value as Day) ?? null} onChange={props.onChange} />
  ),
  instant: ({ value, ...props }) => (
    <InstantInput {...bare(props)} value={(value as Instant) ?? null} onChange={props.onChange} />
  ),
  unit: UnitInput,
  office: OfficeInput,
  offices: OfficesInput,
  officer: OfficerInput,
  record: () => null,
  corrections: () => null,
  sealed: ({ field, value, ...props }) => (
    <TextInput
      {...bare(props)}
      value={(value as string) ?? ''}
      autoComplete="off"
      maxLength={field.options.max}
      onChange={props.onChange}
    />
  ),
};

/** One field of a form, with the ways of having no answer below it where the field is an interview question. */
export function FieldInput(props: InputProps) {
  const Input = inputs[props.field.kind.input];
  if (!props.field.asked) return <Input {...props} />;
  const state = unansweredOf(props.value);
  return (
    <div className="asked">
      <Input {...props} value={state ? null : props.value} />
      <Unasked
        name={props.name}
        state={state}
        onChange={next => props.onChange(next && { unanswered: next })}
      />
    </div>
  );
}

/** Several fields of a record, in the order named; `values` is what will be sent. */
export function FieldInputs({
  record,
  names,
  values,
  onChange,
  errors = {},
  on,
}: {
  record: RecordDeclaration;
  names: readonly string[];
  values: Readonly<Record<string, unknown>>;
  onChange: (values: Record<string, unknown>) => void;
  errors?: Readonly<Record<string, string>>;
  on: Day;
}) {
  const t = useText();
  return names.map(name => {
    const field = record.fields[name];
    if (!field) return null;
    return (
      <FieldInput
        key={name}
        name={name}
        field={field}
        label={fieldLabel(t, record.name, name)}
        required={field.required}
        error={errors[name]}
        value={values[name]}
        on={on}
        onChange={value => onChange({ ...values, [name]: value })}
      />
    );
  });
}

/** The state of a value that stands unanswered. */
export function unansweredOf(value: unknown): Unanswered | null {
  const state = (value as { unanswered?: Unanswered } | null)?.unanswered;
  return state && unansweredStates.includes(state) ? state : null;
}

const bare = ({ name, label, hint, error, required, disabled }: FieldProps): FieldProps => ({
  name,
  label,
  hint,
  error,
  required,
  disabled,
});

function Unasked({
  name,
  state,
  onChange,
}: {
  name: string;
  state: Unanswered | null;
  onChange: (state: Unanswered | null) => void;
}) {
  const t = useText();
  return (
    <div className="unasked">
      {unansweredStates.map(code => (
        <label key={code} className="unasked-one">
          <input
            type="checkbox"
            name={`${name}.${code}`}
            checked={state === code}
            onChange={event => onChange(event.target.checked ? code : null)}
          />
          <span>{t(`ui.answer.${code}`)}</span>
        </label>
      ))}
    </div>
  );
}

function NamesInput({ value, onChange, ...props }: InputProps) {
  const t = useText();
  const names = (value as readonly PersonName[]) ?? [];
  const set = (at: number, change: Partial<PersonName>) =>
    onChange(names.map((name, index) => (index === at ? { ...name, ...change } : name)));
  return (
    <FieldSet {...bare(props)}>
      {names.map((name, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a name being typed has no other identity
        <div className="names-row" key={index}>
          <input
            className="input"
            id={index === 0 ? fieldId(props.name) : undefined}
            aria-label={t('cell.name', { at: index + 1 })}
            value={name.text}
            maxLength={120}
            onChange={event => set(index, { text: event.target.value })}
          />
          <select
            className="input select"
            aria-label={t('cell.name_kind', { at: index + 1 })}
            value={name.kind}
            onChange={event => set(index, { kind: event.target.value as PersonName['kind'] })}
          >
            {nameKinds.map(kind => (
              <option key={kind} value={kind}>
                {codeLabel(t, 'nameKind', kind)}
              </option>
            ))}
          </select>
          <Button
            kind="quiet"
            icon="close"
            iconOnly
            onPress={() => onChange(names.filter((_, other) => other !== index))}
          >
            {t('cell.name_remove', { at: index + 1 })}
          </Button>
        </div>
      ))}
      {names.length < 12 && (
        <div>
          <Button kind="quiet" icon="plus" onPress={() => onChange([...names, { text: '', kind: 'alias' }])}>
            {t('cell.name_add')}
          </Button>
        </div>
      )}
    </FieldSet>
  );
}

function ChoiceInput({ field, value, onChange, ...props }: InputProps) {
  const t = useText();
  const options = (field.options.codes ?? []).map(code => ({
    code,
    label: codeLabel(t, field.options.labels, code),
  }));
  const chosen = (value as string) ?? null;
  if (options.length > MANY) {
    const found = options.map(({ code, label }): Found => ({ id: code, label }));
    return (
      <Combobox
        {...bare(props)}
        value={found.find(option => option.id === chosen) ?? null}
        onChange={option => onChange(option?.id ?? null)}
        search={async text => found.filter(option => foldedMatch(option.label, text))}
      />
    );
  }
  if (options.length > 6)
    return <SelectInput {...bare(props)} value={chosen} onChange={onChange} options={options} none="" />;
  return <ChoiceList {...bare(props)} inline value={chosen} onChange={onChange} options={options} />;
}

function ChoicesInput({ field, value, onChange, ...props }: InputProps) {
  const t = useText();
  const options = (field.options.codes ?? []).map(code => ({
    code,
    label: codeLabel(t, field.options.labels, code),
  }));
  return (
    <MultiChoice
      {...bare(props)}
      inline
      value={(value as readonly string[]) ?? []}
      onChange={onChange}
      options={options}
    />
  );
}

const asUnit = (place: PlaceFound): UnitFound => ({
  id: place.id,
  label: place.name,
  kind: place.level,
  within: place.path.split(', ').slice(1),
  endedOn: place.validTo as Day | null,
});

function UnitInput({ value, onChange, on, ...props }: InputProps) {
  const known = useUnit(value as string | null);
  if (value && !known) return null;
  return (
    <UnitPicker
      {...bare(props)}
      on={on}
      value={known ? asUnit(known) : null}
      onChange={unit => onChange(unit?.id ?? null)}
      search={async (text, day, signal) =>
        (await api<{ units: PlaceFound[] }>('units', { text, on: day }, signal)).units.map(asUnit)
      }
    />
  );
}

function OfficeInput({ value, onChange, on, competence, ...props }: InputProps) {
  const t = useText();
  const known = useOffice(value as string | null);
  const asFound = (office: OfficeFound): Found => ({
    id: office.id,
    label: officeName(office, t.lang),
    detail: officeName(office, t.lang, true),
  });
  if (value && !known) return null;
  return (
    <Combobox
      {...bare(props)}
      value={known ? asFound(known) : null}
      onChange={office => onChange(office?.id ?? null)}
      search={async (text, signal) =>
        (await api<{ offices: OfficeFound[] }>('offices', { text, on, competence }, signal)).offices.map(
          asFound,
        )
      }
    />
  );
}

/** Any number of offices: each stands by itself and can be taken out, the next is found by typing. */
function OfficesInput({ value, onChange, ...props }: InputProps) {
  const t = useText();
  const chosen = (value as readonly string[]) ?? [];
  const named = useOffices(chosen);
  return (
    <div className="stack-tight">
      <OfficeInput
        {...props}
        // Anew after each choice, so that the field is empty for the next.
        key={chosen.length}
        value={null}
        onChange={id => typeof id === 'string' && !chosen.includes(id) && onChange([...chosen, id])}
      />
      {chosen.map(id => {
        const office = named.get(id);
        const name = office ? officeName(office, t.lang) : '…';
        return (
          <div className="row" key={id}>
            <span>{name}</span>
            <Button
              kind="quiet"
              icon="close"
              iconOnly
              onPress={() => onChange(chosen.filter(other => other !== id))}
            >
              {t('cell.office_remove', { name })}
            </Button>
          </div>
        );
      })}
    </div>
  );
}

function OfficerInput({ value, onChange, ...props }: InputProps) {
  const t = useText();
  const known = useOfficer(value as string | null);
  const asFound = (officer: OfficerFound): Found => ({
    id: officer.id,
    label: officer.name,
    detail: titleOf(officer, t.lang) ?? undefined,
  });
  if (value && !known) return null;
  return (
    <Combobox
      {...bare(props)}
      value={known ? asFound(known) : null}
      onChange={officer => onChange(officer?.id ?? null)}
      search={async (text, signal) =>
        (await api<{ officers: OfficerFound[] }>('officers', { text }, signal)).officers.map(asFound)
      }
    />
  );
}
