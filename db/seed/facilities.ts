/* The facilities of the invented province: what stands in the directory, how many places there were from which day, what visits found. The agencies exist; what is said of
 * their facilities here (places, findings, languages) is invented. */
import type { Day } from '../../kernel/day.ts';

export interface InventedFacility {
  readonly key: string;
  /** The office that runs it and the one to ask, as today's offices. */
  readonly office: string;
  readonly contact: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: string;
  readonly services: readonly string[];
  readonly sex: readonly string[];
  readonly ages?: readonly [number | null, number | null];
  readonly withChildren: boolean;
  readonly nationality?: string;
  readonly languages: readonly string[];
  /** Code of a commune of today. */
  readonly unit: string;
  readonly secret?: string;
  readonly place?: string;
  readonly opening: string;
  readonly always?: boolean;
  readonly contactWay?: string;
  readonly paused?: string;
  readonly capacity: readonly {
    readonly from: Day;
    readonly places: number;
    readonly why: string;
    readonly note?: string;
  }[];
  readonly visits: readonly InventedVisit[];
}

/** Days are counted back from the day the world ends. `unmet` names lines of the checklist with what was seen. */
export interface InventedVisit {
  readonly daysAgo: number;
  readonly kind: string;
  readonly summary: string;
  readonly unmet: Readonly<Record<string, readonly ['partly' | 'not_met', string]>>;
  readonly notSeen?: readonly string[];
  readonly improvements: readonly {
    readonly item: string;
    readonly measure: string;
    readonly owner?: string;
    /** Days after the visit. */
    readonly within: number;
    readonly state: 'open' | 'done' | 'verified';
    readonly evidence?: string;
  }[];
}

const everybody = ['female', 'male', 'other'];
const since = (from: string, places: number, why = 'first_entry', note?: string) => ({
  from: from as Day,
  places,
  why,
  ...(note ? { note } : {}),
});

