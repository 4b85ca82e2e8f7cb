/* What the commands share: the language of the terminal, plain options, and a base that joins a running server instead of fighting it for the folder. */
import { readFileSync } from 'node:fs';
import { Problem } from '../../kernel/problem.ts';
import { isStartError } from '../db/start-error.ts';
import { say as word } from '../locales.ts';
import { type Base, openBase } from '../system.ts';

export const lang: 'vi' | 'en' = /^vi/i.test(
  process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '',
)
  ? 'vi'
  : 'en';

export const say = (vi: string, en: string): void => console.log(lang === 'vi' ? vi : en);

/** What the command will not do, in both languages; ends with exit code 1. */
export class Refusal extends Error {
  readonly vi: string;
  readonly en: string;
  constructor(vi: string, en: string) {
    super(en);
    this.vi = vi;
    this.en = en;
  }
}

/** Wrong usage; ends with exit code 2. */
export class Usage extends Refusal {}

export interface Options {
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, string>>;
}

/** `--name value` and `--name=value` into flags, the rest into words. @throws Usage for a flag the command does not know, or one whose value is missing. */
export function readOptions(args: readonly string[], known: readonly string[]): Options {
  const words: string[] = [];
  const flags: Record<string, string> = {};
  for (let index = 0; index < args.length; index++) {
    const arg = args[index]!;
    if (!arg.startsWith('--')) {
      words.push(arg);
      continue;
    }
    const [, name, inline] = /^--([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
    if (!name || !known.includes(name))
      throw new Usage(`Không có tham số ${arg}.`, `There is no option ${arg}.`);
    const next = args[index + 1];
    const value = inline ?? (next === undefined || next.startsWith('--') ? '' : next);
    if (inline === undefined) index++;
    if (!value) throw new Usage(`--${name} cần một giá trị.`, `--${name} needs a value.`);
    flags[name] = value;
  }
  return { words, flags };
}

const fileErrors: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['không có tệp này', 'there is no such file'],
  EISDIR: ['đây là thư mục, không phải tệp', 'it is a folder, not a file'],
  ENOTDIR: ['đường dẫn không đúng', 'the path is not right'],
  EACCES: ['không có quyền mở', 'it may not be opened'],
  EPERM: ['không có quyền mở', 'it may not be opened'],
  ENOSPC: ['đĩa đã đầy', 'the disk is full'],
  EROFS: ['chỉ được đọc, không được ghi', 'it can be read but not written'],
};

const away = [
  'Không nối được với cơ sở dữ liệu. Kiểm tra DATABASE_URL và máy chủ PostgreSQL.',
  'The database cannot be reached. Check DATABASE_URL and the PostgreSQL server.',
] as const;
const unreached = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  '28P01',
  '3D000',
]);

/** What a file, a database or a problem of ours says, as a sentence in both languages; null when the error is of another kind. */
export function refusalOf(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (isStartError(error)) return new Refusal(error.vi, error.en);
  if (error instanceof Problem) {
    const [vi, en] = (['vi', 'en'] as const).map(
      one => word(one, `problem.${error.code}`, error.details) ?? error.code,
    );
    return new Refusal(vi!, en!);
  }
  const { code, path, errors } = error as NodeJS.ErrnoException & { errors?: readonly unknown[] };
  const why = fileErrors[code ?? ''];
  if (why) return new Refusal(`${path ? `${path}: ` : ''}${why[0]}.`, `${path ? `${path}: ` : ''}${why[1]}.`);
  // Every address of a host was tried: one of the attempts says why.
  if (unreached.has(code ?? '') || errors?.some(one => refusalOf(one))) return new Refusal(...away);
  return null;
}

/** A JSON object kept in a file. @throws Refusal when the file holds anything else. */
export function readJson(file: string): Record<string, unknown> {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Said below: where the parser stumbled helps nobody who did not write the file by hand.
  }
  throw new Refusal(`${file} không phải là tệp JSON.`, `${file} is not a JSON file.`);
}

/** Opens the base, beside a running server if there is one, does the work, and closes it again. */
export async function withBase<T>(work: (base: Base) => Promise<T>): Promise<T> {
  const base = await openBase({ say, join: true });
  try {
    return await work(base);
  } finally {
    await base.stop();
  }
}
