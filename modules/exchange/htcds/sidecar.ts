/* The export as a whole: the flat table and, next to it, a JSON file that says what the table cannot carry. One row is one person in one case; further
 * names, assertions, referrals, events, plans and comments are in the sidecar under the same HTCDS names, and what was held back is counted by field
 * and reason, so that a reader never takes an empty cell for an answer. The layout of the sidecar is ours, not IOM's, and it says so itself. */
import type { Instant } from '../../../kernel/day.ts';
import {
  assertionPart,
  commentPart,
  eventPart,
  exportedName,
  namePart,
  type RowPart,
  referralInPart,
  referralOutPart,
  supportPlanPart,
  toRow,
} from './domain.ts';
import type { ExchangePerson } from './person.ts';
import { type HtcdsName, htcdsLicence, htcdsNames, htcdsVersion } from './profile.ts';
import { type ColumnChoice, type HtcdsRow, toTable, withoutField } from './row.ts';
import type { HtcdsValue } from './values.ts';

/** Why a field's value is not in the file although there is one: no right to see it, no consent to give it, sealed. */
export type WithheldReason = 'no_right' | 'no_consent' | 'sealed';
/** How a question stands that has no value. */
export type AnswerState = 'unknown' | 'declined' | 'not_asked';

/**
 * One person to export. `ref` is an opaque key for this export only, never an internal id. The person may hold what is withheld; it is taken out here,
 * from the row and from the sidecar alike. Hidden values must be listed whether or not there is one, or their absence would tell.
 */
export type ExportEntry = {
  ref: string;
  person: ExchangePerson;
  withheld: Partial<Record<HtcdsName, WithheldReason>>;
  answerStates: Partial<Record<HtcdsName, AnswerState>>;
};

/** What of a person has no place in the row, as parts of further rows. */
export type FurtherKind =
  | 'names'
  | 'assertions'
  | 'referralsIn'
  | 'referralsOut'
  | 'events'
  | 'supportPlans'
  | 'comments';
export type FurtherPart = Record<string, HtcdsValue>;

export type SidecarRow = {
  /** Line in the table, the header being 1. */
  line: number;
  ref: string;
  further: Partial<Record<FurtherKind, FurtherPart[]>>;
  /** Half-known dates by field: `1998` or `1998-07`; the flat cell is empty. */
  partialDays: Record<string, string>;
  /** Our codes that left as `Other`, by field. */
  extensionCodes: Record<string, string[]>;
  answerStates: Partial<Record<HtcdsName, AnswerState>>;
  consentAnswers: Record<string, string> | null;
  withheld: Partial<Record<HtcdsName, WithheldReason>>;
};

export type Sidecar = {
  layout: { name: 'chungtay-htcds-sidecar'; version: 1; note: string };
  standard: { name: 'HTCDS'; version: string; licence: string };
  madeAt: Instant;
  notes: string[];
  sums: {
    rows: number;
    further: Record<FurtherKind, number>;
    partialDays: number;
    extensionCodes: Record<string, number>;
    answerStates: Record<AnswerState, number>;
    withheld: Record<WithheldReason, number>;
    withheldByField: Record<string, number>;
  };
  rows: SidecarRow[];
};

export type HtcdsExport = { table: string[][]; rows: HtcdsRow[]; sidecar: Sidecar };

const layoutNote = 'The layout of this file is Chung Tay’s own. It is not part of HTCDS and not by IOM.';
const notes = [
  'prs_FirstName is the given name, prs_SecondName the family name: Vàng Thị Mai is First “Mai”, Middle “Thị”, Second “Vàng”.',
  'Columns that begin with x_ are extensions, not HTCDS: codes that left as Other, half-known dates, the seven consent answers, the kind of a name that is not official.',
  'con_Consent is TRUE when all seven consent questions were answered yes, FALSE when any was refused, and empty otherwise.',
  'Of several assertions, referrals, events, plans and comments the row holds the last; the others are here under “further”.',
  'An empty cell of a field listed under “withheld” says nothing about the person.',
  'Text cells that a spreadsheet would run as a formula begin with an apostrophe; reading takes one apostrophe away.',
];

