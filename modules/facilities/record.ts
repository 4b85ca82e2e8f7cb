/* Where help is given: the register of facilities, how many places each has from which day, who stayed when, and what a visit found. Capacity is dated lines that
 * are only added; whether a facility is full, and whether it meets the standard, is counted from them and stands in no column. */
import {
  choice,
  choices,
  day,
  flag,
  instant,
  longText,
  office,
  officer,
  ref,
  sealed,
  text,
  unit,
  whole,
} from '../../kernel/fields/kinds.ts';
import { record } from '../../kernel/record/record.ts';
import { languageCodes } from '../people/index.ts';
import { serviceCodes } from './services.ts';

const ofFacility = { years: null, basis: 'not decided: with the register of facilities' };
const yesNo = ['yes', 'no'] as const;
const open = { tier: 'open', listed: true } as const;

export const facilityKinds = [
  'shelter',
  'social_work_centre',
  'crisis_line',
  'clinic',
  'school',
  'vocational_centre',
  'legal_aid_centre',
  'reintegration_group',
  'other',
] as const;

/** Held by the office that runs it. Where the place is secret, `unit` is where one is met, and nothing here says where it lies. */
export const facility = record('facility', {
  numbered: 'CS',
  state: 'state',
  caption: ['name'],
  retention: ofFacility,
  fields: {
    name: text({ ...open, required: true, sorted: true, max: 160 }),
    nameEn: text({ ...open, max: 160 }),
    facilityKind: choice('facilityKind', facilityKinds, { ...open, required: true }),
    state: choice('facilityState', ['open', 'paused', 'closed'], { ...open, required: true }),
    stateReason: text({ ...open, max: 300 }),
    services: choices('service', serviceCodes, { ...open, required: true }),
    servedSex: choices('sex', ['female', 'male', 'other'], { ...open, required: true }),
    ageFrom: whole({ ...open, max: 120 }),
    ageTo: whole({ ...open, max: 120 }),
    withChildren: choice('yesNo', yesNo, { ...open, required: true }),
    servedNationality: choice('servedNationality', ['anyone', 'vietnamese', 'foreign'], {
      ...open,
      required: true,
    }),
    languages: choices('spoken', languageCodes, { ...open, required: true }),
    unit: unit({ ...open, required: true }),
    secretPlace: choice('yesNo', yesNo, { ...open, required: true }),
    publicPlace: text({ ...open, max: 300 }),
    opening: text({ ...open, required: true, max: 200 }),
    roundTheClock: choice('yesNo', yesNo, { ...open, required: true }),
    contactOffice: office({ ...open, required: true }),
    contactWay: text({ ...open, max: 200 }),
  },
});

/** Where a facility really lies, apart from the directory that everybody reads: a right to read a column would reach every house. The last line counts. */
export const facilityAddress = record('facilityAddress', {
  appendOnly: true,
  caption: ['fromDay'],
  retention: ofFacility,
  indexes: [['facility']],
  fields: {
    facility: ref('facility', { required: true, listed: true }),
    fromDay: day({ required: true, listed: true }),
    address: sealed({ required: true, max: 300 }),
  },
});

export const capacityChange = record('capacityChange', {
  appendOnly: true,
  caption: ['fromDay', 'places'],
  retention: ofFacility,
  indexes: [['facility', 'fromDay']],
  fields: {
    facility: ref('facility', { ...open, required: true }),
    fromDay: day({ ...open, required: true }),
    places: whole({ ...open, required: true, max: 2000 }),
    capacityReason: choice(
      'capacityReason',
      ['first_entry', 'enlarged', 'repair', 'staff_missing', 'epidemic', 'season', 'other'],
      { ...open, required: true },
    ),
    note: text({ ...open, max: 300 }),
  },
});

/** Why somebody is taken in although there is no place; the first is never refused. */
export const overFullReasons = [
  'vital_interest',
  'no_other_place',
  'family_together',
  'place_free_soon',
  'other',
] as const;

