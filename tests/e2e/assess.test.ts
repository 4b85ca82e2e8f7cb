/* Assessing in the browser as it is done: one domain at a time with large targets on a narrow screen, a judgement refused without its reasons, and the picture of
 * change that stands on her page afterwards, with the same as a table. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../kernel/day.ts';
import { expectAccessible, makeSite, narrow, type Site } from './support.ts';

let site: Site;
let person: string;

beforeAll(async () => {
  site = await makeSite();
  const dao = await site.world.as('dao');
  const today = site.world.today();
  person = (
    await dao.act('person.register', {
      fullName: 'Giàng Thị Pà',
      born: '2011',
      route: 'self_return',
      arrivedAt: site.world.now(),
      entry: 'screen',
    })
  ).id;
  await dao.act('assessment.record', {
    person,
    onDay: addDays(today, -30),
    factorSet: 'needs.v1',
    safetyNeed: 'urgent',
    riskLevel: 'high',
    riskReasons: 'Người rủ đi ở cùng xã',
  });
}, 300_000);
afterAll(() => site?.stop());

test('what was typed is there after the browser was closed, and may be thrown away', async () => {
  const first = await site.open('dao', `/people/${person}/assess`, narrow);
  await first.page.getByLabel('Lời của người đó').fill('Em vẫn sợ');
  await first.page.reload();
  await first.page.getByLabel('Lời của người đó').waitFor();
  expect(await first.page.getByLabel('Lời của người đó').inputValue()).toBe('Em vẫn sợ');
  await first.page.getByRole('button', { name: 'Tiếp' }).click();
  const kept = first.page.waitForResponse(answer =>
    Boolean(
      answer
        .request()
        .postData()
        ?.match(/draft\.keep.*"step":"risk"/),
    ),
  );
  await first.page.getByRole('button', { name: 'Nguy cơ chung' }).click();
  await kept;
  await first.context.close();
  const { page, context } = await site.open('dao', '/');
  await page.getByText('Bản đánh giá nhu cầu làm dở').waitFor();
  await page.goto(`${site.base}/people/${person}/assess`);
  await page.getByText('Viết tiếp bản đã giữ').waitFor();
  expect(await page.locator('#domain-title').textContent()).toBe('Nguy cơ chung');
  await page.getByRole('button', { name: 'An toàn' }).click();
  expect(await page.getByLabel('Lời của người đó').inputValue()).toBe('Em vẫn sợ');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Bỏ bản này' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ bản này' }).click();
  await page.getByText('Viết tiếp bản đã giữ').waitFor({ state: 'detached' });
  expect(await page.getByLabel('Lời của người đó').inputValue()).toBe('');
  await context.close();
});

test('she is assessed, and her page shows what changed', async () => {
  const { page, context } = await site.open('dao', `/people/${person}/assess`, narrow);
  const title = page.locator('#domain-title');
  expect(await title.textContent()).toBe('An toàn');
  const first = page.locator('.factor').first();
  await first.getByRole('radio', { name: 'Không muốn nói' }).check();
  await page.getByLabel('Lời của người đó').fill('Em đỡ sợ rồi');
  await page.getByRole('radio', { name: 'Có cần' }).check();
  const target = await first.locator('label.answer').first().boundingBox();
  expect(target!.height).toBeGreaterThanOrEqual(44);
  await page.getByRole('button', { name: 'Tiếp' }).click();
  expect(await title.textContent()).toBe('Sức khỏe');
  expect(await title.evaluate(node => node === document.activeElement)).toBe(true);
  await page.getByRole('button', { name: 'Nguy cơ chung' }).click();
  await page.getByRole('button', { name: 'Ghi đánh giá' }).click();
  await page.locator('#domain-title ~ .field[data-invalid]').first().waitFor();
  await page.getByRole('radio', { name: 'Trung bình' }).check();
  await page.getByLabel('Vì sao đánh giá như vậy').fill('Công an xã giữ liên lạc kín đáo');
  await page.getByRole('button', { name: 'Ghi đánh giá' }).click();
  await page.locator('.needs-picture').waitFor();
  const part = page.locator('section[aria-labelledby="part-how-she-is"]');
  expect(await part.textContent()).toContain('Em đỡ sợ rồi');
  expect(await part.locator('.change-less').count()).toBe(1);
  await part.locator('details > summary').last().click();
  const row = part.locator('.needs-table tr', { hasText: 'An toàn' });
  expect(await row.locator('td').allTextContents()).toEqual(['Cần ngay', 'Có cần', '↓ bớt cần']);
  await expectAccessible(page);
  await context.close();
});
