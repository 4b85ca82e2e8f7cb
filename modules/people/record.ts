/* A person and her file. Who she is, as far as she wants to say: every answer may stand unanswered with a state of its own. What was found about her
 * (victim or not) is not here: it is a list of dated assertions in `victims`. Numbers, contact, address and account are sealed. */
import {
  answer,
  choice,
  choices,
  codes,
  day,
  instant,
  longText,
  names,
  officer,
  partialDay,
  ref,
  sealed,
  text,
  unit,
  whole,
} from '../../kernel/fields/kinds.ts';
import { record } from '../../kernel/record/record.ts';
import { ethnicityCodes, languageCodes, nationalityCodes } from './lists.ts';

const victimFile = {
  years: null,
  basis: 'not decided: the retention of victim files awaits a legal opinion',
};

export const person = record('person', {
  isFile: true,
  numbered: 'NN',
  state: 'state',
  caption: ['number', 'fullName'],
  retention: victimFile,
  fields: {
    fullName: text({ asked: true, sorted: true, listed: true, max: 120 }),
    otherNames: names({ asked: true }),
    born: partialDay({ asked: true, sorted: true, listed: true }),
    sex: choice('sex', ['female', 'male', 'other'], { asked: true, listed: true }),
    ethnicity: choice('ethnicity', ethnicityCodes, { asked: true, listed: true }),
    nationality: choice('country', nationalityCodes, { asked: true }),
    /** Lives in Viet Nam for good: of somebody without a nationality the law asks it. */
    livesHere: answer({}),
    /** Is still in another country; whoever opens a file has mostly met the person here. */
    abroadNow: answer({}),
    spoken: choices('spoken', languageCodes, { asked: true }),
    origin: unit({ asked: true, listed: true }),
    originNote: text({ max: 200 }),
    state: choice('fileState', ['open', 'closed'], { required: true, listed: true, milestone: true }),
    entry: choice('entry', ['screen', 'import', 'api', 'seed'], { required: true, tier: 'restricted' }),
    phone: sealed({ format: 'phone', asked: true }),
    address: sealed({ max: 300, asked: true }),
    bankAccount: sealed({ max: 120, format: 'text', asked: true }),
    importKey: text({ max: 64 }),
    exchange: longText({ max: 20000 }),
  },
});

export const identityPaper = record('identityPaper', {
  partOf: 'person',
  caption: ['paperKind'],
  retention: victimFile,
  fields: {
    paperKind: choice(
      'identityPaperKind',
      ['cccd', 'cmnd', 'passport', 'border_pass', 'cn_id', 'birth_certificate', 'other'],
      {
        required: true,
        listed: true,
      },
    ),
    paperNumber: sealed({ format: 'identity_number', max: 40 }),
    issuedOn: day(),
    issuer: text(),
    formatWarnings: codes({}),
  },
});

export const likeness = record('likeness', {
  partOf: 'person',
  caption: ['level'],
  state: 'verdict',
  retention: victimFile,
  indexes: [['office', 'verdict', 'madeAt']],
  fields: {
    other: ref('person', { required: true }),
    level: choice('likenessLevel', ['same', 'likely', 'possible'], { required: true, listed: true }),
    bits: whole({ required: true, max: 1000 }),
    reasons: longText({ required: true }),
    verdict: choice('verdict', ['open', 'same', 'different', 'undecided'], {
      required: true,
      listed: true,
      milestone: true,
    }),
    decidedBy: officer(),
    decidedAt: instant(),
    decidedWhy: text({ max: 500 }),
  },
});

export const exceptionAccess = record('exceptionAccess', {
  partOf: 'person',
  indexes: [['officer']],
  caption: ['until'],
  retention: { years: null, basis: 'as long as the ledger' },
  fields: {
    officer: officer({ required: true, listed: true, milestone: true }),
    reason: longText({ required: true, min: 20, max: 1000 }),
    until: instant({ required: true, listed: true, milestone: true }),
    endedAt: instant({ milestone: true }),
    reviewedBy: officer(),
    reviewedAt: instant(),
    reviewedFinding: choice('exceptionFinding', ['justified', 'not_justified'], {}),
    /** Two review it, one after the other; the second is somebody else. */
    secondBy: officer(),
    secondAt: instant(),
    secondFinding: choice('exceptionFinding', ['justified', 'not_justified'], {}),
  },
});

export const peopleRecords = [person, identityPaper, likeness, exceptionAccess] as const;
