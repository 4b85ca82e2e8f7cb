/*
 * A half-known date in three boxes, each of which may stay empty: people often know only the year they were born in. Day without month, or month
 * without year, is kept on the screen but gives no value; the hint says why.
 */
import { useEffect, useRef, useState } from 'react';
import { type PartialDay, parsePartialDay } from '../../kernel/day.ts';
import { useText } from '../text.ts';
import { type FieldProps, FieldSet, fieldId } from './field.tsx';

interface Boxes {
  day: string;
  month: string;
  year: string;
}
interface PartialDayProps extends FieldProps {
  value: PartialDay | null;
  /** Called with null while the boxes are empty or do not make a date. */
  onChange: (value: PartialDay | null) => void;
  large?: boolean;
}

export function PartialDayInput({ value, onChange, large, ...props }: PartialDayProps) {
  const t = useText();
  const [boxes, setBoxes] = useState(() => boxesOf(value));
  const said = useRef(value);

  // The owner may set another value (a filled form, a cleared one); what is half typed must survive everything else.
  useEffect(() => {
    if (value === said.current) return;
    said.current = value;
    setBoxes(boxesOf(value));
  }, [value]);

  const change = (part: keyof Boxes, typed: string) => {
    const next = { ...boxes, [part]: typed.replace(/\D/g, '').slice(0, part === 'year' ? 4 : 2) };
    setBoxes(next);
    const made = readBoxes(next);
    said.current = made;
    if (made !== value) onChange(made);
  };

  const isHalf = readBoxes(boxes) === null && Object.values(boxes).some(box => box !== '');
  const complaint =
    props.error ?? (isHalf && boxes.year.length === 4 ? t('ui.partial_day.impossible') : undefined);
  return (
    <FieldSet {...props} hint={props.hint ?? t('ui.partial_day.hint')} error={complaint}>
      <div className="boxes">
        {(['day', 'month', 'year'] as const).map(part => (
          <label key={part} className="box">
            <span>{t(`ui.partial_day.${part}`)}</span>
            <input
              className="input"
              id={part === 'day' ? fieldId(props.name) : undefined}
              data-part={part}
              data-large={large ? '' : undefined}
              inputMode="numeric"
              autoComplete="off"
              value={boxes[part]}
              onChange={event => change(part, event.target.value)}
            />
          </label>
        ))}
      </div>
    </FieldSet>
  );
}

/** What three boxes say: null when they are empty, leave a gap, or name a day that does not exist. */
export function readBoxes({ day, month, year }: Boxes): PartialDay | null {
  const leavesGap = day !== '' && month === '';
  if (year === '' || leavesGap) return null;
  const known = [year, month, day].filter(part => part !== '').map(part => part.padStart(2, '0'));
  return parsePartialDay(known.join('-'));
}

function boxesOf(value: PartialDay | null): Boxes {
  const [year = '', month = '', day = ''] = value?.split('-') ?? [];
  return { day, month, year };
}
