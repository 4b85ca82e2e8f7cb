/* Key cases: what the three agencies agree about a criminal case, beside the case and never in it. Nothing here is read when a limit is counted. Every row carries the seats of
 * its case (ADR 14); the court may be named here before the indictment names one for the case, and sees then the key case and not the case. Names of victims do not belong here. */
import {
  choice,
  codes,
  corrections,
  day,
  instant,
  longText,
  officer,
  ref,
  sealed,
  text,
  whole,
} from '../../kernel/fields/kinds.ts';
import { record } from '../../kernel/record/record.ts';
import {
  keyCaseEnds,
  keyCasePriorities,
  keyCaseStates,
  keyCaseVotes,
  roundKinds,
  roundOutcomes,
  targetSteps,
} from './key-lists.ts';
import { bodySeats, byCase, part } from './seats.ts';

export const keyCase = record('keyCase', {
  numbered: 'TD',
  readingEntered: true,
  state: 'state',
  caption: ['number', 'title'],
  retention: byCase.retention,
  indexes: [['criminalCase'], ...[...bodySeats, 'nextHandler'].map(seat => [seat, 'proposedOn'])],
  fields: {
    ...part,
    /** The case's own title, for the court that does not see the case yet. */
    title: text({ required: true, max: 160, listed: true }),
    state: choice('keyCaseState', keyCaseStates, { required: true, listed: true }),
    priority: choice('keyCasePriority', keyCasePriorities, { required: true, listed: true }),
    priorityWhy: text({ max: 300 }),
    proposedOn: day({ required: true, listed: true, sorted: true }),
    /** How often the three have been asked: to agree, again, to end it. */
    rounds: whole({ required: true, min: 1, max: 99 }),
    votesCast: whole({ required: true, min: 0, max: 3, listed: true }),
    agreedOn: day({ listed: true }),
    endedOn: day({ listed: true }),
    /** The Monday of the last week whose missing progress was brought to mind. */
    remindedWeek: day({}),
  },
});

const ofKeyCase = { ...part, keyCase: ref('keyCase', { required: true, listed: true }) };
const byKeyCase = { retention: byCase.retention, indexes: [['keyCase'], ['criminalCase']] };
const seat = choice('keyCaseSeat', bodySeats, { required: true, listed: true });

/** One asking of the three: on which grounds, by whom, under which rule of agreement, and what came of it. */
export const keyCaseRound = record('keyCaseRound', {
  ...byKeyCase,
  state: 'outcome',
  caption: ['turn', 'roundKind'],
  fields: {
    ...ofKeyCase,
    turn: whole({ required: true, min: 1, max: 99, listed: true }),
    roundKind: choice('keyCaseRoundKind', roundKinds, { required: true, listed: true }),
    proposedBy: seat,
    proposer: officer({ required: true }),
    proposedOn: day({ required: true, listed: true }),
    /** The version of the checklist, and what was ticked in it. */
    checklist: text({ max: 60 }),
    grounds: codes({ listed: true }),
    endReason: choice('keyCaseEnd', keyCaseEnds, { listed: true }),
    reasons: longText({ required: true, max: 4000, listed: true }),
    agreement: text({ required: true, max: 60 }),
    outcome: choice('keyCaseOutcome', roundOutcomes, { required: true, listed: true }),
    decidedOn: day({ listed: true }),
    withdrawnWhy: text({ max: 500 }),
  },
});

/** What one agency said, with its reasons: kept whatever the others say. The office is that of the seat on the day. */
export const keyCaseVote = record('keyCaseVote', {
  ...byKeyCase,
  caption: ['seat', 'vote'],
  fields: {
    ...ofKeyCase,
    round: ref('keyCaseRound', { required: true }),
    seat,
    vote: choice('keyCaseVote', keyCaseVotes, { required: true, listed: true }),
    reasons: longText({ required: true, max: 4000, listed: true }),
    votedBy: officer({ required: true, listed: true }),
    votedAt: instant({ required: true, listed: true, sorted: true }),
  },
});

const rendering = { max: 4_000_000 } as const;

