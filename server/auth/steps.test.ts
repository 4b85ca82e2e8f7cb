/* The small pure parts: what comes next, when a lock falls, codes and steps, coarse names of devices. */
import { generate } from 'otplib';
import { describe, expect, it } from 'vitest';
import { getInstant } from '../../kernel/day.ts';
import { normalEmail } from '../../modules/agencies/index.ts';
import { lockSeconds, network } from './attempts.ts';
import { coarseDevice } from './device.ts';
import { hashCode, newCode, newToken } from './secret.ts';
import { requireFresh, requireFull } from './session.ts';
import { nextStep } from './sign-in.ts';
import { findStep } from './totp.ts';

const now = getInstant('2026-11-24T02:00:10.000Z');

describe('what comes next', () => {
  const nothing = { hasTotp: false, hasPasskey: false, mustChange: false };
  it.each([
    [{ ...nothing, hasTotp: true, hasPasskey: true, mustChange: true }, false, 'totp'],
    [{ ...nothing, hasPasskey: true, mustChange: true }, false, 'passkey'],
    [{ ...nothing, hasTotp: true, mustChange: true }, true, 'change'],
    [{ ...nothing, mustChange: true }, false, 'change'],
    [nothing, false, 'enrol'],
    [{ ...nothing, hasTotp: true }, true, 'done'],
  ] as const)('with %j, second factor given: %s, is %s', (standing, given, next) => {
    expect(nextStep(standing, given, 'required')).toBe(next);
  });
  it('is never the end for one who has a second factor, even where none is required', () => {
    expect(nextStep({ ...nothing, hasTotp: true }, false, 'off')).toBe('totp');
    expect(nextStep(nothing, false, 'off')).toBe('done');
  });
});

describe('a lock', () => {
  it('falls at the fifth failure and grows to an hour', () => {
    const failures = [1, 4, 5, 6, 10, 15, 20, 500];
    expect(failures.map(count => lockSeconds('account', count))).toEqual([
      0, 0, 60, 0, 900, 3600, 3600, 3600,
    ]);
    expect([29, 30, 60, 90, 300].map(count => lockSeconds('address', count))).toEqual([0, 60, 300, 900, 900]);
  });
});

describe('a subject', () => {
  it('is one network for a household, and one account for all ways of writing it', () => {
    expect(network('::ffff:10.1.2.3')).toBe('10.1.2.3');
    expect(network('2001:db8:0:5::1')).toBe(network('2001:0DB8::5:a:b:c:d'));
    expect(network('2001:db8:0:5::1')).not.toBe(network('2001:db8:0:6::1'));
    expect(network('fe80::1%eth0')).toBe('fe80:0:0:0');
    expect(normalEmail('  Thao@LaoCai.example ')).toBe('thao@laocai.example');
  });
});

describe('a fresh second factor', () => {
  it.each([
    ['never given', null],
    ['ten minutes ago', getInstant('2026-11-24T01:50:10.000Z')],
  ])('is asked for again: %s', (_name, secondFactorAt) => {
    expect(() => requireFresh({ secondFactorAt }, 10, now)).toThrow('session.stale');
  });
  it('is enough a moment before', () => {
    requireFresh({ secondFactorAt: getInstant('2026-11-24T01:50:10.001Z') }, 10, now);
  });
  it('and a whole session are needed', () => {
    expect(() => requireFull(null)).toThrow('session.missing');
  });
});

describe('a code for paper', () => {
  it('is read with other case, spaces and usual misreadings, and refused otherwise', () => {
    const code = newCode();
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(hashCode(` ${code.toLowerCase().replaceAll('-', ' ')}`)).toEqual(hashCode(code));
    expect(hashCode('OIL0-1111-2222-3333-4444-5555')).toEqual(hashCode('0110-1111-2222-3333-4444-5555'));
    expect([hashCode(code.slice(1)), hashCode(`${code}X`), hashCode('')]).toEqual([null, null, null]);
  });
  it('and a token never come twice', () => {
    const many = Array.from({ length: 2000 }, () => [newCode(), newToken()]).flat();
    expect(new Set(many).size).toBe(4000);
    expect(newToken()).toHaveLength(43);
  });
});

describe('six digits', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const epoch = Date.parse(now) / 1000;
  it('are those of RFC 6238', async () => {
    expect(await findStep(secret, '287082', getInstant('1970-01-01T00:00:59.000Z'))).toBe(1);
  });
  it('are right one step to either side and no further', async () => {
    const steps = await Promise.all(
      [-60, -30, 0, 30, 60].map(async seconds =>
        findStep(secret, await generate({ secret, epoch: epoch + seconds }), now),
      ),
    );
    const current = Math.floor(epoch / 30);
    expect(steps).toEqual([null, current - 1, current, current + 1, null]);
  });
  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('are not %j', async code => {
    expect(await findStep(secret, code, now)).toBeNull();
  });
});

describe('a device', () => {
  it.each([
    [undefined, '? · ?'],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/150.0 Safari/537.36 Edg/150.0',
      'Edge · Windows',
    ],
    [
      'Mozilla/5.0 (Linux; Android 14; SM-T505) AppleWebKit/537.36 Chrome/150.0 Safari/537.36',
      'Chrome · Android',
    ],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1', 'Safari · iOS'],
    ['Mozilla/5.0 (X11; Linux x86_64) coc_coc_browser/130.0 Chrome/124.0 Safari/537.36', 'Cốc Cốc · Linux'],
  ])('is named coarsely: %s', (userAgent, name) => {
    expect(coarseDevice(userAgent)).toBe(name);
  });
});
