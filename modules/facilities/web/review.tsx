/*
 * A visit with its checklist. While it is under way each line is answered and kept at once, so that a tablet that goes dark loses nothing; what is not met says what was
 * seen. Each line says where it comes from: most are practice, not law. Finished, the same page is the report.
 */
import { useState } from 'react';
import { Link } from 'wouter';
import { type Day, formatDay } from '../../../kernel/day.ts';
import type { Standard } from '../../../rules/schema.ts';
import type { Row } from '../../../web/datasource.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName, OfficerName } from '../../../web/names.tsx';
import { issuesByField } from '../../../web/problems.ts';
import { usePost, useRecord, useRecords } from '../../../web/queries.ts';
import type { ScreenProps } from '../../../web/routes.tsx';
import { useRules } from '../../../web/rules.ts';
import { Page } from '../../../web/shell/page.tsx';
import { useText } from '../../../web/text.ts';
import { Button } from '../../../web/ui/button.tsx';
import { ErrorSummary } from '../../../web/ui/error-summary.tsx';
import { TextArea } from '../../../web/ui/field.tsx';
import { StateMark } from '../../../web/ui/marks.tsx';
import { LoadingState, ProblemState } from '../../../web/ui/states.tsx';
import { may, type PartRow } from '../../people/web/path-data.ts';
import { Part } from '../../people/web/path-part.tsx';
import { RowFacts } from '../../people/web/path-words.tsx';
import type { Standing } from '../counts.ts';
import { facilityReview } from '../record.ts';
import { ChecklistLine } from './checklist-line.tsx';
import { FacilityName, ImprovementTable } from './improvement-table.tsx';
import { StandingMark } from './marks.tsx';
import { useFacilityAct } from './use-board.ts';
import './facilities.css';

export default function Review({ params }: ScreenProps) {
  const t = useText();
  const { data: row, error, refetch } = useRecord('facilityReview', params.id ?? '');
  const { data: rules } = useRules();
  const list = row && rules?.standards.find(one => one.id === row.standard);
  if (row && list) return <One row={row as PartRow} list={list} />;
  return (
    <Page title={t('facilities.review.one')}>
      {error ? <ProblemState error={error} onRetry={() => void refetch()} /> : <LoadingState rows={8} />}
    </Page>
  );
}

/** The last answer to each line. */
function useAnswers(review: string): ReadonlyMap<string, Row> {
  const query = useRecords('standardsCheck', { filter: { review: { is: review } }, limit: 100 });
  const rows = query.data?.pages.flatMap(page => page.rows) ?? [];
  const last = new Map<string, Row>();
  for (const row of rows) if (!last.has(row.item as string)) last.set(row.item as string, row);
  return last;
}

function One({ row, list }: { row: PartRow; list: Standard }) {
  const t = useText();
  const answers = useAnswers(row.id);
  const mayFinish = may(row, 'facilityReview.finish');
  const ours = usePost()?.office === row.office;
  const answered = list.items.filter(item => answers.has(item.code)).length;
  return (
    <Page
      title={t('facilities.review.title', { number: row.number as string })}
      lead={
        <>
          <Link href={`/facilities/${row.facility as string}`}>
            <FacilityName id={row.facility as string} />
          </Link>{' '}
          · {formatDay(row.visitedOn as Day, t.lang)} · <OfficeName id={row.office} short />
        </>
      }
      actions={
        row.result ? (
          <StandingMark standing={row.result as Standing} />
        ) : (
          <StateMark tone="active">{codeLabel(t, 'facilityReviewState', row.state as string)}</StateMark>
        )
      }
    >
      <Part name="visit" title={t('facilities.review.visit')}>
        <RowFacts
          record={facilityReview}
          row={row}
          names={['reviewKind', 'visitedOn', 'announced', 'withWhom', 'summary']}
        />
        <p className="soft small">
          {t('facilities.review.made_by')} <OfficerName id={row.madeBy} titled /> · {list.title[t.lang]},{' '}
          {t('facilities.review.version', { version: list.version })}
        </p>
        <p className="soft small">{t('facilities.review.practice')}</p>
      </Part>
      {list.domains.map(domain => (
        <section key={domain.code} className="card part" aria-labelledby={`domain-${domain.code}`}>
          <h2 id={`domain-${domain.code}`}>{domain.title[t.lang]}</h2>
          {list.items
            .filter(item => item.domain === domain.code)
            .map(item => (
              <ChecklistLine
                key={item.code}
                review={row}
                item={item}
                answer={answers.get(item.code) ?? null}
                open={mayFinish}
                ours={ours}
              />
            ))}
        </section>
      ))}
      {mayFinish && <Finish row={row} left={list.items.length - answered} />}
      {row.state === 'finished' && (
        <Part name="improvements" title={t('facilities.part.improvements')}>
          <ImprovementTable filter={{ review: { is: row.id } }} withFacility={false} />
        </Part>
      )}
    </Page>
  );
}

function Finish({ row, left }: { row: PartRow; left: number }) {
  const t = useText();
  const [summary, setSummary] = useState('');
  const doing = useFacilityAct('facilityReview.finish');
  const label = fieldLabel(t, 'facilityReview', 'summary');
  return (
    <Part name="finish" title={t('act.facilityReview.finish')} lead={t('facilities.review.left', { left })}>
      <ErrorSummary error={doing.error} labelOf={() => label} />
      <TextArea
        name="summary"
        label={label}
        hint={t('facilities.review.summary_hint')}
        required
        maxLength={4000}
        error={issuesByField(t, doing.error).summary}
        value={summary}
        onChange={setSummary}
      />
      <div>
        <Button
          kind="primary"
          isPending={doing.isPending}
          onPress={() =>
            void doing
              .act({ summary: summary || null }, { record: 'facilityReview', id: row.id })
              .catch(() => undefined)
          }
        >
          {t('act.facilityReview.finish')}
        </Button>
      </div>
    </Part>
  );
}
