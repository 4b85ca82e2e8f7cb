/* "If … then": what would follow for the whole case if something happened on a day, beside what follows as it stands. Reckoned on the screen by the same lines as the limits; nothing of
 * it is sent or kept. */
import { useState } from 'react';
import { dayIn, formatAt, formatDay } from '../../../kernel/day.ts';
import type { Rules } from '../../../rules/schema.ts';
import { reasonText } from '../../../web/problems.ts';
import { useRules } from '../../../web/rules.ts';
import { type Translate, useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Badge } from '../../../web/ui/marks.tsx';
import { RuleSteps } from '../../../web/ui/steps-of-rule.tsx';
import { type Column, Table } from '../../../web/ui/table.tsx';
import type { PartRow } from '../../people/web/path-data.ts';
import { countedFor } from '../case-clocks.ts';
import { type Held, type Leg, lastOf, type Plan, planOf, rowsIf, type Supposition } from '../plan.ts';
import type { Parts } from './case-data.ts';
import { PlanForm, supposedText } from './plan-form.tsx';
import { PlanPicture } from './plan-picture.tsx';
import './plan.css';

export function CasePlan({ file, parts }: { file: PartRow; parts: Parts }) {
  const t = useText();
  const { data: rules } = useRules();
  if (!rules) return null;
  return (
    <section className="card part no-print" aria-labelledby="case-plan">
      <h2 id="case-plan">{t('plan.title')}</h2>
      <WhatIf rules={rules} file={file} parts={parts} />
    </section>
  );
}

