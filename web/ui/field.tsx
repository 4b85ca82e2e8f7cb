/*
 * One field: label, hint, input, refusal. The input's id is `field-` and the field's path, so that ErrorSummary can bring the reader to it from
 * what the server refused. Inputs are the browser's own: they are the fastest on a slow tablet and known to every screen reader.
 */
import { type InputHTMLAttributes, type ReactNode, useEffect, useState } from 'react';
import { useText } from '../text.ts';
import { Icon } from './icons.tsx';

export interface FieldProps {
  /** The field's path as the server names it: `born`, `names.0.text`. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** The sentence to show when the value was refused. */
  error?: string;
  /** What is wrong with what stands there now; unlike `error` it does not go away because somebody types. */
  fault?: string;
  required?: boolean;
  disabled?: boolean;
}
export interface Wiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

export function fieldId(name: string): string {
  return `field-${name}`;
}

/** A refusal stands until the field is answered anew after it; what was typed before it came hides nothing. */
export function useRefused(error: string | undefined): [error: string | undefined, answered: () => void] {
  const [isAnswered, answer] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every refusal, and its going, begins anew
  useEffect(() => answer(false), [error]);
  return [isAnswered ? undefined : error, () => answer(true)];
}

/** Label, hint and refusal around one input; the child gets the wiring. */
export function Field({ children, ...given }: FieldProps & { children: (wiring: Wiring) => ReactNode }) {
  const [refused, answered] = useRefused(given.error);
  const props = { ...given, error: given.fault ?? refused };
  const id = fieldId(props.name);
  return (
    <div className="field" data-invalid={props.error ? '' : undefined} onInput={answered}>
      <label htmlFor={id} className="label">
        {props.label}
        <Optional required={props.required} />
      </label>
      <Notes {...props} />
      {children({ id, 'aria-describedby': notesOf(props), 'aria-invalid': props.error ? true : undefined })}
    </div>
  );
}

/** The same around a set of inputs. The first input inside should carry `fieldId(name)`. */
export function FieldSet({ children, ...given }: FieldProps & { children: ReactNode }) {
  const [refused, answered] = useRefused(given.error);
  const props = { ...given, error: given.fault ?? refused };
  return (
    <fieldset
      className="field"
      onInput={answered}
      data-invalid={props.error ? '' : undefined}
      aria-describedby={notesOf(props)}
      disabled={props.disabled}
    >
      <legend className="label">
        {props.label}
        <Optional required={props.required} />
      </legend>
      <Notes {...props} />
      {children}
    </fieldset>
  );
}

export type TextInputProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  /** How wide the answer is expected to be, in characters. */
  width?: number;
  large?: boolean;
  /** Shown inside the frame, before the text. */
  before?: ReactNode;
} & Pick<
    InputHTMLAttributes<HTMLInputElement>,
    | 'type'
    | 'autoComplete'
    | 'inputMode'
    | 'maxLength'
    | 'autoFocus'
    | 'spellCheck'
    | 'pattern'
    | 'placeholder'
  >;

export function TextInput({ value, onChange, width, large, before, type = 'text', ...rest }: TextInputProps) {
  const { name, label, hint, error, fault, required, disabled, ...native } = rest;
  return (
    <Field name={name} label={label} hint={hint} error={error} fault={fault} required={required}>
      {wiring => (
        <span className="framed" data-large={large ? '' : undefined} data-width={widthOf(width)}>
          {before}
          <input
            {...native}
            {...wiring}
            className="input"
            type={type}
            name={name}
            value={value}
            disabled={disabled}
            aria-required={required || undefined}
            onChange={event => onChange(event.target.value)}
          />
        </span>
      )}
    </Field>
  );
}

export function NumberInput({
  value,
  onChange,
  ...rest
}: Omit<TextInputProps, 'value' | 'onChange' | 'type' | 'inputMode'> & {
  value: number | null;
  onChange: (value: number | null) => void;
}) {
  return (
    <TextInput
      width={8}
      {...rest}
      inputMode="numeric"
      value={value === null ? '' : String(value)}
      onChange={text => {
        const digits = text.replace(/\D/g, '').slice(0, 10);
        onChange(digits === '' ? null : Number(digits));
      }}
    />
  );
}

export type TextAreaProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  maxLength?: number;
};

/** Grows with its text. With `maxLength` it says how much is left once four fifths are used. */
export function TextArea({ value, onChange, rows = 3, maxLength, ...props }: TextAreaProps) {
  const t = useText();
  const left = maxLength === undefined ? null : maxLength - value.length;
  return (
    <Field {...props}>
      {wiring => (
        <>
          <textarea
            {...wiring}
            className="input area"
            name={props.name}
            rows={rows}
            maxLength={maxLength}
            value={value}
            disabled={props.disabled}
            aria-required={props.required || undefined}
            onChange={event => onChange(event.target.value)}
          />
          {left !== null && maxLength !== undefined && left < maxLength / 5 && (
            <p className="hint" aria-live="polite">
              {t('ui.characters_left', { left })}
            </p>
          )}
        </>
      )}
    </Field>
  );
}

function Optional({ required }: { required?: boolean }) {
  const t = useText();
  return required ? <span className="required"> {t('ui.required')}</span> : null;
}

function Notes({ name, hint, error }: FieldProps) {
  return (
    <>
      {hint && (
        <p className="hint" id={`${fieldId(name)}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="refusal" id={`${fieldId(name)}-error`}>
          <Icon name="alert" size={18} />
          {error}
        </p>
      )}
    </>
  );
}

function notesOf({ name, hint, error }: FieldProps): string | undefined {
  const ids = [hint && `${fieldId(name)}-hint`, error && `${fieldId(name)}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function widthOf(width?: number): string | undefined {
  if (width === undefined) return undefined;
  return width <= 4 ? 'xs' : width <= 10 ? 's' : width <= 20 ? 'm' : 'l';
}
