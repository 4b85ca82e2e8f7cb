/* Linking somebody's file to a case or a report: the investigator names a file she was told of and says why, whoever holds it agrees or not. Who sees both already need not ask. */
import { act, type Row } from '../../kernel/act/act.ts';
import { ref } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { findCase } from './case-rows.ts';
import { participation } from './statement-record.ts';

const of = participation.fields;

export const askParticipation = act({
  name: 'participation.ask',
  record: 'participation',
  creates: true,
  input: {
    /** A case, or a report that is being resolved: one of the two. */
    criminalCase: of.criminalCase,
    crimeReport: of.crimeReport,
    /** What we were told, or a file that is shared with us: one of the two. */
    statementNotice: ref('statementNotice', {}),
    sharedFile: ref('person', {}),
    participantRole: of.participantRole,
    why: of.why,
  },
  writes: { participation: { insert: true } },
  facts: async (source, { input }) => {
    const notice = input.statementNotice ? await source.find('statementNotice', input.statementNotice) : null;
    const file = input.sharedFile ? await source.find('person', input.sharedFile) : null;
    const person = (notice?.person ?? file?.id ?? null) as string | null;
    return {
      ofCase: input.criminalCase ? await findCase(source, input.criminalCase) : null,
      report: input.crimeReport ? await source.find('crimeReport', input.crimeReport) : null,
      notice,
      file,
      linked: person
        ? await source.query<{ id: string }>(
            "select id from participation where (criminal_case = $1 or crime_report = $2) and person = $3 and state in ('asked', 'accepted')",
            [input.criminalCase, input.crimeReport, person],
          )
        : [],
    };
  },
  decide({ subject, input, actor }, { ofCase, report, notice, file, linked }) {
    const where = ofCase ?? report;
    if (!where) return invalid({ field: 'criminalCase', reason: 'no_such_case' });
    const handler = (ofCase ? ofCase.handler : where.toOffice) as string;
    if (!actor.reach.includes(handler)) return new Problem('case.not_your_turn');
    if (!ofCase && where.state !== 'taken_up' && where.state !== 'suspended')
      return new Problem('act.wrong_state', { state: where.state as string });
    // Broken glass opens a file for hours and for her safety, not for a case.
    const seen = file && file.via !== 'exception' ? file : null;
    if (!notice && !seen) return invalid({ field: 'statementNotice', reason: 'no_such_notice' });
    if (linked.length > 0) return invalid({ field: 'statementNotice', reason: 'already_linked' });
    const toOffice = (notice?.contact ?? seen!.office) as string;
    return {
      changes: [
        {
          insert: 'participation',
          id: subject,
          values: {
            criminalCase: ofCase?.id ?? null,
            crimeReport: ofCase ? null : where.id,
            handler,
            procuracy: where.procuracy ?? null,
            nextHandler: ofCase?.nextHandler ?? null,
            person: notice?.person ?? seen!.id,
            fileNumber: notice?.fileNumber ?? seen!.number,
            toOffice,
            participantRole: input.participantRole,
            why: input.why,
            // Who sees both already need not ask.
            state: notice ? 'asked' : 'accepted',
          },
        },
      ],
      notices: [
        {
          kind: notice ? 'participation_asked' : 'participation_noted',
          office: toOffice,
          record: 'participation',
          subject,
        },
      ],
      persons: [(notice?.person ?? seen!.id) as string],
      ground: 'criminal_procedure',
    };
  },
});

/** The holder's answer to being linked. */
const answered = (row: Row, set: Record<string, unknown>, kind: string) => ({
  changes: [{ update: 'participation', id: row.id, set, version: row.version }],
  notices: [{ kind, office: row.handler as string, record: 'participation', subject: row.id }],
  persons: [row.person as string],
});

export const acceptParticipation = act({
  name: 'participation.accept',
  record: 'participation',
  states: ['asked'],
  input: { answerWhy: of.answerWhy },
  writes: { participation: { update: ['state', 'answeredAt', 'answerWhy'] } },
  decide: ({ row, input, now }) =>
    row
      ? answered(row, { ...input, state: 'accepted', answeredAt: now }, 'participation_answered')
      : new Problem('record.not_found'),
});

export const declineParticipation = act({
  name: 'participation.decline',
  record: 'participation',
  states: ['asked'],
  input: { answerWhy: { ...of.answerWhy, required: true } },
  writes: { participation: { update: ['state', 'answeredAt', 'answerWhy'] } },
  decide: ({ row, input, now }) =>
    row
      ? answered(row, { ...input, state: 'declined', answeredAt: now }, 'participation_answered')
      : new Problem('record.not_found'),
});

/** She takes no part in the case any more; whoever asked for it says so. */
export const endParticipation = act({
  name: 'participation.end',
  record: 'participation',
  states: ['asked', 'accepted'],
  input: { answerWhy: { ...of.answerWhy, required: true } },
  writes: { participation: { update: ['state', 'answerWhy'] } },
  decide: ({ row, input }) =>
    row
      ? {
          changes: [
            {
              update: 'participation',
              id: row.id,
              set: { ...input, state: 'ended' },
              version: row.version,
            },
          ],
          notices: [
            {
              kind: 'participation_ended',
              office: row.toOffice as string,
              record: 'participation',
              subject: row.id,
            },
          ],
          persons: [row.person as string],
        }
      : new Problem('record.not_found'),
});

export const participationActs = [
  askParticipation,
  acceptParticipation,
  declineParticipation,
  endParticipation,
] as const;
