/* A time limit of criminal procedure, counted by hand: which line, from which day, for which class, with which extensions; and what one more would change.
 * Nothing is kept or sent: it is a calculator, and says by which article it counts. */
import { useState } from 'react';
import { dayIn, dayOf, parseInstant } from '../../../kernel/day.ts';
import { isInForce, type Parameter } from '../../../kernel/rule/parameter.ts';
import type { Rules } from '../../../rules/schema.ts';
import { readClock } from '../../../web/clock.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { useRules } from '../../../web/rules.ts';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { DayInput, InstantInput } from '../../../web/ui/calendar.tsx';
import { SelectInput, Tick } from '../../../web/ui/choices.tsx';
import { NumberInput } from '../../../web/ui/field.tsx';
import { LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import type { Point } from '../limits.ts';
import { type Stage, stageNames, stageOf } from '../stages.ts';
import { Extensions } from './extensions.tsx';
import { kindName } from './justice-words.ts';
import { Outcome } from './outcome.tsx';
import './justice.css';

/** What is asked; the dates follow from it. */
export interface Question {
  readonly stage: Stage;
  readonly family: string | null;
  readonly start: Point | null;
  readonly kind: string | null;
  /** The extensions in turn, in the unit the line gives. */
  readonly extended: readonly number[];
  readonly served: number | null;
  readonly isUnder18: boolean;
  readonly level: string | null;
}

const nothing: Question = {
  stage: 'investigation',
  family: 'investigation.limit',
  start: null,
  kind: null,
  extended: [],
  served: null,
  isUnder18: false,
  level: null,
};

export default function Limits(_props: ScreenProps) {
  const t = useText();
  const { data: rules, error, refetch } = useRules();
  return (
    <Page title={t('justice.limits.title')} lead={t('justice.limits.lead')}>
      {error ? (
        <ProblemState error={error} onRetry={() => void refetch()} />
      ) : rules ? (
        <Counter rules={rules} />
      ) : (
        <LoadingState rows={6} />
      )}
    </Page>
  );
}

function Counter({ rules }: { rules: Rules }) {
  const today = dayOf(readClock());
  const [asked, setAsked] = useState<Question>({ ...nothing, start: today });
  const on = asked.start ? dayIn(asked.start) : today;
  const inStage = rules.parameters.filter(
    line => stageOf(line.family) === asked.stage && isInForce(line, on),
  );
  const line = inStage.find(each => each.family === asked.family) ?? null;
  const change = (more: Partial<Question>) => setAsked({ ...asked, ...more });
  return (
    <div className="limit-parts">
      <form className="stack" onSubmit={event => event.preventDefault()}>
        <WhichLine asked={asked} inStage={inStage} onChange={change} />
        {line && <AtHand line={line} asked={asked} onChange={change} />}
        {line && <Extensions rules={rules} line={line} asked={asked} on={on} onChange={change} />}
      </form>
      <Outcome rules={rules} line={line} asked={asked} />
    </div>
  );
}

export type Change = (more: Partial<Question>) => void;

function WhichLine({
  asked,
  inStage,
  onChange,
}: {
  asked: Question;
  inStage: readonly Parameter[];
  onChange: Change;
}) {
  const t = useText();
  const other = { kind: null, extended: [], served: null, isUnder18: false };
  return (
    <>
      <SelectInput
        name="stage"
        label={t('justice.limits.stage')}
        value={asked.stage}
        options={stageNames.map(code => ({ code, label: t(`list.stage.${code}`) }))}
        onChange={stage => stage && onChange({ ...other, stage: stage as Stage, family: null })}
      />
      <SelectInput
        name="family"
        label={t('justice.limits.line')}
        hint={t('justice.limits.line_hint')}
        value={asked.family}
        none={t('justice.limits.choose')}
        options={inStage.map(line => ({
          code: line.family,
          label: `${line.title[t.lang]} (${line.article})`,
        }))}
        onChange={family => onChange({ ...other, family })}
      />
    </>
  );
}

function AtHand({ line, asked, onChange }: { line: Parameter; asked: Question; onChange: Change }) {
  const t = useText();
  const toTheHour = line.unit === 'hour' || line.counting.to_the_hour === true;
  const label = t('justice.limits.start', { trigger: t(`rule.trigger.${line.trigger}`) });
  const kinds = Object.keys(line.lengths ?? {});
  return (
    <>
      {toTheHour ? (
        <InstantInput
          key="moment"
          name="start"
          label={label}
          value={parseInstant(asked.start)}
          onChange={start => onChange({ start })}
        />
      ) : (
        <DayInput
          key="day"
          name="start"
          label={label}
          value={asked.start && dayIn(asked.start)}
          onChange={start => onChange({ start })}
        />
      )}
      {kinds.length > 0 && (
        <SelectInput
          name="kind"
          label={t(`justice.differs.${line.differs_by}`)}
          value={asked.kind}
          none={t('justice.limits.choose')}
          options={kinds.map(code => ({ code, label: kindName(t, code) }))}
          onChange={kind => onChange({ kind, extended: [] })}
        />
      )}
      {line.counting.month_as_30_days && (
        <>
          <NumberInput
            name="served"
            label={t('justice.limits.served')}
            hint={t('justice.limits.served_hint')}
            value={asked.served}
            onChange={served => onChange({ served })}
          />
          <Tick
            name="under18"
            label={t('justice.limits.under_18')}
            value={asked.isUnder18}
            onChange={isUnder18 => onChange({ isUnder18 })}
          />
        </>
      )}
    </>
  );
}
