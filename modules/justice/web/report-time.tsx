/* The time a report may take: its limits with what was decided about them, and the decisions themselves, each with its number. */
import { useRef } from 'react';
import { type Day, formatDay } from '../../../kernel/day.ts';
import type { Counted } from '../../../kernel/rule/clock.ts';
import type { Rules } from '../../../rules/schema.ts';
import { codeLabel } from '../../../web/labels.ts';
import { useRules } from '../../../web/rules.ts';
import { useText } from '../../../web/text.ts';
import type { PartRow } from '../../people/web/path-data.ts';
import { Clocks } from '../../people/web/path-due.tsx';
import { decisionNames } from '../lists.ts';
import { reportDecision } from '../record.ts';
import { movedTerms, reportLimits } from '../report-clocks.ts';
import { MovedList } from './case-moved.tsx';
import { Correct, Was } from './correct.tsx';
import { lengthText } from './justice-words.ts';
import type { ReportParts } from './report-data.ts';

export function ReportTime({ row, parts }: { row: PartRow; parts: ReportParts | null }) {
  const t = useText();
  const { data: rules } = useRules();
  if (!rules) return null;
  // A limit reckoned without the decisions would be a wrong one: whoever does not see them is told of the commune post’s own.
  const decisions = parts?.decisions ?? [];
  const clocks = reportLimits(rules, row, decisions, parts?.duties ?? []).filter(
    one => parts !== null || one.family.startsWith('report.commune_'),
  );
  if (clocks.length === 0) return null;
  return (
    <section className="card part" aria-labelledby="report-limits">
      <h2 id="report-limits">{t('justice.case.limits')}</h2>
      <MovedTerms rules={rules} clocks={clocks} />
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

/** What moved since this page was opened. */
function MovedTerms({ rules, clocks }: { rules: Rules; clocks: readonly Counted[] }) {
  const t = useText();
  const first = useRef(clocks);
  return (
    <MovedList
      moved={movedTerms(first.current, clocks).map(({ family, ...days }) => ({
        what: rules.parameters.find(line => line.family === family)!.title[t.lang],
        ...days,
      }))}
    />
  );
}

function Decision({ row }: { row: PartRow }) {
  const t = useText();
  const kind = row.decisionKind as string;
  return (
    <li className="corrected">
      <span>
        {codeLabel(t, 'reportDecisionKind', row.decisionKind as string)}
        {row.decisionKind === 'extended' &&
          `: ${lengthText(t, { unit: row.lengthUnit as 'day' | 'month', value: row.lengthValue as number })} · ${t(`justice.body.${row.grantedBy as string}`)}`}
        {typeof row.suspendGround === 'string' && `: ${codeLabel(t, 'suspendGround', row.suspendGround)}`}
        {typeof row.note === 'string' && <span className="soft"> · {row.note}</span>}
      </span>
      <span className="row">
        <span className="soft small">
          {formatDay(row.decidedOn as Day, t.lang)} · {row.decisionNumber as string}
        </span>
        <Correct
          act="reportDecision.correct"
          record={reportDecision}
          row={row}
          sends={decisionNames[kind]!}
          of={codeLabel(t, 'reportDecisionKind', kind)}
        />
      </span>
      <Was record={reportDecision} row={row} />
    </li>
  );
}
