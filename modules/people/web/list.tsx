/* The files our offices hold and what was shared with us. Filters are codes and years, never names: a name is looked for in the search, which keeps it out
 * of addresses and histories. The filters stand in the address so that "back" from a file finds the list as it was. */
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import {
  ageOn,
  type Day,
  dayOf,
  formatDay,
  type Instant,
  type PartialDay,
  parsePartialDay,
} from '../../../kernel/day.ts';
import { readClock } from '../../../web/clock.ts';
import type { Row } from '../../../web/datasource.ts';
import { Refusal } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName, useUnit } from '../../../web/names.tsx';
import { usePost, useRecords } from '../../../web/queries.ts';
import { subjectHref } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { type Translate, useText } from '../../../web/text.ts';
import { Button, LinkButton } from '../../../web/ui/button.tsx';
import { FieldCell } from '../../../web/ui/cells.tsx';
import { SelectInput } from '../../../web/ui/choices.tsx';
import { NumberInput } from '../../../web/ui/field.tsx';
import { Icon } from '../../../web/ui/icons.tsx';
import { Badge, StateMark } from '../../../web/ui/marks.tsx';
import { EmptyState, ProblemState, RefusedState } from '../../../web/ui/states.tsx';
import { type Column, type Sort, Table } from '../../../web/ui/table.tsx';
import { receivingRoles } from '../../agencies/roles.ts';
import { ExportList } from '../../exchange/web/export-list.tsx';
import { ethnicityCodes } from '../lists.ts';
import { person } from '../record.ts';
import { findUnits, type UnitWanted, useUnitWithin } from './find-units.ts';
import './people.css';
import { UnitPicker } from '../../../web/ui/unit-picker.tsx';

const sortable = ['fullName', 'born', 'madeAt'] as const;
type Filter = Record<string, Readonly<Record<string, string | readonly string[]>>>;
const codeFilters = ['state', 'sex', 'ethnicity', 'origin', 'from', 'to'] as const;

export default function People() {
  const t = useText();
  const [asked, ask] = useSearchParams();
  const sort = sortOf(asked);
  const places = useUnitWithin(asked.get('origin'));
  const filter = filterOf(asked, places);
  const list = useRecords('person', { filter, sort, limit: 25, brief: true });
  const rows = list.data?.pages.flatMap(page => page.rows) ?? [];
  const role = usePost()?.role ?? '';
  const change = (changes: Readonly<Record<string, string | null>>) =>
    ask(
      before => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes))
          value === null ? next.delete(name) : next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const isReceiver = (receivingRoles as readonly string[]).includes(role);
  return (
    <Page
      title={t('people.title')}
      lead={t('people.lead')}
      actions={
        isReceiver && (
          <LinkButton href="/intake" kind="primary" icon="plus">
            {t('people.receive')}
          </LinkButton>
        )
      }
    >
      <Filters asked={asked} change={change} />
      {list.error && !list.data ? (
        list.error instanceof Refusal && list.error.status === 404 ? (
          <RefusedState />
        ) : (
          <ProblemState error={list.error} onRetry={() => void list.refetch()} />
        )
      ) : (
        <div className="people">
          <Table
            caption={t('people.caption')}
            columns={columnsOf(t)}
            rows={rows}
            keyOf={row => row.id}
            hrefOf={row => subjectHref({ record: 'person', id: row.id })}
            sort={sort}
            onSort={next => change({ by: next.by, down: next.descending ? '1' : '0' })}
            loading={list.isPending || list.isPlaceholderData}
            onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
            loadingMore={list.isFetchingNextPage}
            foot={<ExportList record="person" filter={filter} />}
            empty={
              <Nobody filtered={Object.keys(filter).length > 0} onClear={() => ask({}, { replace: true })} />
            }
          />
        </div>
      )}
    </Page>
  );
}

