/* `backup` and `restore`: one encrypted file with everything (database and keys), for the embedded database and for a server of one's own. */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { instantOf } from '../../kernel/day.ts';
import { backup } from '../backup/backup.ts';
import { eraseAgain, erasedFile, readErased } from '../backup/erased.ts';
import { restore } from '../backup/restore.ts';
import { migrate, migrationNames } from '../db/migrate.ts';
import { connectAsOwner } from '../db/owner.ts';
import { keyringFile, listKeys } from '../seal/keyring.ts';
import { openBase } from '../system.ts';
import type { Command } from './main.ts';
import { readOptions, say, Usage, withBase } from './say.ts';

const schemas = ['public', 'auth', 'ledger', 'ct'];
/** Sessions do not travel: whoever was signed in signs in again. The list of migrations is remade by migrating. */
const leaveOut = ['auth.session', 'auth.challenge', 'auth.attempt', 'public.migration', 'ct.office_below'];

async function passphrase(): Promise<string> {
  const given = process.env.CHUNGTAY_BACKUP_PASSPHRASE;
  if (given) return given;
  if (!process.stdin.isTTY)
    throw new Usage(
      'Đặt mật khẩu trong CHUNGTAY_BACKUP_PASSPHRASE.',
      'Put the passphrase into CHUNGTAY_BACKUP_PASSPHRASE.',
    );
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await asking.question('Mật khẩu / passphrase: ');
  asking.close();
  return answer;
}

export const backupCommand: Command = {
  usage: 'backup FILE [--recipient age1…]',
  vi: 'Sao lưu toàn bộ (cơ sở dữ liệu và khóa) vào một tệp đã mã hóa. Mật khẩu: CHUNGTAY_BACKUP_PASSPHRASE hoặc hỏi.',
  en: 'Backs up everything (database and keys) into one encrypted file. Passphrase: CHUNGTAY_BACKUP_PASSPHRASE, or asked for.',
  async run(args) {
    const { words, flags } = readOptions(args, ['recipient']);
    const [file] = words;
    if (!file) throw new Usage('Cần tên tệp.', 'A file name is needed.');
    const lock = flags.recipient ? { recipients: [flags.recipient] } : { passphrase: await passphrase() };
    await withBase(async base => {
      const client = await connectAsOwner(base.owner);
      try {
        const result = await backup({
          client,
          file,
          lock,
          schemas,
          leaveOut,
          migrations: async reader =>
            (
              await reader.query<{ name: string }>(
                "select name from public.migration where name <> 'repeatable' order by name",
              )
            ).rows.map(row => row.name),
          keyring: {
            bytes: readFileSync(base.keyring.file),
            keyIds: listKeys(base.keyring).map(key => key.id),
          },
          now: instantOf(Date.now()),
          onProgress: ({ table, number, tables }) =>
            process.stderr.isTTY && process.stderr.write(`\r${number}/${tables} ${table}            `),
        });
        say(
          `\nĐã sao lưu ${result.rows} dòng của ${result.tables} bảng vào ${file} (${result.bytes} byte).`,
          `\nBacked up ${result.rows} rows of ${result.tables} tables into ${file} (${result.bytes} bytes).`,
        );
      } finally {
        await client.end();
      }
    });
  },
};

export const restoreCommand: Command = {
  usage: 'restore FILE [--identity AGE-SECRET-KEY-1…]',
  vi: 'Khôi phục một bản sao lưu vào cơ sở dữ liệu trống; kiểm tra từng dòng và nhật ký trước khi giữ lại.',
  en: 'Restores a backup into an empty database; every row and the ledger are checked before it is kept.',
  async run(args) {
    const { words, flags } = readOptions(args, ['identity']);
    const [file] = words;
    if (!file) throw new Usage('Cần tên tệp.', 'A file name is needed.');
    const key = flags.identity ? { identity: flags.identity } : { passphrase: await passphrase() };
    // Neither migrated nor given keys of its own: both come from the backup.
    const base = await openBase({ say, migrateNow: false, makeKeys: false });
    try {
      const client = await connectAsOwner(base.owner);
      try {
        const result = await restore({
          client,
          file,
          key,
          knownMigrations: await migrationNames(),
          migrate: async migrations => {
            await migrate(base.owner, {
              upTo: migrations,
              ...(base.app.password ? { appPassword: base.app.password } : {}),
            });
          },
          keyring: { home: base.home },
          onProgress: ({ step, table, number, tables }) =>
            process.stderr.isTTY &&
            process.stderr.write(`\r${step} ${number}/${tables} ${table}            `),
        });
        await migrate(base.owner);
        const list = readErased(erasedFile({ file: keyringFile(base.home) }));
        const again = await eraseAgain(client, list, instantOf(Date.now()));
        if (again > 0)
          say(
            `${again} hồ sơ đã xóa trước đây có lại trong bản sao lưu này. Chúng bị xóa lại ngay khi hệ thống chạy.`,
            `${again} files that had been erased are in this backup again. They are erased again as soon as the system runs.`,
          );
        say(
          `\nĐã khôi phục bản sao lưu lúc ${result.madeAt}: ${result.rows} dòng, nhật ký ${result.ledger?.ok ? 'nguyên vẹn' : 'không có'}, khóa: ${result.keyring}.`,
          `\nRestored the backup of ${result.madeAt}: ${result.rows} rows, ledger ${result.ledger?.ok ? 'verifies' : 'absent'}, keys: ${result.keyring}.`,
        );
      } finally {
        await client.end();
      }
    } finally {
      await base.stop();
    }
  },
};
