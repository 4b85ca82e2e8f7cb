/* Taking the evidence of a case out: a ZIP of the files with a manifest, signed with the key of the ledger. Each file is opened under the rights of whoever asks and entered as
 * an opening before anything leaves; the bytes are hashed again, and a file that is not what came in stops the export. */
import { hash } from 'node:crypto';
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Actor, Row } from '../../kernel/act/act.ts';
import type { Instant } from '../../kernel/day.ts';
import { isId } from '../../kernel/id.ts';
import { signCheckpoint } from '../../kernel/ledger/checkpoint.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { tableOf } from '../../kernel/record/sql.ts';
import { getRecord } from '../../modules/index.ts';
import { findRow } from '../datasource.ts';
import type { Db, Door, Standing } from '../db/door.ts';
import { ledgerOrigin, ledgerSigner, takeCheckpoint } from '../ledger/verify.ts';
import { tell } from '../ledger/write.ts';
import { say } from '../locales.ts';
import { openSealed } from '../open.ts';
import { readingsOf, toRow } from '../rows.ts';
import type { Keyring } from '../seal/keyring.ts';
import { type ChainedEntry, entriesAbout } from './entries.ts';
import {
  FORMAT,
  isOpening,
  type Manifest,
  makersOf,
  paths,
  stated,
  statedEntry,
  statedOpening,
  VERSION,
} from './manifest.ts';
import { evidenceOrigin } from './verify.ts';

/** As many bytes as leave in one file; more is taken exhibit by exhibit. */
const mostBytes = 60_000_000;

export interface Taking {
  readonly door: Door;
  readonly keyring: Keyring;
  readonly standing: Standing;
  readonly actor: Actor;
  now(): Instant;
}

interface Gathered {
  readonly file: Row;
  readonly exhibits: readonly Row[];
  readonly steps: readonly Row[];
  readonly files: readonly Row[];
  readonly bytes: ReadonlyMap<string, Buffer>;
}

async function rowsOf(db: Db, actor: Actor, name: string, criminalCase: string): Promise<Row[]> {
  const record = getRecord(name);
  const [reading] = readingsOf(record, actor.role);
  if (!reading) throw new Problem('record.not_found');
  const rows = await db.query<Record<string, unknown>>(
    `select ${reading.select} from ${tableOf(record)} r where r.criminal_case = $1 order by r.made_at, r.id`,
    [criminalCase],
  );
  return rows.map(row => toRow(record, row, reading.arm, actor.reach));
}

/** The bytes of a file, opened and entered. @throws Problem when they are not the ones that came in. */
export async function openExhibitFile(
  db: Db,
  keyring: Keyring,
  actor: Actor,
  now: Instant,
  file: Row,
  purpose: string,
): Promise<Buffer> {
  const { value } = await openSealed(db, keyring, actor, now, {
    record: 'exhibitFile',
    id: file.id,
    field: 'content',
    purpose,
  });
  const bytes = Buffer.from(value ?? '', 'base64');
  if (hash('sha256', bytes, 'hex') !== file.hash) throw new Problem('exhibit.altered');
  return bytes;
}

async function gather(
  db: Db,
  { keyring, actor, now }: Taking,
  asked: { readonly criminalCase: string; readonly exhibit: string | null; readonly purpose: string },
): Promise<Gathered> {
  const file = await findRow(db, actor, 'criminalCase', asked.criminalCase);
  if (!file) throw new Problem('record.not_found');
  const all = await rowsOf(db, actor, 'exhibit', file.id);
  const exhibits = asked.exhibit ? all.filter(one => one.id === asked.exhibit) : all;
  if (exhibits.length === 0) throw invalid({ field: 'exhibit', reason: 'no_such_exhibit' });
  const ids = new Set<unknown>(exhibits.map(one => one.id));
  const ofThese = (rows: Row[]) => rows.filter(row => ids.has(row.exhibit));
  const steps = ofThese(await rowsOf(db, actor, 'custodyStep', file.id));
  const files = ofThese(await rowsOf(db, actor, 'exhibitFile', file.id));
  if (files.reduce((sum, one) => sum + (one.size as number), 0) > mostBytes)
    throw new Problem('evidence.too_large', { max: mostBytes / 1_000_000 });
  const bytes = new Map<string, Buffer>();
  for (const one of files)
    bytes.set(one.id, await openExhibitFile(db, keyring, actor, now(), one, asked.purpose));
  await tell(db, actor, now(), {
    kind: 'list',
    name: 'exhibit.export',
    subjectRecord: 'criminalCase',
    subject: file.id,
    purpose: asked.purpose,
  });
  return { file, exhibits, steps, files, bytes };
}

