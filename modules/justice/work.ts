/* What waits at the desks of the three bodies: reports that were handed over and nobody has taken up, and exhibits somebody says she handed to us. */
import type { WorkSource } from '../../kernel/record/work.ts';

export const justiceWork: readonly WorkSource[] = [
  {
    kind: 'report_to_take_up',
    record: 'crimeReport',
    roles: ['investigator'],
    rows: ({ reach }) =>
      `crime_report r where r.to_office = any (${reach}) and r.state = 'handed_over' order by r.received_at limit 50`,
    caption: 'r.number',
    person: 'null',
  },
  {
    kind: 'exhibit_to_confirm',
    record: 'exhibit',
    roles: ['investigator', 'procurator', 'judge_clerk'],
    rows: ({ officer }) =>
      `exhibit r where r.next_holder = ${officer} and r.state = 'handing_over' order by r.last_at limit 50`,
    caption: 'r.number',
    person: 'null',
  },
];
