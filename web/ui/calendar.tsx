/*
 * Whole days and moments with the keyboard or a calendar (react-aria's). Loaded only with the screens that use it: it is heavy. Moments are typed
 * in Vietnamese time and leave as UTC.
 */
import {
  type CalendarDate,
  type DateValue,
  parseDate,
  parseDateTime,
  toCalendarDate,
} from '@internationalized/date';
import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar';
import { DateInput, DateSegment } from 'react-aria-components/DateField';
import { DatePicker } from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { Group } from 'react-aria-components/Group';
import { Heading } from 'react-aria-components/Heading';
import { Popover } from 'react-aria-components/Popover';
import { type Day, type Instant, parseDay, parseInstant } from '../../kernel/day.ts';
import { useText } from '../text.ts';
import { Field, type FieldProps, useRefused } from './field.tsx';
import { Icon } from './icons.tsx';

interface DayProps extends FieldProps {
  value: Day | null;
  onChange: (value: Day | null) => void;
  least?: Day;
  most?: Day;
}

export function DayInput({ value, onChange, least, most, ...props }: DayProps) {
  return (
    <Picker<CalendarDate, Day>
      {...props}
      value={value}
      shown={parseDate}
      made={date => parseDay(toCalendarDate(date).toString())}
      onChange={onChange}
      minValue={least && parseDate(least)}
      maxValue={most && parseDate(most)}
    />
  );
}

interface InstantProps extends FieldProps {
  value: Instant | null;
  onChange: (value: Instant | null) => void;
}

export function InstantInput(props: InstantProps) {
  return (
    <Picker<DateValue, Instant>
      {...props}
      granularity="minute"
      shown={inVietnam}
      made={date => parseInstant(`${date.toString().slice(0, 16)}+07:00`)}
    />
  );
}

/** What an empty part of a day or a moment is called while nothing is typed; the word itself, since react-aria has dd/mm/yyyy for most languages. */
const parts = ['day', 'month', 'year', 'hour', 'minute'] as const;
const isPart = (type: string): type is (typeof parts)[number] => (parts as readonly string[]).includes(type);

interface PickerProps<D extends DateValue, V extends string> extends FieldProps {
  value: V | null;
  onChange: (value: V | null) => void;
  shown: (value: V) => D;
  /** Null while the year is only half typed. */
  made: (date: D) => V | null;
  minValue?: DateValue;
  maxValue?: DateValue;
  granularity?: 'day' | 'minute';
}

function Picker<D extends DateValue, V extends string>({
  value,
  onChange,
  shown,
  made,
  minValue,
  maxValue,
  granularity,
  ...props
}: PickerProps<D, V>) {
  const t = useText();
  const [error, answered] = useRefused(props.error);
  const [isHalf, setHalf] = useState(false);
  // The parts stay as they are typed: the picker is set anew only when the owner sets a value it did not hear from here.
  const said = useRef(value);
  const [start, setStart] = useState({ value, at: 0 });
  useEffect(() => {
    if (value === said.current) return;
    said.current = value;
    setHalf(false);
    setStart(({ at }) => ({ value, at: at + 1 }));
  }, [value]);
  const change = (date: D | null) => {
    said.current = date && made(date);
    answered();
    setHalf(false);
    if (said.current !== value) onChange(said.current);
  };
  const leave = (event: FocusEvent) => {
    const field = event.currentTarget;
    if (field.contains(event.relatedTarget)) return;
    const isTyped = (part: Element) => !part.hasAttribute('data-placeholder');
    const typed = [...field.querySelectorAll('.segment[data-type]')].filter(
      part => part.getAttribute('role') === 'spinbutton' && isTyped(part),
    );
    setHalf(said.current === null && typed.length > 0);
  };
  const fault = props.fault ?? (isHalf ? t('ui.calendar.half') : undefined);
  return (
    <Field {...props} error={error} fault={fault}>
      {wiring => (
        <DatePicker
          key={start.at}
          className="picker"
          aria-label={typeof props.label === 'string' ? props.label : t('ui.calendar.day')}
          aria-describedby={wiring['aria-describedby']}
          defaultValue={start.value ? (shown(start.value) as DateValue) : undefined}
          onChange={next => change(next as D | null)}
          minValue={minValue}
          maxValue={maxValue}
          granularity={granularity ?? 'day'}
          hourCycle={24}
          hideTimeZone
          shouldForceLeadingZeros
          isDisabled={props.disabled}
          // Native validity would keep the form from being sent again once the server found fault.
          validationBehavior="aria"
          isInvalid={Boolean(fault ?? error)}
        >
          <Group className="framed" id={wiring.id} onBlur={leave}>
            <DateInput className="segments">
              {segment => (
                <DateSegment className="segment" segment={segment}>
                  {({ isPlaceholder, type, text }) =>
                    isPlaceholder && isPart(type) ? t(`ui.calendar.part.${type}`) : text
                  }
                </DateSegment>
              )}
            </DateInput>
            <Button className="button button-quiet button-icon" aria-label={t('ui.calendar.open')}>
              <Icon name="calendar" />
            </Button>
          </Group>
          <Popover className="popover" placement="bottom start">
            <Dialog className="calendar" aria-label={t('ui.calendar.day')}>
              <Calendar firstDayOfWeek="mon">
                <header className="calendar-head">
                  <Button slot="previous" className="button button-quiet button-icon">
                    <Icon name="left" />
                  </Button>
                  <Heading level={2} />
                  <Button slot="next" className="button button-quiet button-icon">
                    <Icon name="right" />
                  </Button>
                </header>
                <CalendarGrid>
                  <CalendarGridHeader>
                    {day => <CalendarHeaderCell>{day}</CalendarHeaderCell>}
                  </CalendarGridHeader>
                  <CalendarGridBody>
                    {date => <CalendarCell className="calendar-cell" date={date} />}
                  </CalendarGridBody>
                </CalendarGrid>
              </Calendar>
            </Dialog>
          </Popover>
        </DatePicker>
      )}
    </Field>
  );
}

function inVietnam(instant: Instant): DateValue {
  return parseDateTime(instant.slice(0, 19)).add({ hours: 7 });
}
