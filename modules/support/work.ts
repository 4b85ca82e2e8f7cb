/* What waits about helping: planned actions, follow-ups, assessments and looks at a plan that are due, and files whose closing or re-opening a head must confirm. */
import type { WorkSource } from '../../kernel/record/work.ts';

const toConfirm =
  (change: 'close' | 'reopen'): WorkSource['rows'] =>
  ({ reach }) =>
    `file_decision r where r.office = any (${reach}) and r.state = 'asked' and r.change = '${change}' order by r.made_at limit 50`;

export const supportWork: readonly WorkSource[] = [
  {
    kind: 'action_due',
    record: 'planAction',
    rows: ({ reach }) =>
      `plan_action r where r.to_office = any (${reach}) and r.state = 'open' order by r.due_on limit 100`,
    due: 'r.due_on',
    caption: 'r.file_number',
  },
  {
    kind: 'follow_up_due',
    record: 'followUp',
    rows: ({ reach }) =>
      `follow_up r where r.to_office = any (${reach}) and r.state = 'planned' and r.due_on <= ct.today() + 14 order by r.due_on limit 100`,
    due: 'r.due_on',
    rule: 'r.rule',
    start: 'r.planned_from',
    caption: 'r.file_number',
  },
  {
    kind: 'assessment_due',
    record: 'assessment',
    opensFile: true,
    rows: ({ reach }) =>
      `assessment r where r.office = any (${reach}) and r.state = 'current' and r.next_due <= ct.today() + 14 order by r.next_due limit 100`,
    due: 'r.next_due',
    rule: 'r.rule',
    start: 'r.next_from',
    caption: 'r.file_number',
  },
  {
    kind: 'plan_review_due',
    record: 'supportPlan',
    opensFile: true,
    rows: ({ reach }) =>
      `support_plan r where r.office = any (${reach}) and r.state = 'open' and r.review_due <= ct.today() + 14 order by r.review_due limit 100`,
    due: 'r.review_due',
    rule: 'r.rule',
    start: 'coalesce(r.agreed_on, r.opened_on)',
    caption: 'r.file_number',
  },
  {
    kind: 'closing_to_approve',
    record: 'fileDecision',
    forHeads: true,
    rows: toConfirm('close'),
    caption: 'r.file_number',
  },
  {
    kind: 'reopening_to_confirm',
    record: 'fileDecision',
    forHeads: true,
    rows: toConfirm('reopen'),
    caption: 'r.file_number',
  },
];
