/*
 * The sentences the invented notes are made of: short, plain Vietnamese, what was done and what comes next. No note tells what happened to
 * somebody; a seed that did would teach people to write it down.
 */
import type { Exploitation, NoteKind } from './types.ts';

export const NOTES: Record<NoteKind, readonly string[]> = {
  talk: [
    'Đã gặp và giới thiệu quyền được hỗ trợ. Chị nghe qua phiên dịch và hiểu rõ.',
    'Buổi nói chuyện ngắn theo ý chị. Hẹn gặp lại vào thứ Hai.',
    'Chị muốn nghỉ, chưa muốn nói chuyện hôm nay.',
    'Đã giải thích lại các bước tiếp theo và số điện thoại cần gọi.',
    'Nói chuyện bằng tiếng mẹ đẻ, tinh thần thoải mái hơn tuần trước.',
  ],
  health: [
    'Đã đưa đi khám tổng quát, có giấy hẹn tái khám.',
    'Ăn được, ngủ được hơn. Tiếp tục theo dõi.',
    'Đã làm thẻ bảo hiểm y tế.',
    'Tái khám xong, bác sĩ dặn uống thuốc đủ ngày.',
    'Đã gặp chuyên viên tâm lý buổi đầu.',
  ],
  family: [
    'Đã gọi điện cho mẹ với sự đồng ý của chị.',
    'Gia đình mong đón về, Hội Phụ nữ xã đã đến thăm nhà.',
    'Chị chưa muốn gia đình biết. Tôn trọng ý chị.',
    'Anh trai đến thăm tại phòng khách, có nhân viên cùng ngồi.',
    'Đã về nhà, có cán bộ xã đi cùng.',
  ],
  school_work: [
    'Đăng ký lớp học nghề may, khai giảng tháng sau.',
    'Em đi học lại lớp 9, nhà trường đã nhận.',
    'Đã nộp hồ sơ xin trợ cấp khó khăn ban đầu.',
    'Được nhận vào làm ở hợp tác xã thổ cẩm.',
    'Học lớp xóa mù chữ buổi tối, đi đều.',
  ],
  safety: [
    'Đã đổi số điện thoại và hướng dẫn cách từ chối cuộc gọi lạ.',
    'Không có người lạ tìm đến trong tuần.',
    'Công an xã đã có số liên lạc khi cần gấp.',
    'Đã cùng chị lập kế hoạch an toàn khi đi chợ phiên.',
  ],
  other: [
    'Đã nhận quần áo và đồ dùng thiết yếu.',
    'Đã làm lại giấy khai sinh cho cháu.',
    'Đã nhận tiền tàu xe về quê.',
    'Hồ sơ căn cước đã nộp, hẹn trả sau hai tuần.',
  ],
};

export const QUESTIONS = [
  'Đề nghị xác minh nhân thân, nơi cư trú và việc vắng mặt tại địa phương.',
  'Đề nghị xác minh thời gian rời địa phương, hoàn cảnh gia đình và người cùng đi.',
  'Đề nghị xác minh nhân thân và các thông tin người trở về đã cung cấp.',
];

export const REPLIES = {
  victim: [
    'Đã xác minh: nhân thân đúng, vắng mặt tại địa phương, có căn cứ là nạn nhân.',
    'Lời trình bày phù hợp với xác minh tại địa phương và hồ sơ vụ án liên quan.',
  ],
  not_victim: [
    'Đã xác minh: tự đi làm thuê qua biên giới, được trả công, không có dấu hiệu mua bán người.',
    'Chưa có căn cứ xác định là nạn nhân; đi thăm thân và quá hạn giấy thông hành.',
  ],
  undetermined: [
    'Chưa xác minh được do thiếu thông tin nơi cư trú. Tiếp tục phối hợp.',
    'Gia đình đã chuyển đi nơi khác, chưa đủ căn cứ kết luận.',
  ],
} as const;

export const PRESUMED_REASON: Record<Exploitation, string> = {
  forced_marriage: 'Có dấu hiệu bị lừa đưa sang nước ngoài lấy chồng trái ý muốn.',
  sexual_exploitation: 'Có dấu hiệu bị đưa đi để bóc lột.',
  forced_labour: 'Có dấu hiệu bị ép làm việc, giữ giấy tờ và không được trả công.',
  forced_criminality: 'Có dấu hiệu bị ép làm việc trong cơ sở lừa đảo qua mạng.',
  surrogacy: 'Có dấu hiệu bị đưa đi mang thai hộ trái pháp luật.',
  other: 'Có dấu hiệu mua bán người, cần xác minh thêm.',
};

/** Names recruiters went by. Invented, and common on purpose. */
export const ALIASES = [
  'Chị Hoa',
  'A Lử',
  'Cô Mai',
  'Anh Tùng',
  'A Sình',
  'Chị Lan',
  'Lão Tam',
  'Em Thảo',
  'Anh Hải',
  'Bà Sáu',
];

export const HANDED_OVER_BY = [
  'Công an huyện Hà Khẩu, châu Hồng Hà',
  'Trạm kiểm soát biên phòng Hà Khẩu',
  'Công an huyện Mã Quan, châu Văn Sơn',
];
