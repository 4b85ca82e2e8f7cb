/* `evidence verify FILE` checks exported evidence: the bytes, the chain of custody, the openings and what the ledger says of each. It needs no database, and names the first
 * thing that is wrong. */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { type EvidenceVerdict, type Flaw, verifyEvidence } from '../evidence/verify.ts';
import { checkKey } from './ledger.ts';
import type { Command } from './main.ts';
import { Refusal, readOptions, say, Usage } from './say.ts';

const parts: Readonly<Record<Flaw['part'], readonly [string, string]>> = {
  manifest: ['bản kê', 'the manifest'],
  file: ['tệp', 'the file'],
  exhibit: ['vật chứng', 'the exhibit'],
  custody: ['bước giao nhận', 'the custody step'],
  opening: ['lần mở tệp', 'the opening'],
  entry: ['mục nhật ký', 'the ledger entry'],
  signature: ['chữ ký', 'the signature'],
};
const reasons: Readonly<Record<Flaw['why'], readonly [string, string]>> = {
  unreadable: ['không đọc được', 'cannot be read'],
  missing: ['không có trong gói', 'is not in the package'],
  unlisted: ['không có trong bản kê', 'is not in the manifest'],
  size: ['kích thước khác bản kê', 'has another size than the manifest says'],
  hash: ['nội dung đã bị sửa: mã băm khác', 'was changed: its hash differs'],
  gap: ['bị thiếu trong chuỗi giao nhận', 'is missing from the chain'],
  time: ['đứng trước bước liền trước nó về thời gian', 'is earlier than the step before it'],
  holder: ['không nối với người giữ ở bước trước', 'does not follow from who held it before'],
  not_as_entered: ['khác với điều đã ghi trong nhật ký', 'is not what was entered in the ledger'],
  not_told: [
    'đã ghi trong nhật ký nhưng không có trong bản kê',
    'was entered in the ledger and left out of the manifest',
  ],
  chain: ['không khớp với chuỗi nhật ký', 'does not fit the chain of the ledger'],
  changed: ['không phải bản đã ký', 'is not the one that was signed'],
  key: ['không phải do khóa này ký', 'was not made with this key'],
};

function filesIn(path: string): Record<string, Uint8Array> {
  const bytes = readFileSync(path);
  try {
    return unzipSync(bytes);
  } catch {
    throw new Refusal(`${path} không phải là tệp ZIP.`, `${path} is not a ZIP file.`);
  }
}

function report({ flaw, manifest, unproven, signedBy }: EvidenceVerdict): void {
  if (flaw) {
    const [part, why] = [parts[flaw.part], reasons[flaw.why]];
    say(
      `CHỨNG CỨ KHÔNG NGUYÊN VẸN: ${part[0]} ${flaw.name} ${why[0]}.`,
      `THE EVIDENCE IS NOT WHOLE: ${part[1]} ${flaw.name} ${why[1]}.`,
    );
    process.exitCode = 1;
    return;
  }
  const { case: file, files, custody, openings } = manifest!;
  say(
    `Chứng cứ vụ án ${file.number} nguyên vẹn: ${files.length} tệp, ${custody.length} bước giao nhận, ${openings.length} lần mở.`,
    `The evidence of case ${file.number} is whole: ${files.length} files, ${custody.length} custody steps, ${openings.length} openings.`,
  );
  if (unproven > 0)
    say(
      `${unproven} dòng không có mục nhật ký đứng sau: chỉ chữ ký bảo đảm.`,
      `${unproven} lines have no ledger entry behind them: only the signature vouches for them.`,
    );
  if (signedBy) say(`Chữ ký đúng: ${signedBy.join(', ')}.`, `Signed by ${signedBy.join(', ')}.`);
  else say('CHƯA kiểm tra chữ ký: cần --key.', 'The signature was NOT checked: --key is needed.');
}

export const evidenceCommand: Command = {
  usage: 'evidence verify FILE.zip [--key KEY]',
  vi: 'Kiểm tra gói chứng cứ đã xuất: tệp, chuỗi giao nhận, các lần mở và chữ ký. Không cần cơ sở dữ liệu; nêu điều sai đầu tiên và thoát với mã 1.',
  en: 'Verifies exported evidence: files, chain of custody, openings and signature. Needs no database; names the first thing that is wrong and exits with code 1.',
  async run([what, ...args]) {
    const { words, flags } = readOptions(args, ['key']);
    const [file] = words;
    if (what !== 'verify' || !file || words.length > 1)
      throw new Usage(`Cách dùng: npx chungtay ${this.usage}`, `Use: npx chungtay ${this.usage}`);
    if (flags.key) checkKey(flags.key);
    report(await verifyEvidence(filesIn(file), flags.key ? [flags.key] : []));
  },
};
