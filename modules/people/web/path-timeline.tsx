/*
 * Everything in order of time, oldest first: what happened, on which day, by which officer of which body. Each entry opens to its details. An assertion made
 * by a screening is not told twice.
 */
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Link } from 'wouter';
import { type Day, dayOf, type Instant, startOfDay } from '../../../kernel/day.ts';
import type { RecordDeclaration } from '../../../kernel/record/record.ts';
import { codeLabel } from '../../../web/labels.ts';
import { OfficeName, OfficerName } from '../../../web/names.tsx';
import { subjectHref } from '../../../web/routes.tsx';
import { useRules } from '../../../web/rules.ts';
import { type Translate, useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import type { IconName } from '../../../web/ui/icons.tsx';
import { type Moment, Timeline } from '../../../web/ui/timeline.tsx';
import { payment, supportApplication, supportDecision } from '../../entitlements/index.ts';
import { entitlementEvents } from '../../entitlements/web/events.ts';
import { stay } from '../../facilities/index.ts';
import { FacilityName } from '../../facilities/web/improvement-table.tsx';
import { arrival, child, consent, needs } from '../../intake/index.ts';
import { bestInterests, foreignStep, interpreterEngagement } from '../../reception/index.ts';
import { referral } from '../../referrals/index.ts';
import { supportEvents } from '../../support/web/events.tsx';
import { assertion, screening, statementNotice, verification } from '../../victims/index.ts';
import { identityPaper } from '../index.ts';
import { bundleWords } from './path-consents.tsx';
import { type PartRow, type Path, part } from './path-data.ts';
import { Part } from './path-part.tsx';
import { Facts, namesSaid, RowFacts } from './path-words.tsx';

interface Event {
  readonly key: string;
  readonly at: Instant | Day;
  readonly icon: IconName;
  readonly title: ReactNode;
  readonly row: PartRow;
  readonly officer?: boolean;
  readonly body?: ReactNode;
}

export function Events({ path }: { path: Path }) {
  const t = useText();
  const [newestFirst, turn] = useState(false);
  const events = eventsOf(t, path).sort(
    (a, b) => momentOf(a).localeCompare(momentOf(b)) || a.key.localeCompare(b.key),
  );
  if (newestFirst) events.reverse();
  return (
    <Part name="events" title={t('path.events.title')} count={events.length}>
      <div className="no-print">
        <Button kind="quiet" icon="down" onPress={() => turn(!newestFirst)}>
          {t(newestFirst ? 'path.events.oldest' : 'path.events.newest')}
        </Button>
      </div>
      <Timeline label={t('path.events.title')} moments={events.map(asMoment)} />
    </Part>
  );
}

const momentOf = ({ at }: Event): string => (at.length === 10 ? startOfDay(at as Day) : at);

function asMoment(event: Event): Moment {
  return {
    id: event.key,
    at: event.at,
    icon: event.icon,
    title: event.title,
    by: (
      <>
        <OfficeName id={event.row.office} short />
        {event.officer !== false && (
          <>
            {' · '}
            <OfficerName id={event.row.madeBy} />
          </>
        )}
      </>
    ),
    body: event.body && <Opened>{event.body}</Opened>,
  };
}

function Opened({ children }: { children: ReactNode }) {
  const t = useText();
  return (
    <details className="small event-more">
      <summary>{t('path.events.more')}</summary>
      {children}
    </details>
  );
}

/** Nothing at all where the row says nothing of them: what opens must not be empty. */
const facts = (record: RecordDeclaration, row: PartRow, names: readonly string[]) =>
  namesSaid(record, row, names).length > 0 && <RowFacts record={record} row={row} names={names} />;
const rowFact = (record: RecordDeclaration, row: PartRow) => facts(record, row, Object.keys(record.fields));

/** What opens beneath an entry about support the law gives. */
const shownOfSupport = {
  supportApplication: {
    record: supportApplication,
    fields: ['regimes', 'toOffice', 'state', 'withdrawnWhy'],
  },
  supportDecision: {
    record: supportDecision,
    fields: ['decidedBy', 'decisionNumber', 'amount', 'inKind', 'reason', 'article'],
  },
  payment: { record: payment, fields: ['paymentForm', 'receiptNumber', 'signedBy', 'reason'] },
} as const;

/** A day stated by hand, at the hour of its entry when it was entered that very day. */
const onDay = (day: Day, row: PartRow): Instant | Day => (dayOf(row.madeAt) === day ? row.madeAt : day);

function eventsOf(t: Translate, path: Path): Event[] {
  const label = (labels: string, code: unknown) => codeLabel(t, labels, String(code));
  const { person } = path;
  return [
    { key: 'opened', at: person.madeAt, icon: 'folder', title: t('path.events.opened'), row: person },
    ...supportEvents(t, path).map(
      ({ row, at, ...event }): Event => ({
        ...event,
        key: row.id,
        at: at.length === 10 ? onDay(at as Day, row) : (at as Instant),
        row,
      }),
    ),
    ...entitlementEvents(t, path).map(
      ({ row, record, at, icon, title }): Event => ({
        key: row.id,
        at: onDay(at as Day, row),
        icon,
        title:
          record === 'supportApplication' ? (
            <Link href={subjectHref({ record, id: row.id })}>{title}</Link>
          ) : (
            title
          ),
        row,
        body: facts(shownOfSupport[record].record, row, shownOfSupport[record].fields),
      }),
    ),
    ...part(path, 'arrival').map(
      (row): Event => ({
        key: row.id,
        at: (row.arrivedAt as Instant | undefined) ?? row.madeAt,
        icon: 'intake',
        title: t('path.events.arrival', { route: label('route', row.route).toLowerCase() }),
        row,
        body: facts(
          arrival,
          row,
          Object.keys(arrival.fields).filter(name => name !== 'route' && name !== 'arrivedAt'),
        ),
      }),
    ),
    ...part(path, 'needs').map(
      (row): Event => ({
        key: row.id,
        at: row.madeAt,
        icon: 'house',
        title: t('path.events.needs'),
        row,
        body: rowFact(needs, row),
      }),
    ),
    ...part(path, 'child').map(
      (row): Event => ({
        key: row.id,
        at: row.madeAt,
        icon: 'people',
        title: t('path.events.child'),
        row,
        body: rowFact(child, row),
      }),
    ),
    ...part(path, 'identityPaper').map(
      (row): Event => ({
        key: row.id,
        at: row.madeAt,
        icon: 'file',
        title: t('path.events.paper', {
          kind: row.paperKind ? label('identityPaperKind', row.paperKind) : '…',
        }),
        row,
        body: facts(identityPaper, row, ['issuedOn', 'issuer']),
      }),
    ),
    ...consentEvents(t, part(path, 'consent'), part(path, 'withdrawal')),
    ...part(path, 'screening').map(
      (row): Event => ({
        key: row.id,
        at: (row.screenedAt as Instant | undefined) ?? row.madeAt,
        icon: 'search',
        title: row.impression
          ? t('path.events.screening', { impression: label('impression', row.impression).toLowerCase() })
          : t('path.events.screening_only'),
        row,
        body: (row.signs || row.impression || row.withheld?.length) && (
          <>
            {facts(screening, row, ['impression', 'law', 'indicatorSet', 'note'])}
            <Signs row={row} />
          </>
        ),
      }),
    ),
    ...part(path, 'assertion').flatMap(row => assertionEvent(t, path, row)),
    ...part(path, 'verification').flatMap(row => verificationEvents(t, row)),
    ...part(path, 'referral').flatMap(row => referralEvents(t, path, row)),
    ...part(path, 'stay').flatMap(row => stayEvents(t, row)),
    ...part(path, 'statementNotice').map(
      (row): Event => ({
        key: row.id,
        at: row.madeAt,
        icon: 'megaphone',
        title: (
          <>
            {t('path.events.statement')} <OfficeName id={row.toOffice as string} short />
          </>
        ),
        row,
        body: rowFact(statementNotice, row),
      }),
    ),
    ...part(path, 'interpreterEngagement').map(
      (row): Event => ({
        key: row.id,
        at: onDay(row.onDay as Day, row),
        icon: 'megaphone',
        title: t('reception.events.interpreter', {
          language: row.language ? label('spoken', row.language) : '…',
        }),
        row,
        body: facts(interpreterEngagement, row, ['interpreterName', 'mode', 'interpretingFor']),
      }),
    ),
    ...part(path, 'bestInterests').map(
      (row): Event => ({
        key: row.id,
        at: onDay(row.doneOn as Day, row),
        icon: 'people',
        title: label('interestStep', row.interestStep),
        row,
        body: facts(bestInterests, row, ['outcome', 'byWhom', 'heardBy', 'reasons', 'reviewOn']),
      }),
    ),
    ...part(path, 'foreignStep').map(
      (row): Event => ({
        key: row.id,
        at: onDay(row.doneOn as Day, row),
        icon: 'globe',
        title: label('foreignStepKind', row.foreignStepKind),
        row,
        body: facts(foreignStep, row, ['foreignOutcome', 'withWhom', 'groundArticle', 'until', 'note']),
      }),
    ),
    ...part(path, 'note').map(
      (row): Event => ({
        key: row.id,
        at: onDay(row.onDay as Day, row),
        icon: 'book',
        title: t('path.events.note', { kind: label('noteKind', row.noteKind).toLowerCase() }),
        row,
        body: <p className="long-text">{row.text as string}</p>,
      }),
    ),
    ...part(path, 'exceptionAccess').map(
      (row): Event => ({
        key: row.id,
        at: row.madeAt,
        icon: 'alert',
        title: (
          <>
            {t('path.events.exception')} <OfficerName id={row.officer as string} />
          </>
        ),
        row,
        officer: false,
        body: typeof row.reason === 'string' && <p className="long-text">{row.reason}</p>,
      }),
    ),
  ];
}

/** Questions asked in one sitting are one event; each withdrawal is its own. */
function consentEvents(t: Translate, rows: readonly PartRow[], takenBack: readonly PartRow[]): Event[] {
  const purpose = (row: PartRow) => codeLabel(t, 'consentPurpose', row.consentPurpose as string);
  const sittings = Map.groupBy(rows, row => `${row.madeAt.slice(0, 16)} ${row.madeBy}`);
  const asked = [...sittings.values()].map((sitting): Event => {
    const row = sitting[0]!;
    const answers = sitting.map(one => [purpose(one), t(`ui.answer.${one.given as string}`)] as const);
    return {
      key: row.id,
      at: row.madeAt,
      icon: 'person',
      title:
        sitting.length === 1
          ? t('path.events.consent', {
              purpose: answers[0]![0].toLowerCase(),
              answer: answers[0]![1].toLowerCase(),
            })
          : t('path.events.consents', { count: sitting.length }),
      row,
      body: (
        <>
          {sitting.length > 1 && <Facts>{answers}</Facts>}
          {facts(consent, row, [
            'givenBy',
            'language',
            'interpreter',
            'interpreterWho',
            'recipient',
            'recipientKind',
            'until',
            'childAssent',
            'guardianAnswer',
            'guardianWho',
            'guardianInvolved',
            'explained',
          ])}
        </>
      ),
    };
  });
  const withdrawn = rows.flatMap((row): Event[] =>
    typeof row.withdrawnAt === 'string'
      ? [
          {
            key: `${row.id} withdrawn`,
            at: row.withdrawnAt as Instant,
            icon: 'stop',
            title: t('path.events.consent_withdrawn', { purpose: purpose(row).toLowerCase() }),
            row,
            officer: false,
            body: typeof row.withdrawnWhy === 'string' && <p>{row.withdrawnWhy}</p>,
          },
        ]
      : [],
  );
  const partly = takenBack.flatMap((row): Event[] => {
    const of = rows.find(one => one.id === row.consent);
    return row.whole === 'no' && of
      ? [
          {
            key: row.id,
            at: row.madeAt,
            icon: 'stop',
            title: t('path.events.consent_part', { purpose: purpose(of).toLowerCase() }),
            row,
            body: bundleWords(t, (row.dataClasses as readonly string[] | null) ?? []),
          },
        ]
      : [];
  });
  return [...asked, ...withdrawn, ...partly];
}

function assertionEvent(t: Translate, path: Path, row: PartRow): Event[] {
  const told =
    row.assertionKind === 'screened' && part(path, 'screening').some(one => one.madeAt === row.madeAt);
  if (told) return [];
  return [
    {
      key: row.id,
      at: onDay(row.assertedOn as Day, row),
      icon: 'shield',
      title: t('path.events.assertion', {
        kind: t(`path.assertions.${row.assertionKind as string}`),
        finding: codeLabel(t, 'finding', row.finding as string).toLowerCase(),
      }),
      row,
      body: facts(assertion, row, [
        'law',
        'purposes',
        'paperKind',
        'paperNumber',
        'paperDate',
        'paperIssuer',
        'reason',
      ]),
    },
  ];
}

function verificationEvents(t: Translate, row: PartRow): Event[] {
  const link = <Link href={subjectHref({ record: 'verification', id: row.id })}>{row.number as string}</Link>;
  const sent: Event = {
    key: row.id,
    at: row.madeAt,
    icon: 'inspect',
    title: (
      <>
        {t('path.events.verification')} <OfficeName id={row.toOffice as string} short /> {link}
      </>
    ),
    row,
    body: facts(verification, row, ['receivedOn', 'law', 'complex', 'question']),
  };
  if (typeof row.answeredAt !== 'string') return [sent];
  return [
    sent,
    {
      key: `${row.id} answered`,
      at: row.answeredAt as Instant,
      icon: 'inspect',
      title: (
        <>
          <OfficeName id={row.toOffice as string} short />{' '}
          {t('path.events.verification_answered', {
            finding: row.finding ? codeLabel(t, 'finding', row.finding as string).toLowerCase() : '…',
          })}{' '}
          {link}
        </>
      ),
      row: { ...row, office: row.toOffice as string },
      officer: false,
      body: facts(verification, row, ['finding', 'reply']),
    },
  ];
}

function referralEvents(t: Translate, path: Path, row: PartRow): Event[] {
  const link = <Link href={subjectHref({ record: 'referral', id: row.id })}>{row.number as string}</Link>;
  const receiver = { ...row, office: row.toOffice as string };
  const state = row.state as string;
  const events: Event[] = [
    {
      key: row.id,
      at: (row.sentAt as Instant | undefined) ?? row.madeAt,
      icon: 'right',
      title: (
        <>
          {t('path.events.referral')} <OfficeName id={row.toOffice as string} short /> {link}
        </>
      ),
      row,
      body: facts(referral, row, [
        'referralPurpose',
        'services',
        'ground',
        'groundArticle',
        'until',
        'message',
      ]),
    },
  ];
  if (typeof row.answeredAt === 'string')
    events.push({
      key: `${row.id} answered`,
      at: row.answeredAt as Instant,
      icon: state === 'returned' ? 'left' : 'check',
      title: (
        <>
          <OfficeName id={row.toOffice as string} short />{' '}
          {t(state === 'returned' ? 'path.events.referral_returned' : 'path.events.referral_accepted')} {link}
        </>
      ),
      row: receiver,
      officer: false,
      body: facts(referral, row, ['returnReason', 'answerNote']),
    });
  if (typeof row.endedAt === 'string' && state !== 'returned')
    events.push({
      key: `${row.id} ended`,
      at: row.endedAt as Instant,
      icon: state === 'completed' ? 'check' : 'stop',
      title: (
        <>
          {t(state === 'completed' ? 'path.events.referral_completed' : 'path.events.referral_revoked')}{' '}
          {link}
        </>
      ),
      row: state === 'completed' ? receiver : row,
      officer: false,
      body: state === 'revoked' ? whyRevoked(path, row.id) : facts(referral, row, ['outcome', 'answerNote']),
    });
  return events;
}

/** Only its sender has the row that says why. */
function whyRevoked(path: Path, referral: string): ReactNode {
  const why = part(path, 'revocation').find(one => one.referral === referral)?.reason;
  return typeof why === 'string' && <p className="long-text">{why}</p>;
}

/** Taken in, and gone again; what was entered by mistake is not told. */
function stayEvents(t: Translate, row: PartRow): Event[] {
  if (row.leaveReason === 'mistake') return [];
  const at = <FacilityName id={row.facility as string} />;
  const came: Event = {
    key: row.id,
    at: row.admittedOn as Day,
    icon: 'house',
    title: (
      <>
        {t('facilities.path.event_in')} {at}
      </>
    ),
    row,
    body: facts(stay, row, ['places', 'overFull', 'overFullNote']),
  };
  if (typeof row.leftOn !== 'string') return [came];
  const left: Event = {
    key: `${row.id} left`,
    at: row.leftOn as Day,
    icon: 'leave',
    title: (
      <>
        {t('facilities.path.event_out', {
          why: codeLabel(t, 'stayLeaveReason', row.leaveReason as string).toLowerCase(),
        })}{' '}
        {at}
      </>
    ),
    row,
    officer: false,
    body: facts(stay, row, ['leaveNote']),
  };
  return [came, left];
}

/** The answers of a screening in the words of the indicator set it was made with. */
function Signs({ row }: { row: PartRow }) {
  const t = useText();
  const { data: rules } = useRules();
  const signs = row.signs as Readonly<Record<string, string>> | null | undefined;
  if (!rules || !signs) return null;
  const titles = new Map(
    rules.indicators.flatMap(set => set.items.map(item => [item.code, item.title[t.lang]] as const)),
  );
  return (
    <>
      {(['yes', 'no', 'unknown', 'declined'] as const).map(answer => {
        const codes = Object.keys(signs).filter(code => signs[code] === answer);
        return (
          codes.length > 0 && (
            <p key={answer}>
              <b>{t(`ui.answer.${answer}`)}:</b> {codes.map(code => titles.get(code) ?? code).join('; ')}
            </p>
          )
        );
      })}
    </>
  );
}
