/* Reading what is taken out, under the rights of whoever asks: rows through every arm of her role, sealed values that she may open, and what of a shared file she is shown. */
import type { Actor, Row } from '../../kernel/act/act.ts';
import { fieldsOpenedBy } from '../../kernel/policy/policy.ts';
import { columnOf, type RecordDeclaration } from '../../kernel/record/record.ts';
import { tableOf } from '../../kernel/record/sql.ts';
import { policy } from '../../modules/index.ts';
import type { Db } from '../db/door.ts';
import { readingsOf, toRow } from '../rows.ts';
import { openText } from '../seal/envelope.ts';
import type { Keyring } from '../seal/keyring.ts';

const chunk = 200;

/** Rows by id or by person, through every arm of the role; a row that came by both is the held one. */
export async function readRows(
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

export const byPerson = (rows: readonly Row[]): Map<string, Row[]> =>
  Map.groupBy(rows, row => row.person as string);

/** Sealed values of rows, opened: by row and field. Only rows of files the actor's own offices hold; her role's column rights decide the rest. */
export async function openAll(
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
export async function sharedFields(
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
