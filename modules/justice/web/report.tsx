/* One report of a crime: what was reported, where it lies and since when, by when the law wants it handed over and resolved, and what became of it. */
import { useState } from 'react';
import { formatInstant, type Instant } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { usePost } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Do } from '../../../web/shell/do-dialog.tsx';
import { OfRecord } from '../../../web/shell/of-record.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { ProblemState } from '../../../web/ui/states.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { Sealed } from '../../people/web/path-sealed.tsx';
import { Facts, RowFacts } from '../../people/web/path-words.tsx';
import { crimeReport, reportDecision } from '../record.ts';
import { resolveReport } from '../report-acts.ts';
import { OpenCase } from './cases.tsx';
import { Correct, Was } from './correct.tsx';
import { Participants } from './participants.tsx';
import { useReportParts } from './report-data.ts';
import { ReportDuties } from './report-duties.tsx';
import { ReportTime } from './report-time.tsx';
import { reportTones } from './reports.tsx';

export default function Report({ params }: ScreenProps) {
  const t = useText();
  return (
    <OfRecord record="crimeReport" id={params.id} title={t('record.crimeReport')}>
      {row => <One row={row} />}
    </OfRecord>
  );
}

/** Suspending is a decision of its own and not offered as an outcome. */
const resolving = {
  ...crimeReport,
  fields: { ...crimeReport.fields, reportOutcome: resolveReport.input.reportOutcome },
};
const doings = [
  ['crimeReport.handOver', crimeReport, ['toOffice', 'handedAt', 'handedMinutes']],
  ['crimeReport.takeUp', crimeReport, ['takenUpOn', 'resolver', 'procuracy', 'abuseOfMinor']],
  ['crimeReport.resolve', resolving, ['reportOutcome', 'resolvedOn', 'decisionNumber', 'decisionGround']],
  ['crimeReport.resume', reportDecision, ['decidedOn', 'decisionNumber', 'note']],
  ['crimeReport.cancelSuspension', reportDecision, ['decidedOn', 'decisionNumber', 'note']],
  [
    'crimeReport.extend',
    reportDecision,
    ['lengthValue', 'lengthUnit', 'grantedBy', 'decidedOn', 'decisionNumber', 'note'],
  ],
  ['crimeReport.suspend', reportDecision, ['suspendGround', 'decidedOn', 'decisionNumber', 'note']],
] as const;

/** Its limits and what has to be done. */
function Times({ row }: { row: PartRow }) {
  const { told, parts, error } = useReportParts(row);
  if (error) return <ProblemState error={error} />;
  if (told && !parts) return null;
  return (
    <>
      <ReportTime row={row} parts={parts} />
      {parts && <ReportDuties row={row} parts={parts} />}
    </>
  );
}

function One({ row }: { row: PartRow }) {
  const t = useText();
  const post = usePost();
  const [open, setOpen] = useState<string | null>(null);
  const close = () => setOpen(null);
  const doing = doings.find(([act]) => act === open);
  const opens = row.reportOutcome === 'prosecute' && post?.role === 'investigator';
  const isAsking = post?.role === 'investigator' && row.toOffice === post.office;
  return (
    <Page
      title={`${t('record.crimeReport')} ${row.number as string}`}
      lead={codeLabel(t, 'reportKind', row.reportKind as string)}
      actions={
        <StateMark tone={reportTones[row.state as string] ?? 'neutral'}>
          {codeLabel(t, 'crimeReportState', row.state as string)}
        </StateMark>
      }
    >
      <div className="row no-print">
        {doings
          .filter(([act]) => may(row, act))
          .map(([act], index) => (
            <Button key={act} kind={index === 0 ? 'primary' : 'plain'} onPress={() => setOpen(act)}>
              {t(`act.${act}`)}
            </Button>
          ))}
        {opens && (
          <Button kind="primary" onPress={() => setOpen('case')}>
            {t('act.criminalCase.open')}
          </Button>
        )}
      </div>
      <Times row={row} />
      <section className="card part" aria-labelledby="report-what">
        <h2 id="report-what">{t('justice.report.what')}</h2>
        <RowFacts
          record={crimeReport}
          row={row}
          names={['summary', 'reportWay', 'place', 'looksSerious']}
          always={['summary']}
        />
        <Facts>
          {[
            [fieldLabel(t, 'crimeReport', 'receivedAt'), formatInstant(row.receivedAt as Instant, t.lang)],
            [t('justice.report.taken_by'), <OfficeName key="by" id={row.office} />],
            !row.withheld?.includes('reporter') && [
              fieldLabel(t, 'crimeReport', 'reporter'),
              <Sealed key="reporter" record={crimeReport} row={row} name="reporter" />,
            ],
          ]}
        </Facts>
        <Was record={crimeReport} row={row} />
        {may(row, 'crimeReport.correctReceipt') && (
          <p className="no-print">
            <Correct
              act="crimeReport.correctReceipt"
              record={crimeReport}
              row={row}
              sends={['receivedAt']}
              of={fieldLabel(t, 'crimeReport', 'receivedAt')}
              verb={t('act.crimeReport.correctReceipt')}
            />
          </p>
        )}
      </section>
      {typeof row.toOffice === 'string' && (
        <section className="card part" aria-labelledby="report-became">
          <h2 id="report-became">{t('justice.report.became')}</h2>
          <RowFacts
            record={crimeReport}
            row={row}
            names={[
              'toOffice',
              'handedAt',
              'handedMinutes',
              'passedBy',
              'firstHandedAt',
              'takenUpOn',
              'resolver',
              'procuracy',
              'abuseOfMinor',
              'reportOutcome',
              'resolvedOn',
              'decisionNumber',
              'decisionGround',
            ]}
          />
          {typeof row.handedAt === 'string' && (row.passedBy ?? row.office) === post?.office && (
            <p className="no-print">
              <Correct
                act="crimeReport.correctHandOver"
                record={crimeReport}
                row={row}
                sends={['handedAt', 'handedMinutes']}
                of={fieldLabel(t, 'crimeReport', 'handedAt')}
                verb={t('act.crimeReport.correctHandOver')}
              />
            </p>
          )}
        </section>
      )}
      {isAsking && (
        <Participants
          of={{ crimeReport: row.id }}
          mayAsk={row.state === 'taken_up' || row.state === 'suspended'}
        />
      )}
      {doing && (
        <Do
          act={doing[0]}
          record={doing[1]}
          names={doing[2]}
          begin={doing[0] === 'crimeReport.extend' ? { lengthUnit: 'month' } : {}}
          subject={{ record: 'crimeReport', id: row.id }}
          onClose={close}
        />
      )}
      {open === 'case' && <OpenCase report={row.id} onClose={close} />}
    </Page>
  );
}
