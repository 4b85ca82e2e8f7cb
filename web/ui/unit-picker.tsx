/*
 * Finds an administrative unit on the map of a given day: districts ended and provinces merged on 1 July 2025, so `Bát Xát` is a district before
 * that day and a commune after it. The day decides what the search offers; a unit that has ended since says so in words.
 */
import { addDays, type Day, formatDay } from '../../kernel/day.ts';
import { useText } from '../text.ts';
import { Combobox, type ComboboxProps, type Found } from './combobox.tsx';

export interface UnitFound extends Found {
  readonly kind: 'province' | 'district' | 'commune';
  /** Names of the units above, from the commune's side upwards. */
  readonly within: readonly string[];
  /** First day on which it no longer is; null while it lives. */
  readonly endedOn: Day | null;
}

type UnitPickerProps = Omit<ComboboxProps<UnitFound>, 'search'> & {
  /** The day whose map is meant: of birth, of the event; today for an address. */
  on: Day;
  search: (
    text: string,
    on: Day,
    signal: AbortSignal,
  ) => Promise<readonly Omit<UnitFound, 'detail' | 'mark'>[]>;
};

export function UnitPicker({ on, search, hint, ...props }: UnitPickerProps) {
  const t = useText();
  const describe = (unit: Omit<UnitFound, 'detail' | 'mark'>): UnitFound => ({
    ...unit,
    detail: [t(`ui.unit.${unit.kind}`), ...unit.within].join(' · '),
    mark: unit.endedOn && (
      <span className="badge badge-neutral">
        {t('ui.unit.ended', { day: formatDay(addDays(unit.endedOn, -1), t.lang) })}
      </span>
    ),
  });
  return (
    <Combobox<UnitFound>
      {...props}
      hint={hint ?? t('ui.unit.hint', { day: formatDay(on, t.lang) })}
      placeholder={props.placeholder ?? t('ui.unit.placeholder')}
      search={async (text, signal) => (await search(text, on, signal)).map(describe)}
    />
  );
}
