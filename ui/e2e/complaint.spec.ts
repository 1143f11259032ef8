import { expect, type Locator, type Page, test } from '@playwright/test';
import {
  complaintsOf,
  type DemoLogin,
  expectAccessible,
  expectNoSidewaysScroll,
  inLanguage,
  picture,
  signIn,
} from './support';

// A picture of one red dot: small, and truly what its name says.
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
  'base64',
);

async function lookedAt(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await picture(page, `complaint-${name}`);
}

/** Another person sits down at this computer. */
async function asPerson(page: Page, login: DemoLogin): Promise<void> {
  await page.context().clearCookies();
  await signIn(page, login);
}

function visibleButton(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true }).filter({ visible: true }).first();
}

/** Opens an act by its button, or from the menu of further acts. */
async function openAct(page: Page, name: string): Promise<Locator> {
  const button = visibleButton(page, name);
  const more = visibleButton(page, '更多操作');
  const dialog = page.getByRole('dialog');
  await expect(page.getByRole('heading', { level: 1, name: /^TS/ })).toBeVisible();
  await expect(button.or(more).first()).toBeVisible();
  if (await button.isVisible()) await button.click();
  else {
    await more.click();
    await page.getByRole('menuitem', { name }).click();
  }
  await expect(dialog).toBeVisible();
  return dialog;
}

