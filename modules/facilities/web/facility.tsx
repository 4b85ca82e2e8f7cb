/* One facility: what it offers and to whom, its places by day, who stays (with names only for whoever may know them), what visits found and what has to be put right. */
import { useState } from 'react';
import { addDays, type Day, dayOf, formatDay } from '../../../kernel/day.ts';
import { readClock } from '../../../web/clock.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { useRecords } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import type { IconName } from '../../../web/ui/icons.tsx';
import { EmptyState, LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { Table } from '../../../web/ui/table.tsx';
import { ExportList, ExportMade } from '../../exchange/web/export-list.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { Part } from '../../people/web/path-part.tsx';
import { Sealed } from '../../people/web/path-sealed.tsx';
import { RowFacts } from '../../people/web/path-words.tsx';
import { facility, facilityAddress } from '../record.ts';
import { BACK, SHOWN } from './board.tsx';
import { AddressDialog, CapacityDialog, ReviseDialog, StateDialog } from './entry.tsx';
import { FacilityFindings } from './findings.tsx';
import { DaysPicture, kilometresText, Places, StandingMark } from './marks.tsx';
import { BeginReviewDialog } from './review-dialogs.tsx';
import { Staying } from './staying.tsx';
import { type Board, type FacilityShown, useBoard } from './use-board.ts';
import './facilities.css';

export default function Facility({ params }: ScreenProps) {
  const t = useText();
  const { data, error, refetch } = useBoard({
    id: params.id ?? '',
    since: addDays(dayOf(readClock()), -BACK),
    days: SHOWN,
  });
  const one = data?.facilities.find(found => found.id === params.id);
  if (data && one) return <One board={data} one={one} />;
  return (
    <Page title={t('facilities.one')}>
      {error ? (
        <ProblemState error={error} onRetry={() => void refetch()} />
      ) : data ? (
        <EmptyState icon="house" title={t('facilities.not_there')} />
      ) : (
        <LoadingState rows={8} />
      )}
    </Page>
  );
}

function One({ board, one }: { board: Board; one: FacilityShown }) {
  const t = useText();
  return (
    <Page
      title={t.lang === 'en' ? ((one.nameEn as string | null) ?? one.name) : one.name}
      lead={
        <>
          {one.number as string} · {codeLabel(t, 'facilityKind', one.facilityKind)} ·{' '}
          <OfficeName id={one.office} />
        </>
      }
      actions={<StandingMark standing={one.standing} />}
    >
      <Doings one={one} board={board} />
      <Part name="entry" title={t('facilities.part.entry')}>
        {one.stateReason ? (
          <p>
            <b>{codeLabel(t, 'facilityState', one.state)}:</b> {one.stateReason as string}
          </p>
        ) : null}
        <RowFacts record={facility} row={one as unknown as PartRow} names={offered} />
        <p className="soft small">
          {one.secretPlace === 'yes' ? t('facilities.secret') : null}{' '}
          {one.kilometres !== null &&
            t('facilities.far.sentence', { far: kilometresText(t, one.kilometres) })}
        </p>
        {may(one, 'facility.revise') && <Address one={one} />}
      </Part>
      <PlacesPart board={board} one={one} />
      {board.seesStays && <Staying one={one} />}
      {board.seesFindings ? (
        <FacilityFindings one={one} />
      ) : (
        <p className="soft">
          {one.reviewedOn
            ? t('facilities.reviewed_short', { day: formatDay(one.reviewedOn, t.lang) })
            : t('facilities.reviewed_never')}
        </p>
      )}
    </Page>
  );
}

const offered = [
  'services',
  'servedSex',
  'ageFrom',
  'ageTo',
  'withChildren',
  'servedNationality',
  'languages',
  'unit',
  'publicPlace',
  'opening',
  'roundTheClock',
  'contactOffice',
  'contactWay',
];

function PlacesPart({ board, one }: { board: Board; one: FacilityShown }) {
  const t = useText();
  const lines = useRecords('capacityChange', { filter: { facility: { is: one.id } }, limit: 50 });
  const rows = (lines.data?.pages.flatMap(page => page.rows) ?? []).toSorted((a, b) =>
    (b.fromDay as string).localeCompare(a.fromDay as string),
  );
  return (
    <Part name="places" title={t('facilities.part.places')}>
      <div id="places">
        <Places of={one} />
      </div>
      {one.places === null && rows.length === 0 ? null : (
        <>
          <DaysPicture days={one.days} today={board.today} size="large" />
          <p className="soft small">{t('facilities.days.legend')}</p>
          <details className="small">
            <summary>{t('facilities.days.table')}</summary>
            <Table
              caption={t('facilities.days.table')}
              rows={one.days.toReversed()}
              keyOf={row => row.day}
              foot={
                <ExportMade
                  list="facilityDays"
                  asked={{ id: one.id, since: one.days[0]?.day, days: one.days.length }}
                />
              }
              columns={[
                {
                  name: 'day',
                  title: t('facilities.days.day'),
                  lead: true,
                  cell: row => formatDay(row.day, t.lang),
                },
                {
                  name: 'places',
                  title: fieldLabel(t, 'capacityChange', 'places'),
                  align: 'end',
                  cell: row => row.places ?? '—',
                },
                { name: 'taken', title: t('facilities.days.taken'), align: 'end', cell: row => row.taken },
              ]}
            />
          </details>
          <h3>{t('facilities.places.lines')}</h3>
          <ul className="plain-list">
            {rows.map(row => (
              <li key={row.id}>
                <span>
                  {t('facilities.places.line', {
                    day: formatDay(row.fromDay as Day, t.lang),
                    places: row.places as number,
                  })}
                </span>
                <span className="soft">
                  {codeLabel(t, 'capacityReason', row.capacityReason as string)}
                  {row.note ? ` · ${row.note as string}` : ''}
                </span>
              </li>
            ))}
          </ul>
          <ExportList record="capacityChange" ids={rows.map(row => row.id)} />
        </>
      )}
    </Part>
  );
}

/** The office's own line of the exact address; opened for a minute, with a purpose. */
function Address({ one }: { one: FacilityShown }) {
  const t = useText();
  const lines = useRecords('facilityAddress', { filter: { facility: { is: one.id } }, limit: 1 });
  const row = lines.data?.pages[0]?.rows[0];
  if (!row) return <p className="soft small">{t('facilities.address.none')}</p>;
  return (
    <p className="row">
      <b>{fieldLabel(t, 'facilityAddress', 'address')}</b>
      <Sealed record={facilityAddress} row={row as unknown as PartRow} name="address" />
    </p>
  );
}

const doings: readonly { act: string; ability: string; icon: IconName }[] = [
  { act: 'capacityChange.record', ability: 'facility.revise', icon: 'plus' },
  { act: 'facility.revise', ability: 'facility.revise', icon: 'folder' },
  { act: 'facilityAddress.record', ability: 'facility.revise', icon: 'lock' },
  { act: 'facility.pause', ability: 'facility.pause', icon: 'stop' },
  { act: 'facility.resume', ability: 'facility.resume', icon: 'check' },
  { act: 'facility.close', ability: 'facility.close', icon: 'stop' },
];

function Doings({ one, board }: { one: FacilityShown; board: Board }) {
  const t = useText();
  const [open, setOpen] = useState<string | null>(null);
  const offeredActs = doings.filter(({ ability }) => may(one, ability));
  const close = () => setOpen(null);
  if (offeredActs.length === 0 && !board.mayReview) return null;
  return (
    <div className="row no-print">
      {board.mayReview && !may(one, 'facility.revise') && (
        <Button kind="primary" icon="inspect" onPress={() => setOpen('facilityReview.begin')}>
          {t('act.facilityReview.begin')}
        </Button>
      )}
      {offeredActs.map(({ act, icon }) => (
        <Button key={act} icon={icon} onPress={() => setOpen(act)}>
          {t(`act.${act}`)}
        </Button>
      ))}
      {open === 'facilityReview.begin' && <BeginReviewDialog facility={one.id} onClose={close} />}
      {open === 'facility.revise' && <ReviseDialog row={one} onClose={close} />}
      {open === 'capacityChange.record' && <CapacityDialog row={one} onClose={close} />}
      {open === 'facilityAddress.record' && <AddressDialog row={one} onClose={close} />}
      {open && ['facility.pause', 'facility.resume', 'facility.close'].includes(open) && (
        <StateDialog row={one} act={open} onClose={close} />
      )}
    </div>
  );
}
