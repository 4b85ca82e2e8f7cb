/* The plan on her page: who agreed it, each goal with her words, what is being done for it and by whom, and the conferences held about her. */
import { Link } from 'wouter';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { codeLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { useText } from '../../../web/text.ts';
import { LinkButton } from '../../../web/ui/button.tsx';
import { StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { may, type PartRow, type Path, part } from '../../people/web/path-data.ts';
import { Part } from '../../people/web/path-part.tsx';
import { NextDue } from './next-due.tsx';

export const goalTones: Readonly<Record<string, Tone>> = {
  open: 'active',
  reached: 'good',
  partly: 'warn',
  set_aside: 'neutral',
};
export const actionTones: Readonly<Record<string, Tone>> = {
  open: 'active',
  done: 'good',
  not_done: 'warn',
  dropped: 'neutral',
};

export function PlanPart({ path }: { path: Path }) {
  const t = useText();
  const plan = part(path, 'supportPlan').at(-1);
  const goals = part(path, 'planGoal').filter(goal => goal.plan === plan?.id);
  const actions = part(path, 'planAction');
  const conferences = part(path, 'caseConference');
  const mayWork = may(path.person, 'supportPlan.open') && path.person.state !== 'closed';
  if (!path.parts.supportPlan || (!plan && actions.length === 0 && !mayWork)) return null;
  const loose = actions.filter(action => !goals.some(goal => goal.id === action.goal));
  return (
    <Part name="plan" title={t('support.plan.title')} count={goals.length}>
      {!plan && <p className="soft">{t(path.shared ? 'path.none_shared' : 'support.plan.none')}</p>}
      {plan && <PlanLine plan={plan} />}
      {goals.map(goal => (
        <div key={goal.id} className="goal">
          <GoalLine goal={goal} />
          <ActionLines actions={actions.filter(action => action.goal === goal.id)} />
        </div>
      ))}
      {loose.length > 0 && (
        <div className="goal">
          <p className="small soft">{t('support.plan.decided')}</p>
          <ActionLines actions={loose} />
        </div>
      )}
      {conferences.length > 0 && (
        <p className="small">
          <Link href={`/people/${path.person.id}/conference`}>
            {t('support.conference.count', {
              count: conferences.length,
              day: formatDay(conferences.at(-1)!.heldOn as Day, t.lang),
            })}
          </Link>
        </p>
      )}
      {(mayWork || plan) && !path.shared && (
        <div className="row no-print">
          <LinkButton href={`/people/${path.person.id}/plan`} icon="book">
            {t(plan ? 'support.plan.work' : 'path.act.supportPlan.open')}
          </LinkButton>
        </div>
      )}
    </Part>
  );
}

export function PlanLine({ plan }: { plan: PartRow }) {
  const t = useText();
  return (
    <p className="row">
      <StateMark tone={plan.state === 'open' ? 'active' : 'neutral'}>
        {codeLabel(t, 'planState', plan.state as string)}
      </StateMark>
      <span className="soft small">
        {t('support.plan.opened', { day: formatDay(plan.openedOn as Day, t.lang) })}
        {typeof plan.agreedBy === 'string' &&
          ` · ${t('support.plan.agreed', { by: codeLabel(t, 'agreedBy', plan.agreedBy).toLowerCase() })}`}
      </span>
      {typeof plan.reviewDue === 'string' && (
        <span className="row">
          {t('field.supportPlan.reviewDue')}
          <NextDue due={plan.reviewDue} rule={plan.rule} from={plan.agreedOn ?? plan.openedOn} />
        </span>
      )}
    </p>
  );
}

export function GoalLine({ goal }: { goal: PartRow }) {
  const t = useText();
  const state = (goal.unanswered as Record<string, string> | undefined)?.herWords;
  return (
    <>
      <p className="row">
        <b>{goal.goal as string}</b>
        <span className="soft small">{codeLabel(t, 'needDomain', String(goal.domain))}</span>
        <StateMark tone={goalTones[goal.state as string] ?? 'neutral'}>
          {codeLabel(t, 'goalState', String(goal.state))}
        </StateMark>
      </p>
      {typeof goal.herWords === 'string' && <q className="her-words">{goal.herWords}</q>}
      {state && (
        <p className="soft small">{t('support.plan.no_words', { state: t(`ui.answer.${state}`) })}</p>
      )}
    </>
  );
}

export function ActionLines({ actions }: { actions: readonly PartRow[] }) {
  const t = useText();
  if (actions.length === 0) return null;
  return (
    <ul className="plain-list action-lines">
      {actions
        .toSorted((a, b) => String(a.dueOn).localeCompare(String(b.dueOn)))
        .map(action => (
          <li key={action.id}>
            <Link href={`/plan-actions/${action.id}`}>
              {typeof action.what === 'string' ? action.what : t('support.action.title')}
            </Link>
            <span className="soft small">
              <OfficeName id={action.toOffice as string} short /> · {formatDay(action.dueOn as Day, t.lang)}
            </span>
            <StateMark tone={actionTones[action.state as string] ?? 'neutral'}>
              {codeLabel(t, 'actionState', action.state as string)}
            </StateMark>
          </li>
        ))}
    </ul>
  );
}
