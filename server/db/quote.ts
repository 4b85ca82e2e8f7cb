/* Names of the database's own things in a statement, where no parameter can stand. */
import pg from 'pg';

/** One name: of a column, a role. */
export const quote = (name: string): string => pg.escapeIdentifier(name);

/** `schema.table` or `table`. Only the first dot divides: a table's own name may hold one. */
export function quoteName(name: string): string {
  const dot = name.indexOf('.');
  const parts = dot < 0 ? [name] : [name.slice(0, dot), name.slice(dot + 1)];
  return parts.map(quote).join('.');
}
