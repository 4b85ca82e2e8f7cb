/* Random secrets and how they are kept: session tokens (256 bits) and codes a person types from paper (120 bits, recovery and reset).
 * Both have more than 112 bits, so a plain SHA-256 is enough at rest (ASVS 6.5.2); passwords never come here. */
import { createHash, randomBytes } from 'node:crypto';

// Crockford's alphabet: no I, L, O, U, which are misread or misheard.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 24;

/** A session token: 256 random bits as 43 characters of base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256, 32 bytes: what the database keeps of a token, a challenge or a code. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}

/** A code for paper: `7KQ2-M0XR-…`, six groups of four, 120 bits. */
export function newCode(): string {
  const letters = Array.from(randomBytes(CODE_LENGTH), byte => ALPHABET[byte & 31]).join('');
  return letters.match(/.{4}/g)!.join('-');
}

/** The hash of a typed code, forgiving case, spaces, dashes and the usual misreadings; null when it cannot be a code. */
export function hashCode(typed: string): Buffer | null {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{24}$/.test(letters) ? hashSecret(letters) : null;
}
