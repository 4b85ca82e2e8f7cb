/* What nobody of us sends: broken JSON, wrong types, stray fields, hostile names, wrong methods and addresses, by people of several roles and by nobody. The
 * answer is a problem in the caller's language, never a defect of ours and never a look at the inside. The addresses are those the server declares.
 * One world for all of it, because the last test looks through its whole log. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { actsWithAnything } from './malformed/acts.ts';
import { addressesThatAreNone } from './malformed/addresses.ts';
import { everyAddress } from './malformed/every-address.ts';
import { outlinedBodies } from './malformed/outlined-bodies.ts';
import { begin, end, refused, world } from './malformed/sent.ts';
import { sentAgain } from './malformed/sent-again.ts';

// How often one may ask is tried elsewhere; here it would answer in place of what is tried.
vi.hoisted(() => {
  process.env.CHUNGTAY_REQUESTS_PER_SESSION = '1000000';
});

beforeAll(begin);
afterAll(end);

everyAddress();
outlinedBodies();
actsWithAnything();
addressesThatAreNone();
sentAgain();

it('more than a thousand of them were refused, and no line of the log is a defect', () => {
  expect(refused).toBeGreaterThan(1000);
  expect(world.log.filter(line => (line as { level: string }).level === 'error')).toEqual([]);
});
