/*
 * Checks the texts: both languages have the same keys with the same ICU arguments, every key the code names exists, and no key stands in two files. Keys
 * that code builds (`work.${kind}`) are either matched by their template or given by scripts/derived-keys.ts; what nobody uses is reported.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

const here = join(import.meta.dirname, '..');
const LANGS = ['vi', 'en'] as const;
type Lang = (typeof LANGS)[number];

export interface LocaleReport {
  /** Each a sentence; any of them fails the check. */
  readonly faults: readonly string[];
  readonly unused: readonly string[];
  readonly keys: number;
}
export interface Source {
  readonly path: string;
  readonly text: string;
}
export type Locales = Readonly<Record<Lang, Readonly<Record<string, Readonly<Record<string, string>>>>>>;

/** `derived` are keys that declarations imply (`field.person.born`); they must exist, and count as used. */
export function checkLocales(
  locales: Locales,
  sources: readonly Source[],
  derived: Iterable<string> = [],
): LocaleReport {
  const faults: string[] = [];
  const merged = { vi: merge(locales.vi, 'vi', faults), en: merge(locales.en, 'en', faults) };
  const keys = new Set([...Object.keys(merged.vi), ...Object.keys(merged.en)]);

  for (const key of keys) {
    for (const lang of LANGS) if (!(key in merged[lang])) faults.push(`${key}: missing in ${lang}`);
    const [vi, en] = LANGS.map(lang => argumentsOf(merged[lang][key], key, lang, faults));
    if (vi && en && vi !== en)
      faults.push(`${key}: arguments differ (vi: ${vi || 'none'}; en: ${en || 'none'})`);
  }

  const named = namedKeys(sources);
  for (const { key, path } of named.exact)
    if (!keys.has(key)) faults.push(`${key}: used in ${path}, but there is no text`);
  for (const { pattern, path, text, isSaid } of named.templates)
    if (isSaid && ![...keys].some(key => pattern.test(key)) && !named.guarded.has(text))
      faults.push(`${text}: no key fits this template in ${path}`);
  const implied = new Set(derived);
  for (const key of implied)
    if (!keys.has(key)) faults.push(`${key}: follows from a declaration, but there is no text`);

  const literals = new Set(named.literals);
  const isUsed = (key: string) =>
    literals.has(key) || implied.has(key) || named.templates.some(({ pattern }) => pattern.test(key));
  return { faults, unused: [...keys].filter(key => !isUsed(key)).sort(), keys: keys.size };
}

function merge(files: Locales[Lang], lang: Lang, faults: string[]): Record<string, string> {
  const merged: Record<string, string> = {};
  const home = new Map<string, string>();
  for (const [file, texts] of Object.entries(files))
    for (const [key, text] of Object.entries(texts)) {
      if (home.has(key)) faults.push(`${key}: stands in ${home.get(key)} and ${file} (${lang})`);
      if (typeof text !== 'string' || text.trim() === '') faults.push(`${key}: is empty (${lang})`);
      if (text !== text?.normalize?.('NFC')) faults.push(`${key}: is not composed Unicode (NFC) (${lang})`);
      home.set(key, file);
      merged[key] = text;
    }
  return merged;
}

/** Names and kinds of the arguments, sorted; plural and select with their kind, so that a translation cannot turn a number into a word. */
function argumentsOf(
  text: string | undefined,
  key: string,
  lang: Lang,
  faults: string[],
): string | undefined {
  if (text === undefined) return undefined;
  const found = new Set<string>();
  const walk = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (
        element.type === TYPE.argument ||
        element.type === TYPE.number ||
        element.type === TYPE.date ||
        element.type === TYPE.time
      )
        found.add(element.value);
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        found.add(element.value);
        for (const option of Object.values(element.options)) walk(option.value);
      }
    }
  };
  try {
    walk(parse(text, { ignoreTag: true }));
    return [...found].sort().join(', ');
  } catch (error) {
    faults.push(`${key}: not an ICU message (${lang}): ${(error as Error).message}`);
    return undefined;
  }
}

/** Keys named by `t('…')`, by properties ending in `Key`, and templates `t(`a.${b}`)`. A template that is
 * asked for with `t.has`, or put into a variable first, may fit nothing. */
function namedKeys(sources: readonly Source[]) {
  const exact: { key: string; path: string }[] = [];
  const templates: { pattern: RegExp; path: string; text: string; isSaid: boolean }[] = [];
  const guarded = new Set<string>();
  const literals: string[] = [];
  for (const { path, text } of sources) {
    for (const [, literal] of text.matchAll(/['"]([a-z][\w.-]*\.[\w.-]+)['"]/g)) literals.push(literal!);
    if (!/^(web|modules)[\\/]/.test(path)) continue; // elsewhere a `…Key` is a key of cryptography
    for (const [call] of text.matchAll(/\bt\(\s*[^)]*/g))
      for (const [, key] of firstArgument(call).matchAll(/['"]([\w.-]+\.[\w.-]+)['"]/g))
        exact.push({ key: key!, path });
    for (const [, key] of text.matchAll(/\b\w+Key\s*[:=]\s*['"]([\w.-]+)['"]/g))
      exact.push({ key: key!, path });
    for (const [, template] of text.matchAll(/\bt\.has\(\s*`([^`]+)`/g)) guarded.add(template!);
    for (const [whole, template] of text.matchAll(/(?:\bt\(\s*)?`([a-z][\w.-]*\.\$\{[^`]+)`/g)) {
      const pattern = template!
        .split(/\$\{(?:[^{}]|\{[^}]*\})*\}/)
        .map(escaped)
        .join('[\\w.-]+');
      templates.push({
        pattern: new RegExp(`^${pattern}$`),
        path,
        text: template!,
        isSaid: whole.startsWith('t'),
      });
    }
  }
  return { exact, templates, guarded, literals };
}

function firstArgument(call: string): string {
  const comma = call.search(/,\s*\{/);
  return comma < 0 ? call : call.slice(0, comma);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A family of many (`list.sex` and the like) in one word; it is a family that nobody declared as derived. */
function inFamilies(keys: readonly string[]): string[] {
  const families = Map.groupBy(keys, key => key.split('.')[0]!);
  return [...families].flatMap(([family, members]) =>
    members.length > 12 ? [`${family}.* (${members.length})`] : members,
  );
}

function readLocales(): Locales {
  const read = (lang: Lang) =>
    Object.fromEntries(
      globSync(`locales/${lang}/*.json`, { cwd: here })
        .sort()
        .map(path => [basename(path), JSON.parse(readFileSync(join(here, path), 'utf8'))]),
    );
  return { vi: read('vi'), en: read('en') };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sources = globSync('{web,modules,kernel,server}/**/*.{ts,tsx}', { cwd: here })
    .filter(path => !/\.test\.tsx?$|^web[\\/]dev[\\/]/.test(path))
    .map(path => ({ path, text: readFileSync(join(here, path), 'utf8') }));
  const extra = join(here, 'scripts/derived-keys.ts');
  const derived: Iterable<string> = existsSync(extra) ? (await import(extra)).derivedKeys() : [];
  const report = checkLocales(readLocales(), sources, derived);
  for (const fault of report.faults) console.error(fault);
  if (report.unused.length > 0) console.warn(`unused: ${inFamilies(report.unused).join(', ')}`);
  console.log(`${report.keys} keys, ${report.faults.length} faults, ${report.unused.length} unused`);
  process.exitCode = report.faults.length > 0 ? 1 : 0;
}
