/* `npm run bench -- NAME` prints one JSON line of figures on the last line of its output; what it did on the way goes to stderr. Speed is shown here,
 * never by a timed test. */
import { benchApi } from './bench/api.ts';

const benches: Readonly<Record<string, () => Promise<object>>> = {
  api: benchApi,
  protection: async () => (await import('./bench/protection.ts')).benchProtection(),
  clocks: async () => (await import('./bench/clocks.ts')).benchClocks(),
  names: async () => (await import('../modules/people/names/bench.ts')).benchNames(),
};

const name = process.argv[2] ?? '';
const bench = benches[name];
if (!bench) {
  console.error(`npm run bench -- NAME: ${Object.keys(benches).join(', ')}`);
  process.exit(2);
}
const figures = await bench();
console.log(JSON.stringify(figures));
process.exit(0);
