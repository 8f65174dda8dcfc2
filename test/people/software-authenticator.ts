/** An authenticator as WebAuthn has them, in memory: ES256, a PIN that is always right, and every lie that a test wants told. */
import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type {
  Creation,
  GivenCredential,
  MadeCredential,
  PasskeyRequest,
} from '../../domain/passkeys.ts';

interface Kept {
  id: Buffer;
  key: KeyObject;
  host: string;
  owner: Buffer;
  counter: number;
}

/** What it says in place of the truth. */
interface Said {
  /** Where the browser shows the page. */
  origin: string;
  /** For which relying party it is. */
  host?: string;
  /** Whether it knows its person. */
  verified?: boolean;
  counter?: number;
  /** Whose it is. */
  owner?: string;
  type?: string;
  crossOrigin?: boolean;
}

const [present, verifiedFlag, attested] = [0x01, 0x04, 0x40];
const idBytes = 32;

export class SoftwareAuthenticator {
  readonly #kept: Kept[] = [];
  /** Of those that sync, which do not count, it is 0 for ever. */
  readonly #step: number;

  constructor({ counts = true } = {}) {
    this.#step = counts ? 1 : 0;
  }

  make({ challenge, rp, user }: Creation, said: Said): MadeCredential {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const id = randomBytes(idBytes);
    const owner = Buffer.from(user.id, 'base64url');
    this.#kept.push({ id, key: privateKey, host: rp.id, owner, counter: 0 });
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const authData = Buffer.concat([
      headOf(said.host ?? rp.id, attested, said, 0),
      ...[Buffer.alloc(16), length, id, coseKey(publicKey)],
    ]);
    const attestation = new Map<string, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ]);
    return {
      ...{ id: text(id), rawId: text(id), type: 'public-key' },
      response: {
        clientDataJSON: clientData('webauthn.create', challenge, said),
        attestationObject: text(cbor(attestation)),
        transports: ['internal'],
      },
    };
  }

  /** By the passkey that it made last for that server. */
  give({ challenge, rpId }: PasskeyRequest, said: Said): GivenCredential {
    const kept = this.#kept.findLast(({ host }) => host === rpId);
    if (!kept) throw new Error(`nothing was made for ${rpId}`);
    kept.counter += this.#step;
    const authData = headOf(said.host ?? rpId, 0, said, said.counter ?? kept.counter);
    const clientDataJSON = clientData('webauthn.get', challenge, said);
    const digest = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest();
    return {
      ...{ id: text(kept.id), rawId: text(kept.id), type: 'public-key' },
      response: {
        clientDataJSON,
        authenticatorData: text(authData),
        signature: text(sign('sha256', Buffer.concat([authData, digest]), kept.key)),
        userHandle: text(said.owner === undefined ? kept.owner : Buffer.from(said.owner)),
      },
    };
  }
}

function headOf(host: string, flags: number, { verified = true }: Said, counter: number): Buffer {
  const rest = Buffer.alloc(5);
  rest.writeUInt8(flags | present | (verified ? verifiedFlag : 0));
  rest.writeUInt32BE(counter, 1);
  return Buffer.concat([createHash('sha256').update(host).digest(), rest]);
}

function clientData(usual: string, challenge: string, said: Said): string {
  const { type = usual, origin, crossOrigin = false } = said;
  return text(Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin })));
}

/** As COSE has it: an elliptic curve (1: 2), ES256 (3: -7), P-256 (-1: 1), x and y. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return cbor(
    new Map<number, Cbor>([
      ...([
        [1, 2],
        [3, -7],
        [-1, 1],
      ] as const),
      [-2, Buffer.from(x, 'base64url')],
      [-3, Buffer.from(y, 'base64url')],
    ]),
  );
}

type Cbor =
  number | string | Buffer | Map<number | string, Cbor> | Map<number, Cbor> | Map<string, Cbor>;

/** The little of CBOR (RFC 8949) that there is in it. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') {
    const bytes = Buffer.from(value);
    return Buffer.concat([head(3, bytes.length), bytes]);
  }
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value].flatMap(([key, each]) => [cbor(key), cbor(each)]);
  return Buffer.concat([head(5, value.size), ...entries]);
}

function head(major: number, count: number): Buffer {
  const type = major << 5;
  if (count < 24) return Buffer.from([type | count]);
  if (count < 256) return Buffer.from([type | 24, count]);
  return Buffer.from([type | 25, count >> 8, count & 0xff]);
}

function text(bytes: Buffer): string {
  return bytes.toString('base64url');
}
