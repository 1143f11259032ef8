import { expect, type Locator, type Page, test } from '@playwright/test';
import {
  complaintsOf,
  expectAccessible,
  expectNoSidewaysScroll,
  inLanguage,
  picture,
  signIn,
} from './support';

/** A name that no earlier run has used: the walks of one suite share a house. */
function fresh(name: string): string {
  return `${name}${Date.now().toString(36).slice(-5)}`;
}

/** Chooses the option that holds a text in a list that opens from a labelled field. */
async function choose(
  page: Page,
  dialog: Locator,
  label: string,
  typed: string,
  text = typed,
): Promise<void> {
  // A required field has its star in its name.
  const field = dialog.getByRole('combobox', { name: new RegExp(`^(\\* )?${label}$`) });
  await field.click();
  await field.pressSequentially(typed);
  await page
    .locator('.ant-select-dropdown:visible .ant-select-item-option')
    .filter({ hasText: text })
    .first()
    .click();
  // A list of several stays open until the field is left.
  await field.blur();
}

test.beforeEach(() => test.slow());

const shanghaiDay = (days: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now() + days * 86_400_000);

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

async function act(page: Page, path: string, body: object): Promise<{ id: string; version: number }> {
  const response = await page.request.post(`/api/v1${path}`, {
    data: body,
    headers: { 'Idempotency-Key': `e2e-${crypto.randomUUID()}` },
  });
  expect(response.ok(), await response.text()).toBe(true);
  return response.json();
}

async function addPerson(page: Page, name: string, roles: string[]): Promise<string> {
  const { items } = await (await page.request.get('/api/v1/departments')).json();
  const quality = items.find((one: { kind: string }) => one.kind === 'quality');
  const login = `u${Date.now().toString(36)}${Math.floor(Math.random() * 1e6)}`;
  return (await act(page, '/people', { login, name, department_id: quality.id, roles })).id;
}

test('somebody is recorded, found by pinyin, gets another role, is disabled and enabled', async ({
  page,
}) => {
  const complaints = complaintsOf(page);
  await signIn(page, 'admin');
  await page.goto('/staff');
  await page.getByRole('button', { name: '新建人员' }).click();
  const dialog = page.getByRole('dialog', { name: '新建人员' });
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog.getByText('请填写此项')).toHaveCount(3);
  const name = fresh('曾');
  await dialog.getByLabel('姓名').fill(name);
  await dialog.getByLabel('用户名').fill('admin');
  await dialog.getByLabel('检验员').check();
  await choose(page, dialog, '部门', '质检');
  await dialog.getByRole('button', { name: '保存' }).click();
  // The login is somebody's: said beside the field, and nothing typed is lost, not even by a reload.
  await expect(dialog.getByText(/登录名已被/).first()).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: '新建人员' }).click();
  await expect(dialog.getByLabel('姓名')).toHaveValue(name);
  await dialog.getByLabel('用户名').fill(fresh('zeng'));
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('searchbox').fill(`zeng${name.slice(1)}`);
  await page.getByRole('link', { name }).click();
  const drawer = page.getByRole('dialog', { name });
  await expect(drawer.getByText('检验员', { exact: true })).toBeVisible();
  await drawer.getByRole('button', { name: '设置角色' }).click();
  await page.getByRole('dialog', { name: '设置角色' }).getByLabel('技术人员').check();
  await page.getByRole('dialog', { name: '设置角色' }).getByRole('button', { name: '保存' }).click();
  await expect(drawer.getByText('授予角色：技术人员')).toBeVisible();
  await drawer.getByRole('button', { name: '停用账号' }).click();
  const disable = page.getByRole('dialog', { name: `停用${name}的账号` });
  await disable.getByLabel('原因').fill('离职');
  await disable.getByRole('button', { name: '停用账号' }).click();
  await expect(drawer.getByRole('button', { name: '启用账号' })).toBeVisible();
  await expectNoSidewaysScroll(page);
  expect(complaints).toEqual([]);
});

