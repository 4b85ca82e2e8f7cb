/* The administrator gives and ends a post, helps somebody to sign in again, and looks as a role without seeing anybody; officers lend a post, keep a passkey
 * and a code app. Keys are Chromium's own virtual ones, codes are worked out as a telephone does. */
import { generateSync } from 'otplib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  choose,
  dialogOf,
  expectAccessible,
  fromMenu,
  makeSite,
  narrow,
  type Site,
  settled,
} from './support.ts';

let site: Site;
const person = 'Vàng Thị Không Ai Thấy';

beforeAll(async () => {
  site = await makeSite();
  await (await site.world.as('phua')).act('person.register', {
    fullName: person,
    sex: 'female',
    ethnicity: '08',
    route: 'self_return',
    arrivedAt: site.world.now(),
    entry: 'api',
  });
}, 240_000);
afterAll(() => site?.stop());

const officerOf = async (key: string) =>
  (
    await site.world.owner<{ id: string; email: string }>(
      'select id, email from officer where cast_key = $1',
      [key],
    )
  )[0]!;

const toPassword = (page: Page) => page.getByRole('button', { name: 'Đăng nhập bằng mật khẩu' }).click();
const atHome = (page: Page) => page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();

async function signOut(page: Page): Promise<void> {
  await fromMenu(page, 'Tài khoản và hiển thị', 'Đăng xuất');
  await page.getByRole('heading', { name: 'Bạn vào với vai của ai?' }).waitFor();
}

test('offices on a day: two provinces before July 2025, one after, and who took over', async () => {
  const { page, context } = await site.open('vinh', '/administration');
  const tree = page.getByRole('region', { name: 'Cây cơ quan' });
  const old = tree.getByRole('listitem').filter({ hasText: 'Công an tỉnh Yên Bái' }).first();
  await old.getByText('đến 01/07/2025').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Trước ngày 01\/07\/2025/ }).click();
  await expect.poll(() => old.textContent()).not.toContain('đến 01/07/2025');
  await page.getByLabel('Tìm cơ quan').fill('cong an xa bat xat');
  await tree.getByRole('link', { name: 'Công an xã Bát Xát' }).click();
  await page.getByRole('heading', { name: 'Tiếp nhận từ' }).waitFor();
  await page.getByRole('link', { name: 'Tẩn Láo San, Trung úy, Công an xã' }).waitFor();
  await expectAccessible(page);
  await page.setViewportSize(narrow);
  await expectAccessible(page);
  await context.close();
});

test('a unit says what it was made from and what it became', async () => {
  const { page, context } = await site.open('ha', '/units');
  await page.getByLabel('Tìm đơn vị').fill('Thị trấn Bát Xát');
  await page.getByRole('link', { name: 'Thị trấn Bát Xát' }).click();
  await page.getByText('Thí điểm').waitFor();
  await page.getByRole('link', { name: /^Xã Bát Xát/ }).click();
  await page.getByRole('heading', { name: 'Xã Bát Xát' }).waitFor();
  await page.getByRole('link', { name: /^Thị trấn Bát Xát/ }).waitFor();
  await expectAccessible(page);
  await context.close();
});

