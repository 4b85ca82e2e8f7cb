/* What waits for whoever began an intake and left it. */
import type { WorkSource } from '../../kernel/record/work.ts';

export const intakeWork: readonly WorkSource[] = [
  {
    kind: 'draft_to_finish',
    record: 'draft',
    rows: ({ officer }) =>
      `draft r where r.kept_by = ${officer} and r.state = 'open' order by r.changed_at desc limit 20`,
    caption: "coalesce(r.step, '')",
    person: 'null',
  },
];
