/* When something is due next, and why that day: the line of practice it follows and the way it was counted. It is advice and never late. */
import type { Day } from '../../../kernel/day.ts';
import { parameterById } from '../../../kernel/rule/parameter.ts';
import { computeTerm } from '../../../kernel/rule/term.ts';
import { useRules } from '../../../web/rules.ts';
import { useText } from '../../../web/text.ts';
import { DueMark } from '../../../web/ui/marks.tsx';

export function NextDue({ due, rule, from }: { due: unknown; rule: unknown; from: unknown }) {
  const t = useText();
  const { data: rules } = useRules();
  if (typeof due !== 'string') return null;
  const line = rules && parameterById(rules.parameters, rule);
  const term = line && typeof from === 'string' ? computeTerm(line, from as Day, rules!.calendar) : null;
  return (
    <DueMark
      due={due as Day}
      state="advisory"
      reason={line && term ? { title: line.title[t.lang], article: null, steps: term.steps } : undefined}
    />
  );
}
