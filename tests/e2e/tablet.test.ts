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
  const { page, context } = await site.visit('/feedback');
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
  await page.getByRole('textbox').fill('晚上有点冷');
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
  // What she wrote besides is read by the same body, behind its seal, and is nobody else's.
  await hang.page.goto(`${site.base}/feedback/received`);
  await hang.page.getByRole('button', { name: 'Đọc lời của người đó' }).click();
  await hang.page.getByText('晚上有点冷').waitFor();
  await expectAccessible(hang.page);
  const worker = await site.open('phua', '/feedback/received');
  await worker.page.getByText(/không dành cho đơn vị của bạn/).waitFor();
  await worker.context.close();
  await hang.context.close();
});

test('in a language without text an interpreter’s voice says each page, also when the line is broken', async () => {
  const { page, context } = await site.open('my', '/feedback/sentences', narrow);
  await page.getByRole('button', { name: 'Ghi âm hoặc viết' }).nth(0).click();
  await page.getByRole('textbox', { name: /Người phiên dịch/ }).fill('Giàng A Thông');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'cau.mp3', mimeType: 'audio/mpeg', buffer: Buffer.from('%PDF-1.7 not a sound') });
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page
    .getByText(/không phải bản ghi âm dùng được/)
    .first()
    .waitFor();
  await expectAccessible(page);
  // What was typed is still there, and the right file goes through.
  const rate = 8000;
  const wave = Buffer.alloc(44 + rate * 2, 128);
  wave.write('RIFF', 0);
  wave.writeUInt32LE(36 + rate * 2, 4);
  wave.write('WAVEfmt ', 8);
  for (const [at, value] of [
    [16, 16],
    [24, rate],
    [28, rate],
    [40, rate * 2],
  ] as const)
    wave.writeUInt32LE(value, at);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ] as const)
    wave.writeUInt16LE(value, at);
  wave.write('data', 36);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'cau.wav', mimeType: 'audio/wav', buffer: wave });
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('1/33 câu').waitFor();
  await page.getByText(/Giàng A Thông, \d/).waitFor();
  await context.close();

  const handed = await site.open('phua', `/people/${her}/feedback`);
  await handed.page.getByRole('radio', { name: /H’Mông/ }).check();
  await handed.page.getByText('Máy có 1/33 câu').waitFor();
  await handed.page.getByRole('button', { name: 'Mở', exact: true }).click();
  const heard = handed.page.waitForResponse(answer => answer.url().endsWith('/api/feedback/hear'));
  await handed.page.getByRole('button', { name: 'Đăng xuất và đưa máy' }).click();
  expect((await heard).status()).toBe(200);
  await handed.page.getByText('Người nói và dịch: Giàng A Thông').waitFor();
  await expectAccessible(handed.page);
  await handed.context.setOffline(true);
  const listen = handed.page.locator('.tablet-listen');
  await listen.click();
  await handed.page.locator('.tablet-listen[aria-pressed=true]').waitFor();
  await listen.click();
  await handed.page.locator('.tablet-listen[aria-pressed=false]').waitFor();
  await handed.context.close();
});
