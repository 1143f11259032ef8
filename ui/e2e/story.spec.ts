import { expect, type Page, test } from '@playwright/test';
import { asPerson, classify, doAct, openAct, send } from './acts';
import {
  complaintsOf,
  expectAccessible,
  expectNoSidewaysScroll,
  inLanguage,
  picture,
  signIn,
} from './support';

// One complaint from the ringing telephone to the signed handling opinion, and
// one of the other kind to its closing, each step by the person who owes it.
// What single pages can do besides has walks of its own.

test.use({ actionTimeout: 30_000 });

const letter = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

const oldLedger = [
  '2025年顾客投诉台账,,,,,',
  '投诉日期,顾客名称,电话,投诉方式,投诉内容,问题性质',
  '2025/11/8,四川康宁医院,13700003811,来函,用了十分钟就黑屏,质量',
  '2025/12/1,浙江瑞丰商贸,13900004240,来电,发票开错,非质量',
  '哪天,某厂,,,坏了,',
].join('\r\n');

async function lookedAt(page: Page, name: string, exceptions: string[] = []): Promise<void> {
  await expectAccessible(page, exceptions);
  await expectNoSidewaysScroll(page);
  await picture(page, `story-${name}`);
}

/** Opens the home page and follows the to-do entry of a complaint to its next step. */
async function followTodo(page: Page, number: string, step: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: `${step}：${number}` }).click();
  await expect(page).toHaveURL(/\/complaints\/[0-9a-f-]{36}/);
}

test.beforeEach(({ isMobile }) => {
  test.skip(isMobile, 'an office walk; the single pages are walked on a phone too');
});