test('an administrator registers somebody, gives her a post and ends it; others are offered none of this', async () => {
  const { page, context } = await site.open('hoai-nam', '/officers');
  await page.getByRole('link', { name: 'Giàng Seo Phừa' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Thêm cán bộ' }).click();
  await page.getByLabel('Họ và tên').fill('Lục Thị Mới');
  await page.getByLabel('Thư điện tử công vụ').fill('luc.thi.moi@yte.laocai.example');
  await expectAccessible(page);
  await dialogOf(page).getByRole('button', { name: 'Thêm cán bộ' }).click();
  await page.getByRole('heading', { name: 'Lục Thị Mới' }).waitFor();
  await page.getByRole('button', { name: 'Giao vị trí' }).click();
  // Refused first: nothing was chosen.
  await dialogOf(page).getByRole('button', { name: 'Giao vị trí' }).click();
  await page.getByText('Cần điền ô này.').first().waitFor();
  await choose(page, 'Cơ quan', 'nha nhan ai', /Nhà Nhân ái/);
  // Once the office is chosen, only the roles worked in there are offered.
  expect(await page.getByRole('radio', { name: 'Điều tra viên' }).count()).toBe(0);
  await page.getByRole('radio', { name: 'Nhân viên nhà tạm lánh' }).check();
  await dialogOf(page).getByRole('button', { name: 'Giao vị trí' }).click();
  const row = page.getByRole('row', { name: /Nhân viên nhà tạm lánh.*đang giữ/ });
  await row.waitFor();
  await expectAccessible(page);
  await row.getByRole('button', { name: 'Kết thúc' }).click();
  await dialogOf(page).getByRole('button', { name: 'Kết thúc' }).click();
  await page.getByRole('row', { name: /Nhân viên nhà tạm lánh.*đã hết/ }).waitFor();
  await page.setViewportSize(narrow);
  await expectAccessible(page);
  const url = new URL(page.url()).pathname;
  await context.close();
  for (const key of ['hang', 'vinh']) {
    const other = await site.open(key, url);
    await other.page.getByRole('row', { name: /đã hết/ }).waitFor();
    // What is there is to be read and taken out, and nothing to be changed.
    expect(await other.page.locator('main').getByRole('button').allTextContents()).toEqual(['Tải bảng tính']);
    expect(await other.page.locator('main').textContent()).not.toContain('@');
    await other.context.close();
  }
});

test('view as shows the role and nobody: nothing is asked of any record', async () => {
  const { page, context } = await site.open('hoai-nam', '/view-as');
  const asked: string[] = [];
  page.on('request', request => asked.push(new URL(request.url()).pathname));
  await page.getByLabel('Vai trò', { exact: true }).selectOption({ label: 'Nhân viên công tác xã hội' });
  await page.getByText('Bạn đang xem như Nhân viên công tác xã hội').waitFor();
  await page.getByRole('heading', { name: 'Các loại hồ sơ' }).waitFor();
  for (const record of ['Hồ sơ', 'Giấy tờ tùy thân', 'Ghi chép hỗ trợ'])
    await page
      .locator('summary')
      .filter({ hasText: new RegExp(`^${record}`) })
      .first()
      .click();
  await page.getByText('Xã Ví Dụ').filter({ visible: true }).first().waitFor();
  await expectAccessible(page);
  const shown = await page.locator('main').textContent();
  expect(shown).not.toContain(person);
  expect(shown).toContain('niêm phong, mở khi nêu mục đích');
  for (const path of asked) expect(path).not.toMatch(/^\/api\/(list|get|path|search|open|act)/);
  await page.setViewportSize(narrow);
  await expectAccessible(page);
  await page.goto(`${site.base}/permissions`);
  await page.getByRole('table').waitFor();
  await expectAccessible(page);
  await context.close();
  const stranger = await site.open('phua', '/view-as');
  await stranger.page.getByLabel('Vai trò', { exact: true }).selectOption({ label: 'Điều tra viên' });
  await stranger.page.getByText('Bạn không được xem phần này').waitFor();
  await stranger.context.close();
});

test('a post is lent, used by the other, and taken back', async () => {
  const { page, context } = await site.open('khai', '/account');
  await choose(page, 'Cho ai', 'san', /Tẩn Láo San/);
  await page.getByLabel('Lý do').fill('Đi học một tuần');
  await page.getByRole('button', { name: 'Ủy quyền', exact: true }).click();
  await page.getByText('Tẩn Láo San').first().waitFor();
  await expectAccessible(page);
  const other = await site.open('san', '/');
  await other.page.getByRole('button', { name: /CA xã Bát Xát/ }).click();
  await other.page.getByRole('menuitemradio', { name: /Phòng Cảnh sát hình sự/ }).click();
  await other.page.getByRole('button', { name: /PC02/ }).waitFor();
  await page.getByRole('button', { name: 'Thu lại: Tẩn Láo San' }).click();
  await page.getByText('Chưa ủy quyền cho ai').waitFor();
  // What was lent is gone with the next thing that is asked.
  await other.page.reload();
  await other.page.getByRole('heading', { name: 'Bạn vào với vai của ai?' }).waitFor();
  await other.context.close();
  await context.close();
});

test('a passkey is added and signs in without a password', async () => {
  const { page, context } = await site.open('nhai', '/account');
  const client = await context.newCDPSession(page);
  await client.send('WebAuthn.enable');
  await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.getByLabel('Tên để nhận ra máy này').fill('Máy ở phòng');
  await page.getByRole('button', { name: 'Thêm khóa truy cập' }).click();
  await page.getByRole('heading', { name: 'Mã dự phòng của bạn' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Tôi đã cất giữ' }).click();
  await page.getByText('Máy ở phòng').waitFor();
  await signOut(page);
  await toPassword(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Dùng khóa truy cập của máy này' }).click();
  await page.getByText('PC02').first().waitFor();
  await atHome(page);
  await context.close();
});

test('a reset code, a new password, a code app, and signing in with both', async () => {
  const { id, email } = await officerOf('dao');
  const admin = await site.open('hoai-nam', `/officers/${id}`);
  // The administrator's own proof is old by now: the system asks once more and goes on with what was wanted.
  site.world.shift(11);
  await admin.page.getByRole('button', { name: 'Cấp mã đặt mật khẩu' }).click();
  await dialogOf(admin.page).getByRole('button', { name: 'Cấp mã đặt mật khẩu' }).click();
  await admin.page.getByRole('heading', { name: 'Xác nhận lại là bạn' }).waitFor();
  await expectAccessible(admin.page);
  await admin.page.getByRole('button', { name: 'Tỉnh giả định: xác nhận không cần mã' }).click();
  const code = (await admin.page.getByTestId('reset-code').textContent())!.trim();
  await expectAccessible(admin.page);
  await admin.page.getByRole('button', { name: 'Đã giao mã' }).click();
  expect(await admin.page.locator('body').textContent()).not.toContain(code);
  await admin.context.close();

  const password = 'bốn con trâu qua suối sớm';
  const { page, context } = await site.visit('/');
  await toPassword(page);
  await page.getByRole('button', { name: 'Tôi có mã đặt lại mật khẩu' }).click();
  await page.getByLabel('Thư điện tử công vụ').fill(email);
  await page.getByLabel('Mã đặt lại').fill(code);
  await page.getByLabel('Mật khẩu mới').fill(password);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Đặt mật khẩu' }).click();
  const giveBoth = async () => {
    await page.getByRole('heading', { name: 'Đăng nhập', exact: true }).waitFor();
    await page.getByLabel('Thư điện tử công vụ').fill(email);
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  };
  await giveBoth();
  // Nobody works here with a password alone: the first second factor comes now.
  await page.getByRole('button', { name: 'Cài ứng dụng tạo mã' }).click();
  await page.getByRole('img', { name: /Mã QR/ }).waitFor();
  await expectAccessible(page);
  const secret = (await page.locator('form code').textContent())!.replace(/\s/g, '');
  const codeNow = () => generateSync({ secret, epoch: Math.floor(Date.parse(site.world.now()) / 1000) });
  await page.getByLabel('Mã sáu số').fill(codeNow());
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  await page.getByRole('button', { name: 'Tôi đã cất giữ' }).click();
  await atHome(page);
  await signOut(page);
  // A code works once; a minute later there is another.
  site.world.shift(13);
  await toPassword(page);
  await giveBoth();
  await page.getByRole('heading', { name: 'Nhập mã xác nhận' }).waitFor();
  await expectAccessible(page);
  await page.getByLabel('Mã sáu số').fill('000000');
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  await page.getByRole('alert').waitFor();
  await page.getByLabel('Mã sáu số').fill(codeNow());
  await page.getByRole('button', { name: 'Xác nhận' }).click();
  await atHome(page);
  site.world.shift(0);
  await context.close();
});

test('every role has a first screen that says what it is for, and no way that leads nowhere', async () => {
  for (const key of ['vinh', 'hang', 'hoai-nam', 'ha', 'binh', 'phua']) {
    const { page, context } = await site.open(key, '/');
    await atHome(page);
    await expectAccessible(page);
    const ways = await page
      .locator('nav.side a')
      .evaluateAll(links => links.map(link => link.getAttribute('href')!));
    expect(ways.length).toBeGreaterThan(1);
    for (const way of ways) {
      await page.goto(`${site.base}${way}`);
      await page.locator('h1').first().waitFor();
      await settled(page);
      const words = (await page.locator('main').textContent()) ?? '';
      expect([key, way, /Không có trang này|Bạn không được xem phần này/.test(words)]).toEqual([
        key,
        way,
        false,
      ]);
    }
    await context.close();
  }
});
