/* `keys list` and `keys rotate`: the keys stay outside the database; turning them over re-encrypts every sealed value in batches while the system runs. */
import { instantOf } from '../../kernel/day.ts';
import { columnOf, indexColumnOf } from '../../kernel/record/record.ts';
import { tableOf } from '../../kernel/record/sql.ts';
import { records } from '../../modules/index.ts';
import { exactSearchText } from '../../modules/people/index.ts';
import { connectAsOwner } from '../db/owner.ts';
import { listKeys } from '../seal/keyring.ts';
import { rotateSealed, type SealedColumn } from '../seal/rotate.ts';
import type { Command } from './main.ts';
import { say, Usage, withBase } from './say.ts';

/** Every sealed column there is, those of signing in included. */
export function sealedColumns(): SealedColumn[] {
  const ofRecords = records.flatMap(record =>
    Object.entries(record.fields).flatMap(([name, field]): SealedColumn[] => {
      if (field.tier !== 'sealed') return [];
      const indexColumn = indexColumnOf(record, name);
      const column = { table: tableOf(record), idColumn: 'id', sealedColumn: columnOf(record, name) };
      return [
        indexColumn
          ? { ...column, indexColumn, indexOf: text => exactSearchText(field.options.format!, text) || null }
          : column,
      ];
    }),
  );
  return [...ofRecords, { table: 'auth.totp', idColumn: 'id', sealedColumn: 'secret_sealed' }];
}

export const keysCommand: Command = {
  usage: 'keys list | keys rotate',
  vi: 'Xem các khóa, hoặc thay khóa mới và mã hóa lại mọi ô niêm phong (hệ thống vẫn chạy).',
  en: 'Lists the keys, or makes new ones and re-encrypts every sealed field (the system may go on running).',
  async run([what]) {
    if (what !== 'list' && what !== 'rotate')
      throw new Usage(`Cách dùng: npx chungtay ${this.usage}`, `Use: npx chungtay ${this.usage}`);
    await withBase(async base => {
      if (what === 'rotate') {
        const client = await connectAsOwner(base.owner);
        try {
          const db = {
            query: async (sql: string, values: readonly unknown[] = []) =>
              (await client.query(sql, [...values])).rows,
          };
          const rotation = await rotateSealed(db, base.keyring, sealedColumns(), {
            now: instantOf(Date.now()),
            onProgress: ({ table, column, rows }) =>
              process.stderr.isTTY && process.stderr.write(`\r${table}.${column} ${rows}`),
          });
          say(
            `Đã mã hóa lại ${rotation.rows} giá trị bằng khóa ${rotation.keyId}; ${rotation.retired.length} khóa cũ ngừng dùng. Hãy sao lưu lại tệp khóa.`,
            `Re-encrypted ${rotation.rows} values with key ${rotation.keyId}; ${rotation.retired.length} old keys retired. Back up the key file again.`,
          );
          if (rotation.unreadable.length > 0) {
            say(
              `${rotation.unreadable.length} giá trị không mở được và được giữ nguyên.`,
              `${rotation.unreadable.length} values could not be opened and were left alone.`,
            );
            process.exitCode = 1;
          }
        } finally {
          await client.end();
        }
      }
      for (const key of listKeys(base.keyring))
        console.log([key.id, key.purpose, key.made_at, key.retired_at ?? ''].join('  '));
    });
  },
};
