/* The embedded PostgreSQL's configuration files. They are written anew at each start, so that an update of the system updates them too;
 * a computer that is bigger or smaller than a district office's is tuned in `local.conf` beside them, which is read last and never touched. */
import { userInfo } from 'node:os';

export type Settings = Readonly<Record<string, string | number | boolean>>;

/** For two cores, some 450 MB for the whole system, and data that must survive a power cut. */
const common: Settings = {
  listen_addresses: '',
  port: 5432,
  unix_socket_permissions: '0700',
  cluster_name: 'chungtay',
  max_connections: 60,
  shared_buffers: '192MB',
  huge_pages: 'off',
  work_mem: '6MB',
  maintenance_work_mem: '48MB',
  effective_cache_size: '256MB',
  random_page_cost: 1.1,
  jit: false,
  max_worker_processes: 4,
  max_parallel_workers: 2,
  max_parallel_workers_per_gather: 1,
  max_logical_replication_workers: 0,
  autovacuum_max_workers: 2,
  autovacuum_vacuum_scale_factor: 0.1,
  autovacuum_analyze_scale_factor: 0.05,
  fsync: true,
  full_page_writes: true,
  synchronous_commit: true,
  wal_compression: true,
  min_wal_size: '80MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  TimeZone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // An ERROR quotes the value it is about, a statement its literals, a DETAIL the whole row: none may reach a log. The application logs
  // its own errors; here remain starts, stops, checkpoints, crashes (LOG ranks above ERROR in a server log).
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
  log_checkpoints: false,
};

function settingsOf(major: number): Settings {
  return {
    ...common,
    // After a crash one call for the file system instead of one for each of a thousand files: recovery is several times quicker.
    ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
    // Reading in the server processes themselves spares three worker processes.
    ...(major >= 18 ? { io_method: 'sync' } : {}),
  };
}

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

function line(name: string, value: string | number | boolean): string {
  return `${name} = ${typeof value === 'boolean' ? (value ? 'on' : 'off') : quote(String(value))}`;
}

/** The text of postgresql.conf; `changes` (of a bench or a test) win over ours, `local.conf` over both. */
export function postgresqlConf(major: number, sockets: string, changes: Settings = {}): string {
  const settings = { ...settingsOf(major), ...changes };
  return [
    '# Written by server/db/settings.ts at every start. Put your own settings in local.conf beside this file.',
    line('unix_socket_directories', `"${sockets.replaceAll('"', '""')}"`),
    ...Object.entries(settings).map(([name, value]) => line(name, value)),
    "include_if_exists = 'local.conf'",
    '',
  ].join('\n');
}

function systemUser(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    return undefined;
  }
}

/**
 * pg_hba.conf and pg_ident.conf: only over the socket (whose folder only root and the database's user can enter), and only for the system
 * user that runs the application. Where that user has no name (a container with a bare uid), or before PostgreSQL 16 (whose maps cannot
 * say "any role"), the folder alone is the guard.
 */
export function accessFiles(major: number): { readonly hba: string; readonly ident: string } {
  const user = systemUser();
  if (!user || major < 16) return { hba: 'local all all trust\n', ident: '' };
  return { hba: 'local all all peer map=chungtay\n', ident: `chungtay "${user}" all\n` };
}
