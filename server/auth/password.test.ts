/* What may be a password, how it is kept, and the line that a crowd waits in. */
import { describe, expect, it } from 'vitest';
import { hashPassword, isOutdated, isPassword, makeLine } from './password-hash.ts';
import { passwordIssues } from './password-rules.ts';

const email = 'thao.giang@laocai.example';
const reasons = (password: string) => passwordIssues(password, email).map(issue => issue.reason);

describe('a password', () => {
  it.each([
    ['eleven char', 'password_too_short'],
    ['ế'.repeat(11), 'password_too_short'],
    ['x1 '.repeat(43), 'password_too_long'],
    ['ThaoGiang là tôi đây', 'password_contains_email'],
    ['thao_giang_2026_rừng', 'password_contains_email'],
    ['matkhau123456', 'password_common'],
    ['Mật khẩu 12345', 'password_common'],
    ['M@tKh@u!!2026', 'password_common'],
    ['anhyeuem1234567', 'password_common'],
    ['123anhyêuem456789', 'password_common'],
    ['123456789123', 'password_common'],
    ['123456789123456789', 'password_common'],
    ['0912 345 678 90', 'password_common'],
    ['001099012345', 'password_common'],
    ['qwertyuiopasdf', 'password_common'],
    ['1qaz2wsx3edc4rfv', 'password_common'],
    ['aaaaaaaaaaaaaaa', 'password_common'],
    ['laocailaocailaocai', 'password_common'],
    ['P4$$w0rd!!!!!', 'password_common'],
    ['Công an Lào Cai 2026', 'password_common'],
    ['chungtay@2026', 'password_common'],
  ])('is refused: %s', (password, reason) => {
    expect(reasons(password)).toEqual([reason]);
  });

  it.each([
    'bốn con trâu qua suối',
    'correct horse battery staple',
    'mưa rơi trên mái tôn',
    'hq7-TRb2-0xw9',
    '   dấu cách cũng tính   ',
    'matkhau này có con rùa xanh',
    'ruộng bậc thang'.padEnd(128, ' ơi'),
  ])('is taken, whatever its letters: %s', password => {
    expect(reasons(password)).toEqual([]);
  });

  it('may not contain a short e-mail name only when that name is four letters or more', () => {
    expect(passwordIssues('anh đi qua cầu mây', 'an@laocai.example')).toEqual([]);
  });
});

describe('a hash', () => {
  it('does not match another password, and nothing matches no hash', async () => {
    const hash = await hashPassword('bốn con trâu');
    expect(await isPassword('bốn con trâụ', hash)).toBe(false);
    expect(await isPassword('', hash)).toBe(false);
    expect(await isPassword('bốn con trâu', null)).toBe(false);
  });

  it('matches the same password typed on another keyboard', async () => {
    const hash = await hashPassword('bốn con trâu'.normalize('NFD'));
    expect(await isPassword('bốn con trâu'.normalize('NFC'), hash)).toBe(true);
  });

  it('carries its cost and its own salt; another cost is made again at the next sign-in', async () => {
    const [one, two] = await Promise.all([hashPassword('x'), hashPassword('x')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(two);
    expect([isOutdated(one), isOutdated(one.replace('t=2', 't=1'))]).toEqual([false, true]);
  });

  it('made by the reference programme is understood', async () => {
    // argon2 -id -t 2 -m 16 -p 1, salt "somesalt": a vector of the reference implementation's own tests (phc-winner-argon2, src/test.c).
    const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
    expect(await isPassword('password', hash)).toBe(true);
  });
});

describe('the line', () => {
  it('lets at most so many run, keeps the order, and frees the place of one that failed', async () => {
    const inLine = makeLine(2);
    let running = 0;
    let most = 0;
    const order: number[] = [];
    const results = await Promise.allSettled(
      Array.from({ length: 9 }, (_, turn) =>
        inLine(async () => {
          running += 1;
          most = Math.max(most, running);
          order.push(turn);
          await new Promise(resolve => setImmediate(resolve));
          running -= 1;
          if (turn === 3) throw new Error('one');
          return turn;
        }),
      ),
    );
    expect(most).toBe(2);
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(results.filter(result => result.status === 'rejected')).toHaveLength(1);
    expect(await inLine(async () => 'free')).toBe('free');
  });

  it('has an end', async () => {
    const inLine = makeLine(1, 1);
    let finish = () => {};
    const first = inLine(() => new Promise<void>(resolve => (finish = resolve)));
    const second = inLine(async () => 'second');
    await expect(inLine(async () => 'third')).rejects.toThrow('server.unavailable');
    finish();
    expect(await second).toBe('second');
    await first;
  });
});
