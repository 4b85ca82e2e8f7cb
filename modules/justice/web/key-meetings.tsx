/* The meetings of the three: those to come first, then those that were held with what was decided; the minutes are folded away. */
import { useState } from 'react';
import { formatInstant, type Instant } from '../../../kernel/day.ts';
import { useNow } from '../../../web/clock.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { Do } from '../../../web/shell/do-dialog.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { LoadingState } from '../../../web/ui/states.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { keyCaseMeeting } from '../key-record.ts';
import { isWorked, useOurSeat } from './key-data.ts';

const tones: Readonly<Record<string, Tone>> = { planned: 'active', held: 'good', cancelled: 'neutral' };

/** What is to come in its order, then what was, the newest first. */
const byTime = (now: Instant) => (a: PartRow, b: PartRow) => {
  const [one, other] = [String(a.meetsAt), String(b.meetsAt)];
  const isAhead = (row: PartRow) => row.state === 'planned' && String(row.meetsAt) >= now;
  if (isAhead(a) !== isAhead(b)) return isAhead(a) ? -1 : 1;
  return isAhead(a) ? one.localeCompare(other) : other.localeCompare(one);
};

export function Meetings({ row, meetings }: { row: PartRow; meetings: readonly PartRow[] | null }) {
  const t = useText();
  const now = useNow();
  const seat = useOurSeat(row);
  const [calling, call] = useState(false);
  return (
    <section className="card part" aria-labelledby="key-meetings">
      <h2 id="key-meetings">
        {t('justice.key.meetings')} {meetings && <span className="count">{meetings.length}</span>}
      </h2>
      {!meetings && <LoadingState rows={2} />}
      {meetings?.length === 0 && <p className="soft">{t('justice.key.no_meeting')}</p>}
      {meetings?.toSorted(byTime(now)).map(one => (
        <Meeting key={one.id} row={one} now={now} />
      ))}
      {seat && isWorked(row) && (
        <div className="row no-print">
          <Button onPress={() => call(true)}>{t('act.keyCaseMeeting.call')}</Button>
        </div>
      )}
      {calling && (
        <Do
          act="keyCaseMeeting.call"
          record={keyCaseMeeting}
          names={['meetsAt', 'place', 'agenda']}
          fixed={{ keyCase: row.id }}
          onClose={() => call(false)}
        />
      )}
    </section>
  );
}

function Meeting({ row, now }: { row: PartRow; now: Instant }) {
  const t = useText();
  const [open, setOpen] = useState<'minutes' | 'cancel' | null>(null);
  const subject = { record: 'keyCaseMeeting', id: row.id };
  const label = (name: string) => fieldLabel(t, 'keyCaseMeeting', name);
  const written = ['attendees', 'minutes'].filter(name => typeof row[name] === 'string');
  const title = formatInstant(row.meetsAt as Instant, t.lang);
  return (
    <article className="key-paper stack" aria-label={title}>
      <p className="row">
        <b>{title}</b>
        <span>{row.place as string}</span>
        <StateMark tone={tones[row.state as string] ?? 'neutral'}>
          {codeLabel(t, 'keyCaseMeetingState', row.state as string)}
        </StateMark>
        <span className="soft small">
          <OfficeName id={row.office} short />
        </span>
      </p>
      {['agenda', 'cancelledWhy'].map(
        name =>
          typeof row[name] === 'string' && (
            <p key={name} className="long-text soft">
              {row[name]}
            </p>
          ),
      )}
      {typeof row.decisions === 'string' && (
        <p className="long-text">
          <b>{label('decisions')}:</b> {row.decisions}
        </p>
      )}
      {written.length > 0 && (
        <details>
          <summary>{label('minutes')}</summary>
          {written.map(name => (
            <p key={name} className="long-text">
              <b>{label(name)}:</b> {row[name] as string}
            </p>
          ))}
        </details>
      )}
      <div className="row no-print">
        {may(row, 'keyCaseMeeting.minutes') && (row.meetsAt as string) <= now && (
          <Button onPress={() => setOpen('minutes')}>{t('act.keyCaseMeeting.minutes')}</Button>
        )}
        {may(row, 'keyCaseMeeting.cancel') && (
          <Button kind="quiet" onPress={() => setOpen('cancel')}>
            {t('act.keyCaseMeeting.cancel')}
          </Button>
        )}
      </div>
      {open && (
        <Do
          act={`keyCaseMeeting.${open}`}
          record={keyCaseMeeting}
          names={open === 'minutes' ? ['attendees', 'minutes', 'decisions'] : ['cancelledWhy']}
          subject={subject}
          onClose={() => setOpen(null)}
        />
      )}
    </article>
  );
}
