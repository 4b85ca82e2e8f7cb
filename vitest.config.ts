/* The tests in three projects: `unit` needs nothing, `db` needs a PostgreSQL server (see server/db/testcluster.ts), `e2e` a browser too.
 * Where a test belongs follows from its path alone. */
import { defineConfig } from 'vitest/config';

const database = [
  '**/*.db.test.{ts,tsx}',
  'server/**/*.test.{ts,tsx}',
  'tests/stories/**/*.test.ts',
  'tests/http/**/*.test.ts',
  'tests/durability/**/*.test.ts',
];
const browser = ['tests/e2e/**/*.test.ts'];
// The embedded server's own tests do not change with the server the other tests run on.
const elsewhere = process.env.TEST_DATABASE_URL ? ['server/db/cluster.test.ts', 'tests/durability/**'] : [];
const folders = '{kernel,modules,server,web,scripts,rules,tests,db,bin}';
const never = ['**/node_modules/**', '**/dist/**', 'tmp/**'];

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
    teardownTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`${folders}/**/*.test.{ts,tsx}`],
          exclude: [...never, ...database, ...browser],
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: database,
          exclude: [...never, ...browser, ...elsewhere],
          globalSetup: ['./server/db/testcluster.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: browser,
          exclude: never,
          globalSetup: ['./server/db/testcluster.ts', './tests/e2e/pages.ts'],
          testTimeout: 120_000,
        },
      },
    ],
  },
});
