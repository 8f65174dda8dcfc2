import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser';
import { messages } from '../../../domain/messages/later.ts';
import type { Passkey } from '../../../domain/passkeys.ts';
import type { CallerInfo } from '../../../domain/people.ts';
import { send } from '../api/fetch.ts';

const text = messages.passkeysPage;

/** Whether this browser has passkeys at this address; else why not, in words. */
export function noPasskeysHere(): string | null {
  const { hostname, origin, protocol, port } = location;
  // An address of IPv6 stands in brackets.
  if (/^[\d.]+$|^\[/.test(hostname))
    return text.noName(origin, `${protocol}//localhost${port === '' ? '' : `:${port}`}`);
  return isSecureContext && 'PublicKeyCredential' in globalThis ? null : text.notHere;
}

/** Has the browser give a passkey, whosever it is. Throws with words for a person. */
export async function signInByPasskey(): Promise<CallerInfo> {
  const optionsJSON = await send('beginPasskeySignIn', {}, undefined);
  const credential = await byBrowser(startAuthentication({ optionsJSON }));
  return send('signInByPasskey', {}, { credential });
}

/** Has the browser make a passkey, and answers all that there are then. Throws with words for a person. */
export async function addPasskey(name: string, password: string): Promise<Passkey[]> {
  const optionsJSON = await send('beginPasskey', {}, { password });
  const credential = await byBrowser(startRegistration({ optionsJSON }));
  return (await send('addPasskey', {}, { name, credential })).items;
}

async function byBrowser<T>(ceremony: Promise<T>): Promise<T> {
  try {
    return await ceremony;
  } catch (error) {
    throw new Error(reasonOf(error), { cause: error });
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return text.failed(String(error));
  // Browsers say no more of who broke off, had no passkey, or waited too long, so that no site learns which.
  if (error.name === 'NotAllowedError' || error.name === 'AbortError') return text.brokenOff;
  const isThere =
    error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED';
  return isThere ? text.isThere : text.failed(error.message);
}
