/* A file on its way, on the screen: the procuracy notes that it came, and from then its limit binds; a case in which an appeal stands is sent up, and the court above finds it with what
 * is its to do. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { remakeDeadlines } from '../../server/worker/deadlines.ts';
import type { Person } from '../support/world.ts';
import {
  choose,
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

const below = getOffice('vks/khu-vuc-3@2025').id;
const court = getOffice('toa-an/khu-vuc-1@2025').id;
let site: Site;
let id: string;
let khai: Person;
let binh: Person;
let tuyen: Person;
const step = (who: Person, stepKind: string, onDay: string, more: object = {}) =>
  who.act('criminalCase.step', { stepKind, onDay, decisionNumber: '12/QĐ', ...more }, { subject: id });

beforeAll(async () => {
  site = await makeSite();
  [khai, binh, tuyen] = (await Promise.all(['khai', 'binh', 'tuyen'].map(key => site.world.as(key)))) as [
    Person,
    Person,
    Person,
  ];
  id = (
    await khai.act('criminalCase.open', {
      title: 'Hai người ở bến sông',
      caseLevel: 'district',
      openedOn: '2024-03-04',
      openedDecision: '11/QĐ-PC02',
      procuracy: below,
      offence: 'blhs2015.150',
      clause: 1,
    })
  ).id;
  const accused = (
    await khai.act('accused.name', {
      criminalCase: id,
      fullName: 'Vàng Mí Ví Dụ',
      born: '1988',
      accusedRole: 'organiser',
    })
  ).id;
  await khai.act(
    'accused.charge',
    { offence: 'blhs2015.150', clause: 1, fromDay: '2024-03-05', decisionNumber: '09/QĐ' },
    { subject: accused },
  );
  await khai.act('measure.order', {
    accused,
    measureKind: 'detention',
    fromAt: '2024-03-06T01:00:00Z',
    orderNumber: '15/L',
    orderedMonths: 3,
  });
  await step(khai, 'concluded', '2024-05-06');
  await remakeDeadlines(site.world.system.door, site.world.now());
}, 240_000);
afterAll(() => site?.stop());

test('the procuracy is reminded of the file, notes the day it came, and its limit binds from then', async () => {
  const { page, context } = await site.open('binh', '/');
  await page.getByText('Hồ sơ vụ án được chuyển đến, chưa ghi ngày nhận').waitFor();
  await page.goto(`${site.base}/cases/${id}`);
  const limits = page.getByRole('region', { name: 'Thời hạn', exact: true });
  const decide = limits.getByRole('listitem').filter({ hasText: 'Quyết định việc truy tố' });
  await decide.getByText('Vì sao có hạn này').click();
  await decide.getByText(/chưa ghi ngày nhận hồ sơ/).waitFor();
  await picture(page, 'receipt-not-noted');
  await page.getByRole('button', { name: 'Ghi một bước tố tụng' }).click();
  const dialog = dialogOf(page);
  await dialog.getByText('Viện kiểm sát nhận hồ sơ').click();
  await fillDay(dialog, 'Ngày', '2024-05-08');
  await picture(page, 'receipt-dialog', false);
  await save(dialog);
  await gone(dialog);
  await decide.getByText('Vì sao có hạn này').click();
  await decide.getByText(/kể từ khi nhận hồ sơ vụ án \(08\/05\/2024\)/).waitFor();
  expect(await decide.getByText(/chưa ghi ngày nhận hồ sơ/).count()).toBe(0);
  await expectAccessible(page);
  await context.close();
});

test('the court below sends the file up and names the two above; a half of it is asked for again', async () => {
  await step(binh, 'indicted', '2024-05-24', { court });
  await step(tuyen, 'court_accepted', '2024-05-27');
  await step(tuyen, 'trial_ordered', '2024-07-01');
  await step(tuyen, 'judged', '2024-07-12');
  await step(tuyen, 'appealed', '2024-07-20');
  const { page, context } = await site.open('tuyen', `/cases/${id}`);
  await page.getByRole('button', { name: 'Ghi một bước tố tụng' }).click();
  const dialog = dialogOf(page);
  await dialog.getByText('Gửi hồ sơ lên cấp phúc thẩm').click();
  await dialog.getByText(/từ đó hai cơ quan này thấy hồ sơ/).waitFor();
  await fillDay(dialog, 'Ngày', '2024-08-05');
  await choose(page, 'Tòa án cấp phúc thẩm', 'tỉnh Lào Cai', /Tòa án/);
  await save(dialog);
  await dialog.getByRole('alert').waitFor();
  await choose(page, 'Viện kiểm sát cấp phúc thẩm', 'tỉnh Lào Cai', /Viện kiểm sát/);
  await expectAccessible(page);
  await picture(page, 'appeal-sent-dialog', false);
  await save(dialog);
  await gone(dialog);
  // Where the law names no days that is what is said, and why.
  await page.getByText(/Luật ghi “ngay” sau khi nhận được hồ sơ/).waitFor();
  await picture(page, 'appeal-below-1280');
  await context.close();
});

test('the court above finds the case with its own steps and its own limits', async () => {
  const { page, context } = await site.open('ha', `/cases/${id}`);
  await page.getByRole('button', { name: 'Ghi một bước tố tụng' }).click();
  const dialog = dialogOf(page);
  await dialog.getByText('Tòa án cấp phúc thẩm nhận hồ sơ, thụ lý').click();
  expect(await dialog.getByText('Quyết định thi hành án').count()).toBe(0);
  await fillDay(dialog, 'Ngày', '2024-08-07');
  await save(dialog);
  await gone(dialog);
  const duties = page.getByRole('region', { name: 'Việc phải làm kèm theo' });
  await duties.getByText('Phân công Thẩm phán xét xử phúc thẩm').first().waitFor();
  await page.getByRole('button', { name: 'Phân công người phụ trách' }).waitFor();
  await expectAccessible(page);
  await picture(page, 'appeal-above-1280');
  await context.close();
  const small = await site.open('ha', `/cases/${id}`, narrow);
  await small.page.getByText('Phân công Thẩm phán xét xử phúc thẩm').first().waitFor();
  await picture(small.page, 'appeal-above-390');
  await small.context.close();
});
