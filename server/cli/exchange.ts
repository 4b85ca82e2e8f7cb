/* `import htcds` and `export htcds`: the same way in and out as on screen, for an officer who works at the terminal. The command signs in as her, by password
 * and second factor (in the invented province by her name alone), asks the server's own HTTP face inside this process, and signs out again. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { InjectOptions } from 'fastify';
import type { FieldIssue } from '../../kernel/problem.ts';
import { writeXlsx } from '../../modules/exchange/index.ts';
import type { ReportLine } from '../exchange/jobs.ts';
import { fieldName, reasonOf, reportTable } from '../exchange/report.ts';
import type { ImportPlan, Understanding } from '../exchange/understand.ts';
import { say as word } from '../locales.ts';
import { type Base, isInvented, makeSystem, type System } from '../system.ts';
import type { Command } from './main.ts';
import { lang, Refusal, readJson, readOptions, say, Usage, withBase } from './say.ts';

const origin = 'http://localhost';
const headers = {
  host: 'localhost',
  origin,
  'x-chungtay': '1',
  'user-agent': 'chungtay command line',
  'accept-language': lang,
};

/** What the server refused, as a sentence. It stands in one language, the terminal's: there is nobody to read the other. */
const said = (sentence: string): Refusal => new Refusal(sentence, sentence);

interface Desk {
  ask<T>(path: string, body: unknown, more?: Record<string, string>): Promise<T>;
}

async function asked(question: string, secret: boolean): Promise<string> {
  const quiet = new Writable({ write: (_chunk, _encoding, done) => done() });
  process.stderr.write(question);
  const lines = createInterface({
    input: process.stdin,
    output: secret ? quiet : process.stderr,
    terminal: process.stdin.isTTY,
  });
  const answer = await new Promise<string>(resolve => {
    lines.once('line', resolve);
    lines.once('close', () => resolve(''));
  });
  lines.close();
  if (secret) process.stderr.write('\n');
  return answer.trim();
}

/** Signs the officer in, does the work, signs her out. */
async function withOfficer(base: Base, email: string, work: (desk: Desk) => Promise<void>): Promise<void> {
  const system = await makeSystem(base, { pages: false, connections: 3 });
  let cookie = '';
  const send = async (options: InjectOptions) => {
    const reply = await system.app.inject({
      ...options,
      headers: { ...headers, ...(cookie ? { cookie } : {}), ...options.headers },
    });
    const set = reply.headers['set-cookie'];
    if (typeof set === 'string') cookie = set.split(';')[0]!;
    const body = reply.body === '' ? null : JSON.parse(reply.body);
    if (reply.statusCode >= 400) throw said(sentence(body));
    return body;
  };
  const ask: Desk['ask'] = (path, body, more = {}) =>
    send({ method: 'POST', url: `/api/${path}`, payload: body as object, headers: more });
  try {
    await signIn(system, email, ask);
    await work({ ask });
  } finally {
    if (cookie) await ask('auth/sign-out', {}).catch(() => undefined);
    await system.stop();
  }
}

/** In the language of the terminal. The server speaks that of the officer, who need not be the one who reads this. */
export function sentence(problem: {
  code?: string;
  message?: string;
  details?: Readonly<Record<string, unknown>>;
  fields?: readonly FieldIssue[];
}): string {
  const fields = (problem.fields ?? []).map(
    issue => `  ${fieldName(issue.field, lang)}: ${reasonOf(issue, lang)}`,
  );
  const message = word(lang, `problem.${problem.code}`, problem.details ?? {}) ?? problem.message ?? '';
  return [message, ...fields].join('\n');
}

async function signIn(system: System, email: string, ask: Desk['ask']): Promise<void> {
  if (await isInvented(system.door)) {
    const [member] = await system.door.as({ system: 'ct_auth' }, db =>
      db.query<{ cast_key: string | null }>(
        'select cast_key from officer where lower(email) = lower($1) and ended is not true',
        [email],
      ),
    );
    if (!member?.cast_key)
      throw new Usage('Không có người dùng với thư điện tử này.', 'There is no officer with this e-mail.');
    await ask('auth/cast', { key: member.cast_key });
    return;
  }
  const password =
    process.env.CHUNGTAY_PASSWORD || (await asked(lang === 'vi' ? 'Mật khẩu: ' : 'Password: ', true));
  const { next } = await ask<{ next: string }>('auth/password', { email, password });
  if (next === 'done') return;
  if (next !== 'totp')
    throw new Refusal(
      'Tài khoản này cần bước mà dòng lệnh không làm được (khóa bảo mật, đổi mật khẩu). Hãy đăng nhập bằng trình duyệt trước.',
      'This account needs a step the command line cannot do (a passkey, a new password). Sign in with a browser first.',
    );
  const code = process.env.CHUNGTAY_CODE || (await asked(lang === 'vi' ? 'Mã xác nhận: ' : 'Code: ', false));
  const given = await ask<{ next: string }>('auth/totp', { code });
  if (given.next !== 'done') throw new Refusal('Chưa đăng nhập xong.', 'Signing in is not complete.');
}

