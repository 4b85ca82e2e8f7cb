/* What the law gives, as records: dated amounts and budget sources, which belong to everybody and name nobody; and on a person's file the application, the
 * decision on each regime, and what was paid or handed over. A payment is never changed: a wrong one is taken back by a row of its own. */
import {
  choice,
  choices,
  day,
  instant,
  longText,
  office,
  ref,
  text,
  whole,
} from '../../kernel/fields/kinds.ts';
import { record } from '../../kernel/record/record.ts';
import { laws } from '../victims/index.ts';
import { eligibleKinds, regimeCodes } from './codes.ts';

const withFile = { years: null, basis: 'with the file' };
const forGood = { years: null, basis: 'kept for good: old decisions cite them' };
const open = { tier: 'open', listed: true, milestone: true } as const;

/** The largest amount that can be entered, in đồng. */
export const mostDong = 2_000_000_000;
export const amountUnits = [
  'once',
  'per_day',
  'per_month',
  'per_session',
  'per_course',
  'per_school_year',
  'per_trip',
] as const;

export const amountLine = record('amountLine', {
  held: false,
  caption: ['regime', 'amountUnit'],
  retention: forGood,
  indexes: [['law', 'regime', 'amountUnit']],
  fields: {
    law: choice('law', laws, { ...open, required: true }),
    regime: choice('regime', regimeCodes, { ...open, required: true }),
    amountUnit: choice('amountUnit', amountUnits, { ...open, required: true }),
    /** In đồng; null while nobody has read it. */
    amount: whole({ ...open, max: mostDong }),
    citation: text({ ...open, required: true, max: 300 }),
    note: longText({ tier: 'open', milestone: true, max: 1000 }),
    validFrom: day({ ...open, required: true }),
    validTo: day({ ...open }),
  },
});

export const budgetKinds = ['central', 'provincial', 'fund', 'donor'] as const;

export const budgetSource = record('budgetSource', {
  held: false,
  caption: ['sourceName'],
  retention: forGood,
  fields: {
    sourceName: text({ ...open, required: true, max: 160 }),
    budgetKind: choice('budgetKind', budgetKinds, { ...open, required: true }),
    validFrom: day({ ...open, required: true }),
    validTo: day({ ...open }),
  },
});

/** As the papers call themselves; whether one is enough is for whoever gives the aid. */
export const hardshipKinds = ['poor_household', 'near_poor_household', 'other'] as const;

export const hardshipPaper = record('hardshipPaper', {
  partOf: 'person',
  caption: ['hardshipKind', 'issuedOn'],
  retention: withFile,
  fields: {
    hardshipKind: choice('hardshipKind', hardshipKinds, { required: true, listed: true }),
    issuer: text({ required: true, max: 200 }),
    paperNumber: text({ max: 60 }),
    issuedOn: day({ required: true, listed: true }),
    /** The last day on which it holds; null where the paper names none. */
    validUntil: day({ listed: true }),
    note: text({ max: 300 }),
    struckAt: instant({}),
    struckWhy: text({ max: 300 }),
  },
});

export const signers = ['person', 'guardian', 'representative'] as const;
/** Where an application lies: in the old era it went from the commune by whoever appraised it (the district's labour office, from March 2025 the health department: `with_district`) to the district's chair. */
export const applicationSteps = ['with_commune', 'with_district', 'to_decide'] as const;

export const supportApplication = record('supportApplication', {
  partOf: 'person',
  numbered: 'HT',
  state: 'state',
  caption: ['number', 'state'],
  retention: withFile,
  indexes: [['toOffice', 'state']],
  fields: {
    toOffice: office({ required: true, listed: true, milestone: true }),
    state: choice('applicationState', [...applicationSteps, 'decided', 'withdrawn'], {
      required: true,
      listed: true,
      milestone: true,
    }),
    law: choice('law', laws, { required: true, listed: true, milestone: true }),
    regimes: choices('regime', regimeCodes, { required: true, listed: true }),
    eligibleAs: choice('eligibleAs', eligibleKinds, { required: true }),
    /** The day that chooses the law; null while she is still being identified. */
    identifiedOn: day({ milestone: true }),
    /** Two bodies contradict each other about her; whoever decides is told. */
    contested: choice('yesNo', ['yes', 'no'], { required: true }),
    appliedOn: day({ required: true, listed: true, milestone: true }),
    stepOn: day({ required: true, milestone: true }),
    rule: text({ max: 80, milestone: true }),
    dueOn: day({ sorted: true, listed: true, milestone: true }),
    advisory: choice('yesNo', ['yes', 'no'], { required: true, milestone: true }),
    signedBy: choice('signedBy', signers, { required: true }),
    share: ref('share', {}),
    decidedOn: day({ listed: true, milestone: true }),
    withdrawnWhy: text({ max: 300 }),
  },
});

export const supportDecision = record('supportDecision', {
  partOf: 'person',
  caption: ['regime', 'decisionOutcome'],
  retention: withFile,
  indexes: [
    ['application'],
    // What is granted and not yet paid, for those who pay.
    {
      fields: ['office', 'decidedOn'],
      where: "decision_outcome = 'granted' and (handed_over = 0 or paid < amount)",
    },
  ],
  fields: {
    application: ref('supportApplication', { required: true }),
    law: choice('law', laws, { required: true }),
    regime: choice('regime', regimeCodes, { required: true, listed: true }),
    decisionOutcome: choice('decisionOutcome', ['granted', 'refused'], { required: true, listed: true }),
    decidedOn: day({ required: true, listed: true }),
    decidedBy: office({ required: true, listed: true }),
    decisionNumber: text({ max: 60, listed: true }),
    article: text({ max: 200 }),
    reason: longText({ max: 1000 }),
    amountLine: ref('amountLine', {}),
    quantity: whole({ min: 1, max: 1000 }),
    /** Granted in all, in đồng; null where only something in kind was granted. */
    amount: whole({ min: 1, max: mostDong, listed: true }),
    inKind: text({ max: 300 }),
    /** What was paid of it, in đồng, and how often something was handed over. Kept here so that two who pay at once meet on one row. */
    paid: whole({ required: true, max: mostDong, listed: true }),
    handedOver: whole({ required: true, listed: true }),
  },
});

export const payment = record('payment', {
  partOf: 'person',
  numbered: 'CT',
  caption: ['number', 'paidOn'],
  appendOnly: true,
  retention: withFile,
  indexes: [['decision'], ['budgetSource', 'paidOn']],
  fields: {
    decision: ref('supportDecision', { required: true }),
    law: choice('law', laws, { required: true }),
    regime: choice('regime', regimeCodes, { required: true, listed: true }),
    paymentForm: choice('paymentForm', ['cash', 'transfer', 'in_kind'], { required: true, listed: true }),
    /** In đồng; what is given in kind may carry its value. */
    amount: whole({ min: 1, max: mostDong, listed: true }),
    inKind: text({ max: 300, listed: true }),
    budgetSource: ref('budgetSource', { required: true, listed: true }),
    paidOn: day({ required: true, listed: true, sorted: true }),
    receiptNumber: text({ required: true, max: 60, listed: true }),
    signedBy: choice('signedBy', signers, { required: true, listed: true }),
    /** The payment this row takes back, and why. */
    reverses: ref('payment', { listed: true }),
    reason: text({ max: 300 }),
  },
});

export const entitlementRecords = [
  amountLine,
  budgetSource,
  hardshipPaper,
  supportApplication,
  supportDecision,
  payment,
] as const;
