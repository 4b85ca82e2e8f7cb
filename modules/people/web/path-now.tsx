/* Her way as it stands today, in five lines before anything else: where she is, what is due next, who holds her file, what she has received, what she has said may
 * be done. Each line leads to its part; what this reader may not see is said to be so, and never looks like nothing. */
import { Fragment, type ReactNode } from 'react';
import { type Day, formatDay, type Instant } from '../../../kernel/day.ts';
import { codeLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { useText } from '../../../web/text.ts';
import { StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { useSupports } from '../../entitlements/web/path-facts.ts';
import { receivedOf } from '../../entitlements/web/received.ts';
import { dong } from '../../entitlements/web/regimes.tsx';
import { FacilityName } from '../../facilities/web/improvement-table.tsx';
import { contactRulesOf } from '../../support/web/contact-first.tsx';
import { duesOf } from './dues.ts';
import { Receiver } from './path-consents.tsx';
import { isLive, lastDay, type Path, part } from './path-data.ts';
import { DueLine } from './path-due.tsx';
import { answersOf, receiverOf, type Stand } from './said.ts';

export function Now({ path, now }: { path: Path; now: Instant }) {
  const t = useText();
  const lines: readonly (readonly [name: string, text: ReactNode])[] = [
    ['where', <Where key="where" path={path} />],
    ['due', <NextThing key="due" path={path} />],
    ['holds', <Holders key="holds" path={path} now={now} />],
    ['received', <ReceivedSoFar key="received" path={path} />],
    ['said', <Said key="said" path={path} />],
  ];
  return (
    <dl className="now-lines">
      {lines.map(([name, text]) => (
        <div key={name} data-line={name}>
          <dt>{t(`path.now.${name}`)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function Where({ path }: { path: Path }) {
  const t = useText();
  const { person } = path;
  const stays = part(path, 'stay').filter(row => row.leaveReason !== 'mistake');
  const now = stays.find(row => row.state === 'staying');
  if (now)
    return (
      <>
        <a href="#part-stays">
          <b>
            <FacilityName id={now.facility as string} />
          </b>
        </a>{' '}
        <span className="soft">{t('path.now.since', { day: formatDay(now.admittedOn as Day, t.lang) })}</span>
      </>
    );
  const last = stays.at(-1);
  const address = person.withheld?.includes('address')
    ? 'not_shared'
    : (person.address as { sealed?: true } | null | undefined)?.sealed
      ? 'sealed'
      : 'not_known';
  return (
    <>
      {last && (
        <>
          {t('path.now.left', {
            day: formatDay(last.leftOn as Day, t.lang),
            why: codeLabel(t, 'stayLeaveReason', last.leaveReason as string).toLowerCase(),
          })}{' '}
          <FacilityName id={last.facility as string} />.{' '}
        </>
      )}
      <span className={address === 'sealed' ? undefined : 'soft'}>{t(`path.now.address.${address}`)}</span>
    </>
  );
}

function NextThing({ path }: { path: Path }) {
  const t = useText();
  const [next, ...others] = duesOf(path);
  if (!next) return <span className="soft">{t(path.shared ? 'path.none_shared' : 'path.due.none')}</span>;
  return (
    <>
      <DueLine due={next} path={path} short />
      {others.length > 0 && <a href="#part-due">{t('path.now.more', { count: others.length })}</a>}
    </>
  );
}

function Holders({ path, now }: { path: Path; now: Instant }) {
  const t = useText();
  const live = part(path, 'share').filter(row => isLive(row, now));
  const offices = [...Map.groupBy(live, row => row.toOffice as string)];
  return (
    <>
      <b>
        <OfficeName id={path.person.office} short />
      </b>
      {offices.length > 0 && (
        <>
          {'. '}
          <a href="#part-shares">{t('path.now.shared', { count: offices.length })}</a>{' '}
          {offices.map(([office, shares], index) => (
            <Fragment key={office}>
              {index > 0 && ', '}
              <OfficeName id={office} short />{' '}
              <span className="soft">
                {t('path.consents.until', {
                  day: formatDay(
                    lastDay(
                      shares
                        .map(row => row.until as Instant)
                        .toSorted()
                        .at(-1)!,
                    ),
                    t.lang,
                  ),
                })}
              </span>
            </Fragment>
          ))}
        </>
      )}
    </>
  );
}

function ReceivedSoFar({ path }: { path: Path }) {
  const t = useText();
  const supports = useSupports();
  const { money, inKind } = receivedOf(part(path, 'payment'));
  const services = [
    ...new Set(
      part(path, 'referral')
        .filter(row => row.state === 'completed')
        .flatMap(row => (row.services as readonly string[] | null | undefined) ?? []),
    ),
  ];
  const words = [
    money > 0 && dong(t, money),
    ...inKind,
    services.length > 0 &&
      t('path.now.services', {
        services: services.map(code => codeLabel(t, 'service', code).toLowerCase()).join(', '),
      }),
  ].filter(Boolean);
  return (
    <>
      {words.length > 0 ? (
        <a href="#part-entitled">
          <b>{words.join(' · ')}</b>
        </a>
      ) : (
        (supports || path.shared) && (
          <span className="soft">{t(path.shared ? 'path.none_shared' : 'path.now.nothing_received')}</span>
        )
      )}
      {!supports && !path.shared && <span className="soft"> {t('path.now.received_elsewhere')}</span>}
    </>
  );
}

const tones: readonly (readonly [stand: Stand, tone: Tone])[] = [
  ['yes', 'good'],
  ['no', 'bad'],
  ['withdrawn', 'bad'],
  ['ended', 'warn'],
];

function Said({ path }: { path: Path }) {
  const t = useText();
  const answers = answersOf(part(path, 'consent'), path.today);
  return (
    <>
      {!path.parts.consent || answers.length === 0 ? (
        <StateMark tone="warn">
          {t(path.shared || !path.parts.consent ? 'path.none_shared' : 'path.consents.none')}
        </StateMark>
      ) : (
        tones.map(([stand, tone]) => {
          const these = answers.filter(answer => answer.stand === stand);
          return (
            these.length > 0 && (
              <span key={stand} className="now-said">
                <StateMark tone={tone}>
                  <span>
                    {t(`path.now.said.${stand}`)}{' '}
                    {these.map(({ row, purpose, forOthers }, index) => (
                      <Fragment key={row.id}>
                        {index > 0 && ', '}
                        <a href="#part-consents">{codeLabel(t, 'consentPurpose', purpose).toLowerCase()}</a>
                        {forOthers && ` (${t('path.now.said.others')})`}
                        {receiverOf(row) !== 'all' && (
                          <>
                            {' ('}
                            <Receiver column={receiverOf(row)} />)
                          </>
                        )}
                      </Fragment>
                    ))}
                  </span>
                </StateMark>
              </span>
            )
          );
        })
      )}
      <Contact path={path} />
    </>
  );
}

/** How she may be reached, in a line; a number that is never called comes first. */
function Contact({ path }: { path: Path }) {
  const t = useText();
  const rules = contactRulesOf(path);
  if (!rules)
    return path.parts.safeContact && !path.shared ? (
      <a href="#part-follow-ups" className="now-said">
        {t('support.contact.not_asked')}
      </a>
    ) : null;
  const never = (rules.neverCall as { sealed?: true } | null | undefined)?.sealed === true;
  const words = (list: string, field: string) =>
    ((rules[field] as readonly string[] | null | undefined) ?? [])
      .map(code => codeLabel(t, list, code).toLowerCase())
      .join(', ');
  const how = [words('contactWay', 'ways'), words('dayPart', 'times')].filter(Boolean).join('; ');
  return (
    <span className="now-said">
      <a href="#part-follow-ups">{how ? t('path.now.reach', { how }) : t('support.contact.read_first')}</a>
      {never && <StateMark tone="bad">{t('path.now.never_call')}</StateMark>}
    </span>
  );
}
