/* How people are received when they do not come alone to the door: groups handed over with a list, rescue operations, and what a minor, a foreigner or somebody who needs an interpreter
 * is owed at once. A line of a list and a safety plan are about somebody who has no file yet; once there is one they name it, and nothing of hers is copied into them. */
import {
  answer,
  answers,
  choice,
  choices,
  day,
  instant,
  longText,
  officer,
  offices,
  ref,
  sealed,
  text,
  unit,
  whole,
} from '../../kernel/fields/kinds.ts';
import { record } from '../../kernel/record/record.ts';
import { countryCodes, languageCodes } from '../people/index.ts';

const withFile = { years: null, basis: 'with the file' };
const undecided = { years: null, basis: 'not decided: awaits the retention of the files that came of it' };

export const groupArrival = record('groupArrival', {
  numbered: 'BG',
  state: 'state',
  caption: ['number', 'handedOverAt'],
  retention: undecided,
  indexes: [['office', 'state']],
  fields: {
    handedOverBy: text({ required: true, max: 200, listed: true }),
    handedOverCountry: choice('country', countryCodes, { required: true }),
    handedOverAt: instant({ required: true, listed: true, sorted: true }),
    place: unit({}),
    placeNote: text({ max: 200, listed: true }),
    /** The minutes of hand-over (biên bản giao, nhận; TTLT 01/2014). */
    minutesNumber: text({ max: 60, listed: true }),
    minutesOn: day({}),
    signedThere: text({ max: 200 }),
    signedHere: text({ max: 200 }),
    countOnMinutes: whole({ required: true, min: 1, max: 300, listed: true }),
    agreement: text({ max: 300 }),
    returnRoute: text({ max: 300 }),
    note: longText({ max: 2000 }),
    state: choice('groupState', ['open', 'closed'], { required: true, listed: true }),
    /** Why the minutes, the list and the people who were there do not agree. */
    difference: longText({ max: 1000 }),
  },
});

/** Why a person on the list was not received. She may still be: every one of these can be taken back. */
export const asideStates = ['not_present', 'not_vietnamese', 'refuses'] as const;

export const groupLine = record('groupLine', {
  state: 'lineState',
  caption: ['lineNumber', 'nameWritten'],
  retention: undecided,
  indexes: [['groupArrival', 'lineNumber'], ['file']],
  fields: {
    groupArrival: ref('groupArrival', { required: true }),
    lineNumber: whole({ required: true, min: 1, max: 999, listed: true, sorted: true }),
    nameWritten: text({ required: true, max: 120, listed: true }),
    bornWritten: text({ max: 40, listed: true }),
    sex: choice('sex', ['female', 'male', 'other'], { listed: true }),
    remarks: text({ max: 500, listed: true }),
    lineState: choice('lineState', ['waiting', 'received', ...asideStates], { required: true, listed: true }),
    asideWhy: text({ max: 500, listed: true }),
    file: ref('person', { listed: true }),
    settledAt: instant({ listed: true }),
  },
});

/** The offices named as partners, any number of them. A plan names those of its operation, so that whoever is taken off the operation is out of its plans with the same statement. */
const partners = offices({});

export const rescueOperation = record('rescueOperation', {
  numbered: 'GC',
  state: 'state',
  caption: ['number', 'state'],
  retention: undecided,
  fields: {
    state: choice('rescueState', ['planned', 'running', 'ended', 'reviewed', 'called_off'], {
      required: true,
      listed: true,
    }),
    startsAt: instant({ required: true, listed: true, sorted: true }),
    endsAt: instant({ listed: true }),
    place: unit({ listed: true }),
    placeNote: sealed({ max: 300 }),
    leader: officer({ required: true, listed: true }),
    partners,
    aim: longText({ max: 2000 }),
    expected: whole({ max: 300, listed: true }),
    beganAt: instant({}),
    endedAt: instant({}),
    calledOffWhy: text({ max: 500 }),
    debrief: longText({ max: 4000 }),
    learned: longText({ max: 2000 }),
    reviewedAt: instant({}),
  },
});

export const foundStates = ['expected', 'found', 'not_there', 'elsewhere'] as const;

export const safetyPlan = record('safetyPlan', {
  state: 'foundState',
  caption: ['planNumber', 'foundState'],
  retention: undecided,
  indexes: [['rescueOperation', 'planNumber'], ['file']],
  fields: {
    rescueOperation: ref('rescueOperation', { required: true }),
    /** Who she is in this operation until there is a file: a number, never a name. */
    planNumber: whole({ required: true, min: 1, max: 300, listed: true, sorted: true }),
    foundState: choice('foundState', foundStates, { required: true, listed: true }),
    file: ref('person', { listed: true }),
    partners,
    ageGroup: choice('ageGroup', ['child', 'adult', 'unclear'], { listed: true }),
    sex: choice('sex', ['female', 'male', 'other'], { listed: true }),
    risks: longText({ max: 2000 }),
    mustNotLearn: sealed({ max: 500 }),
    safeWord: sealed({ max: 120 }),
    whereTo: sealed({ max: 300 }),
    transport: text({ max: 300 }),
    medical: longText({ max: 1000 }),
    childrenWithHer: whole({ max: 30, listed: true }),
    spoken: choices('spoken', languageCodes, { listed: true }),
    afterwards: longText({ max: 2000 }),
  },
});

