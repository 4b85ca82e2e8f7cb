/* `npm test`: everything. The checks, the database tests on the PostgreSQL that comes with the system and again on Debian's (a server of
 * one's own is a supported way to run), and the tests in a browser. What this computer lacks is said and left out, except in CI. */
import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbedded } from '../server/db/embedded.ts';
import { carelessSettings, quickFolder } from '../server/db/testcluster.ts';
import { check } from './check.ts';
import { type Count, checkLeg, nothing, oneFailure, root, sum, testLeg } from './legs.ts';

/** For a leg this computer cannot run: a failure in CI, which must run all, and a clear word elsewhere. */
function missing(leg: string, what: string): Count {
  const inCi = process.env.CI === 'true';
  console.log(
    `${inCi ? '✗' : '–'} ${leg}: ${what} was not found${inCi ? '' : '; this leg is left out here (apt-get install brings it)'}`,
  );
  return inCi ? oneFailure : nothing;
}

/** Debian's newest PostgreSQL programs, e.g. /usr/lib/postgresql/15/bin. */
function findDebianBinaries(): string | undefined {
  const folder = '/usr/lib/postgresql';
  if (!existsSync(folder)) return undefined;
  const versions = readdirSync(folder).sort((a, b) => Number(b) - Number(a));
  return versions.map(version => join(folder, version, 'bin')).find(bin => existsSync(join(bin, 'postgres')));
}

async function onDebianServer(): Promise<Count> {
  const leg = "database tests on Debian's PostgreSQL";
  const binaries = findDebianBinaries();
  if (!binaries) return missing(leg, '/usr/lib/postgresql/*/bin/postgres (package postgresql-15)');
  const home = await quickFolder('debian');
  try {
    const server = await startEmbedded(home, { binaries, settings: carelessSettings });
    try {
      return await testLeg(`${leg} ${server.place.major}`, 'db', {
        env: { TEST_DATABASE_URL: server.url },
      });
    } finally {
      await server.stop();
    }
  } catch (error) {
    console.log(`✗ ${leg}: ${error instanceof Error ? error.message : error}`);
    return oneFailure;
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

async function inBrowser(): Promise<Count> {
  const leg = 'tests in a browser';
  const chromium = process.env.CHROMIUM || '/usr/bin/chromium';
  if (!existsSync(chromium)) return missing(leg, `${chromium} (package chromium)`);
  const build = join(root, 'scripts', 'build.ts');
  const built = existsSync(build)
    ? await checkLeg('the web pages are built', [process.execPath, build])
    : nothing;
  return sum([built, await testLeg(leg, 'e2e', { env: { CHROMIUM: chromium }, mayBeEmpty: true })]);
}

const started = Date.now();
const counts: Count[] = [await check()];
counts.push(
  await testLeg('database tests on the embedded PostgreSQL', 'db', { env: { TEST_DATABASE_URL: '' } }),
);
counts.push(await onDebianServer());
counts.push(await inBrowser());
const { passed, failed, skipped } = sum(counts);
console.log(
  `\nall legs: ${((Date.now() - started) / 1000).toFixed(0)} s${skipped > 0 ? `, ${skipped} skipped` : ''}`,
);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
