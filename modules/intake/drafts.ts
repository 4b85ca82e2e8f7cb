/* What an officer has begun to write about somebody, a screening or an assessment, and what becomes of it when the thing itself is recorded. */
import type { Change, FactSource } from '../../kernel/act/act.ts';
import type { draftKinds } from './record.ts';

/** Her open drafts of one kind about a person: nobody sees the drafts of another. */
export const findBegun = (
  source: FactSource,
  person: string,
  kind: (typeof draftKinds)[number],
): Promise<{ id: string }[]> =>
  source.query<{ id: string }>(
    "select id from draft where person = $1 and draft_kind = $2 and state = 'open'",
    [person, kind],
  );

/** They became what they were to become: only that remains. */
export const usedUp = (begun: readonly { readonly id: string }[]): Change[] =>
  begun.map(({ id }) => ({ update: 'draft', id, set: { state: 'used', body: null } }));
