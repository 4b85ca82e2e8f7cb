/* The auditor at her work: what was done with one file by its number, an entry in its place, the proof, a checkpoint kept elsewhere, broken glass, and a
 * ledger that somebody changed behind the application. No name of a helped person may appear anywhere here. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, makeSite, narrow, type Site } from './support.ts';

let site: Site;
let file: { id: string; number: string };
const name = 'Giàng Thị Thử Nghiệm';

beforeAll(async () => {
  site = await makeSite();
  const officer = await site.world.as('phua');
  const made = await officer.act('person.register', {
    fullName: name,
    sex: 'female',
    ethnicity: '08',
    route: 'self_return',
    arrivedAt: site.world.now(),
    entry: 'api',
    phone: '0912345678',
  });
  file = { id: made.id, number: made.number! };
  await officer.open('person', file.id, 'phone', 'Gọi báo gia đình ra đón');
  const helper = await site.world.as('lien');
  const glass = await helper.act(
    'exceptionAccess.begin',
    { person: file.id, reason: 'Gia đình báo chị đang bị đe dọa, cần biết chị ở đâu ngay trong đêm.' },
    { purpose: 'Bảo vệ người đang gặp nguy hiểm' },
  );
  await helper.act('exceptionAccess.end', {}, { subject: glass.id });
}, 240_000);
afterAll(() => site?.stop());

test('an officer who opens the address is refused in words, and no list appears', async () => {
  const { page, context } = await site.open('phua', '/ledger');
  await page.getByText('Bạn không được xem phần này').waitFor();
  expect(await page.getByRole('table').count()).toBe(0);
  await expectAccessible(page);
  await context.close();
});

test('one file by its number: who did and saw what, why, and no name', async () => {
  const { page, context } = await site.open('hang', '/ledger');
  await page.getByRole('row').nth(3).waitFor();
  await expectAccessible(page);
  await page.getByLabel('Số hồ sơ').fill('NN-2026-999999');
  await page.getByRole('button', { name: 'Tra hồ sơ' }).click();
  await page.getByText('Không có hồ sơ mang số này.').waitFor();
  await page.getByLabel('Số hồ sơ').fill(file.number);
  await page.getByRole('button', { name: 'Tra hồ sơ' }).click();
  const opened = page.getByRole('row', { name: /Mở mục niêm phong: Số điện thoại/ });
  await opened.waitFor();
  expect(await opened.textContent()).toMatch(
    /Giàng Seo Phừa[\s\S]*NN-\d{4}-\d{6}[\s\S]*Gọi báo gia đình ra đón/,
  );
  await page.getByRole('link', { name: 'Mở hồ sơ trong trường hợp khẩn cấp' }).waitFor();
  expect(await page.locator('body').textContent()).not.toContain('Thử Nghiệm');
  expect(page.url()).not.toContain(file.number);
  await opened.getByRole('link').click();
  await page.getByText('Mục này khớp với dấu của nó và với chuỗi.').waitFor();
  await expectAccessible(page);
  await page.setViewportSize(narrow);
  await expectAccessible(page);
  // The way back leads to the same question.
  await page.getByRole('link', { name: 'Về nhật ký' }).click();
  await page.getByText('Lọc (1 điều kiện)').waitFor();
  await expectAccessible(page);
  await context.close();
});

test('the chain is whole; a checkpoint is taken, and later laid beside it', async () => {
  const { page, context } = await site.open('hang', '/proof');
  await page.getByRole('button', { name: 'Kiểm tra ngay' }).click();
  await page.getByRole('heading', { name: 'Nhật ký nguyên vẹn' }).waitFor();
  await page.getByRole('button', { name: 'Lấy mốc mới' }).click();
  const note = (await page.getByTestId('checkpoint').textContent())!;
  expect(note).toMatch(/^chungtay\.lao-cai\/ledger\n\d+\n/);
  await page.getByRole('img', { name: 'Mã QR của mốc này' }).waitFor();
  await expectAccessible(page);
  await page.getByLabel('Nội dung mốc').fill(note);
  await page.getByRole('button', { name: 'Đối chiếu' }).click();
  await page.getByText('Mốc bạn đưa vào cũng nằm đúng trên chuỗi này.').waitFor();
  await page.getByLabel('Nội dung mốc').fill(note.replace(/\n(\d+)\n/, (_, seq) => `\n${Number(seq) + 1}\n`));
  await page.getByRole('button', { name: 'Đối chiếu' }).click();
  await page.getByText('Chữ ký của mốc không đúng: nội dung mốc đã bị sửa.').waitFor();
  await page.setViewportSize(narrow);
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải tệp' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('chungtay-ledger.ndjson');
  await context.close();
});

test('broken glass is found justified by somebody else, never by whoever broke it', async () => {
  const own = await site.open('lien', '/exceptions');
  await own.page.getByText('Lần mở của chính bạn do người khác xem xét.').waitFor();
  expect(await own.page.getByRole('button', { name: 'Xem xét' }).count()).toBe(0);
  await own.context.close();
  const { page, context } = await site.open('hang', '/exceptions');
  await page.getByText(file.number).waitFor();
  expect(await page.locator('main').textContent()).not.toContain('Thử Nghiệm');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Xem xét' }).click();
  await page.getByRole('radio', { name: 'Có căn cứ', exact: true }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ghi kết luận' }).click();
  await page.getByRole('cell', { name: /Có căn cứ[\s\S]*Nguyễn Thu Hằng/ }).waitFor();
  await page.setViewportSize(narrow);
  await expectAccessible(page);
  await context.close();
});

test('a changed ledger is shown as broken, with its first broken entry', async () => {
  const [entry] = await site.world.owner<{ id: string }>(
    "select id from ledger.entry where name = 'person.open.phone'",
  );
  await site.world.owner('alter table ledger.entry disable trigger refuse_change');
  await site.world.owner('update ledger.entry set officer = null where id = $1', [entry!.id]);
  const { page, context } = await site.open('son', '/proof');
  await page.getByRole('button', { name: 'Kiểm tra ngay' }).click();
  await page.getByRole('heading', { name: 'Nhật ký đã bị thay đổi' }).waitFor();
  await page.getByText('Nội dung của mục khác với lúc được ghi.').waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: /^Mở mục số/ }).click();
  await page.getByText('Mục này KHÔNG khớp').waitFor();
  await expectAccessible(page);
  await context.close();
});
