/* Working on the plan with her: opening and agreeing it, her goals in her words, who does what by when, and what came of it. */
import { useState } from 'react';
import { navigate } from 'wouter/use-browser-location';
import { usePost } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button, LinkButton } from '../../../web/ui/button.tsx';
import { EmptyState, RefusedState } from '../../../web/ui/states.tsx';
import { ChosenFacilities } from '../../facilities/web/chosen.tsx';
import { may, type PartRow, type Path, part } from '../../people/web/path-data.ts';
import { OfPerson, PersonLine } from '../../people/web/path-words.tsx';
import { planAction, planGoal, supportPlan } from '../index.ts';
import { addAction, addGoal, agreePlan, endPlan, openPlan, settleGoal } from '../plan-acts.ts';
import { InputDialog, type InputDialogProps } from './input-dialog.tsx';
import { ActionLines, GoalLine, PlanLine } from './plan-part.tsx';
import './support.css';

type Doing = Omit<InputDialogProps, 'path' | 'onClose'>;

export default function Plan({ params }: ScreenProps) {
  return <OfPerson id={params.id ?? ''}>{path => <Screen path={path} />}</OfPerson>;
}

function Screen({ path }: { path: Path }) {
  const t = useText();
  const [doing, setDoing] = useState<Doing | null>(null);
  const ours = usePost()?.office ?? null;
  const plans = part(path, 'supportPlan');
  const open = plans.find(plan => plan.state === 'open');
  const ended = plans.filter(plan => plan.state !== 'open').toReversed();
  const mayOpen = may(path.person, 'supportPlan.open') && path.person.state !== 'closed';
  const goalsOf = (plan: PartRow) => part(path, 'planGoal').filter(goal => goal.plan === plan.id);
  const openIt: Doing = {
    act: openPlan,
    record: supportPlan,
    names: ['openedOn', 'agreedBy', 'agreedOn'],
    first: { openedOn: path.today },
    lead: t('support.plan.open_lead'),
  };
  return (
    <Page
      title={t('support.plan.title')}
      lead={t('support.plan.lead')}
      actions={
        may(path.person, 'caseConference.hold') && (
          <LinkButton href={`/people/${path.person.id}/conference`} icon="people">
            {t('path.act.caseConference.hold')}
          </LinkButton>
        )
      }
    >
      <PersonLine path={path} />
      {!path.parts.supportPlan && <RefusedState>{t('victims.step.not_yours')}</RefusedState>}
      {path.parts.supportPlan && !open && (
        <EmptyState
          icon="book"
          title={t('support.plan.none')}
          action={
            mayOpen && (
              <Button kind="primary" icon="plus" onPress={() => setDoing(openIt)}>
                {t('path.act.supportPlan.open')}
              </Button>
            )
          }
        >
          {path.person.state === 'closed' ? t('victims.step.closed') : t('support.plan.none_text')}
        </EmptyState>
      )}
      {open && (
        <section className="card part" aria-labelledby="plan-open">
          <h2 id="plan-open">{t('support.plan.now')}</h2>
          <PlanLine plan={open} />
          <div className="row no-print">
            {may(path.person, 'planGoal.add') && (
              <Button
                kind="primary"
                icon="plus"
                onPress={() =>
                  setDoing({
                    act: addGoal,
                    record: planGoal,
                    names: ['domain', 'goal', 'herWords'],
                    first: { plan: open.id },
                    lead: t('support.plan.goal_lead'),
                  })
                }
              >
                {t('path.act.planGoal.add')}
              </Button>
            )}
            {may(open, 'supportPlan.agree') && (
              <Button
                icon="check"
                onPress={() =>
                  setDoing({
                    act: agreePlan,
                    record: supportPlan,
                    names: ['agreedBy', 'agreedOn'],
                    subject: open.id,
                    first: { agreedOn: path.today },
                  })
                }
              >
                {t('path.act.supportPlan.agree')}
              </Button>
            )}
            {may(open, 'supportPlan.end') && (
              <Button
                kind="quiet"
                icon="stop"
                onPress={() =>
                  setDoing({ act: endPlan, record: supportPlan, names: ['endReason'], subject: open.id })
                }
              >
                {t('path.act.supportPlan.end')}
              </Button>
            )}
          </div>
        </section>
      )}
      {open &&
        goalsOf(open).map(goal => (
          <section key={goal.id} className="card part goal" aria-label={goal.goal as string}>
            <GoalLine goal={goal} />
            <ActionLines actions={part(path, 'planAction').filter(action => action.goal === goal.id)} />
            <div className="row no-print">
              {may(path.person, 'planAction.add') && (
                <Button
                  icon="plus"
                  onPress={() =>
                    setDoing({
                      act: addAction,
                      record: planAction,
                      names: ['what', 'toOffice', 'owner', 'dueOn'],
                      first: { goal: goal.id, toOffice: ours },
                      lead: t('support.action.add_lead'),
                    })
                  }
                >
                  {t('path.act.planAction.add')}
                </Button>
              )}
              {may(goal, 'planGoal.settle') && (
                <Button
                  kind="quiet"
                  onPress={() =>
                    setDoing({
                      act: settleGoal,
                      record: planGoal,
                      names: ['state', 'stateNote'],
                      subject: goal.id,
                      first: { state: goal.state },
                    })
                  }
                >
                  {t('path.act.planGoal.settle')}
                </Button>
              )}
            </div>
          </section>
        ))}
      {open && may(path.person, 'referral.send') && (
        <section className="card part" aria-labelledby="plan-providers">
          <h2 id="plan-providers">{t('support.plan.providers')}</h2>
          <p className="soft small">{t('support.plan.providers_text')}</p>
          <ChosenFacilities
            path={path}
            office={null}
            services={[]}
            onChoose={office => navigate(`/people/${path.person.id}/refer?to=${office}`)}
          />
        </section>
      )}
      {ended.map(plan => (
        <details key={plan.id} className="card part">
          <summary>{t('support.plan.earlier')}</summary>
          <PlanLine plan={plan} />
          {goalsOf(plan).map(goal => (
            <div key={goal.id} className="goal">
              <GoalLine goal={goal} />
              <ActionLines actions={part(path, 'planAction').filter(action => action.goal === goal.id)} />
            </div>
          ))}
        </details>
      ))}
      {doing && <InputDialog {...doing} path={path} onClose={() => setDoing(null)} />}
    </Page>
  );
}
