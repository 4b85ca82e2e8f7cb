/* What waits for me, due first: requests and referrals addressed to my offices, answers that came back, support that is due (actions, follow-ups, assessments), closings for
 * a head to approve, likely doubles to decide, drafts of mine. Every item opens its record; a limit that is only advisory never counts as overdue. */
import type { Actor } from '../kernel/act/act.ts';
import { type Day, dayOf, type Instant } from '../kernel/day.ts';
import type { Reason } from '../kernel/rule/reason.ts';
import { fileRoles, sharedWithRoles } from '../modules/agencies/index.ts';
import { supportingRoles } from '../modules/entitlements/index.ts';
import { getRecord } from '../modules/index.ts';
import type { Db } from './db/door.ts';
import { readingsOf } from './rows.ts';
import { termByRule } from './terms.ts';
import { comesOfAge, comesOfAgeOn, daysBefore } from './worker/consents.ts';

export interface WorkItem {
  readonly kind: string;
  readonly record: string;
  readonly id: string;
  readonly person: string | null;
  readonly caption: string;
  /** The number of the file, where the caption does not tell it. */
  readonly file: string | null;
  readonly due: Day | null;
  readonly state: 'overdue' | 'due_today' | 'due_soon' | 'running' | 'advisory' | 'none';
  readonly rule: string | null;
  readonly article: string | null;
  /** How the rule reached the day, for the screen to say in words. */
  readonly reasons: readonly Reason[];
  readonly since: Instant;
  readonly office: string | null;
}

interface Source {
  readonly kind: string;
  /** What the item opens. */
  readonly record: string;
  /** The record whose rows are read, where it is not the one that is opened. */
  readonly reads?: string;
  readonly sql: string;
  /** Only for these of the roles that see the record. */
  readonly roles?: readonly string[];
  /** The item opens the person's page instead of a page of its own. */
  readonly opensFile?: true;
  /** Only for whoever heads an office. */
  readonly forHeads?: true;
}

/** `start` is the day the rule counts from. */
const columns = (
  due: string,
  rule: string,
  advisory: string,
  caption: string,
  start = 'null::date',
  person = 'r.person',
  file = 'null',
) =>
  `r.id, ${person} as person, ${caption} as caption, ${file} as file, ${due} as due, ${rule} as rule, ${start} as start, ${advisory} as advisory, r.made_at as since, r.office`;

/** Broken glass that is over and waits for the first or the second finding, of somebody else than whoever broke it or has found already. */
const toReview = (me: string): string =>
  `(r.ended_at is not null or r.until <= now()) and r.second_by is null and r.officer <> ${me} and r.reviewed_by is distinct from ${me}`;

