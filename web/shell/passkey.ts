/* Passkeys in the browser. The library is loaded with the first use; a person who closes the browser's own window gets `passkey.stopped`, not a defect. */
import { api, type NextStep, Refusal } from '../datasource.ts';

type Library = typeof import('@simplewebauthn/browser');

/** What the device signed, for signing in or for proving again who one is. */
export async function askPasskey() {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const optionsJSON = await api<Parameters<Library['startAuthentication']>[0]['optionsJSON']>(
    'auth/passkey/options',
    {},
  );
  return startAuthentication({ optionsJSON }).catch(stopped);
}

/** Makes a new passkey for this officer; `name` is how the officer will know the device. Recovery codes come with the first factor. */
export async function addPasskey(
  name: string,
): Promise<{ next: NextStep; recoveryCodes?: readonly string[] }> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = await api<Parameters<Library['startRegistration']>[0]['optionsJSON']>(
    'auth/passkey/new/options',
    {},
  );
  const response = await startRegistration({ optionsJSON }).catch(stopped);
  return api('auth/passkey/new', { name, response });
}

function stopped(): never {
  throw new Refusal('passkey.stopped', 400);
}
