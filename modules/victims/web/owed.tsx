/* What the superior of a silent body is told: which request, by whom it is owed and since when. It opens nothing about anybody: the superior's way is to ask
 * the body, not to read the file. */
import { codeLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import type { ScreenProps } from '../../../web/routes.tsx';
import { OfRecord } from '../../../web/shell/of-record.tsx';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { StateMark } from '../../../web/ui/marks.tsx';
import { TermMark } from '../../../web/ui/steps-of-rule.tsx';
import type { PartRow } from '../../people/web/path-data.ts';
import { RowFacts } from '../../people/web/path-words.tsx';
import { owedAnswer } from '../index.ts';

export default function Owed({ params }: ScreenProps) {
  const t = useText();
  return (
    <OfRecord record="owedAnswer" id={params.id} title={t('victims.owed.title')}>
      {row => <Answer row={row} />}
    </OfRecord>
  );
}

function Answer({ row }: { row: PartRow }) {
  const t = useText();
  const isOpen = row.state === 'open';
  return (
    <Page
      title={t('victims.owed.title')}
      lead={t('victims.owed.lead')}
      actions={
        <StateMark tone={isOpen ? 'warn' : 'good'}>
          {codeLabel(t, 'owedAnswerState', row.state as string)}
        </StateMark>
      }
    >
      <section className="card part" aria-labelledby="owed">
        <h2 id="owed">
          <OfficeName id={row.owedBy as string} />
        </h2>
        <RowFacts record={owedAnswer} row={row} names={['requestNumber', 'receivedOn', 'closedAt']} />
        <p>
          {t('victims.owed.asked_by')} <OfficeName id={row.office} />
        </p>
        {isOpen && <TermMark due={row.dueOn as string | null} advisory={row.advisory === 'yes'} />}
      </section>
    </Page>
  );
}
