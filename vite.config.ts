/*
 * How web/ becomes dist/web. Three small steps of our own: texts are merged into two files per language, react-aria's 30 languages are cut down to
 * English plus our Vietnamese, and what the first screen needs is announced in the page's head. Run it through scripts/build.ts.
 */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;
/** What the sign-in page and the first screen need; every other file of locales/ belongs to `rest`. */
const FIRST = ['shell.json', 'ui.json', 'problem.json', 'reason.json', 'auth.json', 'rule.json'];
const FIRST_FAMILIES = /^list\.(role|likenessLevel)\./;
/** Titles in the navigation are needed before the modules' own texts are there. */
const navigationTitles = (): Set<string> =>
  new Set(
    globSync('modules/*/web/routes.ts', { cwd: here }).flatMap(path =>
      [...readFileSync(join(here, path), 'utf8').matchAll(/titleKey: '([^']+)'/g)].map(match => match[1]!),
    ),
  );

/** `virtual:texts/<lang>/first` and `…/rest`; `more` adds folders with the same layout (the harness has one). */
export function texts(more: readonly string[] = []): Plugin {
  const read = (lang: string, part: string): string => {
    const merged: Record<string, string> = {};
    const titles = navigationTitles();
    for (const folder of [join(here, 'locales'), ...more])
      for (const file of readdirSync(join(folder, lang)).filter(name => name.endsWith('.json'))) {
        const isFirst = FIRST.includes(file);
        if (isFirst && part === 'rest') continue;
        const all: Record<string, string> = JSON.parse(readFileSync(join(folder, lang, file), 'utf8'));
        for (const [key, text] of Object.entries(all))
          if (isFirst || part === 'rest' || titles.has(key) || FIRST_FAMILIES.test(key)) merged[key] = text;
      }
    return `export default JSON.parse(${JSON.stringify(JSON.stringify(merged))})`;
  };
  return {
    name: 'chungtay-texts',
    resolveId: id => (id.startsWith('virtual:texts/') ? `\0${id}` : undefined),
    load(id) {
      const match = /^\0virtual:texts\/(\w+)\/(first|rest)$/.exec(id);
      return match ? read(match[1]!, match[2]!) : undefined;
    },
  };
}

/** react-aria knows no Vietnamese: its dictionaries become English and the sentences of web/ui/aria-vi.ts. */
export function ariaLanguages(): Plugin {
  return {
    name: 'chungtay-aria-languages',
    enforce: 'pre',
    load(id) {
      const match =
        /[\\/](react-aria|react-stately)[\\/]dist[\\/]private[\\/](\w+)[\\/]intlStrings\.mjs$/.exec(id);
      if (!match) return;
      const [, library, part] = match;
      return [
        `import english from '../intl/${part}/en-US.mjs';`,
        `import { ariaVi } from ${JSON.stringify(join(here, 'web/ui/aria-vi.ts'))};`,
        `export default { 'en-US': english, 'vi-VN': { ...english, ...ariaVi['${library === 'react-aria' ? part : `stately/${part}`}'] } };`,
      ].join('\n');
    },
  };
}

/** Preloads letters of the first weight and the Vietnamese texts, so that they do not wait for the script. */
export function announceFirst(): Plugin {
  return {
    name: 'chungtay-announce-first',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const files = Object.values(bundle ?? {});
        const letters = files
          .map(file => file.fileName)
          .filter(name => /be-vietnam-pro-(vietnamese|latin)-(400|600)-normal.*\.woff2$/.test(name));
        const first = files.find(
          file => file.type === 'chunk' && file.facadeModuleId === '\0virtual:texts/vi/first',
        );
        return [
          ...letters.map(name => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${name}`, crossorigin: true },
            injectTo: 'head' as const,
          })),
          ...(first
            ? [
                {
                  tag: 'link',
                  attrs: { rel: 'modulepreload', href: `/${first.fileName}` },
                  injectTo: 'head' as const,
                },
              ]
            : []),
        ];
      },
    },
  };
}

export default defineConfig({
  root: join(here, 'web'),
  publicDir: join(here, 'web/public'),
  plugins: [react(), texts(), ariaLanguages(), announceFirst()],
  build: {
    outDir: join(here, 'dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    // Everything is a file of its own: the content policy allows no data: scripts, and files are kept by the browser.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
});