async function doAct(dialog: Locator, name: string): Promise<void> {
  await dialog.getByRole('button', { name, exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Takes a complaint in by a channel and registers it; ends on its record. */
async function register(page: Page, channel: string, account: string): Promise<string> {
  await page.goto('/complaints/new');
  await page.locator('.channels').getByText(channel).click();
  await page.getByLabel('投诉者', { exact: true }).fill('王建国');
  await page.getByLabel('电话', { exact: true }).fill('13905110001');
  await page.getByRole('textbox', { name: /^顾客反映的情况/ }).fill(account);
  await page.getByRole('button', { name: '受理登记' }).click();
  await expect(page).toHaveURL(/\/complaints\/[0-9a-f-]{36}/);
  return page.url();
}

async function classify(page: Page, reason: string): Promise<void> {
  await page.getByRole('radio', { name: reason }).check();
  await page.getByRole('button', { name: '判定问题性质' }).click();
  await expect(page.getByRole('heading', { name: '判定问题性质' })).toBeHidden();
}

test('2.1-b to -p: a quality complaint goes from the call to the signed opinion', async ({ page }) => {
  test.setTimeout(240_000);
  const complaints = complaintsOf(page);
  await inLanguage(page, 'zh-CN');
  await signIn(page, 'reception');

  // The phone rings: a serial number brings the product, the customer, the site and the warranty.
  await page.goto('/complaints/new');
  await expect(page.getByRole('radio', { name: '来电' })).toBeChecked();
  await lookedAt(page, 'intake-empty');
  const serial = page.getByLabel('序列号', { exact: true });
  await serial.fill('XH4-23-0032');
  await page.locator('.ant-select-item-option').filter({ hasText: 'XH4-23-0032' }).click();
  await expect(page.getByLabel('产品名称', { exact: true })).toHaveValue('循环冷却机');
  await expect(page.getByRole('combobox', { name: /^顾客名称/ })).not.toHaveValue('');
  await expect(page.getByText('质保期').first()).toBeVisible();
  await expect(page.getByText('可能重复或相关')).toBeVisible();
  await page
    .getByRole('textbox', { name: /^顾客反映的情况/ })
    .fill('循环冷却机运转两小时后报警停机，重启后还是一样，样品全坏了。');
  await page.getByLabel('故障现象', { exact: true }).fill('高温报警停机');
  await page.getByRole('checkbox', { name: '维修' }).check();
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: '铭牌.png', mimeType: 'image/png', buffer: dot });
  await expect(page.getByRole('link', { name: '铭牌.png' })).toBeVisible();

  // A draft has its number at once, and nothing typed is lost on reload.
  await page.getByRole('button', { name: '存草稿' }).click();
  const number = page.locator('.act-bar .number');
  await expect(number).toHaveText(/^TS\d{4}-\d{5}$/);
  await page.getByRole('textbox', { name: /^接待摘要/ }).fill('顾客要求今天回电。');
  await page.reload();
  await expect(page.getByRole('textbox', { name: /^接待摘要/ })).toHaveValue('顾客要求今天回电。');
  await expect(number).toHaveText(/^TS\d{4}-\d{5}$/);
  await lookedAt(page, 'intake');
  await page.getByRole('button', { name: '受理登记' }).click();
  await expect(page).toHaveURL(/\/complaints\/[0-9a-f-]{36}/);
  const record = page.url();
  await expect(page.getByRole('heading', { name: '判定问题性质' })).toBeVisible();
  await lookedAt(page, 'classify');

  // Classified right there; then the same-day handover is the next step.
  await classify(page, '反映产品有缺陷');
  let dialog = await openAct(page, '移交质检部');
  await expect(dialog.getByRole('checkbox', { name: /铭牌/ })).toBeChecked();
  await lookedAt(page, 'hand-over');
  await doAct(dialog, '移交质检部');
  await expect(page.getByText('质检分析').first()).toBeVisible();

  // Quality signs for it and asks another department.
  await asPerson(page, 'quality');
  await page.goto(record);
  dialog = await openAct(page, '签收');
  await expect(dialog.getByText('铭牌.png')).toBeVisible();
  await doAct(dialog, '签收');
  dialog = await openAct(page, '会同有关部门');
  await dialog.getByRole('checkbox', { name: '销售部' }).check();
  await dialog.getByLabel('征求的问题').fill('该批次是否还有其他顾客反映停机？');
  await doAct(dialog, '会同有关部门');
  await expect(page.getByText('该批次是否还有其他顾客反映停机？')).toBeVisible();

  // The department's view with its dissent stays on the record.
  await asPerson(page, 'sales');
  await page.goto(record);
  dialog = await openAct(page, '签署部门意见');
  await dialog.getByLabel('本部门意见').fill('另有两家顾客反映，建议整批检查。');
  await dialog.getByRole('checkbox', { name: '有不同意见' }).check();
  await lookedAt(page, 'give-view');
  await doAct(dialog, '签署部门意见');
  await expect(page.getByText('不同意见', { exact: true })).toBeVisible();

  // The opinion is written in versions, compared, and signed.
  await asPerson(page, 'quality');
  await page.goto(record);
  dialog = await openAct(page, '填写处理意见');
  await dialog.getByLabel('处理意见', { exact: true }).fill('派人检查冷凝器。');
  await dialog.getByRole('button', { name: '增加一项措施' }).click();
  await dialog.getByLabel('措施', { exact: true }).fill('更换温控器');
  await dialog.getByLabel('负责', { exact: true }).fill('技术部');
  await lookedAt(page, 'write-opinion');
  await doAct(dialog, '填写处理意见');
  await page.locator('.part-extra').getByRole('button', { name: '填写处理意见' }).click();
  dialog = page.getByRole('dialog');
  await dialog.getByLabel('处理意见', { exact: true }).fill('派人检查冷凝器和温控器。');
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: '与上一版比较' }).click();
  await expect(page.locator('ins')).toContainText('和温控器');
  dialog = await openAct(page, '签署处理意见');
  await doAct(dialog, '签署处理意见');
  await expect(page.getByText('已签处理意见').first()).toBeVisible();
  await lookedAt(page, 'opinion-signed');
  expect(complaints).toEqual([]);
});

test('2.1-g and -h: a non-quality complaint is closed only with evidence of satisfaction', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const complaints = complaintsOf(page);
  await inLanguage(page, 'zh-CN');
  await signIn(page, 'reception');
  await register(page, '信函', '发票抬头开错了，三次要求重开都没有回音。');
  await classify(page, '价格与发票');

  // Without evidence closing is refused, and the clause says why.
  await expect(visibleButton(page, '结案')).toBeDisabled();
  await expect(page.locator('.blocked')).toContainText('2.1-h');
  await expect(page.locator('.blocked')).toContainText('满意的凭证');
  await lookedAt(page, 'close-refused');

  // What was typed into a dialog outlives leaving it and a reload.
  let dialog = await openAct(page, '登记联系');
  await dialog.getByText('提出处理办法').click();
  await dialog.getByLabel('说了什么、提出什么').fill('今天重开发票并快递寄出。');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.reload();
  dialog = await openAct(page, '登记联系');
  await expect(dialog.getByLabel('说了什么、提出什么')).toHaveValue('今天重开发票并快递寄出。');
  await dialog.getByLabel('顾客的反应').fill('可以接受。');
  await lookedAt(page, 'log-contact');
  await doAct(dialog, '登记联系');
  await expect(page.getByText('今天重开发票并快递寄出。')).toBeVisible();

  // A statement that lacks its words is refused at the field.
  dialog = await openAct(page, '登记满意凭证');
  await dialog.getByRole('button', { name: '登记满意凭证', exact: true }).click();
  await expect(dialog.getByText('请填写此项').first()).toBeVisible();
  await dialog.getByLabel('顾客原话').fill('发票收到了，没有问题，谢谢。');
  await doAct(dialog, '登记满意凭证');
  dialog = await openAct(page, '结案');
  await dialog.getByLabel('处理结果').fill('发票已重开，顾客满意。');
  await lookedAt(page, 'close');
  await doAct(dialog, '结案');
  await expect(page.getByText('顾客满意，已结案')).toBeVisible();
  await lookedAt(page, 'closed');
  expect(complaints).toEqual([]);
});

