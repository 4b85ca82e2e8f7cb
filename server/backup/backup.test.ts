/* Backup and restore between two databases: refusals first, then that everything comes back, awkward values, awkward tables and the ledger included. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sampleLog } from '../../kernel/ledger/sample.ts';
import { keyringFile, listKeys, openKeyring } from '../seal/keyring.ts';
import { newBackupKey, readArchive } from './archive.ts';
import { backup } from './backup.ts';
import { verifyLedger } from './ledger.ts';
import { checkBackup, restore } from './restore.ts';
import { type Scratch, startScratch } from './scratch.ts';

const now = '2026-11-24T05:00:00.000Z';
const passphrase = 'tre già măng mọc 2026';
const migrations = ['0001-first.sql', '0002-second.sql'];
const schemas = ['people', 'ledger', 'ct'];

const SCHEMA = `
  create schema people; create schema ledger; create schema ct; create schema pgboss;
  create table ct.migration (name text primary key);
  create table ct.list (code text primary key, label text);
  insert into ct.list values ('a', 'made by the migration');
  create table people.zz_parent (id uuid primary key, name text, born date, seen timestamptz, weight double precision, wait interval,
    sealed bytea, tags text[], extra jsonb, kind text, shout text generated always as (upper(name)) stored, "odd ""column" text);
  create table people.child (n bigint generated always as identity primary key, parent uuid not null references people.zz_parent);
  create table people.session (token text);
  create table people.event (at date not null, what text) partition by range (at);
  create table people.event_2026 partition of people.event for values from ('2026-01-01') to ('2027-01-01');
  create table people.event_rest partition of people.event default;
  create table people.nothing (id int);
  create function people.refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
  create trigger refuse before insert on people.child for each row when (new.n < 0) execute function people.refuse();
  create table ledger.entry (n bigint generated always as identity unique, id uuid primary key, kind text not null, name text not null,
    officer uuid, post uuid, role text, agency text, office uuid, session uuid, subject_record text, subject_id uuid, person_ids uuid[],
    purpose text, ground text, made_at timestamptz not null, received_at timestamptz not null, declaration integer, commitment bytea, leaf bytea);
  create table ledger.body (entry_id uuid primary key references ledger.entry (id), salt bytea not null, body jsonb not null);
  create table ledger.chain (seq bigint primary key, entry_id uuid not null unique references ledger.entry (id), hash bytea not null);
  create function ledger.refuse_change() returns trigger language plpgsql as $$ begin raise exception 'the ledger only grows'; end $$;
  create trigger refuse_change before update or delete or truncate on ledger.entry for each statement execute function ledger.refuse_change();
  create trigger refuse_change before update or delete or truncate on ledger.chain for each statement execute function ledger.refuse_change();
  create table pgboss.job (id int);
  insert into ct.migration values ('0001-first.sql'), ('0002-second.sql');
`;

let scratch: Scratch;
let source: pg.Client;
let folder: string;
let count = 0;
const log = sampleLog('backup', 60);

async function writeLedger(client: pg.Client) {
  for (const { entry, leaf, body, link } of log) {
    const columns = { ...entry!, leaf };
    const names = Object.keys(columns);
    await client.query(
      `insert into ledger.entry (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
      Object.values(columns),
    );
    if (body)
      await client.query('insert into ledger.body values ($1, $2, $3)', [
        entry!.id,
        body.salt,
        JSON.stringify(body.body),
      ]);
    await client.query('insert into ledger.chain values ($1, $2, $3)', [link.seq, link.entry_id, link.hash]);
  }
}

beforeAll(async () => {
  scratch = await startScratch();
  source = await scratch.connect(await scratch.create());
  await source.query(SCHEMA);
  await source.query(`set timezone = 'Asia/Ho_Chi_Minh'; set datestyle = 'SQL, DMY';
    insert into people.zz_parent (id, name, born, seen, weight, wait, sealed, tags, extra, kind, "odd ""column")
      select gen_random_uuid(), 'Giàng Thị ' || n, '1998-07-03', '2026-11-24 01:02:03.123456+07', 0.1 * n, '1 mon 2 days 3:04', sha256(n::text::bytea),
        array['a,b', null, '"', E'\\\\'], '{"a": [1.50, null, "ắ"]}', null, E'tab\\tline\\nbreak\\\\N \\r' from generate_series(1, 3000) n;
    insert into people.zz_parent (id, name, kind, seen, weight) values (gen_random_uuid(), '', '\\N', 'infinity', 'NaN');
    insert into people.zz_parent (id, name) select gen_random_uuid(), repeat('dài ', 1000000);
    insert into people.child (parent) select id from people.zz_parent;
    insert into people.event select date '2025-12-30' + n, 'e' || n from generate_series(0, 9) n;
    insert into people.session values ('live'); insert into ct.list values ('b', 'made by a person'); insert into pgboss.job values (1);
    create sequence ct.number_nn_2026; select setval('ct.number_nn_2026', 123); create sequence ct.unused start 5;`);
  await writeLedger(source);
}, 60_000);
afterAll(() => scratch?.stop());
beforeEach(() => {
  folder = mkdtempSync(join(scratch.folder, 'run-'));
});

const readMigrations = async (client: pg.Client) =>
  (await client.query('select name from ct.migration order by 1')).rows.map(row => row.name);
const make = (more: Partial<Parameters<typeof backup>[0]> = {}) =>
  backup({
    client: source,
    file: join(folder, `backup-${++count}.age`),
    lock: { passphrase },
    schemas,
    leaveOut: ['people.session', 'ct.migration'],
    migrations: readMigrations,
    now,
    logN: 10,
    ...more,
  });
async function put(file: string, more: Partial<Parameters<typeof restore>[0]> = {}) {
  const target = more.client ?? (await scratch.connect(await scratch.create()));
  const migrate = async () => void (await target.query(SCHEMA));
  const options = {
    client: target,
    file,
    key: { passphrase },
    knownMigrations: migrations,
    migrate,
    ...more,
  };
  return { target, run: () => restore(options) };
}
const code = async (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    error => error.code ?? error,
  );

describe('refusals', () => {
  test('a weak passphrase, no recipient, a file that is there: nothing is left behind', async () => {
    expect(await code(make({ lock: { passphrase: 'ngắn' } }))).toBe('backup.passphrase_short');
    expect(await code(make({ lock: { recipients: [] } }))).toBe('backup.key_malformed');
    expect(await code(make({ lock: { recipients: ['age1nothing'] } }))).toBe('backup.key_malformed');
    const file = join(folder, 'there.age');
    writeFileSync(file, 'precious');
    expect(await code(make({ file }))).toBe('backup.file_exists');
    expect(readFileSync(file, 'utf8')).toBe('precious');
    expect(await code(make({ migrations: () => Promise.reject(new Error('broken')) }))).toMatchObject({
      message: 'broken',
    });
    expect(readdirSync(folder)).toEqual(['there.age']);
    expect((await source.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  test('a role from which row security hides rows', async () => {
    await source.query(`create role backup_short; grant usage on schema people to backup_short; grant select on all tables in schema people to backup_short;
      alter table people.nothing enable row level security; set role backup_short`);
    try {
      expect(await code(make({ schemas: ['people'], migrations: async () => [] }))).toBe(
        'backup.may_not_read',
      );
    } finally {
      await source.query(
        'reset role; alter table people.nothing disable row level security; drop owned by backup_short; drop role backup_short',
      );
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a wrong passphrase, a wrong identity, not a backup', async () => {
    const { file } = await make();
    const { run, target } = await put(file, { key: { passphrase: `${passphrase}!` } });
    expect(await code(run())).toBe('backup.key_wrong');
    const pair = await newBackupKey();
    expect(await code((await put(file, { key: pair })).run())).toBe('backup.key_wrong');
    expect(await code((await put(file, { key: { identity: 'AGE-SECRET-KEY-1' } })).run())).toBe(
      'backup.key_malformed',
    );
    expect((await target.query("select from pg_namespace where nspname = 'people'")).rowCount).toBe(0);
    const other = join(folder, 'other');
    writeFileSync(other, 'PK');
    expect(await code((await put(other)).run())).toBe('backup.not_one');
  });

  test('damage anywhere: no row stays in the database', async () => {
    const { file, bytes } = await make();
    const whole = readFileSync(file);
    const spoilt = [0.3, 0.6, 0.9, 0.99999].map(part => {
      const copy = Buffer.from(whole);
      copy[Math.floor(bytes * part)]! ^= 1;
      return copy;
    });
    const last = Buffer.from(whole);
    last[bytes - 1]! ^= 1;
    spoilt.push(
      last,
      whole.subarray(0, bytes - 1),
      whole.subarray(0, Math.floor(bytes / 2)),
      whole.subarray(0, 200),
      Buffer.concat([whole, Buffer.of(0)]),
    );
    for (const [index, content] of spoilt.entries()) {
      const bad = join(folder, `bad-${index}`);
      writeFileSync(bad, content);
      const { run, target } = await put(bad);
      expect(await code(run()), `case ${index}`).toBe('backup.damaged');
      expect(await code(checkBackup(bad, { passphrase }))).toBe('backup.damaged');
      const there = await target.query("select to_regclass('people.zz_parent') as there");
      if (there.rows[0].there) expect((await target.query('select from people.zz_parent')).rowCount).toBe(0);
    }
  });

  test('a database with data, and one of another shape', async () => {
    const { file } = await make();
    const { run, target } = await put(file);
    await target.query(SCHEMA);
    await target.query('insert into people.nothing values (1)');
    expect(await code(run())).toBe('backup.database_not_empty');
    const other = await put(file, {});
    const changed = await put(file, {
      client: other.target,
      migrate: async () =>
        void (await other.target.query(`${SCHEMA}; alter table people.child add column more int`)),
    });
    expect(await code(changed.run())).toBe('backup.shape_differs');
    expect((await other.target.query('select from people.zz_parent')).rowCount).toBe(0);
  });

  test('a backup of a newer program', async () => {
    const { file } = await make();
    expect(await code((await put(file, { knownMigrations: ['0001-first.sql'] })).run())).toBe('backup.newer');
  });

  test('a trigger that changes rows on their way in', async () => {
    const { file } = await make({ schemas: ['people'] });
    const target = await scratch.connect(await scratch.create());
    const migrate = async () =>
      void (await target.query(`${SCHEMA};
        create function people.meddle() returns trigger language plpgsql as $$ begin new.what := 'x'; return new; end $$;
        create trigger meddle before insert on people.event for each row execute function people.meddle();
        alter table people.event enable always trigger meddle`));
    const { run } = await put(file, { client: target, migrate });
    expect(await code(run())).toBe('backup.rows_differ');
    expect((await target.query('select from people.event')).rowCount).toBe(0);
  });

  test('a ledger that was changed before the backup, or is not the one a witness signed', async () => {
    const { file } = await make();
    const held = [{ seq: 30, hash: Buffer.alloc(32) }];
    expect(await code((await put(file, { held })).run())).toBe('backup.ledger_broken');
    await source.query('alter table ledger.entry disable trigger all; begin');
    await source.query("update ledger.entry set name = 'nothing.happened' where id = $1", [
      log[41]!.entry!.id,
    ]);
    await source.query('commit');
    try {
      const forged = await make();
      const { run, target } = await put(forged.file);
      expect(await run().catch(error => error.message)).toContain('42 (entry)');
      expect((await target.query('select from ledger.entry')).rowCount).toBe(0);
    } finally {
      await source.query('update ledger.entry set name = $2 where id = $1', [
        log[41]!.entry!.id,
        log[41]!.entry!.name,
      ]);
      await source.query('alter table ledger.entry enable trigger all');
    }
  });
});

describe('a whole backup', () => {
  const dump = async (client: pg.Client) => {
    const tables = [
      'people.zz_parent',
      'people.child',
      'people.event',
      'people.event_2026',
      'people.nothing',
      'ct.list',
      'ledger.entry',
      'ledger.body',
      'ledger.chain',
    ];
    const dumped: Record<string, unknown> = {};
    for (const table of tables)
      dumped[table] = (
        await client.query(
          `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum, count(*) from ${table} t`,
        )
      ).rows[0];
    return dumped;
  };

  test('comes back equal, with sequences, without sessions and jobs; the ledger verifies', async () => {
    await source.query("set timezone = 'UTC'; set datestyle = 'ISO, YMD'");
    const seen: string[] = [];
    const made = await make({ onProgress: state => seen.push(state.table) });
    expect(made).toMatchObject({ tables: 8, ledger: { seq: 60 } });
    expect(existsSync(`${made.file}.${process.pid}.part`)).toBe(false);
    const { target, run } = await put(made.file, {
      held: [
        { seq: 20, hash: log[19]!.link.hash },
        { seq: 61, hash: Buffer.alloc(32) },
      ],
    });
    await target.query("set datestyle = 'SQL, DMY'; set timezone = 'Asia/Ho_Chi_Minh'");
    const result = await run();
    expect(result).toMatchObject({
      rows: made.rows,
      triggersOff: true,
      checkpointsBeyond: 1,
      keyring: 'none',
    });
    expect(result.ledger).toMatchObject({ ok: true, entries: 60, bodiesVerified: 40, unsealed: 0 });
    await target.query("set timezone = 'UTC'; set datestyle = 'ISO, YMD'");
    expect(await dump(target)).toEqual(await dump(source));
    expect((await target.query('select from people.session')).rowCount).toBe(0);
    expect(
      (await target.query("select nextval('ct.number_nn_2026') as next, nextval('ct.unused') as first"))
        .rows[0],
    ).toEqual({ next: '124', first: '5' });
    const inserted = await target.query(
      'insert into people.child (parent) select id from people.zz_parent limit 1 returning n',
    );
    expect(Number(inserted.rows[0].n)).toBe(3003);
    expect(await code(target.query('delete from ledger.entry'))).toBe('P0001');
    expect(new Set(seen).size).toBe(8);
    const checked = await checkBackup(made.file, { passphrase });
    expect(checked.tables.reduce((sum, table) => sum + table.rows, 0)).toBe(made.rows);
  });

  test('is one moment, while others go on writing', async () => {
    const writer = await scratch.connect(
      (await source.query('select current_database() as name')).rows[0].name,
    );
    const writing = async () => {
      const { rows } = await writer.query(
        "insert into people.zz_parent (id, name) values (gen_random_uuid(), 'meanwhile') returning id",
      );
      await writer.query('insert into people.child (parent) values ($1)', [rows[0].id]);
    };
    const before = await dump(source);
    const made = await make({
      migrations: async client => {
        const names = await readMigrations(client);
        await writing();
        return names;
      },
    });
    const { target, run } = await put(made.file);
    await run();
    expect(await dump(target)).toEqual(before);
    await source.query(
      "delete from people.child where parent in (select id from people.zz_parent where name = 'meanwhile'); delete from people.zz_parent where name = 'meanwhile'",
    );
  });

  test('opens with the identity of any of its recipients, and carries the keyring', async () => {
    const [one, two] = [await newBackupKey(), await newBackupKey()];
    const old = openKeyring({ home: join(folder, 'old'), now }).keyring;
    const bytes = readFileSync(old.file);
    const keyIds = listKeys(old).map(key => key.id);
    const made = await make({
      lock: { recipients: [one.recipient, two.recipient] },
      keyring: { bytes, keyIds },
    });
    const home = join(folder, 'new');
    expect(await (await put(made.file, { key: two, keyring: { home } })).run()).toMatchObject({
      keyring: 'restored',
    });
    expect(readFileSync(keyringFile(home))).toEqual(bytes);
    expect(openKeyring({ home, now, knownKeyIds: keyIds }).madeNow).toBe(false);
    expect(await (await put(made.file, { key: one, keyring: { home, keyIds } })).run()).toMatchObject({
      keyring: 'kept',
    });
    const foreign = openKeyring({ home: join(folder, 'foreign'), now }).keyring;
    const mixed = await put(made.file, {
      key: one,
      keyring: { home: join(folder, 'foreign'), keyIds: listKeys(foreign).map(key => key.id) },
    });
    expect(await code(mixed.run())).toBe('backup.keyring_foreign');
    expect((await mixed.target.query("select from pg_namespace where nspname = 'people'")).rowCount).toBe(0);
  });

  test('is cut into parts of whole rows, parents before children', async () => {
    const { file } = await make();
    const names: string[] = [];
    for await (const { name, bytes } of readArchive(file, { passphrase })) {
      names.push(name);
      if (name.endsWith('.copy')) expect(bytes.at(-1)).toBe(10);
    }
    expect(names.at(0)).toBe('header.json');
    expect(names.at(-1)).toBe('manifest.json');
    const place = (table: string) => names.findIndex(name => name.includes(`-${table}/`));
    expect(place('people.zz_parent')).toBeLessThan(place('people.child'));
    expect(place('ledger.entry')).toBeLessThan(place('ledger.body'));
    expect(names.filter(name => name.includes('zz_parent')).length).toBeGreaterThanOrEqual(1);
  });

  test('goes in under an owner who cannot switch triggers off', async () => {
    const { file } = await make();
    const name = await scratch.create();
    const target = await scratch.connect(name);
    await target.query(
      `create role backup_owner; grant create on database ${name} to backup_owner; set role backup_owner`,
    );
    try {
      const { run } = await put(file, { client: target });
      expect(await run()).toMatchObject({ triggersOff: false, ledger: { ok: true } });
      expect(await dump(target)).toEqual(await dump(source));
    } finally {
      await target.query('reset role; drop owned by backup_owner cascade; drop role backup_owner');
    }
  });

  test('the ledger can be verified in place', async () => {
    const query = async (sql: string, values: readonly unknown[]) =>
      (await source.query(sql, values as unknown[])).rows;
    expect(await verifyLedger(query, { held: [{ seq: 60, hash: log[59]!.link.hash }] })).toMatchObject({
      ok: true,
      unsealed: 0,
    });
    await source.query('begin; alter table ledger.entry disable trigger all');
    await source.query("update ledger.entry set made_at = made_at + interval '1 microsecond' where id = $1", [
      log[9]!.entry!.id,
    ]);
    expect((await verifyLedger(query)).firstBroken).toEqual({
      seq: 10,
      entryId: log[9]!.entry!.id,
      why: 'entry',
    });
    await source.query("update ledger.entry set made_at = '2026-11-24 01:02:10.12+00 BC' where id = $1", [
      log[9]!.entry!.id,
    ]);
    expect((await verifyLedger(query, { bodies: false })).firstBroken?.seq).toBe(10);
    await source.query('rollback');
  });
});
