/* What waits about keeping and erasing: reviews that fell due, and those a second officer must approve. */
import type { WorkSource } from '../../kernel/record/work.ts';

const review = {
  record: 'retentionReview',
  caption: 'r.file_number',
  person: 'null',
  office: 'r.file_office',
} as const;

export const retentionWork: readonly WorkSource[] = [
  {
    ...review,
    kind: 'review_due',
    roles: ['administrator'],
    rows: () => `retention_review r where r.state = 'due' order by r.due_on limit 50`,
    due: 'r.due_on',
  },
  {
    ...review,
    kind: 'review_to_approve',
    roles: ['administrator', 'auditor'],
    rows: ({ officer }) =>
      `retention_review r where r.state = 'proposed' and r.proposed_by <> ${officer} order by r.proposed_at limit 50`,
  },
];
