/* What the commands share: the language of the terminal, plain options, and a base that joins a running server instead of fighting it for the folder. */
import { type Base, openBase } from '../system.ts';

export const lang: 'vi' | 'en' = /^vi/i.test(
  process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '',
)
  ? 'vi'
  : 'en';

export const say = (vi: string, en: string): void => console.log(lang === 'vi' ? vi : en);

/** Wrong usage; ends with exit code 2. */
export class Usage extends Error {
  readonly vi: string;
  readonly en: string;
  constructor(vi: string, en: string) {
    super(en);
    this.vi = vi;
    this.en = en;
  }
}

export interface Options {
  readonly words: readonly string[];
  readonly flags: Readonly<Record<string, string>>;
}

/** `--name value` and `--name=value` into flags, the rest into words. @throws Usage for a flag the command does not know. */
export function readOptions(args: readonly string[], known: readonly string[]): Options {
  const words: string[] = [];
  const flags: Record<string, string> = {};
  for (let index = 0; index < args.length; index++) {
    const arg = args[index]!;
    if (!arg.startsWith('--')) {
      words.push(arg);
      continue;
    }
    const [name, inline] = arg.slice(2).split('=', 2);
    if (!name || !known.includes(name))
      throw new Usage(`Không có tham số ${arg}.`, `There is no option ${arg}.`);
    flags[name] = inline ?? args[++index] ?? '';
  }
  return { words, flags };
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