function WhatIf({ rules, file, parts }: { rules: Rules; file: PartRow; parts: Parts }) {
  const t = useText();
  const [kept, keep] = useState<readonly Supposition[]>([]);
  const [draft, setDraft] = useState<Supposition | null>(null);
  const rows = countedFor(file, parts);
  const before = planOf(rules, rows);
  const supposed = draft ? [...kept, draft] : kept;
  const after = supposed.length > 0 ? planOf(rules, rows, supposed) : null;
  if (before.legs.length === 0 && before.stops)
    return <p className="soft">{t(`plan.stops.${before.stops}`)}</p>;
  return (
    <>
      <p className="soft small">{t('plan.lead')}</p>
      {kept.length > 0 && (
        <ul className="plain-list">
          {kept.map((one, at) => (
            <li key={JSON.stringify(one)}>
              <span>{supposedText(t, rules, parts, one)}</span>
              <Button kind="quiet" onPress={() => keep(kept.filter((_, index) => index !== at))}>
                {t('plan.take_away')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <PlanForm
        key={kept.length}
        rules={rules}
        file={file}
        parts={parts}
        rows={rowsIf(rules, rows, kept).rows}
        onChange={setDraft}
        onKeep={() => {
          if (!draft || after?.issues.length) return;
          keep([...kept, draft]);
          setDraft(null);
        }}
      />
      <div aria-live="polite">
        {after?.issues.map(issue => (
          <p key={issue.at} className="plan-warn">
            {reasonText(t, issue)}
          </p>
        ))}
        <Said before={before} after={after} />
      </div>
      <PlanPicture before={before} after={after} nameOf={id => nameOf(parts, id)} />
      <Steps before={before} after={after} />
      <Detained plan={after ?? before} before={before} parts={parts} />
    </>
  );
}

const nameOf = (parts: Parts, id: string): string =>
  (parts.accused.find(one => one.id === id)?.fullName as string | undefined) ?? '';

/** The last day of all, before and after, in a sentence. */
function Said({ before, after }: { before: Plan; after: Plan | null }) {
  const t = useText();
  const plan = after ?? before;
  if (plan.stops) return <p>{t(`plan.stops.${plan.stops}`)}</p>;
  const dayOf = ({ legs, lastDay }: Plan) => ({
    decided: formatDay(dayIn(legs.at(-1)!.decided.term.due!), t.lang),
    latest: lastDay ? formatDay(lastDay, t.lang) : '',
  });
  const now = dayOf(plan);
  return (
    <p>
      {t(after ? 'plan.said_if' : 'plan.said', now)}{' '}
      {after && before.lastDay && dayOf(before).decided !== now.decided && t('plan.was', dayOf(before))}{' '}
      {plan.legs.some(leg => leg.provisional) && <Badge tone="warn">{t('rule.provisional')}</Badge>}
    </p>
  );
}

function moved(t: Translate, from: string | null | undefined, to: string | null | undefined) {
  const day = (at: string | null | undefined) => (at ? formatAt(at as never, t.lang) : t('rule.no_basis'));
  if (from === undefined || from === to) return <span className="number">{day(to)}</span>;
  return (
    <span>
      <s className="soft number">{day(from)}</s> <b className="number">{day(to)}</b>
    </span>
  );
}

interface Line {
  readonly leg: Leg;
  readonly old: Leg | undefined;
  /** From here on, and not before. */
  readonly turnsProvisional: boolean;
}

function Steps({ before, after }: { before: Plan; after: Plan | null }) {
  const t = useText();
  const lines: Line[] = (after ?? before).legs.map((leg, index, all) => ({
    leg,
    turnsProvisional: leg.provisional && !all[index - 1]?.provisional,
    old: after ? before.legs.find(one => one.name === leg.name) : undefined,
  }));
  const columns: Column<Line>[] = [
    {
      name: 'leg',
      title: t('plan.leg'),
      lead: true,
      cell: ({ leg, turnsProvisional }) => (
        <>
          {t(`plan.leg.${leg.name}`)} {leg.running && <Badge>{t('plan.running')}</Badge>}{' '}
          {turnsProvisional && <Badge tone="warn">{t('plan.provisional')}</Badge>}
        </>
      ),
    },
    {
      name: 'decided',
      title: t('plan.decided'),
      cell: ({ leg, old }) => moved(t, old?.decided.term.due, leg.decided.term.due),
    },
    {
      name: 'latest',
      title: t('plan.latest'),
      cell: ({ leg, old }) => moved(t, old && lastOf(old.latest), lastOf(leg.latest)),
    },
    {
      name: 'why',
      title: t('plan.why'),
      cell: ({ leg }) => (
        <details className="small">
          <summary>{leg.decided.line.article}</summary>
          <RuleSteps steps={leg.decided.term.steps} />
          {leg.decided.line.note && <p>{leg.decided.line.note[t.lang]}</p>}
        </details>
      ),
    },
  ];
  return <Table caption={t('plan.table')} columns={columns} rows={lines} keyOf={({ leg }) => leg.name} />;
}

/** Detention beside the stages: where it ends first, somebody has to act before. */
function Detained({ plan, before, parts }: { plan: Plan; before: Plan; parts: Parts }) {
  const t = useText();
  if (plan.held.length === 0) return null;
  const warned = ({ shortBy, shortByMost }: Held) => shortBy !== null || shortByMost !== null;
  return (
    <>
      <h3>{t('plan.held')}</h3>
      <ul className="plain-list">
        {plan.held.map(one => {
          const { accused, limit, shortBy, shortByMost } = one;
          const old = before.held.find(each => each.accused === accused);
          return (
            <li key={accused} className={warned(one) ? 'plan-warn' : undefined}>
              <span>
                <b>{nameOf(parts, accused)}</b> · {t('plan.held_until')}{' '}
                {moved(t, old?.limit.term.due, limit.term.due)}
                {lastOf(limit) !== limit.term.due &&
                  ` · ${t('plan.held_latest', { day: formatAt(lastOf(limit)!, t.lang) })}`}
                {shortBy !== null && <span> · {t('plan.short', { days: shortBy })}</span>}
                {shortByMost !== null && <span> · {t('plan.short_most', { days: shortByMost })}</span>}
              </span>
              <details className="small">
                <summary>{limit.line.article}</summary>
                <RuleSteps steps={limit.term.steps} />
              </details>
            </li>
          );
        })}
      </ul>
    </>
  );
}
