/* Where this server is reached, for one request: the origin a browser must come from, the name passkeys are bound to, and the session
 * cookie. On a network everything needs https; plain http works only on the machine itself, or after an explicit setting whose cookie
 * anybody on that network can read. Safari refuses Secure cookies on http://localhost; Chromium and Firefox take them. */
import { isIP } from 'node:net';
import { Problem } from '../../kernel/problem.ts';
import type { AuthSettings } from './deps.ts';

export interface Place {
  readonly origin: string;
  /** The name passkeys are bound to; null where browsers offer none (an IP address, plain http on a network). */
  readonly rpId: string | null;
  readonly cookie: '__Host-ct' | 'ct';
  readonly secure: boolean;
}

/**
 * The place of a request. `host` is the Host header with its port, `protocol` what the browser spoke (behind a trusted proxy).
 * A public address needs `publicUrl`: a Host header alone is chosen by whoever sends it, and with it the origin would be too.
 * @throws Problem `request.insecure` for plain http, or for an address nobody declared.
 */
export function getPlace(
  settings: Pick<AuthSettings, 'publicUrl' | 'allowHttp'>,
  request: { readonly protocol: string; readonly host: string },
): Place {
  const asked = parseOrigin(`${request.protocol}://${request.host}`);
  if (asked && isLoopback(asked.hostname)) return placeAt(asked, true);
  const declared = settings.publicUrl === null ? null : parseOrigin(settings.publicUrl);
  const url = declared ?? (settings.allowHttp ? asked : null);
  if (!url) throw new Problem('request.insecure');
  if (url.protocol !== 'https:' && !isLoopback(url.hostname) && !settings.allowHttp) {
    throw new Problem('request.insecure');
  }
  return placeAt(url, url.protocol === 'https:' || isLoopback(url.hostname));
}

/** The session token in a Cookie header, or null. Two cookies of that name are somebody's trick, and count as none. */
export function findToken(place: Place, header: string | undefined): string | null {
  const pairs = (header ?? '').split(';').map(pair => pair.trim());
  const tokens = pairs.filter(pair => pair.startsWith(`${place.cookie}=`));
  const token = tokens.length === 1 ? tokens[0]!.slice(place.cookie.length + 1) : '';
  return /^[\w-]{43}$/.test(token) ? token : null;
}

/** The Set-Cookie value that gives (or with null takes away) the session. It has no age: it goes when the browser is closed. */
export function sessionCookie(place: Place, token: string | null): string {
  const ending = token === null ? '; Max-Age=0' : '';
  return `${place.cookie}=${token ?? ''}; Path=/; HttpOnly${place.secure ? '; Secure' : ''}; SameSite=Strict${ending}`;
}

function placeAt(url: URL, secure: boolean): Place {
  const bare = url.hostname.replace(/^\[|\]$/g, '');
  return {
    origin: url.origin,
    rpId: secure && isIP(bare) === 0 ? url.hostname : null,
    cookie: secure ? '__Host-ct' : 'ct',
    secure,
  };
}

function parseOrigin(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127\.\d+\.\d+\.\d+$/.test(hostname)
  );
}
