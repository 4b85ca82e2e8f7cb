/* A tablet handed over: the officer is signed out of it on the server, nothing on it leads back to the file, and what the person says reaches the inspectorate and
 * not her worker. Every page of it is looked at by axe, wide and narrow. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, makeSite, narrow, type Site } from './support.ts';

let site: Site;
let her: string;
beforeAll(async () => {
  site = await makeSite();
  const phua = await site.world.as('phua');
  her = (
    await phua.act('person.register', {
      fullName: 'Thào Thị Ví Dụ',
      route: 'self_return',
      arrivedAt: site.world.now(),
      entry: 'api',
    })
  ).id;
}, 240_000);
afterAll(() => site?.stop());

test('a code that is none opens nothing and says so', async () => {
  const context = await site.browser.newContext({ locale: 'vi-VN' });
  const page = await context.newPage();
  await page.goto(`${site.base}/feedback`);
  await page.getByRole('textbox', { name: /Mã/ }).fill('AAAA AAAA');
  await page.getByRole('button', { name: 'Tiếp' }).click();
  await page.getByText(/Mã này không đúng/).waitFor();
  await expectAccessible(page);
  await context.close();
});

test('on the same tablet there is no way back to the file but signing in; what she says reaches the inspectorate', async () => {
  const { page, context } = await site.open('phua', `/people/${her}`);
  await page.getByRole('heading', { name: 'Thào Thị Ví Dụ' }).waitFor();
  await page.goto(`${site.base}/people/${her}/feedback`);
  await page.getByRole('radio', { name: /Tiếng Trung Quốc/ }).check();
  await page.getByRole('button', { name: 'Mở', exact: true }).click();
  await page.getByText(/Mã dùng một lần/).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Đăng xuất và đưa máy' }).click();
  await page.getByRole('heading', { name: '您的感受很重要' }).waitFor();
  await page.getByText('Bản dịch này chưa được người bản ngữ đọc lại.').waitFor();
  await expectAccessible(page);
  // The session is gone on the server, not only on the screen.
  const session = await context.request.get(`${site.base}/api/session`);
  expect((await session.json()).signedOut).toBe(true);
  for (const address of ['', `/people/${her}`]) {
    const other = await context.newPage();
    await other.goto(site.base + address);
    await other.locator('h1').first().waitFor();
    expect(await other.content()).not.toContain('Thào Thị');
    await other.close();
  }
  await page.getByRole('button', { name: '开始' }).click();
  for (const answer of ['是', '一般', '不是']) {
    await expectAccessible(page);
    await page.getByRole('button', { name: answer, exact: true }).click();
  }
  await page.setViewportSize(narrow);
  await expectAccessible(page);
  await page.getByRole('button', { name: '跳过' }).click();
  await page.getByRole('button', { name: '跳过' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('button', { name: '我不安全' }).click();
  await page.getByRole('textbox').fill('有人在门外');
  await expectAccessible(page);
  await page.getByRole('button', { name: '发送' }).click();
  await page.getByText(/监察机关已经收到/).waitFor();
  await expectAccessible(page);
  // Going back finds no file, and no answers either.
  await page.goBack();
  await page.locator('h1').first().waitFor();
  expect(await page.content()).not.toContain('Thào Thị');
  await context.close();

  const hang = await site.open('hang', '/complaints');
  await hang.page.getByText('Không thấy an toàn').waitFor();
  await hang.page.locator('.row-link').click();
  await hang.page.getByRole('button', { name: 'Đọc lời của người đó' }).click();
  await hang.page.getByText('有人在门外').waitFor();
  await hang.page.getByText(/không cho biết số hồ sơ/).waitFor();
  await hang.page.getByRole('button', { name: 'Nhận xem' }).click();
  await hang.page.getByRole('heading', { name: 'Kết thúc' }).waitFor();
  await expectAccessible(hang.page);
  await hang.context.close();
});
