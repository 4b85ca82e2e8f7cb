/*
 * Questions with given answers. AnswerButtons keeps five things apart that forms like to mix: yes, no, not known, not wanted to say, not asked.
 * Targets are at least 44 px, 56 px with `large` (the intake).
 */
import type { ReactNode } from 'react';
import { type Answer, answerCodes } from '../../kernel/fields/kinds.ts';
import { useText } from '../text.ts';
import { Field, type FieldProps, FieldSet, fieldId } from './field.tsx';

export interface Option {
  code: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

interface AnswerProps extends FieldProps {
  value: Answer | null;
  onChange: (value: Answer) => void;
  large?: boolean;
  /** Leave out answers that make no sense here; the order stays. */
  codes?: readonly Answer[];
}

export function AnswerButtons({ value, onChange, large, codes = answerCodes, ...props }: AnswerProps) {
  const t = useText();
  return (
    <FieldSet {...props}>
      <div className="answers" data-large={large ? '' : undefined}>
        {codes.map((code, index) => (
          <label key={code} className="answer" data-code={code}>
            <input
              type="radio"
              id={index === 0 ? fieldId(props.name) : undefined}
              name={props.name}
              value={code}
              checked={value === code}
              onChange={() => onChange(code)}
            />
            <span>{t(`ui.answer.${code}`)}</span>
          </label>
        ))}
      </div>
    </FieldSet>
  );
}

interface ChoiceProps extends FieldProps {
  value: string | null;
  onChange: (code: string) => void;
  options: readonly Option[];
  large?: boolean;
  /** Side by side where there is room; for short answers. */
  inline?: boolean;
}

/** One of several. */
export function ChoiceList({ value, onChange, options, large, inline, ...props }: ChoiceProps) {
  return (
    <FieldSet {...props}>
      <div className="choices" data-large={large ? '' : undefined} data-inline={inline ? '' : undefined}>
        {options.map((option, index) => (
          <Choice key={option.code} option={option}>
            <input
              type="radio"
              id={index === 0 ? fieldId(props.name) : undefined}
              name={props.name}
              value={option.code}
              disabled={option.disabled}
              checked={value === option.code}
              onChange={() => onChange(option.code)}
            />
          </Choice>
        ))}
      </div>
    </FieldSet>
  );
}

interface MultiChoiceProps extends FieldProps {
  value: readonly string[];
  onChange: (codes: string[]) => void;
  options: readonly Option[];
  large?: boolean;
  inline?: boolean;
}

/** Any of several. The codes come back in the order of the options. */
export function MultiChoice({ value, onChange, options, large, inline, ...props }: MultiChoiceProps) {
  const toggle = (code: string) => {
    const codes = options.map(option => option.code);
    onChange(codes.filter(other => (other === code) !== value.includes(other)));
  };
  return (
    <FieldSet {...props}>
      <div className="choices" data-large={large ? '' : undefined} data-inline={inline ? '' : undefined}>
        {options.map((option, index) => (
          <Choice key={option.code} option={option}>
            <input
              type="checkbox"
              id={index === 0 ? fieldId(props.name) : undefined}
              name={props.name}
              value={option.code}
              disabled={option.disabled}
              checked={value.includes(option.code)}
              onChange={() => toggle(option.code)}
            />
          </Choice>
        ))}
      </div>
    </FieldSet>
  );
}

/** A choice from a short, well-known list, where a list of radio buttons would be in the way (filters). */
export function SelectInput({
  value,
  onChange,
  options,
  none,
  ...props
}: FieldProps & {
  value: string | null;
  onChange: (code: string | null) => void;
  options: readonly { code: string; label: string }[];
  /** What the empty choice says; without it there is none. */
  none?: string;
}) {
  return (
    <Field {...props}>
      {wiring => (
        <select
          {...wiring}
          className="input select"
          value={value ?? ''}
          disabled={props.disabled}
          onChange={event => onChange(event.target.value || null)}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map(option => (
            <option key={option.code} value={option.code}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** One yes-or-nothing tick with its sentence. */
export function Tick({
  name,
  label,
  hint,
  value,
  onChange,
  disabled,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  value: boolean;
  onChange: (value: boolean) => void;
  disabled?: boolean;
}) {
  return (
    <Choice option={{ code: name, label, hint }}>
      <input
        type="checkbox"
        id={fieldId(name)}
        name={name}
        checked={value}
        disabled={disabled}
        onChange={event => onChange(event.target.checked)}
      />
    </Choice>
  );
}

function Choice({ option, children }: { option: Option; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the input is among the children
    <label className="choice">
      {children}
      <span className="choice-text">
        {option.label}
        {option.hint && <small>{option.hint}</small>}
      </span>
    </label>
  );
}
