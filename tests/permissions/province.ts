/* The rows and readers of the permission tests: one officer of each role in one office, and files that stand to that office in every way a file can. What
 * each may see is worked out here from the words of the policy sentences alone, without their SQL and without their tests on rows. */
import { randomUUID } from 'node:crypto';
import { getOffice } from '../../db/seed/agencies.ts';
import type { Field } from '../../kernel/fields/kind.ts';
import { newId } from '../../kernel/id.ts';
import {
  columnOf,
  hasAnswers,
  indexColumnOf,
  isProtected,
  type RecordDeclaration,
} from '../../kernel/record/record.ts';
import { tableOf } from '../../kernel/record/sql.ts';
import { roleNames, sharedWithRoles } from '../../modules/agencies/index.ts';
import { policy, records } from '../../modules/index.ts';
import { hashSecret, newToken } from '../../server/auth/secret.ts';
import type { World } from '../support/world.ts';

export const ours = getOffice('bien-phong/ck-lao-cai@2025').id;
export const theirs = getOffice('bien-phong/pha-long@2025').id;
export const third = getOffice('cong-an/pc02@2025').id;

export interface Reader {
  readonly role: string;
  readonly officer: string;
  readonly post: string;
  readonly cookie: string;
  /** More sessions of hers: so much is tried here that one alone would ask too often. */
  readonly cookies: readonly string[];
  readonly session: string;
}

/** How a file stands to the readers' office. */
export const standings = [
  'own',
  'other',
  'shared',
  'crime',
  'revoked',
  'expired',
  'early',
  'glass',
  'glassOver',
  'glassEnded',
] as const;
export type StandingOf = (typeof standings)[number];

export interface ModelRow {
  readonly id: string;
  readonly record: string;
  readonly office: string | null;
  /** The file, for files and their parts. */
  readonly file: StandingOf | null;
  /** The file its `person` names, for what is no part of one. */
  readonly about: StandingOf | null;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Province {
  readonly readers: ReadonlyMap<string, Reader>;
  readonly files: Readonly<Record<StandingOf, string>>;
  readonly rows: readonly ModelRow[];
  /** What the live shares name. */
  readonly sharedFields: ReadonlySet<string>;
}

const hidden = new Set([
  'note',
  'likeness',
  'exceptionAccess',
  'share',
  'referral',
  'revocation',
  'statementNotice',
  'stay',
]);
/** Every second field of what can be shared, so that each record has masked and open ones; of some records nothing. */
const sharedFields = records
  .filter(record => isProtected(record) && !hidden.has(record.name))
  .flatMap(record =>
    Object.keys(record.fields)
      .filter((_, index) => index % 2 === 0)
      .map(name => `${record.name}.${name}`),
  );

const holderOf = (file: StandingOf): string => (file === 'own' ? ours : theirs);

export async function makeProvince(world: World): Promise<Province> {
  const readers = new Map<string, Reader>();
  for (const role of roleNames) {
    const tokens = Array.from({ length: 12 }, newToken);
    const [token] = tokens as [string];
    const reader: Reader = {
      role,
      officer: newId(),
      post: newId(),
      cookie: `__Host-ct=${token}`,
      cookies: tokens.map(one => `__Host-ct=${one}`),
      session: hashSecret(token).toString('hex'),
    };
    readers.set(role, reader);
    await world.owner(
      `insert into officer (id, province, made_at, made_by, changed_at, name, email, lang, ended) values ($1, 'lao_cai', now(), $1, now(), $2, $3, 'vi', false)`,
      [reader.officer, `Người thử ${role}`, `${role}@thu.example`],
    );
    await world.owner(
      `insert into post (id, province, office, made_at, made_by, changed_at, officer, role, extent, head, valid_from) values ($1, 'lao_cai', $2, now(), $3, now(), $3, $4, 'office', true, '2026-01-01')`,
      [reader.post, ours, reader.officer, role],
    );
    for (const one of tokens)
      await world.owner(
        `insert into auth.session (id, token_hash, officer_id, post_id, role, stage, made_at, last_seen_at, idle_minutes, idle_until, ends_at, second_factor_at, device)
       values ($1, decode($2, 'hex'), $3, $4, $5, 'full', now(), now(), 30, now() + interval '30 minutes', now() + interval '11 hours', now(), 'thử')`,
        [newId(), hashSecret(one).toString('hex'), reader.officer, reader.post, role],
      );
  }
  const rows: ModelRow[] = [];
  const files = Object.fromEntries(standings.map(standing => [standing, newId()])) as Record<
    StandingOf,
    string
  >;
  const stranger = [...readers.values()].map(reader => reader.officer).at(0) && newId();

  async function add(
    record: RecordDeclaration,
    office: string | null,
    file: StandingOf | null,
    more: Record<string, unknown> = {},
    careless = true,
  ): Promise<void> {
    const id = record.isFile && file ? files[file] : newId();
    const values: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(record.fields))
      values[name] = Object.hasOwn(more, name) ? more[name] : exampleOf(name, field);
    const cells: [string, unknown][] = [
      ['id', id],
      ['province', 'lao_cai'],
      ['made_at', new Date().toISOString()],
      ['made_by', stranger],
      ['changed_at', new Date().toISOString()],
    ];
    if (record.held) cells.push(['office', office]);
    if (record.numbered)
      cells.push(['number', `${record.numbered}-1999-${String(rows.length).padStart(6, '0')}`]);
    if (record.partOf === 'person') cells.push(['person', files[file!]]);
    if (hasAnswers(record)) cells.push(['unanswered', JSON.stringify({})]);
    for (const [name, field] of Object.entries(record.fields)) {
      const value = values[name];
      cells.push([
        columnOf(record, name),
        field.tier === 'sealed'
          ? Buffer.from(`sealed ${name}`)
          : field.kind.column === 'jsonb'
            ? JSON.stringify(value)
            : value,
      ]);
      const index = indexColumnOf(record, name);
      if (index) cells.push([index, Buffer.from(`index ${name}`)]);
    }
    const columns = cells.map(([column]) => column).join(', ');
    const places = cells.map((_, index) => `$${index + 1}`).join(', ');
    const insert = `insert into ${tableOf(record)} (${columns}) values (${places})`;
    // References to rows that are not there: what a reference points to is not what is tried here.
    if (careless) await world.owner('set session_replication_role = replica');
    try {
      await world.owner(
        insert,
        cells.map(([, value]) => value),
      );
    } finally {
      if (careless) await world.owner('set session_replication_role = origin');
    }
    rows.push({
      id,
      record: record.name,
      office: record.held ? office : null,
      file: isProtected(record) ? file : null,
      about: standings.find(one => files[one] === values.person) ?? null,
      values,
    });
  }

