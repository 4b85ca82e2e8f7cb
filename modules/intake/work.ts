/* What waits for whoever began an intake, a screening or an assessment, and left it. */
import type { WorkSource } from '../../kernel/record/work.ts';

const aboutSomebody = (kind: 'screening' | 'assessment'): WorkSource => ({
  kind: `${kind}_to_finish`,
  record: 'draft',
  opensFile: true,
  rows: ({ officer }) =>
    `draft r where r.kept_by = ${officer} and r.state = 'open' and r.draft_kind = '${kind}' order by r.changed_at desc limit 20`,
  caption: "coalesce((select p.number from person p where p.id = r.person), '')",
});

export const intakeWork: readonly WorkSource[] = [
  {
    kind: 'draft_to_finish',
    record: 'draft',
    rows: ({ officer }) =>
      `draft r where r.kept_by = ${officer} and r.state = 'open' and r.draft_kind = 'intake' order by r.changed_at desc limit 20`,
    caption: "coalesce(r.step, '')",
    person: 'null',
  },
  aboutSomebody('screening'),
  aboutSomebody('assessment'),
];
