/* The plan: opened and agreed by her or her guardian, goals in her own words, actions with an owner and a day. Another office becomes the owner of an action only
 * where something already lets it know of her: a live share, a referral that is open, or a conference it sat in. */
import { act, type Change } from '../../kernel/act/act.ts';
import { ageOn, dayOf, type PartialDay } from '../../kernel/day.ts';
import { choice, day, longText, ref, text } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { actionOutcomes, agreements, goalStates, planEnds } from './lists.ts';
import { planAction, planGoal } from './record.ts';
import { nextBy } from './schedule.ts';

const person = ref('person', { required: true });
const agreement = {
  agreedBy: choice('agreedBy', agreements, { required: true }),
  agreedOn: day({}),
};
/** Under this age her guardian agrees with her (Luật Trẻ em 2016, điều 1). */
const ofAge = 18;

/** A child's plan is agreed with her guardian; said as something to look at, because a guardian may be the danger. */
const withoutGuardian = (born: unknown, agreedBy: string | null, on: string) =>
  agreedBy === 'herself' && typeof born === 'string' && ageOn(born as PartialDay, on as never).most < ofAge
    ? [{ field: 'agreedBy', reason: 'guardian_to_agree' }]
    : [];

export const openPlan = act({
  name: 'supportPlan.open',
  record: 'supportPlan',
  creates: true,
  input: { person, openedOn: day({ required: true }), ...agreement },
  writes: { supportPlan: { insert: true } },
  async facts(source, { input }) {
    const open = await source.query<{ id: string }>(
      "select id from support_plan where person = $1 and state = 'open' limit 1",
      [input.person],
    );
    const file = await source.find('person', input.person as string);
    return { open, file, review: nextBy(source, 'plan_review', input.agreedOn ?? input.openedOn!) };
  },
  decide({ subject, input, now }, { open, file, review }) {
    if (!file) return new Problem('person.not_shared');
    if (file.state === 'closed') return new Problem('person.closed');
    if (open.length > 0) return new Problem('plan.already_open');
    for (const field of ['openedOn', 'agreedOn'] as const)
      if (input[field] && input[field] > dayOf(now)) return invalid({ field, reason: 'in_future' });
    if (input.agreedBy !== 'not_yet' && !input.agreedOn)
      return invalid({ field: 'agreedOn', reason: 'required' });
    const { person: whose, ...values } = input;
    return {
      changes: [
        {
          insert: 'supportPlan',
          id: subject,
          person: whose as string,
          values: {
            ...values,
            state: 'open',
            reviewDue: review?.on ?? null,
            rule: review?.rule ?? null,
            fileNumber: file.number,
          },
        },
      ],
      persons: [whose as string],
      warnings: withoutGuardian(file.born, input.agreedBy, input.openedOn!),
    };
  },
});

export const agreePlan = act({
  name: 'supportPlan.agree',
  record: 'supportPlan',
  states: ['open'],
  input: { ...agreement, agreedOn: day({ required: true }) },
  writes: { supportPlan: { update: ['agreedBy', 'agreedOn', 'reviewDue', 'rule'] } },
  async facts(source, { input, row }) {
    return {
      review: nextBy(source, 'plan_review', input.agreedOn!),
      file: row && (await source.find('person', row.person as string)),
    };
  },
  decide({ row, subject, input, now }, { review, file }) {
    if (!row) return new Problem('record.not_found');
    if (input.agreedOn! > dayOf(now)) return invalid({ field: 'agreedOn', reason: 'in_future' });
    if (input.agreedBy === 'not_yet') return invalid({ field: 'agreedBy', reason: 'choice' });
    const set = { ...input, reviewDue: review?.on ?? null, rule: review?.rule ?? null };
    return {
      changes: [{ update: 'supportPlan', id: subject, set, version: row.version }],
      persons: [row.person as string],
      warnings: withoutGuardian(file?.born, input.agreedBy, input.agreedOn!),
    };
  },
});

export const endPlan = act({
  name: 'supportPlan.end',
  record: 'supportPlan',
  states: ['open'],
  input: { endReason: choice('planEnd', planEnds, { required: true }) },
  writes: { supportPlan: { update: ['state', 'endedOn', 'endReason', 'reviewDue'] } },
  decide({ row, subject, input, now }) {
    if (!row) return new Problem('record.not_found');
    const set = { ...input, state: 'ended', endedOn: dayOf(now), reviewDue: null };
    return {
      changes: [{ update: 'supportPlan', id: subject, set, version: row.version }],
      persons: [row.person as string],
    };
  },
});

const { state: _s, stateNote: _n, ...goalInput } = planGoal.fields;

