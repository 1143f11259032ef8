import { expect, test } from '@playwright/test';
import {
  complaintsOf,
  expectAccessible,
  expectNoSidewaysScroll,
  inLanguage,
  picture,
  signIn,
} from './support';

test('a wrong password is refused, in words, and the name typed stays', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('用户名').fill('reception');
  await page.getByLabel('密码', { exact: true }).fill('wrong-password');
  await page.locator('button[type="submit"]').click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('用户名')).toHaveValue('reception');
  await expectAccessible(page);
});

for (const language of ['zh-CN', 'en'] as const) {
  test(`the entrance is accessible and keeps to the policy, in ${language}`, async ({ page }) => {
    const complaints = complaintsOf(page);
    await inLanguage(page, language);
    await page.goto('/sign-in');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await picture(page, `sign-in-${language}`);
    expect(complaints).toEqual([]);
  });
}

test('one asks for a page, signs in, and is there; signing out closes it again', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto('/me');
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await page.getByRole('button', { name: 'reception', exact: false }).first().click();
  await expect(page).toHaveURL(/\/me$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.locator('button.user').click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto('/me');
  await expect(page).toHaveURL(/\/sign-in/);
  expect(complaints).toEqual([]);
});

test('the language switch is remembered', async ({ page }) => {
  await signIn(page, 'reception');
  await page.getByRole('button', { name: /English/ }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('an unknown address says so inside the frame', async ({ page }) => {
  await signIn(page, 'reception');
  await page.goto('/no-such-page');
  await expect(page.getByText('404')).toBeVisible();
  await expect(page.getByRole('main')).toHaveCount(1);
  await expectAccessible(page);
});

test('sign-in and the first page together load at most 400 KB of scripts', async ({ page }) => {
  // What crosses the wire, compressed as the server sends it; the cache of the sign-in page counts once.
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  const scripts = new Set<string>();
  let bytes = 0;
  client.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.mimeType.includes('javascript')) scripts.add(requestId);
  });
  client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await signIn(page, 'reception');
  await page.waitForLoadState('networkidle');
  expect(bytes).toBeGreaterThan(50 * 1024);
  expect(bytes).toBeLessThanOrEqual(400 * 1024);
});
