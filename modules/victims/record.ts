/* From the first suspicion to the paper that proves it. Status is never a column: it is a list of dated assertions, each by a named officer of a named body,
 * and the four kinds (screened, presumed, identified, found by a court) stand beside each other. */
import {
  answer,
  answers,
  choice,
  choices,
  day,
  instant,
  longText,
  office,
  ref,
  text,
} from '../../kernel/fields/kinds.ts';
import { record } from '../../kernel/record/record.ts';

const withFile = { years: null, basis: 'with the file' };

/** The two laws on trafficking: 66/2011/QH12 until 30 June 2025, 53/2024/QH15 from 1 July 2025. */
export const laws = ['66/2011/QH12', '53/2024/QH15'] as const;

export const screening = record('screening', {
  partOf: 'person',
  caption: ['impression', 'madeAt'],
  retention: withFile,
  fields: {
    indicatorSet: text({ required: true, max: 60 }),
    law: choice('law', laws, { required: true, milestone: true }),
    signs: answers({}),
    impression: choice('impression', ['no_sign', 'some_signs', 'clear_signs', 'not_possible_now'], {
      required: true,
      listed: true,
    }),
    screenedAt: instant({ required: true, listed: true, milestone: true }),
    note: longText({}),
  },
});

export const assertionKinds = ['screened', 'presumed', 'identified', 'found_by_court'] as const;

/** The papers that prove the status (article 28 of the 2011 law, article 33 of the 2024 law), and the judgment a court's finding stands in. */
export const paperKinds = [
  'police_certificate',
  'rescuer_certificate',
  'prosecution_certificate',
  'foreign_paper',
  'judgment',
] as const;

export const assertion = record('assertion', {
  partOf: 'person',
  caption: ['assertionKind', 'finding', 'assertedOn'],
  appendOnly: true,
  retention: withFile,
  fields: {
    assertionKind: choice('assertionKind', assertionKinds, { required: true, listed: true, milestone: true }),
    finding: choice('finding', ['victim', 'not_victim', 'undetermined'], {
      required: true,
      listed: true,
      milestone: true,
    }),
    assertedOn: day({ required: true, listed: true, milestone: true }),
    law: choice('law', laws, { required: true, milestone: true }),
    purposes: choices('exploitation', [
      'sexual_exploitation',
      'forced_labour',
      'forced_marriage',
      'forced_criminality',
      'servitude',
      'organ_removal',
      'forced_begging',
      'adoption',
      'surrogacy',
      'other',
    ]),
    paperKind: choice('victimPaper', paperKinds, {}),
    paperNumber: text({ max: 60 }),
    paperDate: day({}),
    paperIssuer: text({ max: 200 }),
    reason: longText({}),
    /** Whose finding a judgment is; the officer and the office of the row are those who noted it. */
    court: office({ milestone: true }),
    /** Under the law of 2024, which of its nine sources the finding rests on (rules/evidence/); no source weighs more than another. */
    evidence: answers({}),
  },
});

export const verificationRefusals = [
  'not_competent',
  'too_little_to_go_on',
  'being_verified_already',
  'other',
] as const;

