/* Empty databases for the tests of sealing and backup, on the test server: unlike `testDatabase()` without any schema, since a restore begins with nothing. */
import { rm } from 'node:fs/promises';
import type pg from 'pg';
import { connectAsOwner } from '../db/owner.ts';
import { temporaryFolder, testDatabase } from '../db/testcluster.ts';

export interface Scratch {
  /** A folder that goes away at the end. */
  readonly folder: string;
  /** A fresh, empty database; its name. */
  create(): Promise<string>;
  /** As superuser. */
  connect(database: string): Promise<pg.Client>;
  stop(): Promise<void>;
}

export async function startScratch(): Promise<Scratch> {
  const folder = await temporaryFolder('scratch');
  const { connection, drop } = await testDatabase();
  const clients: pg.Client[] = [];
  const connect = async (database: string) => {
    const client = await connectAsOwner({ ...connection, database });
    clients.push(client);
    return client;
  };
  const admin = await connect(connection.database);
  const names: string[] = [];
  return {
    folder,
    connect,
    async create() {
      const name = `${connection.database}_${names.length}`;
      await admin.query(`create database ${name} template template0`);
      names.push(name);
      return name;
    },
    async stop() {
      for (const name of names) await admin.query(`drop database if exists ${name} with (force)`);
      await Promise.allSettled(clients.map(client => client.end()));
      await drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
