/* Sentences for what other parts refuse: a server's problem is said in the terminal's language, whatever language the officer's session has. */
import { expect, it, vi } from 'vitest';
import { Problem } from '../../kernel/problem.ts';
import { refusalOf } from './say.ts';

it('says a problem by its code and fields, in the language of the terminal', async () => {
  const problem = {
    code: 'input.invalid',
    message: 'Có chỗ chưa ghi được.',
    fields: [{ field: 'born', reason: 'day', message: 'Ngày chưa đúng.' }],
  };
  for (const lang of ['en_US.UTF-8', 'vi_VN.UTF-8']) {
    vi.stubEnv('LC_ALL', lang);
    vi.resetModules();
    const { sentence } = await import('./exchange.ts');
    const { say } = await import('../locales.ts');
    const own = lang.slice(0, 2) as 'vi' | 'en';
    expect(sentence(problem)).toBe(
      [
        say(own, 'problem.input.invalid'),
        `  ${say(own, 'field.person.born')}: ${say(own, 'reason.day')}`,
      ].join('\n'),
    );
  }
  vi.unstubAllEnvs();
});

it('knows what a file, a database and a problem say, and lets a defect be a defect', () => {
  expect(refusalOf(Object.assign(new Error(), { code: 'ENOENT', path: 'x' }))).toMatchObject({
    en: 'x: there is no such file.',
  });
  const refused = Object.assign(new Error(), { code: 'ECONNREFUSED' });
  for (const error of [refused, new AggregateError([refused])])
    expect(refusalOf(error)?.en).toMatch(/database cannot be reached/);
  expect(refusalOf(new Problem('server.unavailable'))?.en).toMatch(/\w+ \w+ \w+/);
  expect(refusalOf(new TypeError('x is not a function'))).toBeNull();
});