test('1-b: the administrator previews an old ledger before anything is written', async ({ page }) => {
  const complaints = complaintsOf(page);
  await inLanguage(page, 'zh-CN');
  await signIn(page, 'admin');
  await page.getByRole('link', { name: '导入台账' }).click();
  await page.locator('input[type="file"]').setInputFiles({
    name: '2025年顾客投诉台账.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(oldLedger),
  });
  await expect(page.getByRole('region', { name: '前几行的理解' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('可导入 2，不能导入 1')).toBeVisible();
  await lookedAt(page, 'ledger');
  await page.goto(`/complaints?q=${encodeURIComponent('用了十分钟就黑屏')}`);
  await expect(page.getByText('没有符合条件的记录')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('2.1-b to 2.1-p: from the call to the signed handling opinion', async ({ page }) => {
  test.setTimeout(420_000);
  const complaints = complaintsOf(page);
  const customer = `扬州广陵模具厂 ${Date.now().toString(36)}`;
  await inLanguage(page, 'zh-CN');
  await signIn(page, 'reception');

  await test.step('2.1-b, -j: reception takes the call; the customer is new', async () => {
    await page.getByRole('link', { name: '新建投诉' }).first().click();
    await expect(page.getByRole('radio', { name: '来电' })).toBeChecked();
    await page.getByRole('combobox', { name: /^顾客名称/ }).fill(customer);
    await page.locator('.ant-select-item-option', { hasText: `新顾客“${customer}”` }).click();
    const dialog = page.getByRole('dialog', { name: '新顾客建档' });
    await dialog.getByLabel('联系人').fill('吴国平');
    await dialog.getByLabel('电话').fill(`138${Date.now().toString().slice(-8)}`);
    await dialog.getByLabel('详细地址').fill('文昌路 18 号');
    await lookedAt(page, 'new-customer');
    await dialog.getByRole('button', { name: /^建\s*档$/ }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('已在档案')).toBeVisible();
    await page
      .getByRole('textbox', { name: /^顾客反映的情况/ })
      .fill('冷却机开机半小时就报高温，停了一条线，请今天给答复。');
    await page.getByLabel('产品名称', { exact: true }).fill('循环冷却机');
    await page.getByLabel('故障现象', { exact: true }).fill('高温报警');
    await page.getByRole('checkbox', { name: '维修' }).check();
  });

  await test.step('2.1-d: a draft has its number at once', async () => {
    await page.getByRole('button', { name: '存草稿' }).click();
    await expect(page.locator('.act-bar .number')).toHaveText(/^TS\d{4}-\d{5}$/);
    await lookedAt(page, 'draft');
  });
  const number = await page.locator('.act-bar .number').innerText();

  await test.step('2.1-f: registered, then classified with a reason', async () => {
    await page.getByRole('button', { name: '受理登记' }).click();
    await expect(page).toHaveURL(/\/complaints\/[0-9a-f-]{36}$/);
    await expect(page.getByRole('heading', { level: 1, name: number })).toBeVisible();
    await lookedAt(page, 'classify');
    await classify(page, '反映产品有缺陷');
  });
  const record = page.url();
  const path = `/complaints/${record.slice(record.lastIndexOf('/') + 1)}`;

  await test.step('2.1-k, -m: the letter that came is attached, a plan is drawn up', async () => {
    let dialog = await openAct(page, '附入材料');
    await dialog
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name: '顾客来函.pdf', mimeType: 'application/pdf', buffer: letter });
    await expect(dialog.getByRole('link', { name: '顾客来函.pdf' })).toBeVisible();
    await doAct(dialog, '附入材料');
    await expect(page.getByRole('link', { name: '顾客来函.pdf' })).toBeVisible();
    dialog = await openAct(page, '拟定处理方案');
    await dialog.getByLabel('处理方案').fill('今天交质检部，请技术部电话指导顾客清洗冷凝器。');
    await doAct(dialog, '拟定处理方案');
  });

  await test.step('2.1-l: the clock of the same day explains itself; the record is handed over', async () => {
    await page.getByRole('region', { name: '期限' }).locator('button.clock').first().click();
    await expect(page.locator('.clock-explanation')).toContainText('24:00');
    // What the popup half covers is smaller than a target should be, until it is closed.
    await lookedAt(page, 'clock', ['target-size']);
    await page.keyboard.press('Escape');
    await followTodo(page, number, '交质检部');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('checkbox', { name: /顾客来函/ })).toBeChecked();
    await doAct(dialog, '移交质检部');
    await expect(page.getByText('质检分析').first()).toBeVisible();
  });

  await test.step('2.1-l: quality signs for the record and its papers', async () => {
    await asPerson(page, 'quality');
    await page.goto('/');
    await lookedAt(page, 'todo-quality');
    await followTodo(page, number, '签收');
    await expect(page.getByRole('dialog')).toContainText('顾客来函.pdf');
    await doAct(page.getByRole('dialog'), '签收');
  });

  await test.step('2.1-n: quality asks the engineers', async () => {
    const dialog = await openAct(page, '会同有关部门');
    await dialog.getByRole('checkbox', { name: '技术部' }).check();
    await dialog.getByLabel('征求的问题').fill('能否电话排除？现场需带哪些备件？');
    await doAct(dialog, '会同有关部门');
  });

  await test.step('2.1-n: a technician answers and dissents', async () => {
    await asPerson(page, 'technician');
    await followTodo(page, number, '答复意见');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('本部门意见').fill('清洗不能解决，温控器同批次已有两起，应直接更换。');
    await dialog.getByRole('checkbox', { name: '有不同意见' }).check();
    await doAct(dialog, '签署部门意见');
    await expect(page.getByText('不同意见', { exact: true })).toBeVisible();
  });

  await test.step('2.1-o, -p: quality writes the handling opinion', async () => {
    await asPerson(page, 'quality');
    await page.goto(path);
    const dialog = await openAct(page, '填写处理意见');
    await dialog.getByLabel('处理意见', { exact: true }).fill('派员上门更换温控器，复测两小时后交付。');
    await dialog.getByRole('button', { name: '增加一项措施' }).click();
    await dialog.getByLabel('措施', { exact: true }).fill('更换温控器并复测');
    await dialog.getByLabel('负责', { exact: true }).fill('技术部');
    await lookedAt(page, 'opinion');
    await doAct(dialog, '填写处理意见');
    await expect(page.getByText('未签署')).toBeVisible();
  });

  await test.step('2.1-p: the quality manager signs it', async () => {
    await asPerson(page, 'quality-manager');
    await page.goto(path);
    const dialog = await openAct(page, '签署处理意见');
    await expect(dialog).toContainText('派员上门更换温控器');
    await doAct(dialog, '签署处理意见');
    await expect(page.getByText('已签处理意见').first()).toBeVisible();
  });

  await test.step('reception sees what happened, in order, and prints the form', async () => {
    await asPerson(page, 'reception');
    await page.goto(path);
    const timeline = page.getByRole('region', { name: '经过' });
    for (const name of ['沈静怡', '陆建平', '周海峰', '韩志远']) await expect(timeline).toContainText(name);
    await lookedAt(page, 'record');
    const sheet = await page.request.get(`/api/v1${path}/form.pdf?lang=zh`);
    expect(sheet.status()).toBe(200);
    expect(sheet.headers()['content-type']).toBe('application/pdf');
    expect((await sheet.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  await test.step('the auditor sees all of it and can change nothing', async () => {
    await asPerson(page, 'auditor');
    await page.goto(path);
    await expect(page.getByRole('region', { name: '经过' })).toContainText('韩志远');
    await expect(page.getByText('清洗不能解决')).toBeVisible();
    const next = page.getByRole('region', { name: '下一步' });
    await expect(next).toBeVisible();
    await expect(next.getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('main').getByRole('button', { name: '更正' })).toHaveCount(0);
    await expect(page.getByRole('link', { name: '新建投诉' })).toHaveCount(0);
    const refused = await page.request.post(`/api/v1${path}/plan`, {
      data: { text: '审计不改记录', version: 1 },
      headers: { 'Idempotency-Key': `walk-${crypto.randomUUID()}` },
    });
    expect(refused.status()).toBe(403);
    await lookedAt(page, 'auditor');
  });
  expect(complaints).toEqual([]);
});

test('2.1-g, -h: a non-quality complaint is negotiated until the customer is satisfied', async ({ page }) => {
  test.setTimeout(240_000);
  const complaints = complaintsOf(page);
  await inLanguage(page, 'zh-CN');
  await signIn(page, 'reception');
  const { id } = await send<{ id: string }>(page, '/complaints', {
    channel: 'visit',
    complainant_name: '李佳怡',
    phone: '13705140077',
    account: '发票税号写错，催了两次没有重开。',
    draft: false,
  });
  await page.goto(`/complaints/${id}`);
  await classify(page, '价格与发票');

  const blocked = page.locator('.blocked');
  await expect(blocked.getByRole('button', { name: '结案' })).toBeDisabled();
  await expect(blocked).toContainText('2.1-h');
  await lookedAt(page, 'close-refused');

  let dialog = await openAct(page, '登记联系');
  await dialog.getByText('提出处理办法').click();
  await dialog.getByLabel('说了什么、提出什么').fill('今天重开，电子发票先发到手机。');
  await doAct(dialog, '登记联系');
  dialog = await openAct(page, '登记满意凭证');
  await dialog.getByLabel('顾客原话').fill('收到了，税号对了，谢谢。');
  await doAct(dialog, '登记满意凭证');
  dialog = await openAct(page, '结案');
  await dialog.getByLabel('处理结果').fill('发票已重开。');
  await doAct(dialog, '结案');
  await expect(page.getByText('顾客满意，已结案')).toBeVisible();
  await lookedAt(page, 'closed');
  expect(complaints).toEqual([]);
});

test('2.1-l: a handover after the day is asked for its reason, goes through, and is marked', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await inLanguage(page, 'zh-CN');
  await signIn(page, 'reception');
  const yesterday = new Date(Date.now() - 26 * 3_600_000).toISOString();
  const { id } = await send<{ id: string }>(page, '/complaints', {
    channel: 'phone',
    complainant_name: '郑文杰',
    phone: '13605180066',
    account: '昨天夜里值班接到电话：水泵漏水，已停机。',
    taken_at: yesterday,
    draft: false,
  });
  await page.goto(`/complaints/${id}`);
  await classify(page, '反映产品有缺陷');
  const dialog = await openAct(page, '移交质检部');
  await dialog.getByRole('button', { name: '移交质检部', exact: true }).click();
  await expect(dialog.getByText('请填写此项')).toBeVisible();
  await lookedAt(page, 'late');
  await dialog.getByRole('checkbox', { name: /无函件、样品等材料/ }).check();
  await dialog.getByLabel('逾期原因').fill('夜间值班记在纸上，今早录入。');
  await doAct(dialog, '移交质检部');
  await expect(page.getByText(/逾期（期限/)).toBeVisible();
  await expect(page.getByText('夜间值班记在纸上，今早录入。').first()).toBeVisible();
});

test('the same house in English', async ({ page }) => {
  const complaints = complaintsOf(page);
  await inLanguage(page, 'en');
  await signIn(page, 'quality-manager');
  for (const [path, heading] of [
    ['/', 'My to-do list'],
    ['/complaints', 'Complaint register'],
    ['/regulation', 'Regulation'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(heading);
    await page.waitForLoadState('networkidle');
    await lookedAt(page, `en${path.replace('/', '-')}`);
  }
  expect(complaints).toEqual([]);
});
