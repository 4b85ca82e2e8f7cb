/* What a closing ends, and what stands in its way: asked for by both who ask and who approve, and shown by their screens beforehand. */
import type { FactSource } from '../../kernel/act/act.ts';
import type { FieldIssue } from '../../kernel/problem.ts';
import { supportPurposes } from './lists.ts';

interface Standing {
  /** Steps of support that are not done. */
  readonly actions: number;
  /** Offices that see the file in order to support her, one for each referral under way. */
  readonly shares: number;
  /** Stays in a facility without a departure. */
  readonly stays: number;
}

/** What of it is said, on the grounds of the request. */
export const standingIssues = ({ actions, shares, stays }: Standing): FieldIssue[] => [
  ...(stays > 0 ? [{ field: 'grounds', reason: 'stay_open' }] : []),
  ...(shares > 0 ? [{ field: 'grounds', reason: 'shares_open', params: { count: shares } }] : []),
  ...(actions > 0 ? [{ field: 'grounds', reason: 'actions_open', params: { count: actions } }] : []),
];

/** Referrals for her support that are under way; what they shared ends with the file (`ct.end_support`). */
export const findSupporters = (source: FactSource, person: string): Promise<{ id: string }[]> =>
  source.query<{ id: string }>(
    "select id from referral where person = $1 and state in ('sent', 'accepted') and until >= ct.today() and referral_purpose = any ($2)",
    [person, supportPurposes],
  );

interface OpenStay {
  readonly id: string;
  readonly office: string;
}

export const findOpenStays = (source: FactSource, person: string): Promise<OpenStay[]> =>
  source.query<OpenStay>("select id, office from stay where person = $1 and state = 'staying'", [person]);
