/* What the law, or good practice, asks of somebody now: running verification requests with their clocks, and referrals nobody has answered. Every date opens
 * the steps that lead to it; what is advice stays advice, also when its day has passed. */
import { Link } from 'wouter';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { OfficeName } from '../../../web/names.tsx';
import { subjectHref } from '../../../web/routes.tsx';
import { useRules } from '../../../web/rules.ts';
import { useText } from '../../../web/text.ts';
import { Badge, StateMark } from '../../../web/ui/marks.tsx';
import { RuleSteps, TermMark } from '../../../web/ui/steps-of-rule.tsx';
import { type Clock, clocksOf, type PartRow, type Path, part } from './path-data.ts';
import { Part } from './path-part.tsx';

export function DueNow({ path }: { path: Path }) {
  const t = useText();
  const asked = part(path, 'verification').filter(row => row.state === 'sent');
  const silent = part(path, 'referral').filter(row => row.state === 'sent');
  return (
    <Part name="due" title={t('path.due.title')} count={asked.length + silent.length}>
      {asked.length + silent.length === 0 && <p className="soft">{t('path.due.none')}</p>}
      {asked.map(row => (
        <Asked key={row.id} row={row} clocks={clocksOf(path, 'verification', row.id)} />
      ))}
      {silent.map(row => (
        <div key={row.id} className="due-line">
          <p>
            <Link href={subjectHref({ record: 'referral', id: row.id })}>
              <b>{t('path.due.referral', { number: row.number as string })}</b>
            </Link>{' '}
            <OfficeName id={row.toOffice as string} short />
          </p>
          {row.remindOn ? (
            <p className="soft small">
              {t('path.due.remind', { day: formatDay(row.remindOn as Day, t.lang) })}{' '}
              <Badge>{t('rule.clock.advisory')}</Badge>
            </p>
          ) : null}
        </div>
      ))}
    </Part>
  );
}

function Asked({ row, clocks }: { row: PartRow; clocks: readonly Clock[] }) {
  const t = useText();
  return (
    <div className="due-line">
      <p>
        <Link href={subjectHref({ record: 'verification', id: row.id })}>
          <b>{t('path.due.verification', { number: row.number as string })}</b>
        </Link>{' '}
        <OfficeName id={row.toOffice as string} short />
      </p>
      <Clocks clocks={clocks} />
    </div>
  );
}

/** The clocks of one row, each with its article, its holder and the way to its date. */
export function Clocks({ clocks }: { clocks: readonly Omit<Clock, 'record' | 'row'>[] }) {
  const t = useText();
  const { data: rules } = useRules();
  return (
    <ul className="clocks">
      {clocks.map(clock => {
        const rule = rules?.parameters.find(parameter => parameter.id === clock.parameter);
        return (
          <li key={clock.parameter} className="clock">
            <div className="clock-head">
              <span>
                {rule ? rule.title[t.lang] : clock.article}
                {rule && <span className="soft small"> · {rule.holder[t.lang]}</span>}
              </span>
              {clock.late ? (
                <StateMark tone="warn">
                  {t('path.due.done_late', { day: formatDay(clock.due as Day, t.lang) })}
                </StateMark>
              ) : (
                <TermMark due={clock.due} advisory={clock.advisory} met={clock.met} />
              )}
            </div>
            <details className="small">
              <summary>
                {clock.article} · {t('ui.due.why')}
              </summary>
              <RuleSteps steps={clock.steps} />
              {rule?.note && <p>{rule.note[t.lang]}</p>}
            </details>
          </li>
        );
      })}
    </ul>
  );
}
