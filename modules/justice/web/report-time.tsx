/* The time a report may take: its limits with what was decided about them, and the decisions themselves, each with its number. */
import { type Day, formatDay } from '../../../kernel/day.ts';
import { countClock } from '../../../kernel/rule/clock.ts';
import { codeLabel } from '../../../web/labels.ts';
import { useRules } from '../../../web/rules.ts';
import { useText } from '../../../web/text.ts';
import type { PartRow } from '../../people/web/path-data.ts';
import { Clocks } from '../../people/web/path-due.tsx';
import { reportTerms } from '../report-clocks.ts';
import { lengthText } from './justice-words.ts';
import type { ReportParts } from './report-data.ts';

export function ReportTime({ row, parts }: { row: PartRow; parts: ReportParts | null }) {
  const t = useText();
  const { data: rules } = useRules();
  if (!rules) return null;
  // A limit reckoned without the decisions would be a wrong one: whoever does not see them is told of the commune post’s own.
  const decisions = parts?.decisions ?? [];
  const clocks = reportTerms(row, decisions, parts?.duties)
    .filter(term => parts !== null || term.family.startsWith('report.commune_'))
    .flatMap(term => countClock(rules, term) ?? []);
  if (clocks.length === 0) return null;
  return (
    <section className="card part" aria-labelledby="report-limits">
      <h2 id="report-limits">{t('justice.case.limits')}</h2>
      <Clocks clocks={clocks} />
      {decisions.length > 0 && (
        <ul className="plain-list">
          {decisions
            .toSorted((a, b) => (b.decidedOn as string).localeCompare(a.decidedOn as string))
            .map(one => (
              <Decision key={one.id} row={one} />
            ))}
        </ul>
      )}
    </section>
  );
}

function Decision({ row }: { row: PartRow }) {
  const t = useText();
  return (
    <li>
      <span>
        {codeLabel(t, 'reportDecisionKind', row.decisionKind as string)}
        {row.decisionKind === 'extended' &&
          `: ${lengthText(t, { unit: row.lengthUnit as 'day' | 'month', value: row.lengthValue as number })} · ${t(`justice.body.${row.grantedBy as string}`)}`}
        {typeof row.suspendGround === 'string' && `: ${codeLabel(t, 'suspendGround', row.suspendGround)}`}
        {typeof row.note === 'string' && <span className="soft"> · {row.note}</span>}
      </span>
      <span className="soft small">
        {formatDay(row.decidedOn as Day, t.lang)} · {row.decisionNumber as string}
      </span>
    </li>
  );
}
