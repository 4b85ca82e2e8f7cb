/* What the rules ask about a person, read from her file as it is seen: rows of the person, the assertions, the requests, the applications and the payments. A row
 * that is withheld is not there, and what follows is then only as good as what was shared. */
import type { Day, PartialDay } from '../../kernel/day.ts';
import { stateless } from '../people/index.ts';
import { type EntitlementFacts, type Entitlements, entitlementsOf, type LawRules } from './entitled.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];

export interface FileRows {
  readonly person: Readonly<Record<string, unknown>>;
  readonly assertions: Rows;
  readonly verifications: Rows;
  readonly settlements: Rows;
  readonly applications: Rows;
  /** Papers on financial difficulty. */
  readonly hardship: Rows;
  readonly payments: Rows;
}

/** Payments that stand: neither taken back nor taking one back. */
export function standing<Row extends { readonly id?: unknown; readonly reverses?: unknown }>(
  payments: readonly Row[],
): Row[] {
  const reversed = new Set(payments.map(one => one.reverses).filter(Boolean));
  return payments.filter(one => !one.reverses && !reversed.has(one.id));
}

function kindOf({ nationality, livesHere }: FileRows['person']): EntitlementFacts['kind'] {
  if (typeof nationality !== 'string') return 'unknown';
  if (nationality !== stateless) return nationality === 'VN' ? 'resident' : 'foreign';
  if (livesHere === 'yes') return 'stateless_here';
  return livesHere === 'no' ? 'stateless_elsewhere' : 'stateless';
}

export function factsOfFile({ person, ...rows }: FileRows): EntitlementFacts {
  return {
    kind: kindOf(person),
    where: person.abroadNow === 'yes' ? 'abroad' : 'vietnam',
    born: (person.born as PartialDay | null) ?? null,
    assertions: rows.assertions,
    verifications: rows.verifications,
    settlements: rows.settlements,
    proofs: rows.hardship
      .filter(one => !one.struckAt)
      .map(one => ({
        proof: 'financial_difficulty',
        from: one.issuedOn as Day,
        until: (one.validUntil as Day | null) ?? null,
      })),
    applied: rows.applications
      .filter(one => one.state !== 'withdrawn')
      .flatMap(one =>
        ((one.regimes as readonly string[] | null) ?? []).map(regime => ({
          regime,
          on: one.appliedOn as Day,
        })),
      ),
    received: standing(rows.payments).map(one => ({
      regime: one.regime as string,
      amount: (one.amount as number | null) ?? null,
      on: one.paidOn as Day,
    })),
  };
}

/** A child who came with her: what bodies said of her decides for the child; what she applied for and received is hers. */
export const factsOfChild = (
  hers: EntitlementFacts,
  child: Readonly<Record<string, unknown>>,
): EntitlementFacts => ({
  ...hers,
  kind: 'accompanying',
  born: (child.born as PartialDay | null) ?? null,
  applied: [],
  received: [],
});

/** The same child on a file of its own: the day of birth, what was applied for and what was received stand there. */
const factsBeside = (hers: EntitlementFacts, own: EntitlementFacts): EntitlementFacts => ({
  ...factsOfChild(hers, { born: own.born }),
  where: own.where,
  applied: own.applied,
  received: own.received,
  proofs: [...own.proofs, ...hers.proofs],
});

/**
 * What a file gives. A child who came with somebody and has a file of its own has what it was found to be, and where nobody found anything the rights of a
 * child beside her (`isBeside`): then the readings tell what she was found to be, not the child.
 * @param hers what is known of her with whom the child came; null where there is nobody, or her file is not to be seen.
 */
export function entitlementsOnFile(
  rules: LawRules,
  own: EntitlementFacts,
  hers: EntitlementFacts | null,
  day: Day,
): Entitlements & { readonly isBeside: boolean } {
  const found = entitlementsOf(rules, own, day);
  const isBeside = hers !== null && found.readings.every(one => one.eligibleAs === null);
  return { ...(isBeside ? entitlementsOf(rules, factsBeside(hers, own), day) : found), isBeside };
}
