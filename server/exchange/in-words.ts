/* Ids and codes by their names, for papers and spreadsheets, in the reader's language. */
import countries from '../../data/reference/countries.json' with { type: 'json' };
import groups from '../../data/reference/ethnic-groups.json' with { type: 'json' };
import languages from '../../data/reference/languages.json' with { type: 'json' };
import type { Language } from '../../kernel/fields/kind.ts';
import type { Db } from '../db/door.ts';
import { say } from '../locales.ts';

export interface OfficeName {
  readonly name: string;
  readonly nameEn: string;
  readonly kind: string;
}

export async function officeNames(db: Db, ids: readonly string[]): Promise<Map<string, OfficeName>> {
  const wanted = [...new Set(ids.filter(Boolean))];
  if (wanted.length === 0) return new Map();
  const rows = await db.query<OfficeName & { id: string }>(
    'select o.id, o.name, o.name_en as "nameEn", a.agency_kind as kind from office o join agency a on a.id = o.agency where o.id = any ($1)',
    [wanted],
  );
  return new Map(rows.map(row => [row.id, row]));
}

export async function officerNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter(Boolean))];
  if (wanted.length === 0) return new Map();
  return new Map(
    (
      await db.query<{ id: string; name: string }>('select id, name from officer where id = any ($1)', [
        wanted,
      ])
    ).map(row => [row.id, row.name]),
  );
}

/** A code as the paper or the spreadsheet says it. */
export function codeName(labels: string | undefined, code: string, lang: Language): string {
  return (
    say(lang, `list.${labels}.${code}`) ??
    officialName(labels, code, lang) ??
    say(lang, `ui.answer.${code}`) ??
    code
  );
}

function officialName(labels: string | undefined, code: string, lang: Language): string | null {
  const list =
    labels === 'ethnicity'
      ? groups
      : labels === 'country'
        ? countries
        : labels === 'spoken'
          ? languages
          : null;
  const found = list?.find(
    (one: { code?: string; alpha2?: string | null }) =>
      (labels === 'country' ? one.alpha2 : one.code) === code,
  ) as { vi: string; en: string } | undefined;
  return found?.[lang] ?? null;
}
