/* What visits found and what has to be put right, of one facility, the newest first. */
import { type Day, formatDay } from '../../../kernel/day.ts';
import { codeLabel, fieldLabel } from '../../../web/labels.ts';
import { OfficeName } from '../../../web/names.tsx';
import { useRecords } from '../../../web/queries.ts';
import { useText } from '../../../web/text.ts';
import { StateMark } from '../../../web/ui/marks.tsx';
import { ProblemState } from '../../../web/ui/states.tsx';
import { Table } from '../../../web/ui/table.tsx';
import { ExportList } from '../../exchange/web/export-list.tsx';
import { Part } from '../../people/web/path-part.tsx';
import type { Standing } from '../counts.ts';
import { ImprovementTable } from './improvement-table.tsx';
import { StandingMark } from './marks.tsx';
import type { FacilityShown } from './use-board.ts';

export function FacilityFindings({ one }: { one: FacilityShown }) {
  const t = useText();
  const filter = { facility: { is: one.id } };
  const reviews = useRecords('facilityReview', {
    filter,
    sort: { by: 'visitedOn', descending: true },
    limit: 25,
  });
  const rows = reviews.data?.pages.flatMap(page => page.rows) ?? [];
  const label = (name: string) => fieldLabel(t, 'facilityReview', name);
  return (
    <>
      <Part name="reviews" title={t('facilities.part.reviews')}>
        {reviews.error ? (
          <ProblemState error={reviews.error} />
        ) : (
          <Table
            caption={t('facilities.part.reviews')}
            rows={rows}
            loading={reviews.isPending}
            keyOf={row => row.id}
            hrefOf={row => `/facility-reviews/${row.id}`}
            foot={<ExportList record="facilityReview" filter={filter} />}
            empty={<p className="soft">{t('facilities.reviewed_never')}</p>}
            columns={[
              {
                name: 'visitedOn',
                title: label('visitedOn'),
                lead: true,
                cell: row => formatDay(row.visitedOn as Day, t.lang),
              },
              {
                name: 'reviewKind',
                title: label('reviewKind'),
                cell: row => codeLabel(t, 'facilityReviewKind', row.reviewKind as string),
              },
              {
                name: 'office',
                title: t('facilities.review.by'),
                cell: row => <OfficeName id={row.office as string} short />,
              },
              {
                name: 'result',
                title: label('result'),
                cell: row =>
                  row.result ? (
                    <StandingMark standing={row.result as Standing} />
                  ) : (
                    <StateMark tone="active">
                      {codeLabel(t, 'facilityReviewState', row.state as string)}
                    </StateMark>
                  ),
              },
            ]}
          />
        )}
      </Part>
      <Part name="improvements" title={t('facilities.part.improvements')}>
        <ImprovementTable filter={filter} withFacility={false} />
      </Part>
    </>
  );
}
