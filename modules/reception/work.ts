/* What waits at reception: groups with people not yet received, and what was decided in a child's best interests and wants looking at again. */
import type { WorkSource } from '../../kernel/record/work.ts';

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
    kind: 'interests_to_review',
    record: 'bestInterests',
    opensFile: true,
    rows: ({ reach }) =>
      `best_interests r join person p on p.id = r.person where r.office = any (${reach}) and r.review_on is not null and p.state = 'open' and not exists (select from best_interests n where n.person = r.person and n.interest_step in ('decision', 'review') and (n.made_at, n.id) > (r.made_at, r.id)) order by r.review_on limit 50`,
    caption: 'p.number',
    due: 'r.review_on',
    rule: 'r.review_rule',
    start: 'r.done_on',
  },
];
