/* What waits at the desks of the three about key cases: a vote and a signature of the head, the progress of the week from whose turn the case is, minutes that were not written, a day
 * that was agreed. All of it was agreed between offices and is no limit of the law, so nothing here is ever overdue. */
import type { WorkSource } from '../../kernel/record/work.ts';
import { workedKeyCase } from './key-lists.ts';
import { seatOfState } from './lists.ts';

const ours = (reach: string) =>
  `(r.handler = any (${reach}) or r.procuracy = any (${reach}) or r.court = any (${reach}))`;
/** The seats of ours, as a list of their names. */
const ourSeats = (reach: string) =>
  `array_remove(array[case when r.handler = any (${reach}) then 'handler' end, case when r.procuracy = any (${reach}) then 'procuracy' end, case when r.court = any (${reach}) then 'court' end], null)`;
const worked = `r.state in (${workedKeyCase.map(state => `'${state}'`).join(', ')})`;

/** The office of the three whose turn a case is, by its state: while the appeal is heard above, the court below answers. */
export const officeInTurn = (keyCase: string, file: string): string => {
  const statesOf = (seat: string) =>
    Object.entries(seatOfState)
      .filter(([, each]) => (each === 'appealCourt' ? 'court' : each) === seat)
      .map(([state]) => `'${state}'`)
      .join(', ');
  return `case when ${file}.state in (${statesOf('procuracy')}) then ${keyCase}.procuracy when ${file}.state in (${statesOf('court')}) then ${keyCase}.court else ${keyCase}.handler end`;
};

const monday = "date_trunc('week', ct.today())::date";

export const keyCaseWork: readonly WorkSource[] = [
  {
    kind: 'key_case_to_vote',
    record: 'keyCase',
    forHeads: true,
    rows: ({ reach }) =>
      `key_case r where r.state in ('proposed', 'ending_asked') and ${ours(reach)}
         and not exists (select from key_case_vote v join key_case_round q on q.id = v.round where v.key_case = r.id and q.turn = r.rounds and v.seat = any (${ourSeats(reach)}))
       order by r.proposed_on limit 50`,
    caption: 'r.number',
    person: 'null',
  },
  {
    kind: 'key_case_to_sign',
    record: 'keyCase',
    forHeads: true,
    rows: ({ reach }) =>
      `key_case r where ${ours(reach)}
         and exists (select from key_case_paper p where p.key_case = r.id and p.state = 'awaiting'
           and not exists (select from key_case_signature s where s.paper = p.id and s.seat = any (${ourSeats(reach)})))
       order by r.proposed_on limit 50`,
    caption: 'r.number',
    person: 'null',
  },
  {
    kind: 'key_case_week',
    record: 'keyCase',
    rows: ({ reach }) =>
      `key_case r join criminal_case c on c.id = r.criminal_case where ${worked} and ${ours(reach)} and ${officeInTurn('r', 'c')} = any (${reach})
         and r.agreed_on <= ${monday}
         and not exists (select from key_case_progress p where p.key_case = r.id and p.week_from = ${monday})
       order by r.proposed_on limit 50`,
    due: `${monday} + 4`,
    caption: 'r.number',
    person: 'null',
  },
  {
    kind: 'key_case_minutes',
    record: 'keyCase',
    rows: ({ reach }) =>
      `key_case r where exists (select from key_case_meeting m where m.key_case = r.id and m.office = any (${reach}) and m.state = 'planned' and m.meets_at < now())
       order by r.proposed_on limit 50`,
    caption: 'r.number',
    person: 'null',
  },
  {
    kind: 'key_case_target',
    record: 'keyCase',
    rows: ({ reach }) =>
      `key_case r join criminal_case c on c.id = r.criminal_case join lateral (
           select min(g.aim_on) as aim_on from key_case_target g where g.key_case = r.id and g.state = 'standing' and g.aim_on <= ct.today() + 14
              and not exists (select from case_step s where s.criminal_case = r.criminal_case and s.step_kind = g.step_kind and s.made_at >= g.made_at)) next on next.aim_on is not null
        where ${worked} and ${ours(reach)} and ${officeInTurn('r', 'c')} = any (${reach})
       order by next.aim_on limit 50`,
    due: 'next.aim_on',
    caption: 'r.number',
    person: 'null',
  },
];
