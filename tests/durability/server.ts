/* The server that is killed: the real database on a folder of its own, the province without people, the real application on a port of its own, and a line
 * with the process id of the database once it takes requests. Writing goes to the disk as in earnest; only the screens are left out. */
import { seedIfEmpty } from '../../db/seed/write.ts';
import { makeSystem, openBase } from '../../server/system.ts';

const base = await openBase({ home: process.argv[2]!, databaseUrl: '' });
await seedIfEmpty(base, { size: 0 });
const system = await makeSystem(base, {
  pages: false,
  log: line => process.stderr.write(`${JSON.stringify(line)}\n`),
});
await system.app.listen({ port: Number(process.argv[3]), host: '127.0.0.1' });
process.stdout.write(
  `${JSON.stringify({ ready: true, database: base.embedded?.pid(), connection: base.owner })}\n`,
);
setInterval(
  () => process.stdout.write(`${JSON.stringify({ database: base.embedded?.pid() ?? null })}\n`),
  20,
).unref();