interface Job {
  readonly id: string;
  readonly state: string;
  readonly total: number;
  readonly done: number;
  readonly broughtIn: number;
  readonly alreadyThere: number;
  readonly refused: number;
  readonly withDouble: number;
}

interface Uploaded {
  readonly job: Job;
  readonly understanding: Understanding;
  readonly plan: ImportPlan;
}

async function form(file: string): Promise<{ body: Buffer; type: string }> {
  const data = new FormData();
  data.append('file', new Blob([readFileSync(file)]), basename(file));
  const response = new Response(data);
  return { body: Buffer.from(await response.arrayBuffer()), type: response.headers.get('content-type')! };
}

function describe({ understanding }: Uploaded): void {
  const { profile, recognised, rows, columns } = understanding;
  say(
    `Đọc như ${profile === 'htcds' ? `HTCDS 2.0 (${recognised})` : 'bảng tự lập'}: ${rows} dòng, ${columns.filter(column => column.target).length} trong ${columns.length} cột được hiểu.`,
    `Read as ${profile === 'htcds' ? `HTCDS 2.0 (${recognised})` : 'a table of one’s own'}: ${rows} rows, ${columns.filter(column => column.target).length} of ${columns.length} columns understood.`,
  );
  for (const question of understanding.questions.filter(one => one.answer === null))
    console.log(
      `  ? ${question.id}${question.options.length > 0 ? ` (${question.options.join(' | ')})` : ''}`,
    );
}

interface PreviewRow {
  readonly line: number;
  readonly outcome: string;
  readonly fields: { field: string; reason: string; params?: never }[];
  readonly alike: readonly object[];
}

/** Every row of the file as it would become, in pages. Returns whether none would be refused. */
async function dryRun(desk: Desk, id: string): Promise<boolean> {
  const counts: Record<string, number> = {};
  for (let from = 0, total = 1; from < total; ) {
    const page = await desk.ask<{ total: number; rows: PreviewRow[] }>('imports/preview', { id, from });
    if (page.rows.length === 0) break;
    for (const row of page.rows) {
      counts[row.outcome] = (counts[row.outcome] ?? 0) + 1;
      if (row.outcome !== 'refused') continue;
      const why = row.fields
        .map(issue => `${fieldName(issue.field, lang)}: ${reasonOf(issue, lang)}`)
        .join('; ');
      console.log(`${row.line}\t${word(lang, 'exchange.becomes.refused')}\t${why}`);
    }
    total = page.total;
    from += page.rows.length;
  }
  for (const [outcome, count] of Object.entries(counts))
    console.log(`${word(lang, `exchange.becomes.${outcome}`)}: ${count}`);
  return !counts.refused;
}

