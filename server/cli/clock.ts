/* `clock FILE.json` counts the cases of a file by the rules that ship with the system and prints each as one line of JSON with its reasons, so that a lawyer
 * can try the engine with cases of her own. It needs no database. */
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Lang } from '../../kernel/day.ts';
import { type Reason, reasonText } from '../../kernel/rule/reason.ts';
import { answerVector, BadVector } from '../../modules/justice/index.ts';
import { rules } from '../../rules/index.ts';
import { say as word } from '../locales.ts';
import type { Command } from './main.ts';
import { Refusal, readOptions, Usage } from './say.ts';

interface Vector {
  readonly id?: unknown;
  readonly kind?: unknown;
  readonly expect?: Readonly<Record<string, unknown>>;
}

/** A list of vectors, or an object with one under `vectors`. */
function vectorsIn(file: string): readonly Vector[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    throw new Refusal(
      `Không đọc được tệp ${file} dưới dạng JSON: ${why}`,
      `Cannot read ${file} as JSON: ${why}`,
    );
  }
  const list = Array.isArray(content) ? content : (content as { vectors?: unknown } | null)?.vectors;
  if (!Array.isArray(list))
    throw new Refusal(
      `Tệp ${file} phải là một danh sách, hoặc có danh sách dưới tên "vectors".`,
      `${file} must be a list, or have one under "vectors".`,
    );
  return list as Vector[];
}

const wordsOf = (reader: Lang) =>
  Object.assign(
    (key: string, values: Record<string, string | number> = {}) => word(reader, key, values) ?? key,
    {
      lang: reader,
    },
  );

const told = (reasons: readonly Reason[]) =>
  reasons.map(reason => ({
    ...reason,
    vi: reasonText(reason, wordsOf('vi')),
    en: reasonText(reason, wordsOf('en')),
  }));

/** One vector answered: the fields of its `expect` first, then why; and whether it came out as expected, where something was. */
function answerOf(vector: Vector): { line: object; isGood: boolean } {
  const { id = null, kind = null, expect } = vector ?? {};
  try {
    const { answer, article, reasons } = answerVector(vector, rules);
    const met =
      expect && Object.entries(expect).every(([name, value]) => isDeepStrictEqual(answer[name], value));
    return {
      line: { id, kind, ...answer, ...(expect ? { as_expected: met } : {}), article, reasons: told(reasons) },
      isGood: met !== false,
    };
  } catch (error) {
    if (!(error instanceof BadVector)) throw error;
    return { line: { id, kind, error: { field: error.field, wanted: error.wanted } }, isGood: false };
  }
}

export const clockCommand: Command = {
  usage: 'clock FILE.json',
  vi: 'Tính thời hạn tố tụng của các ca trong tệp, in mỗi ca một dòng JSON kèm lý do. Thoát với mã 1 nếu có ca không đọc được hoặc khác kết quả mong đợi.',
  en: 'Counts the procedural time limits of the cases in a file, one line of JSON each with its reasons. Exit code 1 if a case cannot be read or differs from what it expects.',
  async run(args) {
    const { words } = readOptions(args, []);
    const [file] = words;
    if (!file || words.length > 1)
      throw new Usage('Cách dùng: npx chungtay clock TỆP.json', 'Use: npx chungtay clock FILE.json');
    for (const vector of vectorsIn(file)) {
      const { line, isGood } = answerOf(vector);
      console.log(JSON.stringify(line));
      if (!isGood) process.exitCode = 1;
    }
  },
};
