/* On the page of a case: that it is a key case, or was proposed as one, or the way to propose it. */
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { dayOf } from '../../../kernel/day.ts';
import { useNow } from '../../../web/clock.ts';
import { codeLabel } from '../../../web/labels.ts';
import { useRecords } from '../../../web/queries.ts';
import { Do } from '../../../web/shell/do-dialog.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { FieldInputs } from '../../../web/ui/inputs.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import type { PartRow } from '../../people/web/path-data.ts';
import { livingKeyCase } from '../key-lists.ts';
import { keyCase, keyCaseRound } from '../key-record.ts';
import { keyCaseTones, useOurSeat } from './key-data.ts';
import { GroundsInput } from './key-grounds.tsx';

export function KeyCaseOf({ file }: { file: PartRow }) {
  const t = useText();
  const [proposing, propose] = useState(false);
  const seat = useOurSeat(file);
  const { data } = useRecords('keyCase', { filter: { criminalCase: { is: file.id } }, limit: 25 });
  if (!data) return null;
  const rows = data.pages.flatMap(page => page.rows);
  const isLiving = rows.some(row => (livingKeyCase as readonly unknown[]).includes(row.state));
  const mayPropose = seat !== null && !isLiving && !['in_force', 'ended'].includes(file.state as string);
  return (
    <section className="card part" aria-labelledby="case-key">
      <h2 id="case-key">{t('justice.key.of_case')}</h2>
      {rows.length === 0 && <p className="soft">{t('justice.key.not_one')}</p>}
      {rows.map(row => (
        <p key={row.id} className="row">
          <Link href={`/key-cases/${row.id}`}>{row.number as string}</Link>
          <StateMark tone={keyCaseTones[row.state as string] ?? 'neutral'}>
            {codeLabel(t, 'keyCaseState', row.state as string)}
          </StateMark>
          {row.state === 'agreed' && (
            <span className="soft small">{codeLabel(t, 'keyCasePriority', row.priority as string)}</span>
          )}
        </p>
      ))}
      {mayPropose && (
        <div className="row no-print">
          <Button onPress={() => propose(true)}>{t('act.keyCase.propose')}</Button>
        </div>
      )}
      {proposing && <Propose file={file} onClose={() => propose(false)} />}
    </section>
  );
}

function Propose({ file, onClose }: { file: PartRow; onClose: () => void }) {
  const t = useText();
  const today = dayOf(useNow());
  const [, go] = useLocation();
  return (
    <Do
      act="keyCase.propose"
      record={keyCaseRound}
      names={['reasons']}
      fixed={{ criminalCase: file.id }}
      lead={t('justice.key.propose_text')}
      onClose={onClose}
      onDone={outcome => go(`/key-cases/${outcome.subject.id}`)}
    >
      {(values, change, errors) => (
        <>
          <GroundsInput on={today} value={values.grounds} error={errors.grounds} onChange={change} />
          <FieldInputs
            record={keyCase}
            names={['priority']}
            values={values}
            errors={errors}
            onChange={change}
            on={today}
          />
          {!file.court && (
            <>
              <p className="soft small">{t('justice.key.court_hint')}</p>
              <FieldInputs
                record={keyCase}
                names={['court']}
                values={values}
                errors={errors}
                onChange={change}
                on={today}
              />
            </>
          )}
        </>
      )}
    </Do>
  );
}
