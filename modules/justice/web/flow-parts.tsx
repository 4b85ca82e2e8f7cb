/* The figures of flow as screens ask for them, and the number that opens its list. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Instant } from '../../../kernel/day.ts';
import { api } from '../../../web/datasource.ts';
import { type Translate, useText } from '../../../web/text.ts';
import { type Count, type Flow, leastTold } from '../flow.ts';
import type { Where } from '../flow-items.ts';

export const useFlow = () =>
  useQuery({
    queryKey: ['flow'],
    queryFn: ({ signal }) => api<Flow & { at: Instant }>('flow', {}, signal),
  });

/** Only codes and ids stand in the address of a list, as the number is asked for. */
export const behindHref = (where: Where): string => `/flow/list?${new URLSearchParams(where)}`;

export function Behind({ of: { n, where }, share }: { of: Count; share?: number }) {
  const t = useText();
  const text =
    share === undefined || share === 0
      ? String(n)
      : t('flow.share', { n, share: Math.round((100 * n) / share) });
  if (n === 0) return <span className="soft">{text}</span>;
  return (
    <Link href={behindHref(where)} className="number">
      {text}
    </Link>
  );
}

/** A time in days, or why none is told. */
export function daysText(t: Translate, of: { all: Count; running: Count }, days: number | null): string {
  if (of.all.n < leastTold) return t('flow.few', { least: leastTold });
  return days === null ? t('flow.not_reached', { running: of.running.n }) : t('flow.days', { days });
}
