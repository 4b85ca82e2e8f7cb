/* What waits for people at their desks about files themselves: broken glass to look into, likenesses to decide. */
import type { WorkSource } from '../../kernel/record/work.ts';
import { fileRoles } from '../agencies/index.ts';

/** Broken glass that is over and waits for the first or the second finding, of somebody else than whoever broke it or has found already. */
const toReview = (me: string): string =>
  `(r.ended_at is not null or r.until <= now()) and r.second_by is null and r.officer <> ${me} and r.reviewed_by is distinct from ${me}`;

export const peopleWork: readonly WorkSource[] = [
  {
    kind: 'exception_to_review',
    record: 'exceptionAccess',
    roles: ['auditor'],
    rows: ({ officer }) => `exception_access r where ${toReview(officer)} order by r.made_at limit 50`,
  },
  {
    kind: 'exception_to_review',
    record: 'exceptionAccess',
    roles: fileRoles,
    rows: ({ reach, officer }) =>
      `exception_access r join person p on p.id = r.person and p.office = any (${reach}) where ${toReview(officer)} order by r.made_at limit 50`,
  },
  {
    kind: 'likeness_to_decide',
    record: 'likeness',
    rows: ({ reach }) =>
      `likeness r where r.office = any (${reach}) and r.verdict = 'open' order by r.made_at desc limit 50`,
    caption: 'r.level',
    file: '(select p.number from person p where p.id = r.person)',
  },
];
