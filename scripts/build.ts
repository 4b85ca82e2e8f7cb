/*
 * Builds dist/web when the sources changed since the last build, and otherwise returns within milliseconds: the server calls it at every start. Files are
 * compressed here, once, so that no request pays for it. Over 250 kB of compressed script and style before the first usable screen it refuses.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const here = join(import.meta.dirname, '..');
const out = join(here, 'dist/web');
const STAMP = '.built-from';
const SOURCES = [
  'web/**/*',
  'modules/**/*.{ts,tsx,css}',
  'kernel/**/*.ts',
  'locales/**/*.json',
  'vite.config.ts',
  'scripts/build.ts',
  'package-lock.json',
];
const NOT_SHIPPED = /(\.test\.tsx?|\.md)$|^web[\\/]dev[\\/]/;

/** Compressed bytes (gzip, the worse of the two we send) of script and style before a screen can be used. */
export const BUDGET = 250_000;
/** The screens somebody may meet first; each with what it loads besides the entry. */
const FIRST_SCREENS: Record<string, readonly string[]> = {
  'sign in': ['virtual:texts/vi/first'],
  'my work': ['virtual:texts/vi/first', 'shell/my-work.tsx'],
};

export interface Built {
  /** False when nothing had changed. */
  readonly built: boolean;
  readonly milliseconds: number;
  /** Gzip bytes per first screen; empty when nothing was built. */
  readonly first: Readonly<Record<string, number>>;
}

/** Whether the screens that were built last are those of the present sources. */
export function isBuilt(): boolean {
  const stamp = join(out, STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashSources();
}

/** Builds the web part if needed. Throws when the budget is broken or a source does not compile; the build before stays in place. */
export async function buildWeb({ force = false } = {}): Promise<Built> {
  const began = performance.now();
  const hash = hashSources();
  const stamp = join(out, STAMP);
  if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash)
    return { built: false, milliseconds: performance.now() - began, first: {} };

  const next = `${out}.next`;
  const { build } = await import('vite');
  await build({ configFile: join(here, 'vite.config.ts'), logLevel: 'warn', build: { outDir: next } });
  const first = firstLoads(next);
  for (const [screen, bytes] of Object.entries(first))
    if (bytes > BUDGET)
      throw new Error(
        `${screen} loads ${kilobytes(bytes)} before it can be used; ${kilobytes(BUDGET)} are allowed`,
      );
  compressFiles(next);
  writeFileSync(join(next, STAMP), hash);
  // Swapped in whole, so that a server that is running never serves half a build.
  mkdirSync(out, { recursive: true });
  rmSync(`${out}.before`, { recursive: true, force: true });
  renameSync(out, `${out}.before`);
  renameSync(next, out);
  rmSync(`${out}.before`, { recursive: true, force: true });
  return { built: true, milliseconds: performance.now() - began, first };
}

interface Chunk {
  file: string;
  src?: string;
  name?: string;
  imports?: string[];
  css?: string[];
  isEntry?: boolean;
}

/** What each first screen loads, by the manifest: the entry with everything it imports, and the named lazy parts. */
export function firstLoads(folder: string): Record<string, number> {
  const manifest: Record<string, Chunk> = JSON.parse(
    readFileSync(join(folder, '.vite/manifest.json'), 'utf8'),
  );
  const entry = Object.keys(manifest).find(key => manifest[key]!.isEntry)!;
  const sizes: Record<string, number> = {};
  for (const [screen, parts] of Object.entries(FIRST_SCREENS)) {
    const files = new Set(['first-paint.js']);
    const visit = (key: string): void => {
      const chunk = manifest[key];
      if (!chunk || files.has(chunk.file)) return;
      files.add(chunk.file);
      for (const style of chunk.css ?? []) files.add(style);
      for (const other of chunk.imports ?? []) visit(other);
    };
    visit(entry);
    for (const part of parts) {
      const key = Object.keys(manifest).find(name => name.replace(/^[^\w]*/, '').endsWith(part));
      if (!key) throw new Error(`the build has no part ${part}`);
      visit(key);
    }
    sizes[screen] = [...files].reduce(
      (sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length,
      0,
    );
  }
  return sizes;
}

function hashSources(): string {
  const hash = createHash('sha256');
  for (const path of globSync(SOURCES, { cwd: here }).sort()) {
    if (NOT_SHIPPED.test(path) || !statSync(join(here, path)).isFile()) continue;
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(here, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function compressFiles(folder: string): void {
  for (const path of globSync('**/*.{js,css,html,svg,json}', { cwd: folder })) {
    const file = join(folder, path);
    const content = readFileSync(file);
    if (content.length < 512) continue;
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
    const quality = {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    };
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params: quality }));
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { built, milliseconds, first } = await buildWeb({ force: process.argv.includes('--force') });
  console.log(
    built
      ? `dist/web built in ${Math.round(milliseconds)} ms`
      : `dist/web is up to date (${Math.round(milliseconds)} ms)`,
  );
  for (const [screen, bytes] of Object.entries(first))
    console.log(`  ${screen}: ${kilobytes(bytes)} of ${kilobytes(BUDGET)}`);
}
