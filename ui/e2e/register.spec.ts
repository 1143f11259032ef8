import { expect, type Page, test } from '@playwright/test';
import {
  complaintsOf,
  expectAccessible,
  expectNoSidewaysScroll,
  inLanguage,
  picture,
  signIn,
} from './support';

/** The rows of the list, as a table on a desk and as cards on a phone. */
const rows = (page: Page) => page.locator('.list tbody tr.ant-table-row, .list .card');

for (const language of ['zh-CN', 'en'] as const) {
  test(`the register stands on a desk and on a phone, in ${language}`, async ({ page }) => {
    test.slow(); // a whole page of rows is a lot to look at for the accessibility check on a busy machine
    const complaints = complaintsOf(page);
    await inLanguage(page, language);
    await signIn(page, 'reception');
    await page.goto('/complaints');
    await expect(rows(page).first()).toBeVisible();
    await expectNoSidewaysScroll(page);
    await picture(page, `register-${language}`);
    await page.getByRole('button', { name: language === 'en' ? 'More filters' : '更多筛选' }).click();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    expect(complaints).toEqual([]);
  });

  test(`the regulation, calendar and regions are readable, in ${language}`, async ({ page }) => {
    const complaints = complaintsOf(page);
    await inLanguage(page, language);
    await signIn(page, 'technician');
    for (const [path, mark] of [
      ['/regulation', '#clause-2\\.1'],
      ['/calendar?year=2026', '.month'],
      ['/calendar?tab=regions', '.region'],
    ] as const) {
      await page.goto(path);
      await expect(page.locator(mark).first()).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await picture(page, `${path.replace(/\W+/g, '-').slice(1)}-${language}`);
    }
    expect(complaints).toEqual([]);
  });
}

test('a filter stands in the address, outlives a reload and narrows what is shown', async ({ page }) => {
  await signIn(page, 'reception');
  await page.goto('/complaints');
  await page.getByRole('button', { name: /^已结案/ }).click();
  await expect(page).toHaveURL(/state=closed/);
  await page.reload();
  await expect(page.getByRole('button', { name: /^已结案/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(rows(page).first()).toBeVisible();
  for (const text of await rows(page).allTextContents()) expect(text).toContain('结案');
});

test('two Chinese characters are found, and what none has is not', async ({ page }) => {
  await signIn(page, 'reception');
  await page.goto('/complaints');
  const all = await rows(page).first().textContent();
  expect(all).not.toBe('');
  await page.locator('.list-search input').fill('异响');
  await expect(page).toHaveURL(/q=/);
  await expect(rows(page).first()).toBeVisible();
  await page.locator('.list-search input').fill('并无此词');
  await expect(page.getByText('没有符合条件的记录')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(rows(page).first()).toBeVisible();
});

test('the order goes both ways', async ({ page, isMobile }) => {
  test.skip(isMobile, 'on a phone the order is a choice, tested by the list itself');
  await signIn(page, 'reception');
  await page.goto('/complaints');
  const number = () => rows(page).first().locator('a.number').textContent();
  await expect(rows(page).first()).toBeVisible();
  const newest = await number();
  await page.getByRole('columnheader', { name: '受理时间' }).click();
  await expect(page).toHaveURL(/sort=taken_at/);
  await expect.poll(number).not.toBe(newest);
  await page.getByRole('columnheader', { name: '受理时间' }).click();
  await expect(page).toHaveURL(/desc=/);
  await expect.poll(number).toBe(newest);
});

test('a view is saved, chosen again and removed', async ({ page }, info) => {
  const name = `严重的 ${info.project.name} ${info.retry}`;
  await signIn(page, 'quality');
  await page.goto('/complaints?severity=serious');
  await page.getByRole('button', { name: '常用视图' }).click();
  await page.getByRole('button', { name: '保存当前筛选' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('名称').fill(name);
  await dialog.getByRole('button', { name: /保\s*存/ }).click();
  await expect(dialog).toBeHidden();
  await page.goto('/complaints');
  await page.getByRole('button', { name: '常用视图' }).click();
  await page.getByRole('button', { name, exact: true }).click();
  await expect(page).toHaveURL(/severity=serious/);
  await page.getByRole('button', { name: '常用视图' }).click();
  await page.getByRole('button', { name: `删除视图“${name}”` }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /确\s*定/ })
    .click();
  await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
});

test('a column is chosen and remembered', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone shows cards');
  await signIn(page, 'reception');
  await page.goto('/complaints');
  await page.getByRole('button', { name: '显示的列' }).click();
  await page.getByRole('checkbox', { name: '地区' }).check();
  await page.reload();
  await expect(page.getByRole('columnheader', { name: '地区' })).toBeVisible();
});

test('the export repeats the filters', async ({ page }) => {
  await signIn(page, 'reception');
  await page.goto('/complaints?class=quality&taken_from=2020-01-01');
  const href = (await page.getByRole('link', { name: /导出 Excel/ }).getAttribute('href')) ?? '';
  expect(href).toContain('class=quality');
  expect(href).toContain('taken_from=2020-01-01');
  const answer = await page.request.get(href);
  expect(answer.status()).toBe(200);
  expect((await answer.body()).subarray(0, 2).toString()).toBe('PK');
});

test('on paper stands the list and nothing else', async ({ page, isMobile }) => {
  test.skip(isMobile, 'printed from a desk');
  await signIn(page, 'reception');
  await page.goto('/complaints');
  await expect(rows(page).first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.list-tools')).toBeHidden();
  await expect(page.locator('.quick-views')).toBeHidden();
  await expect(rows(page).first()).toBeVisible();
});

test('Ctrl+K finds a complaint, marks what was found and opens it', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone has no such keys');
  const complaints = complaintsOf(page);
  await signIn(page, 'reception');
  await page.goto('/regulation');
  await expect(page.locator('.clause').first()).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('异响');
  const hit = page.getByRole('option').first();
  await expect(hit).toBeVisible();
  await expect(page.locator('.hits mark').first()).toHaveText('异响');
  await expectAccessible(page);
  await picture(page, 'search');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/complaints\/[0-9a-f-]{36}$/);
  expect(complaints).toEqual([]);
});

test('a calendar with errors is refused line by line, and nothing typed is lost', async ({ page }) => {
  await signIn(page, 'admin');
  await page.goto('/calendar');
  await page.getByRole('button', { name: '导入一年' }).first().click();
  const dialog = page.getByRole('dialog');
  const bad =
    'date,kind,name_zh,name_en\n2030-01-01,statutory_holiday,元旦,New Year\n2030-02-30,statutory_holiday,春节,Spring Festival\n2030-02-04,holiday,春节,Spring Festival\n';
  await dialog.getByLabel('日历内容').fill(bad);
  await dialog.getByLabel('数据来源').fill('测试');
  await dialog.getByRole('button', { name: /导\s*入/ }).click();
  await expect(dialog.getByRole('alert')).toContainText('2 处');
  await expect(dialog.locator('.import-wrong')).toContainText('2030-02-30');
  await expect(dialog.getByLabel('日历内容')).toHaveValue(bad);
  await expectAccessible(page);
  await picture(page, 'calendar-refused');
});

test('only the administrator imports a calendar', async ({ page }) => {
  await signIn(page, 'gm');
  await page.goto('/calendar');
  await expect(page.locator('.month').first()).toBeVisible();
  await expect(page.getByRole('button', { name: '导入一年' })).toHaveCount(0);
});
