import { expect, type Page, test } from '@playwright/test';
import { asPerson, send } from './acts';
import { inLanguage, picture, signIn } from './support';

// The pictures of the README, made anew by
//   README_IMAGES=../docs/images make e2e ARGS=readme.spec.ts
// and looked at before they are committed.

const oldLedger = [
  '2025年顾客投诉台账,,,,,,,,',
  '序号,投诉日期,受理时间,顾客名称,联系人,电话,地区,投诉方式,投诉内容,问题性质',
  '1,2025/11/8,9:05,四川康宁医院,赵洋,+86 13700003811,四川成都,来函,离心机用了十分钟就黑屏,质量',
  '2,8月17日,,海南鑫达电器经销,王海波,0898-88006486,海南海口,邮件,发票开错税号,非质量',
  '3,2025.3.1,下午3点,浙江瑞丰商贸,黄国平,13900004240,浙江宁波,来电,循环冷却机异响,质量?',
  '4,45921,16:20,苏州明德化工,冯婷,１３６０００１２３４５,苏州,微信,真空泵漏油,质量',
  '5,2025-12-30,,石河子长青食品,卫立新,13600019876,新疆石河子,网站,送货迟了两周,非质量',
  '6,哪天,,某厂,,,,,坏了,',
].join('\r\n');

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await expect(page.locator('.ant-skeleton')).toHaveCount(0);
}

async function first(page: Page, query: string): Promise<string> {
  const answer = await page.request.get(`/api/v1/complaints?${query}&limit=1`);
  expect(answer.ok(), await answer.text()).toBe(true);
  const { items } = (await answer.json()) as { items: { id: string }[] };
  expect(items, query).not.toEqual([]);
  return `/complaints/${items[0]?.id}`;
}

test('the pictures of the README', async ({ page, isMobile }) => {
  test.skip(!process.env.README_IMAGES || isMobile, 'only when README_IMAGES names their folder');
  test.setTimeout(300_000);
  await inLanguage(page, 'zh-CN');

  await test.step('what reception owes', async () => {
    await signIn(page, 'reception');
    await page.goto('/');
    await expect(page.locator('.todo').first()).toBeVisible();
    await settled(page);
    await picture(page, 'todo');
  });

  await test.step('a record with its signed opinion', async () => {
    await asPerson(page, 'quality');
    await page.goto(await first(page, 'state=opinion_signed'));
    await settled(page);
    const opinion = page.getByRole('heading', { name: '二、处理意见' });
    await opinion.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await picture(page, 'record');
  });

  await test.step('the register', async () => {
    await page.goto('/complaints');
    await expect(page.locator('.list tbody tr.ant-table-row').first()).toBeVisible();
    await settled(page);
    await picture(page, 'register');
  });

  await test.step('an old register is previewed', async () => {
    await asPerson(page, 'admin');
    await page.goto('/import');
    await page.locator('input[type="file"]').setInputFiles({
      name: '2025年顾客投诉台账.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(oldLedger),
    });
    await expect(page.getByRole('region', { name: '前几行的理解' })).toBeVisible({ timeout: 30_000 });
    await settled(page);
    await picture(page, 'ledger');
  });

  await test.step('the telephone rings', async () => {
    await asPerson(page, 'reception');
    await page.goto('/complaints/new');
    const serial = page.getByLabel('序列号', { exact: true });
    await serial.fill('XH4-23-0032');
    await page.locator('.ant-select-item-option', { hasText: 'XH4-23-0032' }).click();
    await expect(page.getByLabel('产品名称', { exact: true })).not.toHaveValue('');
    await page
      .getByRole('textbox', { name: /^顾客反映的情况/ })
      .fill('运转两小时后报警停机，重启后还是一样。');
    await page.getByRole('button', { name: '存草稿' }).click();
    await expect(page.locator('.act-bar .number')).toHaveText(/^TS\d{4}-\d{5}$/);
    await page.evaluate(() => window.scrollTo(0, 0));
    await expect(page.locator('.ant-message-notice')).toHaveCount(0, { timeout: 20_000 });
    await settled(page);
    await picture(page, 'intake');
  });

  await test.step('closing without evidence is refused', async () => {
    const taken = await send<{ id: string; version: number }>(page, '/complaints', {
      channel: 'visit',
      complainant_name: '李佳怡',
      customer_name: '扬州康宁医院',
      phone: '13705140077',
      account: '发票税号写错，催了两次没有重开，影响报销。',
      draft: false,
    });
    await send(page, `/complaints/${taken.id}/classify`, {
      version: taken.version,
      class: 'non_quality',
      reason_code: 'price_invoice',
    });
    await page.goto(`/complaints/${taken.id}`);
    await expect(page.locator('.blocked')).toContainText('2.1-h');
    await settled(page);
    await picture(page, 'close-refused');
  });

  await test.step('a clock explains itself', async () => {
    await page.goto(await first(page, 'state=handover_pending'));
    await page.getByRole('region', { name: '期限' }).locator('button.clock').first().click();
    await expect(page.locator('.clock-explanation')).toContainText('24:00');
    await settled(page);
    await picture(page, 'clock');
  });
});
