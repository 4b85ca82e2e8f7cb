/* One person's way on screen, from the first screening to the paper that proves it, by the officers who do each step; what is sealed stays sealed until
 * somebody says why; and an officer without a share meets one clear sentence. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  choose,
  dialogOf,
  expectAccessible,
  fillDay,
  fromMenu,
  gone,
  makeSite,
  narrow,
  type Site,
} from './support.ts';

let site: Site;
let her: string;
beforeAll(async () => {
  site = await makeSite();
  const phua = await site.world.as('phua');
  her = (
    await phua.act('person.register', {
      fullName: 'Sùng Thị Chở',
      born: '2009',
      sex: 'female',
      ethnicity: '08',
      spoken: ['hmn'],
      phone: '0912 000 111',
      route: 'self_return',
      arrivedAt: site.world.now(),
      interpreter: 'yes',
      interpreterLanguages: ['hmn'],
      medical: 'yes',
      entry: 'api',
    })
  ).id;
}, 240_000);
afterAll(() => site?.stop());

const answer = (page: Page, question: string, word: string) =>
  page.getByRole('group', { name: question }).getByRole('radio', { name: word, exact: true }).check();
const onward = (page: Page) => page.getByRole('button', { name: 'Tiếp tục' }).click();
const pick = (page: Page, name: string) => page.getByRole('radio', { name }).check();

test('the page says who she is as far as she said, and what she needs first', async () => {
  const { page, context } = await site.open('phua', `/people/${her}`);
  await page.getByRole('heading', { name: 'Sùng Thị Chở' }).waitFor();
  await page.getByText("Cần phiên dịch: Tiếng H'Mông").waitFor();
  await page
    .getByText(/từ 16 đến 17 tuổi|từ 17 đến 18 tuổi|17 tuổi/)
    .first()
    .waitFor();
  expect(await page.locator('.needs li').first().textContent()).toContain('Cần lo ngay');
  expect(await page.getByText('Chưa có', { exact: true }).count()).toBe(4);
  await expectAccessible(page);
  await page.setViewportSize(narrow);
  await expectAccessible(page);
  await context.close();
});

test('what is sealed opens for a purpose and can be hidden again; the ledger knows why', async () => {
  const { page, context } = await site.open('phua', `/people/${her}`);
  await page.getByText('Đã niêm phong').waitFor();
  expect(await page.content()).not.toContain('0912');
  await page.getByRole('button', { name: /^Mở/ }).first().click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Bảo đảm an toàn' }).click();
  await page.getByRole('button', { name: 'Mở trong 60 giây' }).click();
  await page.getByText('0912 000 111').waitFor();
  await page.getByRole('button', { name: 'Che lại' }).click();
  await page.getByText('Đã niêm phong').waitFor();
  expect(await page.content()).not.toContain('0912 000 111');
  const [entry] = await site.world.owner<{ purpose: string }>(
    `select ledger.purpose_of(id) as purpose from ledger.entry where kind = 'open' and subject_id = $1`,
    [her],
  );
  expect(entry?.purpose).toBe('Bảo đảm an toàn');
  await context.close();
});

test('screening: every sign may stay unasked, under 18 needs no means, and the officer decides her own impression', async () => {
  const { page, context } = await site.open('phua', `/people/${her}/screen`);
  await answer(page, 'Tuyển mộ, rủ rê, môi giới', 'Có');
  await page.setViewportSize(narrow);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 860 });
  await onward(page);
  await answer(page, 'Lừa gạt, hứa hẹn sai sự thật', 'Không muốn nói');
  // Looking something up in the file and coming back loses nothing.
  await page.getByRole('link', { name: 'Thôi' }).click();
  await page.locator('.path-acts').getByRole('link', { name: 'Sàng lọc' }).click();
  expect(
    await page
      .getByRole('group', { name: 'Lừa gạt, hứa hẹn sai sự thật' })
      .getByRole('radio', { name: 'Không muốn nói' })
      .isChecked(),
  ).toBe(true);
  // Nor does loading the page anew: the answers are on the server, and not on this device.
  await page.getByText(/Đã giữ lúc/).waitFor();
  expect(await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]))).not.toMatch(
    /means|deceit/,
  );
  await page.reload();
  await page
    .getByRole('group', { name: 'Lừa gạt, hứa hẹn sai sự thật' })
    .getByRole('radio', { name: 'Không muốn nói', checked: true })
    .waitFor();
  await onward(page);
  await answer(page, 'Ép lấy chồng, lấy vợ; bị đưa đi để kết hôn trái ý muốn', 'Có');
  await page.getByText('Thủ đoạn: không cần').waitFor();
  await page.getByText(/Dưới 18 tuổi: luật không đòi hỏi yếu tố thủ đoạn/).waitFor();
  await page
    .getByText(/không phải kết luận/)
    .first()
    .waitFor();
  await expectAccessible(page);
  await onward(page);
  await page.getByRole('button', { name: 'Lưu sàng lọc' }).click();
  await page.getByRole('alert').waitFor();
  await expectAccessible(page);
  await pick(page, 'Dấu hiệu rõ');
  await page.getByRole('button', { name: 'Lưu sàng lọc' }).click();
  await page.waitForURL(`**/people/${her}`);
  await page.getByText('Sàng lọc: dấu hiệu rõ').waitFor();
  const phua = await site.world.as('phua');
  const [screening] = (await phua.path(her)).parts.screening;
  expect(screening.signs).toEqual({
    'act.recruit': 'yes',
    'means.deceit': 'declined',
    'purpose.forced_marriage': 'yes',
  });
  await context.close();
});

test('presuming is done in a name, and asking to verify shows its clock, its article and its ground before it is sent', async () => {
  const { page, context } = await site.open('phua', `/people/${her}/presume`);
  await page
    .getByText(/Giàng Seo Phừa/)
    .first()
    .waitFor();
  await pick(page, 'Là nạn nhân');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
  await page.waitForURL(`**/people/${her}`);
  await page.locator('.path-acts').getByRole('link', { name: 'Đề nghị xác minh' }).click();
  await page.waitForURL('**/verify');
  await page.getByText('Điều 27.3 Luật 53/2024').first().waitFor();
  await page.getByText('Chưa có căn cứ', { exact: true }).waitFor();
  await page.getByText(/không phải sự đồng ý của người đó/).waitFor();
  await choose(page, 'Gửi đến', 'hình sự', /PC02/);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await page.waitForURL(`**/people/${her}`);
  await page.getByText('Phòng Cảnh sát hình sự (PC02)').first().waitFor();
  expect(await page.getByText(/Quá hạn/).count()).toBe(0);
  await expectAccessible(page);
  await context.close();
});

test('a step pressed twice, or again after its answer was lost, is done once', async () => {
  const phua = await site.world.as('phua');
  const { id } = await phua.act('person.register', {
    fullName: 'Vừ Thị Súa',
    route: 'self_return',
    arrivedAt: site.world.now(),
    entry: 'api',
  });
  const parts = async () => (await phua.path(id)).parts;
  const { page, context } = await site.open('phua', `/people/${id}/presume`);
  let isLost = false;
  await page.route('**/api/act', async (route, request) => {
    if (isLost || !request.postData()?.includes('assertion.presume')) return route.continue();
    isLost = true;
    await route.fetch();
    await route.abort();
  });
  await pick(page, 'Là nạn nhân');
  await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
  await page.getByRole('alert').waitFor();
  await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
  await page.waitForURL(`**/people/${id}`);
  expect((await parts()).assertion).toHaveLength(1);

  await fromMenu(page, 'Việc khác', 'Thêm trẻ đi cùng');
  await page.getByLabel('Tên trẻ').fill('Dủa');
  // Both presses before the page hears of the first.
  await page.evaluate(() => {
    const save = [...document.querySelectorAll<HTMLElement>('.dialog-actions button')].at(-1)!;
    save.click();
    save.click();
  });
  await gone(dialogOf(page));
  expect((await parts()).child).toHaveLength(1);
  await context.close();
});

test('the asked body sees the shared part, says what is withheld, and identifies with a paper', async () => {
  const nhai = await site.world.as('nhai');
  const [asked] = await nhai.list('verification');
  const { page, context } = await site.open('nhai', `/verifications/${asked.id}`);
  await page.getByRole('heading', { name: asked.number }).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Xem phần được chia sẻ' }).click();
  await page.getByText('Chỉ thấy phần được chia sẻ').waitFor();
  await page.getByText('Không chia sẻ với đơn vị bạn', { exact: true }).first().waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Xác định nạn nhân' }).click();
  await page.waitForURL('**/identify');
  await pick(page, 'Là nạn nhân');
  await page.getByRole('button', { name: 'Ký kết luận' }).click();
  await page.getByRole('alert').waitFor();
  await pick(page, 'Giấy xác nhận nạn nhân của cơ quan Công an');
  // Its number is given when it is issued, in one place; a paper that was there before has one.
  await page.getByText('Giấy xác nhận đã cấp từ trước').waitFor();
  expect(await page.getByLabel('Số giấy').count()).toBe(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ký kết luận' }).click();
  await page.waitForURL(`**/people/${her}`);
  await page.getByRole('link', { name: 'chưa cấp giấy' }).first().waitFor();
  await context.close();
  const back = await site.open('phua', `/verifications/${asked.id}`);
  await back.page.getByText('Đã trả lời').first().waitFor();
  await back.page.goto(`${site.base}/people/${her}`);
  const kinds = back.page.locator('.kind:not([data-empty])');
  await kinds.first().waitFor();
  await expect.poll(() => kinds.count()).toBe(3);
  await back.context.close();
});

test('a judgment is noted with its court, its number and its day, and stands as the fourth', async () => {
  const { page, context } = await site.open('nhai', `/people/${her}`);
  await fromMenu(page, 'Việc khác', 'Ghi bản án');
  await page.waitForURL('**/judgment');
  await page.getByRole('button', { name: 'Ghi bản án' }).click();
  await page.getByRole('alert').waitFor();
  await expectAccessible(page);
  await choose(page, 'Tòa án', 'tỉnh Lào Cai', /Tòa án nhân dân/);
  expect(await page.getByRole('radio', { name: 'Là nạn nhân' }).isChecked()).toBe(false);
  await pick(page, 'Là nạn nhân');
  await page.getByLabel('Số bản án').fill('9012/2026/HS-ST');
  await fillDay(page, 'Ngày tuyên án', '2025-11-03');
  await page.setViewportSize(narrow);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ghi bản án' }).click();
  await page.waitForURL(`**/people/${her}`);
  await page.getByText('9012/2026/HS-ST').first().waitFor();
  await expect.poll(() => page.locator('.kind:not([data-empty])').count()).toBe(4);
  await context.close();
});

test('the Women’s Union officer of another district meets one clear sentence and whom to ask', async () => {
  for (const path of [`/people/${her}`, `/people/${her}/refer`]) {
    const { page, context } = await site.open('mo', path);
    await page.getByText('Hồ sơ này chưa được chia sẻ với đơn vị').waitFor();
    await page.getByText(/hỏi đơn vị đã cho số hồ sơ/).waitFor();
    expect(await page.getByRole('link', { name: 'Xem khẩn cấp' }).last().getAttribute('href')).toBe(
      `/people/${her}/exception`,
    );
    expect(await page.content()).not.toContain('Sùng Thị Chở');
    await expectAccessible(page);
    await context.close();
  }
});
