/* What a broken client, a curious officer or an attacker may put where a value belongs, and how an answer to it must look. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { newId } from '../../kernel/id.ts';
import { problemStatus } from '../../kernel/problem.ts';
import { say } from '../../server/locales.ts';
import type { Answer } from './world.ts';

const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 ? { a: value } : [value];
  return value;
};

/** JSON cannot say `__proto__` in a literal, but a body can. */
const own = (key: string, value: unknown): object =>
  JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(value)}}`);

export const hostileValues: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  -(2 ** 53),
  2 ** 53,
  2 ** 31,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800x',
  '\u202e\u200b',
  '💣'.repeat(60),
  'x'.repeat(201),
  'x'.repeat(5000),
  "'; drop table person; --",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what an attacker types
  '${7*7}',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '%00',
  '\\',
  '__proto__',
  'constructor',
  'toString',
  '9999-99-99',
  '0000-00-00',
  '2025-02-30',
  '10000-01-01',
  '+275760-09-13',
  '2026-13',
  '2026-01-01T25:00:00Z',
  '2026-01-01T00:00:00',
  '9999-12-31T23:59:59.999Z',
  '1000-01-01',
  '-'.repeat(36),
  '00000000-0000-0000-0000-000000000000',
  newId().toUpperCase(),
  newId(),
  newId().slice(1),
  `{${newId()}}`,
  'NN-2026-000001',
  'NN-2026-999999999',
  [],
  {},
  [null],
  [[]],
  [{}],
  ['\u0000'],
  ['x', 'x'],
  Array.from({ length: 300 }, (_, index) => `c${index}`),
  nested(40),
  own('toString', 1),
  { toString: 1, valueOf: 1 },
  { valueOf: null, toString: null },
  own('hasOwnProperty', 1),
  own('constructor', 1),
  own('length', 3),
  own('then', 1),
  { unanswered: 'declined' },
  { unanswered: 'x' },
  { unanswered: { toString: 1 } },
  { sealed: true },
  [{ text: 'x', kind: 'official' }],
  [{ text: '\u0000', kind: 'x' }],
  [{ text: 5, kind: 'alias' }],
  { is: 'x' },
  { in: [] },
  { is: { is: 1 } },
  { id: newId() },
  'vi',
  'NaN',
  'Infinity',
  'ı',
  'İ',
  'ﷺ'.repeat(50),
  'Z̸̡̢'.repeat(40),
];

export const hostileKeys: readonly string[] = [
  'constructor',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  '',
  ' ',
  '\u0000',
  'a.b',
  '"',
  "'",
  'id',
  'office',
  'person',
  'number',
  'version',
  'madeAt',
  'unanswered',
  'province',
  '1',
  'x'.repeat(300),
];

export const hostile: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...hostileValues) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

/** Bodies that are not even JSON, or JSON of a kind nobody sends. Each with its content type. */
export const hostileBodies: readonly { readonly type: string | undefined; readonly body: string }[] = [
  ...[
    '',
    '{',
    '{"a":',
    '[1,2',
    'null',
    'true',
    '0',
    '"text"',
    '[]',
    '[[[',
    '{"a":1}}',
    '{"a":NaN}',
    "{'a':1}",
    '\u0000',
    '\ufeff{}',
    '{"__proto__":{"x":1}}',
    '{"constructor":{"prototype":{"x":1}}}',
    '{"id":"\\ud800"}',
    `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
    `${'['.repeat(60_000)}`,
    `{"a":"${'x'.repeat(300_000)}"}`,
    `{${Array.from({ length: 3000 }, (_, index) => `"k${index}":1`).join(',')}}`,
  ].map(body => ({ type: 'application/json', body })),
  ...[
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/json; charset=utf-16',
    'application/json;;;',
    'json',
    '\t',
    'application/problem+json',
    undefined,
  ].map(type => ({ type, body: '{"record":"person"}' })),
];

const vietnamese = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;
const trace =
  /node_modules|\bat (?:async )?[\w.<>]+ \(|\.[jt]sx?:\d+|SyntaxError|TypeError|RangeError|postgres|pg_catalog|SQLSTATE|invalid input syntax/i;

/**
 * The one shape of a refusal: a code of the catalogue with its status, a sentence in the caller's language, no trace of the inside.
 * @returns whether the answer was a refusal at all.
 */
export function expectProblem(answer: Answer, lang: 'vi' | 'en', what: unknown): boolean {
  const about = () =>
    `${JSON.stringify(what)?.slice(0, 600)} → ${answer.status} ${answer.text.slice(0, 400)}`;
  if (answer.status >= 500) expect.fail(about());
  if (answer.status < 400) return false;
  if (!String(answer.headers['content-type']).startsWith('application/problem+json'))
    expect.fail(`not a problem: ${about()}`);
  const { code, status, message, fields } = answer.body;
  if (problemStatus[code as keyof typeof problemStatus] !== answer.status || status !== answer.status)
    expect.fail(`no such problem: ${about()}`);
  if (typeof message !== 'string' || message.length < 8 || message === code || message.includes('{'))
    expect.fail(`no sentence: ${about()}`);
  if (vietnamese.test(message) !== (lang === 'vi')) expect.fail(`not in ${lang}: ${about()}`);
  if (trace.test(answer.text.replaceAll(JSON.stringify(what ?? '').slice(1, -1), '')))
    expect.fail(`a trace of the inside: ${about()}`);
  for (const issue of fields ?? []) {
    if (
      typeof issue.message !== 'string' ||
      issue.message === issue.reason ||
      vietnamese.test(issue.message) !== (lang === 'vi')
    )
      expect.fail(`a field without a sentence: ${JSON.stringify(issue)} ${about()}`);
    if (say(lang, `reason.${issue.reason}`, issue.params ?? {}) === null)
      expect.fail(`reason.${issue.reason} has no words: ${about()}`);
  }
  return true;
}
