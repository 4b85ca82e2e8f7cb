/* Limits that are running, as the board, the calendar and the reminders read them. A row is never written by anybody: it is made from the acts of a case or a report, and made
 * again whenever one of them changes, or the law, or the calendar. Why a day is what it is the page of the case says, where it is counted anew. */
import { choice, day, flag, instant, office, officer, ref, text, whole } from '../../kernel/fields/kinds.ts';
import { record } from '../../kernel/record/record.ts';
import { stageNames } from './stages.ts';

/** Whether passing it makes somebody late; a right of the parties is nobody's duty. */
export const deadlineForces = ['binds', 'advises', 'right'] as const;
export type DeadlineForce = (typeof deadlineForces)[number];

const byDay = ['force', 'dueBy'] as const;

export const deadline = record('deadline', {
  held: false,
  derived: true,
  caption: ['fileNumber', 'limitFamily'],
  retention: { years: null, basis: 'made from the case, and gone with what it was made from' },
  indexes: [
    ['duty', ...byDay],
    ['handler', ...byDay],
    ['procuracy', ...byDay],
    ['court', ...byDay],
    ['nextHandler', ...byDay],
    ['appealProcuracy', ...byDay],
    ['appealCourt', ...byDay],
    ['criminalCase'],
    ['crimeReport'],
    // Those somebody may still have to be told of.
    { fields: ['tellAt'], where: 'tell_at is not null' },
  ],
  fields: {
    criminalCase: ref('criminalCase', {}),
    crimeReport: ref('crimeReport', {}),
    fileNumber: text({ required: true, max: 40, listed: true }),
    /** Tells this limit from the others of the same case, also after its day has moved. */
    limitKey: text({ required: true, max: 160 }),
    limitFamily: text({ required: true, max: 80, listed: true }),
    rule: text({ required: true, max: 120 }),
    stage: choice('stage', stageNames, { required: true, listed: true }),
    force: choice('deadlineForce', deadlineForces, { required: true, listed: true }),
    accused: ref('accused', {}),
    startOn: day({ required: true }),
    dueOn: day({ listed: true }),
    /** The moment from which it is past: the end of its last day, or the hour itself. */
    dueBy: instant({ sorted: true }),
    toTheHour: flag({ required: true }),
    provisional: flag({ required: true }),
    /** By when the next extension must be asked for, and the end if every one is granted. */
    askUntil: day({ listed: true }),
    lastOn: day({}),
    granted: whole({ required: true, min: 0, max: 20 }),
    /** Whose duty it is, and who of them. */
    duty: office({ required: true, listed: true }),
    dutyOfficer: officer({ listed: true }),
    /** Whether it carries somebody's name at all. */
    named: flag({ required: true }),
    handler: office({}),
    procuracy: office({}),
    court: office({}),
    nextHandler: office({}),
    appealProcuracy: office({}),
    appealCourt: office({}),
    /** How many rungs of the ladder were told of this day. */
    told: whole({ required: true, min: 0, max: 9 }),
    /** When the next is come to; none of a limit that makes nobody late. */
    tellAt: instant({}),
    /** A digest of all the above: whether anything of it is another now. */
    made: text({ required: true, max: 40 }),
  },
});

/** What an officer finds in the morning: how much of hers is past, due today, due this week. */
export const digest = record('digest', {
  held: false,
  appendOnly: true,
  caption: ['onDay'],
  retention: { years: 1, basis: 'practice: the limits themselves stay with the case' },
  indexes: [['toOfficer', 'onDay']],
  fields: {
    toOfficer: officer({ required: true, tier: 'open' }),
    onDay: day({ required: true, tier: 'open', listed: true }),
    overdue: whole({ required: true, tier: 'open', listed: true, min: 0 }),
    dueToday: whole({ required: true, tier: 'open', listed: true, min: 0 }),
    dueThisWeek: whole({ required: true, tier: 'open', listed: true, min: 0 }),
  },
});
