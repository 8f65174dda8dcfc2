import { z } from 'zod';

/** Passkeys (WebAuthn): what is told of them, and what browsers and servers say to each other about them. */

/** More than anybody has devices. */
export const mostPasskeys = 20;

export const passkeyNameSchema = z.string().trim().min(1).max(100);

const moment = z.iso.datetime();

export const passkeySchema = z.object({
  id: z.string(),
  name: z.string().meta({ description: 'what its person calls it' }),
  host: z.string().meta({ description: 'under which name of this server it serves' }),
  created: moment,
  last_used: moment.nullable(),
});
export type Passkey = z.infer<typeof passkeySchema>;

/** Bytes, as WebAuthn writes them. */
const base64url = (most: number) =>
  z
    .string()
    .regex(/^[\w-]+$/)
    .max(most);

const [longestId, longestData] = [1_400, 4_096];
/** With a certificate or two, where an authenticator says more of itself than it was asked for. */
const longestAttestation = 16_384;

const credential = {
  id: base64url(longestId),
  rawId: base64url(longestId),
  type: z.literal('public-key'),
};

/** What a browser says of a passkey that was just made (`RegistrationResponseJSON`). */
export const madeCredentialSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(longestData),
    attestationObject: base64url(longestAttestation),
    transports: z.array(z.string().max(40)).max(10).optional(),
  }),
});
export type MadeCredential = z.infer<typeof madeCredentialSchema>;

/** What a browser says of a passkey by which somebody signs in (`AuthenticationResponseJSON`). */
export const givenCredentialSchema = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(longestData),
    authenticatorData: base64url(longestData),
    signature: base64url(longestData),
    userHandle: base64url(longestId).optional(),
  }),
});
export type GivenCredential = z.infer<typeof givenCredentialSchema>;

const asked = {
  challenge: z.string().meta({ description: 'serves once, for some minutes' }),
  timeout: z.int(),
};

/** How a browser is to have a passkey made (`PublicKeyCredentialCreationOptionsJSON`). */
export const creationSchema = z.object({
  ...asked,
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ alg: z.int(), type: z.literal('public-key') })),
  excludeCredentials: z.array(
    z.object({
      id: z.string(),
      type: z.literal('public-key'),
      transports: z.array(z.string()).optional(),
    }),
  ),
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
  attestation: z.literal('none'),
});
export type Creation = z.infer<typeof creationSchema>;

/** How a browser is to ask for a passkey (`PublicKeyCredentialRequestOptionsJSON`): for any that it has for this server. */
export const requestSchema = z.object({
  ...asked,
  rpId: z.string(),
  userVerification: z.literal('required'),
});
export type PasskeyRequest = z.infer<typeof requestSchema>;
