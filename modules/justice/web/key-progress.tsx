/* What was done each week, the newest first, as each of the three tells it. A week nobody has told about is said; it makes nobody late. */
import { useState } from 'react';
import { addDays, type Day, dayOf, formatDay } from '../../../kernel/day.ts';
import { useNow } from '../../../web/clock.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficerName } from '../../../web/names.tsx';
import { Do } from '../../../web/shell/do-dialog.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { SelectInput } from '../../../web/ui/choices.tsx';
import { LoadingState } from '../../../web/ui/states.tsx';
import { ExportList } from '../../exchange/web/export-list.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { tellBy, weekOf } from '../key-lists.ts';
import { keyCaseProgress } from '../key-record.ts';
import { Correct, Was } from './correct.tsx';
import { isWorked, useOurSeat, weekName } from './key-data.ts';

/** So many weeks back can still be told about. */
const weeksBack = 4;

export function Progress({ row, weeks }: { row: PartRow; weeks: readonly PartRow[] | null }) {
  const t = useText();
  const today = dayOf(useNow());
  const seat = useOurSeat(row);
  const [telling, tell] = useState(false);
  const thisWeek = weekOf(today);
  const told = Map.groupBy(
    weeks?.toSorted((a, b) => String(b.weekFrom).localeCompare(String(a.weekFrom))) ?? [],
    one => one.weekFrom as Day,
  );
  const open = Array.from({ length: weeksBack }, (_, back) => addDays(thisWeek, -7 * back)).filter(
    week => addDays(week, 6) >= (row.agreedOn as Day) && !told.get(week)?.some(one => one.seat === seat),
  );
  return (
    <section className="card part" aria-labelledby="key-progress">
      <h2 id="key-progress">{t('justice.key.progress')}</h2>
      {!weeks && <LoadingState rows={3} />}
      {weeks && isWorked(row) && !told.has(thisWeek) && (
        <p className="soft">{t('justice.key.week_missing', { day: formatDay(tellBy(thisWeek), t.lang) })}</p>
      )}
      {weeks?.length === 0 && <p className="soft">{t('justice.key.no_week')}</p>}
      {[...told].map(([week, rows]) => (
        <article key={week} className="key-paper stack" aria-label={weekName(t, week)}>
          <h3>{weekName(t, week)}</h3>
          {rows.map(one => (
            <Told key={one.id} row={one} file={row} />
          ))}
        </article>
      ))}
      <div className="row no-print">
        {seat && isWorked(row) && open.length > 0 && (
          <Button kind={told.has(thisWeek) ? 'plain' : 'primary'} onPress={() => tell(true)}>
            {t('act.keyCaseProgress.report')}
          </Button>
        )}
        {weeks && weeks.length > 0 && (
          <ExportList record="keyCaseProgress" filter={{ keyCase: { is: row.id } }} />
        )}
      </div>
      {telling && <Report row={row} open={open} onClose={() => tell(false)} />}
    </section>
  );
}

function Told({ row, file }: { row: PartRow; file: PartRow }) {
  const t = useText();
  return (
    <div className="stack">
      <p className="soft small">
        {codeLabel(t, 'keyCaseSeat', row.seat as string)} · <OfficerName id={row.madeBy} titled />
      </p>
      {['done', 'next', 'obstacle'].map(
        name =>
          typeof row[name] === 'string' && (
            <p key={name} className="long-text">
              <b>{fieldLabel(t, 'keyCaseProgress', name)}:</b> {row[name]}
            </p>
          ),
      )}
      <Was record={keyCaseProgress} row={row} />
      {isWorked(file) && may(row, 'keyCaseProgress.correct') && (
        <p className="no-print">
          <Correct
            act="keyCaseProgress.correct"
            record={keyCaseProgress}
            row={row}
            sends={['done', 'next', 'obstacle']}
            of={weekName(t, row.weekFrom as Day)}
            lead={t('justice.correct.told')}
          />
        </p>
      )}
    </div>
  );
}

function Report({ row, open, onClose }: { row: PartRow; open: readonly Day[]; onClose: () => void }) {
  const t = useText();
  const [week, setWeek] = useState<string | null>(open[0] ?? null);
  return (
    <Do
      act="keyCaseProgress.report"
      record={keyCaseProgress}
      names={['done', 'next', 'obstacle']}
      fixed={{ keyCase: row.id, weekFrom: week }}
      onClose={onClose}
    >
      {(_values, _change, errors) => (
        <SelectInput
          name="weekFrom"
          label={fieldLabel(t, 'keyCaseProgress', 'weekFrom')}
          error={errors.weekFrom}
          value={week}
          onChange={setWeek}
          options={open.map(code => ({ code, label: weekName(t, code) }))}
        />
      )}
    </Do>
  );
}
