/* Who is accused in a case: the charges that stand with their class and the day they hold from, those that were replaced, and the measures each is under. */
import { useState } from 'react';
import {
  type Day,
  dayOf,
  formatDay,
  formatInstant,
  type Instant,
  type PartialDay,
} from '../../../kernel/day.ts';
import { useNow } from '../../../web/clock.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { useRules } from '../../../web/rules.ts';
import { Do } from '../../../web/shell/do-dialog.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ChoiceList, SelectInput } from '../../../web/ui/choices.tsx';
import { StateMark, type Tone } from '../../../web/ui/marks.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { standingCharges } from '../case-clocks.ts';
import { orderEnd } from '../measure-clocks.ts';
import { clauseOf } from '../offences.ts';
import { accused, charge, measure } from '../record.ts';
import type { Parts } from './case-data.ts';
import { ChargeInputs, pointText } from './charge-inputs.tsx';
import { CorrectPart, Was } from './correct.tsx';

const tones: Readonly<Record<string, Tone>> = {
  suspect: 'neutral',
  accused: 'active',
  suspended: 'neutral',
  dropped: 'neutral',
  convicted: 'warn',
  acquitted: 'good',
};

export function People({ file, parts }: { file: PartRow; parts: Parts }) {
  const t = useText();
  return (
    <section className="card part" aria-labelledby="case-people">
      <h2 id="case-people">
        {t('justice.case.people')} <span className="count">{parts.accused.length}</span>
      </h2>
      {parts.accused.length === 0 && <p className="soft">{t('justice.case.nobody')}</p>}
      {parts.accused.map(one => (
        <Accused key={one.id} file={file} row={one} parts={parts} />
      ))}
    </section>
  );
}

type Open = 'charge' | 'measure' | 'settle' | 'resume' | null;

function Accused({ file, row, parts }: { file: PartRow; row: PartRow; parts: Parts }) {
  const t = useText();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const charges = parts.charges.filter(one => one.accused === row.id);
  const measures = parts.measures.filter(one => one.accused === row.id);
  const standing = standingCharges(charges);
  const today = dayOf(useNow());
  const { data: rules } = useRules();
  return (
    <article className="accused" aria-label={row.fullName as string}>
      <p className="row">
        <b>{row.fullName as string}</b>
        <span className="soft">{codeLabel(t, 'accusedRole', row.accusedRole as string)}</span>
        {typeof row.born === 'string' && (
          <span className="soft">
            {t('justice.case.born', { day: formatDay(row.born as PartialDay, t.lang) })}
          </span>
        )}
        <StateMark tone={tones[row.state as string] ?? 'neutral'}>
          {codeLabel(t, 'accusedState', row.state as string)}
        </StateMark>
        <CorrectPart
          act="accused.correct"
          record={accused}
          row={row}
          sends={['fullName', 'born', 'sex']}
          of={row.fullName as string}
        />
      </p>
      <Was record={accused} row={row} />
      <ul className="plain-list">
        {charges
          .toSorted((a, b) => (b.fromDay as string).localeCompare(a.fromDay as string))
          .map(one => (
            <li key={one.id} className={`corrected${standing.includes(one) ? '' : ' soft'}`}>
              <span>
                {codeLabel(t, 'offence', one.offence as string)},{' '}
                {t('justice.case.clause', { clause: one.clause as number })}
                {typeof one.point === 'string' &&
                  `, ${pointText(t, rules ? clauseOf(rules, one.offence, one.clause, one.fromDay as Day) : null, one.point)}`}
                {!standing.includes(one) && ` · ${t('justice.case.replaced')}`}
              </span>
              <span className="row">
                <span className="soft small">
                  {codeLabel(t, 'severity', one.severity as string)} · {formatDay(one.fromDay as Day, t.lang)}
                </span>
                <CorrectPart
                  act="charge.correct"
                  record={charge}
                  row={one}
                  sends={['offence', 'clause', 'point', 'fromDay', 'decisionNumber']}
                  names={['fromDay', 'decisionNumber']}
                  of={codeLabel(t, 'offence', one.offence as string)}
                  lead={`${t('justice.correct.charge_text')} ${t('justice.correct.text')}`}
                >
                  {(values, change, errors) => (
                    <ChargeInputs
                      values={values}
                      change={change}
                      errors={errors}
                      on={(values.fromDay as Day | null) ?? today}
                      asksPoint
                    />
                  )}
                </CorrectPart>
              </span>
              <Was record={charge} row={one} />
            </li>
          ))}
      </ul>
      {measures.length > 0 && (
        <ul className="plain-list">
          {measures.map(one => (
            <Measure key={one.id} row={one} />
          ))}
        </ul>
      )}
      <div className="row no-print">
        {may(row, 'accused.charge') && (
          <Button onPress={() => setOpen('charge')}>{t('act.accused.charge')}</Button>
        )}
        {may(file, 'criminalCase.step') && (
          <Button onPress={() => setOpen('measure')}>{t('act.measure.order')}</Button>
        )}
        {may(row, 'accused.resume') && (
          <Button onPress={() => setOpen('resume')}>{t('act.accused.resume')}</Button>
        )}
        {may(row, 'accused.settle') && (
          <Button kind="quiet" onPress={() => setOpen('settle')}>
            {t('act.accused.settle')}
          </Button>
        )}
      </div>
      {open === 'charge' && (
        <Do
          act="accused.charge"
          record={charge}
          names={['fromDay', 'decisionNumber', 'why']}
          subject={{ record: 'accused', id: row.id }}
          lead={t('justice.case.charge_text')}
          onClose={close}
        >
          {(values, change, errors) => (
            <>
              <ChargeInputs
                values={values}
                change={change}
                errors={errors}
                on={(values.fromDay as Day | null | undefined) ?? today}
                asksPoint
              />
              {standing.length > 0 && (
                <SelectInput
                  name="replaces"
                  label={fieldLabel(t, 'charge', 'replaces')}
                  error={errors.replaces}
                  value={(values.replaces as string | undefined) ?? null}
                  onChange={replaces => change({ replaces })}
                  options={standing.map(one => ({
                    code: one.id,
                    label: `${codeLabel(t, 'offence', one.offence as string)}, ${t('justice.case.clause', { clause: one.clause as number })}`,
                  }))}
                />
              )}
            </>
          )}
        </Do>
      )}
      {open === 'measure' && (
        <Do
          act="measure.order"
          record={measure}
          names={['measureKind', 'fromAt', 'orderNumber', 'orderedMonths', 'orderedDays']}
          fixed={{ accused: row.id }}
          onClose={close}
        />
      )}
      {open === 'settle' && <Settle row={row} onClose={close} />}
      {open === 'resume' && (
        <Do
          act="accused.resume"
          record={accused}
          names={[]}
          subject={{ record: 'accused', id: row.id }}
          lead={t('justice.case.resume_text')}
          onClose={close}
        />
      )}
    </article>
  );
}

