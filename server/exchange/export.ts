/* Taking out, with the rights of the one who asks: rows are read under her own role, what she may not see is withheld and named, sealed fields go along only
 * when she opens them for a purpose, and the ledger keeps whose files left and what for. A file that was only opened by breaking the glass is not taken out. */
import countries from '../../data/reference/countries.json' with { type: 'json' };
import groups from '../../data/reference/ethnic-groups.json' with { type: 'json' };
import languages from '../../data/reference/languages.json' with { type: 'json' };
import type { Actor, Row } from '../../kernel/act/act.ts';
import { dayOf, formatInstant, type Instant, type PartialDay } from '../../kernel/day.ts';
import type { Language } from '../../kernel/fields/kind.ts';
import { isId } from '../../kernel/id.ts';
import { fieldsOpenedBy } from '../../kernel/policy/policy.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { columnOf, isProtected, type RecordDeclaration } from '../../kernel/record/record.ts';
import { tableOf } from '../../kernel/record/sql.ts';
import {
  type AnswerState,
  composePerson,
  type ExportEntry,
  exportHtcds,
  type HtcdsName,
  htcdsNames,
  type OurFile,
  type Sidecar,
  saidBy,
  sealedNames,
  type WithheldReason,
} from '../../modules/exchange/index.ts';
import { getRecord, policy } from '../../modules/index.ts';
import { consentPurposes } from '../../modules/intake/index.ts';
import { nameParts } from '../../modules/people/names/index.ts';
import type { Db } from '../db/door.ts';
import { tell } from '../ledger/write.ts';
import { type ListRequest, listRows } from '../list.ts';
import { say } from '../locales.ts';
import { placeName } from '../places.ts';
import { readingsOf, toRow } from '../rows.ts';
import { openText } from '../seal/envelope.ts';
import type { Keyring } from '../seal/keyring.ts';

export interface ExportRequest {
  readonly record: string;
  readonly profile: 'htcds' | 'list';
  readonly filter?: ListRequest['filter'];
  readonly ids?: readonly string[];
  readonly purpose: string | null;
  readonly withSealed: boolean;
  /** Leaves out everybody who has not allowed this use. */
  readonly onlyAllowed?: string | null;
  readonly columns?: 'all' | 'core' | 'used';
}

export interface Exported {
  readonly table: readonly (readonly string[])[];
  readonly sidecar: object;
  readonly rows: number;
  readonly leftOut: { readonly noConsent: number; readonly glass: number };
  readonly withheld: Readonly<Record<string, number>>;
  readonly consentRefused: number;
}

/** As many files as may leave at once; more is a matter for backups or statistics, not for a spreadsheet. */
export const mostExported = 5000;
const chunk = 200;

/** The person files or rows meant: those named, or a whole list. */
async function rowsMeant(db: Db, actor: Actor, now: Instant, request: ExportRequest): Promise<Row[]> {
  const record = getRecord(request.record);
  if (request.ids) {
    if (request.ids.length === 0 || request.ids.length > mostExported || !request.ids.every(isId))
      throw invalid({
        field: 'ids',
        reason: request.ids.length > mostExported ? 'too_many' : 'id',
        params: { max: mostExported },
      });
    return readRows(db, actor, record, 'id', request.ids);
  }
  const rows: Row[] = [];
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof listRows>> = await listRows(db, actor, now, {
      record: request.record,
      filter: request.filter ?? {},
      limit: 100,
      after,
    });
    rows.push(...page.rows);
    if (rows.length > mostExported)
      throw invalid({ field: 'filter', reason: 'too_many', params: { max: mostExported } });
    if (!page.next) return rows;
    after = page.next;
  }
}

/** Rows by id or by person, through every arm of the role; a row that came by both is the held one. */
async function readRows(
  db: Db,
  actor: Actor,
  record: RecordDeclaration,
  by: 'id' | 'person',
  ids: readonly string[],
): Promise<Row[]> {
  const unique = new Map<string, Row>();
  for (let from = 0; from < ids.length; from += chunk)
    for (const reading of readingsOf(record, actor.role)) {
      const raws = await db.query<Record<string, unknown>>(
        `select ${reading.select} from ${reading.from} r where r.${by} = any ($1) order by r.made_at, r.id`,
        [ids.slice(from, from + chunk)],
      );
      for (const raw of raws) {
        const row = toRow(record, raw, reading.arm, actor.reach);
        if (!unique.has(row.id)) unique.set(row.id, row);
      }
    }
  return [...unique.values()];
}