function Nobody({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const t = useText();
  if (filtered)
    return (
      <EmptyState
        icon="search"
        title={t('people.none_filtered')}
        action={<Button onPress={onClear}>{t('people.filter.clear')}</Button>}
      />
    );
  return (
    <EmptyState icon="people" title={t('people.none')}>
      {t('people.none_text')}
    </EmptyState>
  );
}

function columnsOf(t: Translate): Column<Row>[] {
  const today = dayOf(readClock());
  const plain = (name: string): Column<Row> => ({
    name,
    title: fieldLabel(t, 'person', name),
    cell: row => <FieldCell record={person} row={row} name={name} />,
  });
  return [
    {
      name: 'fullName',
      title: fieldLabel(t, 'person', 'fullName'),
      lead: true,
      sortable: true,
      cell: row => <NameOf row={row} />,
    },
    {
      name: 'number',
      title: fieldLabel(t, 'any', 'number'),
      cell: row => <span className="number">{String(row.number)}</span>,
    },
    {
      name: 'born',
      title: t('people.born_age'),
      sortable: true,
      cell: row =>
        row.born ? (
          <Born born={row.born as PartialDay} today={today} />
        ) : (
          <FieldCell record={person} row={row} name="born" />
        ),
    },
    plain('sex'),
    plain('ethnicity'),
    {
      ...plain('origin'),
      cell: row =>
        row.origin ? (
          <Home id={row.origin as string} />
        ) : (
          <FieldCell record={person} row={row} name="origin" />
        ),
    },
    {
      name: 'state',
      title: t('people.state'),
      cell: row => (
        <StateMark tone={row.state === 'open' ? 'active' : 'neutral'}>
          {codeLabel(t, 'fileState', row.state as string)}
        </StateMark>
      ),
    },
    {
      name: 'madeAt',
      title: t('people.opened'),
      sortable: true,
      cell: row => <span className="number">{formatDay(dayOf(row.madeAt as Instant), t.lang)}</span>,
    },
  ];
}

/** Nearly everybody is from this province, so it is not said again in every line. */
function Home({ id }: { id: string }) {
  const unit = useUnit(id);
  const parts = unit?.path.split(', ') ?? ['…'];
  return <>{(parts.length > 1 ? parts.slice(0, -1) : parts).join(', ')}</>;
}

function NameOf({ row }: { row: Row }) {
  const t = useText();
  const isTheirs = row.via === 'share' || row.via === 'exception';
  return (
    <>
      {row.fullName ? String(row.fullName) : <span className="soft">{t('people.no_name')}</span>}
      {isTheirs && (
        <>
          {' '}
          <Badge tone={row.via === 'exception' ? 'warn' : 'neutral'}>{t(`people.via.${row.via}`)}</Badge>{' '}
          <small className="soft">
            <OfficeName id={row.office as string} short />
          </small>
        </>
      )}
    </>
  );
}

function Born({ born, today }: { born: PartialDay; today: Day }) {
  const t = useText();
  return (
    <span className="born">
      <span className="number">{formatDay(born, t.lang)}</span>{' '}
      <span className="soft nowrap">{ageWords(t, born, today)}</span>
    </span>
  );
}

/** "1998 (27–28 tuổi)": a half-known birth date gives two ages. */
export function bornWords(t: Translate, born: PartialDay, today: Day): string {
  return `${formatDay(born, t.lang)} (${ageWords(t, born, today)})`;
}

function ageWords(t: Translate, born: PartialDay, today: Day): string {
  const { least, most } = ageOn(born, today);
  return least === most ? t('people.age', { age: least }) : t('people.age_between', { least, most });
}

function Filters({
  asked,
  change,
}: {
  asked: URLSearchParams;
  change: (changes: Readonly<Record<string, string | null>>) => void;
}) {
  const t = useText();
  const active = codeFilters.filter(name => asked.has(name)).length;
  const [open, setOpen] = useState(active > 0);
  const choice = (name: string, labels: string, codes: readonly string[]) => (
    <SelectInput
      name={`filter.${name}`}
      label={fieldLabel(t, 'person', name)}
      none={t('people.filter.any')}
      value={asked.get(name)}
      onChange={code => change({ [name]: code })}
      options={codes.map(code => ({ code, label: codeLabel(t, labels, code) }))}
    />
  );
  return (
    <details
      className="filters-fold no-print"
      open={open}
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary>
        <Icon name="down" size={18} />
        {t('people.filter.title', { count: active })}
      </summary>
      <div className="card">
        <div className="filters">
          {choice('state', 'fileState', ['open', 'closed'])}
          {choice('sex', 'sex', ['female', 'male', 'other'])}
          {choice('ethnicity', 'ethnicity', ethnicityCodes)}
          <Year name="from" asked={asked} change={change} />
          <Year name="to" asked={asked} change={change} />
          <OriginFilter asked={asked} change={change} />
        </div>
        {active > 0 && (
          <div>
            <Button onPress={() => change(Object.fromEntries(codeFilters.map(name => [name, null])))}>
              {t('people.filter.clear')}
            </Button>
          </div>
        )}
      </div>
    </details>
  );
}

interface FilterProps {
  asked: URLSearchParams;
  change: (changes: Readonly<Record<string, string | null>>) => void;
}

function Year({ name, asked, change }: FilterProps & { name: 'from' | 'to' }) {
  const t = useText();
  const [year, setYear] = useState<number | null>(Number(asked.get(name)) || null);
  return (
    <NumberInput
      name={`filter.${name}`}
      label={t(`people.filter.born_${name}`)}
      maxLength={4}
      value={year}
      onChange={next => {
        setYear(next);
        if (next === null || parsePartialDay(String(next)))
          change({ [name]: next === null ? null : String(next) });
      }}
    />
  );
}

function OriginFilter({ asked, change }: FilterProps) {
  const t = useText();
  const id = asked.get('origin');
  const unit = useUnit(id);
  const [picked, pick] = useState<UnitWanted | null>(null);
  const shown = id === null ? null : picked?.id === id ? picked : unit ? { id, label: unit.name } : null;
  return (
    <UnitPicker
      name="filter.origin"
      label={fieldLabel(t, 'person', 'origin')}
      hint=""
      on={'2025-06-30' as Day}
      search={findUnits}
      value={shown as never}
      onChange={next => {
        pick(next);
        change({ origin: next?.id ?? null });
      }}
    />
  );
}

function sortOf(asked: URLSearchParams): Sort {
  const by = asked.get('by') ?? '';
  return (sortable as readonly string[]).includes(by)
    ? { by, descending: asked.get('down') === '1' }
    : { by: 'madeAt', descending: true };
}

function filterOf(asked: URLSearchParams, places: readonly string[]): Filter {
  const filter: Filter = places.length > 0 ? { origin: { in: places } } : {};
  for (const name of ['state', 'sex', 'ethnicity'] as const) {
    const code = asked.get(name);
    if (code) filter[name] = { is: code };
  }
  const [from, to] = [parsePartialDay(asked.get('from')), parsePartialDay(asked.get('to'))];
  if (from || to) filter.born = { ...(from ? { from } : {}), ...(to ? { to: String(Number(to) + 1) } : {}) };
  return filter;
}
