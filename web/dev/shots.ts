/*
 * Looks at every screen with Chromium: a picture each, axe on each, and no error in the console, no sideways scrolling. See README.md beside it.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { serve } from './serve.ts';

const folder = join(import.meta.dirname, '../../.chungtay/shots');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SIZES = { 1280: { width: 1280, height: 860 }, 390: { width: 390, height: 844 } } as const;
const LOOKS = ['light', 'dark', 'contrast'] as const;

interface Shot {
  name: string;
  path: string;
  signedOut?: boolean;
  full?: boolean;
  only?: 1280 | 390;
  lang?: 'en';
  /** axe rules that do not hold here, with the reason beside. */
  except?: readonly string[];
  act?: (page: Page) => Promise<void>;
}
const click = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
};
const shots: Shot[] = [
  { name: 'sign-in', path: '/', signedOut: true, full: true },
  { name: 'sign-in-english', path: '/', signedOut: true, lang: 'en', only: 1280 },
  { name: 'sign-in-password', path: '/', signedOut: true, act: click('Đăng nhập bằng mật khẩu') },
  {
    name: 'sign-in-refused',
    path: '/',
    signedOut: true,
    only: 390,
    act: async page => {
      await click('Đăng nhập bằng mật khẩu')(page);
      await page.getByLabel('Thư điện tử công vụ').fill('a@b.vn');
      await page.getByLabel('Mật khẩu', { exact: true }).fill('wrong');
      await click('Đăng nhập')(page);
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'sign-in-done',
    path: '/',
    signedOut: true,
    only: 1280,
    act: async page => {
      await click(/Lý A Sùng/)(page);
      await page.getByRole('heading', { name: 'Việc của tôi' }).waitFor();
    },
  },
  { name: 'work', path: '/', full: true },
  { name: 'work-english', path: '/', lang: 'en', only: 1280 },
  { name: 'work-reason', path: '/', act: click(/Quá hạn 2 ngày/) },
  { name: 'account-menu', path: '/', act: click('Tài khoản và hiển thị') },
  { name: 'post-menu', path: '/', act: click(/Đồn Biên phòng cửa khẩu/) },
  { name: 'drawer', path: '/', only: 390, act: click('Thêm') },
  {
    name: 'search',
    path: '/search',
    act: page => page.getByLabel('Tên, số hồ sơ, số điện thoại').fill('giang thi'),
  },
  {
    name: 'search-none',
    path: '/search',
    only: 1280,
    act: page => page.getByLabel('Tên, số hồ sơ, số điện thoại').fill('zzz'),
  },
  { name: 'notices', path: '/notifications' },
  { name: 'account', path: '/account', full: true },
  { name: 'step-up', path: '/account', act: click('Tạo tám mã mới') },
  { name: 'not-found', path: '/nowhere' },
  {
    name: 'palette',
    path: '/',
    only: 1280,
    act: async page => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('tiep');
    },
  },
  { name: 'keys', path: '/', only: 1280, act: page => page.keyboard.press('?') },
  {
    name: 'hidden',
    path: '/',
    only: 1280,
    act: async page => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
    },
  },
  { name: 'gallery', path: '/gallery', full: true },
  { name: 'gallery-calendar', path: '/gallery', only: 1280, act: click(/Mở lịch/) },
  {
    name: 'gallery-unit',
    path: '/gallery',
    // While its list is open a combobox hides the rest of the page from screen readers (react-aria); Tab closes the list first.
    except: ['aria-hidden-focus', 'page-has-heading-one', 'region'],
    act: async page => {
      const field = page.getByRole('combobox', { name: /Nơi sinh/ });
      await field.evaluate(element => element.scrollIntoView({ block: 'center' }));
      await field.pressSequentially('bat');
      await page.getByRole('option').first().waitFor();
    },
  },
  { name: 'gallery-dialog', path: '/gallery', act: click('Mở hộp thoại') },
];

const faults: string[] = [];
const asked = process.argv[2] ?? '';
mkdirSync(folder, { recursive: true });
const server = await serve(0);
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
for (const shot of shots.filter(({ name }) => name.includes(asked)))
  for (const size of [1280, 390] as const)
    if (!shot.only || shot.only === size)
      for (const look of LOOKS)
        if (look !== 'contrast' || size === 1280) await take(browser, shot, size, look);
await browser.close();
server.close();
for (const fault of [...new Set(faults)]) console.error(fault);
console.log(`${faults.length} faults; pictures in ${folder}`);
process.exitCode = faults.length > 0 ? 1 : 0;

async function take(
  chrome: Browser,
  shot: Shot,
  size: 1280 | 390,
  look: (typeof LOOKS)[number],
): Promise<void> {
  const name = `${shot.name}-${size}-${look}`;
  const context = await chrome.newContext({
    viewport: SIZES[size],
    hasTouch: size === 390,
    deviceScaleFactor: size === 390 ? 2 : 1,
    reducedMotion: 'reduce',
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  await context.addInitScript(
    ({ theme, contrast, lang }) => {
      localStorage.setItem('chungtay.theme', theme);
      localStorage.setItem('chungtay.contrast', contrast);
      localStorage.setItem('chungtay.lang', lang);
    },
    {
      theme: look === 'dark' ? 'dark' : 'light',
      contrast: look === 'contrast' ? 'more' : 'auto',
      lang: shot.lang ?? 'vi',
    },
  );
  const page = await context.newPage();
  page.on('console', message => {
    if (message.type() === 'error' && !/status of (40[134]|422)/.test(message.text()))
      faults.push(`${name}: console: ${message.text()}`);
  });
  page.on('pageerror', error => faults.push(`${name}: ${error.message}`));
  const headers = { 'content-type': 'application/json' };
  await context.request.post(`${base}/api/auth/${shot.signedOut ? 'sign-out' : 'cast'}`, {
    headers,
    data: {},
  });
  try {
    await page.goto(`${base}${shot.path}`, { waitUntil: 'networkidle' });
    await page.locator('h1, .blank-title').first().waitFor({ timeout: 5000 });
    await shot.act?.(page);
    await page.waitForTimeout(350);
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: shot.full });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 1) faults.push(`${name}: scrolls sideways by ${wide} px`);
    await page.evaluate(axe);
    const violations = await page.evaluate(async except => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const result = await axe.run(document, {
        resultTypes: ['violations'],
        rules: Object.fromEntries(except.map(rule => [rule, { enabled: false }])),
      });
      return result.violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map(node => node.target.join(' '))
            .slice(0, 4)
            .join(' | ')}`,
      );
    }, shot.except ?? []);
    for (const violation of violations) faults.push(`${name}: axe: ${violation}`);
  } catch (error) {
    faults.push(`${name}: ${(error as Error).message.split('\n')[0]}`);
  }
  await context.close();
}
