/* The rows of one key case as this officer may see them, in which seat she sits, and the marks and words its screens share. */
import { type Day, formatDay } from '../../../kernel/day.ts';
import type { Row } from '../../../web/datasource.ts';
import { usePost } from '../../../web/queries.ts';
import type { Translate } from '../../../web/text.ts';
import type { Tone } from '../../../web/ui/marks.tsx';
import { isoWeek, workedKeyCase } from '../key-lists.ts';
import { type BodySeat, bodySeats } from '../seats.ts';
import { seatOf, useAll } from './case-data.ts';

export const keyCaseTones: Readonly<Record<string, Tone>> = {
  proposed: 'warn',
  not_agreed: 'neutral',
  agreed: 'active',
  ending_asked: 'warn',
  ended: 'good',
  withdrawn: 'neutral',
};
export const priorityTones: Readonly<Record<string, Tone>> = {
  top: 'warn',
  high: 'active',
  usual: 'neutral',
};
export const voteTones: Readonly<Record<string, Tone>> = { for: 'good', against: 'bad', abstain: 'neutral' };

export const isWorked = (row: Row): boolean => (workedKeyCase as readonly unknown[]).includes(row.state);

/** The seat our office has in a case or key case; of a head over several offices, the one of her agency. */
export function useOurSeat(row: Row): BodySeat | null {
  const post = usePost();
  if (!post) return null;
  const sitting = bodySeats.find(seat => row[seat] === post.office);
  const ofRole = seatOf(post);
  return sitting ?? (row.abilities?.length ? ofRole : null);
}

/** "Tuần 48 năm 2026 (từ 23/11/2026)". */
export function weekName(t: Translate, day: Day): string {
  const [year = '', turn = ''] = isoWeek(day).split('-W');
  return t('justice.key.week', { turn: Number(turn), year, day: formatDay(day, t.lang) });
}

/** All rows beside a key case; what is not there yet is null. */
export function useKeyParts(id: string) {
  const filter = { keyCase: { is: id } };
  const rounds = useAll('keyCaseRound', filter);
  const votes = useAll('keyCaseVote', filter);
  const papers = useAll('keyCasePaper', filter);
  const signatures = useAll('keyCaseSignature', filter);
  const meetings = useAll('keyCaseMeeting', filter);
  const targets = useAll('keyCaseTarget', filter);
  const weeks = useAll('keyCaseProgress', filter);
  return {
    rounds: rounds.rows,
    votes: votes.rows,
    papers: papers.rows,
    signatures: signatures.rows,
    meetings: meetings.rows,
    targets: targets.rows,
    weeks: weeks.rows,
    error:
      [rounds, votes, papers, signatures, meetings, targets, weeks].find(one => one.error)?.error ?? null,
  };
}