export const FACILITIES: readonly InventedFacility[] = [
  {
    key: 'nha-nhan-ai',
    office: 'nhan-ai/nha@2025',
    contact: 'ctxh/trung-tam@2025',
    name: 'Nhà Nhân ái',
    nameEn: 'Compassion House (Nhà Nhân ái)',
    kind: 'shelter',
    services: ['safe_house', 'psychological', 'interpreting', 'schooling', 'family'],
    sex: everybody,
    withChildren: true,
    languages: ['vie', 'hmn', 'ium', 'tyz'],
    unit: '02647',
    secret: 'Nhà số 9, ngõ Bịa Đặt, phường Lào Cai',
    opening: 'Cả ngày đêm',
    always: true,
    // Its places follow from who stays in it: see write-facilities.ts.
    capacity: [],
    visits: [
      {
        daysAgo: 430,
        kind: 'regular',
        summary: 'Nhà sạch, ấm. Ban đêm có hôm chỉ một người trực.',
        unmet: { women_at_night: ['not_met', 'Hai đêm trong tuần không có nhân viên nữ trực'] },
        improvements: [
          {
            item: 'women_at_night',
            measure: 'Xếp lịch để đêm nào cũng có một nhân viên nữ',
            within: 30,
            state: 'verified',
            evidence: 'Lịch trực ba tháng, có ký nhận',
          },
        ],
      },
      {
        daysAgo: 65,
        kind: 'regular',
        summary: 'Đã đủ người trực đêm. Cần sửa nhà tắm và tập huấn lại.',
        unmet: {
          wash: ['partly', 'Một phòng tắm không khóa được từ trong'],
          staff_checked: ['partly', 'Hai nhân viên mới chưa qua tập huấn'],
        },
        notSeen: ['fire'],
        improvements: [
          {
            item: 'wash',
            measure: 'Thay khóa phòng tắm tầng hai',
            within: 21,
            state: 'done',
            evidence: 'Đã thay hai bộ khóa, có ảnh và hóa đơn',
          },
          {
            item: 'staff_checked',
            measure: 'Tập huấn hai nhân viên mới về giữ kín và trẻ em',
            within: 45,
            state: 'open',
          },
        ],
      },
    ],
  },
  {
    key: 'trung-tam-ctxh',
    office: 'ctxh/trung-tam@2025',
    contact: 'ctxh/trung-tam@2025',
    name: 'Trung tâm Công tác xã hội tỉnh',
    nameEn: 'Provincial Social Work Centre',
    kind: 'social_work_centre',
    services: ['safe_house', 'psychological', 'family', 'interpreting', 'travel'],
    sex: everybody,
    withChildren: true,
    languages: ['vie', 'hmn', 'tyz', 'pcc', 'zho'],
    unit: '02671',
    place: 'Khu tiếp nhận của Trung tâm, phường Cam Đường',
    opening: 'Ngày làm việc; tiếp nhận khẩn cấp cả đêm',
    always: true,
    contactWay: '0300 900 111',
    capacity: [since('2020-01-01', 30)],
    visits: [
      {
        daysAgo: 120,
        kind: 'regular',
        summary: 'Đạt. Sổ vào, ra rõ ràng.',
        unmet: {},
        improvements: [],
      },
    ],
  },
  {
    key: 'nha-tam-lanh-nghia-lo',
    office: 'phu-nu/tinh@2025',
    contact: 'phu-nu/tinh@2025',
    name: 'Nhà tạm lánh Nghĩa Lộ',
    nameEn: 'Nghĩa Lộ shelter',
    kind: 'shelter',
    services: ['safe_house', 'family'],
    sex: ['female'],
    ages: [16, null],
    withChildren: true,
    languages: ['vie', 'blt', 'tyz', 'hmn'],
    unit: '04288',
    secret: 'Nhà số 4, ngõ Giả Định, phường Nghĩa Lộ',
    opening: 'Cả ngày đêm',
    always: true,
    capacity: [since('2025-07-01', 6), since('2026-01-10', 4, 'staff_missing', 'Chỉ còn một người trực đêm')],
    visits: [
      {
        daysAgo: 40,
        kind: 'follow_up',
        summary: 'Thiếu người trực, hàng xóm biết nhà. Chưa nên gửi trẻ em đến.',
        unmet: {
          address_secret: ['not_met', 'Người bán hàng đầu ngõ gọi đúng tên nhà'],
          doors_watched: ['partly', 'Đèn ngoài sân hỏng, sổ trực bỏ trống bốn đêm'],
          women_at_night: ['partly', 'Cuối tuần chỉ có người trực qua điện thoại'],
        },
        improvements: [
          {
            item: 'address_secret',
            measure: 'Bàn với Sở Y tế phương án chuyển nhà',
            owner: 'y-te/so@2025',
            within: 90,
            state: 'open',
          },
          { item: 'doors_watched', measure: 'Sửa đèn, ghi sổ trực hằng đêm', within: 14, state: 'open' },
        ],
      },
    ],
  },
  {
    key: 'benh-vien-tinh',
    office: 'benh-vien/tinh@2025',
    contact: 'benh-vien/tinh@2025',
    name: 'Bệnh viện Đa khoa tỉnh, phòng khám ban đầu cho nạn nhân',
    nameEn: 'General hospital, first examination of victims',
    kind: 'clinic',
    services: ['medical', 'psychological'],
    sex: everybody,
    withChildren: true,
    languages: ['vie', 'hmn', 'eng'],
    unit: '02671',
    place: 'Khoa Khám bệnh, hỏi phòng công tác xã hội',
    opening: 'Cấp cứu cả ngày đêm; khám thường 7 giờ đến 16 giờ 30',
    always: true,
    contactWay: '0300 900 115',
    capacity: [],
    visits: [
      {
        daysAgo: 200,
        kind: 'regular',
        summary: 'Khám kỹ. Cần phòng nói chuyện riêng.',
        unmet: { interpreter: ['partly', 'Ban đêm không có người nói tiếng Dao'] },
        improvements: [
          {
            item: 'interpreter',
            measure: 'Lập danh sách gọi phiên dịch qua điện thoại',
            within: 60,
            state: 'verified',
            evidence: 'Danh sách mười hai người, dán ở quầy trực',
          },
        ],
      },
    ],
  },
  {
    key: 'tro-giup-phap-ly',
    office: 'tu-phap/tgpl@2025',
    contact: 'tu-phap/tgpl@2025',
    name: 'Trung tâm Trợ giúp pháp lý nhà nước',
    nameEn: 'State Legal Aid Centre',
    kind: 'legal_aid_centre',
    services: ['legal_aid'],
    sex: everybody,
    withChildren: true,
    languages: ['vie', 'hmn'],
    unit: '02647',
    place: 'Trụ sở Trung tâm; trợ giúp viên đến tận nơi ở xã xa',
    opening: 'Ngày làm việc 7 giờ 30 đến 17 giờ',
    contactWay: '0300 900 117',
    capacity: [],
    visits: [],
  },
  {
    key: 'dich-vu-viec-lam',
    office: 'noi-vu/so@2025',
    contact: 'noi-vu/so@2025',
    name: 'Trung tâm Dịch vụ việc làm, lớp nghề ngắn hạn',
    nameEn: 'Employment service centre, short courses',
    kind: 'vocational_centre',
    services: ['vocational', 'livelihood'],
    sex: everybody,
    ages: [15, null],
    withChildren: false,
    nationality: 'vietnamese',
    languages: ['vie', 'hmn'],
    unit: '02671',
    place: 'Cơ sở đào tạo, phường Cam Đường; có chỗ ở cho học viên xa',
    opening: 'Theo khóa, khai giảng đầu quý',
    contactWay: '0300 900 118',
    capacity: [since('2025-07-01', 40)],
    visits: [
      {
        daysAgo: 300,
        kind: 'regular',
        summary: 'Đạt. Học viên có việc sau khóa.',
        unmet: {},
        improvements: [],
      },
    ],
  },
  {
    key: 'truong-noi-tru-bac-ha',
    office: 'ubnd/xa-02839@2025',
    contact: 'ubnd/xa-02839@2025',
    name: 'Trường phổ thông dân tộc nội trú Bắc Hà',
    nameEn: 'Bắc Hà boarding school',
    kind: 'school',
    services: ['schooling'],
    sex: everybody,
    ages: [11, 18],
    withChildren: false,
    languages: ['vie', 'hmn', 'tyz'],
    unit: '02839',
    place: 'Xã Bắc Hà',
    opening: 'Trong năm học; nhận giữa kỳ khi có giấy của xã',
    capacity: [],
    visits: [],
  },
  {
    key: 'dau-moi-111',
    office: 'y-te/so@2025',
    contact: 'y-te/so@2025',
    name: 'Đầu mối Tổng đài 111 tại tỉnh',
    nameEn: 'Provincial desk of hotline 111',
    kind: 'crisis_line',
    services: ['psychological', 'interpreting', 'travel'],
    sex: everybody,
    withChildren: true,
    languages: ['vie', 'hmn', 'zho', 'eng'],
    unit: '02647',
    place: 'Gọi điện, không cần đến',
    opening: 'Cả ngày đêm',
    always: true,
    contactWay: '111',
    capacity: [],
    visits: [],
  },
  ...(
    [
      ['02809', 'Si Ma Cai', ['vie', 'hmn']],
      ['02683', 'Bát Xát', ['vie', 'ium', 'hmn', 'pcc']],
      ['02761', 'Mường Khương', ['vie', 'hmn', 'nut']],
      ['03082', 'Văn Bàn', ['vie', 'tyz', 'ium']],
    ] as const
  ).map(
    ([code, name, languages]): InventedFacility => ({
      key: `nhom-hoa-nhap-${code}`,
      office: `phu-nu/xa-${code}@2025`,
      contact: `phu-nu/xa-${code}@2025`,
      name: `Nhóm hòa nhập xã ${name}`,
      nameEn: `Reintegration group, ${name}`,
      kind: 'reintegration_group',
      services: ['family', 'livelihood', 'travel'],
      sex: everybody,
      withChildren: true,
      languages,
      unit: code,
      place: `Hội Phụ nữ xã ${name}`,
      opening: 'Ngày làm việc, và đến nhà theo hẹn',
      capacity: [],
      visits: [],
    }),
  ),
];
