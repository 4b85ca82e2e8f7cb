/* What the server tells of the ledger, and the questions it is asked. The conditions stay in the page's memory, so that the way back from an entry leads to
 * the same list; never in the address, for a file's number must not stand in a history. */
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Day, Instant } from '../../../kernel/day.ts';
import { api } from '../../../web/datasource.ts';
import type { EntryName } from '../names.ts';

export interface Entry {
  readonly n: number;
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly officer: string | null;
  readonly officerName: string | null;
  readonly role: string | null;
  readonly office: string | null;
  readonly officeName: string | null;
  readonly officeNameEn: string | null;
  readonly subjectRecord: string | null;
  readonly subjectId: string | null;
  readonly subjectName: string | null;
  readonly persons: readonly string[] | null;
  /** The numbers of the persons' files. */
  readonly files: readonly string[];
  readonly purpose: string | null;
  readonly ground: string | null;
  readonly madeAt: Instant;
  readonly receivedAt: Instant;
  /** The number in the chain; null for a moment after it was written. */
  readonly seq: number | null;
}

export interface Proof {
  readonly text: string | null;
  readonly leaf: string;
  readonly commitment: string | null;
  readonly chained: {
    readonly seq: number;
    readonly before: string;
    readonly hash: string;
    readonly at: Instant;
  } | null;
  readonly body: 'none' | 'kept' | 'erased';
  readonly fits: boolean;
}

/** One opening of a file to another office. */
export interface Sent {
  readonly number: string | null;
  readonly toOffice: string;
  readonly sharePurpose: string;
  readonly ground: string;
  readonly groundArticle: string | null;
  readonly sharedFields: readonly string[];
  readonly startsAt: Instant;
  readonly until: Instant;
  readonly revokedAt: Instant | null;
}

export interface WholeEntry extends Entry {
  readonly session: string | null;
  readonly declaration: number | null;
  readonly sent: readonly Sent[];
  readonly proof: Proof;
}

export interface Conditions {
  readonly officer?: { readonly id: string; readonly label: string };
  readonly office?: { readonly id: string; readonly label: string };
  readonly kind?: string;
  readonly name?: string;
  readonly file?: string;
  readonly from?: Day;
  readonly to?: Day;
}

let kept: Conditions = {};
export const keptConditions = (): Conditions => kept;
export function keepConditions(next: Conditions): void {
  kept = next;
}

/** Conditions as the server is asked. */
export const askedOf = ({ officer, office, ...rest }: Conditions) => ({
  ...rest,
  ...(officer && { officer: officer.id }),
  ...(office && { office: office.id }),
});

export function useEntries(conditions: Conditions) {
  const asked = askedOf(conditions);
  return useInfiniteQuery({
    queryKey: ['ledger', asked],
    queryFn: ({ pageParam, signal }) =>
      api<{ rows: Entry[]; next: number | null }>(
        'ledger',
        pageParam === null ? asked : { ...asked, before: pageParam },
        signal,
      ),
    initialPageParam: null as number | null,
    getNextPageParam: page => page.next,
    placeholderData: previous => previous,
  });
}

export function useEntryNames() {
  return useQuery({
    queryKey: ['ledger-names'],
    queryFn: async () => (await api<{ names: EntryName[] }>('ledger/names', {})).names,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useEntry(id: string) {
  return useQuery({
    queryKey: ['ledger-entry', id],
    queryFn: ({ signal }) => api<WholeEntry>('ledger/entry', { id }, signal),
  });
}
