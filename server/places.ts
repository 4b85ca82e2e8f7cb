/* The administrative units in memory: the tree of both eras and which new commune each old one became, so that two places can be compared over the change of
 * 1 July 2025. Loaded once from the database; a few hundred rows. */
import type { Db } from './db/door.ts';

export interface Place {
  readonly id: string;
  readonly level: 'province' | 'district' | 'commune';
  readonly code: string;
  readonly fullName: string;
  readonly nameEn: string | null;
  readonly parent: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly pilot: boolean;
  /** A unit of today on the ground of a pilot area. */
  readonly pilotSuccessor: boolean;
}

let places = new Map<string, Place>();
let successors = new Map<string, string>();

export async function loadPlaces(db: Db): Promise<void> {
  const rows = await db.query<Place>(
    'select id, level, code, full_name as "fullName", name_en as "nameEn", parent, valid_from as "validFrom", valid_to as "validTo", coalesce(pilot, false) as pilot, coalesce(pilot_successor, false) as "pilotSuccessor" from unit',
  );
  const moves = await db.query<{ predecessor: string; successor: string }>(
    'select predecessor, successor from unit_lineage',
  );
  places = new Map(rows.map(row => [row.id, row]));
  successors = new Map(moves.map(move => [move.predecessor, move.successor]));
}

export const allPlaces = (): IterableIterator<Place> => places.values();
export const findPlaceById = (id: string): Place | undefined => places.get(id);

/** The ancestors of a place, itself first. */
function ancestry(id: string): Place[] {
  const chain: Place[] = [];
  for (
    let place = places.get(id);
    place && chain.length < 4;
    place = place.parent ? places.get(place.parent) : undefined
  )
    chain.push(place);
  return chain;
}

/** A place as the matcher compares it: the commune of today, the district of old, so that both eras meet in either. */
export function areaOf(id: string): { commune?: string; district?: string; province?: string } {
  const chain = ancestry(id);
  const area: { commune?: string; district?: string; province?: string } = {};
  for (const place of chain)
    area[place.level] = place.level === 'commune' ? (successors.get(place.id) ?? place.id) : place.id;
  return area;
}

/** "Xã Y Tý, Huyện Bát Xát, Tỉnh Lào Cai" */
export function placeName(id: string): string {
  return ancestry(id)
    .map(place => place.fullName)
    .join(', ');
}
