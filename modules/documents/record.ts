/* Papers made from the data, and papers received. A document is made as a draft, gets its number and its bytes when it is issued, and never changes after
 * that: a correction is another document that replaces it. Both the bytes and what was filled in rest sealed, since they hold personal data. A scan is a
 * picture of paper: the signed copy of a document of ours, or a paper somebody else made. */
import {
  answer,
  choice,
  codes,
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
import { formCodes } from './forms/index.ts';

const withFile = { years: null, basis: 'with the file' };

export const documentStates = ['drafted', 'issued', 'signed', 'voided'] as const;

/** How the signer signs (Decree 30/2020, appendix I): in the own office, for the collective, for the head, by order, by mandate, as acting head. */
export const authorities = ['own', 'TM', 'KT', 'TL', 'TUQ', 'Q'] as const;

/** Room for a rendering in base64; a form of a few pages with its fonts takes a tenth of it. */
const rendering = { max: 4_000_000 } as const;

export const document = record('document', {
  partOf: 'person',
  caption: ['form', 'paperNumber'],
  state: 'state',
  retention: withFile,
  indexes: [['replaces']],
  fields: {
    form: choice('paperForm', formCodes, { required: true, listed: true }),
    /** Which wording of the form was used: old papers say which. */
    formVersion: text({ required: true, max: 40 }),
    /** Who made it; an investigator sees by this what is hers. */
    maker: officer({ required: true, listed: true }),
    state: choice('documentState', documentStates, { required: true, listed: true }),
    /** As printed: `12/GXN-PC02`. None before it is issued. */
    paperNumber: text({ max: 60, listed: true }),
    issuedOn: day({ listed: true }),
    authority: choice('signAuthority', authorities, {}),
    onBehalfOf: text({ max: 120 }),
    signerTitle: text({ max: 120 }),
    signerName: text({ max: 120 }),
    /** What stayed blank, as names of facts; and what of it because the maker may not see it. */
    blanks: codes({}),
    notShared: codes({}),
    /** What the form was filled in with, as JSON (`Filling`). Frozen when the draft is made. */
    filling: sealed({ max: 100_000 }),
    docx: sealed(rendering),
    pdf: sealed(rendering),
    /** SHA-256 of the bytes as they were handed out, in hexadecimal. */
    docxHash: text({ max: 64 }),
    pdfHash: text({ max: 64 }),
    signedOn: day({}),
    replaces: ref('document', {}),
    voidedAt: instant({}),
    voidedWhy: text({ max: 300 }),
  },
});

export const scanTypes = ['pdf', 'jpeg', 'png'] as const;
/** The largest picture of paper that is taken, in bytes: ten pages at office quality. */
export const mostScanBytes = 10_000_000;

export const scan = record('scan', {
  partOf: 'person',
  caption: ['scanKind', 'madeAt'],
  retention: withFile,
  indexes: [['document']],
  fields: {
    scanKind: choice('scanKind', ['signed', 'received'], { required: true, listed: true }),
    document: ref('document', {}),
    /** Of a received paper: which it is, who made it, its own number and day. */
    form: choice('paperForm', formCodes, { listed: true }),
    receivedFrom: text({ max: 200 }),
    theirNumber: text({ max: 60 }),
    theirDay: day({}),
    /** Whether a foreign paper went through consular legalisation. */
    legalised: answer({}),
    note: longText({ max: 500 }),
    maker: officer({ required: true, listed: true }),
    scanType: choice('scanType', scanTypes, { required: true, listed: true }),
    size: whole({ required: true, listed: true }),
    hash: text({ required: true, max: 64 }),
    content: sealed({ max: 14_000_000 }),
    removedAt: instant({}),
    removedWhy: text({ max: 300 }),
  },
});

export const documentRecords = [document, scan] as const;
