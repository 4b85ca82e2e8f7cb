/* Whoever found otherwise hears at once that a body's finding contradicts its own, so that somebody opens the way to settle the two. What the actor may not see of the file
 * is not looked into: then the page of whoever keeps it says so, as before. */
import type { Actor, FactSource, Notice } from '../../kernel/act/act.ts';
import { fileRoles } from '../agencies/index.ts';

const fields = 'office, assertion_kind, finding, asserted_on, made_at';
const seenIn = (table: string) => `select ${fields} from ${table} where person = $1`;
const lastWords = (tables: readonly string[]) =>
  `select distinct on (office) office, finding from (${tables.map(seenIn).join(' union all ')}) a
    where assertion_kind <> 'screened' order by office, asserted_on desc, made_at desc`;

/** Notices to the other offices whose last finding on a person is the contrary of `finding`; none for a finding that decides nothing. */
export async function noticesOfContrary(
  source: Pick<FactSource, 'query'>,
  { role, reach }: Pick<Actor, 'role' | 'reach'>,
  person: string,
  finding: string | null,
): Promise<Notice[]> {
  const contrary = { victim: 'not_victim', not_victim: 'victim' }[finding ?? ''];
  if (!contrary) return [];
  const keeps = (fileRoles as readonly string[]).includes(role);
  const words = await source.query<{ office: string; finding: string }>(
    lastWords(keeps ? ['assertion', 'shared.assertion'] : ['shared.assertion']),
    [person],
  );
  return words
    .filter(word => word.finding === contrary && !reach.includes(word.office))
    .map(word => ({ kind: 'findings_differ', office: word.office, record: 'person', subject: person }));
}
