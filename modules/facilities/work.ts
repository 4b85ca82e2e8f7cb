/* What waits about houses: improvements to make and to look at, reviews to finish. */
import type { WorkSource } from '../../kernel/record/work.ts';

export const facilityWork: readonly WorkSource[] = [
  {
    kind: 'improvement_due',
    record: 'improvement',
    rows: ({ reach }) =>
      `improvement r where r.owner = any (${reach}) and r.state = 'open' order by r.due_on limit 100`,
    due: 'r.due_on',
    advisory: 'false',
    caption: 'r.number',
    person: 'null',
  },
  {
    kind: 'improvement_to_verify',
    record: 'improvement',
    rows: ({ reach }) =>
      `improvement r where r.office = any (${reach}) and r.state = 'done' order by r.done_on limit 100`,
    caption: 'r.number',
    person: 'null',
  },
  {
    kind: 'review_to_finish',
    record: 'facilityReview',
    rows: ({ reach }) =>
      `facility_review r where r.office = any (${reach}) and r.state = 'begun' order by r.visited_on limit 50`,
    caption: 'r.number',
    person: 'null',
  },
];
