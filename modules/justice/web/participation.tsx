/* One link between a file and a case: for its holder who asks, as what she takes part, and how far the case has come; for the investigator the answer. */
import { useState } from 'react';
import { Link } from 'wouter';
import { codeLabel } from '../../../web/labels.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { Do } from '../../../web/shell/do-dialog.tsx';
import { OfRecord } from '../../../web/shell/of-record.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { RowFacts } from '../../people/web/path-words.tsx';
import { participation } from '../statement-record.ts';
import { participationTones } from './participants.tsx';
import './justice.css';

export default function Participation({ params }: ScreenProps) {
  const t = useText();
  return (
    <OfRecord record="participation" id={params.id} title={t('record.participation')}>
      {row => <One row={row} />}
    </OfRecord>
  );
}

function One({ row }: { row: PartRow }) {
  const t = useText();
  return (
    <Page
      title={`${t('record.participation')} · ${row.fileNumber as string}`}
      lead={codeLabel(t, 'participantRole', row.participantRole as string)}
      actions={
        <StateMark tone={participationTones[row.state as string] ?? 'neutral'}>
          {codeLabel(t, 'participationState', row.state as string)}
        </StateMark>
      }
    >
      <section className="card part">
        <RowFacts
          record={participation}
          row={row}
          names={[
            'handler',
            'toOffice',
            'why',
            'caseStage',
            'stageOn',
            'initiatedOn',
            'answeredAt',
            'answerWhy',
          ]}
        />
        {/* Only the investigator knows which case it is; only the holder may open the file. */}
        {typeof row.criminalCase === 'string' && (
          <p>
            <Link href={`/cases/${row.criminalCase}`}>{t('record.criminalCase')}</Link>
          </p>
        )}
        <p className="soft small">{t('justice.participants.between')}</p>
        <AnswerLink row={row} />
      </section>
    </Page>
  );
}

/** What the holder answers to being linked. */
export function AnswerLink({ row }: { row: PartRow }) {
  const t = useText();
  const [open, setOpen] = useState<'accept' | 'decline' | null>(null);
  if (!may(row, 'participation.accept')) return null;
  return (
    <div className="row no-print">
      <Button kind="primary" onPress={() => setOpen('accept')}>
        {t('act.participation.accept')}
      </Button>
      <Button onPress={() => setOpen('decline')}>{t('act.participation.decline')}</Button>
      {open && (
        <Do
          act={`participation.${open}`}
          record={participation}
          names={['answerWhy']}
          subject={{ record: 'participation', id: row.id }}
          lead={t(`justice.participants.${open}_text`)}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
