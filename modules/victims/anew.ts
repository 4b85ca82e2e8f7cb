/* Where neither of two contradicting findings stands, nobody's word holds and the file would rest: it waits with the office that keeps it until somebody is asked to verify
 * anew, or a competent body finds. Said twice, for the list of work and for the person's page; tests/stories/neither-stands.test.ts holds both to the same. */
import type { Instant } from '../../kernel/day.ts';

type Read = Readonly<Record<string, unknown>>;

const settledAt = (row: Read): Instant => (row.decidedAt ?? row.answeredAt) as Instant;

/** The settlements of a file after which it is still to be verified anew. */
export function toVerifyAnew<Row extends Read>(
  settlements: readonly Row[],
  verifications: readonly Read[],
  assertions: readonly Read[],
): Row[] {
  return settlements.filter(row => {
    if ((row.state !== 'agreed' && row.state !== 'decided') || row.stands) return false;
    const since = settledAt(row);
    const asked = verifications.some(
      one => one.state === 'sent' || (one.state !== 'withdrawn' && (one.madeAt as Instant) > since),
    );
    const found = assertions.some(
      one =>
        (one.assertionKind === 'identified' || one.assertionKind === 'found_by_court') &&
        (one.madeAt as Instant) > since,
    );
    return !asked && !found;
  });
}

/** The same over open files `p` of the offices in reach, as SQL after `from`. */
export const toVerifyAnewSql = (reach: string): string =>
  `(select s.*, coalesce(s.decided_at, s.answered_at) as settled_at, p.number as file_number, p.office as kept_by from settlement s join person p on p.id = s.person
      where s.stands is null and s.state in ('agreed', 'decided') and p.office = any (${reach}) and p.state = 'open') r
    where not exists (select from verification v where v.person = r.person and (v.state = 'sent' or (v.state <> 'withdrawn' and v.made_at > r.settled_at)))
      and not exists (select from assertion a where a.person = r.person and a.assertion_kind in ('identified', 'found_by_court') and a.made_at > r.settled_at)
    order by r.settled_at limit 50`;
