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
].map(([key, name, title, office, who, role]) => ({ key, name, title, office, who, role }));

const received = (start: string) => ({
  code: 'counted_after_start',
  params: { value: 3, unit: 'working_day', trigger: 'received', start },
});
const skipped = { code: 'days_off_skipped', params: { days: 2, from: day(-4), to: day(-1), holidays: 0 } };
const work = [
  item(
    'referral.answer',
    'Phiếu CT-2026-000118 từ Nhà Nhân Ái',
    at(-5),
    'binding',
    'Điều 12 khoản 2 Nghị định 162/2025/NĐ-CP',
    'Nhà Nhân Ái Lào Cai',
  ),
  item(
    'victim.verify',
    'Hồ sơ NN-2026-000123',
    day(-2),
    'binding',
    'Điều 28 khoản 3 Luật 53/2024/QH15',
    'Đồn Biên phòng Bản Vược',
    [received(day(-6)), skipped],
  ),
  item(
    'victim.verify',
    'Hồ sơ NN-2026-000131, người chưa thành niên',
    at(6),
    'binding',
    'Điều 28 khoản 3 Luật 53/2024/QH15',
    'Đồn Biên phòng Bản Vược',
    [received(day(-3))],
  ),
  item(
    'support.review',
    'Kế hoạch hỗ trợ KH-2026-000064',
    day(0),
    'binding',
    'Điều 46 khoản 1 Luật 53/2024/QH15',
    'Nhà Nhân Ái Lào Cai',
  ),
  item(
    'case.extend',
    'Vụ án VA-2026-000017 “Mộng Cầu”',
    day(3),
    'binding',
    'Điều 172 khoản 2 Bộ luật Tố tụng hình sự',
    'Phòng Cảnh sát hình sự',
  ),
  item(
    'plan.report',
    'Báo cáo tháng 11, sáu đơn vị chưa gửi',
    day(4),
    'binding',
    null,
    'Văn phòng Ban Chỉ đạo',
  ),
  item(
    'case.extend',
    'Vụ án VA-2026-000009',
    day(24),
    'binding',
    'Điều 172 khoản 2 Bộ luật Tố tụng hình sự',
    'Phòng Cảnh sát hình sự',
  ),
  item(
    'person.call',
    'Hồ sơ NN-2026-000088, đã về nhà được sáu tháng',
    day(1),
    'advisory',
    null,
    'Công an xã Mường Hum',
  ),
];
function item(
  kind: string,
  caption: string,
  due: string | null,
  state: string,
  article: string | null,
  office: string,
  reasons: unknown[] = [],
) {
  return {
    kind,
    record: 'person',
    id: `${kind}-${caption.length}`,
    caption,
    due,
    state,
    article,
    since: at(-70),
    office,
    reasons,
  };
}

const hits = [
  [
    'person',
    'p1',
    'Giàng Thị M. · NN-2026-000123',
    'Tên gần giống: “Giàng Thị Mẩy”',
    'Đồn Biên phòng Bản Vược',
  ],
  ['person', 'p2', 'Giàng Thị Mai · NN-2025-000411', 'Tên trùng', 'Nhà Nhân Ái Lào Cai'],
  [
    'person',
    'p3',
    'Dương Thị May · NN-2024-000093',
    'Họ có hai cách viết: Giàng, Dương',
    'Công an xã Mường Hum',
  ],
  ['case', 'c1', 'VA-2026-000017 “Mộng Cầu”', 'Có người này trong vụ', 'Phòng Cảnh sát hình sự'],
].map(([record, id, caption, why, office]) => ({ record, id, caption, why, office }));

const notices = [
  ['n1', 'referral.received', at(-0.4), false],
  ['n2', 'clock.soon', at(-3), false],
  ['n3', 'share.answered', at(-30), true],
  ['n4', 'referral.received', at(-52), true],
].map(([id, kind, when, read]) => ({ id, kind, at: when, read, subject: { record: 'referral', id } }));

const posts = [
  { id: 'post-1', role: 'border_officer', office: 'Đồn Biên phòng Bản Vược' },
  { id: 'post-2', role: 'secretary', office: 'Văn phòng Ban Chỉ đạo 138 tỉnh' },
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
              abilities: [],
              unread: 2,
              invented: true,
            }
          : { signedOut: true, invented: true, cast },
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
    case 'notifications/read':
      return ok({});
    case 'work':
      return ok({ items: work });
    case 'notifications':
      return ok({ items: notices });
    case 'search':
      return ok({ hits: String(body.text).startsWith('zz') ? [] : hits });
    default:
      return refuse(404, 'request.unknown');
  }
}