/** `$1` is the reach, `$2` the officer. Each walks an index of its own and stops after a hundred. */
const sources: readonly Source[] = [
  {
    kind: 'exception_to_review',
    record: 'exceptionAccess',
    roles: ['auditor'],
    sql: `select ${columns('null::date', 'null', 'true', "''")} from exception_access r where ${toReview('$2')} order by r.made_at limit 50`,
  },
  {
    kind: 'exception_to_review',
    record: 'exceptionAccess',
    roles: fileRoles,
    sql: `select ${columns('null::date', 'null', 'true', "''")} from exception_access r join person p on p.id = r.person and p.office = any ($1::uuid[]) where ${toReview('$2')} order by r.made_at limit 50`,
  },
  {
    kind: 'verification_to_answer',
    record: 'verification',
    sql: `select ${columns('r.due_on', 'r.rule', "r.advisory = 'yes'", 'r.number', 'r.received_on')} from verification r where r.to_office = any ($1::uuid[]) and r.state = 'sent' order by r.due_on nulls last limit 100`,
  },
  {
    kind: 'verification_waiting',
    record: 'verification',
    sql: `select ${columns('r.due_on', 'r.rule', "r.advisory = 'yes'", 'r.number', 'r.received_on')} from verification r where r.office = any ($1::uuid[]) and r.state = 'sent' order by r.due_on nulls last limit 100`,
  },
  {
    kind: 'verification_refused',
    record: 'verification',
    sql: `select ${columns('null::date', 'null', 'true', 'r.number')} from verification r where r.office = any ($1::uuid[]) and r.state = 'refused' and r.answered_at > now() - interval '30 days'
      and not exists (select from verification n where n.renews = r.id) order by r.answered_at desc limit 50`,
  },
  {
    kind: 'answer_owed_below',
    record: 'owedAnswer',
    sql: `select ${columns('r.due_on', 'null', "r.advisory = 'yes'", 'r.request_number', 'null::date', 'null::uuid')} from owed_answer r where r.to_office = any ($1::uuid[]) and r.state = 'open' order by r.received_on limit 100`,
  },
  {
    kind: 'settlement_to_answer',
    record: 'settlement',
    sql: `select ${columns('null::date', 'null', 'true', "''")} from settlement r where r.to_office = any ($1::uuid[]) and r.state = 'proposed' order by r.made_at limit 50`,
  },
  {
    kind: 'settlement_to_decide',
    record: 'settlement',
    sql: `select ${columns('null::date', 'null', 'true', "''")} from settlement r where r.superior = any ($1::uuid[]) and r.state = 'with_superior' order by r.answered_at limit 50`,
  },
  {
    kind: 'referral_to_answer',
    record: 'referral',
    roles: sharedWithRoles,
    sql: `select ${columns('r.remind_on', "'practice.referral_silence'", 'true', 'r.number', "(r.sent_at at time zone 'Asia/Ho_Chi_Minh')::date")} from referral r where r.to_office = any ($1::uuid[]) and r.state = 'sent' order by r.remind_on limit 100`,
  },
  {
    kind: 'referral_silent',
    record: 'referral',
    roles: sharedWithRoles,
    sql: `select ${columns('r.remind_on', "'practice.referral_silence'", 'true', 'r.number', "(r.sent_at at time zone 'Asia/Ho_Chi_Minh')::date")} from referral r where r.office = any ($1::uuid[]) and r.state = 'sent' and r.remind_on <= ct.today() order by r.remind_on limit 100`,
  },
  {
    kind: 'referral_returned',
    record: 'referral',
    roles: sharedWithRoles,
    sql: `select ${columns('null::date', 'null', 'true', 'r.number')} from referral r where r.office = any ($1::uuid[]) and r.state = 'returned' and r.answered_at > now() - interval '30 days' order by r.answered_at desc limit 50`,
  },
  {
    kind: 'referral_in_hand',
    record: 'referral',
    roles: sharedWithRoles,
    sql: `select ${columns('r.until', 'null', 'true', 'r.number')} from referral r where r.to_office = any ($1::uuid[]) and r.state = 'accepted' order by r.until limit 100`,
  },
  {
    kind: 'application_to_decide',
    record: 'supportApplication',
    sql: `select ${columns('r.due_on', 'r.rule', "r.advisory = 'yes'", 'r.number', 'r.step_on')} from support_application r where r.to_office = any ($1::uuid[]) and r.state in ('with_commune', 'with_district', 'to_decide') order by r.due_on nulls last limit 100`,
  },
  {
    kind: 'grant_unpaid',
    record: 'supportApplication',
    roles: supportingRoles,
    sql: `select ${columns('null::date', 'null', 'true', 'r.number')} from support_application r where r.state = 'decided' and exists (select from support_decision d where d.application = r.id and d.office = any ($1::uuid[]) and d.decision_outcome = 'granted' and (d.handed_over = 0 or d.paid < d.amount)) order by r.decided_on limit 100`,
  },
  {
    kind: 'action_due',
    record: 'planAction',
    sql: `select ${columns('r.due_on', 'null', 'true', 'r.file_number')} from plan_action r where r.to_office = any ($1::uuid[]) and r.state = 'open' order by r.due_on limit 100`,
  },
  {
    kind: 'follow_up_due',
    record: 'followUp',
    sql: `select ${columns('r.due_on', 'r.rule', 'true', 'r.file_number', 'r.planned_from')} from follow_up r where r.to_office = any ($1::uuid[]) and r.state = 'planned' and r.due_on <= ct.today() + 14 order by r.due_on limit 100`,
  },
  {
    kind: 'assessment_due',
    record: 'assessment',
    opensFile: true,
    sql: `select ${columns('r.next_due', 'r.rule', 'true', 'r.file_number', 'r.next_from')} from assessment r where r.office = any ($1::uuid[]) and r.state = 'current' and r.next_due <= ct.today() + 14 order by r.next_due limit 100`,
  },
  {
    kind: 'closing_to_approve',
    record: 'fileDecision',
    forHeads: true,
    sql: `select ${columns('null::date', 'null', 'true', 'r.file_number')} from file_decision r where r.office = any ($1::uuid[]) and r.state = 'asked' and r.change = 'close' order by r.made_at limit 50`,
  },
  {
    kind: 'reopening_to_confirm',
    record: 'fileDecision',
    forHeads: true,
    sql: `select ${columns('null::date', 'null', 'true', 'r.file_number')} from file_decision r where r.office = any ($1::uuid[]) and r.state = 'asked' and r.change = 'reopen' order by r.made_at limit 50`,
  },
  {
    kind: 'likeness_to_decide',
    record: 'likeness',
    sql: `select ${columns('null::date', 'null', 'true', 'r.level', 'null::date', 'r.person', '(select p.number from person p where p.id = r.person)')} from likeness r where r.office = any ($1::uuid[]) and r.verdict = 'open' order by r.made_at desc limit 50`,
  },
  {
    kind: 'statement_to_ask_for',
    record: 'statementNotice',
    sql: `select ${columns('r.from_day', 'null', 'true', 'r.file_number')} from statement_notice r where r.to_office = any ($1::uuid[]) order by r.made_at desc limit 50`,
  },
  {
    kind: 'group_waiting',
    record: 'groupArrival',
    sql: `select ${columns('null::date', 'null', 'true', 'r.number', 'null::date', 'null::uuid')} from group_arrival r where r.office = any ($1::uuid[]) and r.state = 'open' and exists (select from group_line l where l.group_arrival = r.id and l.line_state = 'waiting') order by r.handed_over_at limit 50`,
  },
  {
    // The work is on the child's file: a step has no page of its own.
    kind: 'interests_to_review',
    record: 'person',
    reads: 'bestInterests',
    // Others see a person by broken glass or a share, and no steps of a child's best interests.
    roles: fileRoles,
    sql: `select r.person as id, r.person, p.number as caption, r.review_on as due, r.review_rule as rule, r.done_on as start, true as advisory, r.made_at as since, r.office from best_interests r join person p on p.id = r.person where r.office = any ($1::uuid[]) and r.review_on is not null and p.state = 'open' and not exists (select from best_interests n where n.person = r.person and n.interest_step in ('decision', 'review') and (n.made_at, n.id) > (r.made_at, r.id)) order by r.review_on limit 50`,
  },
  {
    kind: 'consent_ending',
    record: 'consent',
    opensFile: true,
    sql: `select distinct on (r.person) ${columns('r.until', "'practice.consent_ending'", 'true', "coalesce((select p.number from person p where p.id = r.person), '')")} from consent r where r.office = any ($1::uuid[]) and r.given = 'yes' and r.withdrawn_at is null and r.until > ct.today() and r.until <= ct.today() + ${daysBefore} and exists (select from share s where s.consent = r.id and s.revoked_at is null) order by r.person, r.until limit 50`,
  },
  {
    kind: 'consent_of_age',
    record: 'consent',
    roles: fileRoles,
    opensFile: true,
    sql: `select distinct on (r.person) ${columns(comesOfAgeOn, 'null', 'true', 'p.number')} from consent r join person p on p.id = r.person where p.office = any ($1::uuid[]) and ${comesOfAge('ct.today()')} order by r.person limit 50`,
  },
  {
    kind: 'complaint_waiting',
    record: 'complaint',
    sql: `select ${columns('r.answer_by', "'practice.complaint_answer'", 'true', 'r.number', "(r.made_at at time zone 'Asia/Ho_Chi_Minh')::date", 'null::uuid')} from complaint r where r.office = any ($1::uuid[]) and r.state <> 'closed' order by r.made_at limit 100`,
  },
  {
    kind: 'review_due',
    roles: ['administrator'],
    record: 'retentionReview',
    sql: `select ${columns('r.due_on', 'null', 'true', 'r.file_number', 'null::date', 'null::uuid').replace('r.office', 'r.file_office as office')} from retention_review r where r.state = 'due' order by r.due_on limit 50`,
  },
  {
    kind: 'review_to_approve',
    record: 'retentionReview',
    roles: ['administrator', 'auditor'],
    sql: `select ${columns('null::date', 'null', 'true', 'r.file_number', 'null::date', 'null::uuid').replace('r.office', 'r.file_office as office')} from retention_review r where r.state = 'proposed' and r.proposed_by <> $2 order by r.proposed_at limit 50`,
  },
  {
    kind: 'improvement_due',
    record: 'improvement',
    sql: `select ${columns('r.due_on', 'null', 'false', 'r.number', 'null::date', 'null::uuid')} from improvement r where r.owner = any ($1::uuid[]) and r.state = 'open' order by r.due_on limit 100`,
  },
  {
    kind: 'improvement_to_verify',
    record: 'improvement',
    sql: `select ${columns('null::date', 'null', 'true', 'r.number', 'null::date', 'null::uuid')} from improvement r where r.office = any ($1::uuid[]) and r.state = 'done' order by r.done_on limit 100`,
  },
  {
    kind: 'review_to_finish',
    record: 'facilityReview',
    sql: `select ${columns('null::date', 'null', 'true', 'r.number', 'null::date', 'null::uuid')} from facility_review r where r.office = any ($1::uuid[]) and r.state = 'begun' order by r.visited_on limit 50`,
  },
  {
    kind: 'draft_to_finish',
    record: 'draft',
    sql: `select ${columns('null::date', 'null', 'true', "coalesce(r.step, '')", 'null::date', 'null::uuid')} from draft r where r.kept_by = $2 and r.state = 'open' order by r.changed_at desc limit 20`,
  },
];

