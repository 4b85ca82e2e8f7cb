/* One case: what runs out and when, who is accused of what and held under which order, and what was done. Each body finds what it can do now; every day of a limit opens the steps
 * that lead to it. */
import { useState } from 'react';
import { Link } from 'wouter';
import { type Day, dayIn, formatAt, formatDay } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName, OfficerName } from '../../../web/names.tsx';
import { useSession } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { OfRecord } from '../../../web/shell/of-record.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ChoiceList, SelectInput } from '../../../web/ui/choices.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { Timeline } from '../../../web/ui/timeline.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { ClockLine } from '../../people/web/path-due.tsx';
import { Facts } from '../../people/web/path-words.tsx';
import { type CaseClock, inTurn } from '../case-clocks.ts';
import { type Seat, type StepKind, stepsFrom } from '../lists.ts';
import { accused, caseStep, criminalCase, limitExtension, seatNames } from '../record.ts';
import { type Parts, useCase } from './case-data.ts';
import { People } from './case-people.tsx';
import { CasePlan } from './case-plan.tsx';
import { caseTones } from './cases.tsx';
import { Do } from './do.tsx';
import './justice.css';

export default function Case({ params }: ScreenProps) {
  const t = useText();
  return (
    <OfRecord record="criminalCase" id={params.id} title={t('record.criminalCase')}>
      {row => <File row={row} />}
    </OfRecord>
  );
}

function File({ row }: { row: PartRow }) {
  const t = useText();
  const { parts, clocks, error } = useCase(row);
  const label = (name: string) => fieldLabel(t, 'criminalCase', name);
  return (
    <Page
      title={`${row.number as string} · ${row.title as string}`}
      lead={<OfficeName id={row.handler as string} />}
      actions={
        <StateMark tone={caseTones[row.state as string] ?? 'neutral'}>
          {codeLabel(t, 'caseState', row.state as string)}
        </StateMark>
      }
    >
      <Doings row={row} parts={parts} />
      {error && <ProblemState error={error} />}
      <section className="card part" aria-labelledby="case-limits">
        <h2 id="case-limits">{t('justice.case.limits')}</h2>
        {clocks && parts ? <Limits clocks={clocks} parts={parts} /> : !error && <LoadingState rows={3} />}
      </section>
      {parts && <CasePlan file={row} parts={parts} />}
      {parts && <People file={row} parts={parts} />}
      {parts && (
        <section className="card part" aria-labelledby="case-steps">
          <h2 id="case-steps">{t('justice.case.steps')}</h2>
          <Steps steps={parts.steps} />
        </section>
      )}
      <section className="card part" aria-labelledby="case-what">
        <h2 id="case-what">{t('justice.case.what')}</h2>
        <Facts>
          {[
            [label('severity'), codeLabel(t, 'severity', row.severity as string)],
            [label('caseLevel'), codeLabel(t, 'caseLevel', row.caseLevel as string)],
            [label('openedOn'), formatDay(row.openedOn as Day, t.lang)],
            [label('openedDecision'), row.openedDecision as string],
            ...seatNames
              .filter(seat => typeof row[seat] === 'string')
              .map(seat => [label(seat), <OfficeName key={seat} id={row[seat] as string} />] as const),
            typeof row.inCharge === 'string' && [
              label('inCharge'),
              <OfficerName key="inCharge" id={row.inCharge} titled />,
            ],
            typeof row.crimeReport === 'string' && [
              label('crimeReport'),
              <Link key="report" href={`/reports/${row.crimeReport}`}>
                {t('record.crimeReport')}
              </Link>,
            ],
          ]}
        </Facts>
        <p className="soft small">{t('justice.case.who_sees')}</p>
      </section>
    </Page>
  );
}

