/* A connection as the owner of the database, for what is not a person's work: migrations, seeds, backups, turning keys over. It goes past row security, so
 * nothing that answers a request may use it; requests go through the door. */
import pg from 'pg';
import type { Connection } from './embedded.ts';

/** Connects; the caller ends it. */
export async function connectAsOwner(connection: Connection, name = 'chungtay owner'): Promise<pg.Client> {
  const client = new pg.Client({ ...connection, application_name: name });
  // A server that goes away says so to every client; the next query will fail with the reason.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}