/** Asked of every interpreter before she hears a word; a yes does not forbid, it must be known. */
export const conflictQuestions = [
  'knows_family',
  'same_village',
  'related',
  'knows_suspect',
  'paid_by_other',
  'works_for_party',
] as const;

export const interpreterEngagement = record('interpreterEngagement', {
  partOf: 'person',
  caption: ['language', 'onDay'],
  appendOnly: true,
  retention: withFile,
  fields: {
    interpreterName: text({ required: true, max: 120 }),
    organisation: text({ max: 200 }),
    language: choice('spoken', languageCodes, { required: true, listed: true }),
    mode: choice('interpretingMode', ['in_person', 'phone', 'video'], { required: true, listed: true }),
    interpretingFor: choice(
      'interpretingFor',
      ['reception', 'screening', 'interview', 'medical', 'legal', 'journey', 'other'],
      { required: true, listed: true },
    ),
    onDay: day({ required: true, listed: true, milestone: true }),
    conflicts: answers({}),
    goOnWhy: text({ max: 500 }),
    confidentialityOn: day({}),
    interpreterSex: choice('sex', ['female', 'male', 'other'], {}),
    sexPreferred: choice('sexPreferred', ['female', 'male', 'no_preference'], { asked: true }),
  },
});

/** What is done for a child in its own interest, in the order it is usually done; a later row of a step takes the place of the earlier one and both stay. */
export const outcomesOf = {
  guardian: ['guardian_found', 'guardian_appointed', 'guardian_none'],
  tracing: ['tracing_running', 'family_found', 'family_not_found', 'tracing_not_safe'],
  family_safety: ['return_safe', 'return_unsafe', 'return_unclear'],
  view: ['view_heard', 'view_not_now'],
  decision: ['place_family', 'place_relatives', 'place_foster', 'place_shelter', 'place_other'],
  review: ['review_keep', 'review_change'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type InterestStep = keyof typeof outcomesOf;
export const interestSteps = Object.keys(outcomesOf) as readonly InterestStep[];

export const bestInterests = record('bestInterests', {
  partOf: 'person',
  caption: ['interestStep', 'doneOn'],
  appendOnly: true,
  retention: withFile,
  indexes: [['office', 'reviewOn']],
  fields: {
    interestStep: choice('interestStep', interestSteps, { required: true, listed: true, milestone: true }),
    doneOn: day({ required: true, listed: true, milestone: true }),
    outcome: choice('interestOutcome', Object.values(outcomesOf).flat(), { required: true, listed: true }),
    /** Who represents the child, or who decided: a person with a name. */
    byWhom: text({ max: 200 }),
    heardBy: choices('heardBy', ['talk', 'drawing', 'play', 'interpreter', 'trusted_person', 'observation']),
    reasons: longText({ max: 4000 }),
    reviewOn: day({ listed: true }),
    reviewRule: text({ max: 80 }),
  },
});

/** What a person of another nationality is owed besides: nothing of it happens without her, or without a law that says so. */
export const foreignSteps = ['embassy', 'stay', 'voluntary_return'] as const;

export const foreignStep = record('foreignStep', {
  partOf: 'person',
  caption: ['foreignStepKind', 'doneOn'],
  appendOnly: true,
  retention: withFile,
  fields: {
    foreignStepKind: choice('foreignStepKind', foreignSteps, {
      required: true,
      listed: true,
      milestone: true,
    }),
    doneOn: day({ required: true, listed: true, milestone: true }),
    foreignOutcome: choice('foreignOutcome', ['done', 'asked_for', 'not_wanted', 'not_possible'], {
      required: true,
      listed: true,
    }),
    /** The embassy, the immigration office, the receiving side. */
    withWhom: text({ max: 200 }),
    consent: ref('consent', {}),
    groundArticle: text({ max: 120 }),
    herWill: answer({}),
    safeReturn: answer({}),
    until: day({ listed: true }),
    note: longText({ max: 2000 }),
  },
});

export const receptionRecords = [
  groupArrival,
  groupLine,
  rescueOperation,
  safetyPlan,
  interpreterEngagement,
  bestInterests,
  foreignStep,
] as const;