async function namesOf(db: Db, ids: readonly unknown[]): Promise<Record<string, string>> {
  const wanted = [...new Set(ids.filter(id => typeof id === 'string'))];
  const rows = await db.query<{ id: string; name: string }>(
    'select id, name from officer where id = any ($1) union all select id, name from office where id = any ($1)',
    [wanted],
  );
  return Object.fromEntries(rows.map(row => [row.id, row.name]));
}

/** The ZIP, and the number of the case for its name. @throws Problem. */
export async function takeEvidence(
  taking: Taking,
  asked: { readonly criminalCase: unknown; readonly exhibit: unknown; readonly purpose: unknown },
): Promise<{ number: string; exhibits: number; zip: Uint8Array; verifierKey: string }> {
  const { door, keyring, standing } = taking;
  const { criminalCase, exhibit = null, purpose } = asked;
  if (!isId(criminalCase)) throw invalid({ field: 'criminalCase', reason: 'id' });
  if (exhibit !== null && !isId(exhibit)) throw invalid({ field: 'exhibit', reason: 'id' });
  if (typeof purpose !== 'string' || purpose.trim().length < 3 || purpose.length > 300)
    throw new Problem('act.purpose_missing', {}, [{ field: 'purpose', reason: 'required' }]);
  const gathered = await door.as(standing, db => gather(db, taking, { criminalCase, exhibit, purpose }));
  // The openings of this very export are chained with it.
  const checkpoint = (await takeCheckpoint(door, keyring, taking.now()))!;
  const entries = await entriesAbout(
    door,
    [...gathered.exhibits, ...gathered.files].map(row => row.id),
  );
  const named = [
    ...gathered.steps.flatMap(step => [step.giver, step.holder, step.holderOffice]),
    ...gathered.files.map(one => one.broughtBy),
    ...entries.flatMap(entry => [entry.officer, entry.office]),
  ];
  const names = await door.as(standing, db => namesOf(db, named));
  const zip = pack(taking, gathered, entries, names, checkpoint);
  return {
    number: gathered.file.number as string,
    exhibits: gathered.exhibits.length,
    zip,
    verifierKey: checkpoint.verifierKey,
  };
}

function pack(
  { keyring, now }: Taking,
  { file, exhibits, steps, files, bytes }: Gathered,
  entries: readonly ChainedEntry[],
  names: Manifest['names'],
  head: { readonly seq: number; readonly note: string; readonly verifierKey: string },
): Uint8Array {
  const at = now();
  const makers = makersOf(entries);
  const numbers = new Map(exhibits.map(one => [one.id, one.number as string]));
  const pathOf = (one: Row, index: number) => {
    const type = one.mediaType as string;
    return `files/${numbers.get(one.exhibit as string)}-${index + 1}.${type === 'other' ? 'bin' : type}`;
  };
  const readme = strToU8(
    (['vi', 'en'] as const)
      .map(lang => say(lang, 'evidence.readme', { number: file.number, origin: ledgerOrigin }))
      .join('\n\n'),
  );
  const manifest: Manifest = {
    format: FORMAT,
    version: VERSION,
    origin: ledgerOrigin,
    made_at: at,
    case: { id: file.id, number: file.number as string },
    readme_sha256: hash('sha256', readme, 'hex'),
    exhibits: exhibits.map(one => ({ ...stated('exhibit', one, makers), number: one.number as string })),
    files: files.map((one, index) => ({ ...stated('exhibitFile', one, makers), path: pathOf(one, index) })),
    custody: steps.map(step => stated('custodyStep', step, makers)),
    openings: entries.filter(isOpening).map(statedOpening),
    names,
    entries: entries.map(statedEntry),
    checkpoint: head.note,
  };
  const text = strToU8(JSON.stringify(manifest, null, 1));
  const signed = signCheckpoint(
    {
      origin: evidenceOrigin(ledgerOrigin),
      seq: head.seq,
      hash: hash('sha256', text, 'buffer'),
      at,
    },
    ledgerSigner(keyring),
  );
  const content: Zippable = {
    [paths.readme]: readme,
    [paths.manifest]: text,
    [paths.note]: strToU8(signed.text),
  };
  // Pictures and recordings are packed already.
  for (const [index, one] of files.entries())
    content[pathOf(one, index)] = [new Uint8Array(bytes.get(one.id)!), { level: 0 }];
  return zipSync(content, { mtime: new Date(at) });
}
