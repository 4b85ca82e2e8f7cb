/* What is supposed, and on which day. Only what the case has is offered: its limits that can still be lengthened, charges that stand, people who are not detained. */
import { useState } from 'react';
import { type Day, dayOf, formatDay } from '../../../kernel/day.ts';
import type { Rules } from '../../../rules/schema.ts';
import type { Severity } from '../../../rules/schema-justice.ts';
import { useNow } from '../../../web/clock.ts';
import { codeLabel } from '../../../web/labels.ts';
import { type Translate, useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { DayInput } from '../../../web/ui/calendar.tsx';
import { SelectInput } from '../../../web/ui/choices.tsx';
import type { PartRow } from '../../people/web/path-data.ts';
import { type CaseClock, type CaseRows, classOf, standingCharges } from '../case-clocks.ts';
import { grantorOf, lineFrom } from '../limits.ts';
import { clausesOf } from '../offences.ts';
import { extendableNow, type Supposition } from '../plan.ts';
import type { Parts } from './case-data.ts';
import { kindName, lengthText } from './justice-words.ts';

interface Chosen {
  readonly kind: Supposition['kind'] | null;
  /** Which limit, charge or person. */
  readonly of: string | null;
  readonly clause: string | null;
  readonly onDay: Day | null;
}

const keyOf = ({ family, accused }: CaseClock): string => `${family} ${accused ?? ''}`;
const nameOf = (parts: Parts, id: string | null): string =>
  (parts.accused.find(one => one.id === id)?.fullName as string | undefined) ?? '';

/** The clauses of the offence of a charge, each with the class it gives on the day. */
function clausesFor(t: Translate, rules: Rules, parts: Parts, id: string | null, on: Day) {
  const charge = parts.charges.find(one => one.id === id);
  return clausesOf(rules, charge?.offence, on).map(({ clause, severity }) => ({
    code: String(clause),
    severity,
    label: `${t('justice.case.clause', { clause })} · ${kindName(t, severity)}`,
  }));
}

export function PlanForm({
  rules,
  file,
  parts,
  rows,
  onChange,
  onKeep,
}: {
  rules: Rules;
  file: PartRow;
  parts: Parts;
  rows: CaseRows;
  onChange: (supposed: Supposition | null) => void;
  onKeep: () => void;
}) {
  const t = useText();
  const today = dayOf(useNow());
  const [chosen, choose] = useState<Chosen>({ kind: null, of: null, clause: null, onDay: today });
  const extendable = extendableNow(rules, rows);
  const clauses = clausesFor(t, rules, parts, chosen.of, chosen.onDay ?? today);
  const change = (more: Partial<Chosen>) => {
    const next = { ...chosen, ...more };
    choose(next);
    onChange(supposed(next));
  };
  const supposed = ({ kind, of, clause, onDay }: Chosen): Supposition | null => {
    if (!kind || !onDay) return null;
    if (kind === 'conclusion') return { kind, onDay };
    if (!of) return null;
    if (kind === 'detention') return { kind, accused: of, onDay };
    if (kind === 'charge') {
      const to = clausesFor(t, rules, parts, of, onDay).find(one => one.code === clause);
      return to ? { kind, replaces: of, severity: to.severity as Severity, onDay } : null;
    }
    const clock = extendable.find(one => keyOf(one) === of);
    return clock ? { kind, family: clock.family, accused: clock.accused, onDay } : null;
  };
  const among = {
    extension: extendable.map(one => ({
      code: keyOf(one),
      label: [one.limit.line.title[t.lang], nameOf(parts, one.accused)].filter(Boolean).join(' · '),
    })),
    conclusion: [],
    charge: standingCharges(parts.charges).map(one => ({
      code: one.id,
      label: `${nameOf(parts, one.accused as string)} · ${codeLabel(t, 'offence', one.offence as string)}, ${t('justice.case.clause', { clause: one.clause as number })}`,
    })),
    detention: parts.accused
      .filter(one => one.state === 'accused')
      .map(one => ({ code: one.id, label: one.fullName as string })),
  } as const;
  const offered = (['extension', 'conclusion', 'charge', 'detention'] as const).filter(kind =>
    kind === 'conclusion' ? file.state === 'investigation' : among[kind].length > 0,
  );
  const clock = chosen.kind === 'extension' && extendable.find(one => keyOf(one) === chosen.of);
  return (
    <form className="plan-form" onSubmit={event => event.preventDefault()} aria-label={t('plan.title')}>
      <SelectInput
        name="plan-kind"
        label={t('plan.if')}
        value={chosen.kind}
        none={t('plan.nothing')}
        options={offered.map(code => ({ code, label: t(`plan.if.${code}`) }))}
        onChange={kind => change({ kind: kind as Chosen['kind'], of: null, clause: null })}
      />
      {chosen.kind && among[chosen.kind].length > 0 && (
        <SelectInput
          name="plan-of"
          label={t(`plan.of.${chosen.kind}`)}
          value={chosen.of}
          options={among[chosen.kind]}
          onChange={of => change({ of, clause: null })}
        />
      )}
      {chosen.kind === 'charge' && chosen.of && (
        <SelectInput
          name="plan-clause"
          label={t('plan.to_clause')}
          value={chosen.clause}
          options={clauses}
          onChange={clause => change({ clause })}
        />
      )}
      {chosen.kind && (
        <DayInput
          name="plan-day"
          label={t('plan.on')}
          value={chosen.onDay}
          onChange={onDay => change({ onDay })}
        />
      )}
      {clock && chosen.onDay && (
        <Granting rules={rules} file={file} rows={rows} clock={clock} on={chosen.onDay} />
      )}
      {supposed(chosen) && (
        <Button icon="plus" onPress={onKeep}>
          {t('plan.and')}
        </Button>
      )}
    </form>
  );
}

/** How much may be given, by whom, and by when it must have been asked for. */
function Granting({
  rules,
  file,
  rows,
  clock: { family, accused, start, limit },
  on,
}: {
  rules: Rules;
  file: PartRow;
  rows: CaseRows;
  clock: CaseClock;
  on: Day;
}) {
  const t = useText();
  const kind = (accused && classOf(rows.charges, accused)) || rows.severity;
  const turn = limit.ends.length - 1;
  const grantor = grantorOf(rules, family, { day: on, level: file.caseLevel as string, kind, turn });
  const condition = lineFrom(rules, family, start)?.extensions?.[turn]?.condition?.[t.lang];
  const said = [
    t('plan.turn', { turn: turn + 1 }),
    limit.next && t('justice.limits.at_most', { length: lengthText(t, limit.next) }),
    grantor?.body &&
      t(grantor.binds ? 'justice.limits.granted_by' : 'justice.limits.granted_by_unread', {
        body: t(`justice.body.${grantor.body}`),
        article: grantor.article,
      }),
    limit.askUntil && t('justice.case.ask_until', { day: formatDay(limit.askUntil, t.lang) }),
    condition,
  ];
  return <p className="small soft">{said.filter(Boolean).join(' · ')}</p>;
}

/** What is supposed, in a line. */
export function supposedText(t: Translate, rules: Rules, parts: Parts, one: Supposition): string {
  const day = formatDay(one.onDay, t.lang);
  if (one.kind === 'conclusion') return t('plan.supposed.conclusion', { day });
  if (one.kind === 'detention')
    return t('plan.supposed.detention', { day, name: nameOf(parts, one.accused) });
  if (one.kind === 'charge') {
    const charge = parts.charges.find(each => each.id === one.replaces);
    const name = nameOf(parts, charge?.accused as string);
    return t('plan.supposed.charge', { day, name, kind: kindName(t, one.severity) });
  }
  const line = lineFrom(rules, one.family, one.onDay);
  return t('plan.supposed.extension', { day, line: line?.title[t.lang] ?? one.family });
}
