/* What the addresses of signing in take; gathered in server/http/described.ts. The limits that count are in the routes' own schemas. */
import type { Described, JsonBody } from '../../kernel/act/openapi.ts';

const id = { type: 'string', format: 'uuid' } as const;
const code = { type: 'string', minLength: 6, maxLength: 64 } as const;
const text = (maxLength: number) => ({ type: 'string', maxLength }) as const;
/** What a browser's own interface for passkeys gives (WebAuthn), as it gives it. */
const response = { type: 'object', additionalProperties: true } as const;

const next = 'The next step of signing in, or `done`; the session is a cookie';
const post = (
  url: string,
  summary: string,
  body: JsonBody = {},
  answer = 'Nothing more',
  required: readonly string[] = Object.keys(body),
): Described => ({ method: 'POST', url: `/api/${url}`, summary, body, required, answer });

export const authDescribed: readonly Described[] = [
  {
    method: 'GET',
    url: '/api/session',
    summary: 'Who is signed in, in which post, until when',
    answer: 'The session, or that there is none',
  },
  post('session/post', 'Goes on in another post of one’s own', { post: id }, next),
  post('session/lang', 'The language of screens and refusals', { lang: { enum: ['vi', 'en'] } }),
  post('auth/password', 'Signs in by e-mail and password', { email: text(254), password: text(512) }, next),
  post('auth/password/change', 'A new password', { current: text(512), password: text(512) }, next),
  post('auth/reset', 'A password chosen with a one-time code', {
    email: text(254),
    code: text(64),
    password: text(512),
  }),
  post('auth/totp', 'The second factor: a code of the authenticator', { code }, next),
  post('auth/totp/begin', 'A new authenticator: its secret as text and picture', {}, 'Shown once'),
  post('auth/totp/confirm', 'The new authenticator’s first code', { code }, next),
  post('auth/recovery', 'A recovery code in place of the second factor', { code }, next),
  post('auth/recovery/renew', 'New recovery codes; the old ones end', {}, 'The codes, shown once'),
  post('auth/step-up', 'Confirms that it is still the same person', { code, response }, next, []),
  post('auth/passkey/options', 'What a passkey is asked', {}, 'A challenge'),
  post('auth/passkey', 'Signs in by passkey', { response }, next),
  post('auth/passkey/new/options', 'What a new passkey is asked', {}, 'A challenge'),
  post('auth/passkey/new', 'Adds a passkey', { name: text(60), response }, next),
  post('auth/passkeys', 'The caller’s passkeys', {}, 'Names and days'),
  post('auth/passkeys/end', 'Ends a passkey, and the sessions opened elsewhere', { id }),
  {
    method: 'GET',
    url: '/api/auth/factors',
    summary: 'Which second factors the caller has',
    answer: 'An authenticator, and how many recovery codes',
  },
  post('auth/sessions', 'The caller’s sessions', {}, 'Devices and times'),
  post('auth/sessions/end', 'Ends one of them', { id }),
  post('auth/sessions/end-others', 'Ends all but this one', {}, 'How many ended'),
  post('auth/sign-out', 'Signs out'),
  post(
    'auth/cast',
    'Enters as one of the standing cast; in the invented province only',
    { key: text(60) },
    next,
  ),
];
