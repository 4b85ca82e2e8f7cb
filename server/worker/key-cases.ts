/* The week of a key case that nobody told about: brought to mind once, after it is over, at the office whose turn the case is. It reminds and makes nobody late. */
import type { Instant } from '../../kernel/day.ts';
import { officeInTurn } from '../../modules/justice/index.ts';
import type { Db } from '../db/door.ts';
import { tell } from '../ledger/write.ts';
import { notify } from './notify.ts';

const lastWeek = "(date_trunc('week', ct.today())::date - 7)";

/** @returns how many key cases were brought to mind. A week that had begun when the three agreed is not asked for. */
export async function remindOfWeeks(db: Db, now: Instant): Promise<number> {
  const silent = await db.query<{ id: string; office: string }>(
    `update key_case k set reminded_week = ${lastWeek}, changed_at = $1, version = k.version + 1
       from criminal_case c
      where c.id = k.criminal_case and k.id in (
        select id from key_case q
         where q.state in ('agreed', 'ending_asked') and q.agreed_on <= ${lastWeek} and (q.reminded_week is null or q.reminded_week < ${lastWeek})
           and not exists (select from key_case_progress p where p.key_case = q.id and p.week_from = ${lastWeek})
         limit 500)
      returning k.id, ${officeInTurn('k', 'c')} as office`,
    [now],
  );
  for (const { id, office } of silent) {
    await notify(db, now, 'key_case_week_missing', office, 'keyCase', id);
    await tell(db, null, now, {
      kind: 'system',
      name: 'keyCase.remind',
      subjectRecord: 'keyCase',
      subject: id,
      persons: [],
    });
  }
  return silent.length;
}
