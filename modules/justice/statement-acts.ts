/* Asking that somebody's file be linked to a case, and asking for her statement. The investigator names a file she was told of and says what for; whoever holds the file answers. A
 * statement is given on her own consent, or on a duty of law with a word why; nobody under 18 is heard without somebody who stands for her. */
import { act, type Row } from '../../kernel/act/act.ts';
import { type Day, dayOf, isUnder18, type PartialDay } from '../../kernel/day.ts';
import { ref } from '../../kernel/fields/kinds.ts';
import { type FieldIssue, invalid, Problem } from '../../kernel/problem.ts';
import { type OfficeOfBody, officeOfBodySql } from '../agencies/index.ts';
import { classesOf, coveredBy, findAnswers, findTakenBack } from '../intake/index.ts';
import { findCase } from './case-rows.ts';
import { participation, statementRequest } from './statement-record.ts';

const of = participation.fields;
const request = statementRequest.fields;

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

export const askStatement = act({
  name: 'statementRequest.ask',
  record: 'statementRequest',
  creates: true,
  input: {
    participation: request.participation,
    statementAsked: request.statementAsked,
    whatFor: request.whatFor,
    statementGround: request.statementGround,
  },
  writes: { statementRequest: { insert: true } },
  facts: async (source, { input }) => ({
    link: await source.find('participation', input.participation as string),
    open: await source.query<{ id: string }>(
      "select id from statement_request where participation = $1 and state in ('asked', 'not_yet')",
      [input.participation],
    ),
  }),
  decide({ subject, input, actor }, { link, open }) {
    if (link?.state !== 'accepted') return invalid({ field: 'participation', reason: 'not_linked' });
    if (!actor.reach.includes(link.handler as string)) return new Problem('case.not_your_turn');
    if (open.length > 0) return invalid({ field: 'participation', reason: 'already_asked' });
    return {
      changes: [
        {
          insert: 'statementRequest',
          id: subject,
          values: {
            ...input,
            criminalCase: link.criminalCase ?? null,
            crimeReport: link.crimeReport ?? null,
            handler: link.handler,
            procuracy: link.procuracy ?? null,
            nextHandler: link.nextHandler ?? null,
            person: link.person,
            fileNumber: link.fileNumber,
            toOffice: link.toOffice,
            state: 'asked',
          },
        },
      ],
      notices: [
        {
          kind: 'statement_asked',
          office: link.toOffice as string,
          record: 'statementRequest',
          subject,
        },
      ],
      persons: [link.person as string],
      ground: 'criminal_procedure',
    };
  },
});

const stillOpen = ['asked', 'not_yet'];
const answer = (row: Row, set: Record<string, unknown>, ground?: string) => ({
  changes: [{ update: 'statementRequest', id: row.id, set, version: row.version }],
  notices: [
    {
      kind: 'statement_answered',
      office: row.handler as string,
      record: 'statementRequest',
      subject: row.id,
    },
  ],
  persons: [row.person as string],
  ...(ground ? { ground } : {}),
});

export const giveStatement = act({
  name: 'statementRequest.give',
  record: 'statementRequest',
  states: stillOpen,
  input: {
    statement: { ...request.statement, required: true },
    givenGround: { ...request.givenGround, required: true },
    consent: request.consent,
    withRepresentative: request.withRepresentative,
    withSupportPerson: request.withSupportPerson,
    answerWhy: request.answerWhy,
  },
  writes: {
    statementRequest: {
      update: [
        'state',
        'answeredAt',
        'answerWhy',
        'askAgainOn',
        'givenGround',
        'consent',
        'withRepresentative',
        'withSupportPerson',
        'statement',
      ],
    },
  },
  facts: async (source, { row, input }) => {
    const consent = input.consent ? await source.find('consent', input.consent) : null;
    const [asker] = await source.query<OfficeOfBody>(officeOfBodySql, [row?.handler ?? null]);
    return {
      file: row ? await source.find('person', row.person as string) : null,
      consent: consent && consent.person === row?.person ? consent : null,
      takenBack: consent ? await findTakenBack(source, consent.id) : [],
      answers: row ? await findAnswers(source, row.person as string) : [],
      kind: asker?.agency_kind ?? null,
    };
  },
  decide({ row, input, now }, { file, consent, takenBack, answers, kind }) {
    if (!row) return new Problem('record.not_found');
    if (!file || file.via === 'exception') return new Problem('person.not_shared');
    const today: Day = dayOf(now);
    const born = (file.born ?? null) as PartialDay | null;
    const issues: FieldIssue[] = [];
    // In doubt she is a child (article 417): only a birth that makes her grown leaves the question out.
    if ((!born || isUnder18(born, today) !== 'no') && input.withRepresentative !== 'yes')
      issues.push({ field: 'withRepresentative', reason: 'needs_representative' });
    if (input.givenGround === 'criminal_procedure' && !input.answerWhy)
      issues.push({ field: 'answerWhy', reason: 'required' });
    if (issues.length > 0) return invalid(...issues);
    if (input.givenGround === 'consent') {
      const wanted = { purpose: 'investigation', office: row.handler as string, kind, answers, born };
      const gap = consent ? coveredBy(consent, takenBack, wanted, today) : 'not_in_force';
      if (!consent || gap) return new Problem(gap === 'dissent' ? 'consent.dissent' : 'consent.missing');
      if (!classesOf(consent, takenBack).includes('herAccount'))
        return new Problem('share.fields_not_covered', { fields: ['arrival.herAccount'] });
    }
    return answer(
      row,
      {
        ...input,
        consent: input.givenGround === 'consent' ? input.consent : null,
        askAgainOn: null,
        state: 'given',
        answeredAt: now,
      },
      input.givenGround!,
    );
  },
});

export const refuseStatement = act({
  name: 'statementRequest.refuse',
  record: 'statementRequest',
  states: stillOpen,
  input: { answerWhy: { ...request.answerWhy, required: true } },
  writes: { statementRequest: { update: ['state', 'answeredAt', 'answerWhy', 'askAgainOn'] } },
  decide: ({ row, input, now }) =>
    row
      ? answer(row, { ...input, state: 'refused', askAgainOn: null, answeredAt: now })
      : new Problem('record.not_found'),
});

/** She is not ready: said with a reason and a day, and it stays open. */
export const delayStatement = act({
  name: 'statementRequest.delay',
  record: 'statementRequest',
  states: stillOpen,
  input: {
    answerWhy: { ...request.answerWhy, required: true },
    askAgainOn: { ...request.askAgainOn, required: true },
  },
  writes: { statementRequest: { update: ['state', 'answeredAt', 'answerWhy', 'askAgainOn'] } },
  decide({ row, input, now }) {
    if (!row) return new Problem('record.not_found');
    if (input.askAgainOn! <= dayOf(now)) return invalid({ field: 'askAgainOn', reason: 'in_past' });
    return answer(row, { ...input, state: 'not_yet', answeredAt: now });
  },
});

export const statementActs = [
  askParticipation,
  acceptParticipation,
  declineParticipation,
  endParticipation,
  askStatement,
  giveStatement,
  refuseStatement,
  delayStatement,
] as const;
