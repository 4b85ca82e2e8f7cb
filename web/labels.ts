/*
 * Words for codes: `list.<labels>.<code>` from locales/, and for the three official lists (ethnic groups, countries, languages) the list itself, which
 * carries its names. A code without a word shows itself, never nothing.
 */
import countries from '../data/reference/countries.json' with { type: 'json' };
import groups from '../data/reference/ethnic-groups.json' with { type: 'json' };
import languages from '../data/reference/languages.json' with { type: 'json' };
import type { Translate } from './text.ts';

type Named = Readonly<Record<'vi' | 'en', string>>;
const official: Readonly<Record<string, ReadonlyMap<string, Named>>> = {
  ethnicity: new Map(groups.map(group => [group.code, group])),
  country: new Map(countries.map(country => [country.alpha2, country])),
  spoken: new Map(languages.map(language => [language.code, language])),
};

export function codeLabel(t: Translate, labels: string | undefined, code: string): string {
  const named = labels && official[labels]?.get(code);
  if (named) return named[t.lang];
  const key = `list.${labels}.${code}`;
  return t.has(key) ? t(key) : code;
}

/** `field.<record>.<field>`, or the word every record shares, or the field's own name. */
export function fieldLabel(t: Translate, record: string, field: string): string {
  const key = [`field.${record}.${field}`, `field.any.${field}`].find(candidate => t.has(candidate));
  return key ? t(key) : field;
}
