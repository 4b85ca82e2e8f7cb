/* The server that is killed: the real database on a folder of its own, the province without people, the real application on a port of its own, and a line
 * with the process id of the database once it takes requests. Writing goes to the disk as in earnest; only the screens are left out. */
import { seedIfEmpty } from '../../db/seed/write.ts';
import type { Embedded } from '../../server/db/embedded.ts';
import { makeSystem, openBase } from '../../server/system.ts';

const base = await openBase({ home: process.argv[2]!, databaseUrl: '' });
await seedIfEmpty(base, { size: 0 });
/** The database's main process as it is now; it changes when the application has started it again. */
const pid = () => (base.embedded as Embedded | null)?.pid();
const system = await makeSystem(base, {
  pages: false,
  log: line => process.stderr.write(`${JSON.stringify(line)}\n`),
});
await system.app.listen({ port: Number(process.argv[3]), host: '127.0.0.1' });
process.stdout.write(`${JSON.stringify({ ready: true, database: pid(), connection: base.owner })}\n`);
setInterval(() => process.stdout.write(`${JSON.stringify({ database: pid() ?? null })}\n`), 20).unref();
