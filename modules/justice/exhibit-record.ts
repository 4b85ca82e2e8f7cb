/* Exhibits of a case, the files that came with them, and the chain of who answered for each from the first moment on. A step of the chain is never changed: a hand-over is
 * one step and its confirmation by the taker another. What holds a state secret is not here: of it the system keeps a reference number and says so. Who opened a file,
 * when and why stands in the ledger alone. */
import {
  choice,
  day,
  instant,
  longText,
  office,
  officer,
  ref,
  sealed,
  text,
  whole,
} from '../../kernel/fields/kinds.ts';
import { record } from '../../kernel/record/record.ts';
import {
  custodyKinds,
  exhibitKinds,
  exhibitStates,
  exhibitWays,
  mediaTypes,
  mostExhibitBytes,
} from './exhibit-lists.ts';
import { byCase, part } from './seats.ts';

export const exhibit = record('exhibit', {
  ...byCase,
  numbered: 'VC',
  readingEntered: true,
  state: 'state',
  caption: ['number', 'exhibitKind'],
  indexes: [['criminalCase'], { fields: ['nextHolder'], where: 'next_holder is not null' }],
  fields: {
    ...part,
    exhibitKind: choice('exhibitKind', exhibitKinds, { required: true, listed: true }),
    /** It holds a state secret (Law 29/2018, 117/2025): nothing but its reference number is kept here. */
    classified: choice('yesNo', ['no', 'yes'], { required: true, listed: true }),
    referenceNumber: text({ max: 60, listed: true }),
    what: longText({ max: 1000 }),
    exhibitWay: choice('exhibitWay', exhibitWays, { required: true }),
    gotAt: instant({ required: true, listed: true, sorted: true }),
    gotPlace: text({ max: 300 }),
    minutesNumber: text({ max: 60 }),
    /** Of whom it was taken, or who handed it in. */
    fromWhom: sealed({ max: 300 }),
    state: choice('exhibitState', exhibitStates, { required: true, listed: true }),
    /** Who answers for it now; nobody once it is released or destroyed. */
    holder: officer({ listed: true }),
    holderOffice: office({ listed: true }),
    /** To whom it is being handed over, until she confirms. */
    nextHolder: officer({}),
    /** The number of the last step of its chain. */
    lastTurn: whole({ required: true, min: 1 }),
    lastAt: instant({ required: true }),
  },
});

export const custodyStep = record('custodyStep', {
  ...byCase,
  indexes: [['criminalCase'], ['exhibit']],
  caption: ['custodyKind', 'happenedAt'],
  fields: {
    ...part,
    exhibit: ref('exhibit', { required: true }),
    turn: whole({ required: true, min: 1, listed: true }),
    custodyKind: choice('custodyKind', custodyKinds, { required: true, listed: true }),
    happenedAt: instant({ required: true, listed: true, sorted: true }),
    giver: officer({ listed: true }),
    /** Who answers for it from this step on. */
    holder: officer({ listed: true }),
    holderOffice: office({ listed: true }),
    place: text({ max: 200 }),
    /** The body that examines it. */
    toBody: text({ max: 200 }),
    /** To whom it was released. */
    toOwner: sealed({ max: 300 }),
    decisionNumber: text({ max: 60, listed: true }),
    decidedOn: day({}),
    /** The number on the seal it was closed with. */
    sealNumber: text({ max: 60 }),
    note: text({ max: 500 }),
  },
});

export const exhibitFile = record('exhibitFile', {
  ...byCase,
  indexes: [['criminalCase'], ['exhibit']],
  caption: ['title'],
  fields: {
    ...part,
    exhibit: ref('exhibit', { required: true }),
    title: text({ required: true, max: 120, listed: true }),
    mediaType: choice('mediaType', mediaTypes, { required: true, listed: true }),
    size: whole({ required: true, listed: true }),
    /** SHA-256 of the bytes as they came in, in hexadecimal; the server computes it. */
    hash: text({ required: true, max: 64, listed: true }),
    broughtBy: officer({ required: true, listed: true }),
    content: sealed({ max: Math.ceil(mostExhibitBytes / 3) * 4 }),
  },
});

export const exhibitParts = [exhibit, custodyStep, exhibitFile] as const;