const byPerson = (rows: readonly Row[]): Map<string, Row[]> => Map.groupBy(rows, row => row.person as string);

/** Sealed values of rows, opened: by row and field. Only rows of files the actor's own offices hold; her role's column rights decide the rest. */
async function openAll(
  db: Db,
  keyring: Keyring,
  actor: Actor,
  record: RecordDeclaration,
  ids: readonly string[],
): Promise<Map<string, Record<string, string | null>>> {
  const fields = fieldsOpenedBy(policy, actor.role, record);
  const found = new Map<string, Record<string, string | null>>();
  if (fields.length === 0) return found;
  const select = fields.map(name => `${columnOf(record, name)} as "${name}"`).join(', ');
  for (let from = 0; from < ids.length; from += chunk) {
    const rows = await db.query<Record<string, unknown> & { id: string }>(
      `select id, ${select} from ${tableOf(record)} where id = any ($1)`,
      [ids.slice(from, from + chunk)],
    );
    for (const row of rows)
      found.set(
        row.id,
        Object.fromEntries(
          fields.map(name => [
            name,
            row[name]
              ? openText(
                  keyring,
                  { table: tableOf(record), column: columnOf(record, name), recordId: row.id },
                  row[name] as Buffer,
                )
              : null,
          ]),
        ),
      );
  }
  return found;
}

/** What live shares name of each file, for the actor's offices. */
async function sharedFields(
  db: Db,
  actor: Actor,
  persons: readonly string[],
): Promise<Map<string, Set<string>>> {
  if (persons.length === 0) return new Map();
  const rows = await db.query<{ person: string; field: string }>(
    'select distinct person, f as field from share, unnest(shared_fields) f where person = any ($1) and to_office = any ($2) and revoked_at is null and starts_at <= now() and until > now()',
    [persons, actor.reach],
  );
  const found = new Map<string, Set<string>>();
  for (const { person, field } of rows) found.set(person, (found.get(person) ?? new Set()).add(field));
  return found;
}

/** @throws Problem when it is not the actor's to read, or a purpose is missing. */
export async function exportRecords(
  db: Db,
  keyring: Keyring,
  actor: Actor,
  now: Instant,
  lang: Language,
  request: ExportRequest,
): Promise<Exported> {
  const record = getRecord(request.record);
  if (readingsOf(record, actor.role).length === 0)
    throw new Problem(isProtected(record) ? 'list.not_yours' : 'record.not_found');
  if (request.profile === 'htcds' && !record.isFile) throw invalid({ field: 'record', reason: 'choice' });
  const purpose = request.purpose?.trim() ?? '';
  if ((isProtected(record) || request.withSealed) && (purpose.length < 3 || purpose.length > 300))
    throw new Problem('act.purpose_missing', {}, [{ field: 'purpose', reason: 'required' }]);
  if (request.onlyAllowed && !(consentPurposes as readonly string[]).includes(request.onlyAllowed))
    throw invalid({ field: 'onlyAllowed', reason: 'choice' });
  const all = await rowsMeant(db, actor, now, request);
  const meant = all.filter(row => row.via !== 'exception');
  const glass = all.length - meant.length;
  const personOf = (row: Row): string => (record.isFile ? row.id : (row.person as string));
  const people = isProtected(record) ? [...new Set(meant.map(personOf))] : [];
  const consents = byPerson(
    people.length > 0 ? await readRows(db, actor, getRecord('consent'), 'person', people) : [],
  );
  const allowed = (person: string) =>
    !request.onlyAllowed || allows(consents.get(person) ?? [], request.onlyAllowed, now);
  const rows = isProtected(record) ? meant.filter(row => allowed(personOf(row))) : meant;
  const done =
    request.profile === 'list'
      ? await asList(db, actor, lang, record, rows)
      : await asHtcds(db, keyring, actor, now, request, rows, consents);
  if (isProtected(record)) {
    const persons = [...new Set(rows.map(personOf))];
    if (persons.length > 0) {
      await tell(db, actor, now, {
        kind: 'list',
        name: `${record.name}.export`,
        subjectRecord: record.name,
        persons,
        purpose,
        body: { profile: request.profile, sealed: request.withSealed, rows: rows.length },
      });
      if (request.withSealed && request.profile === 'htcds')
        await tell(db, actor, now, {
          kind: 'open',
          name: `${record.name}.export.sealed`,
          subjectRecord: record.name,
          persons,
          purpose,
        });
    }
  }
  return { ...done, rows: rows.length, leftOut: { noConsent: meant.length - rows.length, glass } };
}