type Raw = Omit<WorkItem, 'kind' | 'record' | 'state' | 'article' | 'reasons'> & {
  readonly advisory: boolean;
  readonly start: Day | null;
};

/** The article and the steps of an item's rule; nothing where no rule stands behind it. */
function explain({ rule, start }: Raw): { article: string | null; reasons: readonly Reason[] } {
  const term = rule && start ? termByRule(rule, start) : null;
  return { article: term?.article ?? null, reasons: term?.steps ?? [] };
}

function stateOf(raw: Raw, today: Day): WorkItem['state'] {
  if (raw.due === null) return raw.advisory && raw.rule ? 'advisory' : 'none';
  if (raw.advisory) return raw.due < today ? 'advisory' : raw.due === today ? 'due_today' : 'running';
  if (raw.due < today) return 'overdue';
  if (raw.due === today) return 'due_today';
  return Date.parse(raw.due) - Date.parse(today) <= 2 * 86_400_000 ? 'due_soon' : 'running';
}

const order: readonly WorkItem['state'][] = [
  'overdue',
  'due_today',
  'due_soon',
  'running',
  'advisory',
  'none',
];

export async function workOf(db: Db, actor: Actor, now: Instant): Promise<{ items: WorkItem[] }> {
  const today = dayOf(now);
  const mine = sources.filter(
    source =>
      (source.roles?.includes(actor.role) ?? true) &&
      (actor.head || !source.forHeads) &&
      readingsOf(getRecord(source.reads ?? source.record), actor.role).some(
        reading => reading.arm === 'held',
      ),
  );
  const found = await Promise.all(
    mine.map(async source => {
      const [usesReach, usesMe] = [source.sql.includes('$1'), source.sql.includes('$2')];
      const rows = await db.query<Raw>(usesReach ? source.sql : source.sql.replaceAll('$2', '$1'), [
        ...(usesReach ? [actor.reach] : []),
        ...(usesMe ? [actor.officer] : []),
      ]);
      return rows.map(
        (raw): WorkItem => ({
          kind: source.kind,
          record: source.opensFile ? 'person' : source.record,
          id: source.opensFile ? raw.person! : raw.id,
          person: raw.person,
          caption: raw.caption,
          file: raw.file,
          due: raw.due,
          state: stateOf(raw, today),
          rule: raw.rule,
          ...explain(raw),
          since: raw.since,
          office: raw.office,
        }),
      );
    }),
  );
  const items = found.flat().sort((a, b) => {
    const byState = order.indexOf(a.state) - order.indexOf(b.state);
    return byState !== 0 ? byState : (a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1;
  });
  return { items };
}
