/* Feeds the import rules wrong and right imports. The wrong ones are what a person in a hurry would write. */
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, sourceFiles, wrongImports } from './imports.ts';

const of = (path: string, target: string): string[] =>
  wrongImports([{ path, text: `import { x } from '${target}';\n` }]).map(({ why }) => why);

describe('refused', () => {
  test.each([
    ['kernel/day.ts', '../modules/people/index.ts', 'nothing of ours'],
    ['kernel/act/act.ts', '../../server/db/door.ts', 'nothing of ours'],
    ['kernel/act/act.ts', '../../generated/permissions.ts', 'nothing of ours'],
    ['kernel/act/act.ts', 'fastify', 'know no server'],
    ['modules/cases/acts.ts', '../people/record.ts', 'modules/people/index.ts'],
    ['modules/cases/acts.ts', '../index.ts', 'gathers the modules'],
    ['modules/cases/acts.ts', '../../server/db/door.ts', 'kernel/ and other modules'],
    ['modules/cases/index.ts', './web/board.tsx', 'screens'],
    ['modules/cases/index.ts', '../../web/ui/button.tsx', 'screens'],
    ['modules/cases/queries.ts', 'pg', 'the door'],
    ['modules/cases/web/board.tsx', '../../../server/http/cases.ts', 'never imports server/'],
    ['modules/cases/web/board.tsx', '../queries.ts', 'datasource'],
    ['web/main.tsx', '../server/main.ts', 'never imports server/'],
    ['web/main.tsx', '../scripts/build.ts', 'web/ imports'],
    ['server/main.ts', '../web/main.tsx', 'screens'],
    ['server/perform.ts', '../db/seed/cast.ts', 'server/ imports'],
    ['server/http/people.ts', '../../scripts/build.ts', 'server/ imports'],
    ['server/main.ts', '../tests/support/world.ts', 'server/ imports'],
    ['server/main.ts', '../modules/cases/web/board.tsx', 'screens'],
    ['server/http/people.ts', 'pg', 'the door'],
    ['server/http/people.ts', 'pg/lib/client.js', 'the door'],
    ['scripts/bench.ts', 'pg', 'the door'],
    ['tests/stories/intake.test.ts', 'pg', 'the door'],
    ['modules/cases/acts.ts', './acts.test.ts', 'a test is imported'],
    ['rules/ages.ts', '../modules/people/index.ts', 'kernel/ only'],
  ])('%s imports %s', (path, target, why) => {
    expect(of(path, target)).toEqual([expect.stringContaining(why)]);
  });

  test('in every way an import can be written, with its line', () => {
    const text = [
      '/* import a from "../server/comment.ts" */',
      '// import a from "../server/comment.ts"',
      "import type { A } from '../server/a.ts';",
      "import '../server/b.ts';",
      'import {',
      '  c,',
      '  type D,',
      '} from "../server/c.ts";',
      "export * from '../server/d.ts';",
      "export { e } from '../server/e.ts';",
      "const late = await import('../server/f.ts');",
      "const said = 'imports come from ../server/g.ts';",
    ].join('\n');
    const found = wrongImports([{ path: 'web/x.ts', text }]).map(({ line, target }) => `${line} ${target}`);
    expect(found).toEqual(
      ['3 a', '4 b', '8 c', '9 d', '10 e', '11 f'].map(said => said.replace(/ (.)$/, ' ../server/$1.ts')),
    );
  });
});

describe('allowed', () => {
  test.each([
    ['server/main.ts', '../db/seed/write.ts'],
    ['server/cli/seed.ts', '../../db/seed/write.ts'],
    ['tests/permissions/matrix.db.test.ts', 'pg'],
  ])('where it is put together or proved: %s imports %s', (path, target) => {
    expect(of(path, target)).toEqual([]);
  });

  test.each([
    ['kernel/act/act.ts', '../day.ts'],
    ['kernel/id.ts', 'uuid'],
    ['kernel/id.test.ts', '../db/seed/cast.ts'],
    ['modules/cases/acts.ts', './record.ts'],
    ['modules/cases/acts.ts', '../people/index.ts'],
    ['modules/cases/acts.ts', '../../kernel/day.ts'],
    ['modules/index.ts', './cases/index.ts'],
    ['modules/cases/web/board.tsx', '../record.ts'],
    ['modules/cases/web/board.tsx', '../../../web/ui/button.tsx'],
    ['web/routes.tsx', '../modules/cases/web/board.tsx'],
    ['web/text.ts', '../locales/vi/cases.json'],
    ['server/main.ts', '../modules/index.ts'],
    ['server/db/door.ts', 'pg'],
    ['server/http/cases.test.ts', '../../db/seed/cast.ts'],
    ['tests/e2e/intake.test.ts', '../../server/main.ts'],
    ['scripts/generate.ts', '../modules/index.ts'],
    ['db/seed/cast.ts', '../../modules/people/index.ts'],
  ])('%s imports %s', (path, target) => {
    expect(of(path, target)).toEqual([]);
  });
});

test('the types of the database driver may be named anywhere, the driver not', () => {
  const text = "import type { Pool } from 'pg';\nimport { Client, type Pool } from 'pg';\n";
  expect(wrongImports([{ path: 'server/backup/backup.ts', text }]).map(({ line }) => line)).toEqual([2]);
});

test('an export that names no file is no import', () => {
  expect(importsOf("export const word = 'server/db';\nexport default 'x';\nexport type A = 'pg';\n")).toEqual(
    [],
  );
});

test('the files of this repository are found', () => {
  const paths = sourceFiles(resolve(import.meta.dirname, '..')).map(({ path }) => path);
  expect(paths).toContain('scripts/imports.ts');
  expect(paths).toContain('server/db/embedded.ts');
});
