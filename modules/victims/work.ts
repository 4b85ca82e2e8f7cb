/* What waits about verifying and identifying: requests to answer, answers owed or refused, findings to settle, what is to be verified anew because neither stands, statements to ask for. */
import type { WorkSource } from '../../kernel/record/work.ts';
import { toVerifyAnewSql } from './anew.ts';

const request = {
  record: 'verification',
  due: 'r.due_on',
  rule: 'r.rule',
  start: 'r.received_on',
  advisory: "r.advisory = 'yes'",
  caption: 'r.number',
} as const;

export const victimWork: readonly WorkSource[] = [
  {
    ...request,
    kind: 'verification_to_answer',
    rows: ({ reach }) =>
      `verification r where r.to_office = any (${reach}) and r.state = 'sent' order by r.due_on nulls last limit 100`,
  },
  {
    ...request,
    kind: 'verification_waiting',
    rows: ({ reach }) =>
      `verification r where r.office = any (${reach}) and r.state = 'sent' order by r.due_on nulls last limit 100`,
  },
  {
    kind: 'verification_refused',
    record: 'verification',
    rows: ({ reach }) =>
      `verification r where r.office = any (${reach}) and r.state = 'refused' and r.answered_at > now() - interval '30 days'
        and not exists (select from verification n where n.renews = r.id) order by r.answered_at desc limit 50`,
    caption: 'r.number',
  },
  {
    kind: 'answer_owed_below',
    record: 'owedAnswer',
    rows: ({ reach }) =>
      `owed_answer r where r.to_office = any (${reach}) and r.state = 'open' order by r.received_on limit 100`,
    due: 'r.due_on',
    advisory: "r.advisory = 'yes'",
    caption: 'r.request_number',
    person: 'null',
  },
  {
    kind: 'settlement_to_answer',
    record: 'settlement',
    rows: ({ reach }) =>
      `settlement r where r.to_office = any (${reach}) and r.state = 'proposed' order by r.made_at limit 50`,
  },
  {
    kind: 'settlement_to_decide',
    record: 'settlement',
    rows: ({ reach }) =>
      `settlement r where r.superior = any (${reach}) and r.state = 'with_superior' order by r.answered_at limit 50`,
  },
  {
    kind: 'neither_stands',
    record: 'settlement',
    rows: ({ reach }) => toVerifyAnewSql(reach),
    caption: 'r.file_number',
    office: 'r.kept_by',
  },
  {
    kind: 'statement_to_ask_for',
    record: 'statementNotice',
    rows: ({ reach }) =>
      `statement_notice r where r.to_office = any (${reach}) order by r.made_at desc limit 50`,
    due: 'r.from_day',
    caption: 'r.file_number',
  },
];
