/* Why a date is what it is: the steps of the rule in words, each with the article it follows, and a plain word where there is no length to count. */
import { formatDay, parseDay } from '../../kernel/day.ts';
import { type Reason, reasonText } from '../../kernel/rule/reason.ts';
import { useText } from '../text.ts';
import type { Due } from './due.ts';
import { Badge, DueMark } from './marks.tsx';

export function RuleSteps({ steps }: { steps: readonly Reason[] }) {
  const t = useText();
  return (
    <ol className="rule-steps">
      {steps.map(step => (
        <li key={reasonText(step, t)}>
          {reasonText(step, t)}
          {step.article && step.code !== 'cited' && step.code !== 'practice' && (
            <span className="soft"> ({step.article})</span>
          )}
        </li>
      ))}
    </ol>
  );
}

/** A term's end. What is only advice never counts as late: it gets its date and the word, and without a length it says that there is no basis. */
export function TermMark({ due, advisory, met }: { due: string | null; advisory: boolean; met?: boolean }) {
  const t = useText();
  if (due === null) return <Badge>{t('rule.no_basis')}</Badge>;
  if (met) return <DueMark due={due as Due} state="met" />;
  if (!advisory) return <DueMark due={due as Due} />;
  const day = parseDay(due);
  return (
    <span className="row">
      <span className="number">{day ? formatDay(day, t.lang) : due}</span>
      <Badge>{t('rule.clock.advisory')}</Badge>
    </span>
  );
}
