/* Who may reach a file: the office that holds it, an office it was shared with, and, for a few hours and with a reason, the officer who broke the glass.
 * The parts of a file follow the file; an office always sees what it wrote itself. */
import { either, heldByOurOffice, type Predicate, type SessionSql } from '../../kernel/policy/policy.ts';

/** The officer broke the glass on this file and the hours have not run out. */
export const glassBrokenOn = (column: 'id' | 'person'): Predicate => ({
  name: column === 'id' ? 'glassBroken' : 'glassBrokenOnFile',
  exceptional: true,
  sql: (alias, { exceptions }) => `${alias}.${column} = any (${exceptions})`,
  test: row => row.via === 'exception',
});

/** Whoever made the row, the file it is part of is ours. */
export const fileHeldByOurOffice: Predicate = {
  name: 'fileHeldByOurOffice',
  along: (table, { reach }) => `person p join ${table} r on r.person = p.id and p.office = any (${reach})`,
  sql: (alias, { reach }) =>
    `exists (select from person p where p.id = ${alias}.person and p.office = any (${reach}))`,
  test: null,
};

const liveShare = (file: string, reach: string) =>
  `exists (select from share s where s.person = ${file} and s.to_office = any (${reach}) and s.revoked_at is null and s.starts_at <= now() and s.until > now())`;

/** The file an SQL expression names is ours, shared with us, or open to the officer for some hours. */
export const inReach = (file: string, { reach, exceptions }: SessionSql): string =>
  `(exists (select from person p where p.id = ${file} and p.office = any (${reach})) or ${file} = any (${exceptions}) or ${liveShare(file, reach)})`;

/** A share is alive and names our office. On rows that were read, the row says by which way it came. */
export const sharedWithOurOffice: Predicate = {
  name: 'sharedWithOurOffice',
  sql: (alias, { reach }) => liveShare(`${alias}.id`, reach),
  test: row => row.via === 'share',
};

export const ourFile = either(heldByOurOffice, glassBrokenOn('id'));
export const partOfOurFile = either(heldByOurOffice, fileHeldByOurOffice, glassBrokenOn('person'));
export const ourFileOrShared = either(ourFile, sharedWithOurOffice);
