/* A referral asks another office to help and says what it may see: which fields, for what purpose, on which ground, until when. The share is the part the
 * database enforces; the receiver reads the file only through it. A verification request makes a share of its own. */
import {
  choice,
  choices,
  codes,
  day,
  instant,
  longText,
  office,
  partialDay,
  ref,
  text,
} from '../../kernel/fields/kinds.ts';
import { record } from '../../kernel/record/record.ts';
import { serviceCodes } from '../facilities/index.ts';

const withFile = { years: null, basis: 'with the file' };

export const grounds = ['consent', 'legal_duty', 'vital_interest', 'criminal_procedure'] as const;
export const sharePurposes = [
  'services',
  'shelter',
  'verification',
  'reintegration',
  'investigation',
] as const;

export const referral = record('referral', {
  partOf: 'person',
  numbered: 'CG',
  state: 'state',
  caption: ['number', 'state'],
  retention: withFile,
  indexes: [
    ['toOffice', 'state'],
    ['office', 'state', 'answeredAt'],
  ],
  fields: {
    toOffice: office({ required: true, listed: true, milestone: true }),
    state: choice('referralState', ['sent', 'accepted', 'returned', 'completed', 'revoked'], {
      required: true,
      listed: true,
      milestone: true,
    }),
    referralPurpose: choice('sharePurpose', sharePurposes, { required: true, listed: true, milestone: true }),
    services: choices('service', serviceCodes),
    sharedFields: codes({ required: true }),
    ground: choice('ground', grounds, { required: true, listed: true, milestone: true }),
    groundArticle: text({ max: 120, milestone: true }),
    consent: ref('consent', {}),
    /** Why it goes out although something about the consent gives doubt. */
    doubtNote: text({ max: 300 }),
    until: day({ required: true, listed: true, milestone: true }),
    message: longText({ max: 2000 }),
    sentAt: instant({ required: true, listed: true, sorted: true, milestone: true }),
    remindOn: day({ milestone: true }),
    remindedAt: instant({ milestone: true }),
    answeredAt: instant({ milestone: true }),
    returnReason: choice(
      'returnReason',
      ['no_place', 'not_our_task', 'cannot_serve_need', 'she_does_not_want', 'other'],
      { milestone: true },
    ),
    answerNote: longText({ max: 2000 }),
    endedAt: instant({ milestone: true }),
    outcome: choice(
      'referralOutcome',
      ['service_given', 'partly_given', 'she_declined', 'moved_on', 'other'],
      { milestone: true },
    ),
  },
});

export const share = record('share', {
  partOf: 'person',
  caption: ['toOffice', 'until'],
  retention: withFile,
  indexes: [
    ['toOffice', 'until'],
    ...['fileName', 'fileBorn', 'fileMadeAt'].map(by => ({
      fields: ['toOffice', by, 'person', 'fileSex', 'fileEthnicity', 'fileState'],
      where: 'revoked_at is null',
    })),
    ['person', 'toOffice'],
    { fields: ['consent'], where: 'revoked_at is null and consent is not null' },
  ],
  fields: {
    toOffice: office({ required: true, listed: true, milestone: true }),
    referral: ref('referral', {}),
    verification: ref('verification', {}),
    sharedFields: codes({ required: true }),
    sharePurpose: choice('sharePurpose', sharePurposes, { required: true, listed: true, milestone: true }),
    ground: choice('ground', grounds, { required: true, listed: true, milestone: true }),
    consent: ref('consent', {}),
    startsAt: instant({ required: true, milestone: true }),
    until: instant({ required: true, listed: true, milestone: true }),
    revokedAt: instant({ listed: true, milestone: true }),
    revokedWhy: text({ max: 200, milestone: true }),
    // What a list of shared files is sorted and filtered by, kept by the database and only as far as it was shared.
    fileName: text({ sorted: true, max: 120 }),
    fileBorn: partialDay({}),
    fileMadeAt: instant({}),
    fileSex: text({ max: 20 }),
    fileEthnicity: text({ max: 20 }),
    fileState: text({ max: 20 }),
  },
});

/**
 * Why something sent was taken back, for those who sent it. Apart from the referral, because the receiver reads the whole of that row and must learn no more
 * than that it was taken back.
 */
export const revocation = record('revocation', {
  partOf: 'person',
  appendOnly: true,
  caption: ['madeAt'],
  retention: withFile,
  fields: {
    referral: ref('referral', { required: true }),
    reason: text({ required: true, max: 200 }),
  },
});

/**
 * A share is made to an office, but an investigator of that office reads it only on a ground of criminal procedure: what was sent to her division so that it
 * could verify is for those who verify. SQL on the columns of `share`, in the views of what was shared.
 */
export const shareCounts = "(ground = 'criminal_procedure' or current_user::text <> 'ct_investigator')";

export const referralRecords = [referral, share, revocation] as const;
