/** What a browser says of a passkey is held against what it was asked. */
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { z } from 'zod';
import type { GivenCredential, MadeCredential } from '../../domain/passkeys.ts';
import type { PasskeyPlace } from './passkey-place.ts';

/** EdDSA, ECDSA and RSA, which all that is sold has one of. */
export const passkeyAlgorithms = [-8, -7, -257];

const clientDataSchema = z.object({
  challenge: z.string(),
  origin: z.string(),
  crossOrigin: z.literal(false).optional(),
});

interface ClientData {
  challenge: string;
  origin: string;
}

/** What the browser says that it was asked, and where; null where it says nothing of the kind, or was within another site's page. */
export function clientDataOf(credential: MadeCredential | GivenCredential): ClientData | null {
  const written = Buffer.from(credential.response.clientDataJSON, 'base64url').toString('utf8');
  try {
    return clientDataSchema.parse(JSON.parse(written));
  } catch {
    return null;
  }
}

interface Asked {
  challenge: string;
  place: PasskeyPlace;
}

/** What is kept of a passkey. */
export interface Made {
  credential: string;
  /** COSE, in base 64. */
  public_key: string;
  counter: number;
  transports: string[];
}

/** The passkey that was made as it was asked for, and by somebody whom the device knows; null for any other. */
export async function madePasskey(
  credential: MadeCredential,
  { challenge, place }: Asked,
): Promise<Made | null> {
  const { registrationInfo } = await unlessRefused(() =>
    verifyRegistrationResponse({
      response: { ...credential, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: place.origin,
      expectedRPID: place.host,
      requireUserVerification: true,
      supportedAlgorithmIDs: passkeyAlgorithms,
    }),
  );
  if (!registrationInfo) return null;
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
  const public_key = Buffer.from(publicKey).toString('base64');
  return { credential: id, public_key, counter, transports };
}

/** How far an authenticator has counted, where its passkey signed what was asked, for somebody whom it knows; null where not. */
export async function signedCounter(
  credential: GivenCredential,
  publicKey: string,
  { challenge, place }: Asked,
): Promise<number | null> {
  const { verified, authenticationInfo } = await unlessRefused(() =>
    verifyAuthenticationResponse({
      response: { ...credential, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: place.origin,
      expectedRPID: place.host,
      requireUserVerification: true,
      // Whether it has counted on is known when it is used, in the database: two may come at once.
      credential: {
        id: credential.id,
        publicKey: Uint8Array.from(Buffer.from(publicKey, 'base64')),
        counter: 0,
      },
    }),
  );
  return verified && authenticationInfo ? authenticationInfo.newCounter : null;
}

/** The library throws plain errors for whatever is not as it was asked, and so do its readers of bytes that anybody may send. */
async function unlessRefused<T extends { verified: boolean }>(
  verify: () => Promise<T>,
): Promise<Partial<T>> {
  try {
    return await verify();
  } catch {
    return {};
  }
}
