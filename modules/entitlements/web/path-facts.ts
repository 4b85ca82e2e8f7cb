/* What the rules ask about a person, as her page has it; and whether this officer is one of those who see what was decided and paid. */
import { useSession } from '../../../web/queries.ts';
import { useRules } from '../../../web/rules.ts';
import { type Path, part } from '../../people/web/path-data.ts';
import { type EntitlementFacts, type Entitlements, entitlementsOf } from '../entitled.ts';
import { factsOfFile } from '../facts.ts';
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

export function useSupports(): boolean {
  const { data: session } = useSession();
  return Boolean(
    session && !session.signedOut && (supportingRoles as readonly string[]).includes(session.post.role),
  );
}
