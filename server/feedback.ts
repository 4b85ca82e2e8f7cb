/* What a person answers on a tablet, taken down under the system's own role for the code of an invitation: sealed, with another office than the one it is about,
 * without her file, without the hour. A complaint is with its receiver in the same breath. What an office is told are numbers, and only of quarters that are over. */
import type { Actor } from '../kernel/act/act.ts';
import { type Day, dayOf, type Instant, startOfDay } from '../kernel/day.ts';
import { choice, flag, text } from '../kernel/fields/kinds.ts';
import { parseFields } from '../kernel/fields/shape.ts';
import { newId } from '../kernel/id.ts';
import { Problem } from '../kernel/problem.ts';
import { officeStands } from '../modules/agencies/index.ts';
import {
  complaint,
  complaintKinds,
  feedback,
  feedbackAnswers,
  feedbackQuestions,
  hashOfCode,
  plainCode,
  quarterOf,
  withoutSmall,
} from '../modules/feedback/index.ts';
import type { Db, Door } from './db/door.ts';
import { tell } from './ledger/write.ts';
import { seal } from './seal/envelope.ts';
import type { Keyring } from './seal/keyring.ts';
import { findTerm } from './terms.ts';
import { notify } from './worker/notify.ts';

/** Nobody's officer made these rows. */
const herself = '00000000-0000-0000-0000-000000000000';

interface Invitation {
  readonly id: string;
  readonly office: string;
  readonly person: string;
  readonly language: string;
}

/** @throws Problem `feedback.code_unknown`. */
export async function findInvitation(db: Db, code: unknown, now: Instant): Promise<Invitation> {
  const typed = typeof code === 'string' && code.length <= 40 ? plainCode(code) : '';
  const [found] = await db.query<Invitation>(
    `select id, office, person, feedback_language as language from feedback_invitation
      where code_hash = $1 and used_at is null and until > $2 for update`,
    [await hashOfCode(typed), now],
  );
  if (!found) throw new Problem('feedback.code_unknown');
  return found;
}

/** Whether a code opens a feedback now. @throws Problem `feedback.code_unknown`. */
export const enterFeedback = (door: Door, now: Instant, code: unknown): Promise<{ language: string }> =>
  door.as({ system: 'ct_system' }, async db => {
    const { language } = await findInvitation(db, code, now);
    return { language };
  });

/** The body that hears about an office: the inspectorate, else the secretariat, never an office of the same agency. */
async function receiverFor(db: Db, office: string, today: Day): Promise<string> {
  const [found] = await db.query<{ id: string }>(
    `select o.id from office o join agency a on a.id = o.agency
      where a.agency_kind in ('inspectorate', 'secretariat') and ${officeStands('o', '$2')}
        and o.agency <> (select x.agency from office x where x.id = $1)
      order by (a.agency_kind = 'inspectorate') desc, (o.level = 'province') desc, o.id limit 1`,
    [office, today],
  );
  if (!found) throw new Error('feedback: there is no office to hear it');
  return found.id;
}

const words = text({ max: 1000 });
const answered = choice('feedbackAnswer', feedbackAnswers, { required: true });
const given = {
  ...(Object.fromEntries(feedbackQuestions.map(name => [name, answered])) as Record<
    (typeof feedbackQuestions)[number],
    typeof answered
  >),
  words,
  raise: choice('complaintKind', complaintKinds, {}),
  complaint: words,
  allowNumber: flag({}),
};

