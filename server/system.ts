/* The whole system put together: data folder, keys, database, migrations, door, ledger, HTTP. `server/main.ts` serves it; the command line and the tests use
 * the same pieces. */
import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type Instant, instantOf } from '../kernel/day.ts';
import { newId } from '../kernel/id.ts';
import { postHeld, roleNames } from '../modules/agencies/index.ts';
import type { Db as AuthDb, AuthDeps, AuthEvent, WholeSession } from './auth/index.ts';
import { erasedFile, keepErased } from './backup/erased.ts';
import { type Door, openDoor } from './db/door.ts';
import { type Connection, type Embedded, startEmbedded } from './db/embedded.ts';
import { findPlace, homeFolder, makeHome } from './db/home.ts';
import { migrate } from './db/migrate.ts';
import { databaseName, superuser } from './db/postmaster.ts';
import { isStartError } from './db/start-error.ts';
import { connectionOf } from './db/url.ts';
import { makeDeadlineBoard } from './deadlines.ts';
import { makeApp } from './http/app.ts';
import { sealLedger, startSequencer } from './ledger/verify.ts';
import { tell } from './ledger/write.ts';
import { loadPlaces } from './places.ts';
import { root } from './root.ts';
import { open, seal } from './seal/envelope.ts';
import { currentKey, type Keyring, keyringFile, keyringWarning, openKeyring } from './seal/keyring.ts';
import { writeNew } from './seal/whole-file.ts';
import { limitsFollow, startRemaking } from './worker/deadlines.ts';
import { startSweeping } from './worker/sweep.ts';

export const version = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string })
  .version;

export interface Base {
  readonly home: string;
  readonly keyring: Keyring;
  /** As owner: for migrations, seeds and backups. */
  readonly owner: Connection;
  /** As the application's own role. */
  readonly app: Connection;
  readonly embedded: Pick<Embedded, 'connection' | 'stop' | 'pid'> | null;
  stop(): Promise<void>;
}

export interface BaseOptions {
  readonly home?: string;
  readonly databaseUrl?: string | undefined;
  readonly say?: (vi: string, en: string) => void;
  readonly migrateNow?: boolean;
  /** False when the keys come from elsewhere (a restore): then there may be none yet. */
  readonly makeKeys?: boolean;
  /** Beside a server that already runs on the folder, use its database instead of refusing. */
  readonly join?: boolean;
}

/** The password of chungtay_app on a server of one's own; made once and kept beside the keys. */
function appPassword(home: string): string {
  const file = join(home, 'keys', 'database-password');
  if (!existsSync(file)) writeNew(file, Buffer.from(`${randomBytes(24).toString('base64url')}\n`));
  return readFileSync(file, 'utf8').trim();
}

