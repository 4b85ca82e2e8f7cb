/* `npm start`: brings everything up, builds the screens when they changed, puts an invented province into an empty embedded database, and serves. */
import { once } from 'node:events';
import { buildWeb } from '../scripts/build.ts';
import { isStartError } from './db/start-error.ts';
import { makeSystem, openBase } from './system.ts';

const lang = /^vi|^C|^$/.test(process.env.LANG ?? '') ? 'vi' : 'en';
const say = (vi: string, en: string) => console.log(lang === 'vi' ? vi : en);

async function main(): Promise<void> {
  const base = await openBase({ say });
  let stopping = false;
  // CHUNGTAY_PAGES=off serves the API alone: for benches, and for a server whose screens come from another.
  const pages = process.env.CHUNGTAY_PAGES !== 'off';
  const built = pages ? buildWeb() : Promise.resolve();
  built.catch(() => undefined);
  try {
    if (process.env.CHUNGTAY_WORLD !== 'empty') {
      const { seedIfEmpty } = await import('../db/seed/write.ts');
      await seedIfEmpty(base, { say });
    }
    await built;
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
