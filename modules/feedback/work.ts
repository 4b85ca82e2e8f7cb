/* What waits about what people said of the help they had. */
import type { WorkSource } from '../../kernel/record/work.ts';

export const feedbackWork: readonly WorkSource[] = [
  {
    kind: 'complaint_waiting',
    record: 'complaint',
    rows: ({ reach }) =>
      `complaint r where r.office = any (${reach}) and r.state <> 'closed' order by r.made_at limit 100`,
    due: 'r.answer_by',
    rule: "'practice.complaint_answer'",
    start: "(r.made_at at time zone 'Asia/Ho_Chi_Minh')::date",
    caption: 'r.number',
    person: 'null',
  },
];