const lastOf = (consents: readonly Row[], purpose: string): Row | undefined =>
  consents.filter(consent => consent.consentPurpose === purpose).at(-1);

function allows(consents: readonly Row[], purpose: string, now: Instant): boolean {
  const last = lastOf(consents, purpose);
  return last?.given === 'yes' && !last.withdrawnAt && (!last.until || (last.until as string) > dayOf(now));
}

/** Uses outside this system that she has said no to, or has withdrawn. */
const outside = ['statistics', 'research', 'cross_border', 'media'];
const refusedUses = (consents: readonly Row[]): string[] =>
  outside.filter(purpose => {
    const last = lastOf(consents, purpose);
    return (
      last !== undefined && (last.given === 'no' || last.given === 'declined' || Boolean(last.withdrawnAt))
    );
  });

const partNames = ['arrival', 'assertion', 'referral', 'identityPaper', 'imported'] as const;

async function asHtcds(
  db: Db,
  keyring: Keyring,
  actor: Actor,
  now: Instant,
  request: ExportRequest,
  rows: readonly Row[],
  consents: ReadonlyMap<string, readonly Row[]>,
): Promise<Omit<Exported, 'rows' | 'leftOut'>> {
  const ids = rows.map(row => row.id);
  const held = rows.filter(row => row.via !== 'share').map(row => row.id);
  const shared = await sharedFields(
    db,
    actor,
    rows.filter(row => row.via === 'share').map(row => row.id),
  );
  const parts = Object.fromEntries(
    await Promise.all(
      partNames.map(
        async name =>
          [
            name,
            byPerson(ids.length > 0 ? await readRows(db, actor, getRecord(name), 'person', ids) : []),
          ] as const,
      ),
    ),
  ) as Record<(typeof partNames)[number], Map<string, Row[]>>;
  const offices = await officeNames(db, [
    ...[...parts.assertion.values()].flat().map(row => row.office),
    ...[...parts.referral.values()].flat().map(row => row.toOffice as string),
  ]);
  const opened = request.withSealed
    ? await openFiles(db, keyring, actor, held, parts)
    : new Map<string, NonNullable<OurFile['opened']>>();
  const mayOpen = fieldsOpenedBy(policy, actor.role, getRecord('person')).length > 0;
  const refused: { ref: string; purposes: string[] }[] = [];
  const entries = rows.map((row, index): ExportEntry => {
    const ref = `R${String(index + 1).padStart(5, '0')}`;
    const own = {
      consents: consents.get(row.id) ?? [],
      arrivals: parts.arrival.get(row.id) ?? [],
      assertions: parts.assertion.get(row.id) ?? [],
      referrals: parts.referral.get(row.id) ?? [],
      imported: parts.imported.get(row.id) ?? [],
    };
    const uses = refusedUses(own.consents);
    if (uses.length > 0) refused.push({ ref, purposes: uses });
    const names = row.via === 'share' ? (shared.get(row.id) ?? new Set<string>()) : null;
    const withheld = withheldOf(actor, names, opened.has(row.id), mayOpen && row.via !== 'share');
    return {
      ref,
      person: composePerson(fileOf(row, own, offices, opened.get(row.id) ?? null), splitName),
      withheld,
      answerStates: answerStates(row),
    };
  });
  const { table, sidecar } = exportHtcds(entries, { madeAt: now, columns: request.columns ?? 'all' });
  return {
    table,
    sidecar: withConsentNote(sidecar, request, refused),
    withheld: sidecar.sums.withheldByField,
    consentRefused: refused.length,
  };
}

