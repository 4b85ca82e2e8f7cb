/* What has to be done about a report beside resolving it, each with its own limit. Whoever has the report notes what was done; the procuracy sees it, and notes what is its own. */
import { useState } from 'react';
import { formatAt } from '../../../kernel/day.ts';
import { OfficeName } from '../../../web/names.tsx';
import { usePost } from '../../../web/queries.ts';
import { useRules } from '../../../web/rules.ts';
import { Do } from '../../../web/shell/do-dialog.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { ClockLine } from '../../people/web/path-due.tsx';
import { reportDutyDone } from '../record.ts';
import { officeOf, type ReportDuty, reportDuties } from '../report-duties.ts';
import { NotedDuty } from './noted-duty.tsx';
import type { ReportParts } from './report-data.ts';

const allNames = ['doneOn', 'decisionNumber', 'notOursAt'];
/** Whose a report is, is found where it is classified. */
const namesOf = ({ family }: ReportDuty) =>
  allNames.filter(name => name !== 'notOursAt' || family === 'report.classify');

export function ReportDuties({ row, parts }: { row: PartRow; parts: ReportParts }) {
  const t = useText();
  const post = usePost();
  const { data: rules } = useRules();
  const [noting, note] = useState<ReportDuty | null>(null);
  if (!rules || !post) return null;
  const clocks = reportDuties(rules, row, parts);
  if (clocks.length === 0) return null;
  const lineOf = ({ parameter }: ReportDuty) => rules.parameters.find(({ id }) => id === parameter)!;
  const due = (one: ReportDuty) => one.due ?? '9999';
  const running = clocks.filter(one => !one.met).toSorted((a, b) => due(a).localeCompare(due(b)));
  const met = clocks.filter(one => one.met);
  const isOurs = ({ seat }: ReportDuty) =>
    may(row, 'crimeReport.noteDuty') && (post.role === 'procurator') === (seat === 'procuracy');
  const line = (one: ReportDuty) => {
    const { title, holder, note: told } = lineOf(one);
    return (
      <ClockLine
        key={`${one.family} ${one.of}`}
        clock={one}
        title={title[t.lang]}
        holder={holder[t.lang]}
        note={told?.[t.lang]}
      >
        {!one.met && one.due && !one.advisory && (
          <p className="small">
            {t('ui.due.until', { at: formatAt(one.due, t.lang) })}
            {one.provisional && ` · ${t('rule.provisional')}`}
          </p>
        )}
        <NotedDuty
          record={reportDutyDone}
          duties={parts.duties}
          duty={one}
          sends={allNames}
          names={namesOf(one)}
          what={title[t.lang]}
        />
        {!one.met && (
          <p className="row small">
            <OfficeName id={officeOf(row, one.seat)!} short />
            {isOurs(one) && (
              <Button kind="quiet" onPress={() => note(one)}>
                {t('justice.case.duty_done')}
                <span className="unseen">: {title[t.lang]}</span>
              </Button>
            )}
          </p>
        )}
      </ClockLine>
    );
  };
  return (
    <section className="card part" aria-labelledby="report-duties">
      <h2 id="report-duties">{t('justice.report.duties')}</h2>
      {running.length === 0 && <p className="soft">{t('justice.report.no_duties')}</p>}
      <ul className="clocks">{running.map(line)}</ul>
      {met.length > 0 && (
        <details>
          <summary>{t('justice.report.duties_met', { count: met.length })}</summary>
          <ul className="clocks">{met.map(line)}</ul>
        </details>
      )}
      {noting && (
        <Do
          act="crimeReport.noteDuty"
          record={reportDutyDone}
          names={namesOf(noting)}
          subject={{ record: 'crimeReport', id: row.id }}
          fixed={{ limitFamily: noting.family, ofRow: noting.of }}
          lead={lineOf(noting).title[t.lang]}
          onClose={() => note(null)}
        />
      )}
    </section>
  );
}
