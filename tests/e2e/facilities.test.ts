/* Facilities on screen: a number of the board opens what it counted, a full house is said where somebody is sent and where she is taken in, and a visit on a tablet keeps
 * each line as it is answered. The house and the people are invented. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { getUnitByCode } from '../../db/seed/units.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { expectAccessible, makeSite, narrow, type Site } from './support.ts';

let site: Site;
let house: string;
let her: string;

beforeAll(async () => {
  site = await makeSite();
  const { world } = site;
  const [my, phua] = await Promise.all(['my', 'phua'].map(key => world.as(key)));
  const shelter = getOffice('nhan-ai/nha@2025').id;
  const today = world.today();
  const entry = {
    facilityKind: 'shelter',
    services: ['safe_house'],
    servedSex: ['female'],
    withChildren: 'yes',
    servedNationality: 'anyone',
    languages: ['vie', 'hmn'],
    unit: getUnitByCode('02647', '2025-07-02' as Day).id,
    secretPlace: 'yes',
    opening: 'Cả ngày đêm',
    roundTheClock: 'yes',
    contactOffice: shelter,
  };
  const places = { fromDay: addDays(today, -5), capacityReason: 'first_entry' };
  house = (await my!.act('facility.register', { ...entry, name: 'Nhà Đầy' })).id;
  await my!.act('capacityChange.record', { ...places, facility: house, places: 0 });
  const other = (await my!.act('facility.register', { ...entry, name: 'Nhà Rộng' })).id;
  await my!.act('capacityChange.record', { ...places, facility: other, places: 7 });
  her = (
    await phua!.act('person.register', {
      fullName: 'Lù Thị Mảy',
      born: '2001',
      sex: 'female',
      spoken: ['hmn'],
      route: 'self_return',
      arrivedAt: world.now(),
      entry: 'api',
    })
  ).id;
  const consent = await phua!.act('consent.record', {
    person: her,
    consentPurpose: 'referral',
    given: 'yes',
    givenBy: 'herself',
  });
  const sent = await phua!.act('referral.send', {
    person: her,
    toOffice: shelter,
    referralPurpose: 'shelter',
    services: ['safe_house'],
    sharedFields: ['person.fullName', 'person.sex', 'person.born', 'person.state'],
    ground: 'consent',
    consent: consent.id,
    until: addDays(today, 20),
  });
  await my!.act('referral.accept', {}, { subject: sent.id });
}, 300_000);
afterAll(() => site?.stop());

test('each number of the board opens what it counted', async () => {
  const { page, context } = await site.open('phua', '/facilities');
  const rows = page.locator('tbody tr');
  await rows.first().waitFor();
  expect(await rows.count()).toBe(2);
  const free = page.getByRole('button', { name: /chỗ trống hôm nay/ });
  expect(await free.textContent()).toContain('7');
  await free.click();
  expect(await rows.allTextContents()).toEqual([expect.stringContaining('Nhà Rộng')]);
  await page.getByRole('button', { name: /cơ sở đã đủ người/ }).click();
  expect(await rows.allTextContents()).toEqual([expect.stringContaining('Nhà Đầy')]);
  await expectAccessible(page);
  // Improvements are counted only for those who may read them.
  expect(await page.getByText('việc khắc phục quá ngày').count()).toBe(0);
  await context.close();
});

test('whoever sends sees how the place stands before anything is sent', async () => {
  const { page, context } = await site.open('phua', `/people/${her}/refer`);
  await page.locator('.providers summary').click();
  await page.getByRole('button', { name: 'Chọn Nhà Đầy' }).click();
  await page.getByRole('heading', { name: 'Nơi này hôm nay thế nào' }).waitFor();
  await page.locator('.provider', { hasText: 'Nhà Đầy' }).getByText('Đủ người').waitFor();
  await expectAccessible(page);
  await context.close();
});

test('a reason that was not chosen looks unchosen, and is asked for where it stands', async () => {
  const { page, context } = await site.open('my', `/facilities/${house}`, narrow);
  await page.getByRole('button', { name: 'Ghi số chỗ' }).click();
  const dialog = page.getByRole('dialog');
  const why = dialog.getByRole('combobox', { name: /Vì sao/ });
  expect(await why.inputValue()).toBe('');
  await dialog.getByRole('textbox', { name: /Số chỗ/ }).fill('3');
  await dialog.getByRole('button', { name: 'Ghi số chỗ' }).click();
  await dialog
    .locator('.field', { has: page.getByRole('combobox', { name: /Vì sao/ }) })
    .getByText('Cần điền ô này')
    .waitFor();
  expect(await why.getAttribute('aria-invalid')).toBe('true');
  expect(await dialog.getByRole('textbox', { name: /Số chỗ/ }).inputValue()).toBe('3');
  await expectAccessible(page);
  await context.close();
});

test('a full house asks why, and takes her in', async () => {
  const { page, context } = await site.open('my', `/people/${her}`);
  await page.getByRole('button', { name: 'Nhận vào ở' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Cơ sở' }).selectOption({ label: 'Nhà Đầy' });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Nhận vào ở' }).click();
  await dialog
    .getByText(/Đã đủ người: 0 trên 0 chỗ/)
    .first()
    .waitFor();
  await dialog.getByRole('radio', { name: /Tính mạng/ }).check();
  await dialog.getByRole('button', { name: 'Nhận vào ở' }).click();
  await page.getByText('Đang ở', { exact: true }).waitFor();
  await page.getByText('Nhận vào ở Nhà Đầy').waitFor();
  await page.goto(`${site.base}/facilities/${house}`);
  await page.getByRole('link', { name: /Lù Thị Mảy/ }).waitFor();
  await expectAccessible(page);
  await context.close();
});

test('a visit keeps each line as it is answered, on a narrow screen', async () => {
  const { page, context } = await site.open('van', `/facilities/${house}`, narrow);
  await page.getByRole('button', { name: 'Bắt đầu đánh giá' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('group', { name: /Có báo trước/ })
    .getByRole('radio', { name: 'Không' })
    .check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Bắt đầu đánh giá' }).click();
  await page.getByRole('heading', { name: /Đánh giá DG-/ }).waitFor();
  const line = page.locator('.checklist-line').first();
  await line.getByRole('radio', { name: 'Không đạt' }).check();
  await line.getByRole('textbox').fill('Có biển tên ngoài cổng');
  await line.getByRole('button', { name: 'Ghi dòng này' }).click();
  await line.getByText('Đã ghi: Không đạt').waitFor();
  await page.reload();
  await line.getByText('Đã ghi: Không đạt').waitFor();
  expect(await line.getByRole('textbox').inputValue()).toBe('Có biển tên ngoài cổng');
  await page.getByRole('button', { name: 'Kết thúc đánh giá' }).click();
  await page.getByRole('alert').waitFor();
  await expectAccessible(page);
  await context.close();
});
