/*
 * Names of offices, officers and units by their ids. Screens show many ids at once, so what is asked for within a few milliseconds goes to the server as
 * one question; a name that was found is kept until sign-out, because a name of an office does not change while somebody reads.
 */
import { useQueries, useQuery } from '@tanstack/react-query';
import { api } from './datasource.ts';
import { useText } from './text.ts';

export interface OfficeFound {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly short: string;
  readonly shortEn: string | null;
  readonly kind: string;
  readonly level: 'province' | 'district' | 'commune';
  readonly competence: readonly string[] | null;
}
export interface OfficerFound {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly titleEn: string | null;
}
export interface PlaceFound {
  readonly id: string;
  readonly name: string;
  readonly path: string;
  readonly level: 'province' | 'district' | 'commune';
  readonly validTo: string | null;
}

/** Gathers ids for a moment and asks once. An id the server does not know gives null. */
function gathering<F extends { readonly id: string }>(ask: (ids: string[]) => Promise<readonly F[]>) {
  let waiting = new Map<string, ((found: F | null) => void)[]>();
  const flush = async () => {
    const asked = waiting;
    waiting = new Map();
    const found = await ask([...asked.keys()]).catch((): readonly F[] => []);
    const byId = new Map(found.map(one => [one.id, one]));
    for (const [id, hearers] of asked) for (const hear of hearers) hear(byId.get(id) ?? null);
  };
  return (id: string): Promise<F | null> =>
    new Promise(resolve => {
      if (waiting.size === 0) setTimeout(() => void flush(), 10);
      waiting.set(id, [...(waiting.get(id) ?? []), resolve]);
    });
}

const loaders = {
  office: gathering(async ids => (await api<{ offices: OfficeFound[] }>('offices', { ids })).offices),
  officer: gathering(async ids => (await api<{ officers: OfficerFound[] }>('officers', { ids })).officers),
  unit: gathering(async ids => (await api<{ units: PlaceFound[] }>('units', { ids })).units),
};

const asked = <K extends keyof typeof loaders>(kind: K, id: string | null | undefined) => ({
  queryKey: ['name', kind, id],
  queryFn: () => loaders[kind](id!) as ReturnType<(typeof loaders)[K]>,
  enabled: Boolean(id),
  staleTime: Number.POSITIVE_INFINITY,
});

export const useOffice = (id: string | null | undefined) => useQuery(asked('office', id)).data;
export const useOfficer = (id: string | null | undefined) => useQuery(asked('officer', id)).data;
export const useUnit = (id: string | null | undefined) => useQuery(asked('unit', id)).data;

/** Several offices by id; those not found yet are missing. */
export function useOffices(ids: readonly string[]): ReadonlyMap<string, OfficeFound> {
  return useQueries({
    queries: ids.map(id => asked('office', id)),
    combine: results => new Map(results.flatMap(({ data }) => (data ? [[data.id, data] as const] : []))),
  });
}

export function officeName(office: OfficeFound, lang: 'vi' | 'en', short = false): string {
  if (lang === 'en') return short ? (office.shortEn ?? office.nameEn) : office.nameEn;
  return short ? office.short : office.name;
}

export function OfficeName({ id, short }: { id: string | null | undefined; short?: boolean }) {
  const t = useText();
  const office = useOffice(id);
  return <span className="name-of">{office ? officeName(office, t.lang, short) : '…'}</span>;
}

/** Rank and work, as the reader's language has them. */
export function titleOf(officer: Pick<OfficerFound, 'title' | 'titleEn'>, lang: 'vi' | 'en'): string | null {
  return lang === 'en' ? (officer.titleEn ?? officer.title) : officer.title;
}

export function OfficerName({ id, titled }: { id: string | null | undefined; titled?: boolean }) {
  const t = useText();
  const officer = useOfficer(id);
  const title = officer && titled && titleOf(officer, t.lang);
  const name = officer ? (title ? `${officer.name}, ${title}` : officer.name) : '…';
  return <span className="name-of">{name}</span>;
}

export function UnitName({ id }: { id: string | null | undefined }) {
  const unit = useUnit(id);
  return <span className="name-of">{unit?.path ?? '…'}</span>;
}
