import { expect, test } from '@playwright/test';
import {
  complaintsOf,
  expectAccessible,
  expectNoSidewaysScroll,
  inLanguage,
  picture,
  signIn,
} from './support';

for (const language of ['zh-CN', 'en'] as const) {
  test(`what I owe stands by due time with its next step, in ${language}`, async ({ page }) => {
    const complaints = complaintsOf(page);
    await inLanguage(page, language);
    await signIn(page, 'reception');
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      language === 'en' ? 'My to-do list' : '我的待办',
    );
    await expect(page.locator('.todo').first()).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await picture(page, `todo-${language}`);
    expect(complaints).toEqual([]);
  });

  test(`the team board is readable by due time, person and state, in ${language}`, async ({ page }) => {
    const complaints = complaintsOf(page);
    await inLanguage(page, language);
    await signIn(page, 'quality-manager');
    for (const by of ['', '&by=person', '&by=state']) {
      await page.goto(`/team?scope=all${by}`);
      await expect(page.locator('.board-card').first()).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      if (by === '') await picture(page, `board-${language}`);
    }
    expect(complaints).toEqual([]);
  });
}

test('due times rise from group to group and within each', async ({ page }) => {
  await signIn(page, 'quality-manager');
  const answer = await page.request.get('/api/v1/todo?scope=all&limit=200');
  const { items } = (await answer.json()) as { items: { due_at: string; subject: { number: string } }[] };
  const dues = items.map((item) => Date.parse(item.due_at));
  expect(dues).toEqual([...dues].sort((a, b) => a - b));
});

test('the next step opens the record with its dialog', async ({ page }) => {
  await signIn(page, 'reception');
  await page.goto('/');
  const step = page.locator('.todo-step').first();
  const place = (await step.getAttribute('href')) ?? '';
  expect(place).toMatch(/^\/complaints\/[0-9a-f-]{36}\?act=[a-z-]+$/);
  await step.click();
  await expect(page).toHaveURL(new RegExp(place.replace('?', '\\?')));
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('a clock explains how its due time was counted', async ({ page }) => {
  await signIn(page, 'reception');
  await page.goto('/');
  await page.locator('.todo button.clock').first().click();
  await expect(page.locator('.clock-explanation ol li').first()).toContainText('起算时间');
  await expect(page.locator('.clock-explanation')).toContainText('24:00');
  await expectAccessible(page);
});

test('the list asks again by itself', async ({ page }) => {
  await page.clock.install();
  await signIn(page, 'reception');
  await page.goto('/');
  await expect(page.locator('.todo').first()).toBeVisible();
  const again = page.waitForRequest((request) => /\/api\/v1\/todo\?.*scope=mine/.test(request.url()));
  await page.clock.fastForward(31_000);
  await again;
});

test('who owes nothing is told so kindly', async ({ page }) => {
  await signIn(page, 'auditor');
  await page.goto('/');
  await expect(page.getByRole('heading', { name: '都办完了' })).toBeVisible();
  await expectAccessible(page);
  await picture(page, 'todo-empty');
});

test('a lost connection says so and can be tried again', async ({ page }) => {
  await signIn(page, 'reception');
  await page.route('**/api/v1/todo?**', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByRole('alert')).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page);
  await page.unroute('**/api/v1/todo?**');
  await page.getByRole('button', { name: '重试' }).click();
  await expect(page.locator('.todo').first()).toBeVisible();
});

test("a reader of one department gets nobody else's board", async ({ page }) => {
  await signIn(page, 'technician');
  await page.goto('/team?scope=all');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('团队看板');
  await expect(page.getByText('全公司')).toHaveCount(0);
  const refused = await page.request.get('/api/v1/todo?scope=all');
  expect(refused.status()).toBe(403);
});
