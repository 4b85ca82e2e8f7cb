/* One group: the minutes, the counts, and everybody on the list with what became of her. Each is received by herself; in one go means one act for each line, so that one refusal
 * stops nobody else and every line has a report of its own. */
import { useState } from 'react';
import { formatInstant, type Instant } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { useRecords } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { DoDialog } from '../../../web/shell/do-dialog.tsx';
import { OfRecord } from '../../../web/shell/of-record.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { TextArea, TextInput } from '../../../web/ui/field.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { LoadingState } from '../../../web/ui/states.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { RowFacts } from '../../people/web/path-words.tsx';
import { groupArrival } from '../record.ts';
import { tallyOf } from '../tally.ts';
import { GroupLines } from './arrival-lines.tsx';
import { ListBox } from './list-box.tsx';
import { TallyOfGroup } from './tally.tsx';
import './reception.css';

export default function Arrival({ params }: ScreenProps) {
  const t = useText();
  return (
    <OfRecord record="groupArrival" id={params.id} title={t('reception.group.title')}>
      {row => <Group row={row} />}
    </OfRecord>
  );
}

function Group({ row }: { row: PartRow }) {
  const t = useText();
  const [open, setOpen] = useState<
    'groupArrival.addLines' | 'groupArrival.close' | 'groupArrival.reopen' | null
  >(null);
  const query = useRecords('groupLine', {
    filter: { groupArrival: { is: row.id } },
    sort: { by: 'lineNumber' },
    limit: 100,
  });
  const lines = (query.data?.pages.flatMap(page => page.rows) ?? []) as PartRow[];
  const tally = tallyOf(
    row.countOnMinutes as number,
    lines.map(line => line.lineState),
  );
  const acts = (['groupArrival.addLines', 'groupArrival.close', 'groupArrival.reopen'] as const).filter(act =>
    may(row, act),
  );
  return (
    <Page
      title={t('reception.group.number', { number: row.number as string })}
      lead={`${row.handedOverBy as string} · ${formatInstant(row.handedOverAt as Instant, t.lang)}`}
      actions={
        <StateMark tone={row.state === 'open' ? 'active' : 'neutral'}>
          {codeLabel(t, 'groupState', row.state as string)}
        </StateMark>
      }
    >
      <section className="card part" aria-labelledby="group-tally">
        <h2 id="group-tally">{t('reception.group.tally')}</h2>
        {query.isPending ? <LoadingState rows={2} /> : <TallyOfGroup tally={tally} />}
        {typeof row.difference === 'string' && (
          <p>
            <b>{fieldLabel(t, 'groupArrival', 'difference')}:</b> {row.difference}
          </p>
        )}
      </section>
      <GroupLines
        group={row}
        lines={lines}
        loading={query.isPending}
        error={query.error}
        onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
      />
      <div className="row no-print">
        {acts.map(act => (
          <Button
            key={act}
            icon={
              act === 'groupArrival.addLines' ? 'plus' : act === 'groupArrival.close' ? 'check' : 'folder'
            }
            onPress={() => setOpen(act)}
          >
            {t(`reception.do.${act}`)}
          </Button>
        ))}
      </div>
      <section className="card part" aria-labelledby="group-minutes">
        <h2 id="group-minutes">{t('reception.new.minutes')}</h2>
        <RowFacts
          record={groupArrival}
          row={row}
          names={[
            'handedOverBy',
            'handedOverCountry',
            'handedOverAt',
            'placeNote',
            'place',
            'minutesNumber',
            'minutesOn',
            'signedThere',
            'signedHere',
            'countOnMinutes',
            'agreement',
            'returnRoute',
            'note',
          ]}
          always={['minutesNumber', 'signedThere', 'signedHere']}
        />
      </section>
      {open && <GroupDialog act={open} row={row} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function GroupDialog({
  act,
  row,
  onClose,
}: {
  act: 'groupArrival.addLines' | 'groupArrival.close' | 'groupArrival.reopen';
  row: PartRow;
  onClose: () => void;
}) {
  const t = useText();
  const [text, setText] = useState('');
  const field = {
    'groupArrival.addLines': 'list',
    'groupArrival.close': 'difference',
    'groupArrival.reopen': 'reason',
  }[act];
  const label =
    field === 'list'
      ? t('reception.list.label')
      : field === 'reason'
        ? t('reception.group.reopen_why')
        : fieldLabel(t, 'groupArrival', 'difference');
  return (
    <DoDialog
      act={act}
      subject={{ record: 'groupArrival', id: row.id }}
      input={{ [field]: text || null }}
      title={t(`reception.do.${act}`)}
      verb={t(`reception.do.${act}`)}
      wide={field === 'list'}
      labelOf={name => (name === 'state' ? t('reception.group.lines') : label)}
      onClose={onClose}
    >
      {errors =>
        field === 'list' ? (
          <ListBox required value={text} onChange={setText} error={errors.list} />
        ) : field === 'reason' ? (
          <TextInput
            name="reason"
            label={label}
            required
            maxLength={300}
            error={errors.reason}
            value={text}
            onChange={setText}
          />
        ) : (
          <TextArea
            name="difference"
            label={label}
            hint={t('reception.group.difference_hint')}
            maxLength={1000}
            error={errors.difference}
            value={text}
            onChange={setText}
          />
        )
      }
    </DoDialog>
  );
}
