/* "If … then" on the page of a case: the second extension supposed for a day, the whole plan beside the one that stands, and nothing kept of it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../kernel/day.ts';
import { opening } from '../support/cases.ts';
import { expectAccessible, makeSite, narrow, picture, type Site } from './support.ts';

let site: Site;
let id: string;
beforeAll(async () => {
  site = await makeSite();
  const khai = await site.world.as('khai');
  const today = site.world.today();
  ({ id } = await khai.act('criminalCase.open', opening(addDays(today, -100))));
  const { id: accused } = await khai.act('accused.name', {
    criminalCase: id,
    fullName: 'Vàng Mí Ví Dụ',
    born: '1990',
    accusedRole: 'organiser',
  });
  await khai.act(
    'accused.charge',
    { offence: 'blhs2015.150', clause: 2, fromDay: addDays(today, -98), decisionNumber: '09/QĐ' },
    { subject: accused },
  );
  await khai.act('measure.order', {
    accused,
    measureKind: 'detention',
    fromAt: `${addDays(today, -98)}T02:00:00Z`,
    orderNumber: '10/L',
  });
  await khai.act('limitExtension.record', {
    criminalCase: id,
    limitFamily: 'investigation.limit',
    lengthUnit: 'month',
    lengthValue: 4,
    grantedBy: 'procuracy_province',
    decidedOn: addDays(today, -5),
    decisionNumber: '31/QĐ-VKS',
  });
}, 240_000);
afterAll(() => site?.stop());

test('the second extension is supposed; what moves stands beside what it was', async () => {
  const { page, context } = await site.open('khai', `/cases/${id}`);
  const part = page.getByRole('region', { name: 'Nếu… thì' });
  await part.getByText('Mở phiên tòa').first().waitFor();
  expect(await part.locator('s').count()).toBe(0);
  // Detention ends before the investigation does: somebody has to act before.
  await part.getByText(/phải có lệnh mới, gia hạn hoặc thay biện pháp/).waitFor();
  await part.getByRole('combobox', { name: 'Nếu', exact: true }).selectOption('extension');
  await part
    .getByRole('combobox', { name: 'Thời hạn nào' })
    .selectOption({ label: 'Thời hạn điều tra vụ án' });
  await part.getByText(/Lần gia hạn thứ 2/).waitFor();
  await part.getByText(/Viện kiểm sát cấp tỉnh/).waitFor();
  // Each of the five stages as decided, and none at the latest: that took every extension already.
  await expect.poll(() => part.locator('s').count()).toBe(5);
  await part.getByText(/Hiện nay là ngày/).waitFor();
  await expectAccessible(page);
  await picture(part, 'plan-1280');
  await page.setViewportSize(narrow);
  await expectAccessible(page);
  await picture(part, 'plan-390');
  await part.getByRole('button', { name: 'Giữ lại, giả định thêm' }).click();
  await part.getByRole('combobox', { name: 'Nếu', exact: true }).selectOption('conclusion');
  await expect.poll(() => part.getByText('Kết thúc điều tra', { exact: true }).count()).toBe(0);
  await part.getByRole('button', { name: 'Bỏ' }).click();
  await context.close();
  // Nothing of it was kept.
  const khai = await site.world.as('khai');
  expect(await khai.list('limitExtension', { filter: { criminalCase: { is: id } } })).toHaveLength(1);
  expect(await khai.get('criminalCase', id)).toMatchObject({ state: 'investigation' });
}, 120_000);
