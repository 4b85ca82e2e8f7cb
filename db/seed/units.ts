/*
 * The administrative units of both eras as the seed uses them: read once from `data/units/`, found by code and day.
 * There is deliberately no way to find a unit by its name: names moved to other units in July 2025, and codes did too.
 */
import lineageRows from '../../data/units/lineage.json' with { type: 'json' };
import unitRows from '../../data/units/units.json' with { type: 'json' };
import { type Day, getDay } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import type { LineageRow, UnitRow } from './build/units.ts';

export type { LineageRow, UnitRow };

export const UNITS = unitRows as UnitRow[];
export const LINEAGE = lineageRows as LineageRow[];

/** 1 July 2025: districts end, Lào Cai and Yên Bái become one province. The first day of the new era. */
export const MERGER: Day = getDay('2025-07-01');

const byId = new Map(UNITS.map(unit => [unit.id, unit]));
const byEra = new Map(UNITS.map(unit => [`${unit.code}@${unit.valid_from ?? ''}`, unit]));
const childrenOf = grouped(UNITS, unit => unit.parent);
const successorsOf = grouped(LINEAGE, row => row.predecessor);
const predecessorsOf = grouped(LINEAGE, row => row.successor);

/** The unit with that id; throws for an id that is not in the list. */
export function getUnit(id: Id): UnitRow {
  return byId.get(id) ?? fail(id);
}

/** The unit that carried the code on that day. Throws when none did: code 10 after 30 June 2025, for one. */
export function getUnitByCode(code: string, day: Day): UnitRow {
  return byEra.get(day < MERGER ? `${code}@` : `${code}@${MERGER}`) ?? fail(`${code} on ${day}`);
}

export function childUnits(id: Id | null): readonly UnitRow[] {
  return childrenOf.get(id) ?? [];
}

/** Where the unit's ground belongs after the merger: one row for a commune, several for a district. */
export function successorUnits(id: Id): readonly LineageRow[] {
  return successorsOf.get(id) ?? [];
}

export function predecessorUnits(id: Id): readonly LineageRow[] {
  return predecessorsOf.get(id) ?? [];
}

/**
 * The former district of a commune of either era. A new commune counts to the district of the old commune whose code it kept,
 * even where it took in ground across the old line.
 */
export function formerDistrict(commune: UnitRow): UnitRow {
  const old = commune.valid_from === null ? commune : byEra.get(`${commune.code}@`);
  return getUnit(old?.parent ?? fail(commune.key));
}

/** `Map.groupBy`, which Node 20 does not have yet. */
export function grouped<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

function fail(what: string): never {
  throw new Error(`no such unit: ${what}`);
}
