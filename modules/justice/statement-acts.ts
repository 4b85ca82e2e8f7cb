/* Asking for the statement of somebody whose file is linked, and the answers: given, not yet, no. It is given on her own consent, or on a duty of law with a word why; nobody under
 * 18 is heard without somebody who stands for her. */
import { act, type Row } from '../../kernel/act/act.ts';
import { type Day, dayOf, isUnder18, type PartialDay } from '../../kernel/day.ts';
import { type FieldIssue, invalid, Problem } from '../../kernel/problem.ts';
import { type OfficeOfBody, officeOfBodySql } from '../agencies/index.ts';
import { classesOf, coveredBy, findAnswers, findTakenBack } from '../intake/index.ts';
import { statementRequest } from './statement-record.ts';

const request = statementRequest.fields;

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

export const statementActs = [askStatement, giveStatement, refuseStatement, delayStatement] as const;