  const person = records.find(record => record.isFile)!;
  for (const standing of standings) await add(person, holderOf(standing), standing);
  const everyone = [...readers.values()];
  const hour = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
  for (const record of records.filter(one => !one.isFile)) {
    const officers = namedOfficers(record);
    if (record.name === 'share') {
      const base = {
        toOffice: ours,
        referral: null,
        verification: null,
        consent: null,
        sharedFields,
        ground: 'legal_duty',
        startsAt: hour(-1),
        until: hour(5),
        revokedAt: null,
        revokedWhy: null,
      };
      await add(record, theirs, 'shared', base, false);
      await add(record, theirs, 'crime', { ...base, ground: 'criminal_procedure' }, false);
      await add(record, theirs, 'revoked', { ...base, revokedAt: hour(-0.5) }, false);
      await add(record, theirs, 'expired', { ...base, until: hour(-0.1) }, false);
      await add(record, theirs, 'early', { ...base, startsAt: hour(1) }, false);
      await add(record, theirs, 'other', { ...base, toOffice: third }, false);
      await add(record, ours, 'own', { ...base, toOffice: third }, false);
      continue;
    }
    if (record.name === 'exceptionAccess') {
      for (const { officer } of everyone) {
        const base = { officer, until: hour(3), endedAt: null, reviewedBy: null, secondBy: null };
        await add(record, theirs, 'glass', base);
        await add(record, theirs, 'glassOver', { ...base, until: hour(-0.1) });
        await add(record, theirs, 'glassEnded', { ...base, endedAt: hour(-0.1) });
      }
      for (const standing of ['own', 'other', 'shared'] as const)
        await add(record, theirs, standing, { officer: newId(), until: hour(3), endedAt: null });
      continue;
    }
    if (record.name === 'draft') {
      for (const { officer: keptBy } of everyone)
        for (const person of [null, ...standings.map(standing => files[standing])])
          await add(record, theirs, null, { keptBy, person });
      await add(record, ours, null, { person: files.own });
      continue;
    }
    const elsewhere = Object.hasOwn(record.fields, 'toOffice') ? { toOffice: third } : {};
    if (record.partOf === 'person') {
      for (const standing of standings) await add(record, holderOf(standing), standing, elsewhere);
      await add(record, ours, 'other', elsewhere);
      await add(record, theirs, 'own', elsewhere);
    } else if (record.held) {
      await add(record, ours, null, elsewhere);
      await add(record, theirs, null, elsewhere);
    } else await add(record, null, null, elsewhere);
    if ('toOffice' in elsewhere)
      await add(record, theirs, record.partOf ? 'other' : null, { toOffice: ours });
    for (const [name, field] of Object.entries(record.fields))
      if (field.kind.name === 'offices')
        await add(record, theirs, null, { ...elsewhere, [name]: [third, ours] });
    for (const field of officers)
      for (const { officer } of everyone)
        await add(record, theirs, record.partOf ? 'other' : null, { ...elsewhere, [field]: officer });
  }
  return { readers, files, rows, sharedFields: new Set(sharedFields) };
}

