/**
 * The reasons a comparison may give and the warnings a paper check may raise: each a short clause in Vietnamese and English (ICU
 * messages) that joins with commas into one sentence. What is surprising: a reason carries bits of evidence, positive or
 * negative, and the bits of a comparison are their plain sum, so a person can check every step.
 */

/** `params` hold names and years: they are for the screen of somebody who may see both people, never for a log. */
export type Reason = { code: ReasonCode; params: Record<string, string | number>; bits: number };

type Clause = { vi: string; en: string };

/** Clauses by code. `{left}` and `{right}` are the two spellings as written; `{years}` a difference in years. */
export const REASONS = {
  'name.same': { vi: 'họ tên giống hệt', en: 'the same full name' },
  'name.given': { vi: 'cùng tên gọi “{left}”', en: 'the same given name “{left}”' },
  'name.tone': {
    vi: 'tên chỉ khác dấu thanh ({left} – {right})',
    en: 'names differ only in tone marks ({left} – {right})',
  },
  'name.marks': { vi: 'tên giống nhau khi bỏ dấu', en: 'the same name once marks are left out' },
  'name.spelling': {
    vi: 'hai cách viết của cùng một tên ({left} – {right})',
    en: 'two spellings of one name ({left} – {right})',
  },
  'name.foreign': {
    vi: 'tên phiên âm tiếng Trung tương ứng ({left} – {right})',
    en: 'the Chinese form of the name corresponds ({left} – {right})',
  },
  'name.initials': { vi: 'chữ viết tắt khớp ({left} – {right})', en: 'the initials fit ({left} – {right})' },
  'name.typo': {
    vi: 'tên chỉ lệch một chữ ({left} – {right})',
    en: 'names one letter apart ({left} – {right})',
  },
  'name.order': { vi: 'thứ tự họ và tên đảo ngược', en: 'family and given name in the other order' },
  'name.middle': { vi: 'tên đệm thiếu hoặc khác', en: 'middle name missing or different' },
  'name.family': { vi: 'khác họ', en: 'different family names' },
  'name.differs': { vi: 'tên khác nhau', en: 'different names' },
  'alias.same': { vi: 'trùng tên gọi khác “{left}”', en: 'a shared other name “{left}”' },
  'alias.tried': {
    vi: 'đã so nhiều tên nên trùng một tên nói lên ít hơn',
    en: 'many names were compared, so one in common says less',
  },
  'born.same': { vi: 'cùng ngày sinh', en: 'the same birth date' },
  'born.month': { vi: 'cùng tháng và năm sinh', en: 'the same month and year of birth' },
  'born.year': { vi: 'cùng năm sinh', en: 'the same birth year' },
  'born.swap': { vi: 'ngày và tháng sinh bị đảo', en: 'day and month of birth swapped' },
  'born.near': {
    vi: 'năm sinh lệch {years, plural, =1 {một năm} other {# năm}}',
    en: 'birth years {years, plural, one {# year} other {# years}} apart',
  },
  'born.lunar': {
    vi: 'ngày sinh có thể ghi theo âm lịch',
    en: 'one birth date may follow the lunar calendar',
  },
  'born.slip': { vi: 'ngày sinh lệch một chữ số', en: 'birth dates one digit apart' },
  'born.differs': { vi: 'năm sinh khác nhau', en: 'different birth years' },
  'origin.commune': { vi: 'cùng xã', en: 'the same commune' },
  'origin.district': { vi: 'cùng huyện', en: 'the same district' },
  'origin.province': { vi: 'cùng tỉnh', en: 'the same province' },
  'origin.differs': { vi: 'quê quán khác nhau', en: 'different home places' },
  'sex.differs': { vi: 'khác giới tính', en: 'different sex' },
  'sex.marker': {
    vi: 'tên đệm không hợp với giới tính đã ghi',
    en: 'the middle name does not fit the recorded sex',
  },
  'ethnicity.same': { vi: 'cùng dân tộc', en: 'the same ethnic group' },
  'ethnicity.differs': { vi: 'khác dân tộc', en: 'different ethnic groups' },
  'paper.same': { vi: 'trùng số giấy tờ', en: 'the same document number' },
  'paper.near': { vi: 'số giấy tờ lệch một chữ số', en: 'document numbers one digit apart' },
  'paper.differs': { vi: 'số định danh khác nhau', en: 'different personal numbers' },
  'phone.same': { vi: 'trùng số điện thoại', en: 'the same phone number' },
} as const satisfies Record<string, Clause>;

export type ReasonCode = keyof typeof REASONS;

/** Warnings of `checkPaper`. They advise and never block: a wrong number on a real card is still the number on the card. */
export const PAPER_WARNINGS = {
  'paper.length': {
    vi: 'số phải có {expected} chữ số, đang có {found}',
    en: 'the number should have {expected} digits, it has {found}',
  },
  'paper.format': {
    vi: 'số không đúng dạng của loại giấy tờ này',
    en: 'the number does not look like one of this kind of document',
  },
  'paper.province': { vi: 'không có tỉnh nào mang mã {code}', en: 'no province has the code {code}' },
  'paper.sex': {
    vi: 'số ghi giới tính {number, select, female {nữ} other {nam}}, khác với khai báo',
    en: 'the number says {number, select, female {female} other {male}}, unlike the record',
  },
  'paper.year': {
    vi: 'số ghi năm sinh {number}, khác với năm {declared} đã khai',
    en: 'the number says born {number}, the record says {declared}',
  },
  'paper.future': {
    vi: 'số ghi năm sinh {number}, chưa tới',
    en: 'the number says born {number}, which is still to come',
  },
  'paper.checksum': {
    vi: 'chữ số kiểm tra sai, có thể gõ nhầm',
    en: 'the check digit is wrong, perhaps a slip',
  },
  'paper.date': {
    vi: 'ngày sinh trong số không có thật',
    en: 'the birth date inside the number does not exist',
  },
  'paper.expiredKind': {
    vi: 'CMND 9 số không còn giá trị sử dụng từ 01/01/2025',
    en: 'nine-digit identity cards have not been valid since 1 January 2025',
  },
  'phone.format': {
    vi: 'không giống số điện thoại Việt Nam hay Trung Quốc',
    en: 'does not look like a Vietnamese or Chinese phone number',
  },
  'phone.converted': {
    vi: 'đã đổi đầu số 11 chữ số cũ {old} sang {new}',
    en: 'the old eleven-digit prefix {old} became {new}',
  },
  'phone.hotline': {
    vi: 'đây là tổng đài, không phải số của một người',
    en: 'this is a hotline, not one person’s number',
  },
  'phone.landline': {
    vi: 'số máy bàn, có thể nhiều người dùng chung',
    en: 'a landline, perhaps shared by several people',
  },
} as const satisfies Record<string, Clause>;

export type PaperWarningCode = keyof typeof PAPER_WARNINGS;
