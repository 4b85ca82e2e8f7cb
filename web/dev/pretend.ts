/*
 * What the pretended server answers. All people are invented. The state is one variable: who is signed in.
 */
const HOUR = 3_600_000;
const at = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();
const day = (days: number) => new Date(Date.now() + (days * 24 + 7) * HOUR).toISOString().slice(0, 10);

const cast = [
  [
    'ly-a-sung',
    'Thiếu tá Lý A Sùng',
    'Trực ban',
    'Đồn Biên phòng Bản Vược',
    'Tiếp nhận người vừa qua biên giới lúc nửa đêm, ghi lời đầu tiên và chuyển đi trong 24 giờ.',
    'border_officer',
  ],
  [
    'giang-thi-mai',
    'Trung úy Giàng Thị Mẩy',
    'Cán bộ phiên dịch tiếng Mông',
    'Đồn Biên phòng Bản Vược',
    'Hỏi bằng tiếng Mông để người ta không phải kể lại bằng tiếng Việt.',
    'border_officer',
  ],
  [
    'tran-quoc-huy',
    'Đại úy Trần Quốc Huy',
    'Điều tra viên',
    'Phòng Cảnh sát hình sự, Công an tỉnh',
    'Điều tra đường dây đưa người qua sông Hồng; giữ hồ sơ vụ án.',
    'investigator',
  ],
  [
    'nguyen-thi-thuy',
    'Nguyễn Thị Thủy',
    'Kiểm sát viên',
    'Viện kiểm sát nhân dân tỉnh',
    'Kiểm sát thời hạn tạm giam và việc gia hạn điều tra.',
    'procurator',
  ],
  [
    'phan-van-dung',
    'Phàn Văn Dũng',
    'Công an xã',
    'Công an xã Mường Hum',
    'Được gia đình báo tin đầu tiên; biết từng nhà trong thôn.',
    'commune_officer',
  ],
  [
    'lo-thi-huong',
    'Lò Thị Hường',
    'Nhân viên công tác xã hội',
    'Nhà Nhân Ái Lào Cai',
    'Lập kế hoạch hỗ trợ, theo dõi việc học nghề và trở về nhà.',
    'social_worker',
  ],
  [
    'hoang-minh-chau',
    'Hoàng Minh Châu',
    'Cán bộ Hội',
    'Hội Liên hiệp Phụ nữ tỉnh',
    'Chạy các đợt truyền thông ở chợ phiên và trên mạng xã hội.',
    'womens_union_officer',
  ],
  [
    'vu-thi-lan',
    'Vũ Thị Lan',
    'Thư ký Ban Chỉ đạo',
    'Văn phòng Ban Chỉ đạo 138 tỉnh',
    'Thứ Sáu phải nộp báo cáo; gom số liệu của mọi ngành.',
    'secretary',
  ],
  [
    'do-duc-thang',
    'Đỗ Đức Thắng',
    'Kiểm toán viên',
    'Thanh tra tỉnh',
    'Xem được mọi lần mở hồ sơ, không sửa được gì.',
    'auditor',
  ],
].map(([key, name, title, office, who, role]) => ({
  key,
  name,
  title,
  office,
  officeEn: null,
  role,
  who: { vi: who, en: who },
}));

const RULE = 'L53.A28.3.verify';
const received = (start: string) => ({
  code: 'counted_after_start',
  params: { value: 3, unit: 'working_day', trigger: 'received', start },
});
const skipped = { code: 'days_off_skipped', params: { days: 2, from: day(-4), to: day(-1), holidays: 0 } };
const work = [
  item('verification_to_answer', 'verification', 'XM-2026-000123', day(-2), 'overdue', RULE),
  item('referral_to_answer', 'referral', 'CG-2026-000118', day(-1), 'advisory', 'practice.referral_silence'),
  item('verification_waiting', 'verification', 'XM-2026-000131', day(0), 'due_today', RULE),
  item('verification_to_answer', 'verification', 'XM-2026-000140', day(2), 'due_soon', RULE),
  item('referral_in_hand', 'referral', 'CG-2026-000099', day(24), 'running', null),
  item('likeness_to_decide', 'likeness', 'likely', null, 'none', null),
  item('draft_to_finish', 'draft', 'who', null, 'none', null),
];
function item(
  kind: string,
  record: string,
  caption: string,
  due: string | null,
  state: string,
  rule: string | null,
) {
  return {
    kind,
    record,
    id: `${kind}-${caption}`,
    person: null,
    caption,
    due,
    state,
    rule,
    since: at(-70),
    office: 'f1',
    term: due && rule === RULE ? 0 : null,
  };
}
const parameters = [
  {
    id: RULE,
    title: { vi: 'Xác minh người tự khai báo', en: 'Verification of somebody who declared herself' },
    article: 'Điều 28 khoản 3 Luật 53/2024/QH15',
    confidence: 'high',
  },
  {
    id: 'practice.referral_silence',
    title: { vi: 'Nhắc khi phiếu chuyển gửi chưa có trả lời', en: 'Reminder of a silent referral' },
    article: 'Quy ước nội bộ',
    confidence: 'practice',
  },
];
const offices = [
  ['f1', 'Đồn Biên phòng cửa khẩu quốc tế Lào Cai', 'ĐBP CK Lào Cai', 'Lào Cai border gate station'],
  ['f2', 'Văn phòng Ban Chỉ đạo 138 tỉnh', 'VP BCĐ 138', 'Office of the steering committee'],
].map(([id, name, short, nameEn]) => ({
  id,
  name,
  short,
  nameEn,
  shortEn: nameEn,
  kind: 'border_guard',
  level: 'province',
  competence: [],
}));