function withConsentNote(sidecar: Sidecar, request: ExportRequest, refused: readonly object[]): object {
  return {
    ...sidecar,
    export: {
      purpose: request.purpose,
      sealedFieldsOpened: request.withSealed,
      onlyAllowed: request.onlyAllowed ?? null,
    },
    consent: {
      note: 'These people said no to, or withdrew, the uses named. Nothing here may be used for them. con_Consent alone is no permission for a new use.',
      refused,
    },
  };
}

type Own = {
  readonly consents: readonly Row[];
  readonly arrivals: readonly Row[];
  readonly assertions: readonly Row[];
  readonly referrals: readonly Row[];
  readonly imported: readonly Row[];
};

function fileOf(
  row: Row,
  own: Own,
  offices: ReadonlyMap<string, OfficeName>,
  opened: OurFile['opened'],
): OurFile {
  return {
    person: row as unknown as OurFile['person'],
    arrivals: own.arrivals.map(arrival => ({
      route: arrival.route as string,
      arrivedDay: arrival.arrivedAt ? (dayOf(arrival.arrivedAt as Instant) as PartialDay) : null,
      handedOverBy: (arrival.handedOverBy as string | null) ?? null,
    })),
    assertions: own.assertions.map(assertion => ({
      id: assertion.id,
      assertionKind: assertion.assertionKind as string,
      finding: assertion.finding as string,
      purposes: (assertion.purposes as string[] | null) ?? null,
      agencyKind: offices.get(assertion.office)?.kind ?? null,
    })),
    consents: own.consents.map(consent => ({
      id: consent.id,
      given: consent.given as string,
      explained: (consent.explained as Record<string, string> | null) ?? null,
      withdrawn: Boolean(consent.withdrawnAt),
    })),
    referrals: own.referrals.map(referral => ({
      to: offices.get(referral.toOffice as string)?.name ?? null,
      day: referral.sentAt ? (dayOf(referral.sentAt as Instant) as PartialDay) : null,
    })),
    madeRows: own.imported.flatMap(one => (one.madeRows as string[] | null) ?? []),
    opened,
  };
}

async function openFiles(
  db: Db,
  keyring: Keyring,
  actor: Actor,
  held: readonly string[],
  parts: Record<'identityPaper' | 'imported', Map<string, Row[]>>,
): Promise<Map<string, NonNullable<OurFile['opened']>>> {
  const lastPaper = new Map(
    held.flatMap(id => {
      const paper = parts.identityPaper.get(id)?.at(-1);
      return paper ? [[id, paper.id] as const] : [];
    }),
  );
  const lastRest = new Map(
    held.flatMap(id => {
      const rest = parts.imported.get(id)?.at(-1);
      return rest ? [[id, rest.id] as const] : [];
    }),
  );
  const person = await openAll(db, keyring, actor, getRecord('person'), held);
  const paper = await openAll(db, keyring, actor, getRecord('identityPaper'), [...lastPaper.values()]);
  const rest = await openAll(db, keyring, actor, getRecord('imported'), [...lastRest.values()]);
  return new Map(
    held.flatMap(id => {
      const own = person.get(id);
      if (!own) return [];
      return [
        [
          id,
          {
            phone: own.phone ?? null,
            address: own.address ?? null,
            paperNumber: paper.get(lastPaper.get(id) ?? '')?.paperNumber ?? null,
            sealedRest: rest.get(lastRest.get(id) ?? '')?.sealedRest ?? null,
          },
        ] as const,
      ];
    }),
  );
}

/** What of a file does not leave, and why. Listed whether or not there is a value, or the silence would tell. `names`: what was shared, null for one's own file. */
function withheldOf(
  actor: Actor,
  names: ReadonlySet<string> | null,
  isOpened: boolean,
  mayOpen: boolean,
): ExportEntry['withheld'] {
  const withheld: Partial<Record<HtcdsName, WithheldReason>> = {};
  if (!isOpened) for (const name of sealedNames) withheld[name] = mayOpen ? 'sealed' : 'no_right';
  if (!names) {
    for (const [path, fields] of Object.entries(saidBy)) {
      const [name = '', field = ''] = path.split('.');
      const record = getRecord(name);
      if (record.fields[field]?.tier === 'sealed') continue;
      if (
        !readingsOf(record, actor.role).some(reading => reading.arm === 'held' && reading.fields.has(field))
      )
        for (const one of fields) withheld[one] = 'no_right';
    }
    return withheld;
  }
  const open = new Set<string>();
  for (const [path, fields] of Object.entries(saidBy)) {
    const [name = '', field = ''] = path.split('.');
    if (names.has(path) || getRecord(name).fields[field]?.milestone) for (const one of fields) open.add(one);
  }
  for (const name of htcdsNames)
    if (!open.has(name) || sealedNames.includes(name)) withheld[name] = 'no_right';
  return withheld;
}