test('2.1-h: the exception is approved by somebody else, after the final offer in writing', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await inLanguage(page, 'zh-CN');
  await signIn(page, 'reception');
  const record = await register(page, '来访', '要求退还两年前的运费，理由是当时态度不好。');
  await classify(page, '服务态度');
  let dialog = await openAct(page, '登记联系');
  await dialog.getByText('书面最终处理办法').click();
  await dialog.getByLabel('说了什么、提出什么').fill('书面致歉，不退运费。');
  await doAct(dialog, '登记联系');
  dialog = await openAct(page, '申请例外结案');
  await expect(dialog.getByLabel('书面最终处理办法')).toHaveValue('书面致歉，不退运费。');
  await dialog.getByLabel('未能满意的原因').fill('顾客坚持退运费，无依据。');
  await dialog.getByLabel('已告知的外部救济途径').fill('已告知可拨打 12315。');
  await doAct(dialog, '申请例外结案');
  await expect(page.getByText('待审批')).toBeVisible();

  await asPerson(page, 'sales');
  await page.goto(record);
  dialog = await openAct(page, '审批例外结案');
  await dialog.getByText('批准', { exact: true }).click();
  await lookedAt(page, 'decide-exception');
  await doAct(dialog, '审批例外结案');
  dialog = await openAct(page, '结案');
  await dialog.getByLabel('处理结果').fill('按最终处理办法结案。');
  await doAct(dialog, '结案');
  await expect(page.getByText(/按批准的例外结案/).first()).toBeVisible();
});

test('2.1-d: a record without account and contact is refused, each field named and linked', async ({
  page,
}) => {
  await inLanguage(page, 'zh-CN');
  await signIn(page, 'reception');
  await page.goto('/complaints/new');
  await page.getByRole('button', { name: '受理登记' }).click();
  const summary = page.getByRole('alert').filter({ hasText: '需要更正' });
  await expect(summary).toBeVisible();
  await expect(page.getByText(/请填写顾客反映的情况/).last()).toBeVisible();
  await lookedAt(page, 'refused');
  await summary.getByRole('button', { name: '顾客反映的情况' }).click();
  await expect(page.getByRole('textbox', { name: /^顾客反映的情况/ })).toBeFocused();
});

test('EC-01, -02: someone else changed the record in the meantime', async ({ page, browser }) => {
  test.setTimeout(120_000);
  await inLanguage(page, 'zh-CN');
  await signIn(page, 'reception');
  const record = await register(page, '邮件', '设备噪声很大，请派人看。');
  await classify(page, '拿不准');
  const dialog = await openAct(page, '移交质检部');
  await dialog.getByRole('checkbox', { name: /无函件/ }).check();

  const other = await (await browser.newContext()).newPage();
  await inLanguage(other, 'zh-CN');
  await signIn(other, 'quality');
  await other.goto(record);
  const plan = await openAct(other, '拟定处理方案');
  await plan.getByLabel('处理方案').fill('先电话了解。');
  await doAct(plan, '拟定处理方案');

  await dialog.getByRole('button', { name: '移交质检部', exact: true }).click();
  const stale = page.getByRole('dialog').filter({ hasText: '拟定处理方案第 1 版' });
  await expect(stale).toBeVisible();
  await stale.getByRole('button').last().click();
  await expect(stale).toBeHidden();
  await doAct(dialog, '移交质检部');
  await other.context().close();
});

