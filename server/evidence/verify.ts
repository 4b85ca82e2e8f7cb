/* Verifying exported evidence without a database: the bytes of each file, the chain of custody, the openings, the entries of the ledger they rest on, the signature over the
 * manifest. The first thing that is wrong is named; what was checked before it holds. Without a key from elsewhere the file only agrees with itself. */
import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { verifyChain } from '../../kernel/ledger/chain.ts';
import { readCheckpoint, verifyCheckpoint } from '../../kernel/ledger/checkpoint.ts';
import {
  changesIn,
  FORMAT,
  isOpening,
  type Manifest,
  makersOf,
  paths,
  type Stated,
  type StatedEntry,
  type StatedRecord,
  statedOpening,
  VERSION,
} from './manifest.ts';

export interface Flaw {
  readonly part: 'manifest' | 'file' | 'exhibit' | 'custody' | 'opening' | 'entry' | 'signature';
  /** Which one: a path in the file, the number of an exhibit and of a step, an entry's id. */
  readonly name: string;
  readonly why:
    | 'unreadable'
    | 'missing'
    | 'unlisted'
    | 'size'
    | 'hash'
    | 'gap'
    | 'time'
    | 'holder'
    | 'not_as_entered'
    | 'not_told'
    | 'chain'
    | 'changed'
    | 'key';
}

export interface EvidenceVerdict {
  readonly flaw: Flaw | null;
  readonly manifest: Manifest | null;
  /** Rows that no entry of the ledger stands behind: only the signature vouches for them. */
  readonly unproven: number;
  /** Null where no key was given. */
  readonly signedBy: readonly string[] | null;
}

type Files = Readonly<Record<string, Uint8Array>>;
const hashOf = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex');

/** @param keys verifier keys the reader got from elsewhere, never from the file. */
export async function verifyEvidence(files: Files, keys: readonly string[] = []): Promise<EvidenceVerdict> {
  const manifest = readManifest(files[paths.manifest]);
  const none = { manifest, unproven: 0, signedBy: null };
  if (!manifest) return { ...none, flaw: { part: 'manifest', name: paths.manifest, why: 'unreadable' } };
  const flaw =
    fileFlaw(manifest, files) ??
    custodyFlaw(manifest) ??
    statedFlaw(manifest) ??
    openingFlaw(manifest) ??
    (await entryFlaw(manifest.entries)) ??
    noteFlaw(manifest, files);
  const rows = [...manifest.exhibits, ...manifest.files, ...manifest.custody];
  const unproven = rows.filter(row => row.entry === null).length;
  if (flaw || keys.length === 0) return { ...none, unproven, flaw };
  const [note, head] = [textOf(files[paths.note]), manifest.checkpoint].map(text =>
    verifyCheckpoint(text, keys),
  );
  const signature = (name: string): Flaw => ({ part: 'signature', name, why: 'key' });
  if (!note!.ok) return { ...none, unproven, flaw: signature(paths.note) };
  if (!head!.ok) return { ...none, unproven, flaw: signature('checkpoint') };
  return { ...none, unproven, flaw: null, signedBy: note!.signedBy };
}

const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8');

function readManifest(bytes: Uint8Array | undefined): Manifest | null {
  try {
    const manifest = JSON.parse(textOf(bytes)) as Manifest;
    const lists = [manifest.exhibits, manifest.files, manifest.custody, manifest.openings, manifest.entries];
    return manifest.format === FORMAT && manifest.version === VERSION && lists.every(Array.isArray)
      ? manifest
      : null;
  } catch {
    return null;
  }
}

function fileFlaw(manifest: Manifest, files: Files): Flaw | null {
  for (const { path, values } of manifest.files) {
    const bytes = files[path];
    if (!bytes) return { part: 'file', name: path, why: 'missing' };
    if (bytes.length !== values.size) return { part: 'file', name: path, why: 'size' };
    if (hashOf(bytes) !== values.hash) return { part: 'file', name: path, why: 'hash' };
  }
  if (hashOf(files[paths.readme] ?? new Uint8Array()) !== manifest.readme_sha256)
    return { part: 'file', name: paths.readme, why: 'hash' };
  const listed = new Set<string>([...Object.values(paths), ...manifest.files.map(file => file.path)]);
  const more = Object.keys(files).find(path => !listed.has(path));
  return more ? { part: 'file', name: more, why: 'unlisted' } : null;
}

