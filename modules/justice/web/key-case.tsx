/* One key case: what the three agencies say and sign, the days they aim at beside the limits of the law, their meetings, and what was done each week. */
import { useState } from 'react';
import { Link } from 'wouter';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { useRecord } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Do } from '../../../web/shell/do-dialog.tsx';
import { OfRecord } from '../../../web/shell/of-record.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { ProblemState } from '../../../web/ui/states.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { Facts } from '../../people/web/path-words.tsx';
import { keyCase } from '../key-record.ts';
import { bodySeats } from '../seats.ts';
import { useAll } from './case-data.ts';
import { Agreement } from './key-agreement.tsx';
import { keyCaseTones, priorityTones, useKeyParts } from './key-data.ts';
import { Meetings } from './key-meetings.tsx';
import { Papers } from './key-papers.tsx';
import { Progress } from './key-progress.tsx';
import { Targets } from './key-targets.tsx';
import './justice.css';

export default function KeyCase({ params }: ScreenProps) {
  const t = useText();
  return (
    <OfRecord record="keyCase" id={params.id} title={t('record.keyCase')}>
      {row => <One row={row} />}
    </OfRecord>
  );
}

/** The case itself, for whoever has it, null for a court that is asked early: it has no step of it to see, and is not sent to be refused. Undefined while nobody knows. */
function useFile(id: string): PartRow | null | undefined {
  const { rows: steps } = useAll('caseStep', { criminalCase: { is: id } });
  const { data } = useRecord('criminalCase', steps && steps.length > 0 ? id : undefined);
  return steps?.length === 0 ? null : (data as PartRow | undefined);
}

function One({ row }: { row: PartRow }) {
  const t = useText();
  const { error, ...parts } = useKeyParts(row.id);
  const file = useFile(row.criminalCase as string);
  return (
    <Page
      title={`${row.number as string} · ${row.title as string}`}
      lead={
        file ? (
          <Link href={`/cases/${file.id}`}>{t('justice.key.to_case')}</Link>
        ) : (
          file === null && t('justice.key.no_case')
        )
      }
      actions={
        <>
          <StateMark tone={priorityTones[row.priority as string] ?? 'neutral'}>
            {codeLabel(t, 'keyCasePriority', row.priority as string)}
          </StateMark>
          <StateMark tone={keyCaseTones[row.state as string] ?? 'neutral'}>
            {codeLabel(t, 'keyCaseState', row.state as string)}
          </StateMark>
        </>
      }
    >
      {error && <ProblemState error={error} />}
      <Agreement row={row} rounds={parts.rounds} votes={parts.votes} />
      <Papers row={row} rounds={parts.rounds} papers={parts.papers} signatures={parts.signatures} />
      {typeof row.agreedOn === 'string' && (
        <>
          <Targets row={row} file={file ?? null} targets={parts.targets} />
          <Meetings row={row} meetings={parts.meetings} />
          <Progress row={row} weeks={parts.weeks} />
        </>
      )}
      <What row={row} />
    </Page>
  );
}

function What({ row }: { row: PartRow }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  const label = (name: string) => fieldLabel(t, 'keyCase', name);
  const days = ['proposedOn', 'agreedOn', 'endedOn'];
  return (
    <section className="card part" aria-labelledby="key-what">
      <h2 id="key-what">{t('justice.key.what')}</h2>
      <Facts>
        {[
          ...bodySeats.map(
            seat =>
              typeof row[seat] === 'string' &&
              ([codeLabel(t, 'keyCaseSeat', seat), <OfficeName key={seat} id={row[seat]} />] as const),
          ),
          ...days.map(
            name =>
              typeof row[name] === 'string' && ([label(name), formatDay(row[name] as Day, t.lang)] as const),
          ),
          typeof row.priorityWhy === 'string' && [label('priorityWhy'), row.priorityWhy],
        ]}
      </Facts>
      <p className="soft small">{t('justice.key.who_sees')}</p>
      {may(row, 'keyCase.setPriority') && (
        <div className="row no-print">
          <Button onPress={() => setOpen(true)}>{t('act.keyCase.setPriority')}</Button>
        </div>
      )}
      {open && (
        <Do
          act="keyCase.setPriority"
          record={keyCase}
          names={['priority', 'priorityWhy']}
          subject={{ record: 'keyCase', id: row.id }}
          begin={{ priority: row.priority }}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  );
}
