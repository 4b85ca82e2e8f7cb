/* The list of files, the decision on a likely double, and breaking the glass, by officers of two offices: what one may see the other is told to ask for. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, makeSite, narrow, type Site, wide } from './support.ts';

let site: Site;
const files: Record<string, string> = {};
beforeAll(async () => {
  site = await makeSite();
  const register = async (officer: string, name: string, more: object) =>
    (
      await (
        await site.world.as(officer)
      ).act('person.register', {
        fullName: name,
        sex: 'female',
        ethnicity: '08',
        route: 'self_return',
        arrivedAt: site.world.now(),
        entry: 'api',
        ...more,
      })
    ).id;
  files.theirs = await register('huy', 'Giàng Thị Xáy', { born: '2003-05-04' });
  files.ours = await register('phua', 'Giàng Thị Xay', { born: '2003-05-04' });
  files.ours2 = await register('phua', 'Vàng Thị Dợ', { born: '1990', sex: { unanswered: 'not_asked' } });
  for (let one = 0; one < 27; one++)
    await register('phua', `Sùng Thị ${['Chở', 'Pàng', 'Dí'][one % 3]} ${'ABCDEFGHI'[Math.floor(one / 3)]}`, {
      born: String(1970 + one),
      ethnicity: '02',
    });
}, 240_000);
afterAll(() => site?.stop());

test('somebody without files is told so, not shown an error', async () => {
  const { page, context } = await site.open('hang', '/people');
  await page.getByText(/Chưa có hồ sơ nào|Bạn không được xem phần này/).waitFor();
  await expectAccessible(page);
  await context.close();
});

test('the list, further pages, sorting and filters, with codes alone in the address', async () => {
  const { page, context } = await site.open('phua', '/people');
  await expect.poll(() => page.locator('tbody tr').count()).toBe(25);
  await page.getByRole('button', { name: 'Xem thêm' }).click();
  await expect.poll(() => page.locator('tbody tr').count()).toBe(29);
  await page.getByRole('button', { name: 'Họ và tên' }).click();
  await expect.poll(() => page.locator('tbody tr').first().textContent()).toContain('Giàng Thị Xay');
  await page.locator('summary').click();
  await page.getByLabel('Dân tộc').selectOption({ label: 'Hmông' });
  await expect.poll(() => page.locator('tbody tr').count()).toBe(2);
  await page.getByLabel('Sinh từ năm').fill('2000');
  await expect.poll(() => page.locator('tbody tr').count()).toBe(1);
  await page.getByLabel('Sinh đến năm').fill('2002');
  await page.getByText('Không có hồ sơ nào khớp với bộ lọc').waitFor();
  await expectAccessible(page);
  expect(new URL(page.url()).search).toMatch(/^\?[\w=&]+$/);
  await page.getByRole('button', { name: 'Bỏ lọc' }).first().click();
  await expect.poll(() => page.locator('tbody tr').count()).toBe(25);
  await expectAccessible(page);
  await page.setViewportSize(narrow);
  await expectAccessible(page);
  await context.close();
});

test('a likely double held elsewhere: whom to ask, and a decision with its reason', async () => {
  const officer = await site.world.as('phua');
  const [likeness] = await officer.list('likeness', { filter: { person: { is: files.ours } } });
  const { page, context } = await site.open('phua', `/likeness/${likeness.id}`, narrow);
  await page.getByText('Giàng Thị Xay').waitFor();
  await page.getByText('Hồ sơ kia do cơ quan khác giữ').waitFor();
  expect(await page.getByText('Giàng Thị Xáy').count()).toBe(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ghi kết luận' }).click();
  await page.getByRole('alert').waitFor();
  await page.getByRole('radio', { name: /^Chưa đủ căn cứ/ }).check();
  await page.getByLabel(/^Vì sao/).fill('Đã gọi, chưa gặp người giữ hồ sơ.');
  await page.getByRole('button', { name: 'Ghi kết luận' }).click();
  await page.getByText('Đã gọi, chưa gặp người giữ hồ sơ.').first().waitFor();
  await expect.poll(async () => (await officer.get('likeness', likeness.id)).verdict).toBe('undecided');
  await expectAccessible(page);
  await context.close();
});

test('the glass: a reason is asked for, four hours are given, the holder is told', async () => {
  const officer = await site.world.as('phua');
  await expect(officer.get('person', files.theirs!)).rejects.toThrow('person.not_shared');
  const { page, context } = await site.open('phua', `/people/${files.theirs}/exception`, wide);
  await page.getByRole('button', { name: 'Mở hồ sơ trong 4 giờ' }).click();
  await page.getByText('Hãy chọn một mục đích.').waitFor();
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'Cấp cứu, chữa bệnh' }).check();
  await page.getByLabel(/^Lý do/).fill('Ngắn quá');
  await page.getByRole('button', { name: 'Mở hồ sơ trong 4 giờ' }).click();
  await page.getByText('Còn thiếu 12 ký tự').waitFor();
  await page.getByLabel(/^Lý do/).fill('Đang cấp cứu ở trạm, cần biết có dị ứng thuốc không.');
  await page.getByRole('button', { name: 'Mở hồ sơ trong 4 giờ' }).click();
  await page.waitForURL(url => url.pathname === `/people/${files.theirs}`);
  expect((await officer.get('person', files.theirs!)).fullName).toBe('Giàng Thị Xáy');
  const holder = await site.world.as('huy');
  expect((await holder.notices()).map(notice => notice.kind)).toContain('glass_broken');
  await context.close();
});
