/* The texts the server speaks itself: problems and reasons, in the language of the caller. The same files the screens use. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../kernel/fields/kind.ts';
import { root } from './root.ts';

const texts = new Map<Language, Map<string, string>>();
const compiled = new Map<string, IntlMessageFormat>();

function load(lang: Language): Map<string, string> {
  const folder = join(root, 'locales', lang);
  const all = new Map<string, string>();
  for (const file of readdirSync(folder).filter(name => name.endsWith('.json')))
    for (const [key, text] of Object.entries(
      JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>,
    ))
      all.set(key, text);
  texts.set(lang, all);
  return all;
}

/** The sentence of a key, or null when there is none. A missing value leaves the sentence out rather than half said. */
export function say(
  lang: Language,
  key: string,
  values: Readonly<Record<string, unknown>> = {},
): string | null {
  const text = (texts.get(lang) ?? load(lang)).get(key);
  if (text === undefined) return null;
  const cacheKey = `${lang}/${key}`;
  let message = compiled.get(cacheKey);
  if (!message) {
    message = new IntlMessageFormat(text, lang);
    compiled.set(cacheKey, message);
  }
  try {
    return String(message.format(values as Record<string, string>));
  } catch {
    return null;
  }
}

export function languageOf(header: string | undefined, preferred?: Language): Language {
  if (preferred) return preferred;
  return header && /^\s*en\b/i.test(header) ? 'en' : 'vi';
}
