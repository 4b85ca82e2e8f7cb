/* The facts a form may name, as `source.field`: the source says which row of the file is meant, the field is the record's own. So a form needs no list of
 * facts beside the declarations, and a field renamed there fails the test here. */
import type { Day } from '../../kernel/day.ts';
import type { RecordDeclaration } from '../../kernel/record/record.ts';
import { supportApplication } from '../entitlements/index.ts';
import { arrival, child } from '../intake/index.ts';
import { identityPaper, person } from '../people/index.ts';
import { assertion, standingFindings, verification } from '../victims/index.ts';
import { certificateOf } from './certificate.ts';

interface Row {
  readonly [field: string]: unknown;
}
type Parts = Readonly<Record<string, readonly Row[] | undefined>>;

export interface Source {
  readonly record: RecordDeclaration;
  /** The row that is meant; the newest of several. */
  pick(person: Row, parts: Parts): Row | undefined;
}

/** Whatever was settled so far. */
const lastDay = '9999-12-31' as Day;

const newest = (record: RecordDeclaration): Source => ({
  record,
  pick: (_person, parts) => parts[record.name]?.at(-1),
});

/** What she last applied for under a law and did not take back. */
const appliedUnder = (law: string): Source => ({
  record: supportApplication,
  pick: (_person, parts) =>
    parts.supportApplication?.findLast(row => row.state !== 'withdrawn' && row.law === law),
});

export const sources: Readonly<Record<string, Source>> = {
  person: { record: person, pick: row => row },
  paper: newest(identityPaper),
  arrival: newest(arrival),
  verification: newest(verification),
  oldApplication: appliedUnder('66/2011/QH12'),
  newApplication: appliedUnder('53/2024/QH15'),
  /** The newest finding of the competent body that she is a victim and that was not set aside, with the number of the certificate issued for it. */
  identified: {
    record: assertion,
    pick(_person, { assertion: assertions = [], settlement: settlements, document: papers = [] }) {
      const finding = standingFindings({
        assertions,
        verifications: [],
        settlements,
        onDay: lastDay,
      }).findLast(row => row.assertionKind === 'identified' && row.finding === 'victim');
      const paper = finding && certificateOf(finding, papers);
      return paper ? { ...finding, paperNumber: paper.paperNumber, paperDate: paper.issuedOn } : finding;
    },
  },
};

/** What a form may name of the office that makes the paper. */
export const officeFacts = ['name', 'place'] as const;

export const childRecord = child;

/** Why a place on the paper is blank. */
export const blankReasons = [
  'by_hand',
  'nothing',
  'unknown',
  'declined',
  'not_asked',
  'sealed',
  'withheld',
] as const;
export type BlankReason = (typeof blankReasons)[number];

export interface Blank {
  readonly fact: string;
  readonly why: BlankReason;
}

/** The office on the paper, as it stood when the paper was made. */
export interface OfficeHead {
  readonly superior: string;
  readonly name: string;
  readonly symbol: string;
  readonly place: string;
}

/** What a form was filled in with. Everything on the paper but its number and its day. */
export interface Filling {
  readonly form: string;
  readonly version: string;
  readonly values: Readonly<Record<string, string>>;
  readonly blanks: readonly Blank[];
  /** The sources of which the file has a row. */
  readonly found: readonly string[];
  readonly children: readonly Readonly<Record<string, string>>[];
  readonly office: OfficeHead;
  readonly signer: {
    readonly authority: string;
    readonly onBehalfOf: string | null;
    readonly title: string | null;
    readonly name: string | null;
  };
}

/**
 * An office's sign in numbers, from its short name: what is in capitals stays, of other words the first letter. "PC02" → `PC02`, "ĐBP Pha Long" → `ĐBPPL`.
 * Agencies decide their own; this is what stands until they do.
 */
export const symbolOf = (shortName: string): string =>
  shortName
    .split(/\s+/)
    .map(word => (/^[\p{Lu}\d&]+$/u.test(word) ? word : word.slice(0, 1).toLocaleUpperCase('vi')))
    .join('');

/** "Phòng Cảnh sát hình sự (PC02)" → "Phòng Cảnh sát hình sự": a paper has the sign in its number. */
export const withoutBrackets = (name: string): string => name.replace(/\s*\([^)]*\)\s*$/, '');

/** The series a paper is numbered in: `GXN-PC02`, for an official letter `PC02`. */
export const seriesOf = (symbol: string | null, office: string): string =>
  symbol ? `${symbol}-${office}` : office;
