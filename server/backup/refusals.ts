/* Why a backup or a restore is refused. Read on a console, perhaps while there is no database at all, so each carries its sentence in both languages. */
import { type StartError, startError } from '../db/start-error.ts';

export const refusal = {
  exists: (file: string) =>
    startError(
      'backup.file_exists',
      `Đã có tệp ${file}. Hãy chọn tên khác.`,
      `The file ${file} is there already. Choose another name.`,
    ),
  weakPassphrase: () =>
    startError(
      'backup.passphrase_short',
      'Mật khẩu của bản sao lưu phải dài ít nhất 12 ký tự: ai đoán ra nó thì đọc được tất cả.',
      'The passphrase of a backup needs at least 12 characters: whoever guesses it reads everything.',
    ),
  badKey: () =>
    startError(
      'backup.key_malformed',
      'Khóa không đúng dạng. Khóa nhận bắt đầu bằng age1…, khóa mở bắt đầu bằng AGE-SECRET-KEY-1….',
      'That is no key. A recipient begins with age1…, an identity with AGE-SECRET-KEY-1….',
    ),
  wrongKey: (file: string) =>
    startError(
      'backup.key_wrong',
      `Mật khẩu hoặc khóa này không mở được bản sao lưu ${file}. Không có gì bị thay đổi.`,
      `This passphrase or key does not open the backup ${file}. Nothing was changed.`,
    ),
  notBackup: (file: string) =>
    startError(
      'backup.not_one',
      `Tệp ${file} không phải là bản sao lưu.`,
      `The file ${file} is not a backup.`,
    ),
  damaged: (file: string, cause?: unknown): StartError =>
    Object.assign(
      startError(
        'backup.damaged',
        `Bản sao lưu ${file} đã hỏng hoặc bị cắt ngắn. Không có gì được ghi vào cơ sở dữ liệu; hãy dùng một bản khác.`,
        `The backup ${file} is damaged or cut short. Nothing was written to the database; use another one.`,
      ),
      { cause },
    ),
  newer: (what: string) =>
    startError(
      'backup.newer',
      `Bản sao lưu được tạo bởi phiên bản Chung Tay mới hơn (${what}). Hãy cập nhật chương trình rồi phục hồi lại.`,
      `The backup was made by a newer Chung Tay (${what}). Update the program, then restore again.`,
    ),
  notEmpty: (table: string) =>
    startError(
      'backup.database_not_empty',
      `Cơ sở dữ liệu đã có dữ liệu (bảng ${table}). Chỉ phục hồi vào một cơ sở dữ liệu trống, để không ghi đè lên gì.`,
      `The database already holds data (table ${table}). A backup is restored into an empty database only, so that nothing is overwritten.`,
    ),
  otherShape: (what: string) =>
    startError(
      'backup.shape_differs',
      `Cấu trúc cơ sở dữ liệu không khớp với bản sao lưu: ${what}. Không có gì được ghi.`,
      `The database's shape is not that of the backup: ${what}. Nothing was written.`,
    ),
  rowsDiffer: (table: string) =>
    startError(
      'backup.rows_differ',
      `Sau khi ghi, bảng ${table} không giống bản sao lưu; đã hủy toàn bộ. Tài khoản phục hồi có thể thiếu quyền tắt trigger.`,
      `After loading, table ${table} is not what the backup holds; everything was undone. The restoring role may lack the right to switch triggers off.`,
    ),
  ledgerBroken: (seq: number, why: string) =>
    startError(
      'backup.ledger_broken',
      `Nhật ký trong bản sao lưu không còn nguyên vẹn từ số ${seq} (${why}); đã hủy toàn bộ. Bản này không dùng làm chứng cứ được.`,
      `The ledger in the backup is broken at number ${seq} (${why}); everything was undone. This copy is no evidence.`,
    ),
  keysMissing: (ids: readonly string[]) =>
    startError(
      'backup.keyring_foreign',
      `Thư mục này đã có bộ khóa khác, thiếu khóa ${ids.join(', ')} của bản sao lưu. Hãy phục hồi vào một thư mục mới.`,
      `This home has another keyring, without the backup's keys ${ids.join(', ')}. Restore into a new home.`,
    ),
  mayNotRead: (reason: string) =>
    startError(
      'backup.may_not_read',
      `Tài khoản cơ sở dữ liệu này không đọc được mọi dòng, nên bản sao lưu sẽ thiếu (${reason}). Cần quyền superuser hoặc BYPASSRLS.`,
      `This database role may not read every row, so the backup would lack some (${reason}). It takes a superuser or BYPASSRLS.`,
    ),
};