const hits = [
  ['person', 'p1', 'NN-2026-000123', 'Giàng Thị Mẩy', '2009-07', 'name'],
  ['person', 'p2', 'NN-2025-000411', 'Giàng Thị Mai', '2001', 'name'],
  ['person', 'p3', 'NN-2024-000093', 'Dương Thị May', null, 'phone'],
  ['referral', 'c1', 'CG-2026-000118', null, null, 'number'],
].map(([record, id, number, fullName, born, why]) => ({
  record,
  id,
  number,
  fullName,
  born,
  why,
  origin: null,
  office: 'f1',
}));

const notices = [
  ['n1', 'referral_sent', at(-0.4), false],
  ['n2', 'verification_asked', at(-3), false],
  ['n3', 'verification_answered', at(-30), true],
  ['n4', 'referral_sent', at(-52), true],
].map(([id, kind, when, read]) => ({ id, kind, at: when, read, subject: { record: 'referral', id } }));

const posts = [
  { id: 'post-1', role: 'border_officer', office: 'f1', delegated: false },
  { id: 'post-2', role: 'secretary', office: 'f2', delegated: true },
];
let signedIn = true;
let post = posts[0]!;

/** Status and body for a call; `undefined` is a 404. */
export function answer(path: string, body: Record<string, unknown>): { status: number; body: unknown } {
  const ok = (content: unknown) => ({ status: 200, body: content });
  const refuse = (status: number, code: string, fields: unknown[] = []) => ({
    status,
    body: { code, status, fields },
  });
  switch (path) {
    case 'session':
      return ok(
        signedIn
          ? {
              officer: { id: 'o1', name: 'Thiếu tá Lý A Sùng' },
              post,
              posts,
              lang: 'vi',
              passkeys: true,
              officeName: offices.find(office => office.id === post.office)?.name,
              unread: 2,
              invented: true,
            }
          : { signedOut: true, invented: true, passkeys: true, cast },
      );
    case 'auth/cast':
      signedIn = true;
      return ok({});
    case 'auth/sign-out':
      signedIn = false;
      return ok({});
    case 'auth/password':
      return body.password === 'wrong' ? refuse(401, 'session.refused') : ok({ next: 'totp' });
    case 'auth/sessions':
      return ok({
        items: [
          { id: 's1', device: 'Chrome · Android', signedInAt: at(-3), lastSeenAt: at(0), current: true },
          { id: 's2', device: 'Firefox · Windows', signedInAt: at(-50), lastSeenAt: at(-20), current: false },
        ],
      });
    case 'auth/passkeys':
      return ok({
        items: [{ id: 'k1', name: 'Máy tính bảng ở trạm', madeAt: at(-900), lastUsedAt: at(-3) }],
      });
    case 'auth/password/change':
      return refuse(422, 'input.invalid', [
        { field: 'password', reason: 'password_too_short', params: { least: 12 } },
      ]);
    case 'session/post':
      post = posts.find(candidate => candidate.id === body.post) ?? post;
      return ok({});
    case 'session/lang':
    case 'act':
      return ok({});
    case 'rules':
      return ok({ parameters });
    case 'offices':
      return ok({ offices });
    case 'auth/factors':
      return ok({ totp: true, recoveryCodes: 7 });
    case 'auth/recovery/renew':
      return refuse(403, 'session.stale');
    case 'work':
      return ok({ items: work, terms: [{ reasons: [received(day(-6)), skipped] }] });
    case 'notifications':
      return ok({ items: notices });
    case 'search':
      return ok({ hits: String(body.text).startsWith('zz') ? [] : hits });
    default:
      return refuse(404, 'request.unknown');
  }
}
