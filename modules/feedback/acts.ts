/* Handing a tablet over, and what a body does about a complaint. What the person answers is no act of an officer: the server takes it down under the system's
 * own narrow role (server/feedback.ts), for the code of an invitation and nothing else. */
import { act } from '../../kernel/act/act.ts';
import { instantOf, millisOf } from '../../kernel/day.ts';
import { choice, longText, ref } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { codeFrom, hashOfCode } from './code.ts';
import { complaint, feedbackLanguages } from './record.ts';

/** Minutes a handed-over tablet may be used. */
export const invitationMinutes = 30;

export const openFeedback = act({
  name: 'feedback.open',
  record: 'feedbackInvitation',
  creates: true,
  input: {
    person: ref('person', { required: true }),
    feedbackLanguage: choice('feedbackLanguage', feedbackLanguages, { required: true }),
  },
  writes: { feedbackInvitation: { insert: true } },
  async facts(_source, { newId }) {
    const code = codeFrom(newId());
    return { code, codeHash: await hashOfCode(code) };
  },
  decide: ({ subject, input, actor, now }, { code, codeHash }) => ({
    changes: [
      {
        insert: 'feedbackInvitation',
        id: subject,
        person: input.person as string,
        values: {
          openedBy: actor.officer,
          feedbackLanguage: input.feedbackLanguage,
          codeHash,
          until: instantOf(millisOf(now) + invitationMinutes * 60_000),
        },
      },
    ],
    persons: [input.person as string],
    answer: { code },
  }),
});

export const takeComplaint = act({
  name: 'complaint.take',
  record: 'complaint',
  states: ['open'],
  input: {},
  writes: { complaint: { update: ['state', 'takenBy', 'takenAt'] } },
  decide: ({ row, subject, actor, now }) =>
    row
      ? {
          changes: [
            {
              update: 'complaint',
              id: subject,
              set: { state: 'taken', takenBy: actor.officer, takenAt: now },
              version: row.version,
            },
          ],
        }
      : new Problem('record.not_found'),
});

export const closeComplaint = act({
  name: 'complaint.close',
  record: 'complaint',
  states: ['taken'],
  input: {
    outcome: choice('complaintOutcome', complaint.fields.outcome.options.codes ?? [], { required: true }),
    outcomeNote: longText({ max: 2000 }),
  },
  writes: { complaint: { update: ['state', 'outcome', 'outcomeNote', 'closedAt'] } },
  decide({ row, subject, input, now }) {
    if (!row) return new Problem('record.not_found');
    if (input.outcome !== 'put_right' && !input.outcomeNote)
      return invalid({ field: 'outcomeNote', reason: 'required' });
    return {
      changes: [
        {
          update: 'complaint',
          id: subject,
          set: { ...input, state: 'closed', closedAt: now },
          version: row.version,
        },
      ],
    };
  },
});

export const feedbackActs = [openFeedback, takeComplaint, closeComplaint] as const;