/** What runs now first, the nearest day before the others; what was met is folded away. */
function Limits({ clocks, parts }: { clocks: readonly CaseClock[]; parts: Parts }) {
  const t = useText();
  const running = clocks
    .filter(one => one.doneOn === null)
    .toSorted((a, b) => (a.limit.term.due ?? '9999').localeCompare(b.limit.term.due ?? '9999'));
  const met = clocks.filter(one => one.doneOn !== null);
  return (
    <>
      {running.length === 0 && <p className="soft">{t('justice.case.no_limit')}</p>}
      <ul className="clocks">
        {running.map(one => (
          <LimitLine key={keyOf(one)} clock={one} parts={parts} />
        ))}
      </ul>
      {met.length > 0 && (
        <details>
          <summary>{t('justice.case.met', { count: met.length })}</summary>
          <ul className="clocks">
            {met.map(one => (
              <LimitLine key={keyOf(one)} clock={one} parts={parts} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

const keyOf = ({ family, accused: whose, start }: CaseClock) => `${family} ${whose} ${start}`;

function LimitLine({ clock, parts }: { clock: CaseClock; parts: Parts }) {
  const t = useText();
  const { line, term, askUntil, next, last } = clock.limit;
  const whose = parts.accused.find(one => one.id === clock.accused);
  const met = clock.doneOn !== null;
  const late = met && term.due !== null && !term.advisory && clock.doneOn! > dayIn(term.due);
  return (
    <ClockLine
      clock={{ ...term, article: line.article, met, late }}
      title={
        <>
          {line.title[t.lang]}
          {whose && <b> · {whose.fullName as string}</b>}
        </>
      }
      holder={line.holder[t.lang]}
      note={line.note?.[t.lang]}
    >
      {!met && term.due && !term.advisory && (
        <p className="small">
          {t('ui.due.until', { at: formatAt(term.due, t.lang) })}
          {term.provisional && ` · ${t('rule.provisional')}`}
        </p>
      )}
      {!met && next && (
        <p className="small soft">
          {askUntil && t('justice.case.ask_until', { day: formatDay(askUntil, t.lang) })}{' '}
          {last && last !== term.due && t('justice.case.last', { day: formatAt(last, t.lang) })}
        </p>
      )}
    </ClockLine>
  );
}

function Steps({ steps }: { steps: readonly PartRow[] }) {
  const t = useText();
  const { data: session } = useSession();
  const office = session && !session.signedOut ? session.post.office : null;
  const [correcting, correct] = useState<PartRow | null>(null);
  return (
    <>
      <Timeline
        label={t('justice.case.steps')}
        moments={steps
          .toSorted((a, b) => inTurn(b, a))
          .map(step => ({
            id: step.id,
            at: step.onDay as Day,
            title: codeLabel(t, 'caseStepKind', step.stepKind as string),
            by: <OfficeName id={step.office} short />,
            body: (
              <>
                {typeof step.decisionNumber === 'string' && (
                  <p className="small">
                    {fieldLabel(t, 'caseStep', 'decisionNumber')}: {step.decisionNumber}
                  </p>
                )}
                {typeof step.note === 'string' && <p>{step.note}</p>}
                {typeof step.wasOnDay === 'string' && (
                  <p className="small soft">
                    {t('justice.case.was', {
                      day: formatDay(step.wasOnDay as Day, t.lang),
                      why: step.correctedWhy as string,
                    })}
                  </p>
                )}
                {may(step, 'caseStep.correct') && step.office === office && (
                  <Button kind="quiet" onPress={() => correct(step)}>
                    {t('justice.case.correct')}
                  </Button>
                )}
              </>
            ),
          }))}
      />
      {correcting && (
        <Do
          act="caseStep.correct"
          record={caseStep}
          names={['onDay', 'correctedWhy']}
          subject={{ record: 'caseStep', id: correcting.id }}
          begin={{ onDay: correcting.onDay }}
          lead={t('justice.case.correct_text')}
          onClose={() => correct(null)}
        />
      )}
    </>
  );
}

type Open = 'step' | 'accused' | 'extension' | 'handOver' | 'takeOver' | null;

function Doings({ row, parts }: { row: PartRow; parts: Parts | null }) {
  const t = useText();
  const { data: session } = useSession();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const office = session && !session.signedOut ? session.post.office : null;
  const steps = stepsFrom(
    row.state as string,
    (['handler', 'procuracy', 'court'] as const).filter(
      seat => row[seat] === office || (seat === seatOf(session) && may(row, 'criminalCase.step')),
    ),
  );
  const subject = { record: 'criminalCase', id: row.id };
  const offered: readonly (readonly [Open, string, boolean])[] = [
    ['step', 'criminalCase.step', may(row, 'criminalCase.step') && steps.length > 0],
    ['accused', 'accused.name', may(row, 'criminalCase.handOver')],
    ['extension', 'limitExtension.record', may(row, 'criminalCase.step') && parts !== null],
    ['handOver', 'criminalCase.handOver', may(row, 'criminalCase.handOver')],
    ['takeOver', 'criminalCase.takeOver', may(row, 'criminalCase.takeOver')],
  ];
  return (
    <div className="row no-print">
      {offered.map(
        ([what, act, is], index) =>
          is && (
            <Button key={act} kind={index === 0 ? 'primary' : 'plain'} onPress={() => setOpen(what)}>
              {t(`act.${act}`)}
            </Button>
          ),
      )}
      {open === 'step' && <StepDialog row={row} steps={steps} onClose={close} />}
      {open === 'accused' && (
        <Do
          act="accused.name"
          record={accused}
          names={['fullName', 'born', 'sex', 'accusedRole']}
          fixed={{ criminalCase: row.id }}
          onClose={close}
        />
      )}
      {open === 'extension' && parts && <ExtensionDialog row={row} parts={parts} onClose={close} />}
      {open === 'handOver' && (
        <Do
          act="criminalCase.handOver"
          record={criminalCase}
          names={['nextHandler']}
          subject={subject}
          lead={t('justice.case.hand_over_text')}
          onClose={close}
        />
      )}
      {open === 'takeOver' && (
        <Do
          act="criminalCase.takeOver"
          record={criminalCase}
          names={['procuracy', 'caseLevel', 'inCharge']}
          begin={{ caseLevel: row.caseLevel, procuracy: row.procuracy }}
          subject={subject}
          onClose={close}
        />
      )}
    </div>
  );
}

/** Whose seat a role sits in. */
const seatOf = (session: ReturnType<typeof useSession>['data']): Seat | null => {
  if (!session || session.signedOut) return null;
  const seats: Readonly<Record<string, Seat>> = {
    investigator: 'handler',
    procurator: 'procuracy',
    judge_clerk: 'court',
  };
  return seats[session.post.role] ?? null;
};

function StepDialog({
  row,
  steps,
  onClose,
}: {
  row: PartRow;
  steps: readonly StepKind[];
  onClose: () => void;
}) {
  const t = useText();
  const [kind, setKind] = useState<string | null>(steps.length === 1 ? steps[0]! : null);
  const names = ['onDay', 'decisionNumber', 'note', ...(kind === 'indicted' ? ['court'] : [])];
  return (
    <Do
      act="criminalCase.step"
      record={caseStep}
      names={names}
      subject={{ record: 'criminalCase', id: row.id }}
      fixed={{ stepKind: kind }}
      begin={{ court: row.court ?? null }}
      onClose={onClose}
    >
      {(_values, _change, errors) => (
        <ChoiceList
          name="stepKind"
          label={fieldLabel(t, 'caseStep', 'stepKind')}
          required
          error={errors.stepKind}
          value={kind}
          onChange={setKind}
          options={steps.map(code => ({ code, label: codeLabel(t, 'caseStepKind', code) }))}
        />
      )}
    </Do>
  );
}

function ExtensionDialog({ row, parts, onClose }: { row: PartRow; parts: Parts; onClose: () => void }) {
  const t = useText();
  return (
    <Do
      act="limitExtension.record"
      record={limitExtension}
      names={['limitFamily', 'lengthValue', 'lengthUnit', 'grantedBy', 'decidedOn', 'decisionNumber']}
      fixed={{ criminalCase: row.id }}
      begin={{ lengthUnit: 'month' }}
      lead={t('justice.case.extension_text')}
      onClose={onClose}
    >
      {(values, change, errors) => (
        <SelectInput
          name="accused"
          label={fieldLabel(t, 'limitExtension', 'accused')}
          error={errors.accused}
          value={(values.accused as string | undefined) ?? null}
          onChange={whose => change({ accused: whose })}
          options={parts.accused.map(one => ({ code: one.id, label: one.fullName as string }))}
        />
      )}
    </Do>
  );
}
