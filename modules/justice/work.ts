/* What waits at the desks of the three bodies: reports that were handed over and nobody has taken up, exhibits somebody says she handed to us;
 * and, at the desks of those who hold a file, that somebody asks for it. */

import { snake } from '../../kernel/record/record.ts';
import type { WorkSource } from '../../kernel/record/work.ts';
import { fileRoles } from '../agencies/index.ts';
import { besides, type receiptKinds, receiptOf, stepKinds, steps } from './lists.ts';

/** Per case or report, the first limit that is past or falls due within the week and is mine: it carries my name or nobody's. Whoever heads the office has all of them on the board. */
const nearest =
  (of: 'criminal_case' | 'crime_report'): WorkSource['rows'] =>
  ({ reach, officer }) =>
    `(select d.${of} as file, min(d.due_on) as due_on, min(d.duty::text)::uuid as duty from deadline d
    where d.duty = any (${reach}) and d.force = 'binds' and d.due_by < now() + interval '8 days' and (d.duty_officer is null or d.duty_officer = ${officer})
      and d.${of} is not null group by 1) d join ${of} r on r.id = d.file order by d.due_on limit 50`;
const limitDue = {
  caption: 'r.number',
  person: 'null',
  due: 'd.due_on',
  advisory: 'false',
  office: 'd.duty',
};

const quoted = (words: readonly string[]): string => words.map(word => `'${word}'`).join(', ');
/**
 * Cases whose file was sent to us and of which nobody here noted that it came. The limits that begin with it only advise until then, and it is along these that the cases are found.
 * @param families the limits that begin with the file, or with its being sent.
 */
const fileToReceive = (
  receipt: (typeof receiptKinds)[number],
  role: string,
  families: readonly string[],
): WorkSource => {
  const { from, by } = steps[receipt];
  const [state, seat] = [from[0]!, snake(by[0]!)];
  const sent = stepKinds.filter(kind => receiptOf[kind] === receipt);
  return {
    kind: 'file_to_receive',
    record: 'criminalCase',
    roles: [role],
    rows: ({ reach }) =>
      `criminal_case r where r.state = '${state}' and r.${seat} = any (${reach})
        and r.id in (select d.criminal_case from deadline d where d.duty = any (${reach}) and d.force = 'advises' and d.limit_family in (${quoted(families)}))
        and (select s.step_kind from case_step s where s.criminal_case = r.id and s.step_kind not in (${quoted(besides)})
               order by s.on_day desc, s.made_at desc, s.id desc limit 1) in (${quoted(sent)})
      order by r.changed_at limit 50`,
    caption: 'r.number',
    person: 'null',
    office: `r.${seat}`,
  };
};

export const justiceWork: readonly WorkSource[] = [
  { kind: 'limit_due', record: 'criminalCase', rows: nearest('criminal_case'), ...limitDue },
  {
    kind: 'limit_due',
    record: 'crimeReport',
    roles: ['investigator', 'procurator', 'police_officer', 'border_officer'],
    rows: nearest('crime_report'),
    ...limitDue,
  },
  fileToReceive('procuracy_received', 'procurator', ['prosecution.decide', 'prosecution.returned']),
  fileToReceive('handler_received', 'investigator', [
    'investigation.supplementary_vks',
    'investigation.supplementary_court',
    'investigation.re',
  ]),
  fileToReceive('appeal_procuracy_received', 'procurator', ['appeal.vks_study']),
  {
    kind: 'report_to_hand_over',
    record: 'crimeReport',
    roles: ['police_officer', 'border_officer'],
    rows: ({ reach }) =>
      `crime_report r where r.office = any (${reach}) and r.state = 'taken' and r.taken_by_commune = 'yes' order by r.received_at limit 50`,
    caption: 'r.number',
    person: 'null',
  },
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
