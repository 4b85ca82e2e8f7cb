/* Receiving everybody who waits in one go: one act for each line, one after the other, and a report of each. A refused line stops nobody, a likely double is told with its reasons,
 * and whoever was received stays received when the connection breaks. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { perform } from '../../../web/datasource.ts';
import { OfficeName } from '../../../web/names.tsx';
import { issuesByField, problemText } from '../../../web/problems.ts';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { Dialog } from '../../../web/ui/dialog.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { Progress } from '../../../web/ui/steps.tsx';
import type { AlikeFound } from '../../people/web/alike.tsx';
import type { PartRow } from '../../people/web/path-data.ts';
import { reasonWords } from '../../people/web/reason-words.ts';

interface Report {
  readonly line: PartRow;
  readonly file?: string;
  readonly alike?: readonly AlikeFound[];
  readonly refused?: unknown;
}

export function ReceiveAll({ group, waiting }: { group: PartRow; waiting: readonly PartRow[] }) {
  const t = useText();
  const client = useQueryClient();
  const [asked, ask] = useState<readonly PartRow[] | null>(null);
  const [report, setReport] = useState<readonly Report[] | null>(null);
  const run = async (lines: readonly PartRow[]) => {
    setReport([]);
    for (const line of lines) {
      const one = await perform(
        'groupArrival.receive',
        { line: line.id },
        { subject: { record: 'groupArrival', id: group.id } },
      ).then(
        (outcome): Report => ({
          line,
          file: outcome.file as string,
          alike: outcome.alike as readonly AlikeFound[],
        }),
        (refused): Report => ({ line, refused }),
      );
      setReport(before => [...(before ?? []), one]);
    }
    await client.invalidateQueries();
  };
  const close = () => {
    ask(null);
    setReport(null);
  };
  const isDone = report !== null && asked !== null && report.length === asked.length;
  return (
    <>
      {waiting.length > 1 && (
        <Button kind="primary" icon="people" onPress={() => ask(waiting)}>
          {t('reception.all.open', { count: waiting.length })}
        </Button>
      )}
      {asked && (
        <Dialog
          open
          firm
          wide
          title={t('reception.all.title', { count: asked.length })}
          onClose={close}
          actions={
            report === null ? (
              <>
                <Button onPress={close}>{t('ui.cancel')}</Button>
                <Button kind="primary" onPress={() => void run(asked)}>
                  {t('reception.all.do')}
                </Button>
              </>
            ) : (
              <Button kind="primary" isDisabled={!isDone} onPress={close}>
                {t('ui.close')}
              </Button>
            )
          }
        >
          {report === null && <p>{t('reception.all.text')}</p>}
          {report !== null && (
            <>
              <Progress label={t('reception.all.progress')} done={report.length} of={asked.length} />
              <ul className="plain-list report" aria-live="polite">
                {report.map(one => (
                  <ReportLine key={one.line.id} report={one} />
                ))}
              </ul>
            </>
          )}
        </Dialog>
      )}
    </>
  );
}

function ReportLine({ report: { line, file, alike = [], refused } }: { report: Report }) {
  const t = useText();
  const fields = Object.values(issuesByField(t, refused));
  return (
    <li>
      <p>
        <span className="number">{line.lineNumber as number}</span> <b>{line.nameWritten as string}</b>{' '}
        {file ? (
          <>
            <StateMark tone="good">{t('reception.all.received')}</StateMark>{' '}
            <Link href={`/people/${file}`}>{t('reception.line.file')}</Link>
          </>
        ) : (
          <StateMark tone="bad">{[problemText(t, refused), ...fields].join(' ')}</StateMark>
        )}
      </p>
      {alike.map(found => (
        <p key={found.person} className="small">
          <StateMark tone="warn">{t('reception.all.double')}</StateMark>{' '}
          <OfficeName id={found.office} short /> · {reasonWords(found.reasons, t.lang)}
        </p>
      ))}
    </li>
  );
}
