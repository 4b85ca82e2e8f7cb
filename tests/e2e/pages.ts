/* Builds the pages before the tests in a browser, once for all of them. In a process of its own: under vitest's NODE_ENV React would be built for development, and over the budget. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../server/root.ts';

export default async function buildPages(): Promise<void> {
  await promisify(execFile)(process.execPath, [join(root, 'scripts/build.ts')], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
}
