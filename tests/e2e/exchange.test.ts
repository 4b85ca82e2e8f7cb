/* A register brought in on screen, step by step: the wrong file, the right one, questions, columns, what it would become, what it became; and taken out again.
 * Once wide and once on a telephone, in both languages of the refusals' texts that matter here: Vietnamese. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTable } from '../../modules/exchange/index.ts';
import { expectAccessible, makeSite, narrow, type Site } from './support.ts';

let site: Site;
beforeAll(async () => {
  site = await makeSite();
}, 240_000);
afterAll(() => site?.stop());

const register = (...rows: string[]) =>
  Buffer.from(
    [
      'DANH SÁCH NGƯỜI TRỞ VỀ',
      'STT;Họ và tên;Ngày sinh;Giới tính;Dân tộc;SĐT;Ngày tiếp nhận;Ghi chú riêng',
      ...rows,
    ].join('\r\n'),
  );

test('a register comes in: refused, understood, asked about, looked at, brought in', async () => {
  const { page, context } = await site.open('phua', '/import');
  await page.getByText('Đơn vị chưa nhập tệp nào.').waitFor();
  await expectAccessible(page);
  await page.setInputFiles('input[type=file]', {
    name: 'bien-ban.xlsx',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7'),
  });
  await page.getByRole('button', { name: 'Đọc tệp' }).click();
  await page.getByText('Đây không phải bảng tính', { exact: false }).waitFor();
  await expectAccessible(page);

  await page.setInputFiles('input[type=file]', {
    name: 'so.csv',
    mimeType: 'text/csv',
    buffer: register(
      '1;Giàng Thị Thử;03/04/2001;Nữ;Mông;0912 345 678;04/01/2026;đi cùng con',
      '2;Lý Thử Ba;hè 2001;nữ;Dao;;06/01/2026;',
      '3;Giang Thi Thu;2001;nữ;Mông;;08/01/2026;',
    ),
  });
  await page.getByRole('button', { name: 'Đọc tệp' }).click();
  await page.waitForURL('**/import/*');
  await page.getByRole('heading', { name: 'Cột nào là ô nào' }).waitFor();
  expect(await page.getByRole('combobox', { name: 'Ghi vào ô: SĐT' }).inputValue()).toBe('phone');
  expect(await page.getByRole('combobox', { name: 'Ghi vào ô: Ghi chú riêng' }).inputValue()).toBe('');
  expect(await page.getByRole('button', { name: 'Xem trước' }).last().isDisabled()).toBe(true);
  await expectAccessible(page);
  await page.getByRole('radio', { name: /Ngày 3 tháng 7/ }).click({ force: true });
  await page.getByRole('radio', { name: 'Tự trở về' }).click({ force: true });
  await page.getByRole('combobox', { name: 'Ghi vào ô: Ghi chú riêng' }).selectOption('medicalNote');
  await page.getByText(/^(bạn|anh\/chị) chọn$/).waitFor();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Xem trước' }).last().click();
  await page.getByText('3 dòng đầu trong 3').first().waitFor();
  await page.getByText('Có thể cùng một người với dòng 3').waitFor();
  const look = await page.getByRole('table').textContent();
  expect(look).toContain('Không nhận được');
  expect(look).not.toContain('0912');
  await expectAccessible(page);
  const address = page.url();

  await page.getByRole('button', { name: 'Nhập 3 dòng' }).click();
  // Left and found again.
  await page.goto(`${site.base}/`);
  await page.goto(`${site.base}/import`);
  await page.getByText('Xong', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'so.csv' }).click();
  await page.waitForURL(address);
  await page.getByRole('button', { name: 'Tải báo cáo (XLSX)' }).waitFor();
  await page.getByText('Ngày sinh: Ngày chưa đúng', { exact: false }).waitFor();
  await expectAccessible(page);
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải báo cáo (XLSX)' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('so-bao-cao.xlsx');
  const table = await readTable(new Uint8Array(readFileSync(await download.path())), 'bao-cao.xlsx');
  expect(table.refused).toBeUndefined();
  await page.getByRole('combobox', { name: 'Xem' }).selectOption('');
  await page.getByRole('link', { name: /^NN-/ }).first().click();
  await page.getByRole('heading', { name: 'Giàng Thị Thử' }).waitFor();
  await context.close();
});

test('the same on a telephone, and a second time: nothing new', async () => {
  const { page, context } = await site.open('phua', '/import', narrow);
  await page.setInputFiles('input[type=file]', {
    name: 'so.csv',
    mimeType: 'text/csv',
    buffer: register(
      '7;Thào Thị Máy Nhỏ;1999;nữ;Mông;;18/01/2026;',
      '7;Thào Thị Máy Nhỏ;1999;nữ;Mông;;18/01/2026;',
    ),
  });
  await page.getByRole('button', { name: 'Đọc tệp' }).click();
  await page.getByRole('heading', { name: 'Cột nào là ô nào' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'Không ghi: để trống, hỏi sau' }).click({ force: true });
  await page.getByRole('button', { name: 'Xem trước' }).last().click();
  await page.getByText('2 dòng đầu trong 2').first().waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Nhập 2 dòng' }).click();
  await page.getByRole('button', { name: 'Tải báo cáo (XLSX)' }).waitFor();
  await page.getByText('Đã có từ trước').first().waitFor();
  await expectAccessible(page);
  await context.close();
});

test('taking out asks what for, and gives the table and what it cannot say', async () => {
  const { page, context } = await site.open('phua', '/export', narrow);
  await page.getByRole('button', { name: 'Xuất', exact: true }).click();
  await page.getByText('Cần điền ô này.').first().waitFor();
  await expectAccessible(page);
  await page.getByRole('textbox', { name: /^Mục đích/ }).fill('báo cáo Sở');
  const names: string[] = [];
  page.on('download', download => names.push(download.suggestedFilename()));
  await page.getByRole('button', { name: 'Xuất', exact: true }).click();
  await page.getByText(/Đã xuất \d+ hồ sơ/).waitFor();
  await page.getByText('prs_IdentityNumber', { exact: false }).waitFor();
  await expectAccessible(page);
  await expect.poll(() => names.length).toBe(2);
  expect(names.some(name => /^htcds-\d{4}-\d{2}-\d{2}\.xlsx$/.test(name))).toBe(true);
  expect(names.some(name => name.endsWith('.sidecar.json'))).toBe(true);
  await context.close();
});

test('somebody who opens no files is told so', async () => {
  const { page, context } = await site.open('my', '/import');
  await page.setInputFiles('input[type=file]', {
    name: 'so.csv',
    mimeType: 'text/csv',
    buffer: register('1;A B;2001;nữ;;;;'),
  });
  await page.getByRole('button', { name: 'Đọc tệp' }).click();
  await page.getByText('Việc này không thuộc quyền', { exact: false }).first().waitFor();
  await expectAccessible(page);
  await context.close();
});
