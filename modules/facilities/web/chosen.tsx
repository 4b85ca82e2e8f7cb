/* The directory beside a referral: how the chosen office's facilities stand before anything is sent, and, while none is chosen, who could do what is asked, the nearest
 * to the person's place first. It says what speaks against a place and hides none: whoever sends decides. */
import { dayOf } from '../../../kernel/day.ts';
import { readClock } from '../../../web/clock.ts';
import { codeLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { reasonText } from '../../../web/problems.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { type Path, part, useLineOf } from '../../people/web/path-data.ts';
import { unfitFor } from '../serves.ts';
import { DaysPicture, kilometresText, Places, StandingMark } from './marks.tsx';
import { type FacilityShown, useBoard } from './use-board.ts';
import './facilities.css';

const AHEAD = 14;
const MOST = 20;

export function ChosenFacilities({
  path,
  office,
  services,
  onChoose,
}: {
  path: Path;
  office: string | null;
  services: readonly string[];
  onChoose: (office: string) => void;
}) {
  const t = useText();
  const origin = (path.person.origin as string | null | undefined) ?? null;
  const { data, error, refetch } = useBoard({
    office,
    from: origin,
    service: office ? null : services.length === 1 ? services[0] : null,
    since: dayOf(readClock()),
    days: AHEAD,
  });
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={3} />;
  const offering = (one: FacilityShown) =>
    services.length === 0 || services.some(service => (one.services as string[]).includes(service));
  const found = data.facilities
    .filter(one => one.state !== 'closed' && (office !== null || offering(one)))
    .toSorted((a, b) => (a.kilometres ?? 9999) - (b.kilometres ?? 9999));
  const list = (
    <>
      <p className="soft small">
        {data.from
          ? `${t(origin ? 'facilities.chosen.from_origin' : 'facilities.chosen.from_ours')} ${t('facilities.far.straight')}`
          : t('facilities.chosen.from_nowhere')}
      </p>
      {found.length === 0 && (
        <p className="soft">{t(office ? 'facilities.chosen.none' : 'facilities.chosen.nobody')}</p>
      )}
      <ul className="provider-list">
        {found.slice(0, MOST).map(one => (
          <li key={one.id} className="provider">
            <Provider path={path} one={one} today={data.today} lacks={!offering(one)} />
            {!office && (
              <Button onPress={() => onChoose(one.office)}>
                {t('facilities.chosen.choose')}
                <span className="unseen"> {one.name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
  if (!office)
    return (
      <details className="providers">
        <summary>{t('facilities.chosen.directory', { count: found.length })}</summary>
        {list}
      </details>
    );
  return (
    <section className="providers" aria-labelledby="providers">
      <h2 id="providers">{t('facilities.chosen.title')}</h2>
      {list}
    </section>
  );
}

function Provider({
  path,
  one,
  today,
  lacks,
}: {
  path: Path;
  one: FacilityShown;
  today: string;
  lacks: boolean;
}) {
  const t = useText();
  const { person } = path;
  const asking = { ...person, children: part(path, 'child').length, beside: useLineOf(person.id) != null };
  const against = [
    ...(lacks ? ['service_not_offered'] : []),
    ...unfitFor(one, asking, path.today).map(why => `unfit_${why}`),
  ];
  return (
    <div>
      <p>
        <b>{one.name}</b>{' '}
        <span className="soft small">
          {codeLabel(t, 'facilityKind', one.facilityKind)} · <OfficeName id={one.office} short />
          {one.kilometres !== null && ` · ${kilometresText(t, one.kilometres)}`}
        </span>
      </p>
      <p className="row">
        <StandingMark standing={one.standing} />
        <Places of={one} />
      </p>
      <DaysPicture days={one.days} today={today} />
      <p className="small">
        {(one.services as string[]).map(code => codeLabel(t, 'service', code)).join(' · ')}
      </p>
      <p className="soft small">
        {(one.languages as string[]).map(code => codeLabel(t, 'spoken', code)).join(', ')} ·{' '}
        {one.opening as string}
      </p>
      {against.map(reason => (
        <p key={reason} className="small against">
          {reasonText(t, { field: 'toOffice', reason })}
        </p>
      ))}
    </div>
  );
}
