/* Policy: sentences of the form *role may see / open / act on record when predicate, for purpose*. They are compiled into row security and column grants
 * (sql.ts), into `may()` on the server, and into the abilities that travel with each row, so that authority is decided once.
 * A predicate has two forms that must agree: SQL for the database, and a test on a row; a property test compares them. */
import type { Act, Actor, Row } from '../act/act.ts';
import type { RecordDeclaration } from '../record/record.ts';

/** SQL expressions of the session's rights: the offices in reach (uuid[]), whether the post heads its office, the officer (uuid), files the glass was broken for (uuid[]). */
export interface SessionSql {
  readonly reach: string;
  readonly head: string;
  readonly officer: string;
  readonly exceptions: string;
}

export interface Predicate {
  readonly name: string;
  /** A boolean SQL expression on the row alias, built with what the session gives, each computed once per query. */
  sql(alias: string, session: SessionSql): string;
  /** The columns an index leads with, when the predicate is "this column names one of our offices": lists are walked along them. */
  readonly columns?: readonly string[];
  /** Where a list looks for the rows `r` of a table when another table leads to them: a from clause that holds the predicate already. */
  readonly along?: (table: string, session: SessionSql) => string;
  /** Holds only while the officer has broken the glass on some file: a list need not look when she has on none. */
  readonly exceptional?: true;
  /** What it is put together from; a list looks for the rows of each part by itself. */
  readonly parts?: readonly Predicate[];
  /** The same on a row that was read. Null when it can only be known in the database. */
  readonly test: ((row: Row, actor: Actor) => boolean) | null;
}

export type FieldRange = 'everything' | 'milestones' | readonly string[];

export type Sentence =
  | {
      readonly verb: 'see';
      readonly roles: readonly string[];
      readonly record: RecordDeclaration;
      readonly fields: FieldRange;
      readonly when: Predicate;
    }
  | {
      readonly verb: 'open';
      readonly roles: readonly string[];
      readonly record: RecordDeclaration;
      readonly fields: readonly string[];
      readonly when: Predicate;
    }
  | {
      readonly verb: 'act';
      readonly roles: readonly string[];
      readonly act: string;
      readonly when: Predicate;
    };

export const always: Predicate = { name: 'always', sql: () => 'true', test: () => true };

export const heldByOurOffice: Predicate = {
  name: 'heldByOurOffice',
  columns: ['office'],
  sql: (alias, { reach }) => `${alias}.office = any (${reach})`,
  test: (row, actor) => actor.reach.includes(row.office),
};

/** Held by our office, and we head it: what one asked for, the head of the same office or of one above it approves. */
export const headOfOurOffice: Predicate = {
  name: 'headOfOurOffice',
  columns: ['office'],
  sql: (alias, { reach, head }) => `${alias}.office = any (${reach}) and ${head}`,
  test: (row, actor) => actor.head && actor.reach.includes(row.office),
};

/** The row names our office in the given column: a request or a referral that was sent to us. */
export function addressedToOurOffice(field: string, column: string): Predicate {
  return {
    name: `addressedToOurOffice(${field})`,
    columns: [column],
    sql: (alias, { reach }) => `${alias}.${column} = any (${reach})`,
    test: (row, actor) => actor.reach.includes(row[field] as string),
  };
}

/** The row names our office in the given column, and we head it: what only a head says for the office. */
export function headOf(field: string, column: string): Predicate {
  return {
    name: `headOf(${field})`,
    columns: [column],
    sql: (alias, { reach, head }) => `(${alias}.${column} = any (${reach}) and ${head})`,
    test: (row, actor) => actor.head && actor.reach.includes(row[field] as string),
  };
}

/** The row names our office among others in a list of offices: one of several that work together. */
export function namesOurOffice(field: string, column: string): Predicate {
  return {
    name: `namesOurOffice(${field})`,
    sql: (alias, { reach }) => `${alias}.${column} && ${reach}`,
    test: (row, actor) => ((row[field] ?? []) as readonly string[]).some(id => actor.reach.includes(id)),
  };
}

