/* Where the server is reached, and which cookie follows from it: refusals first. */
import { describe, expect, it } from 'vitest';
import { Problem } from '../../kernel/problem.ts';
import { checkOrigin } from './guard.ts';
import { findToken, getPlace, sessionCookie } from './place.ts';

const none = { publicUrl: null, allowHttp: false };
const at = (settings: typeof none | { publicUrl: string | null; allowHttp: boolean }, url: string) => {
  const { protocol, host } = new URL(url);
  return getPlace(settings, { protocol: protocol.slice(0, -1), host });
};

describe('a place', () => {
  it.each([
    ['plain http on a network', none, 'http://10.0.0.5:3000'],
    ['https under a name nobody declared', none, 'https://chungtay.example.com'],
    ['a name that only looks local', none, 'http://localhost.example.com:3000'],
    ['an address that only looks local', none, 'http://127.0.0.1.example.com'],
    [
      'a declared address without https',
      { publicUrl: 'http://10.0.0.5:3000', allowHttp: false },
      'http://10.0.0.5:3000',
    ],
    ['a declared address that is none', { publicUrl: 'chungtay', allowHttp: false }, 'https://chungtay'],
  ])('is refused: %s', (_name, settings, url) => {
    expect(() => at(settings, url)).toThrow(new Problem('request.insecure'));
  });

  it('is the declared one, whatever Host header somebody sends', () => {
    const settings = { publicUrl: 'https://chungtay.laocai.example', allowHttp: false };
    const place = at(settings, 'http://evil.example.com');
    expect(place).toEqual({
      origin: 'https://chungtay.laocai.example',
      rpId: 'chungtay.laocai.example',
      cookie: '__Host-ct',
      secure: true,
    });
  });

  it('on the machine itself needs no setting; passkeys need a name', () => {
    expect(at(none, 'http://localhost:3000')).toMatchObject({ rpId: 'localhost', cookie: '__Host-ct' });
    expect(at(none, 'http://127.0.0.1:3000')).toMatchObject({ rpId: null, cookie: '__Host-ct' });
    expect(at(none, 'http://[::1]:3000')).toMatchObject({ rpId: null, origin: 'http://[::1]:3000' });
  });

  it('over http, when that was allowed, has a cookie of another name and no passkeys', () => {
    const place = at({ publicUrl: null, allowHttp: true }, 'http://10.0.0.5:3000');
    expect(place).toEqual({ origin: 'http://10.0.0.5:3000', rpId: null, cookie: 'ct', secure: false });
    expect(sessionCookie(place, 'x')).toBe('ct=x; Path=/; HttpOnly; SameSite=Strict');
    expect(sessionCookie(place, null)).toBe('ct=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0');
  });
});

describe('a token in a cookie header', () => {
  const place = at(none, 'http://localhost:3000');
  const token = 'a'.repeat(43);
  it.each([
    ['nothing', undefined],
    ['another cookie', `ct=${token}`],
    ['a shortened one', `__Host-ct=${token.slice(1)}`],
    ['two of them', `__Host-ct=${token}; __Host-ct=${'b'.repeat(43)}`],
    ['something to inject', `__Host-ct=' or 1=1 --${token}`],
  ])('is not found in %s', (_name, header) => {
    expect(findToken(place, header)).toBeNull();
  });
  it('is found among others', () => {
    expect(findToken(place, `theme=dark; __Host-ct=${token}`)).toBe(token);
  });
});

describe('a request', () => {
  const place = { origin: 'https://chungtay.laocai.example' };
  const own = { origin: place.origin, 'x-chungtay': '1', 'sec-fetch-site': 'same-origin' };
  it.each([
    ['an origin with another port', 'POST', { ...own, origin: `${place.origin}:8443` }],
    ['the null origin', 'POST', { ...own, origin: 'null' }],
    ['another method that changes', 'DELETE', { ...own, 'x-chungtay': undefined }],
    ['a reading one of another site', 'GET', { 'sec-fetch-site': 'cross-site' }],
  ])('is refused: %s', (_name, method, headers) => {
    expect(() => checkOrigin(place, { method, headers })).toThrow(new Problem('request.foreign_origin'));
  });
  it('of our own pages, a typed address and an old browser that reads pass', () => {
    checkOrigin(place, { method: 'POST', headers: own });
    checkOrigin(place, { method: 'GET', headers: { 'sec-fetch-site': 'none' } });
    checkOrigin(place, { method: 'GET', headers: {} });
  });
});
