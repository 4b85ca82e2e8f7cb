/* What the server tells of offices and units, and the questions asked of it. */
import { useQuery } from '@tanstack/react-query';
import type { Day } from '../../../kernel/day.ts';
import { api } from '../../../web/datasource.ts';

export interface OfficeNode {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly short: string;
  readonly shortEn: string | null;
  readonly agency: string;
  readonly agencyName: string;
  readonly agencyNameEn: string;
  readonly kind: string;
  readonly level: string;
  readonly successors: readonly string[] | null;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  readonly below: number;
}

export interface UnitNode {
  readonly id: string;
  readonly level: 'province' | 'district' | 'commune';
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly path: string;
  readonly parent: string | null;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  readonly pilot: boolean;
  readonly pilotSuccessor: boolean;
}

export function useOfficesBelow(parent: string | null, text = '') {
  return useQuery({
    queryKey: ['office-tree', parent, text],
    queryFn: async ({ signal }) =>
      (await api<{ offices: OfficeNode[] }>('offices/tree', text ? { text } : { parent }, signal)).offices,
    staleTime: 600_000,
    placeholderData: text ? previous => previous : undefined,
  });
}

export function useUnitsBelow(parent: string | null, text = '') {
  return useQuery({
    queryKey: ['unit-tree', parent, text],
    queryFn: async ({ signal }) =>
      (
        await api<{ units: UnitNode[] }>(
          'units',
          text ? { text, ever: true } : { parent, ever: true },
          signal,
        )
      ).units,
    staleTime: 600_000,
    placeholderData: text ? previous => previous : undefined,
  });
}

export const inLang = (lang: 'vi' | 'en', name: string, nameEn: string | null): string =>
  lang === 'en' ? (nameEn ?? name) : name;
