import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import {
  complaintsOf,
  expectAccessible,
  expectNoSidewaysScroll,
  inLanguage,
  picture,
  signIn,
} from './support';

// A year's register of an office, which lies beside the project.
const realLedger = join('..', '..', 'shared', 'data', 'ledger-2025-gb18030.csv');

/** Encodes as offices do. The platform only decodes GB18030, so its table of two-byte characters is turned round. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const bytes = Buffer.from([lead, trail]);
      table.set(decoder.decode(bytes), bytes);
    }
  }
  return Buffer.concat([...text].map((one) => table.get(one) ?? Buffer.from(one, 'ascii')));
}

const smallLedger = gb18030(
  [
    '2025年顾客投诉台账,,,,,,,,,',
    '序号,投诉日期,受理时间,顾客名称,联系人,电话,地区,投诉方式,投诉内容,问题性质,备注',
    '1,2025/11/8,9:05,四川康宁医院,赵洋,+86 13700003811,四川成都,来函,用了十分钟就黑屏,质量,代理商转来',
    '2,8月17日,,海南鑫达电器经销,王海波,0510-88006486,火星,邮件,发票开错,非质量,',
    '3,2025/3/1,,浙江瑞丰商贸,黄国平,13900004240,浙江宁波,来电,屏幕黑屏,质量?,',
    '3,2025/3/1,,浙江瑞丰商贸,黄国平,13900004240,浙江宁波,来电,屏幕黑屏,质量?,',
    ',哪天,,某厂,,,,,坏了,,',
    '合计,4,,,,,,,,,',
  ].join('\r\n'),
);

interface Ledger {
  content: Buffer;
  rows: number;
  repeated: number;
}

function ledger(): Ledger {
  if (existsSync(realLedger)) return { content: readFileSync(realLedger), rows: 400, repeated: 3 };
  if (process.env.CI)
    throw new Error('the build machine needs ../shared/data/ledger-2025-gb18030.csv beside the project');
  return { content: smallLedger, rows: 3, repeated: 1 };
}

async function handIn(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

test('a file that is no table is refused, and says why', async ({ page }) => {
  await signIn(page, 'quality-manager');
  await page.goto('/import');
  await handIn(page, 'ledger.csv', Buffer.from('%PDF-1.7\nnot a table'));
  await expect(page.getByRole('alert')).toContainText('PDF');
  await handIn(
    page,
    'ledger.csv',
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)]),
  );
  await expect(page.getByRole('alert')).toContainText('.xls');
  await expectAccessible(page);
});

test('reception does not import', async ({ page }) => {
  await signIn(page, 'reception');
  await expect(page.getByRole('link', { name: '导入投诉台账' })).toHaveCount(0);
  await page.goto('/import');
  await expect(page.getByRole('alert').first()).toBeVisible();
});

test('the old ledger comes in, is found, and is taken back', async ({ page }) => {
  test.setTimeout(300_000);
  const complaints = complaintsOf(page);
  const { content, rows, repeated } = ledger();
  await signIn(page, 'admin');
  await page.goto('/import');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('导入投诉台账');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await handIn(page, '2025年顾客投诉台账.csv', content);
  await expect(page).toHaveURL(/\/import\/[0-9a-f-]{36}$/);
  const sheet = page.getByRole('region', { name: '前几行的理解' });
  await expect(sheet).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('GB18030')).toBeVisible();
  await expect(page.getByText(`可导入 ${rows}，`)).toBeVisible();
  await expect(sheet.getByText('四川省成都市').first()).toBeVisible();
  await picture(page, 'import-columns');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  // One column is corrected, and put right again.
  const meaning = page.getByRole('combobox', { name: '“联系人”列的含义' });
  const column = sheet.locator('th', { has: meaning });
  for (const choice of ['投诉者', '联系人']) {
    await meaning.focus();
    await page.keyboard.press('Enter');
    await meaning.fill(choice);
    await page.keyboard.press('Enter');
    await expect(column).toContainText('由您指定');
    await expect(column).toContainText(choice);
  }
  // What was corrected is kept by the server.
  await page.reload();
  await expect(column).toContainText('由您指定', { timeout: 30_000 });

  await page.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByRole('heading', { name: `完全重复的行：${repeated}` })).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const href = await page.getByRole('link', { name: /CSV/ }).getAttribute('href');
  const left = await page.request.get(href ?? '');
  expect(left.status()).toBe(200);
  expect(await left.text()).toContain('完全相同');

  await page.getByRole('button', { name: `导入 ${rows} 行` }).click();
  await expect(page.getByRole('status').filter({ hasText: `已导入 ${rows} 件` })).toBeVisible({
    timeout: 90_000,
  });
  await expect(page.getByText(/TS2025-\d{5} 至 TS2025-\d{5}/)).toBeVisible();
  await picture(page, 'import-result');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const job = page.url();

  await page.getByRole('link', { name: '在台账中查看' }).click();
  await expect(page).toHaveURL(/import_id=/);
  await expect(page.getByText(/TS2025-\d{5}/).first()).toBeVisible();
  const importId = job.slice(job.lastIndexOf('/') + 1);
  await page.goto(`/complaints?q=${encodeURIComponent('黑屏')}&import_id=${importId}`);
  await expect(page.getByText(/TS2025-\d{5}/).first()).toBeVisible();
  await expect(page.getByText('黑屏').first()).toBeVisible();

  await page.goto(job);
  await page.getByRole('button', { name: '撤销导入' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '撤销导入' }).click();
  await expect(dialog.getByText('请填写原因')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('撤销原因').fill('试导入');
  await dialog.getByRole('button', { name: '撤销导入' }).click();
  await expect(page.getByRole('status').filter({ hasText: `作废 ${rows} 件` })).toBeVisible({
    timeout: 90_000,
  });
  expect(complaints).toEqual([]);
});

test('the same in English', async ({ page }) => {
  const complaints = complaintsOf(page);
  await inLanguage(page, 'en');
  await signIn(page, 'sales');
  await page.goto('/import');
  await handIn(page, 'register.csv', smallLedger);
  await expect(page.getByRole('region', { name: 'How the first rows were understood' })).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText('3 can be imported')).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Next: problems' }).click();
  await expect(page.getByRole('heading', { name: 'Rows that cannot be imported: 1' })).toBeVisible();
  await expect(page.getByText(/cannot be read/)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  expect(complaints).toEqual([]);
});
