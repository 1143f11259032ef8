import { expect, type Page, test } from '@playwright/test';
import {
  complaintsOf,
  expectAccessible,
  expectNoSidewaysScroll,
  inLanguage,
  picture,
  signIn,
} from './support';

// Both window sizes walk through the same company: what one enters must not be in the other's way.
const mark = () => `${test.info().project.name}-${Date.now().toString(36)}`;

async function lookedAt(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await picture(page, name);
}

for (const language of ['zh-CN', 'en'] as const) {
  for (const path of ['customers', 'products', 'units']) {
    test(`the list of ${path} can be looked at, in ${language}`, async ({ page }) => {
      const complaints = complaintsOf(page);
      await inLanguage(page, language);
      await signIn(page, 'sales');
      await page.goto(`/${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('.ant-table-row, .card').first()).toBeVisible();
      await lookedAt(page, `${path}-${language}`);
      expect(complaints).toEqual([]);
    });
  }

  for (const path of ['customers', 'units']) {
    test(`a record of ${path} can be looked at, in ${language}`, async ({ page }) => {
      const complaints = complaintsOf(page);
      await inLanguage(page, language);
      await signIn(page, 'sales');
      await page.goto(`/${path}?sort=${path === 'units' ? 'serial_no' : 'code'}`);
      await page.locator(`main a[href^="/${path}/"]`).first().click();
      await expect(page.locator('.journal li').first()).toBeVisible();
      await expect(
        page.locator('section[aria-labelledby="complaints"] :is(li, .ant-empty)').first(),
      ).toBeVisible();
      await expect(page.getByRole('alert')).toHaveCount(0);
      await lookedAt(page, `${path}-record-${language}`);
      expect(complaints).toEqual([]);
    });
  }
}

test('2.1-i a customer is entered, found by initials and phone, and gets a site with its region class', async ({
  page,
}) => {
  test.slow(); // a whole walk, with the accessibility of each stop
  const complaints = complaintsOf(page);
  const name = `重庆恒远机电 ${mark()}`;
  const phone = `139${Date.now().toString().slice(-8)}`;
  await signIn(page, 'reception');
  await page.goto('/customers');
  await page.getByRole('button', { name: '新建顾客' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog.getByText('请填写此项')).toBeVisible();
  await dialog.getByLabel('顾客名称').fill(name);
  await dialog.getByLabel('联系人').last().fill('赵洋');
  await dialog.getByLabel('电话', { exact: true }).fill('不知道');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog.locator('.ant-form-item-explain-error').last()).toContainText('电话号码');
  await expectAccessible(page);
  // What was typed survives a reload.
  await page.reload();
  await page.getByRole('button', { name: '新建顾客' }).click();
  await expect(dialog.getByLabel('顾客名称')).toHaveValue(name);
  await dialog.getByLabel('电话', { exact: true }).fill(phone);
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText(`${phone.slice(0, 3)}****${phone.slice(-4)}`)).toBeVisible();

  await page.getByRole('button', { name: '增加使用地点' }).click();
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog.locator('.ant-form-item-explain-error')).toBeVisible();
  await dialog.getByLabel('地区').click();
  await dialog.getByLabel('地区').fill('拉萨');
  await page.locator('.ant-cascader-menu-item', { hasText: '拉萨市' }).first().click();
  await dialog.getByLabel('地点名称').fill('拉萨工地');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(page.locator('.party-region', { hasText: '边远地区' })).toBeVisible();
  await page.getByText('判定过程').click();
  await expect(page.locator('.party-region li').first()).toBeVisible();
  await lookedAt(page, 'customer-with-site');

  for (const typed of ['cqhy', phone.slice(3), phone.slice(-6)]) {
    await page.goto(`/customers?q=${typed}`);
    await expect(page.getByRole('link', { name })).toBeVisible();
  }
  expect(complaints).toEqual([]);
});

test('2.1-i a unit with a full-width serial is found by the half-width one, and moves', async ({ page }) => {
  test.slow();
  const serial = `ＳＮ－${Date.now().toString().slice(-9)}`;
  await signIn(page, 'sales');
  await page.goto('/units');
  await page.getByRole('button', { name: '新建设备' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('产品').click();
  await page.locator('.ant-select-item-option').first().click();
  await dialog.getByLabel('序列号').fill(serial);
  await dialog.getByLabel('顾客名称').click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
  await dialog.getByLabel('交付日期').fill('2099-01-01');
  await dialog.getByLabel('交付日期').press('Tab');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog.locator('.ant-form-item-explain-error')).toContainText('将来');
  await dialog.getByLabel('交付日期').fill('2025-03-10');
  await dialog.getByLabel('交付日期').press('Tab');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(page.getByRole('heading', { level: 1, name: serial })).toBeVisible();

  await page.goto(`/units?q=${serial.normalize('NFKC').replace('-', '').toLowerCase()}`);
  await expect(page.getByRole('link', { name: serial })).toBeVisible();
  await page.getByRole('link', { name: serial }).click();

  await page.getByRole('button', { name: '移动设备' }).click();
  await dialog.getByLabel('移动日期').fill('2026-01-05');
  await dialog.getByLabel('移动日期').press('Tab');
  await dialog.getByLabel('现归顾客').click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').nth(2).click();
  await dialog.getByRole('button', { name: '移动设备' }).click();
  await expect(page.locator('section[aria-labelledby="moves"] li')).toHaveCount(1);
  await lookedAt(page, 'unit-moved');
});

test('a list of customers is previewed, corrected, imported and taken back', async ({ page }) => {
  test.slow();
  const complaints = complaintsOf(page);
  const name = `导入公司${mark()}`;
  await signIn(page, 'sales');
  await page.goto('/customers/import');
  await lookedAt(page, 'customers-import');
  const rows = [
    '2025年顾客一览,,,,',
    '单位名称,类别,地区,联系人,联系方式',
    `${name}甲,经销商,四川成都,赵洋,+86 13700003811`,
    `${name}乙,直接顾客,,王海波,打不通`,
    ',直接顾客,,无名,13700003812',
  ].join('\r\n');
  await page.locator('input[type="file"]').setInputFiles({
    name: 'a.png',
    mimeType: 'image/png',
    buffer: Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1'),
  });
  await expect(page.getByRole('alert')).toBeVisible();
  await page.locator('input[type="file"]').setInputFiles({
    name: `${name}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(rows),
  });
  await expect(page.getByRole('table')).toContainText(`${name}甲`);
  await expect(page.getByRole('heading', { name: '不能识别的行' })).toBeVisible();
  await lookedAt(page, 'customers-import-preview');
  await page.getByRole('button', { name: '导入 2 行' }).click();
  await expect(page.getByText('导入完成')).toBeVisible();
  await expect(page.getByText('新建 2，已有 0，未导入 0').first()).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/customers?q=${encodeURIComponent(name)}`);
  await expect(page.getByRole('link', { name: `${name}乙` })).toBeVisible();
  await page.goto('/customers/import');
  await page
    .locator('li', { hasText: `${name}.csv` })
    .getByRole('button', { name: '撤销导入' })
    .click();
  await page
    .getByRole('tooltip')
    .or(page.locator('.ant-popover'))
    .getByRole('button', { name: '撤销导入' })
    .click();
  await expect(page.locator('li', { hasText: `${name}.csv` })).toContainText('已撤销');
  await page.goto(`/customers?q=${encodeURIComponent(name)}`);
  await expect(page.getByText('没有符合条件的记录')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('who may not change the records sees no buttons for it, and masked phones', async ({ page }) => {
  await signIn(page, 'auditor');
  await page.goto('/customers');
  await expect(page.locator('.ant-table-row, .card').first()).toBeVisible();
  await expect(page.getByRole('button', { name: '新建顾客' })).toHaveCount(0);
  await expect(page.getByText(/\d{3}\*{4}\d{4}/).first()).toBeVisible();
  await page.goto('/customers/no-such-customer');
  await expect(page.getByRole('alert')).toBeVisible();
});
