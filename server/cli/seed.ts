/* `seed`: an invented province of any size in an empty database, for benches and for looking around. */
import { seedIfEmpty } from '../../db/seed/write.ts';
import type { Command } from './main.ts';
import { Refusal, readOptions, say, Usage, withBase } from './say.ts';

export const seedCommand: Command = {
  usage: 'seed [--size 400] [--seed 1]',
  vi: 'Dựng một tỉnh giả lập trong cơ sở dữ liệu trống (mọi người đều do máy bịa ra).',
  en: 'Makes an invented province in an empty database (nobody in it is real).',
  async run(args) {
    const { flags } = readOptions(args, ['size', 'seed']);
    const [size, seed] = [Number(flags.size ?? 400), Number(flags.seed ?? 1)];
    if (!Number.isInteger(size) || size < 0 || size > 5_000_000 || !Number.isInteger(seed))
      throw new Usage('Số người phải là số nguyên.', 'The size must be a whole number.');
    await withBase(async base => {
      const began = Date.now();
      const made = await seedIfEmpty(base, {
        size,
        seed,
        say,
        onProgress: people => people % 5000 === 0 && process.stderr.write(`\r${people}`),
      });
      process.stderr.write('\n');
      if (!made)
        throw new Refusal(
          'Cơ sở dữ liệu đã có dữ liệu; không dựng đè lên.',
          'The database is not empty; nothing was made.',
        );
      say(
        `Xong: ${size} người, ${Math.round((Date.now() - began) / 1000)} giây.`,
        `Done: ${size} people in ${Math.round((Date.now() - began) / 1000)} s.`,
      );
    });
  },
};
