import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

/** The logins of a demo company. */
export type DemoLogin =
  | 'reception'
  | 'quality'
  | 'quality-manager'
  | 'technician'
  | 'inspector'
  | 'sales'
  | 'gm'
  | 'admin'
  | 'auditor';

export const demoPassword = 'huidan-demo';

/** Signs in through the sign-in page as a person would, and waits for the frame. */
export async function signIn(page: Page, login: DemoLogin, password = demoPassword): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[autocomplete="username"]').fill(login);
  await page.locator('input[autocomplete="current-password"]').fill(password);
  await page.locator('button[type="submit"]').click();
  await expect(page.locator('#main')).toBeVisible();
}

/** Shows the interface in a language, before or after signing in. */
export async function inLanguage(page: Page, language: 'zh-CN' | 'en'): Promise<void> {
  await page.addInitScript((chosen) => localStorage.setItem('huidan.language', chosen), language);
  if (page.url() !== 'about:blank') await page.reload();
}

/** Collects what the page complains about: script errors and content the security policy refused. Call before goto. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 40[0-9]|status of 422/.test(message.text()))
      complaints.push(message.text());
  });
  return complaints;
}

/** Fails on every violation of WCAG 2.2 A and AA that axe can see in the page as it stands. */
export async function expectAccessible(page: Page, exceptions: string[] = []): Promise<void> {
  // A fading popup has a contrast of its own; look when it stands still.
  await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running'));
  const result = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .disableRules(exceptions)
    .analyze();
  const found = result.violations.map((violation) => ({
    rule: violation.id,
    where: violation.nodes.map((node) => node.target.join(' ')).slice(0, 5),
  }));
  expect(found).toEqual([]);
}

/** Nothing may stick out of the window sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over).toBeLessThanOrEqual(0);
}

/**
 * Takes a picture into test-results/pictures. With README_IMAGES=folder the desktop pictures named for the README
 * go there too.
 */
export async function picture(page: Page, name: string): Promise<void> {
  const project = test.info().project.name;
  const folder = join('test-results', 'pictures');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}-${project}.png`) });
  const readme = process.env.README_IMAGES;
  if (!readme || project !== 'desktop') return;
  mkdirSync(readme, { recursive: true });
  await page.screenshot({ path: join(readme, `${name}.png`) });
}
