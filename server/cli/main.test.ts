/* What the command line says when it will not do something: a sentence in the language of the terminal and the exit code of a refusal (1) or of wrong use (2),
 * never the error of a library. Nothing here gets as far as a database. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const main = join(import.meta.dirname, 'main.ts');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chungtay-cli-'));
  writeFileSync(join(folder, 'people.csv'), 'Họ và tên\nLò Thị Ngân\n');
  writeFileSync(join(folder, 'broken.json'), '{"columns": ');
  writeFileSync(join(folder, 'list.json'), '[1]');
  writeFileSync(join(folder, 'passwd'), 'root:x:0:0\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (args: readonly string[], lang: string): Promise<[number | null, string]> =>
  new Promise(resolve => {
    const child = spawn(process.execPath, [main, ...args], {
      cwd: folder,
      env: { ...process.env, LANG: lang, LC_ALL: '', LC_MESSAGES: '', CHUNGTAY_HOME: join(folder, 'home') },
    });
    let said = '';
    child.stderr.on('data', chunk => {
      said += chunk;
    });
    child.on('close', code => resolve([code, said.trim()]));
  });

it.each([
  [
    ['import', 'htcds', 'gone.csv', '--as', 'a@b.example'],
    1,
    'gone.csv: there is no such file.',
    'gone.csv: không có tệp này.',
  ],
  [
    ['import', 'htcds', '.', '--as', 'a@b.example'],
    1,
    'it is a folder, not a file.',
    'đây là thư mục, không phải tệp.',
  ],
  [
    ['import', 'htcds', 'people.csv', '--as', 'a@b.example', '--mapping', 'broken.json'],
    1,
    'broken.json is not a JSON file.',
    'broken.json không phải là tệp JSON.',
  ],
  [
    ['import', 'htcds', 'people.csv', '--as', 'a@b.example', '--mapping', 'list.json'],
    1,
    'list.json is not a JSON file.',
    'list.json không phải là tệp JSON.',
  ],
  [['import', 'htcds', 'people.csv', '--as'], 2, '--as needs a value.', '--as cần một giá trị.'],
  [
    ['found', '--name', 'Ai', '--email', 'notmail'],
    2,
    '--email is not an e-mail address.',
    '--email không phải là địa chỉ thư điện tử.',
  ],
  [
    ['ledger', 'verify', 'passwd'],
    1,
    'passwd is not a ledger export.',
    'passwd không phải là tệp xuất nhật ký.',
  ],
  [['ledger', 'verify', 'gone'], 1, 'gone: there is no such file.', 'gone: không có tệp này.'],
] as const)(
  '%j',
  async (args, code, en, vi) => {
    const [english, vietnamese] = await Promise.all([run(args, 'en_US.UTF-8'), run(args, 'vi_VN.UTF-8')]);
    expect(english).toEqual([code, expect.stringContaining(en)]);
    expect(vietnamese).toEqual([code, expect.stringContaining(vi)]);
    expect(`${english[1]}${vietnamese[1]}`).not.toMatch(/ENOENT|EISDIR|Unexpected|at .*\.ts:\d/);
  },
  60_000,
);
