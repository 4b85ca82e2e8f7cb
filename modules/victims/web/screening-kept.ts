/* A screening that is not saved yet: its answers are kept on the server, sealed, the officer's own, so that neither a look into the file nor a page loaded anew loses
 * them (web/drafts.ts). They are never written to the device. */
import { useEffect, useState } from 'react';
import type { Instant } from '../../../kernel/day.ts';
import type { Answers as Signs } from '../../../kernel/fields/kinds.ts';
import { type Id, newId } from '../../../kernel/id.ts';
import { type DraftState, makeDrafts } from '../../../web/drafts.ts';
import { useRecords } from '../../../web/queries.ts';

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

/** The screening of a person this officer has begun, or a new one; null until that is known. */
export function useBegun(person: Id, officer: Id): Id | null {
  const [here, setHere] = useState(() => screenings.findAbout(person, officer)?.id ?? null);
  const { data, error, isFetching } = useRecords(
    'draft',
    { filter: { person: { is: person }, state: { is: 'open' }, draftKind: { is: 'screening' } }, limit: 1 },
    { enabled: here === null },
  );
  const isKnown = error !== null || (data !== undefined && !isFetching);
  const begun = data?.pages[0]?.rows[0]?.id;
  useEffect(() => {
    if (here === null && isKnown) setHere(begun ?? newId());
  }, [here, isKnown, begun]);
  return here;
}
