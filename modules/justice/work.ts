/* What waits at the desks of the three bodies: reports that were handed over and nobody has taken up, exhibits somebody says she handed to us;
 * and, at the desks of those who hold a file, that somebody asks for it. */
import type { WorkSource } from '../../kernel/record/work.ts';
import { fileRoles } from '../agencies/index.ts';

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
  {
    kind: 'participation_asked',
    record: 'participation',
    roles: fileRoles,
    rows: ({ reach }) =>
      `participation r where r.to_office = any (${reach}) and r.state = 'asked' order by r.made_at limit 50`,
    caption: 'r.file_number',
  },
  {
    kind: 'statement_asked',
    record: 'statementRequest',
    roles: fileRoles,
    rows: ({ reach }) =>
      `statement_request r where r.to_office = any (${reach}) and (r.state = 'asked' or (r.state = 'not_yet' and r.ask_again_on <= ct.today())) order by r.made_at limit 50`,
    caption: 'r.file_number',
  },
];
