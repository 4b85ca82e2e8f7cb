/* Officers, posts and delegations. An administrator gives and ends posts; an officer lends her own post to another for a time. Ending takes effect at the
 * next statement of the database, because rights are derived from the post when they are used. */
import { act } from '../../kernel/act/act.ts';
import { addDays, dayOf } from '../../kernel/day.ts';
import {
  choice,
  day,
  office as officeField,
  officer as officerField,
  text,
} from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { officer, post } from './record.ts';

const { castKey: _cast, ended: _ended, ...officerInput } = officer.fields;

export const registerOfficer = act({
  name: 'officer.register',
  record: 'officer',
  creates: true,
  input: officerInput,
  writes: { officer: { insert: true } },
  decide: ({ subject, input }) => ({
    changes: [{ insert: 'officer', id: subject, values: { ...input, ended: false } }],
  }),
});

export const endOfficer = act({
  name: 'officer.end',
  record: 'officer',
  input: { reason: text({ required: true, max: 300 }) },
  writes: { officer: { update: ['ended'] }, post: { update: ['validTo'] } },
  facts: (source, { subject }) =>
    source.query<{ id: string; valid_from: string }>(
      'select id, valid_from::text from post where officer = $1 and (valid_to is null or valid_to > current_date)',
      [subject],
    ),
  decide({ row, subject, now }, posts) {
    if (!row) return new Problem('record.not_found');
    return {
      changes: [
        { update: 'officer', id: subject, set: { ended: true } },
        ...posts.map(held => ({ update: 'post', id: held.id, set: { validTo: dayOf(now) } })),
      ],
    };
  },
});

export const givePost = act({
  name: 'post.give',
  record: 'post',
  creates: true,
  input: {
    officer: officerField({ required: true }),
    atOffice: officeField({ required: true }),
    role: choice('role', post.fields.role.options.codes ?? [], { required: true }),
    extent: choice('extent', ['office', 'below'], { required: true }),
    validFrom: day({ required: true }),
    validTo: day(),
  },
  writes: { post: { insert: true } },
  decide({ subject, input, actor }) {
    if (input.officer === actor.officer) return new Problem('act.not_yours');
    if (input.validTo && input.validFrom && input.validTo <= input.validFrom)
      return invalid({ field: 'validTo', reason: 'before_start' });
    const { atOffice, ...values } = input;
    return { changes: [{ insert: 'post', id: subject, office: atOffice as string, values }] };
  },
});

export const endPost = act({
  name: 'post.end',
  record: 'post',
  input: { validTo: day({ required: true }) },
  writes: { post: { update: ['validTo'] } },
  decide: ({ row, subject, input }) =>
    row
      ? { changes: [{ update: 'post', id: subject, set: { validTo: input.validTo } }] }
      : new Problem('record.not_found'),
});

/** Longest time a post may be lent, in days. */
export const longestDelegation = 60;

export const giveDelegation = act({
  name: 'delegation.give',
  record: 'post',
  creates: true,
  input: {
    toOfficer: officerField({ required: true }),
    validFrom: day({ required: true }),
    validTo: day({ required: true }),
    reason: text({ required: true, max: 300 }),
  },
  writes: { post: { insert: true } },
  facts: async (source, { actor }) => source.find('post', actor.post),
  decide({ subject, input, actor, now }, own) {
    if (!own || own.delegatedFrom) return new Problem('act.not_yours');
    if (input.toOfficer === actor.officer) return invalid({ field: 'toOfficer', reason: 'yourself' });
    const from = input.validFrom!;
    if (from < dayOf(now)) return invalid({ field: 'validFrom', reason: 'in_past' });
    if (input.validTo! <= from) return invalid({ field: 'validTo', reason: 'before_start' });
    if (input.validTo! > addDays(from, longestDelegation))
      return invalid({ field: 'validTo', reason: 'too_far', params: { days: longestDelegation } });
    return {
      changes: [
        {
          insert: 'post',
          id: subject,
          office: actor.office,
          values: {
            officer: input.toOfficer,
            role: own.role,
            extent: own.extent,
            validFrom: from,
            validTo: input.validTo,
            delegatedFrom: actor.post,
            reason: input.reason,
          },
        },
      ],
      notices: [{ kind: 'delegation_given', officer: input.toOfficer as string, record: 'post', subject }],
    };
  },
});

export const endDelegation = act({
  name: 'delegation.end',
  record: 'post',
  input: {},
  writes: { post: { update: ['validTo'] } },
  decide({ row, subject, actor, now }) {
    if (!row) return new Problem('record.not_found');
    if (row.delegatedFrom !== actor.post) return new Problem('act.not_yours');
    return { changes: [{ update: 'post', id: subject, set: { validTo: dayOf(now) } }] };
  },
});

export const agencyActs = [
  registerOfficer,
  endOfficer,
  givePost,
  endPost,
  giveDelegation,
  endDelegation,
] as const;