test('2.1-a: the last designated person does not leave without a successor', async ({ page }) => {
  await signIn(page, 'admin');
  const [first, deputy, successor] = [fresh('专甲'), fresh('专乙'), fresh('专丙')];
  const firstId = await addPerson(page, first, ['quality_engineer']);
  const deputyId = await addPerson(page, deputy, ['quality_engineer']);
  await addPerson(page, successor, ['quality_engineer']);
  const own = await act(page, '/designations', {
    function: 'feedback',
    person_id: firstId,
    deputies: [deputyId],
    from_day: shanghaiDay(-30),
    lead: true,
  });
  // Others of the same function end today, and those to come are taken back, so that this one is the last.
  const { items } = await (
    await page.request.get('/api/v1/designations?function=feedback&state=current')
  ).json();
  for (const one of items) {
    if (one.id === own.id || one.to_day === shanghaiDay(0)) continue;
    const last = one.state === 'future' ? dayBefore(one.from_day) : shanghaiDay(0);
    await act(page, `/designations/${one.id}/end`, { version: one.version, to_day: last, reason: '整理' });
  }
  await page.goto('/staff/designations');
  await page.getByRole('button', { name: `结束指定：${first}` }).click();
  const end = page.getByRole('dialog', { name: `结束指定：${first}` });
  await end.getByLabel('原因').fill('调岗');
  await end.getByRole('button', { name: '结束', exact: true }).click();
  const refusal = end.getByRole('alert').filter({ hasText: '请先指定接任者' });
  await expect(refusal).toContainText('4.3-a');
  await expectAccessible(page);
  await picture(page, 'staff-last-designation');
  await end.getByRole('button', { name: '取消' }).click();
  await page.getByRole('button', { name: `由他人接任：${first}` }).click();
  const handOn = page.getByRole('dialog', { name: `由他人接任：${first}` });
  await choose(page, handOn, '专人', successor);
  await choose(page, handOn, '代理人', deputy);
  await handOn.getByRole('button', { name: '指定专人' }).click();
  await expect(handOn).toBeHidden();
  await expect(page.getByRole('button', { name: `结束指定：${successor}` })).toBeVisible();
  await act(page, '/absences', {
    person_id: firstId,
    from_day: shanghaiDay(0),
    to_day: shanghaiDay(0),
    reason: 'sick',
  });
  await page.reload();
  await expect(page.getByText(`${first}不在，由${deputy}代理`)).toBeVisible();
});

test('2.3-a: a statutory certificate is whole or refused; expired ones stand out', async ({ page }) => {
  await signIn(page, 'quality-manager');
  await page.goto('/staff/qualifications');
  await page.getByRole('button', { name: '登记资格' }).click();
  const dialog = page.getByRole('dialog', { name: '登记资格' });
  await choose(page, dialog, '姓名', 'technician', '');
  const family = fresh('电机');
  await dialog.getByLabel('产品类别').fill(family);
  await dialog.getByLabel('技能').fill('低压电工作业');
  await choose(page, dialog, '法定证书', '电工');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog.getByText('法定证书须有编号、发证机构和有效期').first()).toBeVisible();
  await dialog.getByLabel('证书编号').fill('T320502198');
  await dialog.getByLabel('发证机构').fill('应急管理局');
  for (const [label, day] of [
    ['生效日期', '2020-01-01'],
    ['有效期至', '2023-01-01'],
  ] as const) {
    await dialog.getByLabel(label).fill(day);
    await dialog.getByLabel(label).press('Tab');
  }
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('searchbox').fill(family);
  await expect(page.getByRole('button', { name: /^撤销.*的资格/ })).toHaveCount(1);
  await expect(page.getByText('已过期', { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: new RegExp(`撤销.*${family}`) }).click();
  const withdraw = page.getByRole('dialog', { name: /撤销/ });
  await withdraw.getByLabel('原因').fill('证书过期');
  await withdraw.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(page.getByText('没有符合条件的记录')).toBeVisible();
});

test('an absence stands in the month, does not overlap, and its reason is not for everybody', async ({
  page,
}) => {
  await signIn(page, 'admin');
  const name = fresh('缺');
  await addPerson(page, name, ['technician']);
  await page.goto('/staff/absences');
  await page.getByRole('button', { name: '登记缺勤' }).click();
  const dialog = page.getByRole('dialog', { name: '登记缺勤' });
  await choose(page, dialog, '姓名', name);
  await choose(page, dialog, '原因', '', '病假');
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row', { name: new RegExp(name) }).getByText('病假')).toHaveCount(1);
  await page.getByRole('button', { name: '登记缺勤' }).click();
  await choose(page, dialog, '姓名', name);
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog.getByText(/的缺勤重叠/).first()).toBeVisible();
  await expectAccessible(page);
  await signIn(page, 'sales');
  await page.goto('/staff/absences');
  await expect(page.getByRole('row', { name: new RegExp(name) }).getByText('缺勤')).toHaveCount(1);
  await expect(page.getByText('病假')).toHaveCount(0);
});

for (const language of ['zh-CN', 'en'] as const) {
  test(`the pages about the people are accessible and fit the window, in ${language}`, async ({ page }) => {
    const complaints = complaintsOf(page);
    await inLanguage(page, language);
    await signIn(page, 'auditor');
    for (const path of ['', '/departments', '/designations', '/qualifications', '/absences', '/company']) {
      await page.goto(`/staff${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await picture(page, `staff${path.replace('/', '-')}-${language}`);
    }
    // The auditor changes nothing: no act is offered.
    await expect(page.getByRole('button', { name: /保存|Save/ })).toHaveCount(0);
    expect(complaints).toEqual([]);
  });
}
