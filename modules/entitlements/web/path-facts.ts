/* What the rules ask about a person, as her page has it, and of a child also as the page of the adult has it with whom the child came; and whether this officer is one of
 * those who see what was decided and paid. */
import { usePost } from '../../../web/queries.ts';
import { useRules } from '../../../web/rules.ts';
import { type Path, part, useLineOf, usePath } from '../../people/web/path-data.ts';
import { type EntitlementFacts, type Entitlements, entitlementsOf } from '../entitled.ts';
import { entitlementsOnFile, factsOfFile } from '../facts.ts';
import { supportingRoles } from '../roles.ts';

export const factsOfPath = (path: Path): EntitlementFacts =>
  factsOfFile({
    person: path.person,
    assertions: part(path, 'assertion'),
    verifications: part(path, 'verification'),
    settlements: part(path, 'settlement'),
    applications: part(path, 'supportApplication'),
    hardship: part(path, 'hardshipPaper'),
    payments: part(path, 'payment'),
  });

/** Null while the rules are on their way. */
export function useEntitlements(facts: EntitlementFacts, day: Path['today']): Entitlements | null {
  const { data: rules } = useRules();
  return rules ? entitlementsOf(rules, facts, day) : null;
}

export const useSupports = (): boolean =>
  (supportingRoles as readonly string[]).includes(usePost()?.role ?? '');

/** What a person's own file gives; null while anything it depends on is on its way. */
export function useEntitlementsOn(path: Path, day: Path['today']) {
  const { data: rules } = useRules();
  const line = useLineOf(path.person.id);
  const { data: hers, error } = usePath((line?.person as string | undefined) ?? null);
  if (!rules || line === undefined || (line && !hers && !error)) return null;
  const found = entitlementsOnFile(rules, factsOfPath(path), hers ? factsOfPath(hers) : null, day);
  /** With whom the child came, where its rights follow from that person's file. */
  return { ...found, beside: found.isBeside && hers ? hers.person.id : null };
}
