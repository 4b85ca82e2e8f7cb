/* Filling a form in, under the maker's own rights: what she may not see stays blank and says so, sealed fields go in only when she asks for them with a
 * purpose, and every such opening is entered in the ledger. What she writes herself fills what the data has not, and never what was withheld from her. */
import type { Actor, Row } from '../../kernel/act/act.ts';
import { dayOf, formatDay, type Instant, type PartialDay } from '../../kernel/day.ts';
import type { Field } from '../../kernel/fields/kind.ts';
import { longText } from '../../kernel/fields/kinds.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import type { RecordDeclaration } from '../../kernel/record/record.ts';
import {
  type Blank,
  type BlankReason,
  childRecord,
  type Filling,
  type Form,
  factsOf,
  findForm,
  type OfficeHead,
  sources,
  symbolOf,
  withoutBrackets,
} from '../../modules/documents/index.ts';
import { lawOn } from '../../modules/victims/index.ts';
import { getPath } from '../datasource.ts';
import type { Db } from '../db/door.ts';
import { codeName } from '../exchange/in-words.ts';
import { openSealed } from '../open.ts';
import { findPlaceById, placeName } from '../places.ts';
import type { Keyring } from '../seal/keyring.ts';
import { listed, placeOnPaper, timeOnPaper } from './words.ts';

export interface FillRequest {
  readonly person: string;
  readonly form: string;
  readonly authority?: string | null;
  readonly onBehalfOf?: string | null;
  readonly signerTitle?: string | null;
  readonly signerName?: string | null;
  readonly entered?: string | null;
  readonly withSealed?: boolean | null;
  readonly purpose?: string | null;
}

/** Something to say, or why not. */
type Found = { readonly value: string } | { readonly why: BlankReason };

const proofs: Readonly<Record<string, string>> = { '66/2011/QH12': 'Điều 28', '53/2024/QH15': 'Điều 33' };

/** @throws Problem when the file is not the maker's to read, what she entered is no form of this form, or a purpose is missing. */
export async function fillForm(
  db: Db,
  keyring: Keyring,
  actor: Actor,
  now: Instant,
  request: FillRequest,
): Promise<Filling> {
  const form = findForm(request.form);
  if (!form) throw invalid({ field: 'form', reason: 'choice' });
  const entered = readEntered(form, request.entered);
  const path = await getPath(db, actor, now, request.person);
  const rows = new Map(
    Object.entries(sources).map(([name, source]) => [
      name,
      source.pick(path.person, path.parts) as Row | undefined,
    ]),
  );
  const names = await namesOf(db, path.parts, actor.office);
  const law = (rows.get('identified')?.law as string | undefined) ?? lawOn(dayOf(now));
  const values: Record<string, string> = {
    'law.name': `Luật Phòng, chống mua bán người số ${law}`,
    'law.proof': proofs[law] ?? '',
  };
  const blanks: Blank[] = [];
  const context: Context = { db, keyring, actor, now, names, request };
  for (const fact of factsOf(form)) {
    const [source = '', field = ''] = fact.split('.');
    if (source === 'office' || source === 'law') continue;
    const found: Found =
      source === 'hand'
        ? { why: 'by_hand' }
        : await findFact(context, sources[source]!.record, rows.get(source), field);
    const written = entered[fact];
    if ('value' in found) values[fact] = found.value.normalize('NFC');
    else if (written && found.why !== 'withheld') values[fact] = written;
    else blanks.push({ fact, why: found.why });
  }
  return {
    form: form.code,
    version: form.version,
    values,
    blanks,
    found: [...rows].flatMap(([name, row]) => (row ? [name] : [])),
    children: (path.parts.child ?? []).map(row => childLine(row, names)),
    office: await headOf(db, actor.office),
    signer: {
      authority: request.authority ?? 'own',
      onBehalfOf: request.onBehalfOf ?? null,
      title: request.signerTitle ?? null,
      name: request.signerName ?? null,
    },
  };
}

interface Context {
  readonly db: Db;
  readonly keyring: Keyring;
  readonly actor: Actor;
  readonly now: Instant;
  readonly names: ReadonlyMap<string, string>;
  readonly request: FillRequest;
}

async function findFact(
  context: Context,
  record: RecordDeclaration,
  row: Row | undefined,
  name: string,
): Promise<Found> {
  if (!row) return { why: 'nothing' };
  if (name === 'office' || name === 'number') return said(context.names, row[name], null);
  const field = record.fields[name]!;
  if ((row.withheld as readonly string[] | undefined)?.includes(name) || !Object.hasOwn(row, name))
    return { why: 'withheld' };
  const state = row.unanswered?.[name];
  if (state) return { why: state };
  if (field.tier !== 'sealed') return said(context.names, row[name], field);
  return row[name] ? openOne(context, record, row, name) : { why: 'nothing' };
}