export const verification = record('verification', {
  partOf: 'person',
  numbered: 'XM',
  state: 'state',
  caption: ['number', 'state'],
  retention: withFile,
  indexes: [['toOffice', 'state'], { fields: ['remindOn'], where: "state = 'sent'" }],
  fields: {
    toOffice: office({ required: true, listed: true, milestone: true }),
    state: choice('verificationState', ['sent', 'answered', 'refused', 'withdrawn'], {
      required: true,
      listed: true,
      milestone: true,
    }),
    law: choice('law', laws, { required: true, milestone: true }),
    receivedOn: day({ required: true, milestone: true, listed: true }),
    question: longText({}),
    rule: text({ max: 80, milestone: true }),
    dueOn: day({ sorted: true, listed: true, milestone: true }),
    advisory: choice('yesNo', ['yes', 'no'], { required: true, milestone: true }),
    complex: choice('yesNo', ['yes', 'no'], { milestone: true }),
    answeredAt: instant({ milestone: true }),
    finding: choice('finding', ['victim', 'not_victim', 'undetermined'], { listed: true, milestone: true }),
    reply: longText({}),
    refusedWhy: choice('verificationRefusal', verificationRefusals, { milestone: true }),
    /** The body that should have been asked, where the refusal names one. */
    betterOffice: office({ milestone: true }),
    /** The request this one renews: it was answered, refused or withdrawn, and something new has come up. */
    renews: ref('verification', { milestone: true }),
    newFacts: longText({ max: 2000 }),
    /** Why it was taken back; for the office that asked. */
    withdrawnWhy: text({ max: 300 }),
    remindOn: day({ milestone: true }),
    remindedAt: instant({ milestone: true }),
    escalateOn: day({ milestone: true }),
    escalatedAt: instant({ milestone: true }),
    escalatedTo: office({ milestone: true }),
  },
});

/** What the superior of a silent body is told: that an answer is owed, by whom and since when. Nothing in it says about whom, and it belongs to no file. */
export const owedAnswer = record('owedAnswer', {
  caption: ['requestNumber'],
  state: 'state',
  retention: withFile,
  indexes: [['toOffice', 'state'], ['verification']],
  fields: {
    verification: ref('verification', { required: true }),
    requestNumber: text({ required: true, listed: true, max: 30 }),
    toOffice: office({ required: true, listed: true }),
    owedBy: office({ required: true, listed: true }),
    state: choice('owedAnswerState', ['open', 'closed'], { required: true, listed: true }),
    receivedOn: day({ required: true, listed: true }),
    dueOn: day({ listed: true }),
    advisory: choice('yesNo', ['yes', 'no'], { required: true }),
    closedAt: instant({}),
  },
});

/** How two findings that contradict each other were brought to an end. Neither goes away: what is written here is which of them the offices go by. */
export const settlement = record('settlement', {
  partOf: 'person',
  state: 'state',
  caption: ['state', 'proposedOn'],
  retention: withFile,
  indexes: [['toOffice', 'state'], ['superior', 'state'], { fields: ['state'], where: 'stands is null' }],
  fields: {
    state: choice('settlementState', ['proposed', 'agreed', 'with_superior', 'decided'], {
      required: true,
      listed: true,
      milestone: true,
    }),
    /** The two assertions that contradict each other. */
    ours: ref('assertion', { required: true, milestone: true }),
    theirs: ref('assertion', { required: true, milestone: true }),
    toOffice: office({ required: true, milestone: true }),
    /** The one that is gone by; none means: to be verified anew. */
    stands: ref('assertion', { milestone: true }),
    proposedOn: day({ required: true, listed: true, milestone: true }),
    reason: longText({ required: true, max: 2000 }),
    answeredAt: instant({ milestone: true }),
    answer: longText({ max: 2000 }),
    superior: office({ milestone: true }),
    decidedAt: instant({ milestone: true }),
    decision: longText({ max: 2000 }),
  },
});

export const statementNotice = record('statementNotice', {
  partOf: 'person',
  caption: ['fileNumber', 'available'],
  retention: withFile,
  indexes: [['toOffice']],
  fields: {
    toOffice: office({ required: true, listed: true, milestone: true }),
    fileNumber: text({ required: true, listed: true, milestone: true, max: 30 }),
    available: answer({ required: true, listed: true, milestone: true }),
    contact: office({ required: true, listed: true, milestone: true }),
    fromDay: day({ listed: true, milestone: true }),
    withSupportPerson: answer({ milestone: true }),
  },
});

export const victimRecords = [
  screening,
  assertion,
  verification,
  owedAnswer,
  settlement,
  statementNotice,
] as const;
