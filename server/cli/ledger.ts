/* `ledger verify` proves the chain or names the first broken entry, in the database or in an exported file (then no database is needed);
 * `ledger export` and `ledger checkpoint` make what other agencies keep. */
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { instantOf } from '../../kernel/day.ts';
import { type Checkpoint, readVerifierKey, verifyCheckpoint } from '../../kernel/ledger/checkpoint.ts';
import { verifyExport, writeExport } from '../../kernel/ledger/export.ts';
import { openDoor } from '../db/door.ts';
import { ledgerOrigin, streamChain, takeCheckpoint, verifyLedger } from '../ledger/verify.ts';
import type { Command } from './main.ts';
import { lang, Refusal, readOptions, say, Usage, withBase } from './say.ts';

const reasons: Readonly<Record<string, readonly [string, string]>> = {
  entry: ['nội dung mục đã bị sửa', 'a field differs from what was sealed'],
  missing: ['mục đã bị xóa', 'the entry is gone'],
  order: ['thứ tự bị cắt, chèn hoặc đổi chỗ', 'something was cut out, put in or moved'],
  link: ['mục không khớp với chuỗi', 'the entry does not fit the chain'],
  body: ['phần nội dung kèm theo đã bị sửa', 'the body is not the one committed to'],
  checkpoint: ['chuỗi không phải chuỗi đã ký', 'the chain is not the one that was signed'],
  late: ['phần này bắt đầu sau mốc đã ký', 'what is here begins after a signed checkpoint'],
  unsigned: ['tệp không có mốc ký ở cuối', 'the file closes without a signed checkpoint'],
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
      `Nhật ký nguyên vẹn: ${verdict.entries} mục. ${more[0]}`,
      `The ledger verifies: ${verdict.entries} entries. ${more[1]}`,
    );
    return;
  }
  const broken = verdict.firstBroken;
  const why = reasons[broken?.why ?? ''] ?? ['', ''];
  say(
    `NHẬT KÝ BỊ HỎNG tại mục số ${broken?.seq} (${broken?.entryId ?? 'không rõ mã'}): ${why[0]}.`,
    `THE LEDGER IS BROKEN at entry ${broken?.seq} (${broken?.entryId ?? 'no id'}): ${why[1]}.`,
  );
  process.exitCode = 1;
}

