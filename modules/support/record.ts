/* How she is, what was agreed, who does what by when, and how she may be reached. Needs stand side by side, domain by domain, and are never added up: no field here
 * is a number. Notes stay with the office that wrote them; how she may be reached is kept apart, because it outlives the file. */
import type { Field } from '../../kernel/fields/kind.ts';
import {
  type Answers,
  answer,
  answers,
  choice,
  choices,
  day,
  instant,
  longText,
  office,
  officer,
  ref,
  sealed,
  text,
} from '../../kernel/fields/kinds.ts';
import { record } from '../../kernel/record/record.ts';
import {
  actionOutcomes,
  agreements,
  closingGrounds,
  contactWays,
  dayParts,
  goalStates,
  herParts,
  type NeedDomain,
  needDomains,
  needLevels,
  planEnds,
  riskLevels,
} from './lists.ts';

const withFile = { years: null, basis: 'with the file' };
/** Which file a row is about, for lists and notices that name nobody. */
const fileNumber = text({ listed: true, milestone: true, max: 30 });

export const note = record('note', {
  partOf: 'person',
  caption: ['noteKind', 'onDay'],
  retention: withFile,
  indexes: [['office', 'onDay']],
  fields: {
    noteKind: choice('noteKind', ['talk', 'health', 'family', 'school_work', 'safety', 'other'], {
      required: true,
      listed: true,
    }),
    onDay: day({ required: true, listed: true }),
    text: longText({ required: true }),
  },
});

/** Each domain has the need as the worker sees it, her own words, and the answers about its factors: three fields, so that one domain can be shared without another. */
const ofDomains = Object.fromEntries(
  needDomains.flatMap(domain => [
    [`${domain}Need`, choice('needLevel', needLevels)],
    [`${domain}Words`, longText({ max: 2000 })],
    [`${domain}Factors`, answers()],
  ]),
) as Record<`${NeedDomain}Need` | `${NeedDomain}Words`, Field<string>> &
  Record<`${NeedDomain}Factors`, Field<Answers>>;

export const assessment = record('assessment', {
  partOf: 'person',
  caption: ['fileNumber', 'onDay'],
  state: 'state',
  retention: withFile,
  indexes: [['office', 'state', 'nextDue']],
  fields: {
    onDay: day({ required: true, listed: true, milestone: true }),
    factorSet: text({ required: true, max: 60 }),
    ...ofDomains,
    riskLevel: choice('riskLevel', riskLevels, { required: true, listed: true }),
    riskReasons: longText({ required: true, min: 10, max: 2000 }),
    state: choice('assessmentState', ['current', 'earlier'], {
      required: true,
      listed: true,
      milestone: true,
    }),
    nextDue: day({ listed: true, sorted: true, milestone: true }),
    nextFrom: day({ milestone: true }),
    rule: text({ max: 60, milestone: true }),
    fileNumber,
  },
});

export const supportPlan = record('supportPlan', {
  partOf: 'person',
  caption: ['fileNumber', 'openedOn'],
  state: 'state',
  retention: withFile,
  indexes: [['office', 'state', 'reviewDue']],
  fields: {
    openedOn: day({ required: true, listed: true, milestone: true }),
    agreedBy: choice('agreedBy', agreements, { required: true, listed: true }),
    agreedOn: day({ listed: true }),
    state: choice('planState', ['open', 'ended'], { required: true, listed: true, milestone: true }),
    reviewDue: day({ milestone: true }),
    rule: text({ max: 60, milestone: true }),
    endedOn: day({ milestone: true }),
    endReason: choice('planEnd', planEnds),
    fileNumber,
  },
});

export const planGoal = record('planGoal', {
  partOf: 'person',
  caption: ['domain', 'goal'],
  state: 'state',
  retention: withFile,
  fields: {
    plan: ref('supportPlan', { required: true }),
    domain: choice('needDomain', needDomains, { required: true, listed: true }),
    goal: text({ required: true, listed: true, max: 300 }),
    herWords: longText({ asked: true, max: 2000 }),
    state: choice('goalState', goalStates, { required: true, listed: true }),
    stateNote: longText({ max: 1000 }),
  },
});

export const caseConference = record('caseConference', {
  partOf: 'person',
  caption: ['fileNumber', 'heldOn'],
  retention: withFile,
  fields: {
    heldOn: day({ required: true, listed: true }),
    herPart: choice('herPart', herParts, { required: true, listed: true }),
    herWords: longText({ asked: true, max: 2000 }),
    minutes: longText({ required: true, max: 8000 }),
    ground: choice('ground', ['consent', 'legal_duty', 'vital_interest', 'criminal_procedure']),
    groundArticle: text({ max: 120 }),
    consent: ref('consent', {}),
    fileNumber,
  },
});

