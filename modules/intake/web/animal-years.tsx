/* The animal of the year is often what somebody knows of her birth. It stands for a year in every twelve: the officer picks the one her looks and her story
 * fit, and what is kept is that year alone. */
import { useState } from 'react';
import { ageOn, type Day, dayOf, type PartialDay } from '../../../kernel/day.ts';
import { readClock } from '../../../web/clock.ts';
import { useText } from '../../../web/text.ts';
import { ChoiceList } from '../../../web/ui/choices.tsx';

/** In their order from the rat; 2008 was a year of the rat. */
export const animals = [
  'rat',
  'ox',
  'tiger',
  'cat',
  'dragon',
  'snake',
  'horse',
  'goat',
  'monkey',
  'rooster',
  'dog',
  'pig',
] as const;
export type Animal = (typeof animals)[number];

/** Nobody older is looked for this way. */
const OLDEST = 84;

export function animalOf(year: number): Animal {
  return animals[(year + 8) % 12]!;
}

/** The years of an animal, the latest first. */
export function yearsOf(animal: Animal, today: Day): PartialDay[] {
  const last = Number(today.slice(0, 4));
  return Array.from({ length: OLDEST }, (_, back) => last - back)
    .filter(year => animalOf(year) === animal)
    .map(year => String(year) as PartialDay);
}

export function AnimalYears({
  value,
  onChange,
}: {
  value: PartialDay | null;
  onChange: (year: PartialDay) => void;
}) {
  const t = useText();
  const today = dayOf(readClock());
  const [animal, choose] = useState<Animal | null>(null);
  return (
    <details className="more">
      <summary>{t('intake.q.born.animal')}</summary>
      <ChoiceList
        name="born.animal"
        label={t('intake.q.born.animal_which')}
        inline
        value={animal}
        onChange={code => choose(code as Animal)}
        options={animals.map(code => ({ code, label: t(`intake.animal.${code}`) }))}
      />
      {animal && (
        <ChoiceList
          name="born.year"
          label={t('intake.q.born.animal_years')}
          hint={t('intake.q.born.animal_hint')}
          inline
          value={value?.slice(0, 4) ?? null}
          onChange={year => onChange(year as PartialDay)}
          options={yearsOf(animal, today).map(year => ({
            code: year,
            label: t('intake.q.born.animal_year', { year, ...ageOn(year, today) }),
          }))}
        />
      )}
    </details>
  );
}
