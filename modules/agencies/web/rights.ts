/* What a role sees and may do, as the server reads the policy; and its conditions in words. */
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../web/datasource.ts';
import type { Translate } from '../../../web/text.ts';

export interface FieldRight {
  readonly name: string;
  readonly kind: string;
  readonly tier: 'open' | 'restricted' | 'sealed';
  readonly seen: boolean;
  readonly opened: boolean;
  /** A plainly invented value. */
  readonly example: unknown;
}
export interface RecordRight {
  readonly record: string;
  readonly fields: readonly FieldRight[];
  readonly when: readonly string[];
  readonly acts: readonly string[];
}

export function useRights(role: string) {
  return useQuery({
    queryKey: ['permissions', role],
    queryFn: async ({ signal }) =>
      (await api<{ records: RecordRight[] }>('permissions', { role }, signal)).records,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export const isTouched = ({ fields, acts }: RecordRight): boolean =>
  acts.length > 0 || fields.some(field => field.seen || field.opened);

/** "heldByOurOffice or addressedToOurOffice(toOffice)" as a person says it; a condition without words shows its name. */
export function whenWords(t: Translate, when: readonly string[]): string {
  const parts = when
    .flatMap(name => name.split(' or '))
    .map(name => {
      const key = `agencies.when.${name.replace(/\(.*$/, '')}`;
      return t.has(key) ? t(key) : name;
    });
  return [...new Set(parts)].join('; ');
}

/** What was done by its name: the words are the ledger's. */
export const actWords = (t: Translate, act: string): string => (t.has(`act.${act}`) ? t(`act.${act}`) : act);