/** Takes down what she answered; the code is used up. @returns whether a complaint went out. */
export function giveFeedback(
  door: Door,
  keyring: Keyring,
  now: Instant,
  code: unknown,
  input: unknown,
): Promise<{ raised: boolean }> {
  const { values } = parseFields(given, input);
  const today = dayOf(now);
  const quarter = quarterOf(today);
  const sealed = (table: string, id: string, value: string | null) =>
    value ? seal(keyring, { table, column: 'words_sealed', recordId: id }, value) : null;
  return door.as({ system: 'ct_system' }, async db => {
    const invitation = await findInvitation(db, code, now);
    const receiver = await receiverFor(db, invitation.office, today);
    await db.query('update feedback_invitation set used_at = $2, changed_at = $2 where id = $1', [
      invitation.id,
      now,
    ]);
    const id = newId();
    await db.query(
      `insert into feedback (id, province, office, made_at, made_by, changed_at, about_office, quarter_of, feedback_language, ${feedbackQuestions.join(', ')}, words_sealed)
       values ($1, 'lao_cai', $2, $3, $4, $3, $5, $6, $7, ${feedbackQuestions.map((_, index) => `$${index + 9}`).join(', ')}, $8)`,
      [
        id,
        receiver,
        startOfDay(quarter),
        herself,
        invitation.office,
        quarter,
        invitation.language,
        sealed('feedback', id, values.words),
        ...feedbackQuestions.map(name => values[name]),
      ],
    );
    if (values.raise) {
      const about = newId();
      await db.query(
        `insert into complaint (id, province, office, number, made_at, made_by, changed_at, about_office, complaint_kind, state, words_sealed, file_number, answer_by)
         values ($1, 'lao_cai', $2, ct.next_number('${complaint.numbered}'), $3, $4, $3, $5, $6, 'open', $7,
           case when $8 then (select p.number from person p where p.id = $9) end, $10)`,
        [
          about,
          receiver,
          now,
          herself,
          invitation.office,
          values.raise,
          sealed('complaint', about, values.complaint),
          values.allowNumber === true,
          invitation.person,
          findTerm('practice.complaint_answer', today)?.due ?? null,
        ],
      );
      await notify(db, now, `complaint_${values.raise}`, receiver, complaint.name, about);
      await tell(db, null, now, {
        kind: 'system',
        name: 'complaint.raise',
        subjectRecord: complaint.name,
        subject: about,
      });
    }
    // Says that it happened; not which row it was.
    await tell(db, null, now, { kind: 'system', name: 'feedback.give', subjectRecord: feedback.name });
    return { raised: values.raise !== null };
  });
}

export interface FeedbackCounts {
  readonly office: string;
  readonly quarter: Day;
  /** How many answered; null while fewer than five did. */
  readonly people: number | null;
  readonly questions: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
}

/** Numbers about the actor's own offices, of quarters that are over, small ones hidden. */
export async function countFeedback(door: Door, actor: Actor, now: Instant): Promise<FeedbackCounts[]> {
  const rows = await door.as({ system: 'ct_system' }, db =>
    db.query<{ office: string; quarter: Day; question: string; answer: string; n: number }>(
      `select f.about_office as office, f.quarter_of as quarter, q.question, q.answer, count(*) as n
         from feedback f cross join lateral (values ${feedbackQuestions.map(name => `('${name}', f.${name})`).join(', ')}) q(question, answer)
        where f.about_office = any ($1::uuid[]) and f.quarter_of < $2 group by 1, 2, 3, 4 order by 2 desc, 1`,
      [actor.reach, quarterOf(dayOf(now))],
    ),
  );
  const groups = Map.groupBy(rows, row => `${row.office} ${row.quarter}`);
  return [...groups.values()].map(group => {
    const { office, quarter } = group[0]!;
    const of = (question: string) =>
      Object.fromEntries(
        feedbackAnswers.map(answer => [
          answer,
          group.find(row => row.question === question && row.answer === answer)?.n ?? 0,
        ]),
      ) as Record<(typeof feedbackAnswers)[number], number>;
    const people = Object.values(of(feedbackQuestions[0])).reduce((sum, n) => sum + n, 0);
    return {
      office,
      quarter,
      people: people < 5 ? null : people,
      questions: Object.fromEntries(feedbackQuestions.map(name => [name, withoutSmall(of(name))])),
    };
  });
}
