/* What facilities have to put right, the nearest day first; opened from the numbers of the board. The due day was agreed at the visit; it is no limit of the law. */
import { dayOf } from '../../../kernel/day.ts';
import { readClock } from '../../../web/clock.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { SelectInput, Tick } from '../../../web/ui/choices.tsx';
import { improvement } from '../record.ts';
import { FacilityName, ImprovementTable } from './improvement-table.tsx';
import { useAsked } from './use-asked.ts';
import './facilities.css';

export default function Improvements(_props: ScreenProps) {
  const t = useText();
  const [asked, set] = useAsked();
  const [state, overdue, facility] = [
    asked.get('state'),
    asked.get('overdue') === 'yes',
    asked.get('facility'),
  ];
  const filter = {
    ...(overdue ? { dueOn: { to: dayOf(readClock()) }, state: { is: 'open' } } : {}),
    ...(!overdue && state === 'open' ? { state: { in: ['open', 'done'] } } : {}),
    ...(!overdue && state && state !== 'open' ? { state: { is: state } } : {}),
    ...(facility ? { facility: { is: facility } } : {}),
  };
  return (
    <Page title={t('facilities.improvements.title')} lead={t('facilities.improvements.lead')}>
      <section className="board-filters" aria-label={t('facilities.filter.title')}>
        <SelectInput
          name="state"
          label={fieldLabel(t, 'improvement', 'state')}
          none={t('facilities.improvements.all')}
          value={state}
          onChange={code => set('state', code)}
          options={(improvement.fields.state.options.codes ?? []).map(code => ({
            code,
            label:
              code === 'open' ? t('facilities.improvements.not_yet') : codeLabel(t, 'improvementState', code),
          }))}
        />
        <div className="board-filters-foot">
          <Tick
            name="overdue"
            label={t('facilities.improvements.only_late')}
            value={overdue}
            onChange={on => set('overdue', on ? 'yes' : null)}
          />
        </div>
      </section>
      {facility && (
        <p>
          {t('facilities.improvements.of')} <FacilityName id={facility} />
        </p>
      )}
      <ImprovementTable filter={filter} withFacility={!facility} />
    </Page>
  );
}