async function finish(desk: Desk, id: string): Promise<Job> {
  for (;;) {
    const { job } = await desk.ask<{ job: Job }>('imports/get', { id });
    if (process.stderr.isTTY) process.stderr.write(`\r${job.done}/${job.total}`);
    if (job.state !== 'running') {
      if (process.stderr.isTTY) process.stderr.write('\n');
      return job;
    }
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

async function report(desk: Desk, id: string, file: string | undefined): Promise<void> {
  const lines: ReportLine[] = [];
  for (let total = 1; lines.length < total; ) {
    const page = await desk.ask<{ total: number; lines: ReportLine[] }>('imports/report', {
      id,
      from: lines.length,
    });
    for (const row of reportTable(page.lines, lang).rows.slice(1)) console.log(row.join('\t'));
    if (page.lines.length === 0) break;
    lines.push(...page.lines);
    total = page.total;
  }
  if (!file) return;
  const { sheet, rows } = reportTable(lines, lang);
  writeFileSync(file, await writeXlsx([{ name: sheet, rows }]), { mode: 0o600 });
}

export const importCommand: Command = {
  usage: 'import htcds FILE --as EMAIL [--mapping PLAN.json] [--dry-run] [--report FILE.xlsx]',
  vi: 'Nhập một bảng tính (HTCDS hoặc bảng tự lập) với quyền của một cán bộ; mỗi dòng vào trọn vẹn hoặc không vào, nhập lại không thêm hồ sơ.',
  en: 'Brings in a spreadsheet (HTCDS or one’s own) with an officer’s rights; each row wholly or not at all, a second time opens no second file.',
  async run(args) {
    const dry = args.includes('--dry-run');
    const { words, flags } = readOptions(
      args.filter(arg => arg !== '--dry-run'),
      ['as', 'mapping', 'report'],
    );
    const [what, file] = words;
    if (what !== 'htcds' || !file || !flags.as)
      throw new Usage(`Cách dùng: npx chungtay ${this.usage}`, `Use: npx chungtay ${this.usage}`);
    const mapping = flags.mapping ? (readJson(flags.mapping) as Partial<ImportPlan>) : {};
    const { body, type } = await form(file);
    await withBase(base =>
      withOfficer(base, flags.as!, async desk => {
        const uploaded = await desk.ask<Uploaded>('imports/upload', body, { 'content-type': type });
        const { id } = uploaded.job;
        const planned = await desk.ask<Uploaded>('imports/plan', { id, plan: { arrival: null, ...mapping } });
        describe(planned);
        if (dry) {
          if (!(await dryRun(desk, id))) process.exitCode = 1;
          await desk.ask('imports/discard', { id });
          return;
        }
        await desk.ask('imports/start', { id }).catch(async error => {
          await desk.ask('imports/discard', { id });
          throw error;
        });
        const job = await finish(desk, id);
        await report(desk, id, flags.report);
        say(
          `Đã nhập ${job.broughtIn} (${job.withDouble} có thể trùng), đã có từ trước ${job.alreadyThere}, không nhận ${job.refused} trong ${job.total} dòng.`,
          `${job.broughtIn} brought in (${job.withDouble} perhaps doubles), ${job.alreadyThere} already there, ${job.refused} refused, of ${job.total} rows.`,
        );
        if (job.state !== 'done' || job.refused > 0) process.exitCode = 1;
      }),
    );
  },
};

export const exportCommand: Command = {
  usage: 'export htcds FILE --as EMAIL [--purpose TEXT] [--with-sealed]',
  vi: 'Xuất các hồ sơ một cán bộ được xem theo HTCDS 2.0 (.csv hoặc .xlsx), kèm tệp .sidecar.json ghi những gì bảng không chứa được.',
  en: 'Takes out the files an officer may see as HTCDS 2.0 (.csv or .xlsx), with a .sidecar.json for what the table cannot hold.',
  async run(args) {
    const withSealed = args.includes('--with-sealed');
    const { words, flags } = readOptions(
      args.filter(arg => arg !== '--with-sealed'),
      ['as', 'purpose'],
    );
    const [what, file] = words;
    const format = /\.(csv|xlsx)$/i.exec(file ?? '')?.[1]?.toLowerCase();
    if (what !== 'htcds' || !file || !format || !flags.as)
      throw new Usage(`Cách dùng: npx chungtay ${this.usage}`, `Use: npx chungtay ${this.usage}`);
    if (withSealed && !flags.purpose)
      throw new Usage('Mở các ô niêm phong cần --purpose.', 'Opening sealed fields needs --purpose.');
    const purpose =
      flags.purpose ?? (lang === 'vi' ? 'xuất bằng dòng lệnh' : 'taken out by the command line');
    await withBase(base =>
      withOfficer(base, flags.as!, async desk => {
        const done = await desk.ask<{ rows: number; files: { base64: string }[] }>('export', {
          record: 'person',
          profile: 'htcds',
          format,
          purpose,
          withSealed,
        });
        const [table, sidecar] = done.files;
        const beside = file.replace(/\.\w+$/, '.sidecar.json');
        writeFileSync(file, Buffer.from(table!.base64, 'base64'), { mode: 0o600 });
        writeFileSync(beside, Buffer.from(sidecar!.base64, 'base64'), { mode: 0o600 });
        say(
          `Đã xuất ${done.rows} hồ sơ ra ${file} và ${beside}.`,
          `${done.rows} files are in ${file} and ${beside}.`,
        );
      }),
    );
  },
};
