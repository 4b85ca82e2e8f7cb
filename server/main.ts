/* `npm start`: brings everything up, builds the screens when they changed, puts an invented province into an empty embedded database, and serves. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { isBuilt } from '../scripts/build.ts';
import type { Connection } from './db/embedded.ts';
import { connectAsOwner } from './db/owner.ts';
import { isStartError } from './db/start-error.ts';
import { root } from './root.ts';
import { makeSystem, openBase } from './system.ts';

const lang = /^vi|^C|^$/.test(process.env.LANG ?? '') ? 'vi' : 'en';
const say = (vi: string, en: string) => console.log(lang === 'vi' ? vi : en);

/** Runs one of our scripts beside this process. @throws Error when it did not succeed. */
async function aside(script: string, ...args: string[]): Promise<void> {
  const child = spawn(process.execPath, [join(root, script), ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
}

async function isEmpty(owner: Connection): Promise<boolean> {
  const client = await connectAsOwner(owner);
  try {
    return !(await client.query('select exists (select from officer) as there')).rows[0].there;
  } finally {
    await client.end();
  }
}

async function main(): Promise<void> {
  const base = await openBase({ say });
  let stopping = false;
  // CHUNGTAY_PAGES=off serves the API alone: for benches, and for a server whose screens come from another.
  const pages = process.env.CHUNGTAY_PAGES !== 'off';
  try {
    // Building and inventing need memory that serving does not: each is a process of its own, and only when there is something to do.
    const building = pages && !isBuilt() ? aside('scripts/build.ts') : Promise.resolve();
    building.catch(() => undefined);
    const invent =
      process.env.CHUNGTAY_WORLD === 'invented' || (base.embedded && process.env.CHUNGTAY_WORLD !== 'empty');
    if (await isEmpty(base.owner)) {
      if (invent) await aside('server/cli/main.ts', 'seed');
      else
        say(
          'Cơ sở dữ liệu chưa có ai. Lập hệ thống bằng: npx chungtay found --name "…" --email …',
          'Nobody is in the database yet. Begin with: npx chungtay found --name "…" --email …',
        );
    }
    await building;
    const system = await makeSystem(base, {
      pages,
      log: process.env.CHUNGTAY_LOG === 'quiet' ? () => undefined : line => console.log(JSON.stringify(line)),
    });
    const port = Number(process.env.PORT ?? 8080);
    const host = process.env.HOST ?? 'localhost';
    await system.app.listen({ port, host });
    const address = process.env.PUBLIC_URL ?? `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`;
    say(
      `Chung Tay đang chạy tại ${address} (dừng bằng Ctrl+C)`,
      `Chung Tay is running at ${address} (stop with Ctrl+C)`,
    );
    const stop = async () => {
      if (stopping) return;
      stopping = true;
      await system.stop();
      await base.stop();
      process.exit(0);
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
    await once(process, 'beforeExit');
  } catch (error) {
    await base.stop();
    throw error;
  }
}

main().catch(error => {
  console.error(
    isStartError(error) ? error.message : error instanceof Error ? (error.stack ?? error.message) : error,
  );
  process.exit(1);
});