function answerStates(row: Row): ExportEntry['answerStates'] {
  const states: Partial<Record<HtcdsName, AnswerState>> = {};
  for (const [field, state] of Object.entries(row.unanswered ?? {}))
    for (const name of saidBy[`person.${field}`] ?? []) states[name] = state;
  return states;
}

function splitName(text: string): { family: string | null; middle: string | null; given: string | null } {
  const words = text.split(/\s+/).filter(Boolean);
  const parts = nameParts(text);
  const family = parts.family ? parts.family.marked.split(' ').length : 0;
  if (parts.order === 'given-first' || words.length < 2 || family + parts.middle.length + 1 !== words.length)
    return words.length < 2
      ? { family: null, middle: null, given: text }
      : { family: words[0]!, middle: words.slice(1, -1).join(' ') || null, given: words.at(-1)! };
  return {
    family: words.slice(0, family).join(' ') || null,
    middle: words.slice(family, -1).join(' ') || null,
    given: words.at(-1)!,
  };
}

interface OfficeName {
  readonly name: string;
  readonly nameEn: string;
  readonly kind: string;
}

export async function officeNames(db: Db, ids: readonly string[]): Promise<Map<string, OfficeName>> {
  const wanted = [...new Set(ids.filter(Boolean))];
  if (wanted.length === 0) return new Map();
  const rows = await db.query<OfficeName & { id: string }>(
    'select o.id, o.name, o.name_en as "nameEn", a.agency_kind as kind from office o join agency a on a.id = o.agency where o.id = any ($1)',
    [wanted],
  );
  return new Map(rows.map(row => [row.id, row]));
}

