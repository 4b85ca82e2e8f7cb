/* The manifest of exported evidence: what each file is and its hash, the whole chain of custody, every opening, and of each the entry of the ledger it rests on with its place
 * in the chain. Whoever has the public key of the ledger can check all of it without our database. */
import type { Row } from '../../kernel/act/act.ts';
import { type LedgerEntry, ledgerTime } from '../../kernel/ledger/entry.ts';
import { type ChainedEntry, openingName } from './entries.ts';

export const FORMAT = 'chungtay evidence';
export const VERSION = 1;
export const paths = { manifest: 'manifest.json', note: 'manifest.note', readme: 'README.txt' } as const;

/** A row as it was entered, and the entry that says so; null for a row that was never entered. */
export interface Stated {
  readonly id: string;
  readonly entry: string | null;
  readonly values: Readonly<Record<string, unknown>>;
}
export interface StatedFile extends Stated {
  readonly path: string;
}
export interface StatedOpening {
  readonly entry: string;
  readonly file: string;
  readonly officer: string;
  readonly office: string;
  readonly at: string;
  readonly purpose: string | null;
}
export interface StatedEntry {
  readonly seq: number;
  readonly before: string;
  readonly hash: string;
  readonly entry: Omit<LedgerEntry, 'commitment'> & { readonly commitment: string | null };
  readonly body: { readonly salt: string; readonly body: unknown } | null;
}
export interface Manifest {
  readonly format: typeof FORMAT;
  readonly version: number;
  readonly origin: string;
  readonly made_at: string;
  readonly case: { readonly id: string; readonly number: string };
  readonly readme_sha256: string;
  readonly exhibits: readonly (Stated & { readonly number: string })[];
  readonly files: readonly StatedFile[];
  readonly custody: readonly Stated[];
  readonly openings: readonly StatedOpening[];
  /** Names of the officers and offices that are named by their ids. */
  readonly names: Readonly<Record<string, string>>;
  readonly entries: readonly StatedEntry[];
  /** The signed note of the ledger's head. */
  readonly checkpoint: string;
}

/** What is stated of each: all that never changes again and is not sealed. */
export const statedFields = {
  exhibit: [
    'exhibitKind',
    'classified',
    'referenceNumber',
    'what',
    'exhibitWay',
    'gotAt',
    'gotPlace',
    'minutesNumber',
  ],
  custodyStep: [
    'exhibit',
    'turn',
    'custodyKind',
    'happenedAt',
    'giver',
    'holder',
    'holderOffice',
    'place',
    'toBody',
    'decisionNumber',
    'decidedOn',
    'sealNumber',
    'note',
  ],
  exhibitFile: ['exhibit', 'title', 'mediaType', 'size', 'hash', 'broughtBy'],
} as const;
export type StatedRecord = keyof typeof statedFields;

/** A change as the body of an entry keeps it. */
export interface KeptChange {
  readonly insert?: string;
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
}
export const changesIn = (body: unknown): readonly KeptChange[] =>
  (body as { changes?: readonly KeptChange[] } | null)?.changes ?? [];

/** Which entry made a row, by its id. */
export const makersOf = (entries: readonly { id: string; body: unknown }[]): Map<string, string> =>
  new Map(
    entries.flatMap(({ id, body }) =>
      changesIn(body)
        .filter(change => change.insert && change.insert in statedFields)
        .map(change => [change.id, id] as const),
    ),
  );

export const stated = (record: StatedRecord, row: Row, makers: ReadonlyMap<string, string>): Stated => ({
  id: row.id,
  entry: makers.get(row.id) ?? null,
  values: Object.fromEntries(statedFields[record].map(name => [name, row[name] ?? null])),
});

export const statedOpening = (entry: LedgerEntry): StatedOpening => ({
  entry: entry.id,
  file: entry.subject_id!,
  officer: entry.officer!,
  office: entry.office!,
  at: ledgerTime(entry.made_at),
  purpose: entry.purpose,
});
export const isOpening = (entry: { readonly name: string }): boolean => entry.name === openingName;

export const statedEntry = ({ seq, hash, before, salt, body, ...entry }: ChainedEntry): StatedEntry => ({
  seq,
  before: before.toString('hex'),
  hash: Buffer.from(hash).toString('hex'),
  entry: {
    id: entry.id,
    kind: entry.kind,
    name: entry.name,
    officer: entry.officer,
    post: entry.post,
    role: entry.role,
    agency: entry.agency,
    office: entry.office,
    session: entry.session,
    subject_record: entry.subject_record,
    subject_id: entry.subject_id,
    person_ids: entry.person_ids,
    purpose: entry.purpose,
    ground: entry.ground,
    made_at: ledgerTime(entry.made_at),
    received_at: ledgerTime(entry.received_at),
    declaration: entry.declaration,
    commitment: entry.commitment ? Buffer.from(entry.commitment).toString('hex') : null,
  },
  body: salt ? { salt: salt.toString('hex'), body } : null,
});