function exampleOf(name: string, field: Field): unknown {
  if (['record', 'unit', 'office', 'officer'].includes(field.kind.name)) return randomUUID();
  if (field.kind.name === 'offices') return [randomUUID()];
  if (name === 'importKey') return randomUUID();
  return field.kind.example(field.options);
}

/** The fields of a record by which a sentence lets an officer see her own. */
const namedOfficers = (record: RecordDeclaration): string[] => [
  ...new Set(
    policy.flatMap(sentence =>
      sentence.verb !== 'act' && sentence.record.name === record.name
        ? [...sentence.when.name.matchAll(/namesMe\((\w+)\)/g)].map(match => match[1]!)
        : [],
    ),
  ),
];

/** Whether the file reaches a role through a live share. An investigator reads only what criminal procedure gives. */
export const sharedTo = (role: string, file: StandingOf | null): boolean =>
  (sharedWithRoles as readonly string[]).includes(role) &&
  (file === 'crime' || (file === 'shared' && role !== 'investigator'));

const seesFiles = (role: string): boolean =>
  policy.some(
    sentence =>
      sentence.verb === 'see' &&
      sentence.record.isFile &&
      sentence.roles.includes(role) &&
      sentence.when.name.split(' or ').includes('heldByOurOffice'),
  );

/** What the words of a predicate mean for a row. A word that is not known here fails the test that meets it. */
export function holds(when: string, row: ModelRow, reader: Reader): boolean {
  return when.split(' or ').some(word => {
    if (word === 'always') return true;
    if (word === 'heldByOurOffice') return row.office === ours;
    // Every reader heads the office, so that what only a head may do is tried as well.
    if (word === 'headOfOurOffice') return row.office === ours;
    // A policy looks at the file with the reader's own eyes: one who may not see the file does not see by it.
    if (word === 'fileHeldByOurOffice') return row.file === 'own' && seesFiles(reader.role);
    if (word === 'glassBroken' || word === 'glassBrokenOnFile') return row.file === 'glass';
    if (word === 'sharedWithOurOffice') return sharedTo(reader.role, row.file);
    // Settlements of the test province name assertions that are not there; the database's own test is predicates.db.test.ts.
    if (word === 'settledByOurOffice') return false;
    if (word === 'myDraft')
      return (
        row.values.keptBy === reader.officer &&
        (row.values.person === null ||
          row.about === 'glass' ||
          (row.about === 'own' && seesFiles(reader.role)) ||
          sharedTo(reader.role, row.about))
      );
    if (word === 'askedWhileShared')
      return row.values.toOffice === ours && (row.about === 'own' || sharedTo(reader.role, row.about));
    if (word === 'toOurOffice') return row.values.toOffice === ours;
    if (word === 'liesWithUs') return (row.values.toOffice ?? row.office) === ours;
    const [, verb, field] =
      /^(addressedToOurOffice|headOf|namesOurOffice|namesMe)\((\w+)\)$/.exec(word) ?? [];
    if (verb === 'addressedToOurOffice' || verb === 'headOf') return row.values[field!] === ours;
    if (verb === 'namesOurOffice') return ((row.values[field!] ?? []) as readonly string[]).includes(ours);
    if (verb === 'namesMe') return row.values[field!] === reader.officer;
    throw new Error(`the permission test does not know what "${word}" means`);
  });
}

export interface Seen {
  /** By the record's own table. */
  readonly held: boolean;
  /** By the view of what was shared. */
  readonly shared: boolean;
}

export function seenBy(province: Province, reader: Reader, record: RecordDeclaration, row: ModelRow): Seen {
  const held = policy.some(
    sentence =>
      sentence.verb !== 'act' &&
      sentence.record.name === record.name &&
      sentence.roles.includes(reader.role) &&
      holds(sentence.when.name, row, reader),
  );
  const some = Object.keys(record.fields).some(name => province.sharedFields.has(`${record.name}.${name}`));
  return { held, shared: isProtected(record) && some && sharedTo(reader.role, row.file) };
}

export interface FieldRight {
  /** May be named in a select, a condition and an order. */
  readonly read: boolean;
  /** Sealed, and may be opened with a purpose. */
  readonly opened: boolean;
}

export function rightOn(role: string, record: RecordDeclaration, name: string): FieldRight {
  const field = record.fields[name]!;
  const about = policy.filter(
    sentence =>
      sentence.verb !== 'act' && sentence.record.name === record.name && sentence.roles.includes(role),
  );
  const read = about.some(
    sentence =>
      sentence.verb === 'see' &&
      (sentence.fields === 'everything' ||
        (sentence.fields === 'milestones' ? field.milestone : sentence.fields.includes(name))),
  );
  const opened = about.some(sentence => sentence.verb === 'open' && sentence.fields.includes(name));
  return { read: read && field.tier !== 'sealed', opened };
}
