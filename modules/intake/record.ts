/* The first hour: how she came, what she needs now, who came with her, what she allows. Needs come before everything else on the screen and in law. */
import {
  answer,
  answers,
  choice,
  choices,
  codes,
  day,
  instant,
  longText,
  office,
  officer,
  partialDay,
  ref,
  sealed,
  text,
  unit,
  whole,
} from '../../kernel/fields/kinds.ts';
import { record } from '../../kernel/record/record.ts';
import { agencyKinds } from '../agencies/index.ts';
import { countryCodes, languageCodes } from '../people/index.ts';

const withFile = { years: null, basis: 'with the file' };

export const routes = [
  'self_return',
  'foreign_handover',
  'rescued',
  'commune_office',
  'hotline_111',
  'referred',
  'criminal_case',
] as const;

export const arrival = record('arrival', {
  partOf: 'person',
  caption: ['route', 'arrivedAt'],
  retention: withFile,
  fields: {
    route: choice('route', routes, { required: true, listed: true, milestone: true }),
    arrivedAt: instant({ asked: true, listed: true, milestone: true }),
    place: unit({ asked: true }),
    placeNote: text({ max: 200 }),
    fromCountry: choice('country', countryCodes, { asked: true }),
    fromArea: text({ asked: true, max: 120 }),
    leftHome: partialDay({ asked: true }),
    handedOverBy: text({ max: 200 }),
    childrenWithHer: whole({ asked: true, max: 30 }),
    /** Only what she wants to tell; no screen asks for it. */
    herAccount: longText({ asked: true }),
  },
});

export const needs = record('needs', {
  partOf: 'person',
  caption: ['madeAt'],
  retention: withFile,
  fields: {
    safety: answer({ listed: true }),
    medical: answer({ listed: true }),
    medicalNote: text({ max: 500 }),
    food: answer({}),
    clothing: answer({}),
    rest: answer({}),
    interpreter: answer({}),
    interpreterLanguages: choices('spoken', languageCodes, {}),
    met: choices('immediateNeed', ['safety', 'medical', 'food', 'clothing', 'rest', 'interpreter'], {}),
    /** Who must not learn that she is here, in her words; goes to nobody unless the sender adds it. */
    keepFrom: text({ max: 300 }),
  },
});

export const child = record('child', {
  partOf: 'person',
  caption: ['childName'],
  retention: withFile,
  indexes: [{ fields: ['ownFile'], where: 'own_file is not null' }],
  fields: {
    childName: text({ asked: true, max: 120, listed: true }),
    born: partialDay({ asked: true, listed: true }),
    sex: choice('sex', ['female', 'male', 'other'], { asked: true }),
    relation: choice('childRelation', ['own_child', 'sibling', 'relative', 'other'], { asked: true }),
    ownFile: ref('person', {}),
    note: text({ max: 300 }),
  },
});

export const consentPurposes = [
  'services',
  'referral',
  'statistics',
  'research',
  'media',
  'cross_border',
  'criminal_proceedings',
  'family_contact',
] as const;

/** The seven things that are explained before a consent counts (IOM screening practice, as listed in HTCDS). */
export const explanations = [
  'interview',
  'purpose',
  'use_of_data',
  'research_use',
  'right_to_see',
  'how_long',
  'how_to_withdraw',
] as const;

export const consentGivers = ['herself', 'guardian', 'herself_and_guardian'] as const;

export const consent = record('consent', {
  partOf: 'person',
  caption: ['consentPurpose', 'given'],
  retention: withFile,
  indexes: [['office', 'until'], { fields: ['until'], where: 'until is not null' }],
  fields: {
    consentPurpose: choice('consentPurpose', consentPurposes, {
      required: true,
      listed: true,
      milestone: true,
    }),
    given: answer({ required: true, listed: true, milestone: true }),
    recipient: office({ listed: true }),
    /** Every office of one kind of agency, where no office is named. */
    recipientKind: choice('agencyKind', agencyKinds, {}),
    /** Which bundles of the file (cover.ts); none named: the everyday ones. */
    dataClasses: codes({}),
    explained: answers({}),
    language: choice('spoken', languageCodes, {}),
    interpreter: answer({}),
    interpreterWho: text({ max: 200 }),
    givenBy: choice('consentGiver', consentGivers, { required: true }),
    guardianAnswer: answer({}),
    guardianWho: text({ max: 200 }),
    /** Whether the guardian may have had a part in what happened. */
    guardianInvolved: answer({}),
    /** The child's own yes or no, beside the guardian's. */
    childAssent: answer({}),
    until: day({ milestone: true }),
    withdrawnAt: instant({ milestone: true }),
    withdrawnWhy: text({ max: 300 }),
  },
});

/** What she took back of a consent, and when: a row of its own each time, so that nothing is written over. */
export const withdrawal = record('withdrawal', {
  partOf: 'person',
  caption: ['whole', 'madeAt'],
  retention: withFile,
  appendOnly: true,
  indexes: [['consent']],
  fields: {
    consent: ref('consent', { required: true, milestone: true }),
    whole: choice('yesNo', ['yes', 'no'], { required: true, listed: true, milestone: true }),
    dataClasses: codes({}),
    /** Ids of offices. */
    recipients: codes({}),
    /** The fields of those classes, as they were on that day. */
    endedFields: codes({}),
    saidBy: choice('consentGiver', consentGivers, { required: true, listed: true }),
    why: text({ max: 300 }),
    sharesEnded: whole({}),
  },
});

/** An interview, a screening or an assessment that is not finished: kept sealed on the server, so that it survives a closed browser and never rests on the tablet. */
export const draftKinds = ['intake', 'screening', 'assessment'] as const;

export const draft = record('draft', {
  caption: ['draftKind', 'changedAt'],
  state: 'state',
  retention: { years: 0, basis: 'discarded when it became what it was to be, or by the officer' },
  indexes: [['keptBy', 'state'], ['person']],
  fields: {
    draftKind: choice('draftKind', draftKinds, { required: true, listed: true }),
    /** Whom it is about; an interview is of nobody yet. */
    person: ref('person', { listed: true }),
    keptBy: officer({ required: true }),
    state: choice('draftState', ['open', 'used', 'discarded'], { required: true, listed: true }),
    step: text({ max: 60, listed: true }),
    body: sealed({ max: 60000 }),
  },
});

export const intakeRecords = [arrival, needs, child, consent, withdrawal, draft] as const;