export const conferenceAttendee = record('conferenceAttendee', {
  partOf: 'person',
  caption: ['officerName'],
  retention: withFile,
  appendOnly: true,
  fields: {
    conference: ref('caseConference', { required: true }),
    attending: office({ required: true, listed: true }),
    officerName: text({ required: true, listed: true, max: 120 }),
  },
});

/** What somebody does by a day: for a goal of the plan, or as a conference decided. The owner's office reads this line and nothing else of the file by it. */
export const planAction = record('planAction', {
  partOf: 'person',
  caption: ['fileNumber', 'what'],
  state: 'state',
  retention: withFile,
  indexes: [
    ['toOffice', 'state', 'dueOn'],
    ['office', 'state', 'dueOn'],
  ],
  fields: {
    goal: ref('planGoal', {}),
    conference: ref('caseConference', {}),
    referral: ref('referral', {}),
    what: text({ required: true, listed: true, max: 300 }),
    toOffice: office({ required: true, listed: true, milestone: true }),
    owner: officer({ listed: true }),
    dueOn: day({ required: true, listed: true, sorted: true, milestone: true }),
    state: choice('actionState', ['open', ...actionOutcomes], {
      required: true,
      listed: true,
      milestone: true,
    }),
    reportedAt: instant({ milestone: true }),
    reportedBy: officer({}),
    whyNot: text({ max: 500 }),
    outcomeNote: longText({ max: 2000 }),
    fileNumber,
  },
});

/** How she allowed to be reached, from then on: the newest counts. Numbers are sealed; the rest must be readable before anybody calls. */
export const safeContact = record('safeContact', {
  partOf: 'person',
  caption: ['givenOn', 'contactAfter'],
  appendOnly: true,
  retention: withFile,
  fields: {
    givenOn: day({ required: true, listed: true, milestone: true }),
    givenBy: choice('consentGiver', ['herself', 'guardian', 'herself_and_guardian'], { required: true }),
    contactAfter: answer({ required: true, listed: true }),
    ways: choices('contactWay', contactWays),
    times: choices('dayPart', dayParts),
    timesNote: text({ max: 200 }),
    words: longText({ max: 1000 }),
    throughWhom: text({ max: 200 }),
    callNumber: sealed({ format: 'phone', max: 40 }),
    neverCall: sealed({ format: 'phone', max: 40 }),
    warning: longText({ max: 1000 }),
  },
});

/** Asking after her: planned by the schedule of the risk level, then made, or not. */
export const followUp = record('followUp', {
  partOf: 'person',
  caption: ['fileNumber', 'dueOn'],
  state: 'state',
  retention: withFile,
  indexes: [
    ['toOffice', 'state', 'dueOn'],
    ['office', 'state', 'dueOn'],
  ],
  fields: {
    toOffice: office({ required: true, listed: true, milestone: true }),
    dueOn: day({ required: true, listed: true, sorted: true, milestone: true }),
    plannedFrom: day({ milestone: true }),
    rule: text({ max: 60, milestone: true }),
    state: choice('followUpState', ['planned', 'done', 'cancelled'], {
      required: true,
      listed: true,
      milestone: true,
    }),
    onDay: day({ listed: true, milestone: true }),
    way: choice('contactWay', contactWays),
    dayPart: choice('dayPart', dayParts),
    numberUsed: choice('numberUsed', ['agreed', 'other']),
    outcome: choice('followUpOutcome', ['contact_made', 'not_reached', 'she_declined'], { listed: true }),
    howSheIs: longText({ max: 4000 }),
    needsHelp: answer({}),
    cancelledWhy: text({ max: 300 }),
    fileNumber,
  },
});

/** A file is closed by two: one asks, the head of the office approves. Opening it again never waits; the head confirms afterwards. */
export const fileDecision = record('fileDecision', {
  partOf: 'person',
  caption: ['fileNumber', 'change'],
  state: 'state',
  retention: withFile,
  indexes: [['office', 'state']],
  fields: {
    change: choice('fileChange', ['close', 'reopen'], { required: true, listed: true, milestone: true }),
    grounds: choice('closingGrounds', closingGrounds, { listed: true }),
    reason: longText({ required: true, max: 2000 }),
    state: choice('fileDecisionState', ['asked', 'approved', 'refused', 'withdrawn'], {
      required: true,
      listed: true,
      milestone: true,
    }),
    askedBy: officer({ required: true, listed: true }),
    decidedBy: officer({}),
    decidedAt: instant({ milestone: true }),
    decisionNote: longText({ max: 1000 }),
    fileNumber,
  },
});

export const supportRecords = [
  note,
  assessment,
  supportPlan,
  planGoal,
  caseConference,
  conferenceAttendee,
  planAction,
  safeContact,
  followUp,
  fileDecision,
] as const;
