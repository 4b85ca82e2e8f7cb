/* What the person declares herself: the officer writes for a child or for somebody who cannot write. Of these forms only the names were seen; the items
 * follow what the joint circular of 2014 asks to be known at reception. They carry no head of an office: she speaks, the office only registers. */
import type { Form } from '../form.ts';

const joint = 'Thông tư liên tịch số 01/2014/TTLT-BCA-BQP-BLĐTBXH-BNG ngày 10/02/2014';

const whoSheIs = [
  '1. Họ và tên: {person.fullName}',
  '2. Tên gọi khác: {person.otherNames}',
  '3. Giới tính: {person.sex}     Ngày, tháng, năm sinh: {person.born}',
  '4. Dân tộc: {person.ethnicity}     Quốc tịch: {person.nationality}',
  '5. Giấy tờ tùy thân: {paper.paperKind}, số {paper.paperNumber}, cấp ngày {paper.issuedOn}, nơi cấp {paper.issuer}',
  '6. Quê quán: {person.origin}',
  '7. Nơi ở hiện nay: {person.address}',
  'Điện thoại: {person.phone}',
] as const;

const children = [
  '8. Con và người dưới 18 tuổi đi cùng:',
  {
    children: [
      ['Họ và tên', 'childName', 40],
      ['Sinh', 'born', 20],
      ['Giới tính', 'sex', 15],
      ['Quan hệ', 'relation', 25],
    ],
  },
] as const;

const signing = [
  { title: 'NGƯỜI GHI HỘ HOẶC NGƯỜI GIÁM HỘ', note: '(Ký, ghi rõ họ tên, quan hệ; nếu có)' },
  { title: 'NGƯỜI KHAI', note: '(Ký, ghi rõ họ tên hoặc điểm chỉ)', name: 'person.fullName' },
] as const;

const truth =
  'Tôi xin cam đoan những điều khai trên là đúng sự thật và chịu trách nhiệm trước pháp luật về lời khai.';

export const declarationInCountry: Form = {
  code: 'TK-TN',
  version: '2026-1',
  title: 'TỜ KHAI',
  summary: 'Dùng cho nạn nhân bị mua bán trong nước',
  basis: joint,
  from: '2014-03-25',
  until: null,
  seen: 'name',
  confidence: 'low',
  symbol: 'TK',
  issuer: 'person',
  competence: ['receive', 'verify', 'support', 'shelter'],
  hand: ['occupation', 'happened'],
  body: [
    { to: 'Kính gửi: {office.name}' },
    ...whoSheIs,
    ...children,
    '9. Nghề nghiệp, nơi làm việc hoặc học tập trước khi sự việc xảy ra: {hand.occupation}',
    '10. Thời gian rời nơi ở: {arrival.leftHome}',
    '11. Điều người khai muốn trình bày (không bắt buộc): {hand.happened}',
    truth,
  ],
  signing,
};

export const declarationReturned: Form = {
  ...declarationInCountry,
  code: 'TK/NNa',
  summary: 'Dùng cho nạn nhân bị mua bán từ nước ngoài trở về',
  basis: `Phụ lục 1, ${joint}`,
  symbol: 'TK',
  hand: ['occupation', 'wayBack', 'happened'],
  body: [
    { to: 'Kính gửi: {office.name}' },
    ...whoSheIs,
    ...children,
    '9. Nghề nghiệp, nơi làm việc hoặc học tập trước khi đi: {hand.occupation}',
    '10. Thời gian rời nơi ở: {arrival.leftHome}',
    '11. Nước và nơi đã ở: {arrival.fromCountry}, {arrival.fromArea}',
    '12. Ngày, giờ về nước: {arrival.arrivedAt}     Nơi về: {arrival.place}',
    '13. Về nước bằng cách nào, ai đưa về: {arrival.route}; {hand.wayBack}',
    '14. Điều người khai muốn trình bày (không bắt buộc): {hand.happened}',
    truth,
  ],
};

const applicant = [
  '1. Họ và tên người đề nghị: {person.fullName}',
  '2. Giới tính: {person.sex}     Ngày, tháng, năm sinh: {person.born}',
  '3. Dân tộc: {person.ethnicity}     Quốc tịch: {person.nationality}',
  '4. Giấy tờ tùy thân: {paper.paperKind}, số {paper.paperNumber}, cấp ngày {paper.issuedOn}, nơi cấp {paper.issuer}',
  '5. Nơi ở hiện nay: {person.address}',
  'Điện thoại: {person.phone}',
  '6. Giấy tờ xác nhận là nạn nhân: {identified.paperKind}, số {identified.paperNumber}, ngày {identified.paperDate}, cơ quan cấp {identified.paperIssuer}',
] as const;

export const application2013: Form = {
  code: 'PL16',
  version: '2026-2',
  title: 'ĐƠN ĐỀ NGHỊ HỖ TRỢ',
  basis: 'Phụ lục 16, Thông tư số 35/2013/TT-BLĐTBXH',
  from: null,
  until: '2025-07-01',
  seen: 'name',
  confidence: 'low',
  symbol: 'ĐĐN',
  issuer: 'person',
  competence: ['receive', 'support', 'shelter', 'reintegrate'],
  hand: ['addressee', 'situation'],
  body: [
    { to: 'Kính gửi: {hand.addressee}' },
    ...applicant,
    '7. Hoàn cảnh hiện nay: {hand.situation}',
    'Căn cứ Luật Phòng, chống mua bán người số 66/2011/QH12 và Nghị định số 09/2013/NĐ-CP, tôi đề nghị được hỗ trợ:',
    '{oldApplication.regimes}',
    'Tôi xin cam đoan những điều trên là đúng sự thật.',
  ],
  signing: [
    { title: 'NGƯỜI GIÁM HỘ', note: '(Ký, ghi rõ họ tên; nếu có)' },
    { title: 'NGƯỜI ĐỀ NGHỊ', note: '(Ký, ghi rõ họ tên hoặc điểm chỉ)', name: 'person.fullName' },
  ],
};

export const application2025: Form = {
  ...application2013,
  code: 'M07-162',
  basis: 'Mẫu số 07, Nghị định số 162/2025/NĐ-CP ngày 29/6/2025',
  from: '2025-07-01',
  until: null,
  hand: ['addressee', 'situation', 'payment'],
  body: [
    { to: 'Kính gửi: {hand.addressee}' },
    ...applicant,
    '7. Con và người dưới 18 tuổi đi cùng:',
    {
      children: [
        ['Họ và tên', 'childName', 40],
        ['Sinh', 'born', 20],
        ['Giới tính', 'sex', 15],
        ['Quan hệ', 'relation', 25],
      ],
    },
    '8. Hoàn cảnh hiện nay: {hand.situation}',
    'Căn cứ Luật Phòng, chống mua bán người số 53/2024/QH15 và Nghị định số 162/2025/NĐ-CP, tôi đề nghị được hưởng các chế độ hỗ trợ sau:',
    '{newApplication.regimes}',
    'Hình thức nhận (trực tiếp hoặc chuyển khoản): {hand.payment}; tài khoản: {person.bankAccount}',
    'Tôi xin cam đoan những điều trên là đúng sự thật.',
  ],
};
