/* The law's dated lines, indicator sets and age rules, as the server has them; asked once and kept, because the law does not change while somebody reads. */
import { useQuery } from '@tanstack/react-query';
import type { Rules } from '../rules/schema.ts';
import { api } from './datasource.ts';

export function useRules() {
  return useQuery({
    queryKey: ['rules'],
    queryFn: () => api<Rules>('rules'),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
