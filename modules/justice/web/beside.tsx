/* What can be decided in a case beside its way from one body to the next: the summary procedure, and an appeal that came late. Only what can be decided now is offered. */
import { useState } from 'react';
import { Do } from '../../../web/shell/do-dialog.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { applySummary, decideLateAppeal, isLateAppealOpen } from '../beside-acts.ts';
import { inTurn } from '../case-clocks.ts';
import type { Seat } from '../lists.ts';
import { caseStep } from '../record.ts';
import { conditionsArticle, isSummary, summaryStepNow } from '../summary-procedure.ts';

/** A decision has a number, and one on a late appeal its outcome. */
const numbered = { ...caseStep, fields: { ...caseStep.fields, ...applySummary.input } };
const deciding = { ...caseStep, fields: { ...caseStep.fields, ...decideLateAppeal.input } };
const decision = ['onDay', 'decisionNumber', 'note'] as const;
const doings = {
  applySummary: [numbered, decision, 'summary_text'],
  cancelSummary: [numbered, decision, 'cancel_text'],
  receiveLateAppeal: [caseStep, ['onDay', 'note'], 'late_text'],
  decideLateAppeal: [deciding, ['lateAppeal', ...decision], 'late_text'],
} as const;
type Doing = keyof typeof doings;

export function Beside({
  row,
  steps,
  held,
}: {
  row: PartRow;
  steps: readonly PartRow[];
  /** The seats one sits in. */
  held: readonly Seat[];
}) {
  const t = useText();
  const [open, setOpen] = useState<Doing | null>(null);
  const inOrder = steps.toSorted(inTurn);
  const summary = summaryStepNow(row.state as string, inOrder, held);
  const isLate = isLateAppealOpen(inOrder);
  const canBegin = summary === 'summary_applied' && row.severity === 'INT';
  const offered: Readonly<Record<Doing, boolean>> = {
    applySummary: canBegin,
    cancelSummary: summary === 'summary_cancelled',
    receiveLateAppeal: !isLate && held.includes('court'),
    decideLateAppeal: isLate && held.includes('court'),
  };
  const doing = open && doings[open];
  return (
    <>
      {isSummary(inOrder) && row.severity !== 'INT' && (
        <StateMark tone="warn">{t('justice.beside.too_grave', { article: conditionsArticle })}</StateMark>
      )}
      {(Object.keys(doings) as Doing[])
        .filter(name => offered[name] && may(row, `criminalCase.${name}`))
        .map(name => (
          <Button key={name} onPress={() => setOpen(name)}>
            {t(`act.criminalCase.${name}`)}
          </Button>
        ))}
      {open && doing && (
        <Do
          act={`criminalCase.${open}`}
          record={doing[0]}
          names={doing[1]}
          subject={{ record: 'criminalCase', id: row.id }}
          lead={t(`justice.beside.${doing[2]}`)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}
