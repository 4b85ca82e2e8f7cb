/* What waits for somebody: a module says, for one of its records, which rows ask for whom and by which day. The server asks all sources in one statement. */
import type { SessionSql } from '../policy/policy.ts';

export interface WorkSource {
  /** Its words are `shell.work.kind.<kind>`. */
  readonly kind: string;
  /** The record whose rows are read; an item opens the row. */
  readonly record: string;
  /** Only for these of the roles that see the record. */
  readonly roles?: readonly string[];
  /** Only for whoever heads an office. */
  readonly forHeads?: true;
  /** The row has no page of its own: the person's is opened. */
  readonly opensFile?: true;
  /** The rows as `r`, with their order and a limit, as SQL after `from`: along an index that leads with what the session gives. */
  readonly rows: (session: SessionSql) => string;
  /** SQL over `r` of what an item tells. Without `due` it has no day; without `rule` no line of law or practice set it. */
  readonly due?: string;
  readonly rule?: string;
  /** The day the rule counts from. */
  readonly start?: string;
  /** Whether the day binds nobody; so where nothing is said. */
  readonly advisory?: string;
  readonly caption?: string;
  /** The number of the file, where the caption does not tell it. */
  readonly file?: string;
  /** Whose file it is about, where the row has no such column: `null`. */
  readonly person?: string;
  readonly office?: string;
}

/** What a source reads, as one select with the same columns for all. */
export const selectOf = (source: WorkSource, session: SessionSql): string => {
  const { due, rule, start, advisory, caption, file, person, office } = source;
  return `select r.id, ${person ?? 'r.person'} as person, ${caption ?? "''"} as caption, ${file ?? 'null'} as file, ${due ?? 'null'} as due, ${rule ?? 'null'} as rule, ${start ?? 'null'} as start, ${advisory ?? 'true'} as advisory, r.made_at as since, ${office ?? 'r.office'} as office from ${source.rows(session)}`;
};
