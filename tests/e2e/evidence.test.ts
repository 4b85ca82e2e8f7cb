/* Exhibits on the screen: one entered and what is missing named, a file brought in and opened with a purpose, a hand-over confirmed by the one it was handed to; two cases joined; and
 * the woman's worker, who answers from her page and sees how far the case has come. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../kernel/day.ts';
import { opening } from '../support/cases.ts';
import { dialogOf, expectAccessible, fillDay, gone, makeSite, narrow, type Site, save } from './support.ts';

let site: Site;
let address: string;
let other: string;
let file: string;
let notice: string;

beforeAll(async () => {
  site = await makeSite();
  const { world } = site;
  const [khai, van] = await Promise.all(['khai', 'van'].map(key => world.as(key)));
  const open = async (title: string, days: number) =>
    (await khai!.act('criminalCase.open', opening(addDays(world.today(), -days), { title }))).id;
  address = `/cases/${await open('Nhóm môi giới chợ phiên', 30)}`;
  other = await open('Nhóm ở bến xe', 20);
  const her = await van!.act('person.register', {
    fullName: 'Lù Thị Ví Dụ',
    born: '1999',
    route: 'self_return',
    arrivedAt: world.now(),
    entry: 'screen',
  });
  file = her.id;
  notice = her.number!;
  await van!.act('statementNotice.send', { person: file, toOffice: khai!.office, available: 'yes' });
}, 240_000);
afterAll(() => site?.stop());

test('an exhibit is entered; what is missing is named, and a state secret leaves only its number', async () => {
  const { page, context } = await site.open('khai', address);
  await page.getByRole('button', { name: 'Ghi vật chứng' }).click();
  const dialog = dialogOf(page);
  await dialog.getByText('Có chứa bí mật nhà nước').click();
  expect(await dialog.getByLabel('Mô tả vật chứng').count()).toBe(0);
  await dialog.getByLabel('Số tham chiếu').waitFor();
  await dialog.getByText('Có chứa bí mật nhà nước').click();
  await dialog.getByRole('combobox', { name: 'Loại' }).selectOption('device');
  await dialog.getByText('Thu giữ', { exact: true }).click();
  await save(dialog);
  await dialog.getByRole('alert').waitFor();
  await expectAccessible(page);
  await dialog.getByLabel('Mô tả vật chứng').fill('Điện thoại màu đen');
  await fillDay(dialog, 'Thời điểm thu giữ, tiếp nhận', addDays(site.world.today(), -9), '08:30');
  await save(dialog);
  await gone(dialog);
  await page.getByText('Điện thoại màu đen').waitFor();
  await context.close();
}, 120_000);

test('a file is brought in, hashed, and opened with a purpose that stands beside it', async () => {
  const { page, context } = await site.open('khai', address, narrow);
  await page.getByRole('button', { name: 'Thêm tệp' }).click();
  const dialog = dialogOf(page);
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'tin-nhan.txt', mimeType: 'text/plain', buffer: Buffer.from('tin nhắn') });
  await dialog.getByLabel('Tên tệp').fill('Tin nhắn');
  await dialog.getByText('Tệp này không chứa bí mật nhà nước').click();
  await dialog.getByRole('button', { name: 'Thêm tệp' }).click();
  await gone(dialog);
  await page.getByText(/SHA-256: [0-9a-f]{64}/).waitFor();
  await page.getByText('Chưa ai mở.').waitFor();
  await page.getByRole('button', { name: /^Mở tệp/ }).click();
  await dialog.getByLabel('Mở để làm gì').fill('Đối chiếu lời khai');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Mở tệp' }).click();
  expect((await download).suggestedFilename()).toMatch(/^VC-.*\.bin$/);
  await page.getByText('Đã mở 1 lần').click();
  await page.getByText('Đối chiếu lời khai').waitFor();
  await expectAccessible(page);
  await context.close();
}, 120_000);

test('handed over it waits for the taker, who alone is offered to confirm', async () => {
  const { world } = site;
  const [khai, chau] = await Promise.all(['khai', 'chau'].map(key => world.as(key)));
  const [exhibit] = await khai!.list('exhibit');
  await khai!.act(
    'exhibit.handOver',
    { nextHolder: chau!.officer, happenedAt: `${addDays(world.today(), -2)}T02:00:00Z` },
    { subject: exhibit.id },
  );
  const giver = await site.open('khai', address);
  await giver.page.getByText('Chờ người nhận xác nhận').waitFor();
  expect(await giver.page.getByRole('button', { name: 'Xác nhận đã nhận' }).count()).toBe(0);
  await giver.context.close();
  const { page, context } = await site.open('chau', '/');
  await page.getByText('Vật chứng chờ xác nhận đã nhận').first().waitFor();
  await page.goto(`${site.base}/exhibits/${exhibit.id}`);
  await page.getByRole('button', { name: 'Xác nhận đã nhận' }).click();
  const dialog = dialogOf(page);
  await fillDay(dialog, 'Thời điểm', addDays(world.today(), -1), '08:00');
  await save(dialog);
  await gone(dialog);
  await page.getByText('Đang giữ').waitFor();
  await expectAccessible(page);
  await context.close();
}, 120_000);

test('a file is linked by its number, and her worker answers from her page', async () => {
  const { page, context } = await site.open('khai', address);
  await page.getByRole('button', { name: 'Đề nghị liên kết một hồ sơ' }).click();
  const dialog = dialogOf(page);
  await dialog.getByRole('combobox', { name: 'Số hồ sơ' }).selectOption({ label: notice });
  await dialog.getByText('Bị hại', { exact: true }).click();
  await dialog.getByLabel('Vì sao liên kết').fill('Là bị hại');
  await save(dialog);
  await page.getByText('Chờ nơi giữ hồ sơ trả lời').waitFor();
  await context.close();
  const worker = await site.open('van', `/people/${file}`);
  await worker.page.getByRole('button', { name: 'Đồng ý liên kết' }).click();
  await save(dialogOf(worker.page));
  await worker.page.getByText(/Đang điều tra · từ ngày/).waitFor();
  expect(await worker.page.getByText('Nhóm môi giới').count()).toBe(0);
  await expectAccessible(worker.page);
  await worker.context.close();
}, 120_000);

test('two cases are joined, and each says where it came from or went', async () => {
  const { page, context } = await site.open('khai', address);
  await page.getByRole('button', { name: 'Nhập vào vụ án khác' }).click();
  const dialog = dialogOf(page);
  await dialog.getByRole('combobox', { name: 'Nhập vào vụ án' }).selectOption(other);
  await dialog.getByText(/Nhiều bị can cùng tham gia/).click();
  await fillDay(dialog, 'Ngày', site.world.today());
  await dialog.getByLabel('Số quyết định').fill('40/QĐ');
  await expectAccessible(page);
  await save(dialog);
  await gone(dialog);
  await page.getByText('Đã nhập vào vụ án khác').first().waitFor();
  await page.goto(`${site.base}/cases/${other}`);
  await page.getByRole('link', { name: 'Nhận vụ án khác nhập vào' }).waitFor();
  await page.getByText('Điện thoại màu đen').waitFor();
  const limits = page.getByRole('region', { name: 'Thời hạn' });
  await limits
    .getByText(/Vì sao có hạn này/)
    .first()
    .click();
  await limits
    .getByText(/2 vụ án đã nhập/)
    .first()
    .waitFor();
  await context.close();
}, 120_000);
