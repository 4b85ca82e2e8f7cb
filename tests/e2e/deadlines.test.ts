/* The board of limits on the screen: numbers that narrow the list below them, a line that opens its case, an address for a calendar that is shown once, and what the secretary of
 * the committee sees of it all. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../kernel/day.ts';
import { remakeDeadlines } from '../../server/worker/deadlines.ts';
import { opening } from '../support/cases.ts';
import {
  dialogOf,
  expectAccessible,
  fillDay,
  gone,
  makeSite,
  narrow,
  picture,
  type Site,
  save,
} from './support.ts';

let site: Site;

beforeAll(async () => {
  site = await makeSite();
  const { world } = site;
  const khai = await world.as('khai');
  for (const daysAgo of [140, 118, 30])
    await khai.act(
      'criminalCase.open',
      opening(addDays(world.today(), -daysAgo), { title: `Vụ mở cách đây ${daysAgo} ngày` }),
    );
  await remakeDeadlines(world.system.door, world.now());
}, 240_000);
afterAll(() => site?.stop());

async function look(page: Page, name: string): Promise<void> {
  await picture(page, name);
  await expectAccessible(page);
}

test('a number opens its list, and a line of the list its case', async () => {
  const { page, context } = await site.open('khai', '/deadlines');
  const past = page.getByRole('link', { name: /^4\s*Quá hạn$/ });
  await past.waitFor();
  await look(page, 'deadlines-wide');
  await past.click();
  const list = page.getByRole('table', { name: 'Thời hạn' });
  await expect.poll(() => list.getByRole('row').count()).toBe(5);
  await list.getByRole('link', { name: /Thời hạn điều tra vụ án/ }).click();
  await page.waitForURL('**/cases/*');
  await page.getByRole('heading', { name: /Vụ mở cách đây 140 ngày/ }).waitFor();
  await context.close();
}, 120_000);

test('what goes with a step is noted as done where its limit stands', async () => {
  const khai = await site.world.as('khai');
  const [, file] = await khai.list('criminalCase', { sort: { by: 'openedOn', descending: true } });
  const { page, context } = await site.open('khai', `/cases/${file!.id}`, narrow);
  const duties = page.getByRole('region', { name: 'Việc phải làm kèm theo' });
  await duties.waitFor();
  await look(page, 'duties');
  await duties.getByRole('button', { name: /Đã làm.*Gửi quyết định khởi tố vụ án/ }).click();
  const dialog = dialogOf(page);
  await fillDay(dialog, 'Ngày đã làm', file!.openedOn);
  await look(page, 'duty-done');
  await save(dialog);
  await gone(dialog);
  await duties.getByText('1 việc kèm theo đã xong').waitFor();
  await context.close();
}, 120_000);

test('an address for a calendar is shown once and can be ended', async () => {
  const { page, context } = await site.open('khai', '/deadlines');
  await page.getByText('Đưa thời hạn vào lịch của tôi').click();
  await page.getByRole('button', { name: 'Tạo địa chỉ lịch' }).click();
  const shown = page.locator('.calendar-address');
  await shown.waitFor();
  const answer = await fetch((await shown.textContent())!);
  expect(answer.headers.get('content-type')).toContain('text/calendar');
  await look(page, 'deadlines-calendar');
  await page.reload();
  await page.getByText('Đưa thời hạn vào lịch của tôi').click();
  await page.getByText(/Dùng lần cuối lúc/).waitFor();
  expect(await shown.count()).toBe(0);
  await page.getByRole('button', { name: 'Ngừng địa chỉ này' }).click();
  await page.getByRole('button', { name: 'Tạo địa chỉ lịch' }).waitFor();
  await context.close();
}, 120_000);

test('the secretary sees numbers of offices and no case, also on a telephone', async () => {
  const { page, context } = await site.open('vinh', '/deadlines', narrow);
  await page.getByRole('heading', { name: 'Bảng thời hạn' }).waitFor();
  await page.getByText('Quá hạn').first().waitFor();
  expect(await page.getByText(/VA-/).count()).toBe(0);
  await look(page, 'deadlines-secretary');
  await context.close();
}, 120_000);

test('the procuracy sees the limits of the cases it supervises, on a telephone', async () => {
  const { page, context } = await site.open('chau', '/deadlines', narrow);
  await page.getByText('Quá hạn').first().waitFor();
  await look(page, 'deadlines-narrow');
  await context.close();
}, 120_000);
