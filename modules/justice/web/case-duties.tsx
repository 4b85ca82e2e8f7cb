/* What has to be done beside the steps of a case: sent, delivered, ratified, each with its own limit. Whose duty it is notes it here, in one dialog. */
import { useState } from 'react';
import { OfficeName } from '../../../web/names.tsx';
import { usePost } from '../../../web/queries.ts';
import { Do } from '../../../web/shell/do-dialog.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { dutyDone } from '../record.ts';
import { answeringSeat } from '../seats.ts';
import type { DutyClock } from '../side-duties.ts';
import type { Parts } from './case-data.ts';
import { LimitLine } from './case-limits.tsx';
import { NotedDuty } from './noted-duty.tsx';

export function Duties({ row, parts, clocks }: { row: PartRow; parts: Parts; clocks: readonly DutyClock[] }) {
  const t = useText();
  const office = usePost()?.office;
  const [noting, note] = useState<DutyClock | null>(null);
  const due = (one: DutyClock) => one.limit.term.due ?? '9999';
  const running = clocks.filter(one => one.doneOn === null).toSorted((a, b) => due(a).localeCompare(due(b)));
  const met = clocks.filter(one => one.doneOn !== null);
  const holder = ({ seat }: DutyClock) => row[answeringSeat(row, seat)] as string;
  const keyOf = (one: DutyClock) => `${one.family} ${one.of}`;
  const noted = (one: DutyClock) => (
    <NotedDuty record={dutyDone} duties={parts.duties} duty={one} what={one.limit.line.title[t.lang]} />
  );
  return (
    <section className="card part" aria-labelledby="case-duties">
      <h2 id="case-duties">{t('justice.case.duties')}</h2>
      {running.length === 0 && <p className="soft">{t('justice.case.no_duties')}</p>}
      <ul className="clocks">
        {running.map(one => (
          <LimitLine key={keyOf(one)} clock={one} parts={parts}>
            <p className="row small">
              <OfficeName id={holder(one)} short />
              {holder(one) === office && may(row, 'criminalCase.step') && !one.right && (
                <Button kind="quiet" onPress={() => note(one)}>
                  {t('justice.case.duty_done')}
                  <span className="unseen">: {one.limit.line.title[t.lang]}</span>
                </Button>
              )}
            </p>
            {noted(one)}
          </LimitLine>
        ))}
      </ul>
      {met.length > 0 && (
        <details>
          <summary>{t('justice.case.duties_met', { count: met.length })}</summary>
          <ul className="clocks">
            {met.map(one => (
              <LimitLine key={keyOf(one)} clock={one} parts={parts}>
                {noted(one)}
              </LimitLine>
            ))}
          </ul>
        </details>
      )}
      {noting && (
        <Do
          act="dutyDone.record"
          record={dutyDone}
          names={['doneOn', 'decisionNumber']}
          fixed={{ criminalCase: row.id, limitFamily: noting.family, ofRow: noting.of }}
          lead={noting.limit.line.title[t.lang]}
          onClose={() => note(null)}
        />
      )}
    </section>
  );
}
