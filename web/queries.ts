/*
 * The datasource as hooks: what is fetched is kept, shared between screens and fetched again after an act that changed it. Nothing is written to
 * disk: an officer's tablet must not keep names after sign-out.
 */
import { QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Notice, Outcome, Post, Query, Session, SignedIn, Subject, Work } from './datasource.ts';
import { api, get, list, perform, Refusal, search, session } from './datasource.ts';
import { endOf, type Intention, intentionFor } from './intent.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => error instanceof Refusal && error.status === 0 && count < 2,
      networkMode: 'always',
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

export function useSession() {
  return useQuery<Session>({
    queryKey: ['session'],
    queryFn: ({ signal }) => session(signal),
    staleTime: 60_000,
  });
}

/** Whoever is signed in; null while nobody is, or it is not known yet. */
export function useSignedIn(): SignedIn | null {
  const { data } = useSession();
  return data && !data.signedOut ? data : null;
}

/** The post under which she works: its office and its role. */
export const usePost = (): Post | null => useSignedIn()?.post ?? null;

/** Forgets everything that was fetched and asks again who is signed in: after sign-in, sign-out and a change of post. */
export async function renewSession(): Promise<void> {
  const next = await session();
  queryClient.setQueryData(['session'], next);
  // Reset, not cleared: a screen that is open must ask again under the new post.
  await queryClient.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
}

/** One row; without an id nothing is asked. */
export function useRecord(record: string, id: string | undefined) {
  return useQuery({
    queryKey: ['get', record, id],
    queryFn: ({ signal }) => get(record, id!, signal),
    enabled: id !== undefined,
  });
}

/** Pages of a list; `query.after` is the hook's own business. */
export function useRecords(
  record: string,
  query: Omit<Query, 'after'> = {},
  { enabled = true }: { readonly enabled?: boolean } = {},
) {
  return useInfiniteQuery({
    enabled,
    queryKey: ['list', record, query],
    queryFn: ({ pageParam, signal }) => list(record, { ...query, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next,
    placeholderData: previous => previous,
  });
}

/** Does an act once per intention (`intent.ts`) and refreshes what it changed. `mutate({ input, subject, purpose, id })`; the error is a `Refusal`. */
export function useAct(act: string) {
  const client = useQueryClient();
  const held = useRef<Intention | null>(null);
  return useMutation<
    Outcome,
    Error,
    { input: unknown; subject?: Subject | null; purpose?: string; id?: string }
  >({
    mutationFn: async ({ input, id, ...rest }) => {
      const intention = intentionFor(held.current, { input, ...rest }, Date.now());
      held.current = intention;
      const end = (how: Intention['end']) => {
        if (held.current?.id === intention.id) held.current = { ...held.current, end: how };
      };
      try {
        const outcome = await perform(act, input, { ...rest, id: id ?? intention.id });
        end({ doneAt: Date.now() });
        return outcome;
      } catch (error) {
        end(endOf(error));
        throw error;
      }
    },
    onSuccess: outcome => {
      for (const { record, id } of [outcome.subject, ...outcome.changed]) {
        void client.invalidateQueries({ queryKey: ['list', record] });
        void client.invalidateQueries({ queryKey: ['get', record, id] });
      }
      void client.invalidateQueries({ queryKey: ['work'] });
    },
  });
}

export function useWork() {
  return useQuery({
    queryKey: ['work'],
    queryFn: ({ signal }) => api<Work>('work', {}, signal),
    refetchInterval: 120_000,
  });
}

export function useNotices() {
  return useQuery({
    queryKey: ['notifications'],
    queryFn: async ({ signal }) => (await api<{ items: Notice[] }>('notifications', {}, signal)).items,
  });
}

export function useSearch(text: string) {
  return useQuery({
    queryKey: ['search', text],
    queryFn: ({ signal }) => search(text, signal),
    enabled: text.trim().length >= 2,
    placeholderData: previous => previous,
  });
}
