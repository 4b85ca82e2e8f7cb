/* The short code that opens one feedback: eight letters and digits nobody mishears (40 bits, good for half an hour, once). Kept only as a hash; made with the
 * browser's own crypto, so that this file may travel to the screens. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Eight letters out of the random end of an id. */
export function codeFrom(id: string): string {
  let bits = BigInt(`0x${id.replaceAll('-', '').slice(-10)}`);
  let code = '';
  for (let index = 0; index < 8; index++) {
    code += letters[Number(bits & 31n)];
    bits >>= 5n;
  }
  return code;
}

/** What a person may type for it: case, spaces, dashes and the usual misreadings do not matter. */
export const plainCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');

/** SHA-256 of a code, in hex. */
export async function hashOfCode(code: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`feedback ${code}`));
  return Array.from(new Uint8Array(bytes), byte => byte.toString(16).padStart(2, '0')).join('');
}
