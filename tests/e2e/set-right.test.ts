/* A measure that was entered wrongly, set right on the screen: the point of a charge in words, a refusal that names the other day, the old value beside the new one and what moved. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { addDays, type Day, formatDay } from '../../kernel/day.ts';
import type { Person } from '../support/world.ts';
import { choose, dialogOf, expectAccessible, fillDay, makeSite, narrow, type Site, save } from './support.ts';

const procuracy = getOffice('vks/tinh@2025').id;

let site: Site;
let khai: Person;
let today: Day;
let id: string;
let first: string;
beforeAll(async () => {
  site = await makeSite();
  khai = await site.world.as('khai');
  today = site.world.today();
  const day = (back: number) => addDays(today, -back);
  id = (
    await khai.act('criminalCase.open', {
      title: 'Nhóm đưa người qua lối mở',
      caseLevel: 'province',
      openedOn: day(40),
      openedDecision: '08/QĐ-PC02',
      procuracy,
      offence: 'blhs2015.150',
      clause: 2,
    })
  ).id;
  first = (
    await khai.act('accused.name', {
      criminalCase: id,
      fullName: 'Vàng Mí Ví Dụ',
      born: '1996',
      accusedRole: 'organiser',
    })
  ).id;
}, 240_000);
afterAll(() => site?.stop());

test('the dialog of a charge offers the clauses and points there are, in words', async () => {
  const { page, context } = await site.open('khai', `/cases/${id}`);
  await page.getByRole('button', { name: 'Khởi tố bị can, thay đổi tội danh' }).click();
  await choose(page, 'Tội danh', 'mua bán', /^Tội mua bán người \(/);
  const dialog = dialogOf(page);
  const clauses = dialog.getByRole('combobox', { name: 'Khoản' });
  expect(await clauses.locator('option').allTextContents()).toContain(
    'khoản 2 · Rất nghiêm trọng (đến 15 năm tù)',
  );
  await clauses.selectOption('2');
  const points = dialog.getByRole('combobox', { name: 'Điểm' });
  expect(await points.locator('option').count()).toBe(7);
  await points.selectOption({ label: 'điểm đ: đối với từ 02 người đến 05 người' });
  await expectAccessible(page);
  // Another clause has other points: what was chosen is not carried over.
  await clauses.selectOption('3');
  expect(await points.inputValue()).toBe('');
  await clauses.selectOption('2');
  await points.selectOption('dd');
  await fillDay(dialog, 'Từ ngày', addDays(today, -30));
  await dialog.getByLabel('Số quyết định').fill('09/QĐ-PC02');
  await save(dialog);
  await page.getByRole('article').getByText('điểm đ: đối với từ 02 người đến 05 người').waitFor();
  await context.close();
}, 120_000);

test('what is corrected into no sense is refused with the other day; set right, the old value stays and the page tells what moved', async () => {
  await khai.act('measure.order', {
    accused: first,
    measureKind: 'detention',
    fromAt: `${addDays(today, -29)}T03:00:00Z`,
    orderNumber: '15/L-PC02',
    orderedMonths: 4,
  });
  const { page, context } = await site.open('khai', `/cases/${id}`);
  const correcting = page.getByRole('button', { name: /^Sửa\s*: Tạm giam/ });
  await correcting.click();
  const dialog = dialogOf(page);
  await dialog.getByText('Bản ghi sai vẫn được giữ lại').waitFor();
  await fillDay(dialog, 'Từ lúc', addDays(today, -32));
  await dialog.getByLabel('Lý do sửa').fill('Nhầm với lệnh của vụ khác');
  await save(dialog);
  await dialog
    .getByText(
      `Người này bị khởi tố ngày ${formatDay(addDays(today, -30), 'vi')}; không thể tạm giam trước ngày đó.`,
    )
    .first()
    .waitFor();
  await expectAccessible(page);
  await fillDay(dialog, 'Từ lúc', addDays(today, -27));
  await save(dialog);
  await dialog.waitFor({ state: 'detached' });
  const person = page.getByRole('article', { name: 'Vàng Mí Ví Dụ' });
  await person.getByText('Nhầm với lệnh của vụ khác').waitFor();
  expect(await person.locator('.was s').textContent()).toContain(formatDay(addDays(today, -29), 'vi'));
  await page.getByText('Vừa thay đổi từ khi bạn mở trang này').waitFor();
  await expectAccessible(page);
  await context.close();
}, 120_000);

test('another body reads what it was, on a small screen too, and has no button', async () => {
  const { page, context } = await site.open('chau', `/cases/${id}`, narrow);
  await page.getByText('Nhầm với lệnh của vụ khác').waitFor();
  expect(await page.getByRole('button', { name: /^Sửa\s*:/ }).count()).toBe(0);
  await expectAccessible(page);
  await context.close();
}, 120_000);