export const addGoal = act({
  name: 'planGoal.add',
  record: 'planGoal',
  creates: true,
  input: { person, ...goalInput },
  writes: { planGoal: { insert: true } },
  facts: (source, { input }) => source.find('supportPlan', input.plan as string),
  decide({ subject, input, unanswered }, plan) {
    const { person: whose, ...values } = input;
    if (!plan || plan.person !== whose) return invalid({ field: 'plan', reason: 'reference' });
    if (plan.state !== 'open') return new Problem('act.wrong_state', { state: String(plan.state) });
    return {
      changes: [
        {
          insert: 'planGoal',
          id: subject,
          person: whose as string,
          values: { ...values, state: 'open' },
          unanswered,
        },
      ],
      persons: [whose as string],
    };
  },
});

export const settleGoal = act({
  name: 'planGoal.settle',
  record: 'planGoal',
  input: { state: choice('goalState', goalStates, { required: true }), stateNote: longText({ max: 1000 }) },
  writes: { planGoal: { update: ['state', 'stateNote'] } },
  decide: ({ row, subject, input }) =>
    row
      ? {
          changes: [{ update: 'planGoal', id: subject, set: input, version: row.version }],
          persons: [row.person as string],
        }
      : new Problem('record.not_found'),
});

const {
  state: _state,
  reportedAt: _at,
  reportedBy: _by,
  whyNot: _why,
  outcomeNote: _note,
  fileNumber: _number,
  ...actionInput
} = planAction.fields;

export const addAction = act({
  name: 'planAction.add',
  record: 'planAction',
  creates: true,
  input: { person, ...actionInput },
  writes: { planAction: { insert: true } },
  async facts(source, { input }) {
    const known = await source.query<{ by: string }>(
      `select 'share' as by from share where person = $1 and to_office = $2 and revoked_at is null and until > now()
       union all select 'referral' from referral where id = $3 and person = $1 and to_office = $2 and state in ('sent', 'accepted')
       union all select 'conference' from conference_attendee where conference = $4 and person = $1 and attending = $2`,
      [input.person, input.toOffice, input.referral, input.conference],
    );
    return {
      known,
      file: await source.find('person', input.person as string),
      goal: input.goal ? await source.find('planGoal', input.goal) : null,
      conference: input.conference ? await source.find('caseConference', input.conference) : null,
    };
  },
  decide({ subject, input, now, actor }, { known, file, goal, conference }) {
    if (!file) return new Problem('person.not_shared');
    if (file.state === 'closed') return new Problem('person.closed');
    const { person: whose, ...values } = input;
    if (!input.goal && !input.conference) return invalid({ field: 'goal', reason: 'required' });
    if (input.goal && goal?.person !== whose) return invalid({ field: 'goal', reason: 'reference' });
    if (input.conference && conference?.person !== whose)
      return invalid({ field: 'conference', reason: 'reference' });
    if (input.dueOn! < dayOf(now)) return invalid({ field: 'dueOn', reason: 'in_past' });
    const toOffice = input.toOffice as string;
    const isOurs = actor.reach.includes(toOffice);
    if (!isOurs && toOffice !== file.office && known.length === 0)
      return new Problem('plan.owner_not_shared');
    const changes: Change[] = [
      {
        insert: 'planAction',
        id: subject,
        person: whose as string,
        values: { ...values, state: 'open', fileNumber: file.number },
      },
    ];
    return {
      changes,
      persons: [whose as string],
      notices: isOurs ? [] : [{ kind: 'action_given', office: toOffice, record: 'planAction', subject }],
    };
  },
});

export const reportAction = act({
  name: 'planAction.report',
  record: 'planAction',
  states: ['open'],
  input: {
    state: choice('actionState', actionOutcomes, { required: true }),
    whyNot: text({ max: 500 }),
    outcomeNote: longText({ max: 2000 }),
  },
  writes: { planAction: { update: ['state', 'whyNot', 'outcomeNote', 'reportedAt', 'reportedBy'] } },
  decide({ row, subject, input, now, actor }) {
    if (!row) return new Problem('record.not_found');
    if (input.state !== 'done' && !input.whyNot) return invalid({ field: 'whyNot', reason: 'required' });
    return {
      changes: [
        {
          update: 'planAction',
          id: subject,
          set: { ...input, reportedAt: now, reportedBy: actor.officer },
          version: row.version,
        },
      ],
      persons: [row.person as string],
      notices: actor.reach.includes(row.office)
        ? []
        : [{ kind: 'action_reported', office: row.office, record: 'planAction', subject }],
    };
  },
});

export const planActs = [openPlan, agreePlan, endPlan, addGoal, settleGoal, addAction, reportAction] as const;
