/* A browser before the whole system: screens built as for real, a province of its own without people, Chromium without anything else running. Everything a
 * test types is invented. axe is asked on every screen a test stops at, in light and in dark. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { root } from '../../server/root.ts';
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
  stop(): Promise<void>;
}
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
}

/** The system with its screens on a free port. Stop it in `afterAll`; allow two minutes, the first build takes its time. */
export async function makeSite(): Promise<Site> {
  // By itself: under vitest's NODE_ENV React would be built for development, and over the budget.
  await promisify(execFile)(process.execPath, [join(root, 'scripts/build.ts')], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
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
  const goTo = async (context: BrowserContext, path: string): Promise<Visit> => {
    const page = await context.newPage();
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
      return goTo(context, path);
    },
    visit: async (path, size = wide) => goTo(await contextOf(size), path),
    async stop() {
      await browser.close();
      await world.stop();
    },
  };
}

/** No violation that axe knows, light and dark, and nothing that scrolls sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await page.evaluate(name => document.documentElement.setAttribute('data-theme', name), theme);
    await page.waitForTimeout(200);
    // Where motion is reduced every change of colour is a transition of an instant, and inherited ones follow each other: a long page needs some frames.
    await page.waitForFunction(() => document.getAnimations().every(one => one.playState !== 'running'));
    await page.evaluate(axeSource);
    const found = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run(
        // react-aria's own announcements name a button that may be gone by then; they are unseen and pass by themselves.
        { exclude: '[data-live-announcer]' },
        { resultTypes: ['violations'] },
      );
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(' | ')}`,
      );
    });
    expect(found, `${new URL(page.url()).pathname} in ${theme}`).toEqual([]);
  }
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
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
