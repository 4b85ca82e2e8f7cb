/*
 * The standing cast: invented officers of every agency, who sign in to the demonstration and play the stories. Their posts follow the
 * re-organisations of 2025, so most have one post at a time but several in a row; two hold two posts at the same time, on purpose.
 * No name belongs to a real office-holder we know of, and every address ends in the reserved domain `.example` (RFC 2606).
 */
import { type Day, getDay } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import { getOffice, type Office, type Text } from './agencies.ts';
import { nameId } from './ids.ts';

export type Role =
  | 'border_officer'
  | 'police_officer'
  | 'identifier'
  | 'investigator'
  | 'procurator'
  | 'judge_clerk'
  | 'social_worker'
  | 'shelter_worker'
  | 'womens_union_officer'
  | 'commune_officer'
  | 'secretary'
  | 'auditor'
  | 'administrator';

/**
 * One role in one office for a time; `valid_to` half-open. `head` is the head of that office or a deputy who signs; `extent` says
 * whether the post reaches the offices below its own as well.
 */
export type Post = {
  id: Id;
  role: Role;
  office: Id;
  office_key: string;
  head: boolean;
  extent: 'office' | 'below';
  valid_from: Day;
  valid_to: Day | null;
};

export type Officer = {
  key: string;
  id: Id;
  name: string;
  sex: 'female' | 'male';
  ethnicity: string;
  title: Text;
  email: string;
  /** What the person speaks, ISO 639-3, best first; the screens speak `language`. */
  speaks: string[];
  language: 'vi' | 'en';
  posts: Post[];
  who: Text;
};

type Row = Omit<Officer, 'id' | 'email' | 'posts' | 'language'> & {
  domain: string;
  posts: Omit<Post, 'id'>[];
};

const MERGED = '2025-07-01';
const REFORMED = '2025-03-01';

