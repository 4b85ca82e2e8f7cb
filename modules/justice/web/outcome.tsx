/* What follows: the day the limit ends, the days it would have ended before each extension, by when the next must be asked for, the last day there could be,
 * and every step of the counting with its article. */
import type { ReactNode } from 'react';
import { type Day, dayIn, formatAt, formatDay } from '../../../kernel/day.ts';
import { extensionsFor } from '../../../kernel/rule/length.ts';
import type { Parameter } from '../../../kernel/rule/parameter.ts';
import type { TermFacts } from '../../../kernel/rule/term.ts';
import type { Rules } from '../../../rules/schema.ts';
import { useText } from '../../../web/text.ts';
import { Badge } from '../../../web/ui/marks.tsx';
import { RuleSteps } from '../../../web/ui/steps-of-rule.tsx';
import { limitOf, partOf } from '../limits.ts';
import { lengthText } from './justice-words.ts';
import type { Question } from './limits.tsx';

function factsOf(
  rules: Rules,
  line: Parameter,
  { kind, extended, served, isUnder18 }: Question,
  on: Day,
): TermFacts {
  const turns = extensionsFor(line, kind);
  return {
    kind,
    deducted: served ?? 0,
    part: isUnder18 ? partOf(rules, line.family, on) : null,
    granted: extended.map((value, turn) => ({
      number: `(${turn + 1})`,
      day: on,
      length: { unit: turns[turn]!.most.unit, value },
    })),
  };
}

export function Outcome({ rules, line, asked }: { rules: Rules; line: Parameter | null; asked: Question }) {
  const t = useText();
  if (!line || asked.start === null) return <p className="soft">{t('justice.limits.nothing_yet')}</p>;
  const on = dayIn(asked.start);
  const limit = limitOf(rules, line.family, asked.start, factsOf(rules, line, asked, on));
  if (!limit) return <p className="soft">{t('justice.limits.nothing_yet')}</p>;
  const { term, ends, askUntil, next, last } = limit;
  return (
    <section className="limit-outcome stack" aria-live="polite" aria-labelledby="limit-end">
      <h2 id="limit-end">{line.title[t.lang]}</h2>
      <p className="soft small">
        {line.holder[t.lang]} · {line.article}
      </p>
      <p className="limit-day">
        <span className="number">{term.due ? formatAt(term.due, t.lang) : t('rule.no_basis')}</span>
        {term.advisory && <Badge>{t('rule.clock.advisory')}</Badge>}
        {term.provisional && <Badge tone="warn">{t('rule.provisional')}</Badge>}
      </p>
      {line.note && <p>{line.note[t.lang]}</p>}
      {line.times && <p>{line.times[t.lang]}</p>}
      <dl className="facts">
        {ends.slice(0, -1).map((end, turn) => {
          const title = turn === 0 ? t('justice.limits.first_end') : t('justice.limits.end_after', { turn });
          return (
            <Fact key={title} title={title}>
              {end && formatAt(end, t.lang)}
            </Fact>
          );
        })}
        {next && <Fact title={t('justice.limits.next')}>{lengthText(t, next)}</Fact>}
        {askUntil && <Fact title={t('justice.limits.ask_until')}>{formatDay(askUntil, t.lang)}</Fact>}
        {last && last !== term.due && <Fact title={t('justice.limits.last')}>{formatAt(last, t.lang)}</Fact>}
      </dl>
      <h3>{t('justice.limits.why')}</h3>
      <RuleSteps steps={term.steps} />
    </section>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd className="number">{children}</dd>
    </div>
  );
}
