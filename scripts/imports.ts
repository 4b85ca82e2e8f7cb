/* Holds the section "Where imports may go" of CONTRIBUTING.md: reads every import of every TypeScript file and says which ones point the wrong
 * way. It reads text, not programs: an import is a line that begins with import or export and names a file, or a call of import(). */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';

/** A file of the repository: `path` with forward slashes from the root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

export interface WrongImport {
  readonly path: string;
  readonly line: number;
  readonly target: string;
  readonly why: string;
}

const folders = ['kernel', 'modules', 'server', 'web', 'rules', 'db', 'scripts', 'tests', 'bin'];

/** Lists, texts and generated tables that hold no behaviour. */
const plainFolders = ['data', 'generated', 'locales', 'rules'];

const statement = /^[ \t]*(?:import|export)\b(?:[^'"`;]*?\bfrom\s*|\s*)(['"])([^'"\n]+)\1/gm;
const call = /\bimport\(\s*(['"])([^'"\n]+)\1/g;

/** Every import of a text with its line number, and whether it brings types only; comments are left out of account. */
export function importsOf(
  text: string,
): { readonly target: string; readonly line: number; readonly type: boolean }[] {
  const code = text
    .replace(/\/\*[\s\S]*?\*\//g, comment => comment.replace(/[^\n]/g, ' '))
    .replace(/^[ \t]*\/\/.*$/gm, comment => ' '.repeat(comment.length));
  return [...code.matchAll(statement), ...code.matchAll(call)].map(found => ({
    target: found[2]!,
    type: /^\s*(import|export)\s+type\b/.test(found[0]),
    line: code.slice(0, found.index + found[0].length).split('\n').length,
  }));
}

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
const moduleOf = (path: string): string | undefined => path.match(/^modules\/([^/]+)\//)?.[1];
const isWeb = (path: string): boolean => path.startsWith('web/') || /^modules\/[^/]+\/web\//.test(path);
const isIn = (path: string, ...names: string[]): boolean => names.some(name => path.startsWith(`${name}/`));

/** Why a file of the kernel, a module, the server or the web may not import another of our files; undefined if it may. */
function refuseOurs(from: string, to: string): string | undefined {
  if (isTest(from) || isIn(from, 'tests', 'scripts', 'bin', 'db')) return undefined;
  if (isTest(to)) return 'a test is imported by nothing but tests';
  if (isIn(from, 'kernel')) return isIn(to, 'kernel') ? undefined : 'kernel/ imports nothing of ours';
  if (isIn(to, 'kernel', ...plainFolders)) return undefined;
  if (isIn(from, 'rules')) return 'rules/ imports kernel/ only';
  if (isIn(from, 'web/dev') && to === 'vite.config.ts') return undefined;
  if (isWeb(from)) return refuseWeb(to);
  if (isWeb(to)) return 'only web/ and modules/*/web/ import screens: the server cannot run them';
  // Where everything is put together: serving builds the screens and invents a province, the command line does the same by hand.
  if ((from === 'server/main.ts' || isIn(from, 'server/cli')) && isIn(to, 'scripts', 'db/seed'))
    return undefined;
  if (isIn(from, 'server'))
    return isIn(to, 'server', 'modules') ? undefined : 'server/ imports kernel/, modules/ and server/';
  if (isIn(from, 'modules')) return refuseModule(from, to);
  return undefined;
}

function refuseWeb(to: string): string | undefined {
  if (isIn(to, 'server'))
    return 'web/ never imports server/: what is needed on both sides belongs to kernel/ or a module';
  if (moduleOf(to) && /\/queries\.ts$/.test(to))
    return "a module's queries are for the server; screens ask a datasource";
  if (isIn(to, 'web', 'modules')) return undefined;
  return 'web/ imports kernel/, declarations of modules/ and web/';
}

function refuseModule(from: string, to: string): string | undefined {
  if (!isIn(to, 'modules')) return 'modules/ import kernel/ and other modules';
  const [own, other] = [moduleOf(from), moduleOf(to)];
  if (own === undefined || own === other) return undefined;
  if (other === undefined) return 'modules/index.ts gathers the modules, so no module can import it';
  if (to === `modules/${other}/index.ts`) return undefined;
  return `another module is reached through its index.ts only: modules/${other}/index.ts`;
}

/** Why a file may not import a package; undefined if it may. A driver's types are gone when the program runs, so they open nothing. */
function refusePackage(from: string, name: string, type: boolean): string | undefined {
  const driver = /^pg(-pool|-native|-cursor)?(\/|$)/.test(name);
  // What the database itself refuses can only be shown by going past the door.
  const pastTheDoor = isIn(from, 'server/db', 'tests/permissions', 'tests/durability', 'tests/support');
  if (driver && !type && !pastTheDoor) {
    return 'only server/db/ talks to the database driver; everybody else goes through the door, as(user, …)';
  }
  if (isIn(from, 'kernel', 'modules') && /^(fastify|pg-boss|@fastify\/|kysely)/.test(name) && !isTest(from)) {
    return 'kernel/ and modules/ know no server';
  }
  return undefined;
}

/** The imports of these files that point the wrong way, in the order of the files. */
export function wrongImports(files: readonly SourceFile[]): WrongImport[] {
  return files.flatMap(({ path, text }) =>
    importsOf(text).flatMap(({ target, line, type }) => {
      const ours = target.startsWith('.')
        ? posix.normalize(posix.join(posix.dirname(path), target))
        : undefined;
      const why = ours === undefined ? refusePackage(path, target, type) : refuseOurs(path, ours);
      return why === undefined ? [] : [{ path, line, target, why }];
    }),
  );
}

/** The TypeScript files of the repository at `root` that the rules are about. */
export function sourceFiles(root: string): SourceFile[] {
  return folders.flatMap(folder => {
    let names: string[];
    try {
      names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    } catch {
      return [];
    }
    return names
      .map(name => posix.join(folder, name.replaceAll('\\', '/')))
      .filter(path => /\.tsx?$/.test(path) && !/(^|\/)(node_modules|dist)\//.test(path))
      .sort()
      .map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }));
  });
}

if (import.meta.main) {
  const files = sourceFiles(resolve(import.meta.dirname, '..'));
  const wrong = wrongImports(files);
  for (const { path, line, target, why } of wrong)
    console.error(`${path}:${line} imports ${target}: ${why}.`);
  console.log(`${files.length} files, ${wrong.length} imports that point the wrong way`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
}
