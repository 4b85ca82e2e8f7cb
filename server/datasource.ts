/* Reading: one row, a page of rows. The database decides what is visible; here only the columns a role may name are named, and what was shown of people's
 * files is entered in the ledger before the answer leaves. A field that may not be read can be neither filtered nor sorted by. */
import type { Act, Actor, Row } from '../kernel/act/act.ts';
import type { Instant } from '../kernel/day.ts';
import { isId } from '../kernel/id.ts';
import { groundsToAct, mayAct } from '../kernel/policy/policy.ts';
import { invalid, Problem } from '../kernel/problem.ts';
import { isProtected, type RecordDeclaration } from '../kernel/record/record.ts';
import { acts, getRecord, policy, records } from '../modules/index.ts';
import { shareCounts } from '../modules/referrals/index.ts';
import type { Db } from './db/door.ts';
import { tell } from './ledger/write.ts';
import { readingsOf, toRow, wayIn } from './rows.ts';

const notShown = (record: RecordDeclaration): Problem =>
  new Problem(isProtected(record) ? 'person.not_shared' : 'record.not_found');

/** What of a file was shared with the offices in $2: names of fields. `person` says in SQL whose file it is. */
const sharedFieldsOf = (person: string): string =>
  `array(select distinct f from share s, unnest(s.shared_fields) f where s.person = ${person} and s.to_office = any ($2)
    and s.revoked_at is null and s.starts_at <= now() and s.until > now() and ${shareCounts})`;

/** One row and, if it came by a share and they are asked for, the names of the fields that were shared. */
async function find(
  db: Db,
  actor: Actor,
  record: RecordDeclaration,
  id: string,
  withShared: boolean,
): Promise<{ row: Row; shared: string[] | null } | null> {
  // One after the other: most rows are held, and then the view of what was shared need not be asked.
  for (const { arm, select, from } of readingsOf(record, actor.role)) {
    // The column has a name no field can have.
    const more =
      withShared && arm === 'shared'
        ? `, ${sharedFieldsOf(record.isFile ? '$1' : 'r.person')} as "shared fields"`
        : '';
    const [raw] = await db.query<Record<string, unknown>>(
      `select ${select}${more} from ${from} r where r.id = $1`,
      more ? [id, actor.reach] : [id],
    );
    if (!raw) continue;
    const { 'shared fields': shared = null, ...rest } = raw;
    return { row: toRow(record, rest, arm, actor.reach), shared: shared as string[] | null };
  }
  return null;
}

/** One row under the actor's rights, or null; nothing is entered in the ledger. */
export async function findRow(db: Db, actor: Actor, name: string, id: string): Promise<Row | null> {
  return (await find(db, actor, getRecord(name), id, false))?.row ?? null;
}

/** The acts a role may ever do on rows of a record; acts that add to a person's file count as acts on the file. */
const possible = new Map<string, readonly Act[]>();
function possibleActs(record: RecordDeclaration, role: string): readonly Act[] {
  const key = `${record.name}/${role}`;
  let known = possible.get(key);
  if (!known) {
    known = acts.filter(
      act =>
        (act.creates ? record.isFile && act.input.person : act.record === record.name) &&
        groundsToAct(policy, role, act.name).length > 0,
    );
    possible.set(key, known);
  }
  return known;
}

/** The acts the actor may do on this row now. */
export function abilitiesOn(record: RecordDeclaration, row: Row, actor: Actor): string[] {
  const closedFile = record.isFile && record.state !== null && row[record.state] === 'closed';
  return possibleActs(record, actor.role)
    .filter(act => {
      if (act.creates && closedFile && act.record !== 'exceptionAccess') return false;
      if (!act.creates && act.states && record.state && !act.states.includes(row[record.state] as string))
        return false;
      return mayAct(policy, actor, act, row);
    })
    .map(act => act.name);
}

/** Takes away what was not shared, so that an empty answer is never confused with a withheld one; names what is withheld. */
function withoutWithheld(record: RecordDeclaration, row: Row, shared: ReadonlySet<string>): Row {
  const copy: Record<string, unknown> = { ...row };
  const withheld: string[] = [];
  for (const [name, field] of Object.entries(record.fields)) {
    if (field.milestone || shared.has(`${record.name}.${name}`)) continue;
    delete copy[name];
    withheld.push(name);
  }
  return { ...copy, withheld } as unknown as Row;
}

export type ShownRow = Row & { readonly abilities: readonly string[] };

/** One row for the API. Reading a part of a person's file is entered in the ledger. @throws Problem when it is not the actor's to see. */
export async function getRow(
  db: Db,
  actor: Actor,
  now: Instant,
  name: string,
  id: string,
): Promise<ShownRow> {
  const record = getRecord(name);
  if (!isId(id)) throw invalid({ field: 'id', reason: 'id' });
  if (readingsOf(record, actor.role).length === 0) throw notShown(record);
  const found = await find(db, actor, record, id, true);
  if (!found) throw notShown(record);
  const { row, shared } = found;
  const person = record.isFile ? row.id : ((row.person ?? row.file) as string | null | undefined);
  const shown = shared ? withoutWithheld(record, row, new Set(shared)) : row;
  // What is not part of a file but names one, a safety plan for instance, is read about somebody too.
  if (person || record.readingEntered)
    await tell(db, actor, now, {
      kind: 'read',
      name: `${name}.read`,
      subjectRecord: name,
      subject: id,
      persons: person ? [person] : [],
      ...(person ? { ground: wayIn(row, actor.reach) } : {}),
    });
  return { ...shown, abilities: abilitiesOn(record, row, actor) };
}

/** Everything of a person's file that the actor may see, each part's rows in the order they were made. One entry in the ledger. */
export async function getPath(
  db: Db,
  actor: Actor,
  now: Instant,
  id: string,
): Promise<{ person: ShownRow; parts: Record<string, ShownRow[]>; shared: string[] | null }> {
  const record = getRecord('person');
  if (!isId(id)) throw invalid({ field: 'id', reason: 'id' });
  const found = await find(db, actor, record, id, true);
  if (!found) throw notShown(record);
  const { row, shared } = found;
  const sharedSet = new Set(shared);
  const show = (part: RecordDeclaration, found: Row): ShownRow => ({
    ...(found.via === 'share' ? withoutWithheld(part, found, sharedSet) : found),
    abilities: abilitiesOn(part, found, actor),
  });
  const parts: Record<string, ShownRow[]> = {};
  await Promise.all(
    partsOfFiles.map(async part => {
      const readings = readingsOf(part, actor.role);
      const found = await Promise.all(
        readings.map(async reading => {
          const rows = await db.query<Record<string, unknown>>(
            `select ${reading.select} from ${reading.from} r where r.person = $1 order by r.made_at, r.id limit 500`,
            [id],
          );
          return rows.map(raw => toRow(part, raw, reading.arm, actor.reach));
        }),
      );
      const unique = new Map<string, Row>();
      for (const rows of found) for (const one of rows) if (!unique.has(one.id)) unique.set(one.id, one);
      if (readings.length > 0) parts[part.name] = [...unique.values()].map(one => show(part, one));
    }),
  );
  await tell(db, actor, now, {
    kind: 'read',
    name: 'person.read',
    subjectRecord: 'person',
    subject: id,
    persons: [id],
    purpose: null,
    ground: wayIn(row, actor.reach),
  });
  return { person: show(record, row), parts, shared };
}

const partsOfFiles = records.filter(record => record.partOf === 'person');
