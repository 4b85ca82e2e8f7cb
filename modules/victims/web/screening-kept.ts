/* A screening that is not saved yet: its answers are kept on the server, sealed, the officer's own, so that neither a look into the file nor a page loaded anew loses
 * them (web/drafts.ts). They are never written to the device. */
import type { Instant } from '../../../kernel/day.ts';
import type { Answers as Signs } from '../../../kernel/fields/kinds.ts';
import { type DraftState, makeDrafts } from '../../../web/drafts.ts';

/** One group of questions a page, then the officer's own impression. */
export const pages = ['act', 'means', 'purpose', 'impression'] as const;
export type Page = (typeof pages)[number];

export interface Answers {
  readonly signs: Signs;
  readonly impression: string | null;
  /** Not there until something is answered: then it is that moment. */
  readonly screenedAt?: Instant | null;
  readonly note: string;
}
export type Kept = DraftState<Answers>;

const empty: Answers = { signs: {}, impression: null, note: '' };

export const screenings = makeDrafts<Answers>('screening', body => ({
  ...empty,
  ...(body ? (JSON.parse(body) as Partial<Answers>) : {}),
}));
