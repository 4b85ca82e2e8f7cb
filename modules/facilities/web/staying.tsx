/* Who stays and who stayed: rows only of people the reader may know; everybody else sees the number of places and nothing below it. */
import { useState } from 'react';
import { formatDay } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { useText } from '../../../web/text.ts';
import { Badge } from '../../../web/ui/marks.tsx';
import { LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { Table } from '../../../web/ui/table.tsx';
import { Tabs } from '../../../web/ui/tabs.tsx';
import { ExportMade } from '../../exchange/web/export-list.tsx';
import { Part } from '../../people/web/path-part.tsx';
import { type FacilityShown, useStays } from './use-board.ts';

export function Staying({ one }: { one: FacilityShown }) {
  const t = useText();
  const [open, setOpen] = useState('staying');
  return (
    <Part name="stays" title={t('facilities.part.stays')} lead={t('facilities.stays.lead')}>
      <Tabs
        label={t('facilities.part.stays')}
        open={open}
        onOpen={setOpen}
        parts={(['staying', 'left'] as const).map(state => ({
          id: state,
          title: codeLabel(t, 'stayState', state),
          content: <Stays facility={one.id} state={state} taken={one.taken} />,
        }))}
      />
    </Part>
  );
}

function Stays({ facility, state, taken }: { facility: string; state: 'staying' | 'left'; taken: number }) {
  const t = useText();
  const { data, error, refetch } = useStays(facility, state, true);
  const label = (name: string) => fieldLabel(t, 'stay', name);
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState rows={3} />;
  const known = data.stays.reduce((sum, row) => sum + row.places, 0);
  return (
    <>
      <Table
        caption={codeLabel(t, 'stayState', state)}
        rows={data.stays}
        keyOf={row => row.id}
        hrefOf={row => `/people/${row.person}`}
        foot={<ExportMade list="stays" asked={{ facility, state }} names />}
        empty={<p className="soft">{t('facilities.stays.none')}</p>}
        columns={[
          {
            name: 'person',
            title: fieldLabel(t, 'person', 'fullName'),
            lead: true,
            cell: row => (
              <>
                {row.fullName ?? t('facilities.stays.nameless')}{' '}
                {row.number && <span className="soft small number">{row.number}</span>}
              </>
            ),
          },
          { name: 'admittedOn', title: label('admittedOn'), cell: row => formatDay(row.admittedOn, t.lang) },
          ...(state === 'left'
            ? [
                {
                  name: 'leftOn',
                  title: label('leftOn'),
                  cell: (row: (typeof data.stays)[number]) =>
                    row.leftOn &&
                    `${formatDay(row.leftOn, t.lang)} · ${codeLabel(t, 'stayLeaveReason', row.leaveReason ?? '')}`,
                },
              ]
            : []),
          { name: 'places', title: label('places'), align: 'end' as const, cell: row => row.places },
          {
            name: 'overFull',
            title: label('overFull'),
            cell: row =>
              row.overFull ? <Badge tone="warn">{codeLabel(t, 'overFullReason', row.overFull)}</Badge> : '—',
          },
        ]}
      />
      {state === 'staying' && known < taken && (
        <p className="soft small">{t('facilities.stays.others', { count: taken - known })}</p>
      )}
    </>
  );
}
