/* A `postgresql://` URL as `pg` wants it: the form `urlOf` writes for the embedded database, and the usual ones with a host name. */
import type { Connection } from './embedded.ts';

export function connectionOf(url: string): Connection {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  return {
    host: searchParams.get('host') ?? decodeURIComponent(hostname),
    port: Number(searchParams.get('port') ?? (port || 5432)),
    user: decodeURIComponent(username) || 'postgres',
    database: decodeURIComponent(pathname.slice(1)) || 'postgres',
    ...(password ? { password: decodeURIComponent(password) } : {}),
  };
}