/** Any list as it stands on the screen: the listed fields the role may see, codes as words, ids as names. `whole`: every field but sealed ones, as a file shows its parts. */
export async function asList(
  db: Db,
  actor: Actor,
  lang: Language,
  record: RecordDeclaration,
  rows: readonly Row[],
  which: 'listed' | 'whole' = 'listed',
): Promise<Omit<Exported, 'rows' | 'leftOut'>> {
  const seen = new Set(readingsOf(record, actor.role).flatMap(reading => [...reading.fields]));
  const fields = Object.entries(record.fields).filter(
    ([name, field]) => (field.listed || which === 'whole') && field.tier !== 'sealed' && seen.has(name),
  );
  const offices = await officeNames(db, [
    ...rows.map(row => row.office),
    ...fields
      .filter(([, field]) => ['office', 'offices'].includes(field.kind.name))
      .flatMap(([name]) => rows.flatMap(row => (row[name] ?? []) as string | string[])),
  ]);
  const officers = await officerNames(
    db,
    fields
      .filter(([, field]) => field.kind.name === 'officer')
      .flatMap(([name]) => rows.map(row => row[name] as string)),
  );
  const named = new Map<string, string>();
  for (const [name, field] of fields.filter(([, field]) => field.kind.name === 'record'))
    for (const [id, text] of await captionsOf(
      db,
      actor,
      lang,
      field.options.to!,
      rows.map(row => row[name] as string),
    ))
      named.set(id, text);
  const files =
    record.partOf === 'person'
      ? await captionsOf(
          db,
          actor,
          lang,
          'person',
          rows.map(row => row.person as string),
        )
      : null;
  const label = (name: string) =>
    say(lang, `field.${record.name}.${name}`) ?? say(lang, `field.any.${name}`) ?? name;
  const officeName = (id: unknown) =>
    (lang === 'en' ? offices.get(id as string)?.nameEn : offices.get(id as string)?.name) ?? '';
  const withheld: Record<string, number> = {};
  const text = (row: Row, name: string): string => {
    const field = record.fields[name]!;
    const value = row[name];
    if (value === null || value === undefined)
      return row.unanswered?.[name] ? (say(lang, `ui.answer.${row.unanswered[name]}`) ?? '') : '';
    const code = (one: string) => codeName(field.options.labels ?? 'yesNo', one, lang);
    switch (field.kind.name) {
      case 'choice':
      case 'answer':
        return code(value as string);
      case 'choices':
        return (value as string[]).map(code).join('; ');
      case 'unit':
        return placeName(value as string);
      case 'office':
        return officeName(value);
      case 'offices':
        return (value as string[]).map(officeName).join('; ');
      case 'officer':
        return officers.get(value as string) ?? '';
      case 'record':
        return named.get(value as string) ?? '';
      case 'flag':
        return code(value ? 'yes' : 'no');
      case 'instant':
        return formatInstant(value as Instant, lang);
      default:
        return field.kind.toText(value as never);
    }
  };
  const header = [
    ...(record.numbered ? [label('number')] : []),
    ...(files ? [say(lang, 'exchange.list.file') ?? ''] : []),
    ...fields.map(([name]) => label(name)),
    ...(record.held ? [label('office')] : []),
    label('madeAt'),
  ];
  const table = rows.map(row => [
    ...(record.numbered ? [String(row.number ?? '')] : []),
    ...(files ? [files.get(row.person as string) ?? ''] : []),
    ...fields.map(([name]) => text(row, name)),
    ...(record.held ? [officeName(row.office)] : []),
    row.madeAt ? formatInstant(row.madeAt as Instant, lang) : '',
  ]);
  for (const [name, field] of Object.entries(record.fields))
    if (field.listed && !seen.has(name)) withheld[name] = rows.length;
  return {
    table: [header, ...table],
    sidecar: { record: record.name, columns: header, withheld: Object.keys(withheld) },
    withheld,
    consentRefused: 0,
  };
}

/** What rows are called: their number and the texts and days that name them; of a file only its number. Under the reader's own rights, so that what she may not see has none. */
async function captionsOf(
  db: Db,
  actor: Actor,
  lang: Language,
  to: string,
  ids: readonly (string | null | undefined)[],
): Promise<Map<string, string>> {
  const record = getRecord(to);
  const wanted = [...new Set(ids.filter(id => typeof id === 'string'))];
  const said = (row: Row, name: string): string => {
    const { kind, options, tier } = record.fields[name] ?? {};
    const value = row[name];
    if (!kind || tier === 'sealed' || value === null || value === undefined) return '';
    if (kind.name === 'choice') return codeName(options?.labels, value as string, lang);
    return ['text', 'day'].includes(kind.name) ? String(value) : '';
  };
  const rows = wanted.length > 0 ? await readRows(db, actor, record, 'id', wanted) : [];
  return new Map(
    rows.map(row => [
      row.id,
      [String(row.number ?? ''), ...(record.isFile ? [] : record.caption.map(name => said(row, name)))]
        .filter(Boolean)
        .join(' · '),
    ]),
  );
}

export async function officerNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter(Boolean))];
  if (wanted.length === 0) return new Map();
  return new Map(
    (
      await db.query<{ id: string; name: string }>('select id, name from officer where id = any ($1)', [
        wanted,
      ])
    ).map(row => [row.id, row.name]),
  );
}

/** A code as the paper or the spreadsheet says it. */
export function codeName(labels: string | undefined, code: string, lang: Language): string {
  return (
    say(lang, `list.${labels}.${code}`) ??
    officialName(labels, code, lang) ??
    say(lang, `ui.answer.${code}`) ??
    code
  );
}

function officialName(labels: string | undefined, code: string, lang: Language): string | null {
  const list =
    labels === 'ethnicity'
      ? groups
      : labels === 'country'
        ? countries
        : labels === 'spoken'
          ? languages
          : null;
  const found = list?.find(
    (one: { code?: string; alpha2?: string | null }) =>
      (labels === 'country' ? one.alpha2 : one.code) === code,
  ) as { vi: string; en: string } | undefined;
  return found?.[lang] ?? null;
}
