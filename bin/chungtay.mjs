#!/usr/bin/env node
/* The one command-line tool: `npx chungtay help`. It hands over to the same runner as `npm start`, so that it works on a fresh clone. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const runner = fileURLToPath(new URL('../scripts/run.mjs', import.meta.url));
const tool = fileURLToPath(new URL('../server/cli/main.ts', import.meta.url));
const { status, signal } = spawnSync(process.execPath, [runner, tool, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? (signal ? 1 : 0));
