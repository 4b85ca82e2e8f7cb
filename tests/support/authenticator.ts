/* A software passkey for tests: makes and uses P-256 credentials as a browser and a security key would together, and can be told to lie
 * (another place, another challenge, no verification of the person, a counter that goes back). Attestation is `none`, as we ask for. */
import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

export interface Lie {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  /** The person was only present (a touch), not verified (PIN or finger). */
  readonly unverified?: boolean;
  /** The counter the key reports; without it, one more than last time. */
  readonly counter?: number;
  /** A signature by some other key. */
  readonly forged?: boolean;
}

export interface Authenticator {
  /** Answers `navigator.credentials.create`. */
  register(options: { challenge: string; rp: { id?: string } }, lie?: Lie): never;
  /** Answers `navigator.credentials.get`. */
  signIn(options: { challenge: string; rpId?: string }, lie?: Lie): never;
}

/** A fresh key that believes it is on a page of `origin`. The answers are the JSON a browser posts. */
export function makeAuthenticator(origin: string): Authenticator {
  const { publicKey, privateKey } = makePair();
  const stranger = makePair();
  const id = randomBytes(32);
  let counter = 0;

  function authData(rpId: string, lie: Lie, attested: boolean): Buffer {
    counter = lie.counter ?? counter + 1;
    const head = Buffer.alloc(37);
    createHash('sha256').update(rpId).digest().copy(head, 0);
    head.writeUInt8(0x01 | (lie.unverified ? 0 : 0x04) | (attested ? 0x40 : 0), 32);
    head.writeUInt32BE(counter, 33);
    if (!attested) return head;
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    return Buffer.concat([head, Buffer.alloc(16), length, id, coseKey(publicKey)]);
  }

  function clientData(type: string, challenge: string, lie: Lie): Buffer {
    return Buffer.from(
      JSON.stringify({
        type,
        challenge: lie.challenge ?? challenge,
        origin: lie.origin ?? origin,
        crossOrigin: false,
      }),
    );
  }

  function credential(response: object): never {
    const text = id.toString('base64url');
    return { id: text, rawId: text, type: 'public-key', clientExtensionResults: {}, response } as never;
  }

  return {
    register(options, lie = {}) {
      const data = authData(lie.rpId ?? options.rp.id ?? '', lie, true);
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        cborText('fmt'),
        cborText('none'),
        cborText('attStmt'),
        Buffer.from([0xa0]),
        cborText('authData'),
        cborBytes(data),
      ]);
      return credential({
        clientDataJSON: clientData('webauthn.create', options.challenge, lie).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
        transports: ['internal'],
      });
    },
    signIn(options, lie = {}) {
      const data = authData(lie.rpId ?? options.rpId ?? '', lie, false);
      const client = clientData('webauthn.get', options.challenge, lie);
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      const key = lie.forged ? stranger.privateKey : privateKey;
      return credential({
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: createSign('sha256').update(signed).sign(key).toString('base64url'),
      });
    },
  };
}

function makePair(): { publicKey: KeyObject; privateKey: KeyObject } {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

/** COSE_Key for ES256: {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
function coseKey(key: KeyObject): Buffer {
  const { x, y } = key.export({ format: 'jwk' });
  const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]);
  const [left, right] = [Buffer.from(x!, 'base64url'), Buffer.from(y!, 'base64url')];
  return Buffer.concat([head, Buffer.from([0x21]), cborBytes(left), Buffer.from([0x22]), cborBytes(right)]);
}

function cborText(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x60 + bytes.length]), bytes]);
}

function cborBytes(bytes: Buffer): Buffer {
  if (bytes.length < 256) return Buffer.concat([Buffer.from([0x58, bytes.length]), bytes]);
  return Buffer.concat([Buffer.from([0x59, bytes.length >> 8, bytes.length & 255]), bytes]);
}
