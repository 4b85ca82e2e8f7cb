/* A browser before the whole system: screens built as for real, a province of its own without people, Chromium without anything else running. Everything a
 * test types is invented. axe is asked on every screen a test stops at, in light and in dark. Nothing here waits for a time: it waits for what it needs. */
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { makeWorld, type World } from '../support/world.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const narrow = { width: 390, height: 844 } as const;
export const wide = { width: 1280, height: 860 } as const;
type Size = typeof narrow | typeof wide;

export interface Site {
  readonly world: World;
  readonly base: string;
  readonly browser: Browser;
  /** Signs in as one of the cast in a browser of her own and opens an address. */
  open(key: string, path: string, size?: Size): Promise<Visit>;
  /** Opens an address as somebody who has not signed in. */
  visit(path: string, size?: Size): Promise<Visit>;
  /** Opens another page of the same browser, which keeps what it loaded; `watch` before anything is asked. */
  another(context: BrowserContext, path: string, watch?: (page: Page) => void): Promise<Visit>;
  stop(): Promise<void>;
}
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** The system with its screens (built by pages.ts) on a free port. Stop it in `afterAll`. */
export async function makeSite(): Promise<Site> {
  const world = await makeWorld({ pages: true });
  await world.app.listen({ port: 0, host: 'localhost' });
  const base = `http://localhost:${(world.app.server.address() as AddressInfo).port}`;
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const contextOf = (size: Size) =>
    browser.newContext({
      viewport: size,
      hasTouch: size === narrow,
      reducedMotion: 'reduce',
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
    });
  const another: Site['another'] = async (context, path, watch) => {
    const page = await context.newPage();
    countAsked(page);
    watch?.(page);
    await page.goto(`${base}${path}`);
    await page.locator('h1').first().waitFor();
    return { context, page };
  };
  return {
    world,
    base,
    browser,
    async open(key, path, size = wide) {
      const context = await contextOf(size);
      const answer = await context.request.post(`${base}/api/auth/cast`, {
        headers: { origin: base, 'x-chungtay': '1' },
        data: { key },
      });
      expect(answer.ok()).toBe(true);
      return another(context, path);
    },
    visit: async (path, size = wide) => another(await contextOf(size), path),
    another,
    async stop() {
      await browser.close();
      await world.stop();
    },
  };
}

/** What each page has asked for and not heard of yet, and when that last changed. */
const asked = new WeakMap<Page, { open: number; at: number }>();
function countAsked(page: Page): void {
  const count = { open: 0, at: performance.now() };
  asked.set(page, count);
  const change = (by: number) => () => {
    count.open += by;
    count.at = performance.now();
  };
  page.on('request', change(1));
  page.on('requestfinished', change(-1));
  page.on('requestfailed', change(-1));
}
/** Milliseconds without a question after which a screen has all it shows: what follows from an answer is asked within a few frames of it. */
const calm = 150;
export const settled = (page: Page): Promise<void> =>
  expect
    .poll(() => asked.get(page)!.open === 0 && performance.now() - asked.get(page)!.at > calm, {
      interval: 20,
      timeout: 30_000,
    })
    .toBe(true);

/** Violations that axe knows on what the page shows now. */
async function violations(page: Page, theme: 'light' | 'dark'): Promise<string[]> {
  await page.evaluate(async name => {
    document.documentElement.setAttribute('data-theme', name);
    // Where motion is reduced every change of colour is a transition of an instant, and inherited ones follow each other: it is over when a few frames had none.
    for (let still = 0; still < 4; ) {
      await new Promise(requestAnimationFrame);
      still = document.getAnimations().some(one => one.playState === 'running') ? 0 : still + 1;
    }
  }, theme);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const found = await axe.run(
      // react-aria's own announcements name a button that may be gone by then; they are unseen and pass by themselves.
      { exclude: '[data-live-announcer]' },
      { resultTypes: ['violations'] },
    );
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(' | ')}`,
    );
  });
}

/** No violation that axe knows, light and dark, and nothing that scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const theme of ['dark', 'light'] as const)
    expect(await violations(page, theme), `${new URL(page.url()).pathname} in ${theme}`).toEqual([]);
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(tooWide).toBeLessThanOrEqual(1);
}

export const dialogOf = (page: Page): Locator => page.getByRole('dialog');
export const save = (dialog: Locator) => dialog.getByRole('button', { name: 'Ghi lại', exact: true }).click();
/** A dialog that closed itself because what was asked is done. */
export const gone = (dialog: Locator) => dialog.waitFor({ state: 'detached' });

/** Chooses one of a list that is found by typing. */
export async function choose(page: Page, name: string, typed: string, option: RegExp): Promise<void> {
  await page.getByRole('combobox', { name }).pressSequentially(typed);
  await page.getByRole('option', { name: option }).first().click();
}

export async function fromMenu(page: Page, menu: string, item: string): Promise<void> {
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Types a day, or a day and its hour, part by part as the keyboard does. */
export async function fillDay(
  within: Page | Locator,
  name: string,
  day: string,
  time?: string,
): Promise<void> {
  const [year, month, dayOfMonth] = day.split('-');
  const [hour, minute] = time?.split(':') ?? [];
  const parts = { Ngày: dayOfMonth, Tháng: month, Năm: year, Giờ: hour, Phút: minute };
  for (const [part, value] of Object.entries(parts))
    if (value) await within.getByRole('spinbutton', { name: `${part}, ${name}` }).pressSequentially(value);
}

/** Kept in the folder `PICTURES` names, for somebody to look at; without it nothing. */
export async function picture(of: Page | Locator, name: string, fullPage = true): Promise<void> {
  const folder = process.env.PICTURES;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await of.screenshot({ path: `${folder}/${name}.png`, ...('goto' in of ? { fullPage } : {}) });
}