/** The table (header first) and the sidecar for these people. Unknown columns of earlier imports stay behind unless asked for: nobody vouches for them. */
export function exportHtcds(
  entries: readonly ExportEntry[],
  options: { madeAt: Instant; columns?: ColumnChoice; foreignColumns?: boolean },
): HtcdsExport {
  const rows = entries.map((entry, index) => exportRow(entry, index + 2, options.foreignColumns ?? false));
  const sidecarRows = entries.map((entry, index) => sidecarRow(entry, rows[index]!));
  return {
    table: toTable(rows, options.columns ?? 'all'),
    rows,
    sidecar: {
      layout: { name: 'chungtay-htcds-sidecar', version: 1, note: layoutNote },
      standard: { name: 'HTCDS', version: htcdsVersion, licence: htcdsLicence },
      madeAt: options.madeAt,
      notes,
      sums: sum(sidecarRows),
      rows: sidecarRows,
    },
  };
}

function exportRow({ ref, person, withheld }: ExportEntry, line: number, foreignColumns: boolean): HtcdsRow {
  let row = toRow(foreignColumns ? person : { ...person, extensions: {} }, line);
  for (const name of withheldNames(withheld)) row = withoutField(row, name);
  return { ...row, extensions: { ...row.extensions, x_ref: ref } };
}

function sidecarRow({ ref, person, withheld, answerStates }: ExportEntry, row: HtcdsRow): SidecarRow {
  const shown = (part: RowPart): FurtherPart => furtherPart(part, withheld);
  const name = exportedName(person);
  const further: Record<FurtherKind, RowPart[]> = {
    names: person.names.filter(other => other !== name).map(namePart),
    assertions: (person.victim?.assertions ?? []).slice(0, -1).map(assertionPart),
    referralsIn: person.referralsIn.slice(0, -1).map(referralInPart),
    referralsOut: person.referralsOut.slice(0, -1).map(referralOutPart),
    events: person.events.slice(0, -1).map(eventPart),
    supportPlans: person.supportPlans.slice(0, -1).map(supportPlanPart),
    comments: person.comments.slice(0, -1).map(commentPart),
  };
  const extended = Object.entries(row.extensions).filter(([key]) => isField(key.slice(2)));
  const partialDays = extended.filter(([, text]) => /^\d{4}(-\d{2})?$/.test(text));
  const codes = extended.filter(([, text]) => !/^\d{4}(-\d{2})?$/.test(text));
  const consent = Object.entries(row.extensions).filter(([key]) => key.startsWith('x_con_'));
  return {
    line: row.line,
    ref,
    further: Object.fromEntries(
      Object.entries(further)
        .map(([kind, parts]) => [kind, parts.map(shown).filter(part => Object.keys(part).length > 0)])
        .filter(([, parts]) => parts!.length > 0),
    ),
    partialDays: Object.fromEntries(partialDays.map(([key, text]) => [key.slice(2), text])),
    extensionCodes: Object.fromEntries(codes.map(([key, text]) => [key.slice(2), text.split(';')])),
    answerStates: Object.fromEntries(Object.entries(answerStates).filter(([field]) => !(field in withheld))),
    consentAnswers: consent.length > 0 ? Object.fromEntries(consent) : null,
    withheld,
  };
}

function furtherPart({ values, extensions }: RowPart, withheld: ExportEntry['withheld']): FurtherPart {
  const all = Object.entries({ ...values, ...extensions });
  return Object.fromEntries(
    all.filter(([key, value]) => value !== null && !(key in withheld) && !(key.slice(2) in withheld)),
  );
}

function sum(rows: readonly SidecarRow[]): Sidecar['sums'] {
  const sums: Sidecar['sums'] = {
    rows: rows.length,
    further: {
      names: 0,
      assertions: 0,
      referralsIn: 0,
      referralsOut: 0,
      events: 0,
      supportPlans: 0,
      comments: 0,
    },
    partialDays: 0,
    extensionCodes: {},
    answerStates: { unknown: 0, declined: 0, not_asked: 0 },
    withheld: { no_right: 0, no_consent: 0, sealed: 0 },
    withheldByField: {},
  };
  for (const row of rows) {
    for (const [kind, parts] of Object.entries(row.further))
      sums.further[kind as FurtherKind] += parts.length;
    sums.partialDays += Object.keys(row.partialDays).length;
    for (const code of Object.values(row.extensionCodes).flat()) count(sums.extensionCodes, code);
    for (const state of Object.values(row.answerStates)) sums.answerStates[state]++;
    for (const [field, reason] of Object.entries(row.withheld)) {
      sums.withheld[reason]++;
      count(sums.withheldByField, field);
    }
  }
  return sums;
}

function count(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

function withheldNames(withheld: ExportEntry['withheld']): HtcdsName[] {
  return htcdsNames.filter(name => name in withheld);
}

function isField(name: string): boolean {
  return (htcdsNames as readonly string[]).includes(name);
}
