/* What a closing ends, and what stands in its way: asked for by both who ask and who approve, and shown by their screens beforehand, from the same rows by the same words. */
import type { FactSource } from '../../kernel/act/act.ts';
import type { Day } from '../../kernel/day.ts';
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

type Rows = readonly Readonly<Record<string, unknown>>[];

/** Rows of a file as they are read; their states count, and of referrals the purpose and the last day. */
interface StandingRows {
  readonly actions: Rows;
  readonly referrals: Rows;
  readonly stays: Rows;
}

/** What a file's rows say of it. What was shared for her support by these referrals ends with the file (`ct.end_support`, held to the same purposes by a test). */
export const standingOn = ({ actions, referrals, stays }: StandingRows, today: Day): Standing => ({
  actions: actions.filter(one => one.state === 'open').length,
  shares: referrals.filter(
    one =>
      (one.state === 'sent' || one.state === 'accepted') &&
      supportPurposes.includes(one.referralPurpose as string) &&
      (one.until as Day) >= today,
  ).length,
  stays: stays.filter(one => one.state === 'staying').length,
});

/** What of it is said, on the grounds of the request. */
export const standingIssues = ({ actions, shares, stays }: Standing): FieldIssue[] => [
  ...(stays > 0 ? [{ field: 'grounds', reason: 'stay_open' }] : []),
  ...(shares > 0 ? [{ field: 'grounds', reason: 'shares_open', params: { count: shares } }] : []),
  ...(actions > 0 ? [{ field: 'grounds', reason: 'actions_open', params: { count: actions } }] : []),
];

export const findReferrals = (source: FactSource, person: string): Promise<Record<string, unknown>[]> =>
  source.query(
    'select state, referral_purpose as "referralPurpose", until::text from referral where person = $1',
    [person],
  );

type OpenStay = {
  readonly id: string;
  readonly office: string;
  readonly state: string;
};

export const findOpenStays = (source: FactSource, person: string): Promise<OpenStay[]> =>
  source.query<OpenStay>("select id, office, state from stay where person = $1 and state = 'staying'", [
    person,
  ]);
