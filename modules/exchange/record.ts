/* What an import leaves behind: the job (which file, how it was understood, how far it came, what became of each row) and, in each file it opened, where
 * that file came from. The uploaded file rests sealed and only until the job ends; what of a row must rest sealed and has no field of its own is kept with
 * the person, so that an export gives it back. */
import {
  choice,
  codes,
  instant,
  longText,
  officer,
  ref,
  sealed,
  text,
  whole,
} from '../../kernel/fields/kinds.ts';
import { record } from '../../kernel/record/record.ts';

export const importKinds = ['htcds', 'table'] as const;
/** `waiting`: the officer's session ended while it ran; it goes on when she is back. */
export const importStates = ['draft', 'running', 'waiting', 'done', 'stopped', 'discarded'] as const;

const counted = whole({ required: true, listed: true });

export const importJob = record('importJob', {
  caption: ['fileName', 'state'],
  state: 'state',
  retention: {
    years: null,
    basis: 'the file is discarded when the job ends or after seven days; the report awaits a decision',
  },
  indexes: [['state']],
  fields: {
    fileName: text({ required: true, max: 200, listed: true }),
    importKind: choice('importKind', importKinds, { required: true, listed: true }),
    state: choice('importState', importStates, { required: true, listed: true }),
    startedBy: officer({ required: true, listed: true }),
    /** How the columns are read and what was answered, as JSON (`ImportPlan`). */
    plan: longText({ required: true, max: 60_000 }),
    /** The file itself, compressed, in base64. */
    content: sealed({ max: 30_000_000 }),
    /** What became of each row, as JSON (`ReportLine[]`). */
    report: sealed({ max: 60_000_000 }),
    total: counted,
    done: counted,
    broughtIn: counted,
    alreadyThere: counted,
    refused: counted,
    withDouble: counted,
    endedAt: instant({ listed: true }),
    /** Which process works on it, and until when nobody else may: a killed server's job is free again a few seconds later. */
    runner: text({ max: 60 }),
    leaseUntil: instant({}),
  },
});

export const imported = record('imported', {
  partOf: 'person',
  caption: ['importSource', 'line'],
  retention: { years: null, basis: 'with the file' },
  fields: {
    job: ref('importJob', {}),
    importSource: choice('importSource', ['htcds', 'table'], { required: true, listed: true }),
    line: whole({ listed: true }),
    /** Rows of the file that were made out of the spreadsheet: an export does not say them a second time. */
    madeRows: codes({}),
    /** Contact, addresses, numbers and columns nobody knows, as they stood in the spreadsheet (`Written` as JSON). */
    sealedRest: sealed({ max: 60_000 }),
  },
});

export const exchangeRecords = [importJob, imported] as const;