async function openOne(
  { db, keyring, actor, now, request }: Context,
  record: RecordDeclaration,
  row: Row,
  name: string,
): Promise<Found> {
  if (!request.withSealed) return { why: 'sealed' };
  try {
    const { value } = await openSealed(db, keyring, actor, now, {
      record: record.name,
      id: row.id,
      field: name,
      purpose: request.purpose as string,
    });
    return value ? { value } : { why: 'nothing' };
  } catch (error) {
    if (error instanceof Problem && error.code === 'field.not_yours') return { why: 'withheld' };
    throw error;
  }
}

const said = (names: ReadonlyMap<string, string>, value: unknown, field: Field | null): Found => {
  const text = value === null || value === undefined ? '' : wordOf(names, value, field);
  return text === '' ? { why: 'nothing' } : { value: text };
};

/** A value as a paper says it, in Vietnamese whatever language the maker reads. */
function wordOf(names: ReadonlyMap<string, string>, value: unknown, field: Field | null): string {
  if (!field) return names.get(value as string) ?? String(value);
  const code = (one: string) => codeName(field.options.labels, one, 'vi');
  switch (field.kind.name) {
    case 'choice':
    case 'answer':
      return code(value as string);
    case 'choices':
      return listed((value as string[]).map(code));
    case 'unit':
      return placeOnPaper(placeName(value as string));
    case 'office':
      return names.get(value as string) ?? '';
    case 'offices':
      return listed((value as string[]).map(id => names.get(id) ?? ''));
    case 'partialDay':
    case 'day':
      return formatDay(value as PartialDay, 'vi');
    case 'instant':
      return timeOnPaper(value as Instant);
    default:
      return field.kind.toText(value as never);
  }
}

const childLine = (row: Row, names: ReadonlyMap<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(childRecord.fields).flatMap(([name, field]) => {
      const value = row[name];
      return field.tier === 'sealed' || value === null || value === undefined
        ? []
        : [[name, wordOf(names, value, field)]];
    }),
  );

/** The offices the file's parts name, and the maker's own. */
async function namesOf(
  db: Db,
  parts: Readonly<Record<string, readonly Row[]>>,
  own: string,
): Promise<Map<string, string>> {
  const ids = new Set([own]);
  for (const row of [...(parts.assertion ?? []), ...(parts.verification ?? [])])
    for (const id of [row.office, row.toOffice]) if (typeof id === 'string') ids.add(id);
  const rows = await db.query<{ id: string; name: string }>(
    'select id, name from office where id = any ($1)',
    [[...ids]],
  );
  return new Map(rows.map(row => [row.id, withoutBrackets(row.name)]));
}

/** The head of a paper: the body above in capitals, the office itself in bold; and where it is signed. */
export async function headOf(db: Db, office: string): Promise<OfficeHead> {
  const [row] = await db.query<{
    name: string;
    short: string;
    superior: string | null;
    agency: string;
    level: string;
    area: string | null;
  }>(
    `select o.name, o.short_name as short, p.name as superior, a.name as agency, o.level, o.area
       from office o join agency a on a.id = o.agency left join office p on p.id = o.parent where o.id = $1`,
    [office],
  );
  if (!row) throw new Problem('record.not_found');
  const place = row.area ? findPlaceById(row.area) : undefined;
  return {
    superior: withoutBrackets(row.superior ?? row.agency),
    name: withoutBrackets(row.name),
    symbol: symbolOf(row.short),
    place: place ? place.fullName.replace(/^(Tỉnh|Thành phố|Huyện|Xã|Phường|Thị trấn)\s+/, '') : '………',
  };
}

/** What the officer wrote, by fact. @throws Problem naming what does not belong to the form. */
export function readEntered(form: Form, raw: string | null | undefined): Record<string, string> {
  if (!raw) return {};
  let given: unknown;
  try {
    given = JSON.parse(raw);
  } catch {
    throw invalid({ field: 'entered', reason: 'object' });
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw invalid({ field: 'entered', reason: 'object' });
  const known = new Set(factsOf(form));
  const { kind, options } = longText({ max: 3000 });
  return Object.fromEntries(
    Object.entries(given).flatMap(([fact, value]) => {
      if (!known.has(fact) || fact.startsWith('office.') || fact.startsWith('law.'))
        throw invalid({ field: 'entered', reason: 'not_known' });
      const parsed = kind.parse(value, options);
      if ('issues' in parsed) throw invalid(...parsed.issues.map(issue => ({ ...issue, field: fact })));
      return parsed.value === null ? [] : [[fact, onOneLine(parsed.value)]];
    }),
  );
}

/** Lines of an answer follow each other on the paper; one that does not end a sentence is parted from the next. */
const onOneLine = (text: string): string =>
  text.replace(/([.;:!?…])?[ \t]*\n\s*/g, (_all, end?: string) => (end ? `${end} ` : '; '));
