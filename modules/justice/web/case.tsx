/* One case: what runs out and when, who is accused of what and held under which order, and what was done. Each body finds what it can do now; every day of a limit opens the steps
 * that lead to it. */
import { useState } from 'react';
import { Link } from 'wouter';
import { type Day, formatDay } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName, OfficerName } from '../../../web/names.tsx';
import { usePost } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Do } from '../../../web/shell/do-dialog.tsx';
import { OfRecord } from '../../../web/shell/of-record.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ChoiceList, SelectInput } from '../../../web/ui/choices.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { Timeline } from '../../../web/ui/timeline.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { Facts } from '../../people/web/path-words.tsx';
import { inTurn } from '../case-clocks.ts';
import { hasHearing, type StepKind, stepsFrom } from '../lists.ts';
import { accused, caseStep, criminalCase, limitExtension } from '../record.ts';
import { bodySeats, officerOfSeat, seatNames, seatsHeld } from '../seats.ts';
import { Beside } from './beside.tsx';
import { type Parts, sittingSeat, useCase } from './case-data.ts';
import { Duties } from './case-duties.tsx';
import { Granted } from './case-granted.tsx';
import { Limits } from './case-limits.tsx';
import { Moved } from './case-moved.tsx';
import { People } from './case-people.tsx';
import { CasePlan } from './case-plan.tsx';
import { caseTones } from './cases.tsx';
import { CorrectPart, Was } from './correct.tsx';
import { Exhibits } from './exhibits.tsx';
import { Joining } from './joining.tsx';
import { KeyCaseOf } from './key-of-case.tsx';
import { Participants } from './participants.tsx';
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
  const { parts, clocks, duties, error } = useCase(row);
  const seat = sittingSeat(row, usePost());
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
        {parts && clocks && duties && <Moved clocks={[...clocks, ...duties]} parts={parts} />}
        {clocks && parts ? <Limits clocks={clocks} parts={parts} /> : !error && <LoadingState rows={3} />}
        {parts && <Granted parts={parts} />}
      </section>
      {parts && duties && <Duties row={row} parts={parts} clocks={duties} />}
      {parts && <CasePlan file={row} parts={parts} />}
      {parts && <People file={row} parts={parts} />}
      {parts && (
        <section className="card part" aria-labelledby="case-steps">
          <h2 id="case-steps">{t('justice.case.steps')}</h2>
          <Steps steps={parts.steps} />
        </section>
      )}
      {parts && <Joining file={row} parts={parts} />}
      <Exhibits file={row} />
      {(seat === 'handler' || seat === 'procuracy') && (
        <Participants
          of={{ criminalCase: row.id }}
          mayAsk={may(row, 'criminalCase.handOver') && !isOver.includes(row.state as string)}
        />
      )}
      {(bodySeats as readonly string[]).includes(seat) && <KeyCaseOf file={row} />}
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
            ...Object.values(officerOfSeat)
              .filter(name => typeof row[name] === 'string')
              .map(
                name => [label(name), <OfficerName key={name} id={row[name] as string} titled />] as const,
              ),
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

function Steps({ steps }: { steps: readonly PartRow[] }) {
  const t = useText();
  return (
    <Timeline
      label={t('justice.case.steps')}
      moments={steps
        .toSorted((a, b) => inTurn(b, a))
        .map(step => ({
          id: step.id,
          at: step.onDay as Day,
          title: codeLabel(t, 'caseStepKind', step.stepKind as string),
          by: <OfficeName id={step.office} short />,
          body: <Step step={step} />,
        }))}
    />
  );
}

function Step({ step }: { step: PartRow }) {
  const t = useText();
  const kind = step.stepKind as StepKind;
  return (
    <>
      {typeof step.decisionNumber === 'string' && (
        <p className="small">
          {fieldLabel(t, 'caseStep', 'decisionNumber')}: {step.decisionNumber}
        </p>
      )}
      {typeof step.hearingOn === 'string' && (
        <p className="small">
          {fieldLabel(t, 'caseStep', 'hearingOn')}: {formatDay(step.hearingOn as Day, t.lang)}
        </p>
      )}
      {typeof step.note === 'string' && <p>{step.note}</p>}
      {kind === 'initiated' && typeof step.otherCase === 'string' && (
        <p className="small">
          <Link href={`/cases/${step.otherCase}`}>{t('justice.joining.came_with')}</Link>
        </p>
      )}
      <Was record={caseStep} row={step} />
      <CorrectPart
        act="caseStep.correct"
        record={caseStep}
        row={step}
        sends={['onDay', 'hearingOn']}
        names={hasHearing.includes(kind) ? ['onDay', 'hearingOn'] : ['onDay']}
        of={codeLabel(t, 'caseStepKind', kind)}
      />
    </>
  );
}

/** States in which nothing is asked of anybody any more. */
const isOver = ['ended', 'joined'];

type Open = 'step' | 'accused' | 'extension' | 'assign' | 'handOver' | 'takeOver' | null;

function Doings({ row, parts }: { row: PartRow; parts: Parts | null }) {
  const t = useText();
  const post = usePost();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const own = sittingSeat(row, post);
  const held = may(row, 'criminalCase.step') ? seatsHeld(row, office => office === row[own]) : [];
  const steps = stepsFrom(
    row.state as string,
    held,
    (parts?.steps ?? []).toSorted(inTurn).map(step => step.stepKind),
  );
  const subject = { record: 'criminalCase', id: row.id };
  const offered: readonly (readonly [Open, string, boolean])[] = [
    ['step', 'criminalCase.step', may(row, 'criminalCase.step') && steps.length > 0],
    ['accused', 'accused.name', may(row, 'criminalCase.handOver')],
    ['extension', 'limitExtension.record', may(row, 'criminalCase.step') && parts !== null],
    ['assign', 'criminalCase.assign', may(row, 'criminalCase.assign')],
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
      {parts && <Beside row={row} steps={parts.steps} held={held} />}
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
      {open === 'assign' && (
        <Do
          act="criminalCase.assign"
          record={criminalCase}
          names={[officerOfSeat[own]]}
          subject={subject}
          onClose={close}
        />
      )}
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
  const names = [
    'onDay',
    'decisionNumber',
    ...(hasHearing.includes(kind as StepKind) ? ['hearingOn'] : []),
    'note',
    ...(kind === 'indicted' ? ['court'] : []),
    ...(kind === 'appeal_sent' ? ['appealCourt', 'appealProcuracy'] : []),
  ];
  return (
    <Do
      act="criminalCase.step"
      record={caseStep}
      names={names}
      subject={{ record: 'criminalCase', id: row.id }}
      fixed={{ stepKind: kind }}
      begin={{ court: row.court ?? null }}
      lead={kind === 'appeal_sent' && t('justice.case.appeal_sent_text')}
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