/** Brings up what everything needs: keys, a database with the present schema. */
export async function openBase(options: BaseOptions = {}): Promise<Base> {
  const home = options.home ?? homeFolder();
  await makeHome(home);
  const wantsKeys = options.makeKeys !== false || existsSync(keyringFile(home));
  const { keyring, madeNow } = wantsKeys
    ? openKeyring({ home, now: instantOf(Date.now()) })
    : { keyring: noKeys, madeNow: false };
  if (madeNow)
    options.say?.(
      keyringWarning.vi.replaceAll('{file}', keyring.file),
      keyringWarning.en.replaceAll('{file}', keyring.file),
    );
  const url = options.databaseUrl ?? process.env.DATABASE_URL;
  if (url) {
    const owner = connectionOf(url);
    const password = appPassword(home);
    if (options.migrateNow !== false) await migrate(owner, { appPassword: password });
    return {
      home,
      keyring,
      owner,
      app: { ...owner, user: 'chungtay_app', password },
      embedded: null,
      stop: async () => undefined,
    };
  }
  const embedded = options.join ? await startOrJoin(home) : await startEmbedded(home);
  const owner = embedded.connection;
  try {
    if (options.migrateNow !== false) await migrate(owner);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  return {
    home,
    keyring,
    owner,
    app: { ...owner, user: 'chungtay_app' },
    embedded,
    stop: () => embedded.stop(),
  };
}

/** Stands for a keyring while a restore brings one; nothing can be sealed with it. */
const noKeys = { file: '', keys: [], passphrase: null, logN: 0, stamp: '', lookedAt: 0 } as Keyring;

/** The embedded database of the folder: started here, or that of the server that already runs on it (which `stop` then leaves alone). */
async function startOrJoin(home: string): Promise<Pick<Embedded, 'connection' | 'stop' | 'pid'>> {
  try {
    return await startEmbedded(home, { log: () => undefined });
  } catch (error) {
    if (!isStartError(error) || error.code !== 'database.already_running') throw error;
    const place = await findPlace(await realpath(home), { log: () => undefined });
    return {
      connection: { host: place.sockets, port: 5432, user: superuser, database: databaseName },
      stop: async () => undefined,
      pid: () => undefined,
    };
  }
}

/** Whether this is the invented province: only then may the cast be entered with one press. */
export async function isInvented(door: Door): Promise<boolean> {
  const rows = await door.as({ system: 'ct_system' }, db =>
    db.query<{ value: string }>("select value from ct.installation where name = 'world'"),
  );
  return rows[0]?.value === 'invented';
}

export interface SystemOptions {
  readonly now?: () => Instant;
  readonly log?: (line: object) => void;
  readonly pages?: boolean;
  readonly connections?: number;
}

export interface System {
  readonly app: FastifyInstance;
  readonly door: Door;
  stop(): Promise<void>;
}

/** Three for each core: more only take turns (on two cores twelve answered a tenth less a second than six, four somewhat less). */
const usualConnections = Math.min(24, Math.max(6, 3 * availableParallelism()));

/** The application on an open base. */
export async function makeSystem(
  base: Pick<Base, 'app' | 'keyring'>,
  options: SystemOptions = {},
): Promise<System> {
  const now = options.now ?? (() => instantOf(Date.now()));
  const door = openDoor(base.app, {
    most: options.connections ?? Number(process.env.CHUNGTAY_CONNECTIONS ?? usualConnections),
  });
  await sealLedger(door);
  await door.as({ system: 'ct_system' }, loadPlaces);
  const invented = await isInvented(door);
  const sequencer = startSequencer(door);
  const limits = makeDeadlineBoard(door, now);
  // What failed is told by its kind alone: an error of the database quotes the row it is about.
  const failed = (error: unknown) =>
    options.log?.({
      level: 'error',
      at: now(),
      task: 'deadlines',
      error: (error as { code?: string }).code ?? (error as Error).name,
    });
  const remaking = startRemaking(door, now, { changed: limits.forget, failed });
  const sweeping = startSweeping(door, now, () => keepErased(door, erasedFile(base.keyring)));
  const app = await makeApp({
    door,
    keyring: base.keyring,
    now,
    limits,
    version,
    log: options.log ?? (() => undefined),
    ...(options.pages === undefined ? {} : { pages: options.pages }),
    committed({ writes }) {
      sequencer.nudge();
      if (Object.keys(writes).some(record => limitsFollow.has(record))) remaking.nudge();
    },
    auth: authDeps(door, base.keyring, now, invented),
  });
  return {
    app,
    door,
    async stop() {
      await app.close();
      await sweeping.stop();
      await remaking.stop();
      await sequencer.stop();
      await door.close();
    },
  };
}

/** Signing in on our door, keys and ledger. */
export function authDeps(door: Door, keyring: Keyring, now: () => Instant, invented: boolean): AuthDeps {
  // `auth.totp.secret_sealed.<id>`, as signing in names it: table, column and row, so that turning the keys over finds it like any other.
  const place = (name: string) => {
    const [schema, table, column, recordId] = name.split(/[./|]/);
    return { table: `${schema}.${table}`, column: column!, recordId: recordId! };
  };
  return {
    asAuth: work => door.as({ system: 'ct_auth' }, work),
    now,
    seal: (plain, name) => seal(keyring, place(name), plain),
    open: (sealed, name) => open(keyring, place(name), sealed),
    blind: (purpose, value) =>
      createHmac('sha256', currentKey(keyring, 'index').key).update(`auth|${purpose}|${value}`).digest(),
    record: (db, event) => tellAuth(db, event, now()),
    greet: found => greet(door, found, invented),
    settings: {
      publicUrl: process.env.PUBLIC_URL ?? null,
      allowHttp: process.env.CHUNGTAY_ALLOW_HTTP === '1',
      invented,
      secondFactor: 'required',
      idleMinutes: role => (role === 'border_officer' ? 30 : 15),
    },
  };
}

/** What was only tried may have been tried by anybody: the ledger names the account, not its officer as the one who did it. */
const onlyTried = /\.(refused|locked)$/;

/** Auth events in the ledger: ids only. The officer's own post is not known yet when she signs in. */
async function tellAuth(db: AuthDb, event: AuthEvent, now: Instant): Promise<void> {
  const officer = event.by ?? (onlyTried.test(event.name) ? null : event.officer);
  const who = { ...(officer ? { officer } : {}), ...(event.session ? { session: event.session } : {}) };
  await tell(db, who, now, {
    id: newId(),
    kind: 'auth',
    name: event.name,
    subjectRecord: 'officer',
    ...(event.officer ? { subject: event.officer } : {}),
    body: { session: event.session, by: event.by ?? null, details: event.details ?? {} },
  });
}

interface CastRow {
  readonly key: string;
  readonly name: string;
  readonly title: string | null;
  readonly titleEn: string | null;
  readonly role: string;
  readonly office: string;
  readonly officeEn: string;
}

/** What a page needs at its start: who may enter the invented province with one press, or what the signed-in officer has before her. */
async function greet(door: Door, found: WholeSession | null, invented: boolean): Promise<object> {
  if (!found) {
    if (!invented) return {};
    const rows = await door.as({ system: 'ct_auth' }, db =>
      db.query<CastRow>(
        `select distinct on (o.cast_key) o.cast_key as key, o.name, o.title, o.title_en as "titleEn", p.role, f.name as office, f.name_en as "officeEn"
           from officer o join post p on p.officer = o.id join office f on f.id = p.office
          where o.cast_key is not null and p.delegated_from is null and ${postHeld('p')}
          order by o.cast_key, p.valid_from`,
      ),
    );
    // Who each of them is, in a line; written with the invented province.
    const [told] = await door.as({ system: 'ct_auth' }, db =>
      db.query<{ value: string }>("select value from ct.installation where name = 'cast'"),
    );
    const who = told ? (JSON.parse(told.value) as Record<string, { vi: string; en: string }>) : {};
    // In the order of the way home: who meets a person first stands first.
    const place = (row: CastRow) => (roleNames as readonly string[]).indexOf(row.role);
    rows.sort((a, b) => place(a) - place(b) || (a.office < b.office ? -1 : 1));
    return { cast: rows.map(row => ({ ...row, who: who[row.key] ?? null })) };
  }
  const standing = { role: found.role, session: found.secret };
  const [counts] = await door.as(standing, db =>
    db.query<{ unread: number; office: string; officeEn: string; agency: string }>(
      `select (select count(*) from notice n where n.read_at is null and (n.to_office = any (ct.reach($1)) or n.to_officer = $2)) as unread,
              o.short_name as office, coalesce(o.short_name_en, o.name_en) as "officeEn", a.key as agency
         from office o join agency a on a.id = o.agency where o.id = $3`,
      [`ct_${found.role}`, found.officer.id, found.post.office],
    ),
  );
  return {
    unread: Number(counts?.unread ?? 0),
    officeName: counts?.office,
    officeNameEn: counts?.officeEn,
    agency: counts?.agency,
  };
}