const CAST_ROWS: Row[] = [
  {
    key: 'phua',
    name: 'Giàng Seo Phừa',
    sex: 'male',
    ethnicity: '08',
    title: { vi: 'Trung úy, trực ban', en: 'Lieutenant, duty officer' },
    domain: 'bienphong.laocai.example',
    speaks: ['hmn', 'vie', 'zho'],
    posts: through('border_officer', 'bien-phong/ck-lao-cai', '2019-09-01'),
    who: {
      vi: "Sĩ quan trực đêm ở Đồn Biên phòng cửa khẩu quốc tế Lào Cai. Anh là người đầu tiên gặp những người trở về qua cầu, nói được tiếng H'Mông và tiếng Trung. Anh làm trên máy tính bảng, mạng lúc có lúc không.",
      en: 'Night duty officer at the Lào Cai border gate. He is the first to meet people who come back over the bridge, and speaks Hmong and Chinese. He works on a tablet with a network that comes and goes.',
    },
  },
  {
    key: 'quyet',
    name: 'Nguyễn Hữu Quyết',
    sex: 'male',
    ethnicity: '01',
    title: { vi: 'Trung tá, Đồn trưởng', en: 'Lieutenant colonel, station commander' },
    domain: 'bienphong.laocai.example',
    speaks: ['vie'],
    posts: through('border_officer', 'bien-phong/ck-lao-cai', '2018-04-01', { head: true }),
    who: {
      vi: 'Đồn trưởng Đồn Biên phòng cửa khẩu quốc tế Lào Cai. Anh ký biên bản giao, nhận với phía Trung Quốc và chịu trách nhiệm về mọi lần tiếp nhận của đồn.',
      en: 'Commander of the Lào Cai border gate station. He signs hand-over minutes with the Chinese side and answers for every reception at his station.',
    },
  },
  {
    key: 'thang',
    name: 'Lù Văn Thắng',
    sex: 'male',
    ethnicity: '25',
    title: { vi: 'Thượng úy', en: 'Senior lieutenant' },
    domain: 'bienphong.laocai.example',
    speaks: ['pcc', 'vie', 'zho'],
    posts: through('border_officer', 'bien-phong/pha-long', '2019-01-01'),
    who: {
      vi: 'Sĩ quan Đồn Biên phòng Pha Long, người Giáy. Đồn ở xa, đường mòn nhiều; anh thường gặp người tự đi bộ về vào lúc sáng sớm.',
      en: 'Officer at the Pha Long station, a Giáy. The station is remote with many paths; he often meets people who walk back on their own at dawn.',
    },
  },
  {
    key: 'nam',
    name: 'Trần Đức Nam',
    sex: 'male',
    ethnicity: '01',
    title: { vi: 'Đại úy, điều tra viên Biên phòng', en: 'Captain, Border Guard investigator' },
    domain: 'bienphong.laocai.example',
    speaks: ['vie', 'zho'],
    posts: through('investigator', 'bien-phong/pcmt', '2019-01-01'),
    who: {
      vi: 'Anh khởi tố ban đầu các vụ mua bán người do Biên phòng phát hiện và chuyển hồ sơ cho Công an tỉnh trong 7 ngày.',
      en: 'He opens trafficking cases found by the Border Guard and passes the file to the provincial police within seven days.',
    },
  },
  {
    key: 'nhai',
    name: 'Hoàng Thị Nhài',
    sex: 'female',
    ethnicity: '02',
    title: { vi: 'Thiếu tá, cán bộ xác định nạn nhân', en: 'Major, victim identification' },
    domain: 'congan.laocai.example',
    speaks: ['vie', 'tyz'],
    posts: through('identifier', 'cong-an/pc02', '2019-06-01'),
    who: {
      vi: 'Cán bộ Phòng Cảnh sát hình sự, người Tày. Chị đọc kết quả xác minh và quyết định một người có phải là nạn nhân hay không; giấy xác nhận mang chữ ký của phòng chị.',
      en: 'Officer of the criminal police, a Tày. She reads what verification found and decides whether a person is a victim; the certificate comes from her division.',
    },
  },
  {
    key: 'kiem',
    name: 'Triệu Văn Kiểm',
    sex: 'male',
    ethnicity: '09',
    title: {
      vi: 'Đại tá, Phó Giám đốc Công an tỉnh',
      en: 'Colonel, deputy director of the provincial police',
    },
    domain: 'congan.laocai.example',
    speaks: ['vie'],
    posts: through('police_officer', 'cong-an/tinh', '2019-06-01'),
    who: {
      vi: 'Phó Giám đốc Công an tỉnh. Anh không giữ hồ sơ của ai; khi hai cơ quan kết luận khác nhau hoặc một phòng chậm trả lời xác minh, việc đến tay anh.',
      en: 'Deputy director of the provincial police. He keeps nobody’s file; when two bodies find differently, or a division is slow to answer a verification, it comes to him.',
    },
  },
  {
    key: 'khai',
    name: 'Lê Xuân Khải',
    sex: 'male',
    ethnicity: '01',
    title: { vi: 'Thượng tá, Trưởng phòng', en: 'Senior lieutenant colonel, head of division' },
    domain: 'congan.laocai.example',
    speaks: ['vie'],
    posts: through('investigator', 'cong-an/pc02', '2018-01-01', { head: true }),
    who: {
      vi: 'Trưởng phòng Cảnh sát hình sự. Anh phân công điều tra viên, theo dõi thời hạn và cùng Viện kiểm sát, Tòa án chọn án trọng điểm.',
      en: 'Head of the criminal police division. He assigns investigators, watches the clocks, and agrees key cases with the procuracy and the court.',
    },
  },
  {
    key: 'toan',
    name: 'Vũ Đình Toàn',
    sex: 'male',
    ethnicity: '01',
    title: { vi: 'Đại úy, điều tra viên', en: 'Captain, investigator' },
    domain: 'congan.laocai.example',
    speaks: ['vie'],
    posts: through('investigator', 'cong-an/pc02', '2019-01-01'),
    who: {
      vi: 'Điều tra viên của Công an tỉnh. Anh giữ hồ sơ vụ án và chỉ thấy những gì về nạn nhân mà tố tụng cần đến.',
      en: 'Investigator of the provincial police. He keeps the case file and sees of the victims only what the procedure needs.',
    },
  },
  {
    key: 'huy',
    name: 'Phạm Quang Huy',
    sex: 'male',
    ethnicity: '01',
    title: { vi: 'Đại úy, cán bộ xuất nhập cảnh', en: 'Captain, immigration' },
    domain: 'congan.laocai.example',
    speaks: ['vie', 'eng', 'zho'],
    posts: through('police_officer', 'cong-an/pa08', '2019-03-01'),
    who: {
      vi: 'Cán bộ Phòng Quản lý xuất nhập cảnh. Anh nhận người do phía nước ngoài trao trả, cấp giấy chứng nhận về nước và xác minh nhân thân.',
      en: 'Immigration officer. He receives people handed over by a foreign side, issues the certificate of return and verifies who they are.',
    },
  },
  {
    key: 'dinh',
    name: 'Thào A Dình',
    sex: 'male',
    ethnicity: '08',
    title: { vi: 'Thượng úy', en: 'Senior lieutenant' },
    domain: 'congan.laocai.example',
    speaks: ['hmn', 'vie'],
    posts: [
      post('police_officer', 'cong-an/huyen-083@old', '2018-10-01', REFORMED),
      post('police_officer', 'cong-an/xa-02761@old', REFORMED, MERGED),
      post('police_officer', 'cong-an/xa-02761@2025', MERGED, null, true),
    ],
    who: {
      vi: "Người H'Mông, trước ở Công an huyện Mường Khương. Khi công an huyện kết thúc hoạt động ngày 1/3/2025, anh về thị trấn, nay là Trưởng Công an xã Mường Khương.",
      en: 'A Hmong officer, formerly of the Mường Khương district police. When district police ended on 1 March 2025 he moved to the township and now heads the police of Mường Khương commune.',
    },
  },
  {
    key: 'san',
    name: 'Tẩn Láo San',
    sex: 'male',
    ethnicity: '09',
    title: { vi: 'Trung úy, Công an xã', en: 'Lieutenant, commune police' },
    domain: 'congan.laocai.example',
    speaks: ['ium', 'vie'],
    posts: through('police_officer', 'cong-an/xa-02683', '2019-07-01'),
    who: {
      vi: 'Công an ở Bát Xát, người Dao. Gia đình người mất tích thường đến gặp anh trước tiên.',
      en: 'Policeman in Bát Xát, a Dao. Families of missing people usually come to him first.',
    },
  },
  {
    key: 'tham',
    name: 'Hà Thị Thắm',
    sex: 'female',
    ethnicity: '03',
    title: { vi: 'Đại úy, cán bộ xác định nạn nhân', en: 'Captain, victim identification' },
    domain: 'congan.laocai.example',
    speaks: ['vie', 'blt'],
    posts: [
      post('police_officer', 'cong-an-yb/tinh@old', '2018-05-01', MERGED),
      post('identifier', 'cong-an/pc02@2025', MERGED, null),
    ],
    who: {
      vi: 'Người Thái ở Nghĩa Lộ, trước ở Công an tỉnh Yên Bái. Từ khi hai tỉnh hợp nhất, chị làm việc xác định nạn nhân cho cả địa bàn cũ và mới.',
      en: 'A Thái from Nghĩa Lộ, formerly of the Yên Bái police. Since the provinces merged she identifies victims for the old and the new area.',
    },
  },
  {
    key: 'van',
    name: 'Nguyễn Thị Hồng Vân',
    sex: 'female',
    ethnicity: '01',
    title: { vi: 'Trưởng phòng Bảo trợ xã hội', en: 'Head of social protection' },
    domain: 'yte.laocai.example',
    speaks: ['vie'],
    posts: [
      post('social_worker', 'ldtbxh/so@old', '2017-01-01', REFORMED, true),
      post('social_worker', 'y-te/so@2025-03', REFORMED, MERGED, true),
      post('social_worker', 'y-te/so@2025', MERGED, null, true),
    ],
    who: {
      vi: 'Chị phụ trách hỗ trợ nạn nhân của tỉnh: trước ở Sở Lao động – Thương binh và Xã hội, nay ở Sở Y tế. Chị chuyển tuyến, quyết định chế độ và theo dõi để không ai bị bỏ quên.',
      en: 'She leads victim support in the province, formerly in social affairs, now in the Department of Health. She refers, decides on entitlements, and sees to it that nobody is forgotten.',
    },
  },
  {
    key: 'dao',
    name: 'Lương Thị Đào',
    sex: 'female',
    ethnicity: '02',
    title: { vi: 'Chuyên viên', en: 'Social affairs officer' },
    domain: 'yte.laocai.example',
    speaks: ['vie', 'tyz'],
    posts: [
      post('social_worker', 'ldtbxh/huyen-086@old', '2016-08-01', REFORMED),
      post('social_worker', 'y-te/so@2025-03', REFORMED, MERGED),
      post('social_worker', 'y-te/so@2025', MERGED, null),
    ],
    who: {
      vi: 'Trước là cán bộ lao động – xã hội huyện Bảo Thắng, người Tày. Chị đi cùng người trở về đến bệnh viện, đến trường, về tận nhà.',
      en: 'Formerly the social affairs officer of Bảo Thắng district, a Tày. She goes with people to the hospital, to school, and all the way home.',
    },
  },
  {
    key: 'my',
    name: 'Sùng Thị Mỷ',
    sex: 'female',
    ethnicity: '08',
    title: { vi: 'Nhân viên công tác xã hội', en: 'Social worker' },
    domain: 'ctxh.laocai.example',
    speaks: ['hmn', 'vie'],
    posts: through('shelter_worker', 'nhan-ai/nha', '2018-06-01'),
    who: {
      vi: "Nhân viên công tác xã hội của Nhà Nhân ái, người H'Mông. Chị ở cùng các em những ngày đầu, phiên dịch và ghi lại những gì cần làm tiếp, không hỏi lại chuyện đã kể.",
      en: 'Social worker of the shelter Nhà Nhân ái, a Hmong. She is with the residents in the first days, interprets, and notes what has to be done next; she does not ask again what has been told.',
    },
  },
  {
    key: 'lan-anh',
    name: 'Đỗ Lan Anh',
    sex: 'female',
    ethnicity: '01',
    title: {
      vi: 'Phó Giám đốc Trung tâm, phụ trách Nhà Nhân ái',
      en: 'Deputy director, in charge of the shelter',
    },
    domain: 'ctxh.laocai.example',
    speaks: ['vie', 'eng'],
    posts: [
      ...through('shelter_worker', 'nhan-ai/nha', '2016-01-01', { head: true }),
      ...through('social_worker', 'ctxh/trung-tam', '2018-01-01', { head: true }),
    ],
    who: {
      vi: 'Chị giữ hai nhiệm vụ cùng lúc: Phó Giám đốc Trung tâm Công tác xã hội và phụ trách Nhà Nhân ái. Khi đăng nhập chị chọn đang làm việc ở vai nào.',
      en: 'She holds two posts at once: deputy director of the Social Work Centre and head of the shelter. When she signs in she chooses which of the two she works in.',
    },
  },
  {
    key: 'lien',
    name: 'Phạm Bích Liên',
    sex: 'female',
    ethnicity: '01',
    title: { vi: 'Phó Chủ tịch Hội', en: 'Vice-chair' },
    domain: 'phunu.laocai.example',
    speaks: ['vie'],
    posts: through('womens_union_officer', 'phu-nu/tinh', '2017-03-01', { head: true }),
    who: {
      vi: 'Phó Chủ tịch Hội Liên hiệp Phụ nữ tỉnh. Chị lo truyền thông, mô hình phòng ngừa và việc hòa nhập ở thôn bản.',
      en: "Vice-chair of the provincial Women's Union. She is responsible for campaigns, prevention models and reintegration in the villages.",
    },
  },
  {
    key: 'chuyen',
    name: 'Hoàng Thị Chuyên',
    sex: 'female',
    ethnicity: '02',
    title: { vi: 'Chủ tịch Hội', en: 'Chair' },
    domain: 'phunu.laocai.example',
    speaks: ['tyz', 'vie'],
    posts: [
      post('womens_union_officer', 'phu-nu/huyen-089@old', '2016-05-01', MERGED, true),
      post('womens_union_officer', 'phu-nu/xa-03082@2025', MERGED, null, true),
    ],
    who: {
      vi: 'Chủ tịch Hội Phụ nữ huyện Văn Bàn trước kia, nay ở xã Văn Bàn. Văn Bàn không thuộc vùng thí điểm: chị không được thấy hồ sơ của nơi khác.',
      en: "Former chair of the Women's Union of Văn Bàn district, now of Văn Bàn commune. Văn Bàn was not in the pilot: she must not see the records of other places.",
    },
  },
  {
    key: 'si',
    name: 'Giàng Thị Sí',
    sex: 'female',
    ethnicity: '08',
    title: { vi: 'Cán bộ Hội', en: 'Officer' },
    domain: 'phunu.laocai.example',
    speaks: ['hmn', 'vie'],
    posts: [
      post('womens_union_officer', 'phu-nu/huyen-084@old', '2019-02-01', MERGED),
      post('womens_union_officer', 'phu-nu/xa-02809@2025', MERGED, null, true),
    ],
    who: {
      vi: "Cán bộ Hội Phụ nữ ở Si Ma Cai, người H'Mông. Chị đến nhà những người đã trở về và báo lại mọi hẹn đã giữ được.",
      en: "Women's Union officer in Si Ma Cai, a Hmong. She visits those who have come home and reports which promises were kept.",
    },
  },
  {
    key: 'chau',
    name: 'Ngô Minh Châu',
    sex: 'female',
    ethnicity: '01',
    title: { vi: 'Kiểm sát viên trung cấp', en: 'Procurator' },
    domain: 'vks.laocai.example',
    speaks: ['vie'],
    posts: through('procurator', 'vks/tinh', '2018-01-01', { head: true }),
    who: {
      vi: 'Kiểm sát viên của Viện kiểm sát nhân dân tỉnh. Chị phê chuẩn, gia hạn và bỏ phiếu về án trọng điểm.',
      en: 'Procurator of the province. She ratifies, extends limits, and votes on key cases.',
    },
  },
  {
    key: 'binh',
    name: 'Lò Văn Bình',
    sex: 'male',
    ethnicity: '25',
    title: { vi: 'Kiểm sát viên sơ cấp', en: 'Junior procurator' },
    domain: 'vks.laocai.example',
    speaks: ['vie', 'pcc'],
    posts: [
      post('procurator', 'vks/huyen-083@old', '2018-01-01', MERGED),
      post('procurator', 'vks/khu-vuc-3@2025', MERGED, null),
    ],
    who: {
      vi: 'Kiểm sát viên ở Mường Khương, từ 1/7/2025 thuộc Viện kiểm sát khu vực.',
      en: 'Procurator in Mường Khương, since 1 July 2025 in the regional procuracy.',
    },
  },
  {
    key: 'ha',
    name: 'Bùi Thanh Hà',
    sex: 'female',
    ethnicity: '01',
    title: { vi: 'Thư ký Tòa án', en: 'Court clerk' },
    domain: 'toaan.laocai.example',
    speaks: ['vie'],
    posts: through('judge_clerk', 'toa-an/tinh', '2019-01-01'),
    who: {
      vi: 'Thư ký Tòa án nhân dân tỉnh. Chị vào sổ thụ lý, lịch xét xử và bản án; chị không thấy hồ sơ hỗ trợ.',
      en: 'Clerk of the provincial court. She enters dockets, trial dates and judgments; she does not see support records.',
    },
  },
  {
    key: 'luu',
    name: 'Mai Thị Lựu',
    sex: 'female',
    ethnicity: '01',
    title: { vi: 'Phó Chánh án', en: 'Deputy chief judge' },
    domain: 'toaan.laocai.example',
    speaks: ['vie'],
    posts: through('judge_clerk', 'toa-an/tinh', '2018-01-01', { head: true }),
    who: {
      vi: 'Phó Chánh án Tòa án nhân dân tỉnh, ký thay Chánh án. Chị cho ý kiến của Tòa án về án trọng điểm và ký biên bản chung của ba cơ quan; ý kiến khác của chị được giữ nguyên.',
      en: 'Deputy chief judge of the provincial court, who signs for its head. She gives the court’s vote on key cases and signs the joint record of the three agencies; when she dissents, that is kept.',
    },
  },
  {
    key: 'tuyen',
    name: 'Nông Văn Tuyến',
    sex: 'male',
    ethnicity: '07',
    title: { vi: 'Thư ký Tòa án', en: 'Court clerk' },
    domain: 'toaan.laocai.example',
    speaks: ['nut', 'vie'],
    posts: [
      post('judge_clerk', 'toa-an/huyen-082@old', '2019-01-01', MERGED),
      post('judge_clerk', 'toa-an/khu-vuc-1@2025', MERGED, null),
    ],
    who: {
      vi: 'Thư ký Tòa án ở Bát Xát, người Nùng, nay thuộc Tòa án khu vực.',
      en: 'Court clerk in Bát Xát, a Nùng, now in the regional court.',
    },
  },
  {
    key: 'mo',
    name: 'Chu Thó Mơ',
    sex: 'female',
    ethnicity: '35',
    title: {
      vi: 'Công chức xã, Chủ tịch Hội Phụ nữ xã',
      en: "Commune officer and chair of the Women's Union",
    },
    domain: 'ubnd.laocai.example',
    speaks: ['hni', 'vie'],
    posts: [
      ...through('commune_officer', 'ubnd/xa-02701', '2017-07-01'),
      ...through('womens_union_officer', 'phu-nu/xa-02701', '2018-07-01', { head: true }),
    ],
    who: {
      vi: 'Người Hà Nhì ở Y Tý, kiêm hai việc như nhiều cán bộ xã: công chức văn hóa – xã hội và Chủ tịch Hội Phụ nữ xã.',
      en: "A Hà Nhì of Y Tý who holds two posts like many in the communes: social officer of the committee and chair of the commune's Women's Union.",
    },
  },
  {
    key: 'pao',
    name: 'Lý Seo Páo',
    sex: 'male',
    ethnicity: '08',
    title: { vi: 'Công chức Văn hóa – Xã hội', en: 'Social officer' },
    domain: 'ubnd.laocai.example',
    speaks: ['hmn', 'vie'],
    posts: through('commune_officer', 'ubnd/xa-02752', '2018-01-01'),
    who: {
      vi: "Công chức xã Pha Long, người H'Mông. Người trở về có thể đến thẳng ủy ban; anh tiếp nhận và báo ngay lên trên.",
      en: 'Officer of Pha Long commune, a Hmong. People who return may come straight to the committee; he receives them and reports at once.',
    },
  },
  {
    key: 'vinh',
    name: 'Đào Quang Vinh',
    sex: 'male',
    ethnicity: '01',
    title: { vi: 'Thư ký Ban Chỉ đạo 138', en: 'Secretary of Steering Committee 138' },
    domain: 'bcd138.laocai.example',
    speaks: ['vie'],
    posts: through('secretary', 'bcd138/van-phong', '2019-01-01', { head: true }),
    who: {
      vi: 'Anh nợ một báo cáo vào mỗi thứ Sáu. Anh thấy con số, kế hoạch và tiến độ của mọi đơn vị, không thấy tên người nào.',
      en: 'He owes a report every Friday. He sees numbers, plans and progress of every unit, and no names at all.',
    },
  },
  {
    key: 'hang',
    name: 'Nguyễn Thu Hằng',
    sex: 'female',
    ethnicity: '01',
    title: { vi: 'Thanh tra viên', en: 'Auditor' },
    domain: 'thanhtra.laocai.example',
    speaks: ['vie'],
    posts: through('auditor', 'thanh-tra/tinh', '2018-01-01', { head: true }),
    who: {
      vi: 'Chị xem ai đã làm gì, lúc nào, với mục đích gì, và kiểm tra nhật ký có bị sửa hay không.',
      en: 'She looks at who did what, when and for what purpose, and checks that the ledger has not been altered.',
    },
  },
  {
    key: 'son',
    name: 'Vàng Văn Sơn',
    sex: 'male',
    ethnicity: '25',
    title: { vi: 'Thanh tra viên', en: 'Auditor' },
    domain: 'thanhtra.laocai.example',
    speaks: ['vie', 'pcc'],
    posts: through('auditor', 'thanh-tra/tinh', '2020-01-01'),
    who: {
      vi: 'Thanh tra viên thứ hai: việc mở hồ sơ trong trường hợp khẩn cấp phải có hai người cùng xem lại.',
      en: 'The second auditor: emergency access to a record has to be reviewed by two.',
    },
  },
  {
    key: 'hoai-nam',
    name: 'Trịnh Hoài Nam',
    sex: 'male',
    ethnicity: '01',
    title: { vi: 'Quản trị hệ thống', en: 'System administrator' },
    domain: 'khcn.laocai.example',
    speaks: ['vie', 'eng'],
    posts: [
      post('administrator', 'tt-tt/so@old', '2019-01-01', REFORMED),
      post('administrator', 'kh-cn/so@2025-03', REFORMED, MERGED),
      post('administrator', 'kh-cn/so@2025', MERGED, null),
    ],
    who: {
      vi: 'Anh lập tài khoản, đơn vị và vai. Anh không đọc được hồ sơ của bất cứ ai.',
      en: "He sets up accounts, offices and roles. He cannot read anybody's record.",
    },
  },
];