test('2.1-l: a handover after midnight is late, needs a reason, and is not blocked', async ({ page }) => {
  test.setTimeout(120_000);
  await inLanguage(page, 'zh-CN');
  await signIn(page, 'reception');
  const key = () => ({ 'Idempotency-Key': crypto.randomUUID() });
  const twoDaysAgo = new Date(Date.now() - 48 * 3600_000).toISOString();
  const taken = await page.request.post('/api/v1/complaints', {
    headers: key(),
    data: {
      channel: 'fax',
      taken_at: twoDaysAgo,
      arrived_at: twoDaysAgo,
      account: '传真：泵体漏水，地面积水。',
      phone: '051085550001',
    },
  });
  const { id, version } = (await taken.json()) as { id: string; version: number };
  await page.request.post(`/api/v1/complaints/${id}/classify`, {
    headers: key(),
    data: { version, class: 'quality', reason_code: 'defect_alleged' },
  });
  await page.goto(`/complaints/${id}?act=hand-over`);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/已过当天移交期限/)).toBeVisible();

  // Neither papers nor the tick that there are none: refused, with its clause.
  await dialog.getByLabel('逾期原因').fill('夜间值班，次日补办。');
  await dialog.getByRole('button', { name: '移交质检部', exact: true }).click();
  await expect(dialog.getByRole('alert').filter({ hasText: '2.1-m' }).first()).toBeVisible();
  await dialog.getByRole('checkbox', { name: /无函件/ }).check();
  await lookedAt(page, 'hand-over-late');
  await doAct(dialog, '移交质检部');
  await expect(page.locator('#handovers-title')).toBeVisible();
  await expect(page.getByText(/^逾期（期限/)).toBeVisible();
  await expect(page.getByText('夜间值班，次日补办。')).toBeVisible();
});

test('EC-15: a second call on the same matter is merged, a new customer created on the way', async ({
  page,
}) => {
  test.setTimeout(120_000);
  await inLanguage(page, 'zh-CN');
  await signIn(page, 'reception');
  const stamp = `${Date.now()}`.slice(-8);
  const phone = `139${stamp}`;
  await page.goto('/complaints/new');
  await page.getByRole('combobox', { name: /^顾客名称/ }).fill(`扬州试验厂${stamp}`);
  await page.locator('.ant-select-item-option').filter({ hasText: '立即建档' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('联系人').fill('钱敏');
  await dialog.getByLabel('电话').fill(phone);
  await doAct(dialog, '建档');
  await expect(page.getByText('已在档案')).toBeVisible();
  await expect(page.getByRole('textbox', { name: '电话' })).toHaveValue(phone);
  await page.getByRole('textbox', { name: /^顾客反映的情况/ }).fill('压力表指针不动。');
  await page.getByRole('button', { name: '受理登记' }).click();
  await expect(page).toHaveURL(/\/complaints\/[0-9a-f-]{36}/);
  const first = await page.getByRole('heading', { level: 1, name: /^TS/ }).textContent();

  await page.goto('/complaints/new');
  await page.getByRole('textbox', { name: '电话' }).fill(phone);
  await expect(page.getByText('同一电话').first()).toBeVisible();
  await page.getByRole('textbox', { name: /^顾客反映的情况/ }).fill('又来电催问压力表。');
  await page.getByRole('button', { name: '并入此案' }).click();
  await expect(dialog.getByTitle(first ?? '', { exact: true })).toBeVisible();
  await dialog.getByLabel('原因').fill('同一事项再次来电。');
  await lookedAt(page, 'merge');
  await doAct(dialog, '并案');
  await expect(page.getByText('已并入另一投诉')).toBeVisible();
});

test('the pages in English', async ({ page }) => {
  const complaints = complaintsOf(page);
  await inLanguage(page, 'en');
  await signIn(page, 'quality-manager');
  await page.goto('/complaints/new');
  await expect(page.getByRole('radio', { name: 'Phone' })).toBeChecked();
  await page.locator('.channels').getByText('Fax').click();
  await expect(page.getByLabel('Sender’s fax number')).toBeVisible();
  await lookedAt(page, 'intake-en');
  const list = await page.request.get('/api/v1/complaints?state=with_quality&limit=1');
  const { items } = (await list.json()) as { items: { id: string }[] };
  await page.goto(`/complaints/${items[0]?.id}`);
  await expect(page.getByRole('heading', { name: '2 Handling opinion' })).toBeVisible();
  await lookedAt(page, 'record-en');
  expect(complaints).toEqual([]);
});
