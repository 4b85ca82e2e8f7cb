/* What the person herself says about how she was treated. Three records that must not meet: the invitation is part of her file and knows no answer; the answers
 * and the complaint lie with another office than the one they are about, name no person, and carry only the quarter. */
import {
  choice,
  day,
  instant,
  longText,
  office,
  officer,
  sealed,
  text,
  whole,
} from '../../kernel/fields/kinds.ts';
import { record } from '../../kernel/record/record.ts';

const openly = { tier: 'open', listed: true } as const;
const undecided = { years: null, basis: 'not decided (rules/retention)' };

/** Languages the tablet offers; what of them was read by a native speaker, `web/words/` says. */
export const feedbackLanguages = ['vi', 'hmn', 'dao', 'giay', 'tay', 'zh'] as const;

/** What is asked, one picture each. */
export const feedbackQuestions = ['respected', 'understood', 'safe', 'chosen', 'helped'] as const;
export const feedbackAnswers = ['good', 'middle', 'bad', 'skipped'] as const;
const answered = choice('feedbackAnswer', feedbackAnswers, { required: true, listed: true });

/** A tablet handed over: opens one feedback, once, for half an hour. Whether it was used is granted to nobody. */
export const feedbackInvitation = record('feedbackInvitation', {
  partOf: 'person',
  caption: ['until'],
  retention: { years: null, basis: 'with the file' },
  indexes: [['codeHash']],
  fields: {
    openedBy: officer({ required: true, milestone: true }),
    feedbackLanguage: choice('feedbackLanguage', feedbackLanguages, { required: true, milestone: true }),
    codeHash: text({ required: true, max: 64 }),
    until: instant({ required: true, milestone: true }),
    usedAt: instant({}),
  },
});

export const feedback = record('feedback', {
  caption: ['aboutOffice', 'quarterOf'],
  retention: undecided,
  indexes: [['aboutOffice', 'quarterOf']],
  fields: {
    aboutOffice: office({ required: true, listed: true }),
    /** The first day of the quarter; the row's own moment says no more. */
    quarterOf: day({ required: true, listed: true }),
    feedbackLanguage: choice('feedbackLanguage', feedbackLanguages, { required: true }),
    respected: answered,
    understood: answered,
    safe: answered,
    chosen: answered,
    helped: answered,
    words: sealed({ max: 1000 }),
  },
});

export const complaintKinds = ['complaint', 'not_safe'] as const;

export const complaint = record('complaint', {
  numbered: 'KN',
  state: 'state',
  caption: ['number', 'complaintKind'],
  retention: undecided,
  indexes: [['office', 'state']],
  fields: {
    aboutOffice: office({ required: true, listed: true }),
    complaintKind: choice('complaintKind', complaintKinds, { required: true, listed: true }),
    state: choice('complaintState', ['open', 'taken', 'closed'], { required: true, listed: true }),
    words: sealed({ max: 1000 }),
    /** Only when she allowed it. */
    fileNumber: text({ max: 40 }),
    answerBy: day({}),
    takenBy: officer({}),
    takenAt: instant({}),
    outcome: choice('complaintOutcome', ['put_right', 'passed_on', 'not_confirmed', 'could_not_follow'], {
      listed: true,
    }),
    outcomeNote: longText({ max: 2000 }),
    closedAt: instant({}),
  },
});

export const recordingTypes = ['webm', 'ogg', 'mp4', 'mp3', 'wav'] as const;
/** The largest recording of one sentence, in bytes: a minute as a tablet records it. */
export const mostRecordingBytes = 1_000_000;

/**
 * One sentence of the tablet in one language, spoken by an interpreter or written by a translator, who is named. Nothing of any person is in it. A later line stands in
 * place of an earlier one; one that turned out wrong is withdrawn and stays to be seen.
 */
export const spokenSentence = record('spokenSentence', {
  caption: ['feedbackLanguage', 'sentence'],
  retention: { years: null, basis: 'kept: what people were told when they were asked' },
  indexes: [['feedbackLanguage', 'sentence']],
  fields: {
    feedbackLanguage: choice('feedbackLanguage', feedbackLanguages, { ...openly, required: true }),
    sentence: text({ ...openly, required: true, max: 40 }),
    givenOn: day({ ...openly, required: true }),
    interpreter: text({ ...openly, required: true, max: 120 }),
    maker: officer({ ...openly, required: true }),
    written: text({ ...openly, max: 1000 }),
    recordingType: choice('recordingType', recordingTypes, openly),
    size: whole(openly),
    hash: text({ tier: 'open', max: 64 }),
    content: sealed({ max: 1_400_000 }),
    withdrawnOn: day(openly),
    withdrawnWhy: text({ ...openly, max: 300 }),
  },
});

export const feedbackRecords = [feedbackInvitation, feedback, complaint, spokenSentence] as const;
