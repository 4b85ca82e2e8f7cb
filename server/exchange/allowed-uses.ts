/* What a person has said to the uses of what is known of her: the last answer to each counts. */
import type { Row } from '../../kernel/act/act.ts';
import { dayOf, type Instant } from '../../kernel/day.ts';

const lastOf = (consents: readonly Row[], purpose: string): Row | undefined =>
  consents.filter(consent => consent.consentPurpose === purpose).at(-1);

export function allows(consents: readonly Row[], purpose: string, now: Instant): boolean {
  const last = lastOf(consents, purpose);
  return last?.given === 'yes' && !last.withdrawnAt && (!last.until || (last.until as string) > dayOf(now));
}

/** Uses outside this system that she has said no to, or has withdrawn. */
const outside = ['statistics', 'research', 'cross_border', 'media'];

export const refusedUses = (consents: readonly Row[]): string[] =>
  outside.filter(purpose => {
    const last = lastOf(consents, purpose);
    return (
      last !== undefined && (last.given === 'no' || last.given === 'declined' || Boolean(last.withdrawnAt))
    );
  });
