/*
 * A half-known date in three boxes, each of which may stay empty: people often know only the year they were born in. What is typed but is no date is handed on
 * as it was typed, so that it comes back when the screen does and the server refuses it by name: nothing typed is ever thrown away without a word.
 */
import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { type Day, type PartialDay, parsePartialDay } from '../../kernel/day.ts';
import { useText } from '../text.ts';
import { type FieldProps, FieldSet, fieldId } from './field.tsx';
import { Icon } from './icons.tsx';

interface Boxes {
  day: string;
  month: string;
  year: string;
}
interface PartialDayProps extends FieldProps {
  value: PartialDay | null;
  /** Called with null while the boxes are empty, and with what stands in them when it is no date (`2004-2-31`). */
  onChange: (value: PartialDay | null) => void;
  large?: boolean;
  /** The last day that makes sense: today, for what has happened. */
  most?: Day;
}

/** Older than this nobody comes; the year is looked at again, never refused. */
const LONG_AGO = 110;

export function PartialDayInput({ value, onChange, large, most, ...props }: PartialDayProps) {
  const t = useText();
  const [boxes, setBoxes] = useState(() => boxesOf(value));
  const [strayed, setStrayed] = useState(false);
  // A year is not complained of while its four digits are being typed.
  const [left, setLeft] = useState(value !== null);
  const said = useRef(value);

  // The owner may set another value (a filled form, a cleared one); what is half typed must survive everything else.
  useEffect(() => {
    if (value === said.current) return;
    said.current = value;
    setBoxes(boxesOf(value));
  }, [value]);

  const change = (part: keyof Boxes, typed: string) => {
    setStrayed(/\D/.test(typed));
    const next = { ...boxes, [part]: typed.replace(/\D/g, '').slice(0, part === 'year' ? 4 : 2) };
    setBoxes(next);
    const made = typedDay(next);
    said.current = made;
    if (made !== value) onChange(made);
  };
  const leave = (event: FocusEvent) => {
    if (!event.currentTarget.closest('.boxes')?.contains(event.relatedTarget)) setLeft(true);
  };

  const fault = strayed ? 'digits' : faultOf(boxes, most, left);
  const isLongAgo =
    most && !fault && boxes.year.length === 4 && Number(boxes.year) < Number(most.slice(0, 4)) - LONG_AGO;
  return (
    <FieldSet
      {...props}
      hint={props.hint ?? t('ui.partial_day.hint')}
      fault={fault ? t(`ui.partial_day.${fault}`) : undefined}
    >
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
              onBlur={leave}
              onChange={event => change(part, event.target.value)}
            />
          </label>
        ))}
      </div>
      <div role="status">
        {isLongAgo && (
          <p className="advice">
            <Icon name="info" size={18} />
            <span>{t('ui.partial_day.long_ago', { years: LONG_AGO })}</span>
          </p>
        )}
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

/** The date, or what stands in the boxes in its order (`-2-31` without a year), or null when they are empty. */
export function typedDay(boxes: Boxes): PartialDay | null {
  const { day, month, year } = boxes;
  const typed = [year, month, day].join('-').replace(/-+$/, '');
  return readBoxes(boxes) ?? (typed === '' ? null : (typed as PartialDay));
}

/** Why what was typed cannot stand; `most` as in the input, `left` when nobody is typing in it. */
export function faultOf(
  boxes: Boxes,
  most: Day | undefined,
  left: boolean,
): 'short_year' | 'impossible' | 'future' | null {
  const day = readBoxes(boxes);
  if (day) return most && day > most.slice(0, day.length) ? 'future' : null;
  const { year } = boxes;
  if (typedDay(boxes) === null || (year.length < 4 && !left)) return null;
  return year !== '' && year.length < 4 ? 'short_year' : 'impossible';
}

export function boxesOf(value: PartialDay | null): Boxes {
  const [year = '', month = '', day = ''] = value?.split('-') ?? [];
  return { day, month, year };
}
