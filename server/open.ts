/* Opening a sealed field: an act of its own, with a purpose, entered in the ledger before the value leaves. Who may open what is in the policy and in the
 * database's column grants; the key never goes there. */
import type { Actor } from '../kernel/act/act.ts';
import type { Instant } from '../kernel/day.ts';
import { isId } from '../kernel/id.ts';
import { fieldsOpenedBy } from '../kernel/policy/policy.ts';
import { invalid, Problem } from '../kernel/problem.ts';
import { columnOf, isProtected } from '../kernel/record/record.ts';
import { tableOf } from '../kernel/record/sql.ts';
import { getRecord, policy } from '../modules/index.ts';
import type { Db } from './db/door.ts';
import { tell } from './ledger/write.ts';
import { readingsOf } from './rows.ts';
import { openText } from './seal/envelope.ts';
import type { Keyring } from './seal/keyring.ts';

export interface OpenRequest {
  readonly record: string;
  readonly id: string;
  readonly field: string;
  readonly purpose: string;
}

/** @returns the opened value, null when the field is empty. @throws Problem when it is not the actor's to open. */
export async function openSealed(
  db: Db,
  keyring: Keyring,
  actor: Actor,
  now: Instant,
  request: OpenRequest,
): Promise<{ value: string | null }> {
  const record = getRecord(request.record);
  const field = Object.hasOwn(record.fields, request.field) ? record.fields[request.field] : undefined;
  if (!isId(request.id)) throw invalid({ field: 'id', reason: 'id' });
  if (field?.tier !== 'sealed')
    throw new Problem('field.unknown', {}, [
      { field: String(request.field).slice(0, 80), reason: 'not_known' },
    ]);
  if (
    typeof request.purpose !== 'string' ||
    request.purpose.trim().length < 3 ||
    request.purpose.length > 300 ||
    request.purpose.includes('\u0000')
  )
    throw new Problem('act.purpose_missing', {}, [{ field: 'purpose', reason: 'required' }]);
  const column = columnOf(record, request.field);
  const mine = fieldsOpenedBy(policy, actor.role, record).includes(request.field);
  const arms = readingsOf(record, actor.role).filter(reading => reading.arm === 'shared' || mine);
  if (arms.length === 0)
    throw new Problem('field.not_yours', {}, [{ field: request.field, reason: 'not_yours' }]);
  const person = record.isFile
    ? 'r.id'
    : record.partOf
      ? 'r.person'
      : record.fields.file
        ? 'r.file'
        : record.fields.person
          ? 'r.person'
          : 'null::uuid';
  for (const arm of arms) {
    const [row] = await db.query<{ sealed: Buffer | null; person: string | null }>(
      `select r.${column} as sealed, ${person} as person from ${arm.from} r where r.id = $1`,
      [request.id],
    );
    if (!row) continue;
    if (arm.arm === 'shared' && row.sealed === null)
      throw new Problem('field.not_yours', {}, [{ field: request.field, reason: 'not_yours' }]);
    await tell(db, actor, now, {
      kind: 'open',
      name: `${record.name}.open.${request.field}`,
      subjectRecord: record.name,
      subject: request.id,
      persons: row.person ? [row.person] : [],
      purpose: request.purpose.trim(),
    });
    return {
      value:
        row.sealed === null
          ? null
          : openText(keyring, { table: tableOf(record), column, recordId: request.id }, row.sealed),
    };
  }
  throw new Problem(isProtected(record) ? 'person.not_shared' : 'record.not_found');
}
