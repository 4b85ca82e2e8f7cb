/* What the commands share: the language of the terminal, plain options, and a base that joins a running server instead of fighting it for the folder. */
import { readFileSync } from 'node:fs';
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

/** What the system says of a file, as a sentence in both languages; null when the error is of another kind. */
export function fileRefusal(error: unknown): Refusal | null {
  const { code, path } = error as NodeJS.ErrnoException;
  const why = fileErrors[code ?? ''];
  return why && path ? new Refusal(`${path}: ${why[0]}.`, `${path}: ${why[1]}.`) : null;
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