export function either(...predicates: readonly Predicate[]): Predicate {
  return {
    name: predicates.map(predicate => predicate.name).join(' or '),
    columns: [...new Set(predicates.flatMap(predicate => predicate.columns ?? []))],
    parts: predicates,
    sql: (alias, session) => `(${predicates.map(predicate => predicate.sql(alias, session)).join(' or ')})`,
    test: predicates.every(predicate => predicate.test)
      ? (row, actor) => predicates.some(predicate => predicate.test?.(row, actor))
      : null,
  };
}

/** The predicates a predicate is put together from, itself when from none. */
export const partsOf = (predicate: Predicate): readonly Predicate[] =>
  predicate.parts?.flatMap(partsOf) ?? [predicate];

/** The row names the officer herself. */
export function namesMe(field: string, column: string): Predicate {
  return {
    name: `namesMe(${field})`,
    sql: (alias, { officer }) => `${alias}.${column} = ${officer}`,
    test: (row, actor) => row[field] === actor.officer,
  };
}

/** Reads as the sentence it is: `roles('border_officer').maySee(person, 'everything').when(heldByOurOffice)`. */
export function roles(...names: readonly string[]) {
  return {
    maySee: (record: RecordDeclaration, fields: FieldRange = 'everything') => ({
      when: (when: Predicate): Sentence => ({ verb: 'see', roles: names, record, fields, when }),
    }),
    mayOpen: (record: RecordDeclaration, ...fields: string[]) => ({
      when: (when: Predicate): Sentence => ({ verb: 'open', roles: names, record, fields, when }),
    }),
    mayAct: (...acts: readonly { readonly name: string }[]) => ({
      when: (when: Predicate): Sentence[] =>
        acts.map(act => ({ verb: 'act', roles: names, act: act.name, when })),
    }),
  };
}

/** The unsealed fields a role may read of a record, in declared order; empty when none. */
export function fieldsSeenBy(
  sentences: readonly Sentence[],
  role: string,
  record: RecordDeclaration,
): string[] {
  const ranges = sentences.flatMap(sentence =>
    sentence.verb === 'see' && sentence.record.name === record.name && sentence.roles.includes(role)
      ? [sentence.fields]
      : [],
  );
  return Object.entries(record.fields)
    .filter(([, field]) => field.tier !== 'sealed')
    .filter(([name, field]) =>
      ranges.some(range =>
        range === 'everything' ? true : range === 'milestones' ? field.milestone : range.includes(name),
      ),
    )
    .map(([name]) => name);
}

/** The sealed fields a role may open, with a purpose. */
export function fieldsOpenedBy(
  sentences: readonly Sentence[],
  role: string,
  record: RecordDeclaration,
): string[] {
  return sentences.flatMap(sentence =>
    sentence.verb === 'open' && sentence.record.name === record.name && sentence.roles.includes(role)
      ? [...sentence.fields]
      : [],
  );
}

export function maySeeAny(sentences: readonly Sentence[], role: string, record: RecordDeclaration): boolean {
  return sentences.some(
    sentence =>
      sentence.verb === 'see' && sentence.record.name === record.name && sentence.roles.includes(role),
  );
}

const grounds = new WeakMap<readonly Sentence[], Map<string, Map<string, readonly Predicate[]>>>();

/** The predicates under which a role may do an act; none means never. Asked for every act of every row, so remembered per policy, by act and role. */
export function groundsToAct(
  sentences: readonly Sentence[],
  role: string,
  act: string,
): readonly Predicate[] {
  let known = grounds.get(sentences);
  if (!known) {
    known = new Map();
    for (const sentence of sentences)
      if (sentence.verb === 'act') {
        const byRole = known.get(sentence.act) ?? new Map<string, readonly Predicate[]>();
        for (const name of sentence.roles) byRole.set(name, [...(byRole.get(name) ?? []), sentence.when]);
        known.set(sentence.act, byRole);
      }
    grounds.set(sentences, known);
  }
  return known.get(act)?.get(role) ?? [];
}

/** Whether the actor may do the act on this row (null: the act creates its subject). Predicates only the database knows count as met here. */
export function mayAct(
  sentences: readonly Sentence[],
  actor: Actor,
  act: Pick<Act, 'name' | 'states' | 'record'>,
  row: Row | null,
): boolean {
  return groundsToAct(sentences, actor.role, act.name).some(
    // What only the database can know holds for rows of files that are held; a row that came through a share is of a file that is not.
    predicate => row === null || (predicate.test === null ? row.via !== 'share' : predicate.test(row, actor)),
  );
}
