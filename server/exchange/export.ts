/* Taking out, with the rights of the one who asks: rows are read under her own role, what she may not see is withheld and named, sealed fields go along only
 * when she opens them for a purpose, and the ledger keeps whose files left and what for. A file that was only opened by breaking the glass is not taken out.
 * As which table they leave is said in as-list.ts and as-htcds.ts. */
import type { Actor, Row } from '../../kernel/act/act.ts';
import type { Instant } from '../../kernel/day.ts';
import type { Language } from '../../kernel/fields/kind.ts';
import { isId } from '../../kernel/id.ts';
import { invalid, Problem } from '../../kernel/problem.ts';
import { isProtected } from '../../kernel/record/record.ts';
import { getRecord } from '../../modules/index.ts';
import { consentPurposes } from '../../modules/intake/index.ts';
import type { Db } from '../db/door.ts';
import { tell } from '../ledger/write.ts';
import { type ListRequest, listRows } from '../list.ts';
import { readingsOf } from '../rows.ts';
import type { Keyring } from '../seal/keyring.ts';
import { allows } from './allowed-uses.ts';
import { asHtcds } from './as-htcds.ts';
import { asList } from './as-list.ts';
import { byPerson, readRows } from './export-rows.ts';

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