/** The steps of each exhibit are all there, in order of time, and each begins with whom the one before ended. */
function custodyFlaw({ exhibits, custody }: Manifest): Flaw | null {
  for (const { id, number } of exhibits) {
    const steps = custody
      .filter(step => step.values.exhibit === id)
      .toSorted((a, b) => Number(a.values.turn) - Number(b.values.turn));
    if (steps.length === 0) return { part: 'custody', name: `${number} 1`, why: 'gap' };
    for (const [index, { values }] of steps.entries()) {
      const name = `${number} ${index + 1}`;
      const before = steps[index - 1]?.values;
      if (values.turn !== index + 1) return { part: 'custody', name, why: 'gap' };
      if (before && String(values.happenedAt) < String(before.happenedAt))
        return { part: 'custody', name, why: 'time' };
      if (before && values.giver !== before.holder) return { part: 'custody', name, why: 'holder' };
    }
  }
  return null;
}

/** What is stated of a row is what its entry says was entered, and whatever was entered is stated. */
function statedFlaw(manifest: Manifest): Flaw | null {
  const { exhibits, files, custody, entries } = manifest;
  const numbers = new Map(exhibits.map(one => [one.id, one.number]));
  const nameOf = (record: StatedRecord, row: Stated): string =>
    record === 'exhibit'
      ? numbers.get(row.id)!
      : record === 'custodyStep'
        ? `${numbers.get(row.values.exhibit as string)} ${row.values.turn}`
        : (files.find(file => file.id === row.id)?.path ?? row.id);
  const part = { exhibit: 'exhibit', custodyStep: 'custody', exhibitFile: 'file' } as const;
  const lists = { exhibit: exhibits, custodyStep: custody, exhibitFile: files };
  const byId = new Map(entries.map(one => [one.entry.id, one]));
  for (const record of Object.keys(lists) as StatedRecord[])
    for (const row of lists[record]) {
      if (row.entry === null) continue;
      const made = changesIn(byId.get(row.entry)?.body?.body).find(
        change => change.insert === record && change.id === row.id,
      );
      const same =
        made &&
        Object.entries(row.values).every(([name, value]) =>
          isDeepStrictEqual(value, made.values[name] ?? null),
        );
      if (!same) return { part: part[record], name: nameOf(record, row), why: 'not_as_entered' };
    }
  const told = new Set([...exhibits, ...files, ...custody].map(row => row.id));
  const makers = makersOf(entries.map(({ entry, body }) => ({ id: entry.id, body: body?.body })));
  for (const [row, entry] of makers)
    if (!told.has(row)) return { part: 'entry', name: entry, why: 'not_told' };
  return null;
}

function openingFlaw({ openings, entries }: Manifest): Flaw | null {
  const entered = entries.filter(one => isOpening(one.entry));
  for (const [index, opening] of openings.entries()) {
    const entry = entered.find(one => one.entry.id === opening.entry);
    const same = entry && isDeepStrictEqual(statedOpening({ ...entry.entry, commitment: null }), opening);
    if (!same) return { part: 'opening', name: String(index + 1), why: 'not_as_entered' };
  }
  const missing = entered.find(one => !openings.some(opening => opening.entry === one.entry.id));
  return missing ? { part: 'opening', name: missing.entry.id, why: 'not_told' } : null;
}

/** Each entry is the one that was chained, with the body it was bound to. */
async function entryFlaw(entries: readonly StatedEntry[]): Promise<Flaw | null> {
  for (const { seq, before, hash, entry, body } of entries) {
    const hex = (text: string | null | undefined) => Buffer.from(text ?? '', 'hex');
    const { ok } = await verifyChain(
      [
        {
          link: { seq, entry_id: entry.id, hash: hex(hash) },
          entry: { ...entry, commitment: entry.commitment === null ? null : hex(entry.commitment) },
          ...(body ? { body: { salt: hex(body.salt), body: body.body } } : {}),
        },
      ],
      { from: { seq: seq - 1, hash: hex(before) } },
    ).catch(() => ({ ok: false }));
    if (!ok) return { part: 'entry', name: entry.id, why: 'chain' };
  }
  return null;
}

/** The note names the hash of the manifest, and the head the entries lie before. */
function noteFlaw(manifest: Manifest, files: Files): Flaw | null {
  const [note, head] = [textOf(files[paths.note]), manifest.checkpoint].map(readCheckpoint);
  if (!note) return { part: 'signature', name: paths.note, why: 'unreadable' };
  if (!head) return { part: 'signature', name: 'checkpoint', why: 'unreadable' };
  if (Buffer.from(note.hash).toString('hex') !== hashOf(files[paths.manifest]!))
    return { part: 'manifest', name: paths.manifest, why: 'changed' };
  const after = manifest.entries.find(entry => entry.seq > head.seq);
  if (after) return { part: 'entry', name: after.entry.id, why: 'chain' };
  return head.origin === manifest.origin && note.origin === evidenceOrigin(manifest.origin)
    ? null
    : { part: 'signature', name: paths.note, why: 'changed' };
}

export const evidenceOrigin = (ledger: string): string => `${ledger}/evidence`;
