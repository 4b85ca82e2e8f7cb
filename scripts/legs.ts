/* One leg of the checks: a program that is run, its time, and what it counts. A leg that is not made of tests counts nothing when it is right
 * and one failure when it is wrong. What a right leg printed is not shown; tests show their usual report. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');

export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const nothing: Count = { passed: 0, failed: 0, skipped: 0 };
export const oneFailure: Count = { passed: 0, failed: 1, skipped: 0 };

export function sum(counts: readonly Count[]): Count {
  return counts.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
    }),
    nothing,
  );
}

/** Minutes after which a leg is without end. */
const patience = 20;
const running = new Set<ChildProcess>();

// A person's Ctrl-C, or CI's end of patience, must not leave a test server behind.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    for (const child of running) child.kill('SIGTERM');
    setTimeout(() => process.exit(130), 3_000);
  });
}

/** Runs a program from the repository's root; with `quiet` its output is returned, else shown. A leg without end is ended. */
async function run(
  command: readonly string[],
  quiet: boolean,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly ok: boolean; readonly output: string }> {
  const child = spawn(command[0]!, command.slice(1), {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  });
  running.add(child);
  let output = '';
  const keep = (chunk: Buffer): void => {
    output += chunk;
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const late = setTimeout(() => {
    output += `\nended after ${patience} minutes`;
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
  }, patience * 60_000);
  const [code] = await once(child, 'close');
  clearTimeout(late);
  running.delete(child);
  return { ok: code === 0, output };
}

function report(name: string, ok: boolean, started: number, more = ''): void {
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds} s)${more}`);
}

/** A check that is right or wrong. Its output is shown when it is wrong. */
export async function checkLeg(name: string, command: readonly string[]): Promise<Count> {
  const started = Date.now();
  const { ok, output } = await run(command, true, {});
  report(name, ok, started);
  if (ok) return nothing;
  console.log(output.trimEnd());
  return oneFailure;
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

/** The counts of a report. A file that could not even be read as tests is one failure, and so is a bad end with no failed test. */
export function countOf(report: VitestReport, ok: boolean): Count {
  const unread = report.testResults.filter(
    file => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + unread;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !ok ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** The tests of one vitest project. `mayBeEmpty` for a project that has no test yet; else running no test is a failure. */
export async function testLeg(
  name: string,
  project: string,
  { env = {}, mayBeEmpty = false }: { env?: NodeJS.ProcessEnv; mayBeEmpty?: boolean } = {},
): Promise<Count> {
  const started = Date.now();
  const folder = await mkdtemp(join(tmpdir(), 'chungtay-report-'));
  const file = join(folder, 'report.json');
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const empty = mayBeEmpty ? ['--passWithNoTests'] : [];
  console.log(`… ${name}`);
  const { ok } = await run(
    [process.execPath, vitest, 'run', '--project', project, ...reporters, ...empty],
    false,
    env,
  );
  const text = await readFile(file, 'utf8').catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
  const count =
    text === undefined
      ? ok && mayBeEmpty
        ? nothing
        : oneFailure
      : countOf(JSON.parse(text) as VitestReport, ok);
  const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
  report(name, count.failed === 0, started, `: ${count.passed} passed, ${count.failed} failed${skipped}`);
  return count;
}
