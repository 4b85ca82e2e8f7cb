/* Password hashing: Argon2id from node:crypto (stable in Node 24's line since nodejs/node 5402b5e) in the usual `$argon2id$…` text, at most
 * as many at once as there are processors. A burst of correct sign-ins waits in line instead of exhausting memory or failing; the line
 * has an end, past which the server says that it is busy. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Problem } from '../../kernel/problem.ts';

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** OWASP's first choice for Argon2id: 19 MiB, 2 passes, 1 lane; about 40 ms here. */
const COST: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const TAG_LENGTH = 32;
const MOST_WAITING = 1000;

/** The hash as text, with its cost and salt. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive(password, salt, COST, TAG_LENGTH);
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
}

/** True when the password is the one hashed. With null (no such account) it works as long and says no. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const parts = parse(hash ?? (await dummyHash()));
  const tag = await derive(password, parts.salt, parts.cost, parts.tag.length);
  return timingSafeEqual(tag, parts.tag) && hash !== null;
}

/** True when the hash was made with another cost than today's and should be made again at the next sign-in. */
export function isOutdated(hash: string): boolean {
  const { cost } = parse(hash);
  return cost.memory !== COST.memory || cost.passes !== COST.passes || cost.parallelism !== COST.parallelism;
}

/** A line for expensive work: `atOnce` run, the rest wait in order, and past `mostWaiting` a Problem `server.unavailable` is thrown. */
export function makeLine(atOnce = availableParallelism(), mostWaiting = MOST_WAITING) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async function inLine<T>(work: () => Promise<T>): Promise<T> {
    if (running >= atOnce) {
      if (waiting.length >= mostWaiting) throw new Problem('server.unavailable', { retryAfter: 5 });
      await new Promise<void>(resolve => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      // The place is handed on rather than freed, so that nobody who comes now overtakes somebody who waits.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

export type Line = ReturnType<typeof makeLine>;

let dummy: Promise<string> | null = null;

function dummyHash(): Promise<string> {
  dummy ??= hashPassword(randomBytes(16).toString('hex'));
  return dummy;
}

function derive(password: string, salt: Buffer, cost: Cost, tagLength: number): Promise<Buffer> {
  // One person's keyboard makes ế in one code point, another's in three: the same password either way.
  const message = Buffer.from(password.normalize('NFKC'), 'utf8');
  return new Promise((resolve, reject) => {
    argon2('argon2id', { message, nonce: salt, tagLength, ...cost }, (error, tag) =>
      error ? reject(error) : resolve(Buffer.from(tag)),
    );
  });
}

function parse(hash: string): { cost: Cost; salt: Buffer; tag: Buffer } {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(hash);
  if (!match) throw new Error('not an Argon2id hash');
  const cost = { memory: Number(match[1]), passes: Number(match[2]), parallelism: Number(match[3]) };
  return { cost, salt: Buffer.from(match[4]!, 'base64'), tag: Buffer.from(match[5]!, 'base64') };
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
