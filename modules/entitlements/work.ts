/* What waits about support the law gives: applications to decide, grants not yet paid out. */
import type { WorkSource } from '../../kernel/record/work.ts';
import { supportingRoles } from './roles.ts';

/** Granted, and not all of it paid or anything handed over: as the index beside the record says it. */
const unpaid = "d.decision_outcome = 'granted' and (d.handed_over = 0 or d.paid < d.amount)";

export const entitlementWork: readonly WorkSource[] = [
  {
    kind: 'application_to_decide',
    record: 'supportApplication',
    rows: ({ reach }) =>
      `support_application r where r.to_office = any (${reach}) and r.state in ('with_commune', 'with_district', 'to_decide') order by r.due_on nulls last limit 100`,
    due: 'r.due_on',
    rule: 'r.rule',
    start: 'r.step_on',
    advisory: "r.advisory = 'yes'",
    caption: 'r.number',
  },
  {
    kind: 'grant_unpaid',
    record: 'supportApplication',
    roles: supportingRoles,
    rows: ({ reach }) =>
      `support_application r where r.state = 'decided' and r.id = any (array(select d.application from support_decision d where d.office = any (${reach}) and ${unpaid} order by d.decided_on limit 100)) order by r.decided_on limit 100`,
    caption: 'r.number',
  },
];
