/* Finding administrative units for the picker, and the units inside one: a file names a commune, so a filter by district means its communes. */
import { useQuery } from '@tanstack/react-query';
import type { Day } from '../../../kernel/day.ts';
import { api } from '../../../web/datasource.ts';
import type { UnitFound } from '../../../web/ui/unit-picker.tsx';

interface Unit {
  readonly id: string;
  readonly level: UnitFound['kind'];
  readonly name: string;
  readonly path: string;
  readonly validTo: Day | null;
}
export type UnitWanted = Omit<UnitFound, 'detail' | 'mark'>;

/** Units by typed name on the map of a day, as `UnitPicker` wants them. */
export async function findUnits(text: string, on: Day, signal: AbortSignal): Promise<UnitWanted[]> {
  const { units } = await api<{ units: Unit[] }>('units', { text, on }, signal);
  return units.map(({ id, level, name, path, validTo }) => ({
    id,
    label: name,
    kind: level,
    within: path.split(', ').slice(1),
    endedOn: validTo,
  }));
}

/** The unit itself and the units directly inside it; nothing for no unit. */
export function useUnitWithin(id: string | null): readonly string[] {
  const { data } = useQuery({
    queryKey: ['units within', id],
    queryFn: async ({ signal }) => {
      const on = async (day: string) =>
        (await api<{ units: Unit[] }>('units', { parent: id, on: day }, signal)).units;
      const inside = [...(await on('2025-06-30')), ...(await on('2025-07-01'))];
      return [...new Set([id!, ...inside.map(unit => unit.id)])].slice(0, 200);
    },
    enabled: id !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return id === null ? [] : (data ?? [id]);
}
