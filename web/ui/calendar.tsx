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
import { type Day, type Instant, parseInstant } from '../../kernel/day.ts';
import { useText } from '../text.ts';
import { Field, type FieldProps } from './field.tsx';
import { Icon } from './icons.tsx';

interface DayProps extends FieldProps {
  value: Day | null;
  onChange: (value: Day | null) => void;
  least?: Day;
  most?: Day;
}

export function DayInput({ value, onChange, least, most, ...props }: DayProps) {
  return (
    <Picker<CalendarDate>
      {...props}
      value={value && parseDate(value)}
      onChange={date => onChange(date && (toCalendarDate(date).toString() as Day))}
      minValue={least && parseDate(least)}
      maxValue={most && parseDate(most)}
    />
  );
}

interface InstantProps extends FieldProps {
  value: Instant | null;
  onChange: (value: Instant | null) => void;
}

export function InstantInput({ value, onChange, ...props }: InstantProps) {
  return (
    <Picker<DateValue>
      {...props}
      granularity="minute"
      value={value && inVietnam(value)}
      onChange={date => onChange(date && parseInstant(`${date.toString().slice(0, 16)}+07:00`))}
    />
  );
}

/** What an empty part of a day or a moment is called while nothing is typed; the word itself, since react-aria has dd/mm/yyyy for most languages. */
const parts = ['day', 'month', 'year', 'hour', 'minute'] as const;
const isPart = (type: string): type is (typeof parts)[number] => (parts as readonly string[]).includes(type);

interface PickerProps<V extends DateValue> extends FieldProps {
  value: V | null;
  onChange: (value: V | null) => void;
  minValue?: DateValue;
  maxValue?: DateValue;
  granularity?: 'day' | 'minute';
}

function Picker<V extends DateValue>({
  value,
  onChange,
  minValue,
  maxValue,
  granularity,
  ...props
}: PickerProps<V>) {
  const t = useText();
  return (
    <Field {...props}>
      {wiring => (
        <DatePicker
          className="picker"
          aria-label={typeof props.label === 'string' ? props.label : t('ui.calendar.day')}
          aria-describedby={wiring['aria-describedby']}
          value={value}
          onChange={next => onChange(next as V | null)}
          minValue={minValue}
          maxValue={maxValue}
          granularity={granularity ?? 'day'}
          hourCycle={24}
          hideTimeZone
          shouldForceLeadingZeros
          isDisabled={props.disabled}
          // Native validity would keep the form from being sent again once the server found fault.
          validationBehavior="aria"
          isInvalid={Boolean(props.error)}
        >
          <Group className="framed" id={wiring.id}>
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
