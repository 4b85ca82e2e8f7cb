/* A referral on screen from both sides: what will be seen is shown before it is sent, the receiver sees that and no more, notes stay with the shelter, taking
 * consent back closes the share, and an investigator hears of a statement without a way into the file. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choose, dialogOf, expectAccessible, fromMenu, makeSite, narrow, type Site } from './support.ts';

let site: Site;
let her: string;
let number: string;
beforeAll(async () => {
  site = await makeSite();
  const phua = await site.world.as('phua');
  her = (
    await phua.act('person.register', {
      fullName: 'Vàng Thị Dợ',
      born: '1998-07',
      sex: 'female',
      ethnicity: '08',
      phone: '0987 654 321',
      address: 'thôn Lũng Pô',
      originNote: 'gần chợ phiên',
      route: 'self_return',
      arrivedAt: site.world.now(),
      herAccount: 'chuyện chị kể ở đồn',
      food: 'yes',
      entry: 'api',
    })
  ).id;
  number = (await phua.path(her)).person.number;
}, 240_000);
afterAll(() => site?.stop());

test('without a consent none can be chosen: she is asked on the page, and then it is sent', async () => {
  const { page, context } = await site.open('phua', `/people/${her}/refer`);
  await page.getByText('Chưa có sự đồng ý nào dùng được cho việc này').waitFor();
  await expectAccessible(page);
  await choose(page, 'Chuyển đến', 'nhân ái', /Nhân ái/);
  const will = page.locator('.preview-yes');
  expect(await will.textContent()).toContain('gần chợ phiên');
  expect(await page.locator('.preview-no').textContent()).toContain('Liên lạc, chỗ ở, tài khoản');
  const bundle = page.locator('.choose-bundle').first();
  await bundle.locator('summary').click();
  await bundle.getByRole('checkbox', { name: 'Ghi thêm về quê' }).uncheck();
  expect(await will.textContent()).not.toContain('gần chợ phiên');
  expect(await page.locator('.preview-no').textContent()).toContain('ghi thêm về quê');
  await page
    .getByRole('group', { name: 'Câu trả lời' })
    .getByRole('radio', { name: 'Có', exact: true })
    .check();
  await page.getByRole('button', { name: 'Ghi câu trả lời' }).click();
  await page.getByRole('radio', { name: /Chuyển thông tin đến nơi hỗ trợ, ngày/ }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Gửi', exact: true }).click();
  await page.waitForURL(`**/people/${her}`);
  await page.getByText('Nhà Nhân ái').first().waitFor();
  await context.close();
});

test('the receiver accepts, and sees exactly what was shared', async () => {
  const { page, context } = await site.open('my', '/referrals', narrow);
  await page.locator('tbody tr').first().waitFor();
  await expectAccessible(page);
  await page.locator('tbody a').first().click();
  await page.getByRole('button', { name: 'Nhận' }).click();
  await expectAccessible(page);
  await dialogOf(page).getByRole('button', { name: 'Nhận' }).click();
  await page.getByText('Đã nhận', { exact: true }).first().waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Xem phần được chia sẻ' }).click();
  await page.getByRole('heading', { name: 'Vàng Thị Dợ' }).waitFor();
  await page.getByText('Chỉ thấy phần được chia sẻ').waitFor();
  const text = await page.content();
  for (const kept of ['0987', 'Lũng Pô', 'chợ phiên', 'chuyện chị kể']) expect(text).not.toContain(kept);
  expect(
    await page.getByText('Không chia sẻ với đơn vị bạn', { exact: true }).count(),
  ).toBeGreaterThanOrEqual(3);
  expect(await page.locator('.path-acts').getByRole('link', { name: 'Chuyển gửi' }).count()).toBe(0);
  await expectAccessible(page);
  await context.close();
});

test('a note of the shelter stays with the shelter', async () => {
  const { page, context } = await site.open('my', `/people/${her}`);
  await fromMenu(page, 'Việc khác', 'Viết ghi chép hỗ trợ');
  await page.getByText(/chỉ đơn vị mình đọc được/).waitFor();
  await page.getByRole('radio', { name: 'Trò chuyện' }).check();
  await page.getByLabel('Nội dung').fill('ngủ được, muốn gọi cho em');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Lưu ghi chép' }).click();
  await page.getByText('ngủ được, muốn gọi cho em').first().waitFor();
  await context.close();
  const border = await site.open('phua', `/people/${her}`);
  await border.page.getByRole('heading', { name: 'Vàng Thị Dợ' }).waitFor();
  expect(await border.page.content()).not.toContain('muốn gọi cho em');
  await border.context.close();
});

test('the investigator hears that a statement may be available, with no way into the file', async () => {
  const sender = await site.open('phua', `/people/${her}`);
  await fromMenu(sender.page, 'Việc khác', 'Báo có thể lấy lời khai');
  await choose(sender.page, 'Báo cho', 'hình sự', /PC02/);
  await sender.page
    .getByRole('group', { name: 'Có thể lấy lời khai' })
    .getByRole('radio', { name: 'Có', exact: true })
    .check();
  await sender.page.getByRole('button', { name: 'Gửi báo' }).click();
  await sender.page.getByText(/Báo có thể lấy lời khai cho/).waitFor();
  await sender.context.close();
  const { page, context } = await site.open('khai', '/statements');
  await page.getByText(number).waitFor();
  await expectAccessible(page);
  expect(await page.locator('main a[href^="/people"]').count()).toBe(0);
  expect(await page.content()).not.toContain('Vàng Thị Dợ');
  await page.goto(`${site.base}/people/${her}`);
  await page.getByText('Hồ sơ này chưa được chia sẻ với đơn vị').waitFor();
  await context.close();
});

test('when she takes her consent back, the share closes and the receiver is refused', async () => {
  const { page, context } = await site.open('phua', `/people/${her}`);
  await page.getByRole('button', { name: 'Rút lại Chuyển thông tin đến nơi hỗ trợ' }).click();
  await page.getByText(/1 lần chia sẻ đang dựa vào sự đồng ý này/).waitFor();
  await expectAccessible(page);
  await dialogOf(page).getByRole('button', { name: 'Rút lại' }).click();
  await page.getByText('Chưa chia sẻ với đơn vị nào khác.').waitFor();
  await expectAccessible(page);
  await context.close();
  const shelter = await site.open('my', `/people/${her}`);
  await shelter.page.getByText('Hồ sơ này chưa được chia sẻ với đơn vị').waitFor();
  await shelter.page.goto(`${site.base}/referrals`);
  await shelter.page.locator('tbody').getByText('Đã thu hồi').first().waitFor();
  await shelter.context.close();
});
