/* How cases move, on the screen: the figures with their pictures, each number as long as the list it opens, at both widths and for the keyboard. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillCases } from '../support/cases.ts';
import { expectAccessible, makeSite, narrow, picture, type Site } from './support.ts';

let site: Site;
beforeAll(async () => {
  site = await makeSite();
  await fillCases(site.world, 150);
}, 240_000);
afterAll(() => site?.stop());

test('the procuracy reads how long each stage takes, and a number opens its list', async () => {
  const { page, context } = await site.open('chau', '/flow');
  await page.getByRole('heading', { name: 'Mỗi giai đoạn mất bao lâu' }).waitFor();
  expect(await page.getByRole('img', { name: /^Điều tra: phần chưa xong theo số ngày/ }).count()).toBe(1);
  await expectAccessible(page);
  await picture(page, 'flow-full-1280');
  await page.setViewportSize(narrow);
  await expectAccessible(page);
  await picture(page, 'flow-full-390');
  await page.setViewportSize({ width: 1280, height: 800 });
  const row = page
    .getByRole('region', { name: 'Truy tố', exact: true })
    .getByRole('row', { name: /Rất nghiêm trọng/ });
  const link = row.getByRole('link').first();
  const number = Number(await link.textContent());
  expect(number).toBeGreaterThan(4);
  await link.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/flow/list?*');
  await page
    .getByText(`/ ${number}`)
    .or(page.getByText(String(number)))
    .first()
    .waitFor();
  expect(await page.getByRole('row').count()).toBe(Math.min(number, 50) + 1);
  await expectAccessible(page);
  await picture(page, 'flow-behind-1280');
  await page.setViewportSize(narrow);
  await expectAccessible(page);
  await picture(page, 'flow-behind-390');
  await page.getByRole('link', { name: /VA-T-/ }).first().click();
  await page.waitForURL('**/cases/*');
  await context.close();
}, 120_000);

test('whoever is of none of the three bodies has no way there, and is refused at its address', async () => {
  const { page, context } = await site.open('nhai', '/');
  expect(await page.getByRole('link', { name: 'Tiến độ giải quyết' }).count()).toBe(0);
  await page.goto(`${site.base}/flow`);
  await page.locator('main h1').waitFor();
  await page.getByRole('alert').or(page.getByText(/không/i)).first().waitFor();
  expect(await page.getByRole('img').count()).toBe(0);
  await context.close();
}, 60_000);
