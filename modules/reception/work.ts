/* What waits at reception: groups with people not yet received, and what was decided in a child's best interests and wants looking at again. */
import type { WorkSource } from '../../kernel/record/work.ts';
import { fileRoles } from '../agencies/index.ts';

export const receptionWork: readonly WorkSource[] = [
  {
    kind: 'group_waiting',
    record: 'groupArrival',
    rows: ({ reach }) =>
      `group_arrival r where r.office = any (${reach}) and r.state = 'open' and exists (select from group_line l where l.group_arrival = r.id and l.line_state = 'waiting') order by r.handed_over_at limit 50`,
    caption: 'r.number',
    person: 'null',
  },
  {
    // The work is on the child's file: a step has no page of its own.
    kind: 'interests_to_review',
    record: 'person',
    reads: 'bestInterests',
    // Others see a person by broken glass or a share, and no steps of a child's best interests.
    roles: fileRoles,
    rows: ({ reach }) =>
      `best_interests r join person p on p.id = r.person where r.office = any (${reach}) and r.review_on is not null and p.state = 'open' and not exists (select from best_interests n where n.person = r.person and n.interest_step in ('decision', 'review') and (n.made_at, n.id) > (r.made_at, r.id)) order by r.review_on limit 50`,
    id: 'r.person',
    caption: 'p.number',
    due: 'r.review_on',
    rule: 'r.review_rule',
    start: 'r.done_on',
  },
];
