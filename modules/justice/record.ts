/* Reports of crime and case files, apart from the files of victims: nothing of a victim is copied here. A case is handled by three bodies in three seats: the unit that
 * investigates, the procuracy that supervises and accuses, the court that tries. Every part of a case carries the seats, so that each body finds its cases along a column that
 * names it. No date of a limit is kept: limits are computed from what stands here (case-clocks.ts). */
import {
  answer,
  choice,
  corrections,
  day,
  flag,
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
import { OFFENCE_POINTS, SEVERITIES } from '../../rules/schema-justice.ts';
import { deadline, digest } from './deadline.ts';
import { exhibitParts } from './exhibit-record.ts';
import {
  accusedRoles,
  accusedStates,
  caseLevels,
  caseStates,
  extendable,
  grantingBodies,
  joiningGrounds,
  measureKinds,
  offenceCodes,
  reportDecisionKinds,
  reportKinds,
  reportOutcomes,
  reportStates,
  reportWays,
  stepKinds,
  suspendGrounds,
} from './lists.ts';
import { reportDutyFamilies } from './report-duties.ts';
import { byCase, part, retention, seatNames, seats } from './seats.ts';
import { dutyFamilies } from './side-duties.ts';
import { statementRecords } from './statement-record.ts';

/** Denunciations, news and proposals (article 144 of the Criminal Procedure Code). Who reported is sealed. */
export const crimeReport = record('crimeReport', {
  numbered: 'TB',
  readingEntered: true,
  state: 'state',
  caption: ['number', 'receivedAt'],
  retention,
  indexes: [
    ['toOffice', 'state'],
    ['procuracy', 'receivedAt'],
  ],
  fields: {
    reportKind: choice('reportKind', reportKinds, { required: true, listed: true }),
    reportWay: choice('reportWay', reportWays, { required: true }),
    receivedAt: instant({ required: true, listed: true, sorted: true }),
    place: unit({ listed: true }),
    summary: longText({ required: true, max: 4000 }),
    reporter: sealed({ max: 300 }),
    /** Who took it: commune police hand over within hours (joint circular 01/2017, article 8), longer where the way is long. */
    takenByCommune: answer({}),
    remotePost: answer({ required: true }),
    /** A serious, very serious or extremely serious crime, as it looks: it must be handed over at once. */
    looksSerious: answer({ required: true }),
    state: choice('crimeReportState', reportStates, { required: true, listed: true }),
    /** The body with the power to resolve it, once it was handed over or taken up here. */
    toOffice: office({ listed: true }),
    /** Who passed it on without having taken it: it can still see what became of it. */
    passedBy: office({}),
    handedAt: instant({}),
    handedMinutes: text({ max: 60 }),
    /** When the first body was given it that may resolve it, where that one handed it on: the time to resolve it runs from there. */
    firstHandedAt: instant({}),
    takenUpOn: day({}),
    resolver: officer({}),
    procuracy: office({ listed: true }),
    /** Sexual abuse of somebody under 18: investigator and procurator go over the evidence together before the time ends (joint circular 01/2022). */
    abuseOfMinor: answer({}),
    reportOutcome: choice('reportOutcome', reportOutcomes, { listed: true }),
    resolvedOn: day({}),
    decisionNumber: text({ max: 60 }),
    decisionGround: text({ max: 300 }),
    corrections: corrections(),
  },
});

/** What was decided about the time a report may take (articles 147 to 149). */
export const reportDecision = record('reportDecision', {
  caption: ['decisionKind', 'decidedOn'],
  retention,
  indexes: [['crimeReport'], ['toOffice', 'decidedOn'], ['procuracy', 'decidedOn']],
  fields: {
    crimeReport: ref('crimeReport', { required: true }),
    /** The body that resolves the report, and the procuracy that supervises. */
    toOffice: office({ required: true }),
    procuracy: office({}),
    decisionKind: choice('reportDecisionKind', reportDecisionKinds, { required: true, listed: true }),
    decidedOn: day({ required: true, listed: true, sorted: true }),
    decisionNumber: text({ required: true, max: 60, listed: true }),
    suspendGround: choice('suspendGround', suspendGrounds, { listed: true }),
    note: text({ max: 300 }),
    turn: whole({ min: 1, max: 9, listed: true }),
    lengthUnit: choice('lengthUnit', ['day', 'month'], { listed: true }),
    lengthValue: whole({ min: 1, max: 60, listed: true }),
    grantedBy: choice('grantingBody', grantingBodies, { listed: true }),
    corrections: corrections(),
  },
});

/** That something which goes with a report was done: classified, told, sent. */
export const reportDutyDone = record('reportDutyDone', {
  caption: ['limitFamily', 'doneOn'],
  retention,
  indexes: [['crimeReport'], ['toOffice', 'doneOn'], ['procuracy', 'doneOn']],
  fields: {
    crimeReport: ref('crimeReport', { required: true }),
    /** The body that had the report, and the procuracy that supervises. */
    toOffice: office({ required: true }),
    procuracy: office({}),
    limitFamily: choice('limitFamily', reportDutyFamilies, { required: true, listed: true }),
    /** What it goes with: the body that received the report, a decision, or the report itself. */
    ofRow: text({ required: true, max: 36 }),
    doneOn: day({ required: true, listed: true, sorted: true }),
    decisionNumber: text({ max: 60 }),
    /** Classified as another body's: from this moment it has to be passed on. */
    notOursAt: instant({}),
    /** Noted by mistake: it is to be done still. */
    takenBack: flag(),
    corrections: corrections(),
  },
});

export const criminalCase = record('criminalCase', {
  numbered: 'VA',
  readingEntered: true,
  state: 'state',
  caption: ['number', 'title'],
  retention,
  indexes: seatNames.map(seat => [seat, 'openedOn']),
  fields: {
    /** What the three bodies call it among themselves: no names of victims. */
    title: text({ required: true, max: 160, listed: true }),
    crimeReport: ref('crimeReport', {}),
    caseLevel: choice('caseLevel', caseLevels, { required: true, listed: true }),
    openedOn: day({ required: true, listed: true, sorted: true }),
    openedDecision: text({ required: true, max: 60 }),
    /** The heaviest class of the charges that stand. */
    severity: choice('severity', SEVERITIES, { required: true, listed: true }),
    state: choice('caseState', caseStates, { required: true, listed: true }),
    ...seats,
    inCharge: officer({ listed: true }),
    /** Who of the procuracy and of the court has it. */
    procurator: officer({ listed: true }),
    judge: officer({ listed: true }),
    /** And of those that hear the appeal. */
    appealProcurator: officer({ listed: true }),
    appealJudge: officer({ listed: true }),
  },
});

/** Something done in a case on a day, by a decision with a number. */
export const caseStep = record('caseStep', {
  ...byCase,
  caption: ['stepKind', 'onDay'],
  fields: {
    ...part,
    stepKind: choice('caseStepKind', stepKinds, { required: true, listed: true }),
    onDay: day({ required: true, listed: true, sorted: true }),
    decisionNumber: text({ max: 60, listed: true }),
    /** For a decision to try: the day of the hearing. */
    hearingOn: day({ listed: true }),
    note: text({ max: 500 }),
    /** The case that was joined or split off, or the one a step came along with. */
    otherCase: ref('criminalCase', {}),
    joiningGround: choice('joiningGround', joiningGrounds, {}),
    corrections: corrections(),
  },
});

export const accused = record('accused', {
  ...byCase,
  state: 'state',
  caption: ['fullName'],
  fields: {
    ...part,
    fullName: text({ required: true, max: 120, listed: true }),
    born: partialDay({}),
    sex: choice('sex', ['female', 'male', 'other'], {}),
    accusedRole: choice('accusedRole', accusedRoles, { required: true, listed: true }),
    chargedOn: day({ listed: true, sorted: true }),
    chargedDecision: text({ max: 60 }),
    state: choice('accusedState', accusedStates, { required: true, listed: true }),
    corrections: corrections(),
  },
});

/** An offence somebody is charged with from a day on. A heavier or lighter one is a row of its own, from its own day. */
export const charge = record('charge', {
  ...byCase,
  caption: ['offence', 'fromDay'],
  fields: {
    ...part,
    accused: ref('accused', { required: true }),
    offence: choice('offence', offenceCodes, { required: true, listed: true }),
    clause: whole({ required: true, min: 1, max: 9, listed: true }),
    point: choice('offencePoint', OFFENCE_POINTS, {}),
    severity: choice('severity', SEVERITIES, { required: true, listed: true }),
    fromDay: day({ required: true, listed: true, sorted: true }),
    decisionNumber: text({ max: 60 }),
    /** The charge it took the place of. */
    replaces: ref('charge', {}),
    why: text({ max: 300 }),
    corrections: corrections(),
  },
});

/** Custody, detention, bail, surety, a ban on leaving: each with its order, and a limit of its own where the law sets one. */
export const measure = record('measure', {
  ...byCase,
  caption: ['measureKind', 'fromAt'],
  fields: {
    ...part,
    accused: ref('accused', { required: true }),
    measureKind: choice('measureKind', measureKinds, { required: true, listed: true }),
    fromAt: instant({ required: true, listed: true, sorted: true }),
    orderNumber: text({ max: 60 }),
    /** What was ordered; the law's limit stands beside it. */
    orderedMonths: whole({ min: 0, max: 60 }),
    orderedDays: whole({ min: 0, max: 60 }),
    endedOn: day({ listed: true }),
    endedWhy: text({ max: 300 }),
    corrections: corrections(),
  },
});

/** An extension somebody granted, by a written decision. */
export const limitExtension = record('limitExtension', {
  ...byCase,
  caption: ['limitFamily', 'decidedOn'],
  fields: {
    ...part,
    accused: ref('accused', {}),
    limitFamily: choice('limitFamily', extendable, { required: true, listed: true }),
    turn: whole({ required: true, min: 1, max: 9, listed: true }),
    lengthUnit: choice('lengthUnit', ['day', 'month'], { required: true, listed: true }),
    lengthValue: whole({ required: true, min: 1, max: 60, listed: true }),
    grantedBy: choice('grantingBody', grantingBodies, { required: true, listed: true }),
    decidedOn: day({ required: true, listed: true, sorted: true }),
    decisionNumber: text({ required: true, max: 60 }),
    /** The joined case it was granted in. */
    otherCase: ref('criminalCase', {}),
    corrections: corrections(),
  },
});

/** That something which goes with a step, a charge or a measure was done: sent, delivered, ratified. */
export const dutyDone = record('dutyDone', {
  ...byCase,
  caption: ['limitFamily', 'doneOn'],
  fields: {
    ...part,
    limitFamily: choice('limitFamily', dutyFamilies, { required: true, listed: true }),
    /** The row it goes with. */
    ofRow: text({ required: true, max: 36 }),
    doneOn: day({ required: true, listed: true, sorted: true }),
    decisionNumber: text({ max: 60 }),
    /** Noted by mistake: it was not done, and may be noted anew. */
    takenBack: flag(),
    corrections: corrections(),
  },
});

/** The parts of a case its limits follow from. */
export const limitParts = [caseStep, accused, charge, measure, limitExtension, dutyDone] as const;
export const caseParts = [...limitParts, ...exhibitParts] as const;
export const justiceRecords = [
  crimeReport,
  reportDecision,
  reportDutyDone,
  criminalCase,
  ...caseParts,
  ...statementRecords,
  deadline,
  digest,
] as const;
