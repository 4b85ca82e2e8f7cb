/* Looking again at a file that was closed long ago, and what is left when it was erased. Both know the file by its number and its id only, as text: they stay
 * when the file is gone, and no key of the database may hold on to it. */
import {
  choice,
  day,
  instant,
  longText,
  office,
  officer,
  ref,
  text,
  whole,
} from '../../kernel/fields/kinds.ts';
import { record } from '../../kernel/record/record.ts';

const forGood = { years: null, basis: 'as long as the ledger: says that and why a file was kept or erased' };
const open = { tier: 'open', listed: true } as const;

export const reviewGrounds = ['period_over', 'her_request', 'opened_in_error', 'court_order'] as const;

export const retentionReview = record('retentionReview', {
  held: false,
  state: 'state',
  caption: ['fileNumber', 'state'],
  retention: forGood,
  indexes: [['state', 'eraseOn'], ['filePerson']],
  fields: {
    fileNumber: text({ ...open, required: true, max: 40 }),
    filePerson: text({ tier: 'open', required: true, max: 36 }),
    fileOffice: office({ ...open, required: true }),
    closedOn: day({ ...open }),
    dueOn: day({ ...open }),
    rule: text({ tier: 'open', max: 80 }),
    reviewGround: choice('reviewGround', reviewGrounds, { ...open, required: true }),
    groundArticle: text({ tier: 'open', max: 120 }),
    state: choice('reviewState', ['due', 'proposed', 'approved', 'kept', 'erased'], {
      ...open,
      required: true,
    }),
    decision: choice('reviewDecision', ['keep', 'erase'], { ...open }),
    keepUntil: day({ ...open }),
    reason: longText({ tier: 'open', max: 1000 }),
    proposedBy: officer({ tier: 'open' }),
    proposedAt: instant({ tier: 'open' }),
    decidedBy: officer({ tier: 'open' }),
    decidedAt: instant({ tier: 'open' }),
    decidedNote: text({ tier: 'open', max: 300 }),
    eraseOn: day({ ...open }),
    /** Why the sweep could not erase it: the code of the database, nothing else. */
    failedWhy: text({ tier: 'open', max: 60 }),
  },
});

/** What is left of an erased file. */
export const tombstone = record('tombstone', {
  held: false,
  caption: ['fileNumber', 'erasedAt'],
  retention: forGood,
  appendOnly: true,
  fields: {
    fileNumber: text({ ...open, required: true, max: 40 }),
    filePerson: text({ tier: 'open', required: true, max: 36 }),
    erasedAt: instant({ ...open, required: true }),
    reviewGround: choice('reviewGround', reviewGrounds, { ...open, required: true }),
    groundArticle: text({ tier: 'open', max: 120 }),
    proposedBy: officer({ tier: 'open', required: true }),
    approvedBy: officer({ tier: 'open', required: true }),
    review: ref('retentionReview', { tier: 'open', required: true }),
    /** How many rows of which table, as JSON. */
    rowsErased: longText({ tier: 'open', required: true }),
    bodiesErased: whole({ tier: 'open', required: true }),
  },
});

/** What is kept, each with a question of its own in the rules (`rules/retention`). */
export const keptThings = ['file', 'feedback', 'ledger', 'backup'] as const;

/** How long something is kept, as a text says that somebody read: the rules name none. */
export const retentionLength = record('retentionLength', {
  held: false,
  caption: ['keptThing', 'validFrom'],
  retention: forGood,
  indexes: [['keptThing', 'validFrom']],
  fields: {
    keptThing: choice('keptThing', keptThings, { ...open, required: true }),
    years: whole({ ...open, required: true, min: 1, max: 100 }),
    citation: text({ ...open, required: true, max: 120 }),
    note: longText({ tier: 'open', max: 1000 }),
    validFrom: day({ ...open, required: true }),
    validTo: day({ ...open }),
  },
});

export const retentionRecords = [retentionReview, tombstone, retentionLength] as const;
