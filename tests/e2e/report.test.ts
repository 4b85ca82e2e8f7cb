/* A report as the body that has it sees it: what runs out and what is to be done, one of it noted where it stands; and a case that goes over into the summary procedure. At 1280 px and
 * at 390. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getOffice } from '../../db/seed/agencies.ts';
import { addDays, addHours } from '../../kernel/day.ts';
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
  wide,
} from './support.ts';

const pc02 = getOffice('cong-an/pc02@2025').id;
const procuracy = getOffice('vks/tinh@2025').id;

let site: Site;
let report: string;
let slight: string;

beforeAll(async () => {
  site = await makeSite();
  const { world } = site;
  const [dinh, khai] = await Promise.all(['dinh', 'khai'].map(key => world.as(key)));
  report = (
    await dinh!.act('crimeReport.take', {
      reportKind: 'denunciation',
      reportWay: 'in_person',
      receivedAt: addHours(world.now(), -20),
      summary: 'Hai cô gái trong bản được hứa việc làm, gia đình không gọi được',
      reporter: 'Người nhà',
      looksSerious: 'yes',
      remotePost: 'yes',
    })
  ).id;
  await dinh!.act(
    'crimeReport.handOver',
    { toOffice: pc02, handedAt: addHours(world.now(), -10) },
    { subject: report },
  );
  slight = (
    await khai!.act('criminalCase.open', {
      title: 'Đưa hai người lội qua suối',
      caseLevel: 'province',
      openedOn: addDays(world.today(), -3),
      openedDecision: '8/QĐ',
      procuracy,
      offence: 'blhs2015.347',
      clause: 1,
    })
  ).id;
}, 240_000);
afterAll(() => site?.stop());

test('what is to be done about a report is noted where its limit stands', async () => {
  const { page, context } = await site.open('khai', `/reports/${report}`);
  const duties = page.getByRole('region', { name: 'Việc phải làm' });
  await duties.getByText('Phân loại nguồn tin về tội phạm').first().waitFor();
  await picture(page, 'report-wide');
  await expectAccessible(page);
  await duties.getByRole('button', { name: /Đã làm.*Phân loại/ }).click();
  const dialog = dialogOf(page);
  await fillDay(dialog, 'Ngày đã làm', site.world.today());
  await picture(page, 'report-duty-dialog', false);
  await save(dialog);
  await gone(dialog);
  await duties.getByText('1 việc đã xong').waitFor();
  expect(await duties.getByRole('button', { name: /Đã làm.*Phân loại/ }).count()).toBe(0);
  await context.close();
}, 120_000);

test('whoever took it sees its own limit, and nothing of what the police have to do', async () => {
  const { page, context } = await site.open('dinh', `/reports/${report}`, narrow);
  await page.getByRole('region', { name: 'Thời hạn' }).waitFor();
  expect(await page.getByRole('region', { name: 'Việc phải làm' }).count()).toBe(0);
  expect(await page.getByText('Giải quyết nguồn tin về tội phạm').count()).toBe(0);
  await picture(page, 'report-commune-narrow');
  await expectAccessible(page);
  await context.close();
}, 120_000);

test.each([
  ['wide', wide],
  ['narrow', narrow],
] as const)(
  'the same report at %s',
  async (name, size) => {
    const { page, context } = await site.open('khai', `/reports/${report}`, size);
    await page.getByRole('region', { name: 'Việc phải làm' }).waitFor();
    await picture(page, `report-${name}-noted`);
    await expectAccessible(page);
    await context.close();
  },
  120_000,
);

test('a slight case goes over into the summary procedure', async () => {
  const { page, context } = await site.open('khai', `/cases/${slight}`, narrow);
  await page.getByText('Thời hạn điều tra vụ án').first().waitFor();
  await page.getByRole('button', { name: 'Áp dụng thủ tục rút gọn' }).click();
  const dialog = dialogOf(page);
  await dialog.getByText(/Điều 456.1/).waitFor();
  await fillDay(dialog, 'Ngày', addDays(site.world.today(), -2));
  await dialog.getByLabel('Số quyết định').fill('9/QĐ');
  await picture(page, 'summary-dialog', false);
  await save(dialog);
  await gone(dialog);
  await page.getByText('Điều tra theo thủ tục rút gọn').first().waitFor();
  await page.getByRole('button', { name: 'Hủy bỏ thủ tục rút gọn' }).waitFor();
  await picture(page, 'summary-narrow');
  await expectAccessible(page);
  await page.setViewportSize(wide);
  await picture(page, 'summary-wide');
  await context.close();
}, 120_000);
