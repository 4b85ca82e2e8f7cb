/* Between a case and the file of somebody it happened to, or who saw it, there are two things and no more: that she takes part in the case, and that her statement was asked for and
 * answered. Whoever investigates sees the number of her file and the answer; whoever holds her file sees which body asks and how far the case has come, as the law lets a
 * victim know (article 62 of the Criminal Procedure Code), and nobody's name. The stage and the seats are kept by the database from what is done in the case. */
import { answer, choice, day, instant, office, ref, sealed, text } from '../../kernel/fields/kinds.ts';
import { record } from '../../kernel/record/record.ts';
import { retention, seats } from './seats.ts';
import {
  caseStages,
  givenGrounds,
  participantRoles,
  participationStates,
  statementAsked,
  statementGrounds,
  statementStates,
} from './statement-lists.ts';

/** Of the seats only those that ask: a court summons through its own papers. */
const between = {
  /** The case, or the report of which none has come yet. */
  criminalCase: ref('criminalCase', {}),
  crimeReport: ref('crimeReport', {}),
  handler: seats.handler,
  procuracy: seats.procuracy,
  nextHandler: seats.nextHandler,
  person: ref('person', { required: true }),
  fileNumber: text({ required: true, max: 30, listed: true }),
  /** The office that holds her file. */
  toOffice: office({ required: true, listed: true }),
};
const indexes = [
  ['criminalCase'],
  ['crimeReport'],
  ['person'],
  ['toOffice', 'state'],
  ['handler', 'state'],
  ['procuracy', 'state'],
];

export const participation = record('participation', {
  caption: ['fileNumber', 'participantRole'],
  state: 'state',
  retention,
  indexes,
  fields: {
    ...between,
    participantRole: choice('participantRole', participantRoles, { required: true, listed: true }),
    why: text({ required: true, max: 300 }),
    state: choice('participationState', participationStates, { required: true, listed: true }),
    answeredAt: instant({}),
    answerWhy: text({ max: 300 }),
    /** Of a victim whose holder agreed; nothing of a witness, who has no such right. */
    caseStage: choice('caseStage', caseStages, { listed: true }),
    stageOn: day({ listed: true }),
    initiatedOn: day({}),
  },
});

export const statementRequest = record('statementRequest', {
  caption: ['fileNumber', 'state'],
  state: 'state',
  retention,
  indexes: [...indexes, ['participation']],
  fields: {
    participation: ref('participation', { required: true }),
    ...between,
    statementAsked: choice('statementAsked', statementAsked, { required: true, listed: true }),
    /** What it is needed for, and by which article. */
    whatFor: text({ required: true, max: 300 }),
    statementGround: choice('statementGround', statementGrounds, { required: true, listed: true }),
    state: choice('statementState', statementStates, { required: true, listed: true }),
    answeredAt: instant({}),
    answerWhy: text({ max: 500 }),
    /** From when it may be asked about again. */
    askAgainOn: day({}),
    givenGround: choice('givenGround', givenGrounds, { listed: true }),
    consent: ref('consent', {}),
    /** Whether somebody who stands for her is there (article 421), and whether a support person comes along. */
    withRepresentative: answer({}),
    withSupportPerson: answer({}),
    statement: sealed({ max: 20_000 }),
  },
});

export const statementRecords = [participation, statementRequest] as const;
