/* Places in a spreadsheet: by their official code and nothing else. A code may name two units, one before and one after 1 July 2025, so a day goes with it: the
 * one written beside it, else the day she came, else today. A name is answered with the units it may mean and their codes, for the officer to write down. */
import { type Day, dayOf, formatDay, type Instant } from '../../kernel/day.ts';
import type { FieldIssue } from '../../kernel/problem.ts';
import { foldText } from '../../modules/people/names/index.ts';
import { allPlaces, type Place, placeName } from '../places.ts';
import type { PlannedRow } from './understand.ts';

/** A cell as the reader of files hands it on: it knows no units. */
export type WrittenUnit = { readonly code: string; readonly on: Day | null } | { readonly named: string };

const names = ['origin', 'place'] as const;
const mostNamed = 4;

const isThere = ({ validFrom, validTo }: Place, on: Day): boolean =>
  (!validFrom || validFrom <= on) && (!validTo || validTo > on);

/** Units with the code; spreadsheets drop the zeros in front of a commune's five digits. */
function withCode(code: string): Place[] {
  const found = [...allPlaces()].filter(place => place.code === code);
  const padded = code.padStart(5, '0');
  return found.length > 0 ? found : [...allPlaces()].filter(place => place.code === padded);
}

const bare = (name: string): string =>
  foldText(name.replace(/^(Xã|Phường|Thị trấn|Huyện|Quận|Thành phố|Thị xã|Tỉnh)\s+/iu, ''));

/** "Xã Y Tý, Huyện Bát Xát, Tỉnh Lào Cai: 02683 (đến 1.7.2025)", the first few units of that name, communes first. */
function candidatesOf(text: string): string {
  const [own = ''] = text.split(/[,;\-–]/);
  const wanted = bare(own.trim());
  if (wanted === '') return '';
  const rest = foldText(text).split(' ').filter(Boolean);
  const found = [...allPlaces()].filter(place => bare(place.fullName) === wanted);
  const fitting = (place: Place) => rest.filter(word => foldText(placeName(place.id)).includes(word)).length;
  const level = (place: Place) => ['commune', 'district', 'province'].indexOf(place.level);
  return found
    .sort((a, b) => fitting(b) - fitting(a) || level(a) - level(b) || (a.code < b.code ? -1 : 1))
    .slice(0, mostNamed)
    .map(
      place =>
        `${placeName(place.id)}: ${place.code}${place.validTo ? ` (< ${formatDay(place.validTo as Day, 'vi')})` : ''}`,
    )
    .join('; ');
}

function resolve(written: WrittenUnit, fallback: Day): { id: string } | { issue: Omit<FieldIssue, 'field'> } {
  if ('named' in written) {
    const candidates = candidatesOf(written.named);
    return {
      issue: candidates
        ? { reason: 'import_unit_named', params: { candidates } }
        : { reason: 'import_unit_unknown' },
    };
  }
  const units = withCode(written.code);
  if (units.length === 0) return { issue: { reason: 'import_unit_unknown' } };
  if (written.on === null && units.length === 1) return { id: units[0]!.id };
  const then = units.filter(place => isThere(place, written.on ?? fallback));
  if (then.length === 1) return { id: then[0]!.id };
  return { issue: { reason: written.on ? 'import_unit_not_then' : 'import_unit_which' } };
}

/** The rows with ids of units in place of what was written; a place that cannot be told refuses its row. */
export function withUnits(rows: readonly PlannedRow[], now: Instant): PlannedRow[] {
  return rows.map(row => {
    const issues: FieldIssue[] = [];
    const input: Record<string, unknown> = { ...row.input };
    for (const field of names) {
      const written = input[field] as WrittenUnit | undefined;
      if (typeof written !== 'object' || written === null || 'unanswered' in written) continue;
      const came = typeof input.arrivedAt === 'string' ? dayOf(input.arrivedAt as Instant) : dayOf(now);
      const found = resolve(written, came);
      if ('id' in found) input[field] = found.id;
      else {
        delete input[field];
        issues.push({ field, ...found.issue });
      }
    }
    return issues.length === 0 ? { ...row, input } : { ...row, input, issues: [...row.issues, ...issues] };
  });
}