/** The joint record of a round: its bytes are what the three sign. Another one made in its place voids it and whatever was signed on it. */
export const keyCasePaper = record('keyCasePaper', {
  ...byKeyCase,
  state: 'state',
  caption: ['turn', 'state'],
  fields: {
    ...ofKeyCase,
    round: ref('keyCaseRound', { required: true }),
    turn: whole({ required: true, min: 1, max: 99, listed: true }),
    state: choice('keyCasePaperState', ['awaiting', 'signed', 'void'], { required: true, listed: true }),
    madeOn: day({ required: true, listed: true }),
    /** What the three agreed besides: how they divide the work, what each does first. */
    conclusions: longText({ max: 4000 }),
    /** The paper as blocks (JSON), and as it was handed out. */
    blocks: sealed({ max: 200_000 }),
    docx: sealed(rendering),
    pdf: sealed(rendering),
    /** SHA-256 of the bytes, in hexadecimal; `pdfHash` is what is signed. */
    docxHash: text({ required: true, max: 64 }),
    pdfHash: text({ required: true, max: 64, listed: true }),
    /** The same paper with a page that says who signed which hash and when. */
    signedDocx: sealed(rendering),
    signedPdf: sealed(rendering),
    signedDocxHash: text({ max: 64 }),
    signedPdfHash: text({ max: 64 }),
    voidedAt: instant({}),
    voidedWhy: text({ max: 500 }),
  },
});

/** One of the three signatures: who, in which office and post, when, and the hash of exactly the bytes that were before her. */
export const keyCaseSignature = record('keyCaseSignature', {
  ...byKeyCase,
  caption: ['seat', 'signedAt'],
  fields: {
    ...ofKeyCase,
    paper: ref('keyCasePaper', { required: true }),
    seat,
    signedHash: text({ required: true, max: 64 }),
    signer: officer({ required: true, listed: true }),
    signerName: text({ required: true, max: 120 }),
    signerTitle: text({ max: 120 }),
    officeName: text({ required: true, max: 200 }),
    signedAt: instant({ required: true, listed: true, sorted: true }),
    voidedAt: instant({}),
  },
});

export const keyCaseMeeting = record('keyCaseMeeting', {
  ...byKeyCase,
  state: 'state',
  caption: ['meetsAt', 'place'],
  fields: {
    ...ofKeyCase,
    state: choice('keyCaseMeetingState', ['planned', 'held', 'cancelled'], { required: true, listed: true }),
    meetsAt: instant({ required: true, listed: true, sorted: true }),
    place: text({ required: true, max: 200, listed: true }),
    agenda: text({ max: 1000 }),
    /** The people who were there for each agency, by name and post. */
    attendees: longText({ max: 2000 }),
    minutes: longText({ max: 8000 }),
    decisions: longText({ max: 4000, listed: true }),
    cancelledWhy: text({ max: 300 }),
  },
});

/** A day the three want a step done by. An aim of theirs: it makes no limit of the law shorter or longer, and nobody late. */
export const keyCaseTarget = record('keyCaseTarget', {
  ...byKeyCase,
  state: 'state',
  caption: ['stepKind', 'aimOn'],
  fields: {
    ...ofKeyCase,
    stepKind: choice('caseStepKind', targetSteps, { required: true, listed: true }),
    aimOn: day({ required: true, listed: true, sorted: true }),
    state: choice('keyCaseTargetState', ['standing', 'replaced', 'dropped'], {
      required: true,
      listed: true,
    }),
    note: text({ max: 500, listed: true }),
  },
});

/** What was done in a week, as one of the three tells it. */
export const keyCaseProgress = record('keyCaseProgress', {
  ...byKeyCase,
  caption: ['weekFrom', 'seat'],
  fields: {
    ...ofKeyCase,
    /** The Monday of the week. */
    weekFrom: day({ required: true, listed: true, sorted: true }),
    seat,
    done: longText({ required: true, max: 4000, listed: true }),
    next: longText({ required: true, max: 2000, listed: true }),
    obstacle: text({ max: 1000, listed: true }),
    corrections: corrections(),
  },
});

/** What changes its seats with the case. */
export const keyCaseRecords = [
  keyCase,
  keyCaseRound,
  keyCaseVote,
  keyCasePaper,
  keyCaseSignature,
  keyCaseMeeting,
  keyCaseTarget,
  keyCaseProgress,
] as const;
