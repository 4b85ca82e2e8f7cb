/* On the person's page: what she is entitled to and what she received. Where bodies contradict each other both readings stand there under their names; the children who
 * came with her have rights of their own. */
import { Link } from 'wouter';
import { codeLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { subjectHref } from '../../../web/routes.tsx';
import { useText } from '../../../web/text.ts';
import { LinkButton } from '../../../web/ui/button.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { LoadingState } from '../../../web/ui/states.tsx';
import { clocksOf, may, type PartRow, type Path, part } from '../../people/web/path-data.ts';
import { Clocks } from '../../people/web/path-due.tsx';
import { Part } from '../../people/web/path-part.tsx';
import type { EntitlementFacts } from '../entitled.ts';
import { factsOfChild } from '../facts.ts';
import { applicationTones } from './application-state.ts';
import { HardshipPapers } from './hardship.tsx';
import { factsOfPath, useEntitlements, useEntitlementsOn, useSupports } from './path-facts.ts';
import { Regimes } from './regimes.tsx';

export function Entitled({ path }: { path: Path }) {
  const t = useText();
  const supports = useSupports();
  const facts = factsOfPath(path);
  const found = useEntitlementsOn(path, path.today);
  const applications = part(path, 'supportApplication').toReversed();
  const { person } = path;
  return (
    <Part
      name="entitled"
      title={t('entitlements.title')}
      lead={t(path.shared ? 'entitlements.lead_shared' : 'entitlements.lead')}
    >
      {!found && <LoadingState rows={4} />}
      {found?.beside && (
        <p>
          {t('entitlements.beside')}{' '}
          <Link href={`/people/${found.beside}`}>{t('entitlements.beside_open')}</Link>
        </p>
      )}
      {found?.readings.map(reading => (
        <section key={reading.as} className="reading-of" aria-label={t(`entitlements.as.${reading.as}`)}>
          <p className="row">
            <b>
              {t(wordsOf(found.readings.length > 1, found.beside !== null), {
                as: t(`entitlements.as.${reading.as}`),
              })}
            </b>
            <span className="soft small">{codeLabel(t, 'law', reading.law)}</span>
          </p>
          <Regimes reading={reading} day={path.today} />
        </section>
      ))}
      {part(path, 'child').map(child => (
        <OfChild key={child.id} child={child} hers={facts} path={path} />
      ))}
      <HardshipPapers path={path} />
      {applications.length > 0 && (
        <div className="applications">
          <h3>{t('entitlements.applications')}</h3>
          {applications.map(row => (
            <Application key={row.id} row={row} path={path} />
          ))}
        </div>
      )}
      <div className="row no-print">
        {may(person, 'supportApplication.submit') && (
          <LinkButton href={`/people/${person.id}/apply`} icon="file">
            {t('entitlements.apply.title')}
          </LinkButton>
        )}
        {supports && (
          <LinkButton href={`/people/${person.id}/account`} icon="book" kind="quiet">
            {t('entitlements.account.open')}
          </LinkButton>
        )}
      </div>
    </Part>
  );
}

/** Whose standing a reading tells: hers, or that of the person with whom the child came. */
const wordsOf = (isContested: boolean, isBeside: boolean): string =>
  `entitlements.${isContested ? 'if' : 'now'}${isBeside ? '_beside' : ''}`;

function OfChild({ child, hers, path }: { child: PartRow; hers: EntitlementFacts; path: Path }) {
  const t = useText();
  const found = useEntitlements(factsOfChild(hers, child), path.today);
  const name = child.withheld?.includes('childName') ? null : (child.childName as string | null);
  return (
    <section className="reading-of">
      <h3>{t('entitlements.child', { name: name ?? t('entitlements.child_nameless') })}</h3>
      {found?.readings.map(reading => (
        <div key={reading.as}>
          {found.readings.length > 1 && (
            <p>{t('entitlements.if', { as: t(`entitlements.as.${reading.as}`) })}</p>
          )}
          <Regimes reading={reading} day={path.today} folded />
        </div>
      ))}
    </section>
  );
}

function Application({ row, path }: { row: PartRow; path: Path }) {
  const t = useText();
  const state = row.state as string;
  const clocks = clocksOf(path, 'supportApplication', row.id).filter(clock => !clock.met);
  return (
    <div className="due-line">
      <p className="row">
        <Link href={subjectHref({ record: 'supportApplication', id: row.id })}>
          <b>{t('entitlements.application.number', { number: row.number as string })}</b>
        </Link>
        <StateMark tone={applicationTones[state] ?? 'neutral'}>
          {codeLabel(t, 'applicationState', state)}
        </StateMark>
        <OfficeName id={row.toOffice as string} short />
      </p>
      <p className="small soft">
        {((row.regimes as readonly string[] | null | undefined) ?? [])
          .map(code => codeLabel(t, 'regime', code))
          .join(', ')}
      </p>
      {clocks.length > 0 && <Clocks clocks={clocks} />}
    </div>
  );
}
