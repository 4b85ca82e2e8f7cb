/* Who is offered what of the entitlements, apart from the policy because the table of screens needs no more than the names. */
import type { RoleName } from '../agencies/index.ts';

/** Those who support people, and so see what was decided and paid. */
export const supportingRoles: readonly RoleName[] = ['social_worker', 'shelter_worker', 'commune_officer'];
/** Those who see sums by budget source and nothing of anybody. */
export const summingRoles: readonly RoleName[] = ['secretary', 'auditor'];
