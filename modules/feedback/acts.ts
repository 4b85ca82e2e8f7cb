/* Handing a tablet over, and what a body does about a complaint. What the person answers is no act of an officer: the server takes it down under the system's
 * own narrow role (server/feedback.ts), for the code of an invitation and nothing else. */
import { act } from '../../kernel/act/act.ts';
import { type Day, dayOf, instantOf, millisOf } from '../../kernel/day.ts';
import { choice, longText, ref } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { codeFrom, hashOfCode } from './code.ts';
import {
  complaint,
  feedbackLanguages,
  mostRecordingBytes,
  type recordingTypes,
  spokenSentence,
} from './record.ts';
import { tabletSentences } from './sentences.ts';

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

/** What a recording turned out to be when its bytes were looked at. */
export interface HeardAt {
  readonly type: (typeof recordingTypes)[number] | null;
  readonly size: number;
  readonly hash: string;
}

const { feedbackLanguage, sentence, givenOn, interpreter, written } = spokenSentence.fields;

export const giveSentence = act({
  name: 'spokenSentence.give',
  record: 'spokenSentence',
  creates: true,
  input: {
    feedbackLanguage,
    sentence,
    givenOn,
    interpreter,
    written,
    content: spokenSentence.fields.content,
  },
  writes: { spokenSentence: { insert: true } },
  facts: (source, { input }) =>
    input.content
      ? source.make<HeardAt>('recording.look', { content: input.content })
      : Promise.resolve(null),
  decide({ subject, input, actor, now }, heard) {
    if (!tabletSentences.includes(input.sentence as string))
      return invalid({ field: 'sentence', reason: 'choice' });
    if ((input.givenOn as Day) > dayOf(now)) return invalid({ field: 'givenOn', reason: 'in_future' });
    if (input.feedbackLanguage === 'vi' && input.written)
      return invalid({ field: 'written', reason: 'written_already' });
    if (!heard && !input.written) return invalid({ field: 'content', reason: 'say_or_write' });
    if (heard && heard.size > mostRecordingBytes)
      return invalid({
        field: 'content',
        reason: 'recording_too_large',
        params: { max: Math.round(mostRecordingBytes / 1_000_000) },
      });
    if (heard && !heard.type) return invalid({ field: 'content', reason: 'not_a_recording' });
    return {
      changes: [
        {
          insert: 'spokenSentence',
          id: subject,
          values: {
            ...input,
            maker: actor.officer,
            ...(heard ? { recordingType: heard.type, size: heard.size, hash: heard.hash } : {}),
          },
        },
      ],
    };
  },
});

export const withdrawSentence = act({
  name: 'spokenSentence.withdraw',
  record: 'spokenSentence',
  input: { withdrawnWhy: { ...spokenSentence.fields.withdrawnWhy, required: true } },
  writes: { spokenSentence: { update: ['withdrawnOn', 'withdrawnWhy'] } },
  decide({ row, subject, input, now }) {
    if (!row) return new Problem('record.not_found');
    if (row.withdrawnOn) return new Problem('act.wrong_state', { state: 'withdrawn' });
    return {
      changes: [
        {
          update: 'spokenSentence',
          id: subject,
          set: { ...input, withdrawnOn: dayOf(now) },
          version: row.version,
        },
      ],
    };
  },
});

export const feedbackActs = [
  openFeedback,
  takeComplaint,
  closeComplaint,
  giveSentence,
  withdrawSentence,
] as const;
