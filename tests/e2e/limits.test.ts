/* A time limit counted by hand: an investigator asks what an extension would change, and sees why the day is what it is. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, makeSite, narrow, type Site } from './support.ts';

let site: Site;
beforeAll(async () => {
  site = await makeSite();
}, 240_000);
afterAll(() => site?.stop());

test('what if the second extension is granted? The day moves, with its reason, and nothing is wider than the page', async () => {
  const { page, context } = await site.open('nam', '/limits', narrow);
  const outcome = page.locator('.limit-outcome');
  await page
    .getByLabel('Thời hạn', { exact: true })
    .selectOption({ label: 'Thời hạn điều tra vụ án (Điều 172 BLTTHS 2015)' });
  // Nobody has said of which class the offence is: no day is guessed.
  await expect.poll(() => outcome.textContent()).toContain('mà loại chưa được xác định');
  await page.getByLabel('Loại tội phạm').selectOption('RNT');
  const day = () => outcome.locator('.limit-day .number').textContent();
  const first = await day();
  await page.getByRole('button', { name: 'Nếu được gia hạn lần 1?' }).click();
  await expect.poll(day).not.toBe(first);
  expect(await outcome.textContent()).toContain('gia hạn thêm 4 tháng');
  await page.getByRole('button', { name: 'Nếu được gia hạn lần 2?' }).click();
  // Very serious: twice, and never a third time.
  expect(await page.getByRole('button', { name: /Nếu được gia hạn/ }).count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(narrow.width);
  await expectAccessible(page);
  await context.close();
}, 120_000);
