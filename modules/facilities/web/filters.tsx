/* What is looked for: a service, a language, for whom, and from where the way is counted. Kept in the address, so that "back" finds the board as it was. */
import { useSearchParams } from 'wouter';
import { dayOf } from '../../../kernel/day.ts';
import { unit } from '../../../kernel/fields/kinds.ts';
import { readClock } from '../../../web/clock.ts';
import { codeLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { SelectInput, Tick } from '../../../web/ui/choices.tsx';
import { NumberInput } from '../../../web/ui/field.tsx';
import { FieldInput } from '../../../web/ui/inputs.tsx';
import { facility } from '../record.ts';
import { serviceCodes } from '../services.ts';
import { useAsked } from './use-asked.ts';

const unitField = unit({});

export function Filters() {
  const t = useText();
  const [, ask] = useSearchParams();
  const [asked, set] = useAsked();
  const options = (labels: string, codes: readonly string[] = []) =>
    codes.map(code => ({ code, label: codeLabel(t, labels, code) }));
  return (
    <section className="board-filters" aria-label={t('facilities.filter.title')}>
      <SelectInput
        name="service"
        label={t('facilities.filter.service')}
        none={t('facilities.filter.any_service')}
        value={asked.get('service')}
        onChange={code => set('service', code)}
        options={options('service', serviceCodes)}
      />
      <SelectInput
        name="language"
        label={t('facilities.filter.language')}
        none={t('facilities.filter.any_language')}
        value={asked.get('language')}
        onChange={code => set('language', code)}
        options={options('spoken', facility.fields.languages.options.codes)}
      />
      <SelectInput
        name="sex"
        label={t('facilities.filter.sex')}
        none={t('facilities.filter.anybody')}
        value={asked.get('sex')}
        onChange={code => set('sex', code)}
        options={options('sex', facility.fields.servedSex.options.codes)}
      />
      <NumberInput
        name="age"
        label={t('facilities.filter.age')}
        value={asked.get('age') ? Number(asked.get('age')) : null}
        onChange={age => set('age', age === null ? null : String(age))}
      />
      <FieldInput
        name="from"
        label={t('facilities.filter.from')}
        field={unitField as never}
        on={dayOf(readClock())}
        value={asked.get('from')}
        onChange={id => set('from', id as string | null)}
      />
      <div className="board-filters-foot">
        <Tick
          name="children"
          label={t('facilities.filter.children')}
          value={asked.get('children') === 'yes'}
          onChange={on => set('children', on ? 'yes' : null)}
        />
        {asked.size > 0 && (
          <Button kind="quiet" icon="close" onPress={() => ask(new URLSearchParams(), { replace: true })}>
            {t('facilities.filter.clear')}
          </Button>
        )}
      </div>
    </section>
  );
}
