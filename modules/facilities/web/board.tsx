/* The board: which facility has a place for whom, how it stands, how far it is. Each number opens the list behind it; what is looked for stands in the address as
 * codes, never anybody's name. Numbers of those who stay carry no names. */
import { useState } from 'react';
import { Link } from 'wouter';
import { addDays, type Day, dayOf, formatDay } from '../../../kernel/day.ts';
import { readClock } from '../../../web/clock.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName, UnitName } from '../../../web/names.tsx';
import { usePost } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { type Translate, useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { EmptyState, LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import { ExportList } from '../../exchange/web/export-list.tsx';
import { runningRoles } from '../roles.ts';
import { RegisterDialog } from './entry.tsx';
import { Filters } from './filters.tsx';
import { DaysPicture, kilometresText, Places, StandingMark } from './marks.tsx';
import { useAsked } from './use-asked.ts';
import { type Board, type FacilityShown, useBoard } from './use-board.ts';
import './facilities.css';

/** Days of the picture: as far back as one remembers, and the week ahead. */
export const BACK = 20;
export const SHOWN = 28;
const shows = ['free', 'full', 'below', 'open_findings'] as const;

export default function Facilities(_props: ScreenProps) {
  const t = useText();
  const [asked] = useAsked();
  const [entering, enter] = useState(false);
  const role = usePost()?.role ?? '';
  const number = (name: string) => (asked.get(name) ? Number(asked.get(name)) : null);
  const { data, error, refetch, isPending } = useBoard({
    service: asked.get('service'),
    language: asked.get('language'),
    sex: asked.get('sex'),
    age: number('age'),
    children: asked.get('children') ? 1 : null,
    nationality: asked.get('nationality'),
    from: asked.get('from'),
    since: addDays(dayOf(readClock()), -BACK),
    days: SHOWN,
  });
  return (
    <Page
      title={t('facilities.title')}
      lead={t('facilities.lead')}
      actions={
        runningRoles.includes(role) && (
          <Button icon="plus" onPress={() => enter(true)}>
            {t('act.facility.register')}
          </Button>
        )
      }
    >
      {entering && <RegisterDialog onClose={() => enter(false)} />}
      <Filters />
      {error ? (
        <ProblemState error={error} onRetry={() => void refetch()} />
      ) : isPending || !data ? (
        <LoadingState rows={8} />
      ) : (
        <Found board={data} show={asked.get('show')} />
      )}
    </Page>
  );
}

const isShown: Readonly<Record<string, (one: FacilityShown) => boolean>> = {
  free: one => (one.free ?? 0) > 0 && one.state === 'open',
  full: one => one.free === 0,
  below: one => one.standing === 'below',
  open_findings: one => one.standing === 'open_findings',
};

function Found({ board, show }: { board: Board; show: string | null }) {
  const t = useText();
  const rows = board.facilities.filter(isShown[show ?? ''] ?? (() => true));
  return (
    <>
      <Numbers board={board} show={show} />
      <p className="soft small">
        {board.from ? (
          <>
            {t('facilities.far.from')} <UnitName id={board.from} />. {t('facilities.far.straight')}
          </>
        ) : (
          t('facilities.far.nowhere')
        )}
      </p>
      <Table
        caption={t('facilities.title')}
        columns={columnsOf(t, board)}
        rows={rows.toSorted((a, b) => (a.kilometres ?? 9999) - (b.kilometres ?? 9999))}
        keyOf={row => row.id}
        hrefOf={row => `/facilities/${row.id}`}
        empty={
          <EmptyState icon="house" title={t('facilities.none')}>
            {t('facilities.none_text')}
          </EmptyState>
        }
      />
      <ExportList record="facility" ids={rows.map(row => row.id)} />
    </>
  );
}

/** What the board adds up, each number the way to its list. */
function Numbers({ board, show }: { board: Board; show: string | null }) {
  const t = useText();
  const [, set] = useAsked();
  const count = (name: (typeof shows)[number]) => board.facilities.filter(isShown[name]!).length;
  const free = board.facilities.filter(isShown.free!).reduce((sum, one) => sum + (one.free ?? 0), 0);
  const overdue = board.facilities.reduce((sum, one) => sum + (one.overdueImprovements ?? 0), 0);
  const open = board.facilities.reduce((sum, one) => sum + (one.openImprovements ?? 0), 0);
  const turn = (name: string) => set('show', show === name ? null : name);
  return (
    <fieldset className="board-numbers" aria-label={t('facilities.numbers')}>
      {shows.map(name => (
        <button
          key={name}
          type="button"
          className="board-number"
          aria-pressed={show === name}
          onClick={() => turn(name)}
        >
          <b>{name === 'free' ? free : count(name)}</b>
          <span>{t(`facilities.number.${name}`)}</span>
        </button>
      ))}
      {board.seesFindings && (
        <>
          <Link className="board-number" href="/improvements?state=open">
            <b>{open}</b>
            <span>{t('facilities.number.improvements')}</span>
          </Link>
          <Link className="board-number" href="/improvements?state=open&overdue=yes">
            <b>{overdue}</b>
            <span>{t('facilities.number.overdue')}</span>
          </Link>
        </>
      )}
    </fieldset>
  );
}

function columnsOf(t: Translate, board: Board): Column<FacilityShown>[] {
  const findings: Column<FacilityShown> = {
    name: 'improvements',
    title: t('facilities.column.improvements'),
    cell: row =>
      row.openImprovements ? (
        <Link className="number-link" href={`/improvements?state=open&facility=${row.id}`}>
          {t('facilities.improvements.count', {
            open: row.openImprovements,
            overdue: row.overdueImprovements ?? 0,
          })}
        </Link>
      ) : (
        <span className="soft">—</span>
      ),
  };
  return [
    {
      name: 'name',
      title: fieldLabel(t, 'facility', 'name'),
      lead: true,
      cell: row => (
        <>
          <b>{t.lang === 'en' ? ((row.nameEn as string | null) ?? row.name) : row.name}</b>
          <span className="block soft small">
            {codeLabel(t, 'facilityKind', row.facilityKind)} · <OfficeName id={row.office} short />
          </span>
        </>
      ),
    },
    {
      name: 'standing',
      title: t('facilities.column.standing'),
      cell: row => (
        <>
          <StandingMark standing={row.standing} />
          {row.reviewedOn && (
            <span className="block soft small">
              {t('facilities.reviewed_on', { day: formatDay(row.reviewedOn as Day, t.lang) })}
            </span>
          )}
        </>
      ),
    },
    {
      name: 'places',
      title: t('facilities.column.places'),
      cell: row => (
        <Link href={`/facilities/${row.id}#places`} className="number-link">
          <Places of={row} />
        </Link>
      ),
    },
    {
      name: 'days',
      title: t('facilities.column.days'),
      wideOnly: true,
      cell: row => <DaysPicture days={row.days} today={board.today} />,
    },
    {
      name: 'kilometres',
      title: t('facilities.column.far'),
      align: 'end',
      cell: row => kilometresText(t, row.kilometres),
    },
    ...(board.seesFindings ? [findings] : []),
  ];
}
