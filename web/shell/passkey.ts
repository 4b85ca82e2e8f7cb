/* Passkeys in the browser. The library is loaded with the first use; a person who closes the browser's own window gets `passkey.stopped`, not a defect. */
import { api, Refusal } from '../datasource.ts';

type Library = typeof import('@simplewebauthn/browser');

export async function signInWithPasskey(): Promise<void> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const optionsJSON = await api<Parameters<Library['startAuthentication']>[0]['optionsJSON']>(
    'auth/passkey/options',
    {},
  );
  const response = await startAuthentication({ optionsJSON }).catch(stopped);
  await api('auth/passkey', { response });
}

/** Makes a new passkey for the signed-in officer; `name` is how the officer will know the device. */
export async function addPasskey(name: string): Promise<void> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = await api<Parameters<Library['startRegistration']>[0]['optionsJSON']>(
    'auth/passkey/new/options',
    {},
  );
  const response = await startRegistration({ optionsJSON }).catch(stopped);
  await api('auth/passkey/new', { name, response });
}

function stopped(): never {
  throw new Refusal('passkey.stopped', 400);
}