function Settle({ row, onClose }: { row: PartRow; onClose: () => void }) {
  const t = useText();
  const [outcome, setOutcome] = useState<string | null>(null);
  return (
    <Do
      act="accused.settle"
      record={accused}
      names={[]}
      subject={{ record: 'accused', id: row.id }}
      fixed={{ state: outcome }}
      onClose={onClose}
    >
      {(_values, _change, errors) => (
        <ChoiceList
          name="state"
          label={fieldLabel(t, 'accused', 'state')}
          required
          error={errors.state}
          value={outcome}
          onChange={setOutcome}
          options={['suspended', 'dropped', 'convicted', 'acquitted'].map(code => ({
            code,
            label: codeLabel(t, 'accusedState', code),
          }))}
        />
      )}
    </Do>
  );
}

const asOrdered = ['fromAt', 'orderNumber', 'orderedMonths', 'orderedDays'];
const asEnded = ['endedOn', 'endedWhy'];

function Measure({ row }: { row: PartRow }) {
  const t = useText();
  const [ending, end] = useState(false);
  const ordered = orderEnd(row);
  return (
    <li className="corrected">
      <span>
        {codeLabel(t, 'measureKind', row.measureKind as string)}
        {typeof row.orderNumber === 'string' && <span className="soft"> · {row.orderNumber}</span>}
      </span>
      <span className="row">
        <span className="soft small">
          {formatInstant(row.fromAt as Instant, t.lang)}
          {ordered &&
            !row.endedOn &&
            ` · ${t('justice.case.ordered_until', { day: formatDay(ordered, t.lang) })}`}
          {typeof row.endedOn === 'string' && ` – ${formatDay(row.endedOn as Day, t.lang)}`}
        </span>
        {may(row, 'measure.end') && !row.endedOn && (
          <Button kind="quiet" onPress={() => end(true)}>
            {t('act.measure.end')}
          </Button>
        )}
        <CorrectPart
          act="measure.correct"
          record={measure}
          row={row}
          sends={[...asOrdered, ...asEnded]}
          names={row.endedOn ? [...asOrdered, ...asEnded] : asOrdered}
          of={codeLabel(t, 'measureKind', row.measureKind as string)}
        />
      </span>
      <Was record={measure} row={row} />
      {ending && (
        <Do
          act="measure.end"
          record={measure}
          names={['endedOn', 'endedWhy']}
          subject={{ record: 'measure', id: row.id }}
          onClose={() => end(false)}
        />
      )}
    </li>
  );
}