/** Part of a person's file. `places` counts her and the children with her; the day of leaving is the first day the places are free again. */
export const stay = record('stay', {
  partOf: 'person',
  state: 'state',
  caption: ['admittedOn'],
  retention: { years: null, basis: 'with the file' },
  indexes: [
    ['facility', 'admittedOn'],
    ['facility', 'leftOn'],
  ],
  fields: {
    facility: ref('facility', { required: true, listed: true }),
    state: choice('stayState', ['staying', 'left'], { required: true, listed: true }),
    admittedOn: day({ required: true, listed: true, sorted: true }),
    places: whole({ required: true, listed: true, max: 20 }),
    referral: ref('referral', {}),
    overFull: choice('overFullReason', overFullReasons, { listed: true }),
    overFullNote: text({ max: 300 }),
    leftOn: day({ listed: true }),
    leaveReason: choice(
      'stayLeaveReason',
      ['went_home', 'own_place', 'other_facility', 'hospital', 'own_wish', 'no_notice', 'mistake', 'other'],
      { listed: true },
    ),
    leaveNote: text({ max: 500 }),
  },
});

export const facilityReview = record('facilityReview', {
  numbered: 'DG',
  state: 'state',
  caption: ['number', 'visitedOn'],
  retention: ofFacility,
  indexes: [
    ['facility', 'visitedOn'],
    ['runBy', 'visitedOn'],
  ],
  fields: {
    facility: ref('facility', { required: true, listed: true }),
    runBy: office({ required: true, listed: true }),
    state: choice('facilityReviewState', ['begun', 'finished'], { required: true, listed: true }),
    reviewKind: choice('facilityReviewKind', ['regular', 'follow_up', 'complaint', 'opening'], {
      required: true,
      listed: true,
    }),
    visitedOn: day({ required: true, listed: true, sorted: true }),
    announced: choice('yesNo', yesNo, { required: true, listed: true }),
    withWhom: text({ max: 300 }),
    standard: text({ required: true, listed: true, max: 60 }),
    summary: longText({ max: 4000 }),
    finishedAt: instant({ listed: true }),
    result: choice('facilityStanding', ['meets', 'open_findings', 'below'], { listed: true }),
  },
});

export const standardAnswers = ['met', 'partly', 'not_met', 'not_seen'] as const;

/** One answer to one line of the checklist. Answering again adds a line; the last counts. `essential` is what the checklist said on that day. */
export const standardsCheck = record('standardsCheck', {
  appendOnly: true,
  caption: ['item', 'answer'],
  retention: ofFacility,
  indexes: [['review'], ['runBy']],
  fields: {
    review: ref('facilityReview', { required: true }),
    facility: ref('facility', { required: true }),
    runBy: office({ required: true }),
    item: text({ required: true, listed: true, max: 60 }),
    essential: flag({ required: true, listed: true }),
    answer: choice('standardAnswer', standardAnswers, { required: true, listed: true }),
    finding: text({ listed: true, max: 1000 }),
  },
});

export const improvement = record('improvement', {
  numbered: 'KP',
  state: 'state',
  caption: ['number', 'dueOn'],
  retention: ofFacility,
  indexes: [
    ['owner', 'state', 'dueOn'],
    ['facility', 'state'],
    ['runBy', 'dueOn'],
  ],
  fields: {
    facility: ref('facility', { required: true, listed: true }),
    runBy: office({ required: true, listed: true }),
    review: ref('facilityReview', { required: true }),
    item: text({ listed: true, max: 60 }),
    /** The version of the checklist the line stands in, as at the visit: whoever mends it need not see the visit. */
    standard: text({ max: 60 }),
    state: choice('improvementState', ['open', 'done', 'verified'], { required: true, listed: true }),
    finding: text({ required: true, listed: true, max: 1000 }),
    measure: text({ required: true, listed: true, max: 1000 }),
    owner: office({ required: true, listed: true }),
    dueOn: day({ required: true, listed: true, sorted: true }),
    postponedWhy: text({ max: 300 }),
    doneOn: day({ listed: true }),
    doneBy: officer({}),
    evidence: longText({ max: 2000 }),
    verifiedAt: instant({ listed: true }),
    verifyNote: text({ max: 1000 }),
  },
});

export const facilityRecords = [
  facility,
  facilityAddress,
  capacityChange,
  stay,
  facilityReview,
  standardsCheck,
  improvement,
] as const;
