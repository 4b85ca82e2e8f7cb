/* The day a picture is drawn for: a slider over both eras with the day of the great change marked, and the day itself to type. The slider is for looking
 * around; whoever means one day types it. */
import { addDays, type Day, daysBetween, getDay } from '../../../kernel/day.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { DayInput } from '../../../web/ui/calendar.tsx';
import { Tick } from '../../../web/ui/choices.tsx';

const firstDay = getDay('2019-01-01');
const lastOfDistricts = getDay('2025-06-30');

export interface DayChoice {
  readonly on: Day;
  readonly showEnded: boolean;
}

export function ChooseDay({
  value,
  today,
  onChange,
}: {
  value: DayChoice;
  today: Day;
  onChange: (next: DayChoice) => void;
}) {
  const t = useText();
  const set = (on: Day | null) => on && onChange({ ...value, on });
  const most = Math.max(1, daysBetween(firstDay, today));
  return (
    <section className="card day-choice" aria-label={t('agencies.day.label')}>
      <DayInput name="on" label={t('agencies.day.label')} value={value.on} least={firstDay} onChange={set} />
      <div className="stack day-slide">
        <input
          type="range"
          min={0}
          max={most}
          list="eras"
          aria-label={t('agencies.day.slider')}
          aria-valuetext={value.on}
          value={Math.min(most, Math.max(0, daysBetween(firstDay, value.on)))}
          onChange={event => set(addDays(firstDay, Number(event.target.value)))}
        />
        <datalist id="eras">
          <option value={daysBetween(firstDay, lastOfDistricts) + 1} />
        </datalist>
        <div className="row">
          <Button onPress={() => set(lastOfDistricts)}>{t('agencies.day.before')}</Button>
          <Button onPress={() => set(today)}>{t('agencies.day.today')}</Button>
        </div>
        <Tick
          name="show-ended"
          label={t('agencies.day.show_ended')}
          value={value.showEnded}
          onChange={showEnded => onChange({ ...value, showEnded })}
        />
      </div>
    </section>
  );
}

export type Presence = 'there' | 'ended' | 'later';

export function presenceOn(
  on: Day,
  { validFrom, validTo }: { validFrom: Day | null; validTo: Day | null },
): Presence {
  if (validTo && validTo <= on) return 'ended';
  return validFrom && validFrom > on ? 'later' : 'there';
}
