/* The papers that prove the status (article 28 of the 2011 law, article 33 of the 2024 law). Their names were seen, their fields were not: the wording here
 * is made from what the law says such a paper confirms. Which law is cited follows the finding, never the day of printing. */
import type { Form } from '../form.ts';

const who = [
  'Họ và tên: {person.fullName}',
  'Giới tính: {person.sex}     Ngày, tháng, năm sinh: {person.born}',
  'Dân tộc: {person.ethnicity}     Quốc tịch: {person.nationality}',
  'Giấy tờ tùy thân: {paper.paperKind}, số {paper.paperNumber}, cấp ngày {paper.issuedOn}, nơi cấp {paper.issuer}',
  'Quê quán: {person.origin}',
  'Nơi ở hiện nay: {person.address}',
] as const;

const common = {
  version: '2026-1',
  title: 'GIẤY XÁC NHẬN',
  from: '2012-01-01',
  until: null,
  seen: 'name',
  confidence: 'low',
  symbol: 'GXN',
  issuer: 'office',
  recipients: ['Người có tên nêu trên;', 'Lưu: VT, hồ sơ.'],
} as const;

const use =
  'Giấy này là căn cứ để người có tên nêu trên được bảo vệ và hưởng các chế độ hỗ trợ theo quy định của pháp luật. Người nhận giữ bản chính; cơ quan khác chỉ được dùng thông tin trong giấy đúng mục đích đã được cung cấp.';

export const policeCertificate: Form = {
  ...common,
  code: 'GXN-24',
  summary: 'Nạn nhân của hành vi mua bán người',
  basis: 'Khoản 1 Điều 28 Luật số 66/2011/QH12; Điều 33 Luật số 53/2024/QH15',
  competence: ['identify'],
  needs: 'identified',
  hand: [],
  body: [
    { basis: 'Căn cứ {law.name};' },
    { basis: 'Căn cứ {law.proof} của Luật nêu trên về giấy tờ, tài liệu xác nhận nạn nhân;' },
    { basis: 'Căn cứ kết luận xác định nạn nhân của {identified.office} ngày {identified.assertedOn}.' },
    '{office.name} xác nhận:',
    ...who,
    'là nạn nhân của hành vi mua bán người.',
    use,
  ],
};

export const rescuerCertificate: Form = {
  ...common,
  code: 'GXN-25',
  summary: 'Người được giải cứu là nạn nhân của hành vi mua bán người',
  basis: 'Khoản 2 Điều 28 Luật số 66/2011/QH12; Điều 33 Luật số 53/2024/QH15',
  competence: ['rescue'],
  hand: ['rescuedWhen', 'rescuedWhere', 'rescuedHow'],
  body: [
    { basis: 'Căn cứ {law.name};' },
    { basis: 'Căn cứ {law.proof} của Luật nêu trên về giấy tờ, tài liệu xác nhận nạn nhân;' },
    { basis: 'Căn cứ kết quả giải cứu.' },
    '{office.name} xác nhận:',
    ...who,
    'là nạn nhân của hành vi mua bán người, được giải cứu vào {hand.rescuedWhen}, tại {hand.rescuedWhere}.',
    'Tóm tắt việc giải cứu: {hand.rescuedHow}',
    use,
  ],
};

export const proceedingsCertificate: Form = {
  ...common,
  code: 'GXN-TT',
  summary: 'Nạn nhân của hành vi mua bán người trong vụ án hình sự',
  basis: 'Khoản 3 Điều 28 Luật số 66/2011/QH12; Điều 33 Luật số 53/2024/QH15',
  competence: ['investigate', 'prosecute', 'try'],
  hand: ['caseNumber', 'caseDay', 'caseStage'],
  body: [
    { basis: 'Căn cứ Bộ luật Tố tụng hình sự;' },
    { basis: 'Căn cứ {law.name};' },
    { basis: 'Căn cứ {law.proof} của Luật nêu trên về giấy tờ, tài liệu xác nhận nạn nhân;' },
    { basis: 'Căn cứ vụ án số {hand.caseNumber} ngày {hand.caseDay}, giai đoạn {hand.caseStage}.' },
    '{office.name} xác nhận:',
    ...who,
    'được xác định là nạn nhân của hành vi mua bán người trong vụ án nêu trên.',
    use,
  ],
};

export const homecoming: Form = {
  ...common,
  code: 'GCN-VN',
  title: 'GIẤY CHỨNG NHẬN VỀ NƯỚC',
  basis: 'Thủ tục hành chính 5893 (Cục Quản lý xuất nhập cảnh); không thu lệ phí',
  from: null,
  symbol: 'GCN',
  competence: ['receive'],
  hand: ['destination', 'validUntil'],
  body: [
    '{office.name} chứng nhận:',
    ...who,
    'đã về nước vào {arrival.arrivedAt}, tại {arrival.place}.',
    'Từ: {arrival.fromCountry}, {arrival.fromArea}.',
    'Con và người dưới 18 tuổi đi cùng:',
    {
      children: [
        ['Họ và tên', 'childName', 50],
        ['Sinh', 'born', 25],
        ['Giới tính', 'sex', 25],
      ],
    },
    'Nơi sẽ về: {hand.destination}',
    'Giấy này có giá trị đến: {hand.validUntil}',
  ],
};
