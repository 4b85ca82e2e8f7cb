/* The everyday loop, `npm run check`: types, style, directions of imports, texts, generated files, and the tests that need no database.
 * Everything is run even when something is wrong, so that one run tells all. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Count, checkLeg, root, sum, testLeg } from './legs.ts';

const bin = (name: string): string => join(root, 'node_modules', '.bin', name);

/** A check by a script of ours, if that script exists. */
function ours(name: string, script: string, ...args: string[]): [string, string[]][] {
  const path = join(root, 'scripts', script);
  return existsSync(path) ? [[name, [process.execPath, path, ...args]]] : [];
}

/** Runs all checks; the counts are of tests, and one failure for each other check that is wrong. */
export async function check(): Promise<Count> {
  const checks: [string, string[]][] = [
    ['types', [bin('tsc'), '--noEmit']],
    ['format and lint', [bin('biome'), 'check', '--max-diagnostics=50']],
    ...ours('where imports go', 'imports.ts'),
    ...ours('texts', 'locales.ts'),
    ...ours('generated files are fresh', 'generate.ts', '--check'),
  ];
  const counts = await Promise.all(checks.map(([name, command]) => checkLeg(name, command)));
  return sum([...counts, await testLeg('tests without a database', 'unit')]);
}

if (import.meta.main) {
  const { passed, failed } = await check();
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
