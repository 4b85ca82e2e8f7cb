/* A key case on the screen: proposed from the page of the case, voted on by three heads of whom one dissents, recorded, read and signed, and followed by days and weeks that are no
 * limits. Who is outside the three agencies is not offered it, and is refused. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../kernel/day.ts';
import { opening } from '../support/cases.ts';
import {
  choose,
  dialogOf,
  expectAccessible,
  fillDay,
  gone,
  makeSite,
  narrow,
  type Site,
  save,
} from './support.ts';

let site: Site;
let casePath: string;
let keyPath: string;
beforeAll(async () => {
  site = await makeSite();
  const khai = await site.world.as('khai');
  const { id } = await khai.act(
    'criminalCase.open',
    opening(addDays(site.world.today(), -30), {
      title: 'Nhóm đưa người qua cầu Kiều',
      offence: 'blhs2015.151',
    }),
  );
  casePath = `/cases/${id}`;
}, 240_000);
afterAll(() => site?.stop());

test('it is proposed from the case; what is missing is named and what was typed stays', async () => {
  const { page, context } = await site.open('khai', casePath);
  await page.getByText('Vụ án này chưa được đề nghị là án trọng điểm').waitFor();
  await page.getByRole('button', { name: 'Đề nghị xác định án trọng điểm' }).click();
  const dialog = dialogOf(page);
  await dialog.getByLabel('Lý do').fill('Nhóm bốn người, có nạn nhân dưới 16 tuổi');
  await dialog.getByText('Cao nhất', { exact: true }).click();
  await save(dialog);
  await dialog
    .getByText(/Chọn ít nhất 1 căn cứ/)
    .first()
    .waitFor();
  expect(await dialog.getByLabel('Lý do').inputValue()).toBe('Nhóm bốn người, có nạn nhân dưới 16 tuổi');
  await expectAccessible(page);
  await dialog.getByText(/^Có nạn nhân dưới 16 tuổi/).click();
  await dialog.getByText(/Có tổ chức/).click();
  await choose(page, 'Tòa án', 'tỉnh Lào Cai', /Tòa án nhân dân tỉnh/);
  await save(dialog);
  await page.waitForURL('**/key-cases/*');
  keyPath = new URL(page.url()).pathname;
  await page.getByText('Chưa cho ý kiến').first().waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Cho ý kiến của cơ quan mình' }).click();
  await dialog.getByText('Đồng ý', { exact: true }).click();
  await dialog.getByLabel('Lý do').fill('Cần phối hợp với phía bạn');
  await save(dialog);
  await gone(dialog);
  await page.getByText('Cần phối hợp với phía bạn').waitFor();
  expect(await page.getByRole('button', { name: 'Cho ý kiến của cơ quan mình' }).count()).toBe(0);
  await context.close();
}, 120_000);

test('the procuracy finds the vote among its work, on a narrow screen', async () => {
  const { page, context } = await site.open('chau', '/', narrow);
  await page.getByText('Cho ý kiến về án trọng điểm').first().click();
  await page.waitForURL(`**${keyPath}`);
  await page.getByRole('button', { name: 'Cho ý kiến của cơ quan mình' }).click();
  const dialog = dialogOf(page);
  await dialog.getByText('Đồng ý', { exact: true }).click();
  await save(dialog);
  await dialog.getByRole('alert').waitFor();
  await expectAccessible(page);
  await dialog.getByLabel('Lý do').fill('Cần kiểm sát ngay từ đầu');
  await save(dialog);
  await gone(dialog);
  await context.close();
}, 120_000);

test('the court dissents and is heard: its reasons stand beside the decision, though it has no file yet', async () => {
  const { page, context } = await site.open('luu', keyPath);
  await page.getByText(/chưa nhận hồ sơ vụ án/).waitFor();
  await page.getByRole('button', { name: 'Cho ý kiến của cơ quan mình' }).click();
  const dialog = dialogOf(page);
  await dialog.getByText('Không đồng ý', { exact: true }).click();
  await dialog.getByLabel('Lý do').fill('Thủ tục thông thường là đủ');
  await save(dialog);
  await gone(dialog);
  await page.getByText('Là án trọng điểm', { exact: true }).first().waitFor();
  await page.getByText('Ý kiến khác', { exact: true }).waitFor();
  await page.getByText('Thủ tục thông thường là đủ').waitFor();
  await expectAccessible(page);
  await context.close();
}, 120_000);

test('the joint record is made, read before it is signed, and signed by its hash', async () => {
  const { page, context } = await site.open('khai', keyPath);
  await page.getByRole('button', { name: 'Lập biên bản chung' }).click();
  await dialogOf(page).getByLabel('Nội dung phối hợp đã thống nhất').fill('Họp mỗi tháng một lần');
  await save(dialogOf(page));
  await gone(dialogOf(page));
  await page.getByRole('button', { name: 'Ký biên bản chung' }).waitFor();
  await page.getByRole('button', { name: 'Mở biên bản' }).click();
  const dialog = dialogOf(page);
  expect(await dialog.getByRole('button', { name: 'Đọc tại đây' }).isDisabled()).toBe(true);
  await dialog.getByLabel('Mở để làm gì').fill('đọc trước khi ký');
  await dialog.getByRole('button', { name: 'Đọc tại đây' }).click();
  await dialog.getByText('Thủ tục thông thường là đủ').waitFor();
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Tải PDF' }).click();
  expect((await download).suggestedFilename()).toMatch(/^TD-\d{4}-\d{6}-BB-1\.pdf$/);
  await dialog.getByRole('button', { name: 'Đóng' }).first().click();
  await gone(dialogOf(page));
  await page.getByRole('button', { name: 'Ký biên bản chung' }).click();
  await dialog.locator('code').waitFor();
  await expectAccessible(page);
  await save(dialogOf(page));
  await gone(dialogOf(page));
  await page.getByText(/Lê Xuân Khải, .*ký lúc/).waitFor();
  await context.close();
}, 120_000);

test('a day past the law’s limit is warned of and marked; a week is told once', async () => {
  const { page, context } = await site.open('khai', keyPath, narrow);
  await page.getByText(/không làm ngắn lại hay kéo dài thời hạn nào của luật/).waitFor();
  await page.getByRole('button', { name: 'Đặt ngày hướng tới' }).click();
  const dialog = dialogOf(page);
  await dialog.getByText('Kết luận điều tra, đề nghị truy tố').click();
  await fillDay(dialog, 'Ngày hướng tới', addDays(site.world.today(), 300));
  await save(dialog);
  await page
    .getByText(/Thời hạn luật định vẫn giữ nguyên/)
    .first()
    .waitFor();
  await page.getByText('Muộn hơn thời hạn luật định').waitFor();
  await page.getByRole('button', { name: 'Báo tiến độ tuần' }).click();
  await dialog.getByLabel('Đã làm').fill('Hỏi cung hai bị can');
  await dialog.getByLabel('Sẽ làm').fill('Trưng cầu giám định');
  await save(dialog);
  await gone(dialog);
  await page.getByText('Trưng cầu giám định').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Sửa\s*: Tuần/i }).click();
  await dialog.getByLabel('Đã làm').fill('Hỏi cung ba bị can');
  await dialog.getByLabel('Lý do sửa').fill('Đếm thiếu một người');
  await save(dialog);
  await gone(dialog);
  await page.getByText(/Đếm thiếu một người/).waitFor();
  expect(await page.locator('.was s').textContent()).toBe('Hỏi cung hai bị can');
  await expectAccessible(page);
  await page.goto(`${site.base}/key-cases`);
  await page.getByText('Nhóm đưa người qua cầu Kiều').first().waitFor();
  await page.getByRole('link', { name: /1 ?Đang cùng theo dõi/ }).waitFor();
  await expectAccessible(page);
  await context.close();
}, 120_000);

test('nobody outside the three agencies is offered it, nor gets it by its address', async () => {
  for (const key of ['nhai', 'my', 'hang']) {
    const { page, context } = await site.open(key, keyPath);
    await page.locator('.blank-title').waitFor();
    expect(await page.getByText('cầu Kiều').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Án trọng điểm' }).count()).toBe(0);
    await context.close();
  }
}, 120_000);
