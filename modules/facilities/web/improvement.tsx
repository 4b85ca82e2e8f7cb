/* One improvement, the same page for who asked for it and who has to do it: what was found, what is to be done, how far it is, and what this reader may do next. */
import { useState } from 'react';
import { Link } from 'wouter';
import { type Day, dayOf } from '../../../kernel/day.ts';
import { readClock } from '../../../web/clock.ts';
import { OfficeName } from '../../../web/names.tsx';
import { useRecord } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { subjectHref } from '../../../web/routes.tsx';
import { useRules } from '../../../web/rules.ts';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { DueMark } from '../../../web/ui/marks.tsx';
import { LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { Part } from '../../people/web/path-part.tsx';
import { RowFacts } from '../../people/web/path-words.tsx';
import { improvement } from '../record.ts';
import { FacilityFields } from './doing.tsx';
import { FacilityName, ImprovementState } from './improvement-table.tsx';
import { VerifyDialog } from './verify-dialog.tsx';
import './facilities.css';

export default function Improvement({ params }: ScreenProps) {
  const t = useText();
  const { data: row, error, refetch } = useRecord('improvement', params.id ?? '');
  if (row) return <One row={row as PartRow} />;
  return (
    <Page title={t('facilities.improvement.one')}>
      {error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <LoadingState rows={6} />}
    </Page>
  );
}

function One({ row }: { row: PartRow }) {
  const t = useText();
  const { data: rules } = useRules();
  const [open, setOpen] = useState<string | null>(null);
  // A later version may say the line in other words.
  const list = rules?.standards.find(one => one.id === row.standard);
  const item = list?.items.find(one => one.code === row.item);
  const acts = ['improvement.report', 'improvement.verify', 'improvement.postpone'].filter(act =>
    may(row, act),
  );
  return (
    <Page
      title={t('facilities.improvement.title', { number: row.number as string })}
      lead={
        <Link href={`/facilities/${row.facility as string}`}>
          <FacilityName id={row.facility as string} />
        </Link>
      }
      actions={<ImprovementState row={row} />}
    >
      <div className="row no-print">
        {acts.map((act, index) => (
          <Button key={act} kind={index === 0 ? 'primary' : 'plain'} onPress={() => setOpen(act)}>
            {t(`act.${act}`)}
          </Button>
        ))}
      </div>
      <Part name="what" title={t('facilities.improvement.what')}>
        {row.state === 'open' && (
          <div>
            <DueMark
              due={row.dueOn as Day}
              reason={{ title: t('facilities.improvement.why_due'), article: null, steps: [] }}
            />
          </div>
        )}
        {item && <p className="soft">{item.title[t.lang]}</p>}
        <RowFacts
          record={improvement}
          row={row}
          names={[
            'finding',
            'measure',
            'owner',
            'dueOn',
            'postponedWhy',
            'doneOn',
            'doneBy',
            'evidence',
            'verifiedAt',
            'verifyNote',
          ]}
        />
        <p className="soft small">
          {t('facilities.improvement.asked_by')} <OfficeName id={row.office} /> ·{' '}
          <Link href={subjectHref({ record: 'facilityReview', id: row.review as string })}>
            {t('facilities.improvement.review')}
          </Link>
        </p>
      </Part>
      {open === 'improvement.report' && (
        <ImprovementDialog
          row={row}
          act={open}
          names={['doneOn', 'evidence']}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'improvement.postpone' && (
        <ImprovementDialog
          row={row}
          act={open}
          names={['dueOn', 'postponedWhy']}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'improvement.verify' && <VerifyDialog row={row} onClose={() => setOpen(null)} />}
    </Page>
  );
}

function ImprovementDialog({
  row,
  act,
  names,
  onClose,
}: {
  row: PartRow;
  act: string;
  names: readonly string[];
  onClose: () => void;
}) {
  const usual: Record<string, unknown> = { doneOn: dayOf(readClock()), dueOn: row.dueOn };
  return (
    <FacilityFields
      act={act}
      record={improvement}
      names={names}
      subject={{ record: 'improvement', id: row.id }}
      begin={Object.fromEntries(names.map(name => [name, usual[name] ?? null]))}
      onClose={onClose}
    />
  );
}
