/* `ledger verify` proves the chain or names the first broken entry, in the database or in an exported file (then no database is needed);
 * `ledger export` and `ledger checkpoint` make what other agencies keep. */
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { instantOf } from '../../kernel/day.ts';
import { verifyCheckpoint } from '../../kernel/ledger/checkpoint.ts';
import { verifyExport, writeExport } from '../../kernel/ledger/export.ts';
import { openDoor } from '../db/door.ts';
import { ledgerOrigin, streamChain, takeCheckpoint, verifyLedger } from '../ledger/verify.ts';
import type { Command } from './main.ts';
import { readOptions, say, Usage, withBase } from './say.ts';

const reasons: Readonly<Record<string, readonly [string, string]>> = {
  entry: ['nội dung mục đã bị sửa', 'a field differs from what was sealed'],
  missing: ['mục đã bị xóa', 'the entry is gone'],
  order: ['thứ tự bị cắt, chèn hoặc đổi chỗ', 'something was cut out, put in or moved'],
  link: ['mục không khớp với chuỗi', 'the entry does not fit the chain'],
  body: ['phần nội dung kèm theo đã bị sửa', 'the body is not the one committed to'],
  checkpoint: ['chuỗi không phải chuỗi đã ký', 'the chain is not the one that was signed'],
  short: ['chuỗi ngắn hơn mốc đã ký', 'the chain ends before a signed checkpoint'],
  unreadable: ['có dòng không đọc được', 'a line could not be read'],
};

interface Judged {
  readonly ok: boolean;
  readonly entries: number;
  readonly firstBroken?: { readonly seq: number; readonly entryId: string | null; readonly why: string };
}

function report(verdict: Judged, more: readonly [string, string]): void {
  if (verdict.ok) {
    say(
      `Sổ cái nguyên vẹn: ${verdict.entries} mục. ${more[0]}`,
      `The ledger verifies: ${verdict.entries} entries. ${more[1]}`,
    );
    return;
  }
  const broken = verdict.firstBroken;
  const why = reasons[broken?.why ?? ''] ?? ['', ''];
  say(
    `SỔ CÁI BỊ HỎNG tại mục số ${broken?.seq} (${broken?.entryId ?? 'không rõ mã'}): ${why[0]}.`,
    `THE LEDGER IS BROKEN at entry ${broken?.seq} (${broken?.entryId ?? 'no id'}): ${why[1]}.`,
  );
  process.exitCode = 1;
}

async function verify(words: readonly string[], flags: Readonly<Record<string, string>>): Promise<void> {
  const [file] = words;
  if (file) {
    const verdict = await verifyExport(
      createReadStream(file),
      flags.key ? { verifierKeys: [flags.key] } : {},
    );
    report(verdict, [`Mốc ký: ${verdict.checkpoint}.`, `Checkpoint: ${verdict.checkpoint}.`]);
    return;
  }
  const held = flags.held ? heldFrom(flags.held, flags.key) : [];
  await withBase(async base => {
    const door = openDoor(base.app, { most: 2, statementTimeout: 600_000 });
    try {
      const verdict = await verifyLedger(
        door,
        held,
        entries => process.stderr.isTTY && process.stderr.write(`\r${entries}`),
      );
      report(verdict, [
        `Qua ${verdict.checkpoints + held.length} mốc đã ký; ${verdict.waiting} mục chưa vào chuỗi. Đầu chuỗi ${verdict.head.seq} ${verdict.head.hash}`,
        `Passes ${verdict.checkpoints + held.length} signed checkpoints; ${verdict.waiting} not chained yet. Head ${verdict.head.seq} ${verdict.head.hash}`,
      ]);
    } finally {
      await door.close();
    }
  });
}

/** A checkpoint another agency kept, checked with the key it was given. */
function heldFrom(file: string, key: string | undefined): { seq: number; hash: Uint8Array }[] {
  if (!key)
    throw new Usage(
      'Cần --key để kiểm tra chữ ký của mốc.',
      '--key is needed to check the signature of the checkpoint.',
    );
  const verdict = verifyCheckpoint(readFileSync(file, 'utf8'), key);
  if (!verdict.ok)
    throw new Usage(
      `Mốc ký không hợp lệ (${verdict.why}).`,
      `The checkpoint does not verify (${verdict.why}).`,
    );
  return [{ seq: verdict.checkpoint.seq, hash: verdict.checkpoint.hash }];
}

async function take(words: readonly string[], exporting: boolean): Promise<void> {
  await withBase(async base => {
    const door = openDoor(base.app, { most: 2, statementTimeout: 600_000 });
    try {
      const now = instantOf(Date.now());
      const checkpoint = await takeCheckpoint(door, base.keyring, now);
      if (!exporting) {
        console.log(checkpoint ? checkpoint.note : '');
        if (checkpoint)
          say(`Khóa kiểm tra: ${checkpoint.verifierKey}`, `Verifier key: ${checkpoint.verifierKey}`);
        return;
      }
      const [file] = words;
      if (!file) throw new Usage('Cần tên tệp.', 'A file name is needed.');
      const lines = writeExport(streamChain(door, { bodies: false }), {
        origin: ledgerOrigin,
        now,
        checkpoint: () => checkpoint?.note ?? null,
      });
      await pipeline(Readable.from(lines), createWriteStream(file, { mode: 0o600 }));
      say(
        `Đã xuất sổ cái ra ${file}. Khóa kiểm tra: ${checkpoint?.verifierKey}`,
        `The ledger is in ${file}. Verifier key: ${checkpoint?.verifierKey}`,
      );
    } finally {
      await door.close();
    }
  });
}

export const ledgerCommand: Command = {
  usage: 'ledger verify [FILE] [--held NOTE] [--key KEY] | ledger export FILE | ledger checkpoint',
  vi: 'Kiểm tra chuỗi sổ cái (trong cơ sở dữ liệu hoặc trong tệp đã xuất), xuất sổ cái, ký mốc để giao cho cơ quan khác giữ.',
  en: 'Verifies the ledger (in the database, or an exported file without one), exports it, signs a checkpoint for others to keep.',
  async run([what, ...args]) {
    const { words, flags } = readOptions(args, ['held', 'key']);
    if (what === 'verify') return verify(words, flags);
    if (what === 'export') return take(words, true);
    if (what === 'checkpoint') return take(words, false);
    throw new Usage(`Cách dùng: npx chungtay ${this.usage}`, `Use: npx chungtay ${this.usage}`);
  },
};