async function verify(words: readonly string[], flags: Readonly<Record<string, string>>): Promise<void> {
  const [file] = words;
  const { key } = flags;
  if (key) checkKey(key);
  const held = flags.held ? [heldFrom(flags.held, key)] : [];
  if (file) return verifyFile(file, held, key);
  if (key && held.length === 0)
    throw new Usage(
      '--key chỉ dùng để kiểm tra một tệp hoặc một mốc ký (--held).',
      '--key checks a file or a signed checkpoint (--held); there is neither.',
    );
  for (const note of held) belongsTo(note, ledgerOrigin);
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

async function verifyFile(file: string, held: readonly Checkpoint[], key: string | undefined): Promise<void> {
  const verdict = await verifyExport(createReadStream(file), {
    held,
    ...(key ? { verifierKeys: [key] } : {}),
  });
  if (!verdict.header)
    throw new Refusal(`${file} không phải là tệp xuất nhật ký.`, `${file} is not a ledger export.`);
  for (const note of held) belongsTo(note, verdict.header.origin);
  const after = verdict.header.after_seq;
  const part: readonly [string, string] =
    after > 0 ? [` từ mục ${after + 1}`, ` from entry ${after + 1}`] : ['', ''];
  if (verdict.ok && !key)
    // The chain of a file agrees with itself whoever wrote it: only a key from elsewhere says whose it is.
    return say(
      `Tệp khớp với chính nó: ${verdict.entries} mục${part[0]}. CHƯA kiểm tra tệp là của ai: cần --key.`,
      `The file agrees with itself: ${verdict.entries} entries${part[1]}. Whose it is was NOT checked: --key is needed.`,
    );
  report(verdict, [
    `Mốc ký cuối tệp: ${verdict.checkpoint === 'verified' ? 'đúng' : 'không có'}${part[0]}.${held.length > 0 ? ` Qua mốc đang giữ (mục ${held[0]!.seq}).` : ''}`,
    `Closing checkpoint: ${verdict.checkpoint}${part[1]}.${held.length > 0 ? ` Passes the checkpoint you hold (entry ${held[0]!.seq}).` : ''}`,
  ]);
}

/** @throws Usage when it is no verifier key. */
export function checkKey(key: string): void {
  try {
    readVerifierKey(key);
  } catch {
    throw new Usage(
      '--key không phải là khóa kiểm tra (dạng tên+mã+khóa).',
      '--key is not a verifier key (name+id+key).',
    );
  }
}

function belongsTo(note: Checkpoint, origin: string): void {
  if (note.origin !== origin)
    throw new Refusal(
      `Mốc đang giữ là của nhật ký khác (${note.origin}, không phải ${origin}).`,
      `The checkpoint you hold is of another ledger (${note.origin}, not ${origin}).`,
    );
}

const noteErrors = {
  unreadable: ['tệp không phải là mốc ký', 'the file is not a signed checkpoint'],
  unknown_key: ['mốc không do khóa này ký', 'it was not signed with this key'],
  signature: ['chữ ký sai', 'the signature is wrong'],
} as const;

/** A checkpoint another agency kept, checked with the key it was given. Line ends and blank lines a mail program or an editor added do not count. */
function heldFrom(file: string, key: string | undefined): Checkpoint {
  if (!key)
    throw new Usage(
      'Cần --key để kiểm tra chữ ký của mốc.',
      '--key is needed to check the signature of the checkpoint.',
    );
  const text = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .trimEnd();
  const verdict = verifyCheckpoint(`${text}\n`, key);
  if (verdict.ok) return verdict.checkpoint;
  const why = noteErrors[verdict.why];
  throw new Refusal(`${file}: ${why[0]}.`, `${file}: ${why[1]}.`);
}

async function take(words: readonly string[], exporting: boolean): Promise<void> {
  await withBase(async base => {
    const door = openDoor(base.app, { most: 2, statementTimeout: 600_000 });
    try {
      const now = instantOf(Date.now());
      const checkpoint = await takeCheckpoint(door, base.keyring, now);
      if (!exporting) {
        if (!checkpoint)
          throw new Refusal(
            'Nhật ký còn trống, chưa có gì để ký.',
            'The ledger is empty: there is nothing to sign yet.',
          );
        // The note alone goes to stdout, byte for byte, so that `> NOTE` keeps what was signed and nothing else.
        process.stdout.write(checkpoint.note);
        console.error(
          lang === 'vi'
            ? `Khóa kiểm tra: ${checkpoint.verifierKey}`
            : `Verifier key: ${checkpoint.verifierKey}`,
        );
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
        `Đã xuất nhật ký ra ${file}. Khóa kiểm tra: ${checkpoint?.verifierKey}`,
        `The ledger is in ${file}. Verifier key: ${checkpoint?.verifierKey}`,
      );
    } finally {
      await door.close();
    }
  });
}

export const ledgerCommand: Command = {
  usage: 'ledger verify [FILE] [--held NOTE] [--key KEY] | ledger export FILE | ledger checkpoint',
  vi: 'Kiểm tra chuỗi nhật ký (trong cơ sở dữ liệu hoặc trong tệp đã xuất), xuất nhật ký, ký mốc để giao cho cơ quan khác giữ.',
  en: 'Verifies the ledger (in the database, or an exported file without one), exports it, signs a checkpoint for others to keep.',
  async run([what, ...args]) {
    const { words, flags } = readOptions(args, ['held', 'key']);
    if (what === 'verify') return verify(words, flags);
    if (what === 'export') return take(words, true);
    if (what === 'checkpoint') return take(words, false);
    throw new Usage(`Cách dùng: npx chungtay ${this.usage}`, `Use: npx chungtay ${this.usage}`);
  },
};