export const CAST: readonly Officer[] = CAST_ROWS.map(({ domain, posts, ...row }) => ({
  ...row,
  id: nameId('officer', row.key),
  email: `${dotted(row.name)}@${domain}`,
  language: 'vi',
  posts: posts.map(p => ({ ...p, id: nameId('post', `${row.key}/${p.office_key}/${p.role}`) })),
}));

const byKey = new Map(CAST.map(officer => [officer.key, officer]));

/** By short key (`phua`, `nhai`); throws for somebody who is not in the cast. */
export function getOfficer(key: string): Officer {
  const officer = byKey.get(key);
  if (!officer) throw new Error(`not in the cast: ${key}`);
  return officer;
}

/** The posts the officer holds on that day: none, one, or for two officers two. */
export function postsOn(officer: Officer, day: Day): Post[] {
  return officer.posts.filter(p => p.valid_from <= day && (p.valid_to === null || day < p.valid_to));
}

/** Who of the cast may stand at that office on that day, heads last; empty for most of the 1,440 offices. */
export function castAt(office: Office, day: Day): Officer[] {
  const here = CAST.flatMap(officer =>
    postsOn(officer, day)
      .filter(p => p.office === office.id)
      .map(p => ({ officer, head: p.head })),
  );
  return here.sort((a, b) => Number(a.head) - Number(b.head)).map(row => row.officer);
}

/** The same desk before and after the merger: two posts in a row. */
function through(role: Role, slug: string, from: string, { head = false } = {}): Omit<Post, 'id'>[] {
  return [post(role, `${slug}@old`, from, MERGED, head), post(role, `${slug}@2025`, MERGED, null, head)];
}

function post(
  role: Role,
  officeKey: string,
  from: string,
  to: string | null,
  head = false,
): Omit<Post, 'id'> {
  return {
    role,
    office: getOffice(officeKey).id,
    office_key: officeKey,
    head,
    extent: head && getOffice(officeKey).level === 'province' ? 'below' : 'office',
    valid_from: getDay(from),
    valid_to: to === null ? null : getDay(to),
  };
}

/** `Giàng Seo Phừa` → `giang.seo.phua`. */
function dotted(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[Đđ]/g, 'd');
  return plain.toLowerCase().replace(/ /g, '.');
}
